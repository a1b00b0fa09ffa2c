package org.darvaza;

/**
 * An address of a traveller.
 *
 * @param type "R" residence, "D" destination; empty: not stated
 * @param state code of the State (Doc 9303-3); empty: unknown
 * @param text street, city, region, postal code, separated by ", "
 */
public record TravellerAddress(String type, String state, String text) {
  /**
   * Nothing may be null.
   *
   * @param type "R" residence, "D" destination; empty: not stated
   * @param state code of the State (Doc 9303-3); empty: unknown
   * @param text street, city, region, postal code, separated by ", "
   */
  public TravellerAddress {
    Require.notNull(type, "type");
    Require.notNull(state, "state");
    Require.notNull(text, "text");
  }
}
