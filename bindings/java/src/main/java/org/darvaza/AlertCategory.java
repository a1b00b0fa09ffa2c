package org.darvaza;

/** Why somebody is listed, in the words that States agreed on. */
public enum AlertCategory {
  /** Not stated. */
  UNSTATED(""),

  /** Terrorism. */
  TERRORISM("terrorism"),

  /** Drugs. */
  DRUGS("drugs"),

  /** Arms. */
  ARMS("arms"),

  /** Trafficking in persons. */
  TRAFFICKING_IN_PERSONS("trafficking_in_persons"),

  /** Smuggling of migrants. */
  MIGRANT_SMUGGLING("migrant_smuggling"),

  /** Smuggling of goods. */
  GOODS("goods"),

  /** Money laundering. */
  MONEY_LAUNDERING("money_laundering"),

  /** Crime by means of computers. */
  CYBER("cyber"),

  /** Cultural goods. */
  CULTURAL_GOODS("cultural_goods"),

  /** Wildlife. */
  WILDLIFE("wildlife"),

  /** A document that is lost, stolen or revoked. */
  DOCUMENT("document"),

  /** Somebody to be found, not suspected of anything. */
  MISSING_PERSON("missing_person"),

  /** A victim, or somebody at risk. */
  PROTECTED_PERSON("protected_person");

  private final String word;

  AlertCategory(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
