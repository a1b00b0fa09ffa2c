package org.darvaza;

/** As travel documents print it. */
public enum Sex {
  /** Not stated. */
  UNKNOWN(""),

  /** F. */
  FEMALE("F"),

  /** M. */
  MALE("M"),

  /** X. */
  OTHER("X");

  private final String word;

  Sex(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
