package org.darvaza;

/**
 * One spelling of a traveller's name.
 *
 * @param primary usually the surname; a name that came in one piece stands here
 * @param secondary usually the given names; may be empty
 * @param mayBeTruncated the name filled its machine-readable field to the last position
 */
public record TravellerName(String primary, String secondary, boolean mayBeTruncated) {
  /**
   * Nothing may be null.
   *
   * @param primary usually the surname; a name that came in one piece stands here
   * @param secondary usually the given names; may be empty
   * @param mayBeTruncated the name filled its machine-readable field to the last position
   */
  public TravellerName {
    Require.notNull(primary, "primary");
    Require.notNull(secondary, "secondary");
  }

  /**
   * A name of two parts, whole.
   *
   * @param primary usually the surname
   * @param secondary usually the given names
   */
  public TravellerName(String primary, String secondary) {
    this(primary, secondary, false);
  }
}
