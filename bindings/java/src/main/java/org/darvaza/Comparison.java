package org.darvaza;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Two names, no list: could they be one person's?
 *
 * @param scoreBp 0 to 10000: the score in hundredths of a percent
 * @param weightMn the sum of the evidence, thousandths of a nat
 * @param evidence the reasons
 * @param json the object that {@code darvaza compare --json} prints
 */
public record Comparison(int scoreBp, int weightMn, List<Evidence> evidence, String json) {
  /**
   * Compares two names in any scripts. Symmetric; names without letters score 0. A score from here is not one of
   * {@link Screener#screen}. Any thread; microseconds.
   *
   * @param nameA a whole name
   * @param nameB another
   * @return how alike they are, and why
   */
  public static Comparison of(String nameA, String nameB) {
    byte[] a = Require.notNull(nameA, "nameA").getBytes(StandardCharsets.UTF_8);
    byte[] b = Require.notNull(nameB, "nameB").getBytes(StandardCharsets.UTF_8);
    try (Answered answered = new Answered(Native.compare(a, b))) {
      return new FlatRecords(answered.reader).comparison();
    }
  }

  /** {@return the score between 0 and 1, four decimals} */
  public double score() {
    return scoreBp / 10000.0;
  }
}
