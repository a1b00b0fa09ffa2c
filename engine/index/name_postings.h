// Which names hold a token, together with which other tokens, and a few facts of their entries.
//
// Two people are taken for one because at least two parts of their names agree, or one part and the facts. A
// posting therefore stands for a pair: a token of a name, and another token of the same name. A search
// walks the postings of few tokens and sees at once, without reading the name, whether the other token is
// one that it asks for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "darvaza/state_code.h"
#include "index/dictionary.h"
#include "index/fact_codes.h"
#include "index/index.h"

namespace darvaza::index {

/// The other token of a posting: its number, or kAlone or kMany.
struct OtherToken {
  std::uint32_t packed = 0;
  static constexpr std::uint32_t kNumberMask = 0x00ff'ffffu;
  /// No other token leads anywhere; or there are so many that the name has one posting a token only.
  static constexpr std::uint32_t kAlone = kNumberMask, kMany = kNumberMask - 1;
  static constexpr std::uint32_t kMostTokens = kMany;

  std::uint32_t number() const { return packed & kNumberMask; }
  /// Which consonant classes it certainly has (names/skeleton.h).
  std::uint8_t classes() const { return static_cast<std::uint8_t>(packed >> 24); }
};

/// The name of a posting, with how many words of role `name` the reading has that is posted, and whether particles are joined in it (joined_readings.h).
/// An irregular name has what its postings do not tell: titles or initials, which may stand for a name elsewhere, fathers, beside whom a single name may
/// stand, or forefathers, whose names may be lacking. The postings of one reading in one list stand side by side.
struct PostedName {
  std::uint32_t packed = 0;
  static constexpr unsigned kNameBits = 27;
  static constexpr std::uint32_t kMostNames = 7;  ///< stands for that many and more
  static constexpr std::uint32_t kJoined = 1u << 30, kIrregular = 1u << 31;

  NameId name() const { return packed & ((1u << kNameBits) - 1); }
  std::uint32_t names() const { return packed >> kNameBits & kMostNames; }
  bool is_joined() const { return (packed & kJoined) != 0; }
  bool is_irregular() const { return (packed & kIrregular) != 0; }
  /// All that is said but which name it is: a number below kKinds.
  static constexpr std::uint32_t kKinds = 1u << (32 - kNameBits);
  std::uint32_t kind() const { return packed >> kNameBits; }
  static PostedName of_kind(std::uint32_t kind) { return {kind << kNameBits}; }
};

/// Names with more leading tokens than this have one posting a token (OtherToken::kMany).
inline constexpr std::size_t kMostPaired = 5;

struct Posting {
  OtherToken other;
  PostedName name;
  StateNumber state = kNoState;
  YearCode year = kNoYear;
  DayCode day = kNoDay;
};

/// The postings of one token, ascending by year, nationality, and name. All others, then all names, States, years and days
/// stand in one block, so that a short list, as most are, is read from a cache line or two. A view; valid as long as its block.
class PostingList {
 public:
  /// A block holds `words_of(size)` words, and behind the last of all blocks kWordsBehind more can be read.
  PostingList(const std::uint32_t* block, std::uint32_t size) : block_(block), size_(size) {}

  /// How many words a block of so many postings takes, and how many postings one of so many words holds.
  static constexpr std::size_t words_of(std::size_t size) { return (size * kBytes + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t); }
  static constexpr std::uint32_t size_of(std::uint32_t words) { return static_cast<std::uint32_t>(std::uint64_t{words} * sizeof(std::uint32_t) / kBytes); }
  /// A vector register's, which may be read from any place of any list.
  static constexpr std::size_t kWordsBehind = 8;

  std::size_t size() const { return size_; }
  std::span<const OtherToken> others() const { return {reinterpret_cast<const OtherToken*>(block_), size_}; }
  std::span<const PostedName> names() const { return {reinterpret_cast<const PostedName*>(block_ + size_), size_}; }
  std::span<const StateNumber> states() const { return {codes(), size_}; }
  std::span<const YearCode> years() const { return {codes() + size_, size_}; }
  std::span<const DayCode> days() const { return {codes() + 2 * std::size_t{size_}, size_}; }

  /// Brings the beginning of the list nearer, ...
  void fetch() const { __builtin_prefetch(block_); }
  /// ... or its years, those of a very long one in part, ...
  void fetch_years() const {
    constexpr std::size_t kLine = 64, kMostLines = 16;
    const std::span<const YearCode> all = years();
    const std::size_t step = std::max(kLine, all.size() / kMostLines);
    for (std::size_t at = 0; at < all.size(); at += step) __builtin_prefetch(&all[at]);
  }
  /// ... or what stands at a place, before it is looked at.
  void fetch(std::size_t at) const {
    __builtin_prefetch(&others()[at]);
    __builtin_prefetch(&names()[at]);
    __builtin_prefetch(&states()[at]);
    __builtin_prefetch(&years()[at]);
    __builtin_prefetch(&days()[at]);
  }

 private:
  static constexpr std::size_t kBytes = sizeof(OtherToken) + sizeof(PostedName) + sizeof(StateNumber) + sizeof(YearCode) + sizeof(DayCode);
  const std::uint8_t* codes() const { return reinterpret_cast<const std::uint8_t*>(block_ + 2 * std::size_t{size_}); }

  const std::uint32_t* block_;
  std::uint32_t size_;
};

/// Appends the block of a list.
void append_block(std::span<const Posting> postings, std::vector<std::uint32_t>& words);

/// All lists, as a builder makes them.
struct PostingTables {
  std::vector<std::uint32_t> begin;  ///< by token, and one more: where its block begins in `words`
  std::vector<std::uint32_t> words;  ///< with PostingList::kWordsBehind more

  PostingList list(TokenId token) const { return {&words[begin[token]], PostingList::size_of(begin[token + 1] - begin[token])}; }
};

/// What the postings of one name say of its entry.
struct NameFacts {
  StateNumber state = kNoState;
  DateCodes date;
};

/// Walks names in order and files all readings of each.
class PostingBuilder {
 public:
  /// `dictionary` must outlive this. Readings with a word that it does not hold are left out.
  explicit PostingBuilder(const Dictionary& dictionary);

  /// First all names are counted, then all are added, each time ascending.
  void count(std::span<const NameToken> name);
  void begin_adding();
  void add(NameId id, std::span<const NameToken> name, const NameFacts& facts);
  /// Sorts on `threads` threads; nothing may be added afterwards.
  PostingTables finish(unsigned threads);

 private:
  template <typename Use>
  void for_each_posting(std::span<const NameToken> name, Use use) const;

  const Dictionary& dictionary_;
  std::vector<std::uint8_t> classes_;  ///< by token
  std::vector<std::uint64_t> begin_, next_;
  std::vector<Posting> filed_;
};

}  // namespace darvaza::index
