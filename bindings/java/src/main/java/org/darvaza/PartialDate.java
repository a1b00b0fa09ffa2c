package org.darvaza;

import java.nio.charset.StandardCharsets;

/**
 * A date of which the day, or month and day, or everything may be unknown (0).
 *
 * @param year 1 to 9999, or 0: unknown
 * @param month 1 to 12, or 0: unknown
 * @param day 1 to 31, or 0: unknown
 */
public record PartialDate(int year, int month, int day) {
  /**
   * IllegalArgumentException for what is outside its range; days that do not exist are refused by the call that is given them.
   *
   * @param year 1 to 9999, or 0: unknown
   * @param month 1 to 12, or 0: unknown
   * @param day 1 to 31, or 0: unknown
   */
  public PartialDate {
    Require.between(year, 0, 9999, "year");
    Require.between(month, 0, 12, "month");
    Require.between(day, 0, 31, "day");
  }

  /** Nothing is known. */
  public static final PartialDate UNKNOWN = new PartialDate(0, 0, 0);

  /**
   * Reads "1980", "1980-05", "1980-05-17" or "19800517" (ISO 8601).
   *
   * @param text what follows a "T" is ignored
   * @return the date
   * @throws DarvazaException {@link Status#INPUT_REFUSED} for anything else, and for days that do not exist
   */
  public static PartialDate parse(String text) {
    int packed = Native.parseDate(Require.notNull(text, "text").getBytes(StandardCharsets.UTF_8));
    return new PartialDate(packed >> 16, packed >> 8 & 0xff, packed & 0xff);
  }

  /** {@return whether at least the year is known} */
  public boolean known() {
    return year != 0;
  }

  /** {@return "1980", "1980-05", "1980-05-17"; empty for an unknown date} */
  @Override
  public String toString() {
    if (year == 0) return "";
    if (month == 0) return String.format("%04d", year);
    if (day == 0) return String.format("%04d-%02d", year, month);
    return String.format("%04d-%02d-%02d", year, month, day);
  }
}
