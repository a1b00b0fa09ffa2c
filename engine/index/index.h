// The index, opened: an immutable, memory-mapped file and typed views of what it holds.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/partial_date.h"
#include "darvaza/screening_result.h"
#include "darvaza/state_code.h"
#include "darvaza/watchlist_entry.h"
#include "names/person_name.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::index {

struct Dictionary;
class SectionFile;
class PostingList;
struct TokenLookup;

using TokenId = std::uint32_t;  ///< 0 to token_count() - 1: a distinct token of the dictionary
using EntryId = std::uint32_t;  ///< 0 to entry_count() - 1, in the order of adding
using NameId = std::uint32_t;   ///< 0 to name_count() - 1; names of one entry are consecutive

/// One token of a listed name: which dictionary token, in which role.
struct NameToken {
  std::uint32_t packed = 0;
  static constexpr std::uint32_t kTokenMask = 0x00ff'ffffu, kApart = 1u << 26, kGlued = 1u << 27;
  static constexpr unsigned kRoleShift = 28;

  TokenId token() const { return packed & kTokenMask; }
  names::TokenRole role() const { return static_cast<names::TokenRole>(packed >> kRoleShift); }
  bool is_apart() const { return (packed & kApart) != 0; }  ///< names::Token::apart
  bool is_glued() const { return (packed & kGlued) != 0; }  ///< names::Token::glued
};

/// Whether the name is another reading of the one before it in its entry, of the same text (names::parse_glued).
inline bool is_glued_reading(std::span<const NameToken> name) {
  return std::any_of(name.begin(), name.end(), [](NameToken token) { return token.is_glued(); });
}

/// A listed name. Views into the mapped file: valid as long as the Index.
struct NameView {
  EntryId entry = 0;
  NameGrade grade = NameGrade::primary;
  std::string_view text;  ///< as listed
  std::span<const NameToken> tokens;
};

struct ListedDocumentView {
  std::string_view number;
  std::string_view type;
  StateCode issuing_state;
};

/// A listed person. Views into the mapped file: valid as long as the Index.
struct EntryView {
  std::string_view list;
  std::string_view id;
  std::string_view category;
  std::string_view handling;
  Sex sex = Sex::unknown;
  NameId first_name = 0;
  std::uint32_t name_count = 0;
  std::span<const BirthDate> birth_dates;
  std::span<const StateCode> nationalities;
  std::vector<std::string_view> birth_places;  ///< these three are usually empty and cost nothing then
  std::vector<std::string_view> father_names;
  std::vector<ListedDocumentView> documents;
};

/// A document found in the index, either in the lost-document table or attributed to a person.
struct DocumentMatchView {
  bool of_person = false;
  EntryId entry = 0;  ///< if of_person
  DocumentMatch match = DocumentMatch::exact;
  std::int32_t difference_mn = 0;  ///< as in DocumentHit
  LostDocument record;  ///< all that is listed; for a person's document list, number, type and issuer
};

/// Which classes of answer a look-up gives.
enum class NumberSearch : std::uint8_t {
  surest,  ///< exact, range, confusable
  near,    ///< besides transposed and one wrong character: some two hundred look-ups instead of one, and in a series of which
           ///< one number in fifty is lost, one or two documents of others for each number asked for
};

struct IndexInfo {
  std::uint32_t format_version = 0;
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0, names = 0, tokens = 0, lost_documents = 0, person_documents = 0;
  std::string digest;              ///< hexadecimal, over the table of section digests
  std::string tables_fingerprint;  ///< of the romanisation and cost tables it was built with
  std::vector<std::string> sources;  ///< the JSON objects given to IndexBuilder::add_source
  struct Section { std::string name; std::uint64_t bytes; };
  std::vector<Section> sections;
};

/// How the bytes of the file are held.
enum class Residence : std::uint8_t {
  mapped,  ///< memory-mapped and shared between processes; the file must be replaced by rename,
           ///< never written in place (IndexBuilder does so)
  copied,  ///< read into private memory: immune to whatever happens to the file afterwards
};

/// Thread-safe for reading. Cheap to move; views stay valid through a move.
class Index {
 public:
  /// Opens and verifies: magic, format version, section table, digest of every section, that every
  /// stored offset and number is in range, and that it was built with the same tables as this
  /// library. Errors: input_missing, io, or input_refused for a file that is damaged, truncated, of
  /// another version or no index at all; the message says which.
  static Result<Index> open(const std::filesystem::path& path, Residence residence = Residence::mapped);

  /// Of what IndexBuilder made: it needs no verification.
  static Index of(SectionFile file);

  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  std::uint32_t entry_count() const;
  std::uint32_t name_count() const;
  std::uint32_t token_count() const;
  IndexInfo info() const;

  EntryView entry(EntryId id) const;
  NameView name(NameId id) const;
  /// Parts of the same, for where a search asks for one of them thousands of times: each reads a few
  /// words and nothing else.
  EntryId entry_of(NameId id) const;
  NameGrade grade(NameId id) const;
  std::span<const NameToken> tokens(NameId id) const;
  /// Brings nearer what says where the tokens of a name are, and then those; what is said of an entry.
  void fetch_name(NameId id) const;
  void fetch_tokens(NameId id) const;
  void fetch_entry(EntryId id) const;
  std::span<const BirthDate> birth_dates(EntryId id) const;
  std::span<const StateCode> nationalities(EntryId id) const;
  Sex sex(EntryId id) const;
  /// Whether the entry has birth places, fathers' names or documents: without, `entry` finds none.
  bool has_extras(EntryId id) const;
  /// On what terms the entry is shared; those that state nothing for most. A copy: tens of nanoseconds when nothing is stated, else some hundred.
  EntryTerms terms(EntryId id) const;
  /// Whether any terms are stated.
  bool has_terms(EntryId id) const;
  /// On what terms the lost documents of a list are shared.
  EntryTerms terms_of_list(std::string_view list) const;

  const Dictionary& dictionary() const;
  const romanize::Sounds& token(TokenId id) const;
  /// Brings it nearer, before it is asked for, as the other fetches do.
  void fetch_token(TokenId id) const;
  /// In how many names each token occurs.
  std::span<const std::uint32_t> token_frequencies() const;
  PostingList postings(TokenId id) const;
  std::uint32_t posting_count(TokenId id) const;
  /// Brings what posting_count reads nearer.
  void fetch_posting_count(TokenId id) const;
  /// Names of entries one of whose full dates of birth has these codes, with the numbers of their States, side by side.
  struct DatedList {
    std::span<const NameId> names;
    std::span<const std::uint8_t> states;
  };
  DatedList born_on(std::uint8_t year_code, std::uint8_t day_code) const;
  /// What StateNumber 1, 2, ... of postings stand for.
  std::span<const StateCode> posted_states() const;
  /// What was worked out for a token of the dictionary when the index was built: TokenLookups::look_up of it.
  /// Overwrites `out`. A quarter of a microsecond.
  void stored_lookup(TokenId id, TokenLookup& out) const;

  /// On what terms lists as a whole are shared, in the order of adding.
  std::vector<std::pair<std::string_view, EntryTerms>> list_terms() const;
  std::string_view list_of(EntryId id) const;
  std::string_view id_of(EntryId id) const;
  /// What this index takes out of those before it in a set (index_set.h).
  struct Removal {
    std::string_view list;
    std::string_view what;  ///< a person's identifier, or the identity of a lost document
    bool is_document = false;
  };
  std::vector<Removal> removals() const;
  /// All lost documents, those of one number in the order of adding.
  void for_each_lost_document(const std::function<void(LostDocument&&)>& use) const;

  /// All records whose number is, or may be, this one, as presented; ordered by class, then by difference, then as added, lost
  /// documents before those of persons. Each was compared with the listed number itself.
  std::vector<DocumentMatchView> find_documents(std::string_view number, NumberSearch search = NumberSearch::surest) const;
  /// Receives the place of a number among those asked for and what is found for it.
  using DocumentVisitor = std::function<void(std::size_t asked, DocumentMatchView&& found)>;
  /// The same for many numbers, in their order. A large table is then not waited for one number at a time: about twice as fast.
  void find_documents(std::span<const std::string_view> numbers, const DocumentVisitor& use) const;

 private:
  struct Mapping;
  explicit Index(std::unique_ptr<Mapping> mapping);
  std::unique_ptr<Mapping> mapping_;
};

}  // namespace darvaza::index
