#include "names/token_cost.h"

#include <algorithm>
#include <array>

#include "names/phrase_costs.h"
#include "names/sound_costs.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// Row i: the cost of aligning the first i sounds of `a` with the first j sounds of `b`.
using Row = std::array<Millinats, Sounds::kCapacity + 1>;
using Rows = std::array<Row, Sounds::kCapacity + 1>;

/// Within one writing system there are no habits to look for, and much is compared there.
template <bool kWithPhrases>
struct Alignment {
  const Sounds& a;
  const Sounds& b;
  const SoundCosts& costs;
  const PhraseCosts& phrases;

  Millinats drop(std::size_t i) const { return costs.drop[gap_place(i, a.size())][index(a[i])]; }
  Millinats add(std::size_t j) const { return costs.add[gap_place(j, b.size())][index(b[j])]; }
  Millinats meet(std::size_t i, std::size_t j) const {
    return costs.meet[index(a[i])][index(b[j])];
  }

  /// The least cost of reaching (i, j) by a habit of spelling that covers several sounds at once.
  Millinats by_phrase(const Rows& rows, std::size_t i, std::size_t j) const {
    Millinats least = kTooFar;
    if (!kWithPhrases || !phrases.any_ending(a[i - 1], b[j - 1])) return least;
    for (const PhraseCost& phrase : phrases.ending(a[i - 1], b[j - 1])) {
      if (phrase.at_end && (i != a.size() || j != b.size())) continue;
      if (!phrase.a.ends_at(a, i) || !phrase.b.ends_at(b, j)) continue;
      least = std::min<Millinats>(least, rows[i - phrase.a.size][j - phrase.b.size] + phrase.cost);
    }
    return least;
  }

  void fill_first(Rows& rows) const {
    rows[0][0] = 0;
    for (std::size_t j = 0; j < b.size(); ++j) rows[0][j + 1] = rows[0][j] + add(j);
  }

  /// Fills row i from those before it; returns its smallest cost.
  Millinats fill(Rows& rows, std::size_t i) const {
    const Row& above = rows[i - 1];
    Row& row = rows[i];
    row[0] = above[0] + drop(i - 1);
    Millinats smallest = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j - 1] + meet(i - 1, j - 1), above[j] + drop(i - 1), row[j - 1] + add(j - 1), by_phrase(rows, i, j)});
      smallest = std::min(smallest, row[j]);
    }
    return smallest;
  }
};

template <bool kWithPhrases>
Millinats cost_within(const Alignment<kWithPhrases>& alignment, Millinats limit) {
  // A phrase leads over up to kMostPhrase - 1 rows: only more dear ones than that in a row end the search.
  constexpr std::size_t kEnough = kWithPhrases ? kMostPhrase : 1;
  Rows rows;
  alignment.fill_first(rows);
  std::size_t dear = 0;
  for (std::size_t i = 1; i <= alignment.a.size(); ++i) {
    dear = alignment.fill(rows, i) > limit ? dear + 1 : 0;
    if (dear == kEnough) return kTooFar;
  }
  const Millinats cost = rows[alignment.a.size()][alignment.b.size()];
  return cost > limit ? kTooFar : cost;
}

}  // namespace

Millinats token_cost(const Sounds& a, const Sounds& b, Millinats limit) {
  // In the order in which the cost tables are stored.
  const bool in_order = a.system() <= b.system();
  const Sounds& first = in_order ? a : b;
  const Sounds& second = in_order ? b : a;
  const SoundCosts& costs = sound_costs(first.system(), second.system());
  const PhraseCosts& phrases = phrase_costs(first.system(), second.system());
  if (phrases.empty()) return cost_within(Alignment<false>{first, second, costs, phrases}, limit);
  return cost_within(Alignment<true>{first, second, costs, phrases}, limit);
}

Millinats prefix_cost(const Sounds& prefix, const Sounds& whole, Millinats limit) {
  Millinats best = kTooFar;
  Sounds beginning(whole.system());
  for (Sound s : whole) {
    beginning.push_back(s);
    if (beginning.size() + 2 < prefix.size() || beginning.size() > prefix.size() + 2) continue;
    best = std::min(best, token_cost(prefix, beginning, std::min(limit, best)));
  }
  return best;
}

}  // namespace darvaza::names
