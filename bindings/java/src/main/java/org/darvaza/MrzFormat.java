package org.darvaza;

/** The formats of machine-readable zones in Doc 9303. */
public enum MrzFormat {
  /** Cards, three lines of 30. */
  TD1("TD1"),

  /** Cards, two lines of 36. */
  TD2("TD2"),

  /** Passports, two lines of 44. */
  TD3("TD3"),

  /** Visas, two lines of 44. */
  MRV_A("MRV-A"),

  /** Visas, two lines of 36. */
  MRV_B("MRV-B");

  private final String word;

  MrzFormat(String word) {
    this.word = word;
  }

  /** {@return the word that Darvaza's JSON and command line use} */
  @Override
  public String toString() {
    return word;
  }
}
