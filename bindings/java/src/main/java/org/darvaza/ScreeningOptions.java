package org.darvaza;

/**
 * How to screen. What is null is the C library's default, which {@code docs/score.md} explains.
 *
 * <pre>{@code
 * ScreeningOptions options = ScreeningOptions.DEFAULTS.withTop(3).withTimeLimitUs(20_000L);
 * }</pre>
 *
 * @param top at most this many candidates an answer
 * @param minScoreBp candidates below are left out; hundredths of a percent. The decision counts those who are left out, too
 * @param reviewScoreBp from this score on a candidate makes the answer {@link Decision#REVIEW}
 * @param hitScoreBp from this score on a candidate makes the answer {@link Decision#HIT}; not below reviewScoreBp
 * @param exhaustive scores every listed name instead of searching the index; slow, for checking
 * @param nearDocuments finds documents also under numbers with one wrong or two exchanged characters
 * @param timeLimitUs microseconds from the begin of the call after which searches are given up and answers are {@link
 *     Decision#INCOMPLETE}; 0: none
 * @param threads of a batch; 0: one per processor. Answers do not depend on it
 * @param state whose post asks: a code of Doc 9303 or ISO 3166, or an English name; what is not released to it is left out
 * @param line who reads the answer: the first line does not see discreet entries
 * @param today the day, in full, on which entries must be valid
 * @param todayByClock a clock said {@code today}, and may be behind: where the lists are of a later day, entries begin by that
 */
public record ScreeningOptions(
    Integer top,
    Integer minScoreBp,
    Integer reviewScoreBp,
    Integer hitScoreBp,
    Boolean exhaustive,
    Boolean nearDocuments,
    Long timeLimitUs,
    Integer threads,
    String state,
    Line line,
    PartialDate today,
    Boolean todayByClock) {
  /**
   * IllegalArgumentException for a negative number and for a state without letters; other values that make no sense are refused by the call that is given them.
   *
   * @param top at most this many candidates an answer
   * @param minScoreBp candidates below are left out; hundredths of a percent. The decision counts those who are left out, too
   * @param reviewScoreBp from this score on a candidate makes the answer {@link Decision#REVIEW}
   * @param hitScoreBp from this score on a candidate makes the answer {@link Decision#HIT}; not below reviewScoreBp
   * @param exhaustive scores every listed name instead of searching the index; slow, for checking
   * @param nearDocuments finds documents also under numbers with one wrong or two exchanged characters
   * @param timeLimitUs microseconds from the begin of the call after which searches are given up and answers are {@link
   * Decision#INCOMPLETE}; 0: none
   * @param threads of a batch; 0: one per processor. Answers do not depend on it
   * @param state whose post asks: a code of Doc 9303 or ISO 3166, or an English name; what is not released to it is left out
   * @param line who reads the answer: the first line does not see discreet entries
   * @param today the day, in full, on which entries must be valid
   * @param todayByClock a clock said {@code today}, and may be behind: where the lists are of a later day, entries begin by that
   */
  public ScreeningOptions {
    Require.notNegative(top, "top");
    Require.notNegative(timeLimitUs, "timeLimitUs");
    Require.notNegative(threads, "threads");
    // As of a setting that is missing: to the C library it is whoever keeps the lists, who sees everything.
    if (state != null && state.isBlank()) throw new IllegalArgumentException("state: expected a State, or null for whoever keeps the lists");
  }

  /** Everything as the C library has it. */
  public static final ScreeningOptions DEFAULTS =
      new ScreeningOptions(null, null, null, null, null, null, null, null, null, null, null, null);

  /**
   * These options with another bound on candidates.
   *
   * @param value candidates an answer
   * @return a copy
   */
  public ScreeningOptions withTop(int value) {
    return new ScreeningOptions(
        value, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with another least score.
   *
   * @param value hundredths of a percent; 0: the best candidates, whatever their score
   * @return a copy
   */
  public ScreeningOptions withMinScoreBp(int value) {
    return new ScreeningOptions(
        top, value, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with other scores from which a candidate decides.
   *
   * @param review hundredths of a percent
   * @param hit hundredths of a percent
   * @return a copy
   */
  public ScreeningOptions withDecisionScoresBp(int review, int hit) {
    return new ScreeningOptions(
        top, minScoreBp, review, hit, exhaustive, nearDocuments, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with every listed name scored, or not.
   *
   * @param value slow when true
   * @return a copy
   */
  public ScreeningOptions withExhaustive(boolean value) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, value, nearDocuments, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with documents looked for under neighbouring numbers, or not.
   *
   * @param value for numbers that were typed or whose check digit is wrong
   * @return a copy
   */
  public ScreeningOptions withNearDocuments(boolean value) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, value, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with a time limit.
   *
   * @param value microseconds; 0: none
   * @return a copy
   */
  public ScreeningOptions withTimeLimitUs(long value) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, value, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with other threads.
   *
   * @param value of a batch; 0: one per processor
   * @return a copy
   */
  public ScreeningOptions withThreads(int value) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, timeLimitUs, value,
        state, line, today, todayByClock);
  }

  /**
   * These options for a post: what it may not see is left out before candidates are ranked and before the decision.
   *
   * @param state whose post it is: a code of Doc 9303 or ISO 3166, or an English name
   * @param line who reads the answer
   * @param today the day on which entries must be valid
   * @return a copy
   */
  public ScreeningOptions withPost(String state, Line line, PartialDate today) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, timeLimitUs, threads,
        state, line, today, todayByClock);
  }

  /**
   * These options with a day that a clock said, or that somebody asks about. A clock that is behind would hide entries that have begun: where the lists
   * are of a later day, entries begin by that; where it is later by more than a day, nobody is left out as not yet listed, and every answer has a
   * problem that says so.
   *
   * @param value true: {@code today}, which must be stated, is a clock's
   * @return a copy
   */
  public ScreeningOptions withTodayByClock(boolean value) {
    return new ScreeningOptions(
        top, minScoreBp, reviewScoreBp, hitScoreBp, exhaustive, nearDocuments, timeLimitUs, threads,
        state, line, today, value);
  }

  /** In the order in which the C layer reads them. */
  void write(FlatWriter to) {
    number(to, top);
    number(to, minScoreBp);
    number(to, reviewScoreBp);
    number(to, hitScoreBp);
    number(to, exhaustive == null ? null : exhaustive ? 1 : 0);
    number(to, nearDocuments == null ? null : nearDocuments ? 1 : 0);
    number(to, timeLimitUs);
    number(to, threads);
    number(to, line == null ? null : line.ordinal());
    number(to, todayByClock == null ? null : todayByClock ? 1 : 0);
    to.flag(state != null);
    to.text(state == null ? "" : state);
    to.flag(today != null);
    to.date(today == null ? PartialDate.UNKNOWN : today);
  }

  private static void number(FlatWriter to, Number value) {
    to.flag(value != null);
    to.longNumber(value == null ? 0 : value.longValue());
  }
}
