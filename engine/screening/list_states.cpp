#include "screening/list_states.h"

#include <span>

#include <fmt/core.h>

#include "index/section_file.h"

namespace darvaza::screening {

/// Little-endian on every machine: an index is built on one and opened on another.
void ListStates::put_number(std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) record_ += static_cast<char>(number >> shift);
}

void ListStates::put(std::string_view text) {
  put_number(text.size());
  record_ += text;
}

void ListStates::put(const PartialDate& date) {
  put_number((static_cast<std::uint64_t>(static_cast<std::uint16_t>(date.year)) << 16) | (static_cast<std::uint64_t>(date.month) << 8) | date.day);
}

void ListStates::put(const EntryTerms& terms) {
  for (const std::string_view text : {terms.owner.text(), std::string_view(terms.focal_point), std::string_view(terms.legal_basis), std::string_view(terms.source_reference)}) put(text);
  put_number((static_cast<std::uint64_t>(terms.category) << 16) | (static_cast<std::uint64_t>(terms.instruction) << 8) | static_cast<std::uint64_t>(terms.visible_from));
  put_number(terms.releasable_to ? terms.releasable_to->size() + 1 : 0);
  if (terms.releasable_to) {
    for (const StateCode state : *terms.releasable_to) put(state.text());
  }
  for (const PartialDate& date : {terms.valid_from, terms.valid_until, terms.review}) put(date);
}

void ListStates::add_digest(std::string_view list) {
  auto sum = sums_.find(list);
  if (sum == sums_.end()) sum = sums_.emplace(list, 0).first;
  sum->second += index::digest_of(std::as_bytes(std::span(record_))).low;
}

void ListStates::add(const WatchlistEntry& entry) {
  record_.clear();
  for (const std::string* text : {&entry.id, &entry.category, &entry.handling}) put(*text);
  for (const ListedName& name : entry.names) {
    put(name.text);
    put_number(static_cast<std::uint64_t>(name.grade) + 1);
  }
  put_number(0);
  for (const BirthDate& date : entry.birth_dates) {
    put(date.first);
    put(date.last);
    put_number(date.circa ? 1 : 2);
  }
  put_number(static_cast<std::uint64_t>(entry.sex));
  for (const StateCode state : entry.nationalities) put(state.text());
  for (const auto* const texts : {&entry.birth_places, &entry.father_names}) {
    put_number(texts->size());
    for (const std::string& text : *texts) put(text);
  }
  for (const ListedDocument& document : entry.documents) {
    put(document.number);
    put(document.type);
    put(document.issuing_state.text());
  }
  put(entry.terms);
  add_digest(entry.list);
}

void ListStates::add(const LostDocument& document) {
  record_.clear();
  for (const std::string_view text : {std::string_view(document.number), std::string_view(document.range_end), std::string_view(document.type), document.issuing_state.text(),
                                      document.reporting_state.text(), std::string_view(document.reference)}) {
    put(text);
  }
  put_number(static_cast<std::uint64_t>(document.status));
  for (const PartialDate& date : {document.lost, document.reported, document.review}) put(date);
  add_digest(document.list);
}

std::string ListStates::of(std::string_view list) const {
  const auto sum = sums_.find(list);
  return sum == sums_.end() ? std::string() : fmt::format("{:016x}", sum->second);
}

}  // namespace darvaza::screening
