#include "index/index.h"

#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "index/dated_names.h"
#include "index/dictionary.h"
#include "index/document_search.h"
#include "index/name_postings.h"
#include "index/section_file.h"
#include "index/similar_store.h"
#include "index/verify.h"
#include "names/tables_fingerprint.h"

namespace darvaza::index {

/// The sections that every search reads, found once. Where a section ends with one record more, that
/// record is part of the span.
struct Index::Mapping {
  explicit Mapping(SectionFile opened) : file(std::move(opened)) {}

  SectionFile file;
  std::span<const EntryRecord> entries = file.records<EntryRecord>(SectionId::entries);
  std::span<const ProfileRecord> profiles = file.records<ProfileRecord>(SectionId::profiles);
  std::span<const StateCode> states = file.records<StateCode>(SectionId::states);
  std::span<const std::uint32_t> birth_date_runs = file.records<std::uint32_t>(SectionId::birth_date_runs);
  std::span<const BirthDate> birth_dates = file.records<BirthDate>(SectionId::birth_dates);
  std::span<const NameRecord> names = file.records<NameRecord>(SectionId::names);
  std::span<const NameMark> name_marks = file.records<NameMark>(SectionId::name_marks);
  std::span<const NameToken> name_tokens = file.records<NameToken>(SectionId::name_tokens);
  std::span<const romanize::Sounds> tokens = file.records<romanize::Sounds>(SectionId::tokens);
  KeyDirectory skeletons{file.records<KeyRecord>(SectionId::skeletons)}, prefixes{file.records<KeyRecord>(SectionId::prefixes)};
  Dictionary dictionary{tokens,
                        file.records<std::uint32_t>(SectionId::token_groups),
                        {file.records<KeyRecord>(SectionId::skeletons), file.records<std::uint32_t>(SectionId::skeleton_groups), &skeletons},
                        {file.records<KeyRecord>(SectionId::prefixes), file.records<std::uint32_t>(SectionId::prefix_groups), &prefixes},
                        file.records<std::uint32_t>(SectionId::token_slots)};
  std::span<const std::uint32_t> frequencies = file.records<std::uint32_t>(SectionId::token_frequencies);
  std::span<const std::uint16_t> rarities = file.records<std::uint16_t>(SectionId::token_rarities);
  std::span<const std::uint32_t> similar_begin = file.records<std::uint32_t>(SectionId::similar_begin);
  std::span<const std::uint8_t> similar = file.records<std::uint8_t>(SectionId::similar_tokens);
  std::span<const std::uint32_t> postings_begin = file.records<std::uint32_t>(SectionId::postings_begin);
  std::span<const std::uint32_t> postings = file.records<std::uint32_t>(SectionId::postings);
  std::span<const std::uint32_t> dated_begin = file.records<std::uint32_t>(SectionId::dated_begin);
  std::span<const NameId> dated_names = file.records<NameId>(SectionId::dated_names);
  std::span<const StateNumber> dated_states = file.records<StateNumber>(SectionId::dated_states);

  DocumentSearch document_search{file};

  std::string_view text(SectionId id, std::uint32_t begin, std::uint32_t end) const {
    return {reinterpret_cast<const char*>(file.bytes(id).data()) + begin, end - begin};
  }
  std::string_view string(StringRef ref) const { return text(SectionId::strings, ref.offset, ref.offset + ref.length); }
  template <typename T>
  std::span<const T> records(SectionId id) const { return file.records<T>(id); }

  const ProfileRecord& profile(EntryId id) const { return profiles[entries[id].profile()]; }

  std::vector<std::string_view> texts(std::uint32_t begin, std::uint32_t end) const {
    std::vector<std::string_view> out;
    for (StringRef ref : records<StringRef>(SectionId::texts).subspan(begin, end - begin)) out.push_back(string(ref));
    return out;
  }
  void read_extras(EntryId id, EntryView& view) const;
  EntryTerms terms(std::uint32_t number) const;
};

Index::Index(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Result<Index> Index::open(const std::filesystem::path& path, Residence residence) {
  auto file = SectionFile::open(path, residence, names::tables_fingerprint());
  if (!file) return tl::unexpected(std::move(file.error()));
  if (std::string text = find_inconsistency(*file); !text.empty()) {
    return fail(ErrorCode::input_refused, "the index contradicts itself: " + text, path.string());
  }
  return Index(std::make_unique<Mapping>(std::move(*file)));
}

Index Index::of(SectionFile file) { return Index(std::make_unique<Mapping>(std::move(file))); }

std::uint32_t Index::entry_count() const { return static_cast<std::uint32_t>(mapping_->entries.size() - 1); }
std::uint32_t Index::name_count() const { return static_cast<std::uint32_t>(mapping_->names.size() - 1); }
std::uint32_t Index::token_count() const { return static_cast<std::uint32_t>(mapping_->tokens.size()); }

IndexInfo Index::info() const {
  const FileHeader& header = mapping_->file.header();
  IndexInfo info;
  info.format_version = header.version;
  info.bytes = header.file_bytes;
  info.entries = entry_count();
  info.names = name_count();
  info.tokens = token_count();
  info.lost_documents = mapping_->records<DocumentCounts>(SectionId::document_counts).front().lost;
  info.person_documents = mapping_->records<PersonDocumentRecord>(SectionId::person_documents).size();
  info.digest = fmt::format("{:016x}{:016x}", header.digest.high, header.digest.low);
  info.tables_fingerprint = fmt::format("{:016x}", header.tables_fingerprint);
  for (StringRef source : mapping_->records<StringRef>(SectionId::sources)) info.sources.emplace_back(mapping_->string(source));
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    info.sections.push_back({std::string(to_string(static_cast<SectionId>(i))), header.sections[i].bytes});
  }
  return info;
}

void Index::Mapping::read_extras(EntryId id, EntryView& view) const {
  const auto all = records<ExtrasRecord>(SectionId::extras);
  const auto extras = std::lower_bound(all.begin(), all.end() - 1, id, [](const ExtrasRecord& record, EntryId wanted) { return record.entry < wanted; });
  if (extras == all.end() - 1 || extras->entry != id) return;
  const ExtrasRecord& end = extras[1];
  view.birth_places = texts(extras->birth_places, extras->father_names);
  view.father_names = texts(extras->father_names, end.birth_places);
  const auto documents = records<PersonDocumentRecord>(SectionId::person_documents);
  for (const auto& document : documents.subspan(extras->documents, end.documents - extras->documents)) {
    view.documents.push_back({string(document.number), string(document.type), document.issuing_state});
  }
}

EntryView Index::entry(EntryId id) const {
  const EntryRecord& record = mapping_->entries[id];
  const EntryRecord& end = mapping_->entries[id + 1];
  const ProfileRecord& profile = mapping_->profile(id);
  EntryView view;
  view.list = mapping_->string(profile.list);
  view.id = mapping_->text(SectionId::entry_ids, record.id, end.id);
  view.category = mapping_->string(profile.category);
  view.handling = mapping_->string(profile.handling);
  view.sex = sex(id);
  view.first_name = record.first_name;
  view.name_count = end.first_name - record.first_name;
  view.birth_dates = birth_dates(id);
  view.nationalities = nationalities(id);
  if (record.has_extras()) mapping_->read_extras(id, view);
  return view;
}

NameView Index::name(NameId id) const {
  const std::string_view text = mapping_->text(SectionId::name_texts, mapping_->names[id].text, mapping_->names[id + 1].text);
  return {entry_of(id), grade(id), text, tokens(id)};
}

EntryId Index::entry_of(NameId id) const {
  const NameMark& mark = mapping_->name_marks[id / NameMark::kNames];
  const std::uint32_t up_to_this = mark.firsts << (NameMark::kNames - 1 - id % NameMark::kNames);
  return mark.entries_before + static_cast<std::uint32_t>(std::popcount(up_to_this)) - 1;
}

NameGrade Index::grade(NameId id) const { return static_cast<NameGrade>(mapping_->names[id].grade()); }

std::span<const NameToken> Index::tokens(NameId id) const {
  const std::uint32_t begin = mapping_->names[id].tokens();
  return mapping_->name_tokens.subspan(begin, mapping_->names[id + 1].tokens() - begin);
}

void Index::fetch_token(TokenId id) const { __builtin_prefetch(&mapping_->tokens[id]); }
void Index::fetch_entry(EntryId id) const { __builtin_prefetch(&mapping_->entries[id]); }
void Index::fetch_name(NameId id) const { __builtin_prefetch(&mapping_->names[id]); }
void Index::fetch_tokens(NameId id) const { __builtin_prefetch(mapping_->name_tokens.data() + mapping_->names[id].tokens()); }

std::span<const BirthDate> Index::birth_dates(EntryId id) const {
  const std::uint32_t* run = &mapping_->birth_date_runs[mapping_->entries[id].birth_dates];
  return mapping_->birth_dates.subspan(run[0], run[1] - run[0]);
}

std::span<const StateCode> Index::nationalities(EntryId id) const {
  const Range range = mapping_->profile(id).nationalities;
  return mapping_->states.subspan(range.begin, range.count);
}

EntryTerms Index::Mapping::terms(std::uint32_t number) const {
  EntryTerms terms;
  if (number == 0) return terms;
  const TermsRecord& record = records<TermsRecord>(SectionId::terms)[number - 1];
  terms.owner = record.owner;
  terms.focal_point = string(record.focal_point);
  terms.legal_basis = string(record.legal_basis);
  terms.category = static_cast<AlertCategory>(record.category);
  terms.instruction = static_cast<Instruction>(record.instruction);
  terms.visible_from = static_cast<Line>(record.visible_from);
  if (record.is_restricted != 0) {
    const auto released = records<StateCode>(SectionId::terms_states).subspan(record.releasable_to.begin, record.releasable_to.count);
    terms.releasable_to.emplace(released.begin(), released.end());
  }
  terms.valid_from = record.valid_from;
  terms.valid_until = record.valid_until;
  terms.review = record.review;
  terms.source_reference = string(record.source_reference);
  return terms;
}

bool Index::has_terms(EntryId id) const { return mapping_->profile(id).terms != 0; }

EntryTerms Index::terms(EntryId id) const { return mapping_->terms(mapping_->profile(id).terms); }

EntryTerms Index::terms_of_list(std::string_view list) const {
  for (const ListTermsRecord& record : mapping_->records<ListTermsRecord>(SectionId::list_terms)) {
    if (mapping_->string(record.list) == list) return mapping_->terms(record.terms);
  }
  return {};
}

std::vector<std::pair<std::string_view, EntryTerms>> Index::list_terms() const {
  std::vector<std::pair<std::string_view, EntryTerms>> out;
  for (const ListTermsRecord& record : mapping_->records<ListTermsRecord>(SectionId::list_terms)) {
    out.emplace_back(mapping_->string(record.list), mapping_->terms(record.terms));
  }
  return out;
}

std::string_view Index::list_of(EntryId id) const { return mapping_->string(mapping_->profile(id).list); }
std::string_view Index::id_of(EntryId id) const {
  return mapping_->text(SectionId::entry_ids, mapping_->entries[id].id, mapping_->entries[id + 1].id);
}

std::vector<Index::Removal> Index::removals() const {
  std::vector<Removal> out;
  for (const RemovalRecord& record : mapping_->records<RemovalRecord>(SectionId::removals)) {
    out.push_back({mapping_->string(record.list), mapping_->string(record.what), record.is_document != 0});
  }
  return out;
}

void Index::for_each_lost_document(const std::function<void(LostDocument&&)>& use) const {
  mapping_->document_search.for_each_lost(use);
}

Sex Index::sex(EntryId id) const { return static_cast<Sex>(mapping_->profile(id).sex); }
bool Index::has_extras(EntryId id) const { return mapping_->entries[id].has_extras(); }

const romanize::Sounds& Index::token(TokenId id) const { return mapping_->tokens[id]; }

const Dictionary& Index::dictionary() const { return mapping_->dictionary; }
std::span<const std::uint32_t> Index::token_frequencies() const { return mapping_->frequencies; }
std::span<const StateCode> Index::posted_states() const { return mapping_->records<StateCode>(SectionId::posted_states); }

PostingList Index::postings(TokenId id) const {
  return {&mapping_->postings[mapping_->postings_begin[id]], posting_count(id)};
}

Index::DatedList Index::born_on(std::uint8_t year_code, std::uint8_t day_code) const {
  const std::uint32_t* range = &mapping_->dated_begin[dated_list(year_code, day_code)];
  return {mapping_->dated_names.subspan(range[0], range[1] - range[0]), mapping_->dated_states.subspan(range[0], range[1] - range[0])};
}

std::uint32_t Index::posting_count(TokenId id) const {
  return PostingList::size_of(mapping_->postings_begin[id + 1] - mapping_->postings_begin[id]);
}

void Index::fetch_posting_count(TokenId id) const { __builtin_prefetch(&mapping_->postings_begin[id]); }

void Index::stored_lookup(TokenId id, TokenLookup& out) const {
  const std::uint32_t begin = mapping_->similar_begin[id];
  decode_similar(mapping_->similar.subspan(begin, mapping_->similar_begin[id + 1] - begin), token_count(), out.similar);
  out.rarity = mapping_->rarities[id];
}

std::vector<DocumentMatchView> Index::find_documents(std::string_view number, NumberSearch search) const {
  return mapping_->document_search.find(number, search);
}

void Index::find_documents(std::span<const std::string_view> numbers, const DocumentVisitor& use) const {
  mapping_->document_search.find(numbers, use);
}

}  // namespace darvaza::index
