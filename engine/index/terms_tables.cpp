#include "index/terms_tables.h"

#include <algorithm>
#include <utility>

#include "index/record_bytes.h"

namespace darvaza::index {
namespace {

std::string key_of(const EntryTerms& terms) {
  std::string key;
  for (const std::string* text : {&terms.focal_point, &terms.legal_basis, &terms.source_reference})
    append_text(key, *text);
  key += bytes_of(terms.owner);
  for (const PartialDate* date : {&terms.valid_from, &terms.valid_until, &terms.review})
    key += bytes_of(*date);
  key += static_cast<char>(terms.category);
  key += static_cast<char>(terms.instruction);
  key += static_cast<char>(terms.visible_from);
  key += static_cast<char>(terms.releasable_to.has_value());
  if (terms.releasable_to) {
    for (const StateCode& state : *terms.releasable_to) key += bytes_of(state);
  }
  return key;
}

}  // namespace

std::uint32_t TermsTables::number_of(const EntryTerms& terms) {
  if (!terms.stated()) return 0;
  const auto [known, added] =
      numbers_.try_emplace(key_of(terms), static_cast<std::uint32_t>(terms_.size() + 1));
  if (!added) return known->second;
  TermsRecord record;
  record.focal_point = strings_.share(terms.focal_point);
  record.legal_basis = strings_.share(terms.legal_basis);
  record.source_reference = strings_.append(terms.source_reference);
  record.owner = terms.owner;
  record.valid_from = terms.valid_from;
  record.valid_until = terms.valid_until;
  record.review = terms.review;
  record.category = static_cast<std::uint8_t>(terms.category);
  record.instruction = static_cast<std::uint8_t>(terms.instruction);
  record.visible_from = static_cast<std::uint8_t>(terms.visible_from);
  if (terms.releasable_to) {
    record.is_restricted = 1;
    record.releasable_to = {static_cast<std::uint32_t>(states_.size()),
                            static_cast<std::uint32_t>(terms.releasable_to->size())};
    states_.insert(states_.end(), terms.releasable_to->begin(), terms.releasable_to->end());
  }
  terms_.push_back(record);
  return known->second;
}

void TermsTables::add_list(std::string_view list, const EntryTerms& terms) {
  lists_.push_back({strings_.share(list), number_of(terms)});
}

std::uint64_t TermsTables::most_records() const {
  return std::max({terms_.size(), states_.size(), lists_.size()});
}

void TermsTables::finish(Sections& sections) {
  sections[SectionId::terms] = SectionBytes(std::move(terms_));
  sections[SectionId::terms_states] = SectionBytes(std::move(states_));
  sections[SectionId::list_terms] = SectionBytes(std::move(lists_));
}

}  // namespace darvaza::index
