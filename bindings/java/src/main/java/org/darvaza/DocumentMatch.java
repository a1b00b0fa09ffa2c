package org.darvaza;

/** How the number of a document agrees with a listed one, the surest first. */
public enum DocumentMatch {
  /** The same number. */
  EXACT("exact"),

  /** Inside a listed run of blanks. */
  RANGE("range"),

  /** Every character that differs is one that readers and typists take for the other. */
  CONFUSABLE("confusable"),

  /** The same but for two neighbouring characters in each other\'s place. */
  TRANSPOSED("transposed"),

  /** The same length, and one character differs. */
  ONE_WRONG_CHARACTER("one wrong character");

  private final String word;

  DocumentMatch(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
