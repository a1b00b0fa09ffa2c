package org.darvaza;

import java.util.List;
import java.util.Optional;

/**
 * A listed person who may be the traveller. A candidate is never proof.
 *
 * @param list identifier of the list, such as "un-sc"
 * @param id the source's own identifier of the entry
 * @param scoreBp 0 to 10000: the score in hundredths of a percent
 * @param weightMn the sum of the evidence, thousandths of a nat
 * @param name the listed spelling that matched best
 * @param evidence the reasons; they add up to {@code weightMn}
 * @param handling what to do
 * @param category programme or reason in the source's own words; may be empty
 * @param terms on which the entry is shared; empty where none are stated
 */
public record Candidate(
    String list,
    String id,
    int scoreBp,
    int weightMn,
    String name,
    List<Evidence> evidence,
    String handling,
    String category,
    Optional<EntryTerms> terms) {
  /** {@return the score between 0 and 1, four decimals} */
  public double score() {
    return scoreBp / 10000.0;
  }
}
