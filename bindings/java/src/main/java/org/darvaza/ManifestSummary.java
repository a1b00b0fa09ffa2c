package org.darvaza;

import java.util.List;

/**
 * What was read of a manifest, and what was wrong with it as a whole.
 *
 * @param format what it was read as
 * @param complete false: travellers may be missing, the answers must not be taken as complete
 * @param travellers how many were read
 * @param problems of the message as a whole
 */
public record ManifestSummary(
    ManifestFormat format, boolean complete, long travellers, List<Problem> problems) {}
