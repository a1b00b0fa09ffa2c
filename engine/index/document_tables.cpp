#include "index/document_tables.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "documents/document_number.h"
#include "index/serial_number.h"

namespace darvaza::index {

void DocumentTables::add(const LostDocument& document) {
  lost_.push_back({strings_.share(document.list), strings_.append(document.number), strings_.append(document.range_end),
                   strings_.share(document.type), document.issuing_state, document.reporting_state, document.reported,
                   static_cast<std::uint32_t>(document.status)});
}

/// Most numbers are listed as they are normalised, and hold nothing to fold: those need no text of their own.
void DocumentTables::file(StringRef listed, std::uint32_t record) {
  const auto text_of = [&](const std::string& text, StringRef like) { return text == strings_.view(like) ? like : strings_.append(text); };
  const std::string normalised = documents::normalise_number(strings_.view(listed));
  if (normalised.empty()) return;
  const StringRef exact = text_of(normalised, listed);
  exact_.push_back({exact, record});
  folded_.push_back({text_of(documents::fold_confusable(normalised), exact), record});
}

void DocumentTables::file_lost(std::uint32_t record) {
  const StringRef number = lost_[record].number, end = lost_[record].range_end;
  const auto first = split_serial(documents::normalise_number(strings_.view(number)));
  const auto last = split_serial(documents::normalise_number(strings_.view(end)));
  const bool is_run = first && last && first->prefix == last->prefix && first->digits == last->digits && first->serial <= last->serial;
  if (is_run) {
    ranges_.push_back({strings_.share(first->prefix), first->digits, record, first->serial, last->serial});
  } else {
    file(number, record);
    file(end, record);
  }
}

void DocumentTables::finish(std::span<const PersonDocumentRecord> person_documents, Sections& sections) {
  for (std::uint32_t i = 0; i < lost_.size(); ++i) file_lost(i);
  for (std::uint32_t i = 0; i < person_documents.size(); ++i) file(person_documents[i].number, i | NumberRecord::kOfPerson);

  const auto by_number = [&](const NumberRecord& a, const NumberRecord& b) {
    return std::tuple(strings_.view(a.number), a.record) < std::tuple(strings_.view(b.number), b.record);
  };
  std::sort(exact_.begin(), exact_.end(), by_number);
  std::sort(folded_.begin(), folded_.end(), by_number);
  std::sort(ranges_.begin(), ranges_.end(), [&](const RangeRecord& a, const RangeRecord& b) {
    return std::tuple(strings_.view(a.prefix), a.digits, a.first, a.last, a.record) <
           std::tuple(strings_.view(b.prefix), b.digits, b.first, b.last, b.record);
  });
  sections[SectionId::lost_documents] = SectionBytes(std::move(lost_));
  sections[SectionId::exact_numbers] = SectionBytes(std::move(exact_));
  sections[SectionId::folded_numbers] = SectionBytes(std::move(folded_));
  sections[SectionId::ranges] = SectionBytes(std::move(ranges_));
}

}  // namespace darvaza::index
