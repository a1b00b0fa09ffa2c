package org.darvaza;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what the C layer wrote: numbers and texts one after the other, in memory that C owns. */
final class FlatReader {
  private final ByteBuffer buffer;
  private byte[] scratch = new byte[256];

  FlatReader(ByteBuffer buffer) {
    this.buffer = buffer.order(ByteOrder.nativeOrder());
  }

  int number() {
    return buffer.getInt();
  }

  long longNumber() {
    return buffer.getLong();
  }

  boolean flag() {
    return number() != 0;
  }

  String text() {
    int bytes = number();
    if (bytes == 0) return "";
    if (scratch.length < bytes) scratch = new byte[Math.max(bytes, 2 * scratch.length)];
    buffer.get(scratch, 0, bytes);
    return new String(scratch, 0, bytes, StandardCharsets.UTF_8);
  }

  PartialDate date() {
    int year = number();
    int month = number();
    int day = number();
    return year == 0 ? PartialDate.UNKNOWN : new PartialDate(year, month, day);
  }

  <T> List<T> list(Supplier<T> element) {
    int count = number();
    if (count == 0) return List.of();
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; ++i) list.add(element.get());
    return List.copyOf(list);
  }
}
