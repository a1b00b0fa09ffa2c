package org.darvaza;

/**
 * One flight of a journey; empty texts were not stated.
 *
 * @param flight carrier and number, "AA0123"
 * @param from IATA location code
 * @param to IATA location code
 * @param departs local time, "2007-02-19T15:40"
 * @param arrives local time
 * @param operatedBy code-share: who flies it
 * @param seat the traveller's, "22C"
 * @param reported the message is about this flight
 */
public record Flight(
    String flight,
    String from,
    String to,
    String departs,
    String arrives,
    String operatedBy,
    String seat,
    boolean reported) {
  /**
   * Nothing may be null.
   *
   * @param flight carrier and number, "AA0123"
   * @param from IATA location code
   * @param to IATA location code
   * @param departs local time, "2007-02-19T15:40"
   * @param arrives local time
   * @param operatedBy code-share: who flies it
   * @param seat the traveller's, "22C"
   * @param reported the message is about this flight
   */
  public Flight {
    Require.notNull(flight, "flight");
    Require.notNull(from, "from");
    Require.notNull(to, "to");
    Require.notNull(departs, "departs");
    Require.notNull(arrives, "arrives");
    Require.notNull(operatedBy, "operatedBy");
    Require.notNull(seat, "seat");
  }
}
