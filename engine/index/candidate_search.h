// Which listed names can reach a score for a traveller's name and facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/fact_codes.h"
#include "index/index.h"
#include "index/posting_filter.h"
#include "index/token_lookup.h"
#include "names/cost_bound.h"
#include "names/person_name.h"
#include "names/skeleton.h"

namespace darvaza::index {

/// A token of a traveller's name, or neighbouring ones read as one, as the search sees it.
struct AskedPart {
  names::TokenRole role = names::TokenRole::name;
  names::Millinats worth = 0;               ///< the most that agreement can give
  std::span<const SimilarToken> similar;    ///< ascending
  std::uint64_t tokens = 0;                 ///< bit i: token i of the name is part of it
  int names = 0;                            ///< how many of those are names
  std::size_t sounds = 0;
  names::ConsonantClasses classes;
  names::LazyCostBound* bound = nullptr;    ///< of its sounds; may be missing for joined parts
};

/// A listed name may write a part as two words ("Ali Reza" for "Alireza"). Where another part agrees at least so
/// well, the search sees that by itself.
inline constexpr names::Millinats kGainBesideSplit = 3000;

/// A part cut in two, for names of which no other part can agree so well.
struct AskedHalves {
  AskedPart first;                        ///< the part, with the tokens that are similar to the first word
  std::span<const SimilarToken> second;  ///< those that are similar to the second word
};

struct AskedParts {
  std::span<const AskedPart> tokens;   ///< of the name, in order
  std::span<const AskedPart> joined;   ///< neighbours read as one
  std::span<const AskedHalves> halves;  ///< ways to cut parts in two
};

/// Runs of year codes in which postings stand whose facts can give so much and so much.
struct FactWindows {
  /// How much: the rarer the facts, the deeper names have to be looked for.
  static constexpr std::array<names::Millinats, 4> kLevels = {2'301, 0, -2'999, -4'500};
  /// Below this level facts agree in nothing but perhaps the State, which may stand in any year.
  static constexpr std::size_t kLevelOfStates = 3;

  struct Runs {
    std::array<YearCode, 24> first{}, last{};  ///< both inclusive, ascending
    std::size_t count = 0;
  };
  std::array<Runs, kLevels.size()> runs{};
  CodeSet states;         ///< of the last level, in any year
  CodeSet states_in_run;  ///< of the second one, in its runs
  CodeSet days_in_run;    ///< of the first one, in its runs
};

/// The most that the traveller's facts can weigh against an entry of which only the codes are known
/// (fact_codes.h), millinats. Zeros: nothing is asked but the name.
struct FactBounds {
  bool any = false;                                 ///< whether they tell entries apart at all
  std::array<std::int16_t, 256> without_day{};       ///< by year code, where the day is not listed
  std::array<std::int16_t, 256> near_day{};          ///< ... where the day is one of near_days
  std::array<std::int16_t, 256> other_day{};         ///< ... where it is another
  std::array<std::uint64_t, 4> near_days{};          ///< bit: a day code that may agree
  std::array<std::int16_t, 256> state{};             ///< by StateNumber
  FactWindows windows;                              ///< of the above
  names::Millinats others = 0;                      ///< of all facts that postings say nothing about
  /// The most that `of` can answer but for the days of `born`, whose names are looked at one by one.
  names::Millinats most = 0;
  YearCode born_year = kNoYear;                     ///< of the traveller, if known to the day, ...
  std::array<DayCode, 2> born{};                    ///< ... and the days on which an entry agrees best: the same, day and month swapped

  names::Millinats of(StateNumber number, YearCode year, DayCode day) const {
    const bool is_near = (near_days[day >> 6] >> (day & 63) & 1) != 0;
    const auto& by_year = day == kNoDay ? without_day : is_near ? near_day : other_day;
    return others + state[number] + by_year[year];
  }
};

/// Works the windows of `facts` out. Facts that differ only by a slip in the year are left out: they are found by their
/// day.
FactWindows windows_of(const FactBounds& facts);

/// A listed name and the most that name and facts can weigh together.
struct CandidateName {
  NameId name = 0;
  names::Millinats bound = 0;
};

/// Working memory of find_candidates, reused from traveller to traveller; one per thread.
struct CandidateScratch {
  static constexpr std::size_t kBuckets = 24;  ///< of gains
  struct Lead {
    std::size_t part = 0;
    /// Of all lists with that much gain and more: what it costs to look at them, and their postings.
    std::array<std::uint32_t, kBuckets> lists{}, postings{};
  };
  /// What a listed token gives that is similar to a part.
  struct Meeting {
    std::uint32_t token = 0;
    std::int16_t gain = 0;
    std::uint8_t part = 0;  ///< joined parts come behind the tokens
    bool used = false;
  };
  std::vector<Lead> leads;
  /// Tokens similar to any part, by how near they are: the less there is to spare, the fewer postings matter.
  static constexpr std::array<names::Millinats, 3> kNear = {1'800, 4'500, names::kMaxSimilarityLimit};
  std::array<AskedTokens, kNear.size()> asked;
  std::vector<Meeting> meetings;  ///< a hash table of them
  std::vector<std::uint32_t> places;
};

/// What a search looks for.
struct CandidateLimits {
  names::Millinats threshold = 0;  ///< name and facts must be able to weigh this much together
  std::size_t most = 20'000;       ///< at most so many, those with the highest bounds
};

/// The listed names whose name and facts may reach the threshold, best bound first, then by id. `out` is overwritten.
///
/// A name that reaches it agrees in two parts at least, or in one that is enough with the facts. The
/// search chooses for which parts, and down to which likeness of their tokens, posting lists have to be walked so
/// that what the others could give at most stays below the threshold (a split threshold, as in Fagin's
/// threshold algorithm and in MaxScore), and which choice walks the fewest postings. A posting names another
/// token of its name and a few facts, so that most are ruled out where they stand. What this
/// loses against scoring every name is measured (docs/decisions/0013-search-by-pairs.md). Thread-safe for distinct
/// `scratch`.
void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out);

}  // namespace darvaza::index
