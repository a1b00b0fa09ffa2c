package org.darvaza;

import java.util.List;

/** What records and calls ask of their arguments, said where they are given, and by name. Messages hold no value: it may be a traveller's. */
final class Require {
  private Require() {}

  static <T> T notNull(T value, String name) {
    if (value == null) throw new NullPointerException(name + " is null");
    return value;
  }

  /** A list and its items, as they are at this moment. */
  static <T> List<T> items(List<T> list, String name) {
    Object[] items = notNull(list, name).toArray();
    for (int i = 0; i < items.length; ++i) {
      if (items[i] == null) throw new NullPointerException(name + "[" + i + "] is null");
    }
    return list;
  }

  static void between(long value, long least, long most, String name) {
    if (value >= least && value <= most) return;
    throw new IllegalArgumentException(name + ": expected a number from " + least + " to " + most);
  }

  /** An option: null is the library's default. */
  static void notNegative(Number value, String name) {
    if (value != null && value.longValue() < 0) throw new IllegalArgumentException(name + ": expected a number that is not negative");
  }
}
