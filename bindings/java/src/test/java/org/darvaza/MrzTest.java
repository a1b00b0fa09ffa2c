package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class MrzTest {
  private static final String ZONE =
      """
      P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<
      L907712504IRN8807157F3007147<<<<<<<<<<<<<<<8
      """;

  @Test
  public void aZoneIsRead() {
    Mrz zone = Mrz.parse(ZONE, 2026);
    assertEquals(MrzFormat.TD3, zone.format());
    assertTrue(zone.checksHold());
    assertEquals("L90771250", zone.documentNumber());
    assertEquals(new PartialDate(1988, 7, 15), zone.birthDate());
    assertEquals(new PartialDate(2030, 7, 14), zone.expires());
    assertEquals(Sex.FEMALE, zone.sex());
    assertEquals(new TravellerName("GOLBARFI", "MARIAM"), zone.name());
    assertEquals("document number", zone.checks().get(0).field());
    assertTrue(zone.json().startsWith("{"));
  }

  @Test
  public void aZoneIsScreened() {
    try (Screener screener = Screener.open(Samples.INDEX)) {
      Answer answer = screener.screen(Mrz.parse(ZONE).traveller());
      assertEquals(Decision.HIT, answer.decision());
      assertEquals("QDi.906", answer.candidates().get(0).id());
    }
  }

  @Test
  public void aWrongCheckDigitIsTold() {
    Mrz zone = Mrz.parse(ZONE.replace("8807157F", "8807158F"), 2026, 0, 50);
    assertFalse(zone.checksHold());
    MrzCheck wrong =
        zone.checks().stream().filter(check -> check.field().equals("birth date")).findFirst().get();
    assertEquals(new MrzCheck("birth date", '7', '8', false, false), wrong);
    assertTrue(zone.traveller().birthDateDoubtful());
  }

  @Test
  public void theReferenceYearChoosesTheCentury() {
    assertEquals(2088, Mrz.parse(ZONE, 2090).birthDate().year());
  }

  @Test
  public void whatIsNoZoneIsRefused() {
    DarvazaException refused = assertThrows(DarvazaException.class, () -> Mrz.parse("P<IRN"));
    assertEquals(Status.INPUT_REFUSED, refused.status());
  }

  @Test
  public void twoNamesAreCompared() {
    Comparison same = Comparison.of("Мухаммад Рахимов", "Muhammad Rahimov");
    Comparison other = Comparison.of("Мухаммад Рахимов", "Chidi Okonkwo");
    assertTrue(same.score() > 0.5 && other.score() < 0.5);
    assertEquals(same.weightMn(), same.evidence().stream().mapToInt(Evidence::weightMn).sum());
    assertTrue(same.json().startsWith("{"));
  }

  @Test
  public void theLibraryHasTheVersionOfTheProject() {
    assertEquals(System.getenv("DARVAZA_VERSION"), Darvaza.version());
  }
}
