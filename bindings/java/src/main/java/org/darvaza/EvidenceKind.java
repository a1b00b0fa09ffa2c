package org.darvaza;

/** What a piece of evidence is about. */
public enum EvidenceKind {
  /** How unlikely a listed person is before anything is known. */
  PRIOR("prior"),

  /** The name. */
  NAME("name"),

  /** The father's name. */
  FATHER_NAME("father_name"),

  /** The date of birth. */
  BIRTH_DATE("birth_date"),

  /** The place of birth. */
  BIRTH_PLACE("birth_place"),

  /** The nationalities. */
  NATIONALITY("nationality"),

  /** The sex. */
  SEX("sex"),

  /** A document number. */
  DOCUMENT("document");

  private final String word;

  EvidenceKind(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
