package org.darvaza;

/** How a passenger list is written. */
public enum ManifestFormat {
  /** Recognised by content. */
  AUTO("auto"),

  /** Comma-separated values. */
  CSV("csv"),

  /** One JSON object a line. */
  JSONL("jsonl"),

  /** UN/EDIFACT PAXLST. */
  PAXLST("paxlst"),

  /** UN/EDIFACT PNRGOV. */
  PNRGOV("pnrgov"),

  /** Lines of machine-readable zones. */
  MRZ("mrz");

  private final String word;

  ManifestFormat(String word) {
    this.word = word;
  }

  /** {@return the word that Darvaza's JSON and command line use} */
  @Override
  public String toString() {
    return word;
  }
}
