package org.darvaza;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A passenger list that is read while it is asked for travellers: CSV, JSON Lines, PAXLST, PNRGOV or MRZ lines.
 *
 * <pre>{@code
 * try (Manifest manifest = Manifest.open(Path.of("ferry.csv"))) {
 *   for (List<Traveller> batch = manifest.next(1000); !batch.isEmpty(); batch = manifest.next(1000)) {
 *     screener.screenBatch(batch).forEach(this::act);
 *   }
 *   if (!manifest.summary().complete()) warn("travellers may be missing from the answers");
 * }
 * }</pre>
 *
 * <p>Threads take turns: a call waits for the one before.
 */
public final class Manifest implements AutoCloseable, Iterable<Traveller> {
  private static final int ITERATED_AT_ONCE = 256;

  private long handle;

  private Manifest(long handle) {
    this.handle = handle;
  }

  /**
   * Opens a file whose format is recognised by content.
   *
   * @param path a file, pipe or device
   * @return the manifest, to be closed
   * @throws DarvazaException {@link Status#INPUT_MISSING}
   */
  public static Manifest open(Path path) {
    return new Manifest(Native.openManifest(bytes(path), Native.DEFAULT, Native.DEFAULT));
  }

  /**
   * Opens a file.
   *
   * @param path a file, pipe or device
   * @param format how it is written
   * @param referenceYear by which two-digit years are read, 1900 to 9800
   * @return the manifest, to be closed
   * @throws DarvazaException {@link Status#INPUT_MISSING}
   */
  public static Manifest open(Path path, ManifestFormat format, int referenceYear) {
    return new Manifest(Native.openManifest(bytes(path), Require.notNull(format, "format").ordinal(), referenceYear));
  }

  /**
   * Reads what is in memory; the format is recognised by content.
   *
   * @param content copied
   * @param name what errors call it
   * @return the manifest, to be closed
   */
  public static Manifest of(byte[] content, String name) {
    Require.notNull(content, "content");
    byte[] utf8 = Require.notNull(name, "name").getBytes(StandardCharsets.UTF_8);
    return new Manifest(Native.openManifestBytes(content, utf8, Native.DEFAULT, Native.DEFAULT));
  }

  /**
   * Reads what is in memory.
   *
   * @param content copied
   * @param name what errors call it
   * @param format how it is written
   * @param referenceYear by which two-digit years are read, 1900 to 9800
   * @return the manifest, to be closed
   */
  public static Manifest of(byte[] content, String name, ManifestFormat format, int referenceYear) {
    Require.notNull(content, "content");
    byte[] utf8 = Require.notNull(name, "name").getBytes(StandardCharsets.UTF_8);
    return new Manifest(Native.openManifestBytes(content, utf8, Require.notNull(format, "format").ordinal(), referenceYear));
  }

  static byte[] bytes(Path path) {
    return Require.notNull(path, "path").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The next travellers in the order of the input. Waits for input.
   *
   * @param most at most so many; fewer only at the end
   * @return none at the end
   * @throws DarvazaException {@link Status#INPUT_REFUSED} or {@link Status#IO} when the input cannot be read any
   *     further; the travellers before come first
   */
  public synchronized List<Traveller> next(int most) {
    try (Answered answered = new Answered(Native.nextTravellers(open(), most))) {
      return new FlatRecords(answered.reader).travellers();
    }
  }

  /**
   * What was read, once {@link #next} has given no more travellers.
   *
   * @return with the problems of the message as a whole
   * @throws DarvazaException {@link Status#INVALID_ARGUMENT} before the end
   */
  public synchronized ManifestSummary summary() {
    try (Answered answered = new Answered(Native.manifestSummary(open()))) {
      return new FlatRecords(answered.reader).manifestSummary();
    }
  }

  /** {@return one traveller after the other, from where reading stands} */
  @Override
  public Iterator<Traveller> iterator() {
    return new Iterator<>() {
      private Iterator<Traveller> batch = List.<Traveller>of().iterator();

      @Override
      public boolean hasNext() {
        if (!batch.hasNext()) batch = Manifest.this.next(ITERATED_AT_ONCE).iterator();
        return batch.hasNext();
      }

      @Override
      public Traveller next() {
        if (!hasNext()) throw new NoSuchElementException();
        return batch.next();
      }
    };
  }

  private long open() {
    if (handle == 0) throw new IllegalStateException("the manifest is closed");
    return handle;
  }

  /** Stops reading. More than once is fine. */
  @Override
  public synchronized void close() {
    if (handle != 0) Native.closeManifest(handle);
    handle = 0;
  }
}
