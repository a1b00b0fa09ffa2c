// Which names hold a token, together with which other tokens, and a few facts of their entries.
//
// Two people are taken for one because at least two parts of their names agree, or one part and the facts. A
// posting therefore stands for a pair: a token of a name, and another token of the same name. A search
// walks the postings of few tokens and sees at once, without reading the name, whether the other token is
// one that it asks for.
#pragma once

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

/// The name of a posting, with how many distinct tokens of role `name` it has and whether it is irregular: it has
/// particles, titles or initials, which may be part of a name or stand for one elsewhere ("al Bakr", Albakr), or holds a
/// token twice, so that its postings do not tell all of it. The
/// postings of one name in one list stand side by side.
struct PostedName {
  std::uint32_t packed = 0;
  static constexpr unsigned kNameBits = 28;
  static constexpr std::uint32_t kMostNames = 7;  ///< stands for that many and more

  NameId name() const { return packed & ((1u << kNameBits) - 1); }
  std::uint32_t names() const { return packed >> kNameBits & kMostNames; }
  bool is_irregular() const { return packed >> 31 != 0; }
};

/// Names with more leading tokens than this have one posting a token (OtherToken::kMany).
inline constexpr std::size_t kMostPaired = 5;

/// Whether tokens in this role have postings: particles, titles and initials are in too many names to lead anywhere.
constexpr bool leads(names::TokenRole role) { return role == names::TokenRole::name || role == names::TokenRole::patronymic; }

/// The postings of one token, ascending by year, nationality, and name; the arrays run side by side.
struct PostingList {
  std::span<const OtherToken> others;
  std::span<const PostedName> names;
  std::span<const StateNumber> states;
  std::span<const YearCode> years;
  std::span<const DayCode> days;

  std::size_t size() const { return others.size(); }
};

/// All of them, as a builder makes them.
struct PostingTables {
  std::vector<std::uint32_t> begin;  ///< by token, and one more
  std::vector<OtherToken> others;
  std::vector<PostedName> names;
  std::vector<StateNumber> states;
  std::vector<YearCode> years;
  std::vector<DayCode> days;
};

/// What the postings of one name say of its entry.
struct NameFacts {
  StateNumber state = kNoState;
  DateCodes date;
};

/// Walks names in order and files them. `tokens_of(name)` and `facts_of(name)` give a name's tokens and facts.
class PostingBuilder {
 public:
  explicit PostingBuilder(std::span<const romanize::Sounds> tokens);

  /// First all names are counted, then all are added, each time ascending.
  void count(std::span<const NameToken> name);
  void begin_adding();
  void add(NameId id, std::span<const NameToken> name, const NameFacts& facts);
  /// Sorts on `threads` threads; nothing may be added afterwards.
  PostingTables finish(unsigned threads);

 private:
  struct Filed {
    std::uint16_t facts = 0;  ///< year and state: what postings are sorted by
    DayCode day = kNoDay;
    PostedName name;
    OtherToken other;
  };
  template <typename Use>
  void for_each_posting(std::span<const NameToken> name, Use use) const;

  std::vector<std::uint8_t> classes_;  ///< by token
  std::vector<std::uint64_t> begin_, next_;
  std::vector<Filed> filed_;
};

}  // namespace darvaza::index
