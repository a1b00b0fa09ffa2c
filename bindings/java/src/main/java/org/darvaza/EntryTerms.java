package org.darvaza;

import java.util.List;

/**
 * On what terms an entry is shared: who answers for it, what is to be done, who may know of it, for how long.
 *
 * @param owner code of the State that answers for the entry (Doc 9303-3); empty: not stated
 * @param focalPoint whom to contact, as the owner writes it
 * @param legalBasis on what ground the entry is listed
 * @param category why, in common words
 * @param instruction what the owner asks for
 * @param visibleFrom {@link Line#SECOND}: not shown to the first line
 * @param releasableToAll whether every State may see it; else its owner and those of {@code releasableTo}
 * @param releasableTo codes of the States that may see it besides its owner
 * @param validFrom first day; unknown: no limit
 * @param validUntil last day; unknown: no limit
 * @param review when the owner is to confirm or delete the entry
 * @param sourceReference the owner's own reference
 */
public record EntryTerms(
    String owner,
    String focalPoint,
    String legalBasis,
    AlertCategory category,
    Instruction instruction,
    Line visibleFrom,
    boolean releasableToAll,
    List<String> releasableTo,
    PartialDate validFrom,
    PartialDate validUntil,
    PartialDate review,
    String sourceReference) {}
