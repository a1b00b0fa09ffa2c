package org.darvaza;

import java.util.List;

/**
 * What an index holds.
 *
 * @param formatVersion of the file
 * @param bytes of the file
 * @param entries listed persons
 * @param names listed names
 * @param tokens distinct name tokens
 * @param lostDocuments lost, stolen and revoked documents
 * @param personDocuments documents of listed persons
 * @param digest names this very index: equal digests, equal answers
 * @param tablesFingerprint of the tables of names and sounds that it was built with
 * @param sources one JSON object each: file, format, list, list_date, counts
 */
public record IndexDescription(
    long formatVersion,
    long bytes,
    long entries,
    long names,
    long tokens,
    long lostDocuments,
    long personDocuments,
    String digest,
    String tablesFingerprint,
    List<String> sources) {}
