// Learns which runs of sounds stand for which others, and writes the engine's table of habits of spelling.
//
//   darvaza-learn-phrases OUTPUT.inc < pairs.tsv      each line: token_a TAB token_b TAB weight
//
// Sound by sound (learn_costs.cpp) a spelling such as -ault for /o/ looks like four independent
// surprises. As in phrase-based translation (Koehn, Och and Marcu 2003), every training pair is aligned by
// the costs of single sounds; all runs of up to kMostPhrase sounds that meet in the alignment are counted; and
// a run is kept where taking it as a whole is much cheaper than sound by sound:
//   cost(x,y) = ((-ln P(y|x) - H(x)) + (-ln P(x|y) - H(y))) / 2,
// H(x) being the entropy of what x stands for: usual variation is nearly free. Shorter habits are taken
// first, so that a longer one must add something. Deterministic: same input, same bytes.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "names/phrase_costs.h"
#include "names/sound_costs.h"
#include "names/token_cost.h"
#include "romanize/romanize.h"
#include "text/normalise.h"

namespace {

using namespace darvaza::names;
using darvaza::romanize::Sound;
using darvaza::romanize::Sounds;
using darvaza::romanize::WritingSystem;

// Edits of one token are not independent; as in learn_costs.cpp.
constexpr double kTemper = 0.65;
constexpr double kLeastCount = 6.0;       // weight of the training pairs that show a habit
constexpr double kLeastShare = 0.04;      // of what a run stands for
constexpr double kLeastSaving = 1500;     // millinats against sound by sound
constexpr double kLeastCost = 100;        // no habit is for nothing: the plain spelling ranks first
constexpr std::size_t kMostHabits = 1000; // for a pair of writing systems
/// Pairs dearer than this a sound are taken for two names.
constexpr Millinats kMostPerSound = 1400;

struct Pair {
  Sounds a, b;
  double weight = 0;
};

using Run = std::vector<Sound>;
/// A run of a, a run of b, and whether both tokens end there.
using Habit = std::tuple<Run, Run, bool>;

std::size_t index(Sound s) { return static_cast<std::size_t>(s); }

/// One step of an alignment: up to one sound of each token.
struct Step {
  std::size_t a = 0, b = 0;  // how many sounds of each
};

/// The cheapest alignment sound by sound, from first to last.
std::vector<Step> align(const Pair& pair, const SoundCosts& costs) {
  const Sounds &a = pair.a, &b = pair.b;
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  const auto drop = [&](std::size_t i) { return costs.drop[gap_place(i, a.size())][index(a[i])]; };
  const auto add = [&](std::size_t j) { return costs.add[gap_place(j, b.size())][index(b[j])]; };
  const auto meet = [&](std::size_t i, std::size_t j) { return costs.meet[index(a[i])][index(b[j])]; };
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 && j == 0) continue;
      int best = kTooFar;
      if (i > 0) best = std::min(best, cost[i - 1][j] + drop(i - 1));
      if (j > 0) best = std::min(best, cost[i][j - 1] + add(j - 1));
      if (i > 0 && j > 0) best = std::min(best, cost[i - 1][j - 1] + meet(i - 1, j - 1));
      cost[i][j] = best;
    }
  }
  const auto most = static_cast<int>(kMostPerSound * (a.size() + b.size()) / 2);
  if (cost[a.size()][b.size()] > most) return {};
  std::vector<Step> steps;
  for (std::size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
    if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + meet(i - 1, j - 1)) {
      steps.push_back({1, 1}), --i, --j;
    } else if (i > 0 && cost[i][j] == cost[i - 1][j] + drop(i - 1)) {
      steps.push_back({1, 0}), --i;
    } else {
      steps.push_back({0, 1}), --j;
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

using Counts = std::map<Habit, double>;

/// Counts every run of steps with up to kMostPhrase sounds on either side and at least one on both.
void count_runs(const Pair& pair, const std::vector<Step>& steps, Counts& counts) {
  std::size_t begin_a = 0, begin_b = 0;
  for (std::size_t first = 0; first < steps.size(); ++first) {
    Run x, y;
    std::size_t i = begin_a, j = begin_b;
    for (std::size_t last = first; last < steps.size(); ++last) {
      if (steps[last].a != 0) x.push_back(pair.a[i++]);
      if (steps[last].b != 0) y.push_back(pair.b[j++]);
      if (x.size() > kMostPhrase || y.size() > kMostPhrase) break;
      if (x.empty() || y.empty()) continue;
      counts[{x, y, false}] += pair.weight;
      if (i == pair.a.size() && j == pair.b.size()) counts[{x, y, true}] += pair.weight;
    }
    begin_a += steps[first].a;
    begin_b += steps[first].b;
  }
}

/// How often a run occurs, and the entropy of what it stands for.
struct Usage {
  double count = 0;
  double entropy = 0;
};
using Usages = std::map<std::pair<Run, bool>, Usage>;

template <typename Side>
Usages usages(const Counts& counts, Side side) {
  Usages out;
  for (const auto& [habit, count] : counts) out[{side(habit), std::get<2>(habit)}].count += count;
  for (const auto& [habit, count] : counts) {
    Usage& usage = out[{side(habit), std::get<2>(habit)}];
    usage.entropy -= count / usage.count * std::log(count / usage.count);
  }
  return out;
}

const Run& run_a(const Habit& habit) { return std::get<0>(habit); }
const Run& run_b(const Habit& habit) { return std::get<1>(habit); }

Phrase to_phrase(const Run& run) {
  Phrase phrase;
  for (Sound s : run) phrase.sounds[phrase.size++] = s;
  return phrase;
}

/// What a habit costs with single sounds and the habits taken so far.
Millinats cost_without(const Habit& habit, const SoundCosts& costs, const std::vector<PhraseCost>& taken) {
  const Run &a = run_a(habit), &b = run_b(habit);
  const auto stands = [](const Phrase& phrase, const Run& run, std::size_t end) {
    return phrase.size <= end && std::equal(phrase.sounds.begin(), phrase.sounds.begin() + phrase.size, run.begin() + static_cast<std::ptrdiff_t>(end - phrase.size));
  };
  const std::size_t place = std::get<2>(habit) ? kGapLast : kGapInside;
  std::vector<std::vector<Millinats>> cost(a.size() + 1, std::vector<Millinats>(b.size() + 1, kTooFar));
  cost[0][0] = 0;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      Millinats& best = cost[i][j];
      const bool end = i == a.size() && j == b.size();
      if (i > 0) best = std::min(best, cost[i - 1][j] + costs.drop[i == a.size() ? place : std::size_t{kGapInside}][index(a[i - 1])]);
      if (j > 0) best = std::min(best, cost[i][j - 1] + costs.add[j == b.size() ? place : std::size_t{kGapInside}][index(b[j - 1])]);
      if (i > 0 && j > 0) best = std::min(best, cost[i - 1][j - 1] + costs.meet[index(a[i - 1])][index(b[j - 1])]);
      for (const PhraseCost& phrase : taken) {
        if (phrase.at_end && !(end && std::get<2>(habit))) continue;
        if (stands(phrase.a, a, i) && stands(phrase.b, b, j)) best = std::min(best, cost[i - phrase.a.size][j - phrase.b.size] + phrase.cost);
      }
    }
  }
  return cost[a.size()][b.size()];
}

struct Found {
  Habit habit;
  double count = 0;
  Millinats cost = 0;
};

/// Habits worth a look: seen often enough and cheap as a whole.
std::vector<Found> candidates(const Counts& counts) {
  const Usages of_a = usages(counts, run_a), of_b = usages(counts, run_b);
  std::vector<Found> found;
  for (const auto& [habit, count] : counts) {
    const Usage& a = of_a.at({run_a(habit), std::get<2>(habit)});
    const Usage& b = of_b.at({run_b(habit), std::get<2>(habit)});
    if (count < kLeastCount || (count < kLeastShare * a.count && count < kLeastShare * b.count)) continue;
    const double nats = (-std::log(count / a.count) - a.entropy - std::log(count / b.count) - b.entropy) / 2;
    found.push_back({habit, count, in_steps(static_cast<Millinats>(std::lround(std::max(kLeastCost, 1000 * kTemper * nats))))});
  }
  // Short ones first, and among those the frequent ones.
  std::stable_sort(found.begin(), found.end(), [](const Found& x, const Found& y) {
    const auto size = [](const Found& f) { return run_a(f.habit).size() + run_b(f.habit).size() + std::get<2>(f.habit); };
    return std::tuple(size(x), -x.count) < std::tuple(size(y), -y.count);
  });
  return found;
}

std::vector<Found> choose(const Counts& counts, const SoundCosts& costs) {
  std::vector<Found> chosen;
  std::vector<PhraseCost> taken;
  for (const Found& found : candidates(counts)) {
    if (run_a(found.habit).size() + run_b(found.habit).size() < 3) continue;  // those are single sounds
    if (cost_without(found.habit, costs, taken) - found.cost < kLeastSaving) continue;
    chosen.push_back(found);
    taken.push_back({to_phrase(run_a(found.habit)), to_phrase(run_b(found.habit)), std::get<2>(found.habit), static_cast<std::uint16_t>(found.cost)});
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Found& x, const Found& y) { return x.count > y.count; });
  if (chosen.size() > kMostHabits) chosen.resize(kMostHabits);
  std::sort(chosen.begin(), chosen.end(), [](const Found& x, const Found& y) { return x.habit < y.habit; });
  return chosen;
}

std::string numbers(const Run& run) {
  std::string out;
  for (Sound s : run) out += fmt::format("{}{}", out.empty() ? "" : ", ", index(s));
  return out;
}

std::string letters(const Run& run) {
  std::string out;
  for (Sound s : run) out += fmt::format("{}{}", out.empty() ? "" : " ", darvaza::romanize::spelling(s));
  return out;
}

std::vector<Found> learn(const std::vector<Pair>& pairs, WritingSystem a, WritingSystem b) {
  const SoundCosts& costs = sound_costs(a, b);
  Counts counts;
  for (const Pair& pair : pairs) count_runs(pair, align(pair, costs), counts);
  return choose(counts, costs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: darvaza-learn-phrases OUTPUT.inc < pairs.tsv\n";
    return 2;
  }
  std::array<std::vector<Pair>, kLearnedPairs> training;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string a, b, weight;
    if (!std::getline(fields, a, '\t') || !std::getline(fields, b, '\t') || !std::getline(fields, weight)) continue;
    using darvaza::romanize::romanize;
    Pair pair{romanize(darvaza::text::normalise(a).text), romanize(darvaza::text::normalise(b).text), std::atof(weight.c_str())};
    if (pair.a.empty() || pair.b.empty()) continue;
    if (pair.a.system() > pair.b.system()) std::swap(pair.a, pair.b);
    if (static_cast<std::size_t>(pair.b.system()) >= darvaza::romanize::kLearnedSystemCount) continue;
    training[learned_pair(pair.a.system(), pair.b.system())].push_back(pair);
  }
  std::ofstream out(argv[1]);
  out << "// Written by tools/learn/learn-costs; do not edit. See docs/decisions/0010-phrases.md.\n";
  for (std::size_t a = 0; a < darvaza::romanize::kLearnedSystemCount; ++a) {
    // Within one writing system, what recurs in the training pairs are endings of other names (-ov, -ova;
    // -o, -ito) rather than spellings: measured, they add false alarms and find nobody.
    for (std::size_t b = a + 1; b < darvaza::romanize::kLearnedSystemCount; ++b) {
      const auto first = static_cast<WritingSystem>(a), second = static_cast<WritingSystem>(b);
      const std::size_t pair = learned_pair(first, second);
      for (const Found& f : learn(training[pair], first, second)) {
        out << fmt::format("{{{}, {{phrase({{{}}}), phrase({{{}}}), {}, {}}}}},  // {} : {}{}\n", pair, numbers(run_a(f.habit)), numbers(run_b(f.habit)),
                           std::get<2>(f.habit), f.cost, letters(run_a(f.habit)), letters(run_b(f.habit)), std::get<2>(f.habit) ? " #" : "");
      }
    }
  }
  return out.flush() ? 0 : 74;
}
