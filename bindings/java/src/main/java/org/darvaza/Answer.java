package org.darvaza;

import java.util.List;

/**
 * The answer about one traveller.
 *
 * @param id the traveller's
 * @param decision what the officer is told first; only {@link Decision#CLEAR} clears
 * @param complete false exactly when the decision is {@link Decision#INCOMPLETE}
 * @param candidates listed persons who may be the traveller, best first
 * @param documents the traveller's documents that are reported, the surest first
 * @param problems what could not be read or understood
 * @param flights the traveller's
 */
public record Answer(
    String id,
    Decision decision,
    boolean complete,
    List<Candidate> candidates,
    List<DocumentHit> documents,
    List<Problem> problems,
    List<Flight> flights) {}
