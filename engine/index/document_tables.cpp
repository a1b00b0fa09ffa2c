#include "index/document_tables.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "documents/document_number.h"
#include "documents/serial_number.h"
#include "index/document_lookup.h"
#include "index/document_ranges.h"
#include "index/packed_number.h"
#include "index/parallel.h"

namespace darvaza::index {
namespace {

constexpr std::size_t kMostShortFacts = 1 << 16;  // what a DocumentRecord can number
constexpr std::size_t kAnyFacts = ~std::size_t{0};

/// Facts as one text, different for different facts.
void write_key(const CommonFacts& facts, std::string& key) {
  key.clear();
  for (const std::string* text : {&facts.list, &facts.type, &facts.shape, &facts.reference}) {
    const auto size = static_cast<std::uint32_t>(text->size());
    key.append(reinterpret_cast<const char*>(&size), sizeof size);
    key += *text;
  }
  key.append(facts.issuing_state.text()).push_back('\0');
  key.append(facts.reporting_state.text()).push_back('\0');
  for (const int value : {static_cast<int>(facts.status), static_cast<int>(facts.form), static_cast<int>(facts.review_years), static_cast<int>(facts.reference_digits)}) {
    key.push_back(static_cast<char>(value));
  }
}

}  // namespace

std::optional<std::uint32_t> DocumentTables::number_facts(const CommonFacts& facts, std::size_t most) {
  write_key(facts, facts_key_);
  if (const auto known = known_facts_.find(std::string_view(facts_key_)); known != known_facts_.end()) return known->second;
  if (attributes_.size() >= most) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(attributes_.size());
  attributes_.push_back({strings_.share(facts.list), strings_.share(facts.type), strings_.share(facts.shape), strings_.share(facts.reference),
                         facts.issuing_state, facts.reporting_state, static_cast<std::uint8_t>(facts.status), static_cast<std::uint8_t>(facts.form),
                         facts.review_years, facts.reference_digits});
  known_facts_.emplace(facts_key_, number);
  return number;
}

std::uint32_t DocumentTables::add_wide(const LostDocument& document) {
  wide_.push_back({strings_.append(document.number), strings_.append(document.range_end), strings_.append(document.reference), document.lost,
                   document.reported, document.review, *number_facts(facts_in_common(document), kAnyFacts)});
  return static_cast<std::uint32_t>(wide_.size() - 1);
}

void DocumentTables::file(std::string_view normalised, const DocumentFields& fields) {
  parts_[document_hash(normalised) >> kPartShift].documents.push_back(to_record(fields));
  ++filed_;
}

void DocumentTables::file_wide(const LostDocument& document, std::string_view normalised) {
  const std::uint32_t wide = add_wide(document);
  const std::string end = documents::normalise_number(document.range_end);
  if (documents::is_run(normalised, end)) {
    ranges_.push_back({range_key(normalised), range_key(end), 0, 0, wide, 0});
    return;
  }
  if (!normalised.empty()) file(normalised, {number_that_leads_to(NumberKind::wide, wide), 0, 0, 0});
  if (!end.empty() && end != normalised) file(end, {number_that_leads_to(NumberKind::end_of_wide, wide), 0, 0, 0});
}

void DocumentTables::add(const LostDocument& document) {
  ++lost_;
  const std::string normalised = documents::normalise_number(document.number);
  if (auto shortened = shorten(document, normalised)) {
    const auto facts = number_facts(shortened->facts, kMostShortFacts);
    if (facts && *facts < kMostShortFacts) {
      shortened->fields.attributes = static_cast<std::uint16_t>(*facts);
      return file(normalised, shortened->fields);
    }
  }
  file_wide(document, normalised);
}

std::string DocumentTables::normalised_number(std::uint64_t number, std::span<const PersonDocumentRecord> person_documents) const {
  char room[documents::kLongestNumber];
  switch (kind_of(number)) {
    case NumberKind::packed:
      return std::string(unpack_number(number, room));
    case NumberKind::wide:
      return documents::normalise_number(strings_.view(wide_[record_of(number)].number));
    case NumberKind::end_of_wide:
      return documents::normalise_number(strings_.view(wide_[record_of(number)].range_end));
    case NumberKind::of_person:
      break;
  }
  return documents::normalise_number(strings_.view(person_documents[record_of(number)].number));
}

void DocumentTables::sort(Part& part, std::span<const PersonDocumentRecord> person_documents, std::uint32_t buckets) const {
  struct Placed {
    std::uint64_t hash;
    std::uint32_t added;
    auto operator<=>(const Placed&) const = default;
  };
  std::vector<Placed> order(part.documents.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = {document_hash(normalised_number(to_fields(part.documents[i]).number, person_documents)), i};
  }
  std::sort(order.begin(), order.end());
  if (order.empty()) return;
  part.first_bucket = bucket_of(order.front().hash, buckets);
  part.in_bucket.resize(bucket_of(order.back().hash, buckets) - part.first_bucket + 1);
  std::vector<DocumentRecord> sorted(order.size());
  part.tags.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted[i] = part.documents[order[i].added];
    part.tags[i] = tag_of(order[i].hash);
    ++part.in_bucket[bucket_of(order[i].hash, buckets) - part.first_bucket];
  }
  part.documents = std::move(sorted);
}

void DocumentTables::hand_over(std::uint32_t buckets, Sections& sections) {
  std::vector<std::uint32_t> begins(buckets + std::size_t{1});
  std::vector<std::vector<DocumentRecord>> documents;
  std::vector<std::vector<std::uint8_t>> tags;
  for (Part& part : parts_) {
    for (std::size_t i = 0; i < part.in_bucket.size(); ++i) begins[part.first_bucket + i + 1] += part.in_bucket[i];
    documents.push_back(std::move(part.documents));
    tags.push_back(std::move(part.tags));
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  sections[SectionId::document_buckets] = SectionBytes(std::move(begins));
  sections[SectionId::document_tags] = SectionBytes::of_pieces(std::move(tags));
  sections[SectionId::documents] = SectionBytes::of_pieces(std::move(documents));
}

void DocumentTables::finish(std::span<const PersonDocumentRecord> person_documents, unsigned threads, Sections& sections) {
  for (std::uint32_t i = 0; i < person_documents.size(); ++i) {
    const std::string normalised = documents::normalise_number(strings_.view(person_documents[i].number));
    if (!normalised.empty()) file(normalised, {number_that_leads_to(NumberKind::of_person, i), 0, 0, 0});
  }
  const std::uint32_t buckets = bucket_count(filed_);
  std::vector<std::function<void()>> tasks;
  for (Part& part : parts_) tasks.push_back([&, this] { sort(part, person_documents, buckets); });
  constexpr std::uint64_t kWorthThreads = 100'000;
  run_all(filed_ > kWorthThreads ? threads : 1, tasks);
  hand_over(buckets, sections);
  arrange_ranges(ranges_);
  sections[SectionId::document_attributes] = SectionBytes(std::move(attributes_));
  sections[SectionId::wide_documents] = SectionBytes(std::move(wide_));
  sections[SectionId::ranges] = SectionBytes(std::move(ranges_));
  sections[SectionId::document_counts] = SectionBytes(std::vector<DocumentCounts>{{lost_}});
}

}  // namespace darvaza::index
