package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

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

  @Test
  public void nothingMayBeNull() {
    try (Screener screener = Screener.open(Samples.INDEX)) {
      Traveller traveller = Traveller.builder().fatherName(null).build();
      assertThrows(NullPointerException.class, () -> screener.screen(traveller));
    }
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
