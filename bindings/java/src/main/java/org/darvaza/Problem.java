package org.darvaza;

/**
 * Something that could not be read or understood; holds no personal data.
 *
 * @param where "line 7", "segment 12 (DTM), byte 482"; empty: about the whole record
 * @param text what was found and what was expected
 */
public record Problem(String where, String text) {
  /**
   * Nothing may be null.
   *
   * @param where "line 7", "segment 12 (DTM), byte 482"; empty: about the whole record
   * @param text what was found and what was expected
   */
  public Problem {
    Require.notNull(where, "where");
    Require.notNull(text, "text");
  }
}
