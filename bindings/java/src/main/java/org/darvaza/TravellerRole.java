package org.darvaza;

/** As what somebody travels. */
public enum TravellerRole {
  /** A passenger. */
  PASSENGER("passenger"),

  /** A member of the crew. */
  CREW("crew"),

  /** A passenger in transit. */
  TRANSIT_PASSENGER("transit passenger"),

  /** A member of the crew in transit. */
  TRANSIT_CREW("transit crew");

  private final String word;

  TravellerRole(String word) {
    this.word = word;
  }

  /** {@return the word of Darvaza's JSON} */
  @Override
  public String toString() {
    return word;
  }
}
