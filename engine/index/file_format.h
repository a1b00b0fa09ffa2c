// The bytes of an index file. docs/index-format.md draws them and says why they are so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"
#include "romanize/pivot.h"

namespace darvaza::index {

// Everything is little-endian and read in place.
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "index files are read in place on little-endian machines only"
#endif

inline constexpr std::array<char, 8> kMagic = {'D', 'A', 'R', 'V', 'A', 'Z', 'A', '\n'};
inline constexpr std::uint32_t kFormatVersion = 7;
/// Sections begin at multiples of this: a cache line, and enough for any record.
inline constexpr std::size_t kAlignment = 64;

/// "And one more": record i ends where record i + 1 begins, and the last one is there only to be an end.
enum class SectionId : std::uint32_t {
  strings,           ///< UTF-8, referred to by StringRef
  sources,           ///< StringRef: one JSON object a source
  entries,           ///< EntryRecord, and one more
  entry_ids,         ///< UTF-8, of entries one after another
  profiles,          ///< ProfileRecord, each distinct one once
  states,            ///< StateCode: nationalities
  terms,             ///< TermsRecord, each distinct one once
  terms_states,      ///< StateCode: to which States entries are releasable
  list_terms,        ///< ListTermsRecord: of lists as a whole
  birth_date_runs,   ///< u32: where each distinct run of birth dates begins, and one more
  birth_dates,       ///< BirthDate
  extras,            ///< ExtrasRecord, ascending by entry, and one more
  texts,             ///< StringRef: birth places and fathers' names
  person_documents,  ///< PersonDocumentRecord
  names,             ///< NameRecord, and one more
  name_texts,        ///< UTF-8, of names one after another
  name_marks,        ///< NameMark: which names are the first of an entry
  name_tokens,       ///< u32: NameToken
  tokens,            ///< romanize::Sounds: the dictionary, ascending by skeleton pattern, then by sounds
  token_groups,      ///< u32: where the tokens of each pattern begin, and one more
  token_slots,       ///< u32: a hash table of token numbers
  token_frequencies, ///< u32: in how many names each token is
  token_rarities,    ///< u16: millinats, index/token_lookup.h
  similar_begin,     ///< u32: for each token, and one more, where its similar tokens begin
  similar_tokens,    ///< bytes, index/similar_store.h
  skeletons,         ///< KeyRecord, ascending, and one more
  skeleton_groups,   ///< u32: groups, ascending within a key
  prefixes,          ///< KeyRecord: of skeletons' beginnings, for truncated names
  prefix_groups,     ///< u32
  postings_begin,    ///< u32: for each token, and one more, where its block begins in postings
  postings,          ///< u32: PostingList, index/name_postings.h, and PostingList::kWordsBehind more
  posted_states,     ///< StateCode: what StateNumber 1, 2, ... stands for
  dated_begin,       ///< u32: for each day code and year code, and one more, index/dated_names.h
  dated_names,       ///< u32: NameId, by day and year of birth
  dated_states,      ///< StateNumber of those
  document_buckets,  ///< u32: where each bucket of documents begins, and one more, index/document_lookup.h
  document_tags,     ///< u8: eight bits of each document's hash
  documents,         ///< DocumentRecord, by hash
  document_attributes,  ///< DocumentAttributes: what many documents have in common
  wide_documents,    ///< WideDocument: what does not fit a DocumentRecord
  ranges,            ///< RangeRecord, ascending, index/document_ranges.h
  document_counts,   ///< DocumentCounts, one
  removals,          ///< RemovalRecord: what this index takes out of those before it (index/index_set.h)
  count
};
inline constexpr std::size_t kSectionCount = static_cast<std::size_t>(SectionId::count);
std::string_view to_string(SectionId id);

struct Digest {
  std::uint64_t low = 0, high = 0;
  friend bool operator==(const Digest&, const Digest&) = default;
};

struct SectionEntry {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  Digest digest;
};

struct FileHeader {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kFormatVersion;
  std::uint32_t section_count = kSectionCount;
  std::uint64_t file_bytes = 0;
  std::uint64_t tables_fingerprint = 0;
  std::array<SectionEntry, kSectionCount> sections{};
  Digest digest;  ///< of everything before it
};

struct StringRef {
  std::uint32_t offset = 0, length = 0;
};

/// A run of records in another section.
struct Range {
  std::uint32_t begin = 0, count = 0;
};

/// Every entry has a name, so that `first_name` ascends strictly.
struct EntryRecord {
  std::uint32_t first_name = 0;
  std::uint32_t id = 0;  ///< where its identifier begins in entry_ids
  std::uint32_t profile_and_extras = 0;
  std::uint32_t birth_dates = 0;  ///< in birth_date_runs
  static constexpr std::uint32_t kHasExtras = 0x8000'0000u;
  std::uint32_t profile() const { return profile_and_extras & ~kHasExtras; }
  bool has_extras() const { return (profile_and_extras & kHasExtras) != 0; }
};

/// What many entries have in common.
struct ProfileRecord {
  StringRef list, category, handling;
  Range nationalities;
  std::uint32_t sex = 0;
  std::uint32_t terms = 0;  ///< 0: none stated; else the number in terms, and one
};

/// EntryTerms.
struct TermsRecord {
  StringRef focal_point, legal_basis, source_reference;
  Range releasable_to;  ///< in terms_states
  StateCode owner;
  PartialDate valid_from, valid_until, review;
  std::uint8_t category = 0, instruction = 0, visible_from = 0;
  std::uint8_t is_restricted = 0;  ///< 1: releasable_to counts, even if empty
};

struct ListTermsRecord {
  StringRef list;
  std::uint32_t terms = 0;  ///< as in ProfileRecord
};

/// What few entries have; found by binary search. `birth_places` ends where `father_names` begins.
struct ExtrasRecord {
  std::uint32_t entry = 0;
  std::uint32_t birth_places = 0, father_names = 0;  ///< in texts
  std::uint32_t documents = 0;                       ///< in person_documents
};

struct NameRecord {
  std::uint32_t text = 0;  ///< where it begins in name_texts
  std::uint32_t tokens_and_grade = 0;
  static constexpr std::uint32_t kGradeShift = 30;
  static constexpr std::uint32_t kTokensMask = (1u << kGradeShift) - 1;
  std::uint32_t tokens() const { return tokens_and_grade & kTokensMask; }
  std::uint32_t grade() const { return tokens_and_grade >> kGradeShift; }
};

/// For 32 names: how many entries begin before them, and which of them are the first of an entry.
/// A quarter of a byte a name, so that the entry of any name is one read from memory that is cached.
struct NameMark {
  std::uint32_t entries_before = 0;
  std::uint32_t firsts = 0;
  static constexpr std::uint32_t kNames = 32;
  friend bool operator==(const NameMark&, const NameMark&) = default;
};

struct PersonDocumentRecord {
  std::uint32_t entry = 0;
  StringRef number, type;
  StateCode issuing_state;
};

/// A key of the dictionary search and where the groups that have it begin.
struct KeyRecord {
  std::uint32_t key = 0, begin = 0;
};

/// A lost document, or a document of a person, in 14 bytes. `index/document_record.h` says what the bits mean.
struct DocumentRecord {
  std::array<std::uint16_t, 7> words{};
};

struct DocumentAttributes {
  StringRef list, type;
  StringRef shape;      ///< how the number is written, where that is not as it is normalised
  StringRef reference;  ///< what references begin with
  StateCode issuing_state, reporting_state;
  std::uint8_t status = 0;
  std::uint8_t form = 0;              ///< DocumentForm
  std::uint8_t review_years = 0;      ///< after the report; 0: no date of review
  std::uint8_t reference_digits = 0;  ///< how many digits follow; 0: no reference
};

/// A lost document that is written out: a run of blanks, or one with a number or facts out of the usual.
struct WideDocument {
  StringRef number, range_end, reference;
  PartialDate lost, reported, review;
  std::uint32_t attributes = 0;
};

/// A run of blanks: from one number to another of the same prefix and length, both inclusive.
struct RangeRecord {
  std::uint64_t first = 0, last = 0;  ///< keys, index/document_ranges.h
  std::uint64_t reaches = 0;          ///< the last key of this run and of those filed under it
  std::uint64_t reached = 0;          ///< the last key of this run and of all before it
  std::uint32_t document = 0;         ///< a wide document
  std::uint32_t zero = 0;
};

struct DocumentCounts {
  std::uint64_t lost = 0;  ///< as added: singles and runs
};

/// Of an index that is searched together with older ones: what those hold and is listed no longer.
struct RemovalRecord {
  StringRef list;
  StringRef what;  ///< a person's identifier; all that was listed of a document (index/index_set.h)
  std::uint32_t is_document = 0;
};

/// BirthDate as stored: `circa` is 0 or 1, checked on opening, so that the file can be read in place.
static_assert(sizeof(BirthDate) == 10 && std::is_trivially_copyable_v<BirthDate>);
static_assert(sizeof(StateCode) == 4 && std::is_trivially_copyable_v<StateCode>);
static_assert(sizeof(romanize::Sounds) == 32 && std::is_trivially_copyable_v<romanize::Sounds>);
static_assert(sizeof(SectionEntry) == 32 && sizeof(FileHeader) == 32 + 32 * kSectionCount + 16);
static_assert(sizeof(EntryRecord) == 16 && sizeof(ProfileRecord) == 40 && sizeof(ExtrasRecord) == 16);
static_assert(sizeof(NameRecord) == 8 && sizeof(NameMark) == 8 && sizeof(KeyRecord) == 8);
static_assert(sizeof(PersonDocumentRecord) == 24 && sizeof(DocumentRecord) == 14 && sizeof(DocumentAttributes) == 44);
static_assert(sizeof(TermsRecord) == 52 && sizeof(ListTermsRecord) == 12);
static_assert(sizeof(WideDocument) == 40 && sizeof(RangeRecord) == 40 && sizeof(DocumentCounts) == 8 && sizeof(RemovalRecord) == 20);

}  // namespace darvaza::index
