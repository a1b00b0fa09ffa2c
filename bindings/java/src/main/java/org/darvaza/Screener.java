package org.darvaza;

import java.nio.file.Path;
import java.util.List;

/**
 * An open index: is this traveller, or this document, on any list, and why do you say so?
 *
 * <pre>{@code
 * try (Screener screener = Screener.open(Path.of("lists.dvz"))) {
 *   Answer answer = screener.screen(Traveller.builder().name("DARYAGOZAR", "NADER").birthDate(1971, 3, 2).build());
 *   if (answer.decision() != Decision.CLEAR) refer(answer);
 * }
 * }</pre>
 *
 * <p>All methods may be called from many threads at once. Only {@link Decision#CLEAR} clears: an exception, and {@link
 * Decision#INCOMPLETE}, mean "not screened". A hit is never proof.
 */
public final class Screener implements AutoCloseable {
  private final NativeHandle handle;

  private Screener(long screener) {
    handle = new NativeHandle(screener, Native::closeScreener, "the screener");
  }

  /**
   * Opens and verifies an index file.
   *
   * @param index written by {@code darvaza build}; to be replaced by rename, never written in place
   * @return the screener, to be closed
   * @throws DarvazaException {@link Status#INPUT_MISSING}, {@link Status#IO}, or {@link Status#INPUT_REFUSED} when the
   *     file is damaged, truncated, of another version or no index
   */
  public static Screener open(Path index) {
    return open(index, null);
  }

  /**
   * Opens and verifies an index file.
   *
   * @param index written by {@code darvaza build}; to be replaced by rename, never written in place
   * @param logger is told of indexes opened, swapped in or refused; null: nothing is logged. It must not call this library
   * @return the screener, to be closed
   * @throws DarvazaException as {@link #open(Path)}
   */
  public static Screener open(Path index, System.Logger logger) {
    return new Screener(Native.openScreener(Manifest.bytes(index), logger));
  }

  /**
   * Screens one traveller with the library's own settings.
   *
   * @param traveller who is at the border
   * @return the answer; what the traveller lacks is said in it
   */
  public Answer screen(Traveller traveller) {
    return screen(traveller, ScreeningOptions.DEFAULTS);
  }

  /**
   * Screens one traveller.
   *
   * @param traveller who is at the border
   * @param options how
   * @return the answer; what the traveller lacks is said in it
   * @throws DarvazaException {@link Status#INVALID_ARGUMENT} or {@link Status#LIMIT}, and which field it was
   */
  public Answer screen(Traveller traveller, ScreeningOptions options) {
    try (Answered answered = ask(List.of(Require.notNull(traveller, "traveller")), options, Native.SINGLE)) {
      return new FlatRecords(answered.reader).answers().get(0);
    }
  }

  /**
   * Screens many travellers with the library's own settings.
   *
   * @param travellers in any number up to the library's limit
   * @return answers in their order
   */
  public List<Answer> screenBatch(List<Traveller> travellers) {
    return screenBatch(travellers, ScreeningOptions.DEFAULTS);
  }

  /**
   * Screens many travellers against one version of the index, with one call of C.
   *
   * @param travellers in any number up to the library's limit
   * @param options how
   * @return answers in their order
   * @throws DarvazaException {@link Status#INVALID_ARGUMENT} or {@link Status#LIMIT}, and which field of which
   *     traveller it was; nobody was screened
   */
  public List<Answer> screenBatch(List<Traveller> travellers, ScreeningOptions options) {
    try (Answered answered = ask(travellers, options, Native.BATCH)) {
      return new FlatRecords(answered.reader).answers();
    }
  }

  /**
   * Screens many travellers and returns JSON Lines, the same bytes as {@code darvaza screen} writes.
   *
   * @param travellers in any number up to the library's limit
   * @param options how
   * @return one object a line, each line ended by a line feed
   * @throws DarvazaException as {@link #screenBatch(List, ScreeningOptions)}
   */
  public String screenBatchToJson(List<Traveller> travellers, ScreeningOptions options) {
    try (Answered answered = ask(travellers, options, Native.BATCH_AS_JSON)) {
      return answered.reader.text();
    }
  }

  private Answered ask(List<Traveller> given, ScreeningOptions options, int mode) {
    // A list that makes its items when asked may screen meanwhile, with the writer of this thread.
    List<Traveller> travellers = List.copyOf(Require.items(given, "travellers"));
    FlatWriter question = FlatWriter.ofThread();
    Require.notNull(options, "options").write(question);
    FlatTravellers.write(question, travellers);
    long screener = handle.enter();
    try {
      return new Answered(Native.screen(screener, question.buffer(), question.bytes(), mode));
    } finally {
      handle.leave();
    }
  }

  /**
   * Checks the document of a traveller who is not known.
   *
   * @param document as presented
   * @param options how
   * @return an answer that is always {@link Decision#INCOMPLETE}, because a document alone clears nobody: look at its
   *     documents and candidates
   */
  public Answer checkDocument(TravelDocument document, ScreeningOptions options) {
    FlatWriter question = FlatWriter.ofThread();
    Require.notNull(options, "options").write(question);
    FlatTravellers.write(question, document);
    long screener = handle.enter();
    try (Answered answered =
        new Answered(Native.checkDocument(screener, question.buffer(), question.bytes()))) {
      return new FlatRecords(answered.reader).answers().get(0);
    } finally {
      handle.leave();
    }
  }

  /**
   * Opens another index and lets it serve. Calls that run go on with the one that they began with; when it cannot be
   * opened, the old one goes on serving. May be called while others screen.
   *
   * @param index as for {@link #open(Path)}
   * @throws DarvazaException as {@link #open(Path)}
   */
  public void swap(Path index) {
    long screener = handle.enter();
    try {
      Native.swap(screener, Manifest.bytes(index));
    } finally {
      handle.leave();
    }
  }

  /** {@return what the index that serves holds} */
  public IndexDescription describe() {
    long screener = handle.enter();
    try (Answered answered = new Answered(Native.describe(screener))) {
      return new FlatRecords(answered.reader).description();
    } finally {
      handle.leave();
    }
  }

  /** Loggers name who calls them: this class, which the operator knows. */
  static void tell(System.Logger logger, System.Logger.Level level, String message) {
    logger.log(level, message);
  }

  /** {@return whether {@link #close()} was called} */
  public boolean closed() {
    return handle.closed();
  }

  /** Closes the index. Calls that run end as usual; more than once is fine. */
  @Override
  public void close() {
    handle.close();
  }
}
