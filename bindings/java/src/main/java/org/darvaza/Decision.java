package org.darvaza;

/** What the officer is told first. */
public enum Decision {
  /** Nothing was found, and everything was searched. */
  CLEAR("clear"),

  /** Somebody should look at what was found. */
  REVIEW("review"),

  /** A listed person or document, very likely; never proof. */
  HIT("hit"),

  /** The search could not be finished, whatever it found. */
  INCOMPLETE("incomplete");

  private final String word;

  Decision(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
