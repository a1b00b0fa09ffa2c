package org.darvaza;

import java.util.Optional;

/**
 * A document of the traveller that is reported lost, stolen or revoked. Unconfirmed by nature.
 *
 * @param list identifier of the list
 * @param number as listed; "first to last" for a run of blanks
 * @param type as listed; may be empty
 * @param issuer code of the issuing State (Doc 9303-3)
 * @param status why it is listed
 * @param match how the numbers agree
 * @param differenceMn how unusual a misreading would have to be, thousandths of a nat; 0: the same number
 * @param format whether the presented number has a usual form
 * @param lost when it was lost or stolen; unknown for most
 * @param reported when the list was told
 * @param review after which the list is to review or delete the record
 * @param reportingState code of the State that reported it
 * @param reference the reporting State's own; may be empty
 * @param handling what to do, and whom to contact
 * @param terms of the list; empty where none are stated
 */
public record DocumentHit(
    String list,
    String number,
    String type,
    String issuer,
    DocumentStatus status,
    DocumentMatch match,
    int differenceMn,
    NumberFormat format,
    PartialDate lost,
    PartialDate reported,
    PartialDate review,
    String reportingState,
    String reference,
    String handling,
    Optional<EntryTerms> terms) {}
