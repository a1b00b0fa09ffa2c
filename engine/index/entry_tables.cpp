#include "index/entry_tables.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include "index/name_marks.h"
#include "index/record_bytes.h"

namespace darvaza::index {
namespace {

/// BirthDate ends in a byte of padding, which would differ from build to build.
void append_date(std::string& bytes, const BirthDate& date) {
  char raw[sizeof(BirthDate)] = {};
  std::memcpy(raw + offsetof(BirthDate, first), &date.first, sizeof date.first);
  std::memcpy(raw + offsetof(BirthDate, last), &date.last, sizeof date.last);
  raw[offsetof(BirthDate, circa)] = static_cast<char>(date.circa);
  bytes.append(raw, sizeof raw);
}

std::uint32_t size_of(const auto& container) { return static_cast<std::uint32_t>(container.size()); }

}  // namespace

void EntryTables::add(const WatchlistEntry& entry, std::uint32_t first_name) {
  EntryRecord record{first_name, size_of(ids_), profile_of(entry), run_of(entry.birth_dates)};
  ids_ += entry.id;
  if (!entry.birth_places.empty() || !entry.father_names.empty() || !entry.documents.empty()) {
    record.profile_and_extras |= EntryRecord::kHasExtras;
    add_extras(entry);
  }
  entries_.push_back(record);
}

std::uint32_t EntryTables::profile_of(const WatchlistEntry& entry) {
  const std::uint32_t terms = terms_.number_of(entry.terms);
  key_.clear();
  for (const std::string* text : {&entry.list, &entry.category, &entry.handling}) append_text(key_, *text);
  key_ += bytes_of(entry.sex);
  key_ += bytes_of(terms);
  for (const StateCode& code : entry.nationalities) key_ += bytes_of(code);
  if (const auto known = profile_numbers_.find(key_); known != profile_numbers_.end()) return known->second;

  const Range nationalities{size_of(states_), size_of(entry.nationalities)};
  states_.insert(states_.end(), entry.nationalities.begin(), entry.nationalities.end());
  profiles_.push_back({strings_.share(entry.list), strings_.share(entry.category), strings_.share(entry.handling), nationalities,
                       static_cast<std::uint32_t>(entry.sex), terms});
  return profile_numbers_.emplace(key_, size_of(profiles_) - 1).first->second;
}

std::uint32_t EntryTables::run_of(std::span<const BirthDate> dates) {
  key_.clear();
  for (const BirthDate& date : dates) append_date(key_, date);
  const std::uint32_t next = size_of(run_begins_);
  const std::uint32_t hash = hash_of(std::as_bytes(std::span(key_)));
  const std::uint32_t number = run_numbers_.find_or_add(hash, next, [&](std::uint32_t known) { return run(known) == key_; });
  if (number == next) {
    run_begins_.push_back(static_cast<std::uint32_t>(birth_dates_.size() / sizeof(BirthDate)));
    birth_dates_ += key_;
  }
  return number;
}

/// The bytes of the dates of a run.
std::string_view EntryTables::run(std::uint32_t number) const {
  const std::size_t begin = run_begins_[number] * sizeof(BirthDate);
  const std::size_t end = number + 1 < run_begins_.size() ? run_begins_[number + 1] * sizeof(BirthDate) : birth_dates_.size();
  return std::string_view(birth_dates_).substr(begin, end - begin);
}

ExtrasRecord EntryTables::next_extras() const {
  return {size_of(entries_), size_of(texts_), size_of(texts_), size_of(documents_)};
}

void EntryTables::add_extras(const WatchlistEntry& entry) {
  ExtrasRecord record = next_extras();
  for (const std::string& place : entry.birth_places) texts_.push_back(strings_.share(place));
  record.father_names = size_of(texts_);
  for (const std::string& name : entry.father_names) texts_.push_back(strings_.share(name));
  for (const ListedDocument& document : entry.documents) {
    documents_.push_back({record.entry, strings_.append(document.number), strings_.share(document.type), document.issuing_state});
  }
  extras_.push_back(record);
}

std::uint64_t EntryTables::most_records() const {
  return std::max({states_.size(), birth_dates_.size() / sizeof(BirthDate), texts_.size()});
}

void EntryTables::finish(std::uint32_t name_count, Sections& sections) {
  entries_.push_back({name_count, size_of(ids_), 0, 0});
  extras_.push_back(next_extras());
  run_begins_.push_back(static_cast<std::uint32_t>(birth_dates_.size() / sizeof(BirthDate)));
  sections[SectionId::name_marks] = SectionBytes(name_marks(entries_));
  sections[SectionId::entries] = SectionBytes(std::move(entries_));
  sections[SectionId::entry_ids] = SectionBytes(std::move(ids_));
  sections[SectionId::profiles] = SectionBytes(std::move(profiles_));
  sections[SectionId::states] = SectionBytes(std::move(states_));
  sections[SectionId::birth_date_runs] = SectionBytes(std::move(run_begins_));
  sections[SectionId::birth_dates] = SectionBytes(std::move(birth_dates_));
  sections[SectionId::extras] = SectionBytes(std::move(extras_));
  sections[SectionId::texts] = SectionBytes(std::move(texts_));
  sections[SectionId::person_documents] = SectionBytes(std::move(documents_));
}

}  // namespace darvaza::index
