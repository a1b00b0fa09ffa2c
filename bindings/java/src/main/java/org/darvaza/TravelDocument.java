package org.darvaza;

/**
 * A travel document as presented.
 *
 * @param number as presented
 * @param type "P", "V", "I", ...; may be empty
 * @param issuingState code of Doc 9303-3 ("PAK", "D"); empty: unknown
 * @param expires when it expires
 * @param issued when it was issued
 * @param issuedAt where it was issued
 */
public record TravelDocument(
    String number,
    String type,
    String issuingState,
    PartialDate expires,
    PartialDate issued,
    String issuedAt) {
  /**
   * Nothing may be null.
   *
   * @param number as presented
   * @param type "P", "V", "I", ...; may be empty
   * @param issuingState code of Doc 9303-3 ("PAK", "D"); empty: unknown
   * @param expires when it expires
   * @param issued when it was issued
   * @param issuedAt where it was issued
   */
  public TravelDocument {
    Require.notNull(number, "number");
    Require.notNull(type, "type");
    Require.notNull(issuingState, "issuingState");
    Require.notNull(expires, "expires");
    Require.notNull(issued, "issued");
    Require.notNull(issuedAt, "issuedAt");
  }

  /**
   * A document of which no dates are known.
   *
   * @param number as presented
   * @param type "P", "V", "I", ...; may be empty
   * @param issuingState code of Doc 9303-3; empty: unknown
   */
  public TravelDocument(String number, String type, String issuingState) {
    this(number, type, issuingState, PartialDate.UNKNOWN, PartialDate.UNKNOWN, "");
  }
}
