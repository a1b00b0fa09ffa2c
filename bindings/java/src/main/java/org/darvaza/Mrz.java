package org.darvaza;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a machine-readable zone says (ICAO Doc 9303).
 *
 * @param format which of the five
 * @param checksHold whether every check digit holds
 * @param documentCode without fillers: "P", "V", "ID"
 * @param issuingState as printed
 * @param documentNumber without fillers, repaired
 * @param printedNumber the same before repairs; empty when nothing of it was repaired
 * @param nationality as printed
 * @param birthDate the century by the reference year
 * @param expires when the document expires
 * @param sex as printed
 * @param personalSex what the personal number says
 * @param optionalData without trailing fillers
 * @param personalNumber where the issuing State is known to put one; else empty
 * @param personalBirthDate what the personal number says
 * @param employer of a crew member certificate
 * @param name fillers turned into blanks
 * @param arabicName in Arabic letters, where the zone holds their escapes; else empty
 * @param checks every check digit
 * @param repairs in the order of the lines
 * @param problems what is wrong with the zone
 * @param traveller whom the zone describes, ready for {@link Screener#screen}; the id is empty
 * @param json the member {@code zone} of {@code darvaza mrz --json}
 */
public record Mrz(
    MrzFormat format,
    boolean checksHold,
    String documentCode,
    String issuingState,
    String documentNumber,
    String printedNumber,
    String nationality,
    PartialDate birthDate,
    PartialDate expires,
    Sex sex,
    Sex personalSex,
    String optionalData,
    String personalNumber,
    PartialDate personalBirthDate,
    String employer,
    TravellerName name,
    TravellerName arabicName,
    List<MrzCheck> checks,
    List<MrzRepair> repairs,
    List<Problem> problems,
    Traveller traveller,
    String json) {

  /**
   * Reads a zone with the library's settings: two-digit years by the current year.
   *
   * @param lines two or three, as readers deliver them
   * @return what the zone says; a wrong check digit is no error
   * @throws DarvazaException {@link Status#INPUT_REFUSED} for what has no known shape
   */
  public static Mrz parse(String lines) {
    return parse(lines, Native.DEFAULT, Native.DEFAULT, Native.DEFAULT);
  }

  /**
   * Reads a zone as of a given year.
   *
   * @param lines two or three, as readers deliver them
   * @param referenceYear by which two-digit years are read, 1900 to 9800
   * @return what the zone says; a wrong check digit is no error
   * @throws DarvazaException {@link Status#INPUT_REFUSED} for what has no known shape
   */
  public static Mrz parse(String lines, int referenceYear) {
    return parse(lines, referenceYear, Native.DEFAULT, Native.DEFAULT);
  }

  /**
   * Reads a zone by rules for centuries of one's own.
   *
   * @param lines two or three, as readers deliver them
   * @param referenceYear by which two-digit years are read, 1900 to 9800
   * @param youngestAge holders turn at least this old in that year, 0 to 99
   * @param expiryYearsAhead documents expire at most so many years after it, 0 to 99
   * @return what the zone says; a wrong check digit is no error
   * @throws DarvazaException {@link Status#INPUT_REFUSED} for what has no known shape
   */
  public static Mrz parse(String lines, int referenceYear, int youngestAge, int expiryYearsAhead) {
    byte[] bytes = Require.notNull(lines, "lines").getBytes(StandardCharsets.UTF_8);
    try (Answered answered =
        new Answered(Native.parseMrz(bytes, referenceYear, youngestAge, expiryYearsAhead))) {
      return new FlatRecords(answered.reader).mrz();
    }
  }
}
