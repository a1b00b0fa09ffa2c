package org.darvaza;

/** Who reads an answer. */
public enum Line {
  /** Those to whom the booth sends people: see all that is released to their State. */
  SECOND("second"),

  /** The officer at the booth: does not see discreet entries, nor those for the second line. */
  FIRST("first");

  private final String word;

  Line(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
