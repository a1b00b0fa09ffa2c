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
inline constexpr std::uint32_t kFormatVersion = 1;
/// Sections begin at multiples of this: a cache line, and enough for any record.
inline constexpr std::size_t kAlignment = 64;

enum class SectionId : std::uint32_t {
  strings,           ///< UTF-8, referred to by StringRef
  sources,           ///< StringRef: one JSON object a source
  entries,           ///< EntryRecord
  names,             ///< NameRecord
  name_tokens,       ///< u32: NameToken
  birth_dates,       ///< BirthDateRecord
  states,            ///< StateCode: nationalities
  texts,             ///< StringRef: birth places and fathers' names
  person_documents,  ///< PersonDocumentRecord
  tokens,            ///< romanize::Sounds, ascending: the dictionary
  postings_begin,    ///< u32: for each token, and one more, where its postings begin
  postings,          ///< u32: NameId, ascending within a token
  skeletons,         ///< SkeletonRecord, ascending
  prefixes,          ///< SkeletonRecord, ascending: of skeletons' beginnings, for truncated names
  lost_documents,    ///< LostDocumentRecord
  exact_numbers,     ///< NumberRecord, ascending by normalised number
  folded_numbers,    ///< NumberRecord, ascending by folded number
  ranges,            ///< RangeRecord, ascending
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

struct EntryRecord {
  StringRef list, id, category, handling;
  Range names, birth_dates, nationalities, birth_places, father_names, documents;
  std::uint32_t sex = 0;
};

struct NameRecord {
  std::uint32_t entry = 0;
  StringRef text;
  Range tokens;
  std::uint32_t grade = 0;
};

struct PersonDocumentRecord {
  std::uint32_t entry = 0;
  StringRef number, type;
  StateCode issuing_state;
};

/// A key of the dictionary search and a token that has it.
struct SkeletonRecord {
  std::uint32_t key = 0, token = 0;
  friend constexpr auto operator<=>(const SkeletonRecord&, const SkeletonRecord&) = default;
};

struct LostDocumentRecord {
  StringRef list, number, range_end, type;
  StateCode issuing_state, reporting_state;
  PartialDate reported;
  std::uint32_t status = 0;
};

/// A normalised or folded number and the record that bears it: a lost document, or, when the
/// highest bit is set, a document of a person.
struct NumberRecord {
  StringRef number;
  std::uint32_t record = 0;
  static constexpr std::uint32_t kOfPerson = 0x8000'0000u;
};

/// A run of blanks: the same prefix, the same count of final digits, first to last inclusive.
struct RangeRecord {
  StringRef prefix;
  std::uint32_t digits = 0;
  std::uint32_t record = 0;  ///< a lost document
  std::uint64_t first = 0, last = 0;
};

/// BirthDate as stored: `circa` is 0 or 1, checked on opening, so that the file can be read in place.
static_assert(sizeof(BirthDate) == 10 && std::is_trivially_copyable_v<BirthDate>);
static_assert(sizeof(StateCode) == 4 && std::is_trivially_copyable_v<StateCode>);
static_assert(sizeof(romanize::Sounds) == 32 && std::is_trivially_copyable_v<romanize::Sounds>);
static_assert(sizeof(SectionEntry) == 32 && sizeof(FileHeader) == 32 + 32 * kSectionCount + 16);
static_assert(sizeof(EntryRecord) == 84 && sizeof(NameRecord) == 24);
static_assert(sizeof(PersonDocumentRecord) == 24 && sizeof(LostDocumentRecord) == 48);
static_assert(sizeof(NumberRecord) == 12 && sizeof(RangeRecord) == 32);

}  // namespace darvaza::index
