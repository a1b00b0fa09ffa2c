package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;

/** Who may see what, and on what terms entries are shared: the joint alerts of the samples, asked by posts. */
public class PostTest {
  /** ja-4: of Kyrgyzstan, released to Tajikistan until 2026-06-30. */
  private static final Traveller DASTAN = Traveller.builder().name("KOKBULAGOV", "DASTAN").build();

  /** ja-1, discreet; ja-2, of a similar name, is for both lines. */
  private static final Traveller GULBAHOR = Traveller.builder().name("SAVSANOV", "GULBAHOR").build();

  private static final PartialDate IN_JUNE = new PartialDate(2026, 6, 15);

  private final Screener screener = Screener.open(Samples.SHARED_INDEX);

  @After
  public void close() {
    screener.close();
  }

  private static ScreeningOptions post(String state, Line line, PartialDate today) {
    return ScreeningOptions.DEFAULTS.withPost(state, line, today);
  }

  private Decision aboutDastan(String state, Line line, PartialDate today) {
    return screener.screen(DASTAN, post(state, line, today)).decision();
  }

  @Test
  public void anEntryIsSeenByThoseToWhomItIsReleasedWhileItIsValid() {
    assertEquals(Decision.HIT, screener.screen(DASTAN).decision());
    assertEquals(Decision.HIT, aboutDastan(null, null, null));
    assertEquals(Decision.HIT, aboutDastan("TJK", Line.FIRST, new PartialDate(2026, 6, 30)));
    assertEquals(Decision.CLEAR, aboutDastan("TJK", Line.FIRST, new PartialDate(2026, 7, 1)));
    assertEquals(Decision.CLEAR, aboutDastan("Uzbekistan", null, null));
    assertEquals(Decision.HIT, aboutDastan("KG", Line.SECOND, IN_JUNE));
  }

  @Test
  public void aDiscreetEntryIsTheSecondLinesWithItsTerms() {
    List<Candidate> first = screener.screen(GULBAHOR, post("UZB", Line.FIRST, IN_JUNE)).candidates();
    assertEquals(List.of("ja-2"), first.stream().map(Candidate::id).toList());
    List<Candidate> second = screener.screen(GULBAHOR, post("UZB", Line.SECOND, IN_JUNE)).candidates();
    assertEquals(List.of("ja-1", "ja-2"), second.stream().map(Candidate::id).toList());
    EntryTerms expected =
        new EntryTerms(
            "TJK",
            "Dushanbe duty desk",
            "joint agreement art. 4",
            AlertCategory.DRUGS,
            Instruction.DISCREET,
            Line.SECOND,
            false,
            List.of("KGZ", "UZB"),
            new PartialDate(2026, 1, 1),
            PartialDate.UNKNOWN,
            new PartialDate(2027, 1, 1),
            "D/2026/17");
    assertEquals(Optional.of(expected), second.get(0).terms());
    EntryTerms ofTheOther = second.get(1).terms().get();
    assertEquals(AlertCategory.MISSING_PERSON, ofTheOther.category());
    assertEquals(true, ofTheOther.releasableToAll());
  }

  @Test
  public void aDocumentHasTheTermsOfItsListAndAListMayStateNone() {
    TravelDocument blank = new TravelDocument("KG9071050", "P", "KGZ");
    List<DocumentHit> hits = screener.checkDocument(blank, post("TJK", Line.FIRST, IN_JUNE)).documents();
    assertEquals(Instruction.SEIZE_DOCUMENT, hits.get(0).terms().get().instruction());
    assertEquals(List.of(), screener.checkDocument(blank, post("TUR", null, null)).documents());
    screener.swap(Samples.INDEX);
    TravelDocument lost = new TravelDocument("T90512806", "P", "IRN");
    hits = screener.checkDocument(lost, ScreeningOptions.DEFAULTS).documents();
    assertEquals(Optional.empty(), hits.get(0).terms());
  }

  @Test
  public void aClockThatIsBehindHidesNobody() {
    PartialDate before = new PartialDate(2024, 12, 1);
    assertEquals(Decision.CLEAR, aboutDastan("TJK", Line.FIRST, before)); // somebody asks about that day
    Answer answer = screener.screen(DASTAN, post("TJK", Line.FIRST, before).withTodayByClock(true));
    assertEquals(Decision.HIT, answer.decision());
    assertEquals(List.of("today"), answer.problems().stream().map(Problem::where).toList());
  }

  @Test
  public void aPostThatCannotBeIsRefused() {
    DarvazaException refused =
        assertThrows(
            DarvazaException.class, () -> screener.screen(DASTAN, ScreeningOptions.DEFAULTS.withTodayByClock(true)));
    assertEquals("options.today_by_clock", refused.field());
    refuses("options.state", "Nowhere Land", Line.FIRST, IN_JUNE);
    refuses("options.today", "UZB", Line.FIRST, new PartialDate(2026, 6, 0));
    refuses("options.today", "UZB", Line.FIRST, new PartialDate(2026, 2, 30));
  }

  @Test
  public void anEmptyStateDoesNotSeeEverything() {
    for (String state : List.of("", " ")) {
      assertThrows(IllegalArgumentException.class, () -> screener.screen(DASTAN, post(state, Line.FIRST, IN_JUNE)));
    }
  }

  private void refuses(String field, String state, Line line, PartialDate today) {
    DarvazaException refused =
        assertThrows(DarvazaException.class, () -> screener.screen(DASTAN, post(state, line, today)));
    assertEquals(Status.INVALID_ARGUMENT, refused.status());
    assertEquals(field, refused.field());
  }
}
