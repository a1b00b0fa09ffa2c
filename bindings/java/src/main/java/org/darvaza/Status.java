package org.darvaza;

/** What became of a call that failed. */
public enum Status {
  /** A value is out of its range: mend the program. */
  INVALID_ARGUMENT(1),

  /** A text is not well-formed. */
  INVALID_TEXT(2),

  /** No item has this number. */
  OUT_OF_RANGE(3),

  /** More than the library takes in one call: nothing of the call was done. */
  LIMIT(4),

  /** The program uses something that the installed library does not know: update the library. */
  UNSUPPORTED(5),

  /** A file, message or zone was read and is not acceptable as a whole. */
  INPUT_REFUSED(6),

  /** A file does not exist or cannot be opened. */
  INPUT_MISSING(7),

  /** The operating system refused to read. */
  IO(8),

  /** Memory or threads ran out; the next call may succeed. */
  OUT_OF_MEMORY(9),

  /** A broken invariant of the library: please report. */
  INTERNAL(10);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  static Status of(int code) {
    for (Status status : values()) {
      if (status.code == code) return status;
    }
    return INTERNAL;
  }
}
