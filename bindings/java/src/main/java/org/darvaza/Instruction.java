package org.darvaza;

/** What the owner of an entry asks for when the person is met. */
public enum Instruction {
  /** Not stated. */
  UNSTATED(""),

  /** Arrest. */
  ARREST("arrest"),

  /** Refuse entry or stay. */
  REFUSE("refuse"),

  /** Contact the owner before anything else. */
  CONTACT("contact"),

  /** Let nothing be noticed: never shown to the first line. */
  DISCREET("discreet"),

  /** Ask the person. */
  INQUIRY("inquiry"),

  /** Search person, vehicle, goods. */
  SPECIFIC_CHECK("specific_check"),

  /** Keep the document. */
  SEIZE_DOCUMENT("seize_document"),

  /** Keep the person safe. */
  PROTECT("protect");

  private final String word;

  Instruction(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
