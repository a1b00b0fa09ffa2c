package org.darvaza;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A handle of the C library that many threads use: whoever closes it while calls run leaves freeing to the last of
 * them.
 */
final class NativeHandle implements AutoCloseable {
  private static final long CLOSED = 1L << 62;

  private final long handle;
  private final LongConsumer free;
  private final String name;
  private final AtomicLong calls = new AtomicLong();

  NativeHandle(long handle, LongConsumer free, String name) {
    this.handle = handle;
    this.free = free;
    this.name = name;
  }

  /** {@return the handle, which stays open until {@link #leave()}} */
  long enter() {
    if (calls.incrementAndGet() >= CLOSED) {
      leave();
      throw new IllegalStateException(name + " is closed");
    }
    return handle;
  }

  void leave() {
    if (calls.decrementAndGet() == CLOSED) freeOnce();
  }

  boolean closed() {
    return calls.get() >= CLOSED;
  }

  @Override
  public void close() {
    long before = calls.getAndUpdate(count -> count >= CLOSED ? count : count + CLOSED);
    if (before == 0) freeOnce();
  }

  /** A late call that finds the handle closed comes here, too: the handle must not be freed twice. */
  private void freeOnce() {
    if (calls.compareAndSet(CLOSED, CLOSED + (CLOSED >> 1))) free.accept(handle);
  }
}
