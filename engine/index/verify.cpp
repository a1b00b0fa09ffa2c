#include "index/verify.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <vector>

#include "index/dated_names.h"
#include "index/dictionary.h"
#include "index/document_lookup.h"
#include "index/document_record.h"
#include "index/name_marks.h"
#include "index/name_postings.h"
#include "index/parallel.h"
#include "names/person_name.h"

namespace darvaza::index {
namespace {

class Verifier {
 public:
  explicit Verifier(const SectionFile& file) : file_(file), strings_(file.bytes(SectionId::strings).size()) {}

  bool sizes() const {
    return whole<StringRef>(SectionId::sources) && one_more<EntryRecord>(SectionId::entries) &&
           whole<ProfileRecord>(SectionId::profiles) && whole<StateCode>(SectionId::states) &&
           whole<TermsRecord>(SectionId::terms) && whole<StateCode>(SectionId::terms_states) && whole<ListTermsRecord>(SectionId::list_terms) &&
           one_more<std::uint32_t>(SectionId::birth_date_runs) && whole<BirthDate>(SectionId::birth_dates) &&
           one_more<ExtrasRecord>(SectionId::extras) && whole<StringRef>(SectionId::texts) &&
           whole<PersonDocumentRecord>(SectionId::person_documents) && one_more<NameRecord>(SectionId::names) &&
           whole<NameMark>(SectionId::name_marks) && whole<NameToken>(SectionId::name_tokens) && whole<Sounds>(SectionId::tokens) &&
           one_more<std::uint32_t>(SectionId::token_groups) && whole<std::uint32_t>(SectionId::token_slots) &&
           whole<std::uint32_t>(SectionId::token_frequencies) && whole<std::uint16_t>(SectionId::token_rarities) &&
           one_more<std::uint32_t>(SectionId::similar_begin) && one_more<KeyRecord>(SectionId::skeletons) &&
           whole<std::uint32_t>(SectionId::skeleton_groups) && one_more<KeyRecord>(SectionId::prefixes) &&
           whole<std::uint32_t>(SectionId::prefix_groups) && one_more<std::uint32_t>(SectionId::postings_begin) &&
           whole<std::uint32_t>(SectionId::postings) &&
           whole<StateCode>(SectionId::posted_states) &&
           one_more<std::uint32_t>(SectionId::dated_begin) && whole<std::uint32_t>(SectionId::dated_names) &&
           one_more<std::uint32_t>(SectionId::document_buckets) && whole<DocumentRecord>(SectionId::documents) &&
           whole<DocumentAttributes>(SectionId::document_attributes) && whole<WideDocument>(SectionId::wide_documents) &&
           whole<RangeRecord>(SectionId::ranges) && one_more<DocumentCounts>(SectionId::document_counts) &&
           whole<RemovalRecord>(SectionId::removals);
  }

  bool entries() const {
    const auto profiles = count<ProfileRecord>(SectionId::profiles);
    const auto runs = count<std::uint32_t>(SectionId::birth_date_runs) - 1;
    const auto entries = file_.records<EntryRecord>(SectionId::entries);
    return all_of(entries.first(entries.size() - 1), [&](const EntryRecord& e) { return e.profile() < profiles && e.birth_dates < runs; }) &&
           covers<EntryRecord>(SectionId::entries, &EntryRecord::id, file_.bytes(SectionId::entry_ids).size()) &&
           covers<EntryRecord>(SectionId::entries, &EntryRecord::first_name, count<NameRecord>(SectionId::names) - 1) && marks_fit();
  }

  bool names() const {
    const auto tokens = count<Sounds>(SectionId::tokens);
    const auto names = file_.records<NameRecord>(SectionId::names);
    return all_of(names, [](const NameRecord& name) { return name.grade() <= static_cast<std::uint32_t>(NameGrade::weak); }) &&
           covers<NameRecord>(SectionId::names, &NameRecord::text, file_.bytes(SectionId::name_texts).size()) &&
           covers<NameRecord>(SectionId::names, &NameRecord::tokens, count<NameToken>(SectionId::name_tokens)) &&
           std::adjacent_find(names.begin(), names.end(), [](const NameRecord& name, const NameRecord& next) {
             return next.tokens() - name.tokens() > names::kMaxTokens;
           }) == names.end() &&
           all<NameToken>(SectionId::name_tokens, [&](NameToken token) {
             return token.token() < tokens && token.role() <= names::TokenRole::father;
           });
  }

  bool facts() const {
    return profiles() && terms() && extras() &&
           covers(file_.records<std::uint32_t>(SectionId::birth_date_runs), std::identity(), count<BirthDate>(SectionId::birth_dates)) &&
           all<StringRef>(SectionId::sources, [&](StringRef ref) { return string(ref); }) &&
           all<RemovalRecord>(SectionId::removals, [&](const RemovalRecord& removal) { return strings({removal.list, removal.what}); }) &&
           all<StringRef>(SectionId::texts, [&](StringRef ref) { return string(ref); }) && birth_dates() &&
           all<PersonDocumentRecord>(SectionId::person_documents, [&](const PersonDocumentRecord& document) {
             return document.entry < count<EntryRecord>(SectionId::entries) - 1 && strings({document.number, document.type});
           });
  }

  bool dictionary() const {
    const auto tokens = count<Sounds>(SectionId::tokens);
    return all<Sounds>(SectionId::tokens, is_token) && groups() && slots() &&
           count<std::uint32_t>(SectionId::token_frequencies) == tokens && count<std::uint16_t>(SectionId::token_rarities) == tokens &&
           count<std::uint32_t>(SectionId::similar_begin) == tokens + 1 &&
           covers(file_.records<std::uint32_t>(SectionId::similar_begin), std::identity(), file_.bytes(SectionId::similar_tokens).size()) &&
           keys(SectionId::skeletons, SectionId::skeleton_groups) && keys(SectionId::prefixes, SectionId::prefix_groups);
  }

  bool dated_names() const {
    const auto names = count<NameRecord>(SectionId::names) - 1;
    const auto begin = file_.records<std::uint32_t>(SectionId::dated_begin);
    const auto dated = count<std::uint32_t>(SectionId::dated_names);
    return begin.size() == kDatedLists + 1 && covers(begin, std::identity(), dated) && file_.bytes(SectionId::dated_states).size() == dated &&
           all<std::uint32_t>(SectionId::dated_names, [&](NameId name) { return name < names; });
  }

  /// What a posting says of its entry's facts is compared, not followed: any value will do.
  bool postings() const {
    const auto names = count<NameRecord>(SectionId::names) - 1;
    const auto tokens = count<Sounds>(SectionId::tokens);
    const auto begin = file_.records<std::uint32_t>(SectionId::postings_begin);
    const auto words = file_.records<std::uint32_t>(SectionId::postings);
    if (words.size() < PostingList::kWordsBehind || begin.size() != tokens + 1 || !covers(begin, std::identity(), words.size() - PostingList::kWordsBehind)) return false;
    bool all_hold = true;
    for (std::size_t token = 0; token < tokens; ++token) {
      const std::uint32_t size = PostingList::size_of(begin[token + 1] - begin[token]);
      const PostingList list(&words[begin[token]], size);
      all_hold &= PostingList::words_of(size) == begin[token + 1] - begin[token];
      all_hold &= all_of(list.names(), [&](PostedName posted) { return posted.name() < names; });
      all_hold &= all_of(list.others(), [&](OtherToken other) { return other.number() < tokens || other.number() >= OtherToken::kMany; });
    }
    return all_hold && dated_names();
  }

  bool documents() const {
    const auto begins = file_.records<std::uint32_t>(SectionId::document_buckets);
    const auto size = count<DocumentRecord>(SectionId::documents);
    return begins.size() == bucket_count(size) + std::size_t{1} && covers(begins, std::identity(), size) &&
           file_.bytes(SectionId::document_tags).size() == size && all<DocumentRecord>(SectionId::documents, [this](const DocumentRecord& r) { return leads_somewhere(to_fields(r)); });
  }

  bool document_facts() const {
    return all<DocumentAttributes>(SectionId::document_attributes, [&](const DocumentAttributes& record) {
             return strings({record.list, record.type, record.shape, record.reference}) && record.status <= static_cast<std::uint8_t>(DocumentStatus::invalid) &&
                    record.form <= static_cast<std::uint8_t>(DocumentForm::dates) && record.reference_digits <= kMostReferenceDigits;
           }) &&
           all<WideDocument>(SectionId::wide_documents, [&](const WideDocument& record) {
             return strings({record.number, record.range_end, record.reference}) && record.attributes < count<DocumentAttributes>(SectionId::document_attributes);
           }) &&
           all<RangeRecord>(SectionId::ranges, [&](const RangeRecord& range) { return range.document < count<WideDocument>(SectionId::wide_documents); }) &&
           count<DocumentCounts>(SectionId::document_counts) == 1;
  }

 private:
  using Sounds = romanize::Sounds;

  template <typename T>
  bool whole(SectionId id) const { return file_.is_whole<T>(id); }
  template <typename T>
  bool one_more(SectionId id) const { return whole<T>(id) && count<T>(id) >= 1; }
  template <typename T>
  std::uint64_t count(SectionId id) const { return file_.records<T>(id).size(); }

  /// Without a branch for each record, so that the compiler can take several at once: a sound file is
  /// read to its end anyway.
  static bool all_of(const auto& records, auto holds) {
    bool all_hold = true;
    for (const auto& record : records) all_hold &= holds(record);
    return all_hold;
  }
  template <typename T>
  bool all(SectionId id, auto holds) const { return all_of(file_.records<T>(id), holds); }
  /// Whether what `begin` gives for each record runs from 0 to `size` and never falls: record i has
  /// what lies between its own and that of record i + 1.
  static bool covers(auto records, auto begin, std::uint64_t size) {
    bool rises = std::invoke(begin, records.front()) == 0 && std::invoke(begin, records.back()) == size;
    for (std::size_t i = 1; i < records.size(); ++i) rises &= std::invoke(begin, records[i - 1]) <= std::invoke(begin, records[i]);
    return rises;
  }
  template <typename T>
  bool covers(SectionId id, auto begin, std::uint64_t size) const { return covers(file_.records<T>(id), begin, size); }

  bool string(StringRef ref) const { return ref.offset <= strings_ && ref.length <= strings_ - ref.offset; }
  bool strings(std::initializer_list<StringRef> refs) const {
    return std::all_of(refs.begin(), refs.end(), [&](StringRef ref) { return string(ref); });
  }
  static bool inside(Range range, std::uint64_t size) { return range.begin <= size && range.count <= size - range.begin; }

  /// Reads raw bytes: a bool that is neither 0 nor 1, or an enumerator out of range, must not be read as such.
  bool birth_dates() const {
    const auto bytes = file_.bytes(SectionId::birth_dates);
    for (std::size_t at = offsetof(BirthDate, circa); at < bytes.size(); at += sizeof(BirthDate)) {
      if (bytes[at] > std::byte{1}) return false;
    }
    return true;
  }
  bool leads_somewhere(const DocumentFields& fields) const {
    switch (kind_of(fields.number)) {
      case NumberKind::packed:
        return fields.attributes < count<DocumentAttributes>(SectionId::document_attributes);
      case NumberKind::wide:
      case NumberKind::end_of_wide:
        return record_of(fields.number) < count<WideDocument>(SectionId::wide_documents);
      case NumberKind::of_person:
        break;
    }
    return record_of(fields.number) < count<PersonDocumentRecord>(SectionId::person_documents);
  }
  static bool is_token(const Sounds& sounds) {
    if (static_cast<std::size_t>(sounds.system()) >= romanize::kWritingSystemCount || sounds.size() > Sounds::kCapacity) return false;
    return all_of(sounds, [](romanize::Sound s) { return s > romanize::Sound::none && s < romanize::Sound::count; });
  }
  bool groups() const {
    return covers(file_.records<std::uint32_t>(SectionId::token_groups), std::identity(), count<Sounds>(SectionId::tokens));
  }
  /// A search for a token ends at a free slot: there must be one.
  bool slots() const {
    const auto slots = file_.records<std::uint32_t>(SectionId::token_slots);
    const auto tokens = count<Sounds>(SectionId::tokens);
    return std::has_single_bit(slots.size()) && std::ranges::find(slots, Dictionary::kFree) != slots.end() &&
           all_of(slots, [&](std::uint32_t token) { return token < tokens || token == Dictionary::kFree; });
  }

  bool keys(SectionId table, SectionId filed) const {
    const auto groups = count<std::uint32_t>(SectionId::token_groups) - 1;
    const auto keys = file_.records<KeyRecord>(table);
    const auto under = file_.records<std::uint32_t>(filed);
    if (!covers(keys, &KeyRecord::begin, under.size())) return false;
    bool ascend = true;
    for (std::size_t key = 0; key + 1 < keys.size(); ++key) {
      for (std::size_t at = keys[key].begin + std::size_t{1}; at < keys[key + 1].begin; ++at) ascend &= under[at - 1] < under[at];
    }
    return ascend && std::is_sorted(keys.begin(), keys.end() - 1, [](const KeyRecord& a, const KeyRecord& b) { return a.key < b.key; }) &&
           all_of(under, [&](std::uint32_t group) { return group < groups; });
  }
  bool profiles() const {
    const auto states = count<StateCode>(SectionId::states);
    return all<ProfileRecord>(SectionId::profiles, [&](const ProfileRecord& profile) {
      return strings({profile.list, profile.category, profile.handling}) && inside(profile.nationalities, states) &&
             profile.sex <= static_cast<std::uint32_t>(Sex::other) && profile.terms <= count<TermsRecord>(SectionId::terms);
    });
  }
  bool terms() const {
    const auto states = count<StateCode>(SectionId::terms_states);
    return all<TermsRecord>(SectionId::terms, [&](const TermsRecord& record) {
             return strings({record.focal_point, record.legal_basis, record.source_reference}) && inside(record.releasable_to, states) &&
                    record.category <= static_cast<std::uint8_t>(AlertCategory::protected_person) &&
                    record.instruction <= static_cast<std::uint8_t>(Instruction::protect) &&
                    record.visible_from <= static_cast<std::uint8_t>(Line::second) && record.is_restricted <= 1;
           }) &&
           all<ListTermsRecord>(SectionId::list_terms, [&](const ListTermsRecord& record) {
             return string(record.list) && record.terms <= count<TermsRecord>(SectionId::terms);
           });
  }
  bool extras() const {
    const auto extras = file_.records<ExtrasRecord>(SectionId::extras);
    const auto texts = count<StringRef>(SectionId::texts);
    bool in_order = extras.front().birth_places == 0 && extras.back().birth_places == texts;
    for (std::size_t i = 1; i < extras.size(); ++i) {
      const ExtrasRecord& record = extras[i - 1];
      in_order &= record.birth_places <= record.father_names && record.father_names <= extras[i].birth_places;
    }
    const auto without_end = extras.first(extras.size() - 1);
    in_order &= std::ranges::adjacent_find(without_end, std::greater_equal(), &ExtrasRecord::entry) == without_end.end() &&
                (without_end.empty() || without_end.back().entry < count<EntryRecord>(SectionId::entries) - 1);
    return in_order && covers(extras, &ExtrasRecord::documents, count<PersonDocumentRecord>(SectionId::person_documents));
  }
  /// Whether the marks say the same as the entries, of which they are another form.
  bool marks_fit() const {
    const auto entries = file_.records<EntryRecord>(SectionId::entries);
    const bool each_has_a_name = std::ranges::adjacent_find(entries, std::greater_equal(), &EntryRecord::first_name) == entries.end();
    return each_has_a_name && std::ranges::equal(file_.records<NameMark>(SectionId::name_marks), name_marks(entries));
  }

  const SectionFile& file_;
  std::uint64_t strings_;
};

}  // namespace

std::string find_inconsistency(const SectionFile& file) {
  const Verifier verifier(file);
  // Sizes first: everything else reads whole records. Nothing else relies on what another check found.
  if (!verifier.sizes()) return "a section does not hold whole records";
  const struct {
    bool (Verifier::*holds)() const;
    const char* otherwise;
  } checks[] = {
      {&Verifier::entries, "an entry refers to something that is not there"},
      {&Verifier::names, "a name refers to something that is not there"},
      {&Verifier::facts, "a fact of an entry is out of range"},
      {&Verifier::dictionary, "the dictionary is not in order"},
      {&Verifier::postings, "a posting refers to something that is not there"},
      {&Verifier::documents, "a document refers to something that is not there"},
      {&Verifier::document_facts, "a fact of a document is out of range"},
  };
  std::array<bool, std::size(checks)> holds{};
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < holds.size(); ++i) {
    tasks.push_back([&, i] { holds[i] = (verifier.*checks[i].holds)(); });
  }
  run_all(file.is_large() ? thread_count(0) : 1, tasks);
  const auto failed = std::ranges::find(holds, false);
  if (failed != holds.end()) return checks[failed - holds.begin()].otherwise;
  return {};
}

}  // namespace darvaza::index
