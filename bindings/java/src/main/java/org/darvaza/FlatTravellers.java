package org.darvaza;

import java.util.List;
import java.util.function.Consumer;

/**
 * Travellers as the C layer reads them: how many of everything there is, so that it can ask for memory once, then the
 * travellers.
 */
final class FlatTravellers {
  private final FlatWriter to;
  private final int totals;
  private int names;
  private int texts;
  private int documents;
  private int flights;
  private int addresses;
  private int problems;

  private FlatTravellers(FlatWriter to) {
    this.to = to;
    this.totals = to.position();
    for (int i = 0; i < 6; ++i) to.number(0);
  }

  static void write(FlatWriter to, List<Traveller> travellers) {
    FlatTravellers flat = new FlatTravellers(to);
    flat.list(Require.items(travellers, "travellers"), flat::traveller);
    flat.writeTotals();
  }

  static void write(FlatWriter to, TravelDocument document) {
    document(to, Require.notNull(document, "document"));
  }

  private void writeTotals() {
    int[] counts = {names, texts, documents, flights, addresses, problems};
    for (int i = 0; i < counts.length; ++i) to.numberAt(totals + i * Integer.BYTES, counts[i]);
  }

  private void traveller(Traveller t) {
    to.text(t.id());
    names += list(t.names(), this::name);
    to.text(t.fatherName());
    to.date(t.birthDate());
    to.flag(t.birthDateDoubtful());
    to.number(t.sex().ordinal());
    texts += list(t.nationalities(), to::text);
    to.text(t.birthPlace());
    documents += list(t.documents(), document -> document(to, document));
    to.number(t.role().ordinal());
    to.text(t.locator());
    texts += list(t.relatedLocators(), to::text);
    to.text(t.reference());
    flights += list(t.flights(), this::flight);
    addresses += list(t.addresses(), this::address);
    to.number(t.bags());
    problems += list(t.problems(), this::problem);
  }

  /** A copy, where the list may change, so that there are as many items as was said. */
  private <T> int list(List<T> items, Consumer<T> write) {
    List<T> fixed = List.copyOf(items);
    to.number(fixed.size());
    for (T item : fixed) write.accept(item);
    return fixed.size();
  }

  private void name(TravellerName name) {
    to.text(name.primary());
    to.text(name.secondary());
    to.flag(name.mayBeTruncated());
  }

  private static void document(FlatWriter to, TravelDocument document) {
    to.text(document.number());
    to.text(document.type());
    to.text(document.issuingState());
    to.date(document.expires());
    to.date(document.issued());
    to.text(document.issuedAt());
  }

  private void flight(Flight flight) {
    to.text(flight.flight());
    to.text(flight.from());
    to.text(flight.to());
    to.text(flight.departs());
    to.text(flight.arrives());
    to.text(flight.operatedBy());
    to.text(flight.seat());
    to.flag(flight.reported());
  }

  private void address(TravellerAddress address) {
    to.text(address.type());
    to.text(address.state());
    to.text(address.text());
  }

  private void problem(Problem problem) {
    to.text(problem.where());
    to.text(problem.text());
  }
}
