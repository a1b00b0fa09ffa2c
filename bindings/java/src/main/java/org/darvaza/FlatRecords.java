package org.darvaza;

import java.util.List;
import java.util.Optional;

/** Records out of what the C layer wrote, field by field in the order of their declaration. */
final class FlatRecords {
  private static final Decision[] DECISIONS = Decision.values();
  private static final EvidenceKind[] EVIDENCE_KINDS = EvidenceKind.values();
  private static final DocumentMatch[] DOCUMENT_MATCHES = DocumentMatch.values();
  private static final DocumentStatus[] DOCUMENT_STATUSES = DocumentStatus.values();
  private static final NumberFormat[] NUMBER_FORMATS = NumberFormat.values();
  private static final ManifestFormat[] MANIFEST_FORMATS = ManifestFormat.values();
  private static final MrzFormat[] MRZ_FORMATS = MrzFormat.values();
  private static final Sex[] SEXES = Sex.values();
  private static final TravellerRole[] ROLES = TravellerRole.values();
  private static final Line[] LINES = Line.values();
  private static final AlertCategory[] ALERT_CATEGORIES = AlertCategory.values();
  private static final Instruction[] INSTRUCTIONS = Instruction.values();

  private final FlatReader from;

  FlatRecords(FlatReader from) {
    this.from = from;
  }

  List<Answer> answers() {
    return from.list(this::answer);
  }

  Answer answer() {
    return new Answer(
        from.text(),
        DECISIONS[from.number()],
        from.flag(),
        from.list(this::candidate),
        from.list(this::documentHit),
        from.list(this::problem),
        from.list(this::flight));
  }

  private Candidate candidate() {
    return new Candidate(
        from.text(),
        from.text(),
        from.number(),
        from.number(),
        from.text(),
        from.list(this::evidence),
        from.text(),
        from.text(),
        terms());
  }

  private Optional<EntryTerms> terms() {
    if (!from.flag()) return Optional.empty();
    return Optional.of(
        new EntryTerms(
            from.text(),
            from.text(),
            from.text(),
            ALERT_CATEGORIES[from.number()],
            INSTRUCTIONS[from.number()],
            LINES[from.number()],
            from.flag(),
            from.list(from::text),
            from.date(),
            from.date(),
            from.date(),
            from.text()));
  }

  private Evidence evidence() {
    return new Evidence(EVIDENCE_KINDS[from.number()], from.number(), from.text());
  }

  private DocumentHit documentHit() {
    return new DocumentHit(
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        DOCUMENT_STATUSES[from.number()],
        DOCUMENT_MATCHES[from.number()],
        from.number(),
        NUMBER_FORMATS[from.number()],
        from.date(),
        from.date(),
        from.date(),
        from.text(),
        from.text(),
        from.text(),
        terms());
  }

  private Problem problem() {
    return new Problem(from.text(), from.text());
  }

  private Flight flight() {
    return new Flight(
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.flag());
  }

  List<Traveller> travellers() {
    return from.list(this::traveller);
  }

  private Traveller traveller() {
    return new Traveller(
        from.text(),
        from.list(this::name),
        from.text(),
        from.date(),
        from.flag(),
        SEXES[from.number()],
        from.list(from::text),
        from.text(),
        from.list(this::document),
        ROLES[from.number()],
        from.text(),
        from.list(from::text),
        from.text(),
        from.list(this::flight),
        from.list(this::address),
        from.number(),
        from.list(this::problem));
  }

  private TravellerName name() {
    return new TravellerName(from.text(), from.text(), from.flag());
  }

  private TravelDocument document() {
    return new TravelDocument(
        from.text(), from.text(), from.text(), from.date(), from.date(), from.text());
  }

  private TravellerAddress address() {
    return new TravellerAddress(from.text(), from.text(), from.text());
  }

  IndexDescription description() {
    return new IndexDescription(
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.text(),
        from.text(),
        from.list(from::text));
  }

  ManifestSummary manifestSummary() {
    return new ManifestSummary(
        MANIFEST_FORMATS[from.number()],
        from.flag(),
        from.longNumber(),
        from.list(this::problem));
  }

  Comparison comparison() {
    return new Comparison(from.number(), from.number(), from.list(this::evidence), from.text());
  }

  Mrz mrz() {
    return new Mrz(
        MRZ_FORMATS[from.number()],
        from.flag(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.text(),
        from.date(),
        from.date(),
        SEXES[from.number()],
        SEXES[from.number()],
        from.text(),
        from.text(),
        from.date(),
        from.text(),
        name(),
        name(),
        from.list(this::mrzCheck),
        from.list(this::mrzRepair),
        from.list(this::problem),
        traveller(),
        from.text());
  }

  private MrzCheck mrzCheck() {
    return new MrzCheck(
        from.text(), (char) from.number(), (char) from.number(), from.flag(), from.flag());
  }

  private MrzRepair mrzRepair() {
    return new MrzRepair(
        from.number(), from.number(), from.text(), (char) from.number(), (char) from.number());
  }
}
