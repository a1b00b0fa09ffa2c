#include "names/token_cost.h"

#include <algorithm>
#include <array>

#include "names/sound_costs.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// One row of the alignment table: the cost of aligning some beginning of `a` with the first j
/// sounds of `b`.
using Row = std::array<Millinats, Sounds::kCapacity + 1>;

struct Alignment {
  const Sounds& a;
  const Sounds& b;
  const SoundCosts& costs;

  Millinats drop(std::size_t i) const { return costs.drop[gap_place(i, a.size())][index(a[i])]; }
  Millinats add(std::size_t j) const { return costs.add[gap_place(j, b.size())][index(b[j])]; }
  Millinats meet(std::size_t i, std::size_t j) const {
    return costs.meet[index(a[i])][index(b[j])];
  }

  Row first_row() const {
    Row row;
    row[0] = 0;
    for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + add(j);
    return row;
  }

  /// Turns the row for i sounds of `a` into the row for i + 1; returns its smallest cost.
  Millinats advance(Row& row, std::size_t i) const {
    Millinats diagonal = row[0];
    row[0] += drop(i);
    Millinats smallest = row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Millinats cost = std::min({diagonal + meet(i, j), row[j + 1] + drop(i), row[j] + add(j)});
      diagonal = row[j + 1];
      row[j + 1] = cost;
      smallest = std::min(smallest, cost);
    }
    return smallest;
  }
};

/// The tokens in the order in which the cost tables are stored.
Alignment align(const Sounds& a, const Sounds& b) {
  const bool in_order = a.system() <= b.system();
  const Sounds& first = in_order ? a : b;
  const Sounds& second = in_order ? b : a;
  return {first, second, sound_costs(first.system(), second.system())};
}

}  // namespace

Millinats token_cost(const Sounds& a, const Sounds& b, Millinats limit) {
  const Alignment alignment = align(a, b);
  Row row = alignment.first_row();
  for (std::size_t i = 0; i < alignment.a.size(); ++i) {
    if (alignment.advance(row, i) > limit) return kTooFar;
  }
  const Millinats cost = row[alignment.b.size()];
  return cost > limit ? kTooFar : cost;
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

Millinats similarity_limit(const Sounds& a, const Sounds& b) {
  const auto sounds = static_cast<Millinats>(std::min(a.size(), b.size()));
  return std::min(kMaxSimilarityLimit, 5000 + 1200 * sounds);
}

}  // namespace darvaza::names
