package org.darvaza;

/**
 * A call that failed. Nothing of its effect remains, and what it was called on goes on working. Holds no personal
 * data: neither names nor numbers of travellers or listed persons.
 */
public final class DarvazaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What became of the call. */
  private final Status status;

  /** The argument that was wrong. */
  private final String field;

  /** The file that was wrong. */
  private final String file;

  /** From 1. */
  private final long line;

  /** From 1. */
  private final long record;

  /** From 0. */
  private final long offset;

  DarvazaException(
      Status status, String message, String field, String file, long line, long record, long offset) {
    super(place(field, file, line, record, offset) + message);
    this.status = status;
    this.field = field;
    this.file = file;
    this.line = line;
    this.record = record;
    this.offset = offset;
  }

  private static String place(String field, String file, long line, long record, long offset) {
    StringBuilder place = new StringBuilder(field.isEmpty() ? file : field);
    if (line != 0) place.append(':').append(line);
    if (record != 0) place.append(": record ").append(record);
    if (offset != 0) place.append(": byte ").append(offset);
    return place.isEmpty() ? "" : place.append(": ").toString();
  }

  /** {@return what became of the call} */
  public Status status() {
    return status;
  }

  /** {@return the argument that was wrong, "travellers[3].names[0].primary"; empty: none} */
  public String field() {
    return field;
  }

  /** {@return the file or stream that was wrong; empty: none} */
  public String file() {
    return file;
  }

  /** {@return the line in {@link #file()}, from 1; 0: unknown} */
  public long line() {
    return line;
  }

  /** {@return the record in {@link #file()}, from 1; 0: unknown} */
  public long record() {
    return record;
  }

  /** {@return bytes in {@link #field()} or {@link #file()}, from 0; 0 also where unknown} */
  public long offset() {
    return offset;
  }
}
