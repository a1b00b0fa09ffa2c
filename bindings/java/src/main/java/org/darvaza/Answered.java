package org.darvaza;

import java.nio.ByteBuffer;

/** What the C layer answered, to be read and then given back. */
final class Answered implements AutoCloseable {
  final FlatReader reader;
  private final ByteBuffer memory;

  Answered(ByteBuffer memory) {
    this.memory = memory;
    this.reader = new FlatReader(memory);
  }

  @Override
  public void close() {
    Native.free(memory);
  }
}
