package org.darvaza;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and texts one after the other in a direct buffer that grows: how a whole batch crosses to
 * C in one call. Kept from call to call by the thread that uses it, up to a bound.
 */
final class FlatWriter {
  private static final int FIRST_BYTES = 1 << 16;
  private static final int KEPT_BYTES = 1 << 24;
  private static final ThreadLocal<FlatWriter> OF_THREAD = ThreadLocal.withInitial(FlatWriter::new);

  private ByteBuffer buffer = allocate(FIRST_BYTES);

  /** An empty writer of this thread; what was written with it before is gone. */
  static FlatWriter ofThread() {
    FlatWriter writer = OF_THREAD.get();
    if (writer.buffer.capacity() > KEPT_BYTES) writer.buffer = allocate(FIRST_BYTES);
    writer.buffer.clear();
    return writer;
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  void number(int value) {
    room(Integer.BYTES);
    buffer.putInt(value);
  }

  void longNumber(long value) {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  /** A length and UTF-8. Half a surrogate pair is refused: replaced by "?", a name would lose a letter in silence. */
  void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    refuseReplacement(value, bytes);
    room(Integer.BYTES + bytes.length);
    buffer.putInt(bytes.length);
    buffer.put(bytes);
  }

  void date(PartialDate date) {
    number(date.year());
    number(date.month());
    number(date.day());
  }

  /** Where the next number will stand, for {@link #numberAt}. */
  int position() {
    return buffer.position();
  }

  void numberAt(int position, int value) {
    buffer.putInt(position, value);
  }

  ByteBuffer buffer() {
    return buffer;
  }

  int bytes() {
    return buffer.position();
  }

  private static void refuseReplacement(String value, byte[] bytes) {
    boolean question = false;
    for (byte b : bytes) question |= b == '?';
    if (!question) return;
    for (int i = 0; i < value.length(); ++i) {
      if (!Character.isSurrogate(value.charAt(i))) continue;
      if (!Character.isSurrogatePair(value.charAt(i), i + 1 < value.length() ? value.charAt(i + 1) : ' ')) {
        throw new IllegalArgumentException("a text holds half a surrogate pair at character " + i);
      }
      ++i;
    }
  }

  private void room(int bytes) {
    if (buffer.remaining() >= bytes) return;
    long wanted = Math.max(2L * buffer.capacity(), (long) buffer.position() + bytes);
    if ((long) buffer.position() + bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a batch takes more than 2 GiB: screen it in parts");
    }
    ByteBuffer larger = allocate((int) Math.min(wanted, Integer.MAX_VALUE));
    larger.put(buffer.flip());
    buffer = larger;
  }
}
