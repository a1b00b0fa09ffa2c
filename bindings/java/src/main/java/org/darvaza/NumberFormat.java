package org.darvaza;

/** Whether a number has a form in which its issuing State numbers documents: a hint. */
public enum NumberFormat {
  /** Nothing is known of how the State numbers its documents. */
  UNKNOWN("unknown"),

  /** A form that the State uses. */
  USUAL("usual"),

  /** No form that the State is known to use. */
  UNUSUAL("unusual");

  private final String word;

  NumberFormat(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
