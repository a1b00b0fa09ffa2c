package org.darvaza;

/** The library itself. */
public final class Darvaza {
  private Darvaza() {}

  /** {@return the version of the C library, "0.1.0"} */
  public static String version() {
    return Native.version();
  }
}
