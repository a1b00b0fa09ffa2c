package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class TravellerTest {
  @Test
  public void everyFactReachesTheLibrary() {
    Flight flight =
        new Flight("DZ0101", "UTA", "UTB", "2026-01-15T15:40", "2026-01-15T17:40", "", "22C", true);
    Problem odd = new Problem("line 7", "something was odd");
    Traveller traveller =
        Traveller.builder()
            .id("all")
            .name(new TravellerName("OKONKWO", "CHIDI", true))
            .name("Chidi Okonkwo")
            .fatherName("Obi")
            .birthDate(1980, 5, 0)
            .birthDateDoubtful(true)
            .sex(Sex.OTHER)
            .nationality("NGA")
            .nationality("D")
            .birthPlace("Lagos")
            .document(
                new TravelDocument(
                    "T90512806", "P", "IRN", new PartialDate(2030, 1, 1), PartialDate.UNKNOWN, "Lagos"))
            .role(TravellerRole.TRANSIT_CREW)
            .locator("ABC123")
            .relatedLocator("DEF456")
            .reference("7")
            .flight(flight)
            .address(new TravellerAddress("R", "NGA", "1, Street"))
            .bags(2)
            .problem(odd)
            .build();
    try (Screener screener = Screener.open(Samples.INDEX)) {
      Answer answer = screener.screen(traveller);
      assertEquals(List.of(flight), answer.flights());
      assertEquals("T90512806", answer.documents().get(0).number());
      assertTrue(answer.problems().contains(odd));
    }
  }

  private static void isNull(String name, ThrowingRunnable call) {
    assertEquals(name + " is null", assertThrows(NullPointerException.class, call).getMessage());
  }

  @Test
  public void nothingMayBeNullAndTheComponentIsNamedAtOnce() {
    isNull("fatherName", () -> Traveller.builder().fatherName(null));
    isNull("primary", () -> Traveller.builder().name((String) null));
    isNull("name", () -> Traveller.builder().name((TravellerName) null));
    isNull("document", () -> Traveller.builder().document(null));
    isNull("number", () -> new TravelDocument(null, "P", "IRN"));
    isNull("issued", () -> new TravelDocument("T1", "P", "IRN", PartialDate.UNKNOWN, null, ""));
    isNull("seat", () -> new Flight("", "", "", "", "", "", null, true));
    isNull("nameA", () -> Comparison.of(null, "a"));
    isNull("lines", () -> Mrz.parse(null));
    isNull("path", () -> Manifest.open(null));
    Traveller nader = Samples.nader();
    List<TravellerName> oneMissing = Arrays.asList(nader.names().get(0), null);
    isNull(
        "names[1]",
        () ->
            new Traveller(
                "", oneMissing, "", PartialDate.UNKNOWN, false, Sex.UNKNOWN, List.of(), "", List.of(), TravellerRole.PASSENGER, "",
                List.of(), "", List.of(), List.of(), 0, List.of()));
    try (Screener screener = Screener.open(Samples.INDEX)) {
      isNull("traveller", () -> screener.screen(null));
      isNull("travellers[1]", () -> screener.screenBatch(Arrays.asList(nader, null)));
      isNull("document", () -> screener.checkDocument(null, ScreeningOptions.DEFAULTS));
      isNull("options", () -> screener.screen(nader, null));
    }
  }

  private static void isRefused(String message, ThrowingRunnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  public void numbersOutOfTheirRangeAreRefusedAtOnce() {
    isRefused("month: expected a number from 0 to 12", () -> Traveller.builder().birthDate(1971, 13, 2));
    isRefused("year: expected a number from 0 to 9999", () -> new PartialDate(300_000, 1, 1));
    isRefused("day: expected a number from 0 to 31", () -> new PartialDate(1971, 1, -1));
    isRefused("bags: expected a number from 0 to 65535", () -> Traveller.builder().bags(70_000));
    isRefused("timeLimitUs: expected a number that is not negative", () -> ScreeningOptions.DEFAULTS.withTimeLimitUs(-5));
    isRefused("top: expected a number that is not negative", () -> ScreeningOptions.DEFAULTS.withTop(-1));
    isRefused("threads: expected a number that is not negative", () -> ScreeningOptions.DEFAULTS.withThreads(-1));
    assertEquals(65_535, Traveller.builder().bags(65_535).build().bags());
  }

  @Test
  public void datesPrintWhatIsKnownAndAreReadByTheLibrary() {
    assertEquals("", PartialDate.UNKNOWN.toString());
    assertEquals("0980", new PartialDate(980, 0, 0).toString());
    assertEquals("1980-05", PartialDate.parse("1980-05").toString());
    assertEquals(new PartialDate(1980, 5, 17), PartialDate.parse("19800517"));
    DarvazaException refused =
        assertThrows(DarvazaException.class, () -> PartialDate.parse("1980-13-01"));
    assertEquals(Status.INPUT_REFUSED, refused.status());
  }
}
