#include "names/token_cost.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "names/phrase_costs.h"
#include "names/presence_bound.h"
#include "names/sound_costs.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// Row i: the cost of aligning the first i sounds of `a` with the first j sounds of `b`.
using Row = std::array<Millinats, Sounds::kCapacity + 1>;
using Rows = std::array<Row, Sounds::kCapacity + 1>;

/// Where a habit of spelling stands in both tokens: it leads from (i - a, j - b) to (i, j).
struct Shortcut {
  std::uint8_t i, j, a, b;
  Millinats cost;
};

/// All of two tokens, in the order of the rows.
class Shortcuts {
 public:
  /// False if there are more than can be held.
  bool find(const Sounds& a, const Sounds& b, const PhraseCosts& phrases) {
    std::uint64_t present = 0;
    for (const Sound s : b) present |= std::uint64_t{1} << index(s);
    for (std::size_t i = 1; i <= a.size(); ++i) {
      PhraseCosts::Found found;
      if (!phrases.find(i > 1 ? a[i - 2] : Sound::none, a[i - 1], present, found)) return false;
      for (std::size_t at = 0; at < found.count; ++at) {
        if (!add(a, b, i, *found.phrases[at])) return false;
      }
    }
    return true;
  }
  std::span<const Shortcut> all() const { return {shortcuts_.data(), count_}; }

  CoveredSounds covered() const {
    CoveredSounds covered;
    for (const Shortcut& s : all()) {
      covered.own |= ((std::uint32_t{1} << s.a) - 1) << (s.i - s.a);
      for (std::size_t j = s.j - std::size_t{s.b}; j < s.j; ++j) covered.other[j] = 0xff;
    }
    return covered;
  }

 private:
  bool add(const Sounds& a, const Sounds& b, std::size_t i, const PhraseCost& phrase) {
    if ((phrase.at_end && i != a.size()) || !phrase.a.ends_at(a, i)) return true;
    for (std::size_t j = phrase.at_end ? b.size() : phrase.b.size; j <= b.size(); ++j) {
      if (!phrase.b.ends_at(b, j)) continue;
      if (count_ == shortcuts_.size()) return false;
      shortcuts_[count_++] = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j), phrase.a.size, phrase.b.size, phrase.cost};
    }
    return true;
  }

  std::array<Shortcut, 32> shortcuts_;
  std::size_t count_ = 0;
};

/// Finds shortcuts as it goes: for the few pairs of tokens with more of them than Shortcuts holds.
struct AnyPhrase {
  static constexpr std::size_t kRowsAtOnce = kMostPhrase;
  const Sounds& a;
  const Sounds& b;
  const PhraseCosts& phrases;

  void begin_row(std::size_t) {}
  Millinats least(const Rows& rows, std::size_t i, std::size_t j) const {
    Millinats least = kTooFar;
    if (!phrases.any_ending(a[i - 1], b[j - 1])) return least;
    for (const PhraseCost& phrase : phrases.ending(a[i - 1], b[j - 1])) {
      if (phrase.at_end && (i != a.size() || j != b.size())) continue;
      if (!phrase.a.ends_at(a, i) || !phrase.b.ends_at(b, j)) continue;
      least = std::min<Millinats>(least, rows[i - phrase.a.size][j - phrase.b.size] + phrase.cost);
    }
    return least;
  }
};

struct KnownShortcuts {
  static constexpr std::size_t kRowsAtOnce = kMostPhrase;
  std::span<const Shortcut> left;  ///< those of the current row and of later ones
  std::span<const Shortcut> row{};

  void begin_row(std::size_t i) {
    std::size_t count = 0;
    while (count < left.size() && left[count].i == i) ++count;
    row = left.first(count);
    left = left.subspan(count);
  }
  Millinats least(const Rows& rows, std::size_t i, std::size_t j) const {
    Millinats least = kTooFar;
    for (const Shortcut& s : row) {
      if (s.j == j) least = std::min(least, rows[i - s.a][j - s.b] + s.cost);
    }
    return least;
  }
};

/// Within one writing system there are no habits, and across two most pairs of tokens have none in common.
struct NoShortcuts {
  static constexpr std::size_t kRowsAtOnce = 1;
  void begin_row(std::size_t) {}
  Millinats least(const Rows&, std::size_t, std::size_t) const { return kTooFar; }
};

/// Where neighbours are exchanged, besides other leaps.
template <typename Leaps>
struct WithExchanges {
  static constexpr std::size_t kRowsAtOnce = std::max<std::size_t>(2, Leaps::kRowsAtOnce);
  Leaps leaps;
  const Sounds& a;
  const Sounds& b;

  void begin_row(std::size_t i) { leaps.begin_row(i); }
  Millinats least(const Rows& rows, std::size_t i, std::size_t j) const {
    const Millinats least = leaps.least(rows, i, j);
    return are_exchanged(a, i, b, j) ? std::min(least, rows[i - 2][j - 2] + kExchange) : least;
  }
};

/// Seldom: so most pairs of tokens need not ask for each cell.
bool any_exchanged(const Sounds& a, const Sounds& b) {
  for (std::size_t i = 2; i <= a.size(); ++i) {
    for (std::size_t j = i - kExchangeReach; j <= std::min(i + kExchangeReach, b.size()); ++j) {
      if (are_exchanged(a, i, b, j)) return true;
    }
  }
  return false;
}

template <typename Leaps>
Millinats cost_within(const Sounds& a, const Sounds& b, const SoundCosts& costs, Leaps leaps, Millinats limit) {
  Rows rows;
  Row add;
  rows[0][0] = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    add[j] = costs.add[gap_place(j, b.size())][index(b[j])];
    rows[0][j + 1] = rows[0][j] + add[j];
  }
  // A phrase leads over up to kMostPhrase - 1 rows: only more dear ones than that in a row end the search.
  std::size_t dear = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    leaps.begin_row(i);
    const Row& above = rows[i - 1];
    Row& row = rows[i];
    const SoundCosts::Row& meet = costs.meet[index(a[i - 1])];
    const Millinats drop = costs.drop[gap_place(i - 1, a.size())][index(a[i - 1])];
    Millinats smallest = row[0] = above[0] + drop;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const Millinats either = std::min({above[j - 1] + meet[index(b[j - 1])], above[j] + drop, leaps.least(rows, i, j)});
      row[j] = std::min(either, row[j - 1] + add[j - 1]);
      smallest = std::min(smallest, row[j]);
    }
    dear = smallest > limit ? dear + 1 : 0;
    if (dear == Leaps::kRowsAtOnce) return kTooFar;
  }
  const Millinats cost = rows[a.size()][b.size()];
  return cost > limit ? kTooFar : cost;
}

template <typename Leaps>
Millinats cost_with(const Sounds& a, const Sounds& b, const SoundCosts& costs, Leaps leaps, Millinats limit) {
  if (limit < kExchange || !any_exchanged(a, b)) return cost_within(a, b, costs, leaps, limit);
  return cost_within(a, b, costs, WithExchanges<Leaps>{leaps, a, b}, limit);
}

}  // namespace

Millinats token_cost(const Sounds& a, const Sounds& b, Millinats limit) {
  // In the order in which the cost tables are stored.
  const bool in_order = a.system() <= b.system();
  const Sounds& first = in_order ? a : b;
  const Sounds& second = in_order ? b : a;
  const SoundCosts& costs = sound_costs(first.system(), second.system());
  const PhraseCosts& phrases = phrase_costs(first.system(), second.system());
  Shortcuts shortcuts;
  if (!phrases.empty() && !shortcuts.find(first, second, phrases)) return cost_with(first, second, costs, AnyPhrase{first, second, phrases}, limit);
  const PresenceBound bound = presence_bound(first, second, shortcuts.covered());
  if (std::max(bound.own, bound.other) * kCostStep > limit) return kTooFar;
  if (shortcuts.all().empty()) return cost_with(first, second, costs, NoShortcuts{}, limit);
  return cost_with(first, second, costs, KnownShortcuts{shortcuts.all()}, limit);
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
