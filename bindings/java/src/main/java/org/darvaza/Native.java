package org.darvaza;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The functions of libdarvaza_jni, which passes them on to the C API. */
final class Native {
  /** Where an option was not stated: the C library's default holds. */
  static final int DEFAULT = Integer.MIN_VALUE;

  static final int SINGLE = 0;
  static final int BATCH = 1;
  static final int BATCH_AS_JSON = 2;

  static {
    load();
    checkLibrary();
    checkWords(1, Decision.values());
    checkWords(2, EvidenceKind.values());
    checkWords(3, DocumentMatch.values());
    checkWords(4, DocumentStatus.values());
    checkWords(5, NumberFormat.values());
    checkWords(6, ManifestFormat.values());
    checkWords(7, MrzFormat.values());
    checkWords(8, Sex.values());
    checkWords(9, TravellerRole.values());
    checkWords(10, Line.values());
    checkWords(11, AlertCategory.values());
    checkWords(12, Instruction.values());
  }

  private Native() {}

  private static void load() {
    try {
      System.loadLibrary("darvaza_jni");
    } catch (UnsatisfiedLinkError error) {
      String hint = "; expected libdarvaza_jni.so there: -Djava.library.path=DIRECTORY says where it is, PREFIX/lib/jni of an installation";
      UnsatisfiedLinkError told = new UnsatisfiedLinkError(error.getMessage() + hint);
      told.initCause(error);
      throw told;
    }
  }

  /** Constants stand in the order of the C library's values: another order would say "lost" for "stolen". */
  private static void checkWords(int vocabulary, Object[] constants) {
    for (int i = 0; i < constants.length; ++i) {
      if (!constants[i].toString().equals(word(vocabulary, i))) {
        throw new UnsatisfiedLinkError("libdarvaza has another meaning for " + constants[i].getClass());
      }
    }
    if (word(vocabulary, constants.length) != null) {
      throw new UnsatisfiedLinkError("libdarvaza knows more than " + constants[0].getClass());
    }
  }

  // What a function returns in a buffer is memory of C: to be given to free(), as Answered does.

  /** Throws UnsatisfiedLinkError when libdarvaza has another ABI than libdarvaza_jni was built for. */
  private static native void checkLibrary();

  static native String version();

  /** {@return the word for a value of an enumeration; null when there is no such value} */
  static native String word(int vocabulary, int value);

  static native void free(ByteBuffer answered);

  static native long openScreener(byte[] path, System.Logger logger);

  static native void closeScreener(long screener);

  static native void swap(long screener, byte[] path);

  static native ByteBuffer describe(long screener);

  static native ByteBuffer screen(long screener, ByteBuffer question, int bytes, int mode);

  static native ByteBuffer checkDocument(long screener, ByteBuffer question, int bytes);

  static native long openManifest(byte[] path, int format, int referenceYear);

  static native long openManifestBytes(byte[] content, byte[] name, int format, int referenceYear);

  static native ByteBuffer nextTravellers(long manifest, int most);

  static native ByteBuffer manifestSummary(long manifest);

  static native void closeManifest(long manifest);

  static native ByteBuffer parseMrz(byte[] lines, int referenceYear, int youngestAge, int expiryYearsAhead);

  static native ByteBuffer compare(byte[] nameA, byte[] nameB);

  /** {@return year * 65536 + month * 256 + day} */
  static native int parseDate(byte[] text);

  /** Called by C: an exception for a failure. */
  static DarvazaException failure(
      int code, byte[] message, byte[] field, byte[] file, long line, long record, long offset) {
    return new DarvazaException(
        Status.of(code), text(message), text(field), text(file), line, record, offset);
  }

  /** Called by C: the log sink. */
  static void log(System.Logger logger, int level, byte[] message) {
    System.Logger.Level[] levels = {
      System.Logger.Level.INFO, System.Logger.Level.WARNING, System.Logger.Level.ERROR
    };
    Screener.tell(logger, levels[Math.max(0, Math.min(level, levels.length - 1))], text(message));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
