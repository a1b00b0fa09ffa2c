package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.After;
import org.junit.Test;

public class ScreenerTest {
  private final Screener screener = Screener.open(Samples.INDEX);

  @After
  public void close() {
    screener.close();
  }

  @Test
  public void aListedPersonIsAHitWithReasonsThatAddUp() {
    Answer answer = screener.screen(Samples.nader());
    assertEquals("f1", answer.id());
    assertEquals(Decision.HIT, answer.decision());
    assertTrue(answer.complete());
    Candidate first = answer.candidates().get(0);
    assertEquals("un-sc", first.list());
    assertEquals("QDi.901", first.id());
    assertTrue(first.score() >= 0.9);
    assertEquals(first.weightMn(), first.evidence().stream().mapToInt(Evidence::weightMn).sum());
    assertTrue(first.evidence().stream().anyMatch(reason -> reason.kind() == EvidenceKind.BIRTH_DATE));
  }

  /** As a list does that makes its travellers when they are asked for. */
  @Test
  public void aListThatScreensWhileItIsReadIsAnsweredItself() {
    List<Traveller> lazy =
        new AbstractList<>() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public Traveller get(int index) {
            screener.screen(Samples.nobody());
            return Samples.nader();
          }
        };
    Answer answer = screener.screenBatch(lazy).get(0);
    assertEquals("f1", answer.id());
    assertEquals(Decision.HIT, answer.decision());
  }

  @Test
  public void nobodyIsClearWithoutBeingSearchedFor() {
    assertEquals(Decision.CLEAR, screener.screen(Samples.nobody()).decision());
    Answer nameless = screener.screen(Traveller.builder().build());
    assertEquals(Decision.INCOMPLETE, nameless.decision());
    assertFalse(nameless.complete());
    assertFalse(nameless.problems().isEmpty());
  }

  @Test
  public void aBatchAnswersInOrderAsSingleCallsDo() {
    List<Traveller> travellers =
        List.of(Samples.nobody(), Samples.nader(), Traveller.builder().id("3").build());
    List<Answer> answers = screener.screenBatch(travellers);
    assertEquals(travellers.stream().map(screener::screen).toList(), answers);
    assertEquals(
        List.of(Decision.CLEAR, Decision.HIT, Decision.INCOMPLETE),
        answers.stream().map(Answer::decision).toList());
    assertEquals(List.of(), screener.screenBatch(List.of()));
  }

  @Test
  public void answersDoNotDependOnThreads() {
    List<Traveller> travellers = Collections.nCopies(50, Samples.nader());
    assertEquals(
        screener.screenBatch(travellers, ScreeningOptions.DEFAULTS.withThreads(1)),
        screener.screenBatch(travellers, ScreeningOptions.DEFAULTS.withThreads(4)));
  }

  @Test
  public void optionsChangeTheAnswer() {
    Traveller onEveryList =
        Traveller.builder().name("Darvaza Sinamaev").birthDate(1900, 1, 1).build();
    ScreeningOptions two = ScreeningOptions.DEFAULTS.withTop(2);
    assertEquals(6, screener.screen(onEveryList).candidates().size());
    assertEquals(2, screener.screen(onEveryList, two).candidates().size());
    ScreeningOptions sure = ScreeningOptions.DEFAULTS.withMinScoreBp(10000);
    assertEquals(List.of(), screener.screen(Samples.nader(), sure).candidates());
    ScreeningOptions strict = ScreeningOptions.DEFAULTS.withDecisionScoresBp(10000, 10000);
    assertFalse(screener.screen(Samples.nader(), strict).decision() == Decision.HIT);
    ScreeningOptions exhaustive = ScreeningOptions.DEFAULTS.withExhaustive(true).withNearDocuments(true);
    assertEquals(screener.screen(Samples.nader()), screener.screen(Samples.nader(), exhaustive));
  }

  @Test
  public void aTimeLimitThatHasPassedIsIncomplete() {
    ScreeningOptions hurried = ScreeningOptions.DEFAULTS.withExhaustive(true).withTimeLimitUs(1);
    for (Answer answer : screener.screenBatch(Collections.nCopies(2000, Samples.nader()), hurried)) {
      assertEquals(Decision.INCOMPLETE, answer.decision());
    }
  }

  @Test
  public void whatTheLibraryRefusesIsNamed() {
    DarvazaException option =
        assertThrows(
            DarvazaException.class,
            () -> screener.screen(Samples.nader(), ScreeningOptions.DEFAULTS.withTop(0)));
    assertEquals(Status.INVALID_ARGUMENT, option.status());
    Traveller longName = Traveller.builder().name("x".repeat(70_000)).build();
    DarvazaException name =
        assertThrows(
            DarvazaException.class,
            () -> screener.screenBatch(List.of(Samples.nobody(), longName)));
    assertEquals(Status.LIMIT, name.status());
    assertEquals("travellers[1].names[0].primary", name.field());
    Traveller traveller = Traveller.builder().name("A B").birthDate(1980, 2, 30).build();
    DarvazaException wrong =
        assertThrows(DarvazaException.class, () -> screener.screen(traveller));
    assertEquals("traveller.birth_date", wrong.field());
    ScreeningOptions contradicting = ScreeningOptions.DEFAULTS.withDecisionScoresBp(9000, 5000);
    wrong = assertThrows(DarvazaException.class, () -> screener.screen(Samples.nader(), contradicting));
    assertEquals("options.hit_score_bp", wrong.field());
  }

  /** An operator finds the class that they know, not one inside. */
  @Test
  public void whatIsLoggedIsAttributedToTheScreener() {
    java.util.logging.Logger logger = java.util.logging.Logger.getLogger("lists");
    List<String> callers = new java.util.ArrayList<>();
    java.util.logging.Handler handler =
        new java.util.logging.Handler() {
          @Override
          public void publish(java.util.logging.LogRecord record) {
            callers.add(record.getSourceClassName());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    Screener.open(Samples.INDEX, System.getLogger("lists")).close();
    logger.removeHandler(handler);
    assertEquals(List.of("org.darvaza.Screener"), callers);
  }

  @Test
  public void halfASurrogatePairIsRefused() {
    Traveller traveller = Traveller.builder().name("Ali \ud800").build();
    assertThrows(IllegalArgumentException.class, () -> screener.screen(traveller));
    Traveller whole = Traveller.builder().name("Ali? \ud83d\ude00 Ali").build();
    assertTrue(screener.screen(whole).complete());
  }

  @Test
  public void aLostDocumentIsFoundWithoutItsHolder() {
    TravelDocument document = new TravelDocument("T90512806", "P", "IRN");
    Answer answer = screener.checkDocument(document, ScreeningOptions.DEFAULTS);
    assertEquals(Decision.INCOMPLETE, answer.decision());
    DocumentHit hit = answer.documents().get(0);
    assertEquals("lost-documents", hit.list());
    assertEquals(DocumentStatus.LOST, hit.status());
    assertEquals(DocumentMatch.EXACT, hit.match());
    assertEquals(new PartialDate(2025, 9, 12), hit.reported());
    assertEquals("IRN", hit.reportingState());
  }

  @Test
  public void aSwapChangesWhoIsListedAndAFailedOneChangesNothing() throws Exception {
    screener.swap(Samples.SMALL_INDEX);
    assertEquals(Decision.CLEAR, screener.screen(Samples.nader()).decision());
    Path noIndex = Samples.temporary("no.dvz");
    Files.writeString(noIndex, "no index");
    DarvazaException refused =
        assertThrows(DarvazaException.class, () -> screener.swap(noIndex));
    assertEquals(Status.INPUT_REFUSED, refused.status());
    DarvazaException missing =
        assertThrows(DarvazaException.class, () -> screener.swap(Path.of("missing.dvz")));
    assertEquals(Status.INPUT_MISSING, missing.status());
    assertEquals("missing.dvz", missing.file());
    assertEquals(Decision.CLEAR, screener.screen(Samples.nader()).decision());
  }

  @Test
  public void aClosedScreenerSaysSo() {
    screener.close();
    screener.close();
    assertTrue(screener.closed());
    assertThrows(IllegalStateException.class, () -> screener.screen(Samples.nader()));
    assertThrows(IllegalStateException.class, screener::describe);
  }

  @Test
  public void theIndexIsDescribed() {
    IndexDescription description = screener.describe();
    assertEquals(30, description.entries());
    assertEquals(6, description.lostDocuments());
    assertTrue(description.sources().stream().anyMatch(source -> source.contains("\"un-sc\"")));
  }

  @Test
  public void theLoggerIsToldOfIndexesAndMayFail() {
    List<String> told = new ArrayList<>();
    try (Screener logged = Screener.open(Samples.INDEX, new Recorder(told))) {
      logged.swap(Samples.SMALL_INDEX);
      assertThrows(DarvazaException.class, () -> logged.swap(Path.of("missing.dvz")));
      assertEquals(Decision.CLEAR, logged.screen(Samples.nader()).decision());
    }
    assertTrue(told.toString(), told.size() >= 3);
  }

  /** Notes what it is told, and throws. */
  private record Recorder(List<String> told) implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      told.add(level + " " + format);
      throw new IllegalStateException("a logger that fails");
    }
  }
}
