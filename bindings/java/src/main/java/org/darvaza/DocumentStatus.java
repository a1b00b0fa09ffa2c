package org.darvaza;

/** Why a document is listed. */
public enum DocumentStatus {
  /** Reported lost. */
  LOST("lost"),

  /** Reported stolen. */
  STOLEN("stolen"),

  /** Stolen before it was issued. */
  STOLEN_BLANK("stolen blank"),

  /** Revoked by its issuer. */
  REVOKED("revoked"),

  /** Invalid for another reason. */
  INVALID("invalid");

  private final String word;

  DocumentStatus(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
