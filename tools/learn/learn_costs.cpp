// Learns what spelling variation really does to sounds, and writes the engine's cost table.
//
//   darvaza-learn-costs OUTPUT.inc < pairs.tsv      each line: token_a TAB token_b TAB weight
//
// Model: a memoryless stochastic transducer (Ristad and Yianilos 1998) between two tokens in pivot
// form, one for each pair of writing systems: joint probabilities of a sound meeting a sound, and of a
// sound meeting nothing at the beginning, inside and at the end of its token. Estimated by
// expectation-maximisation. Training pairs are noisy (clusters mix relatives), so every pair is taken
// for genuine only with the posterior probability that the transducer gives it against two unrelated
// tokens.
//
// A cost says how much less likely an operation is than what its sounds do on average:
//   cost(a,b) = (usual(a) + usual(b)) / 2 - odds(a,b),   odds(a,b) = ln P(a,b) / (P(a) P(b)),
//   usual(a) = sum over x of P(x|a) odds(a,x)
// in thousandths of a nat, not below 0. Ordinary variation is thus nearly free, and what is left of a
// token's rarity after subtracting the cost is evidence. Deterministic: same input, same bytes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "names/sound_costs.h"
#include "names/token_cost.h"
#include "romanize/romanize.h"
#include "text/normalise.h"

namespace {

using darvaza::names::GapPlace;
using darvaza::names::gap_place;
using darvaza::names::kGapPlaces;
using darvaza::romanize::kSoundCount;
using darvaza::romanize::kLearnedSystemCount;
using darvaza::romanize::Sounds;

constexpr int kIterations = 12;
constexpr double kUnrelatedShare = 0.10;  // of the training pairs, before looking
constexpr double kPriorCount = 2.0;       // pseudo-observations spread over all operations of a sound
constexpr double kIdentityCount = 20.0;
// Edits of one token are not independent (an English vowel shift changes all of them), so that their
// sum says too much: measured best between 0.5 and 0.7 on the retrieval queries.
constexpr double kTemper = 0.65;
constexpr double kMostNats = 8.0;         // no operation costs more

struct Pair {
  Sounds a, b;
  double weight = 0;
};

/// Joint probabilities of operations, or their expected counts.
struct Operations {
  std::array<std::array<double, kSoundCount>, kSoundCount> meet{};
  std::array<std::array<double, kSoundCount>, kGapPlaces> drop{};  // sound of a meets nothing
  std::array<std::array<double, kSoundCount>, kGapPlaces> add{};   // nothing meets sound of b

  template <typename F>
  void for_each(F f) {
    for (auto& row : meet) for (double& p : row) f(p);
    for (auto& row : drop) for (double& p : row) f(p);
    for (auto& row : add) for (double& p : row) f(p);
  }
};

std::size_t index(darvaza::romanize::Sound s) { return static_cast<std::size_t>(s); }

using Grid = std::vector<std::vector<double>>;

double drop_probability(const Operations& p, const Sounds& a, std::size_t i) {
  return p.drop[gap_place(i, a.size())][index(a[i])];
}
double add_probability(const Operations& p, const Sounds& b, std::size_t j) {
  return p.add[gap_place(j, b.size())][index(b[j])];
}

/// ways[i][j]: probability of all alignments of the first i and j sounds.
Grid forward(const Operations& p, const Sounds& a, const Sounds& b) {
  Grid ways(a.size() + 1, std::vector<double>(b.size() + 1, 0.0));
  ways[0][0] = 1;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i > 0) ways[i][j] += ways[i - 1][j] * drop_probability(p, a, i - 1);
      if (j > 0) ways[i][j] += ways[i][j - 1] * add_probability(p, b, j - 1);
      if (i > 0 && j > 0) ways[i][j] += ways[i - 1][j - 1] * p.meet[index(a[i - 1])][index(b[j - 1])];
    }
  }
  return ways;
}

/// ways[i][j]: probability of all alignments of what follows the first i and j sounds.
Grid backward(const Operations& p, const Sounds& a, const Sounds& b) {
  Grid ways(a.size() + 1, std::vector<double>(b.size() + 1, 0.0));
  ways[a.size()][b.size()] = 1;
  for (std::size_t i = a.size() + 1; i-- > 0;) {
    for (std::size_t j = b.size() + 1; j-- > 0;) {
      if (i < a.size()) ways[i][j] += ways[i + 1][j] * drop_probability(p, a, i);
      if (j < b.size()) ways[i][j] += ways[i][j + 1] * add_probability(p, b, j);
      if (i < a.size() && j < b.size()) ways[i][j] += ways[i + 1][j + 1] * p.meet[index(a[i])][index(b[j])];
    }
  }
  return ways;
}

/// Adds the expected number of times that each operation was used, times `weight`.
void count(const Operations& p, const Pair& pair, const Grid& before, double weight, Operations& counts) {
  const auto& [a, b, unused] = pair;
  const Grid after = backward(p, a, b);
  const double scale = weight / before[a.size()][b.size()];
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      const double here = before[i][j] * scale;
      if (i < a.size()) counts.drop[gap_place(i, a.size())][index(a[i])] += here * drop_probability(p, a, i) * after[i + 1][j];
      if (j < b.size()) counts.add[gap_place(j, b.size())][index(b[j])] += here * add_probability(p, b, j) * after[i][j + 1];
      if (i < a.size() && j < b.size()) {
        counts.meet[index(a[i])][index(b[j])] += here * p.meet[index(a[i])][index(b[j])] * after[i + 1][j + 1];
      }
    }
  }
}

void normalise(Operations& counts) {
  double total = 0;
  counts.for_each([&](double& c) { total += c; });
  counts.for_each([&](double& c) { c /= total; });
}

struct Frequencies {
  std::array<double, kSoundCount> a{}, b{};
};

Frequencies frequencies(const std::vector<Pair>& pairs) {
  Frequencies f;
  double total_a = 0, total_b = 0;
  for (const Pair& pair : pairs) {
    for (auto s : pair.a) f.a[index(s)] += pair.weight, total_a += pair.weight;
    for (auto s : pair.b) f.b[index(s)] += pair.weight, total_b += pair.weight;
  }
  for (std::size_t s = 0; s < kSoundCount; ++s) {
    f.a[s] = (f.a[s] + 0.5) / (total_a + 0.5 * kSoundCount);
    f.b[s] = (f.b[s] + 0.5) / (total_b + 0.5 * kSoundCount);
  }
  return f;
}

/// A start that prefers equal sounds and otherwise knows nothing.
Operations first_guess() {
  Operations p;
  p.for_each([](double& x) { x = 1; });
  for (std::size_t s = 1; s < kSoundCount; ++s) p.meet[s][s] = 100;
  normalise(p);
  return p;
}

/// Adds pseudo-observations, so that sounds too rare to learn from mostly meet themselves and
/// nothing is impossible: kIdentityCount of each sound with itself, kPriorCount spread over all others
/// by their frequency.
void smooth(Operations& counts, const Frequencies& f) {
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    counts.meet[s][s] += kIdentityCount;
    for (std::size_t t = 1; t < kSoundCount; ++t) counts.meet[s][t] += kPriorCount * (f.b[t] + f.a[s]) / 2;
    for (auto& row : counts.drop) row[s] += 0.05;
    for (auto& row : counts.add) row[s] += 0.05;
  }
}

double unrelated_probability(const Pair& pair, const Frequencies& f) {
  // Lengths of real tokens: each sound is followed by another with probability 0.85.
  double p = 1;
  for (auto s : pair.a) p *= 0.85 * f.a[index(s)];
  for (auto s : pair.b) p *= 0.85 * f.b[index(s)];
  return p;
}

Operations learn(const std::vector<Pair>& pairs, const Frequencies& f) {
  Operations p = first_guess();
  for (int iteration = 0; iteration < kIterations; ++iteration) {
    Operations counts;
    for (const Pair& pair : pairs) {
      const Grid before = forward(p, pair.a, pair.b);
      const double genuine = (1 - kUnrelatedShare) * before[pair.a.size()][pair.b.size()];
      const double unrelated = kUnrelatedShare * unrelated_probability(pair, f);
      // The first guess knows too little to tell genuine pairs from others.
      const double posterior = iteration < 2 ? 1 : genuine / (genuine + unrelated);
      if (posterior > 1e-3) count(p, pair, before, pair.weight * posterior, counts);
    }
    smooth(counts, f);
    normalise(counts);
    p = counts;
  }
  return p;
}

struct Costs {
  std::array<std::array<int, kSoundCount>, kSoundCount> meet{};
  std::array<std::array<int, kSoundCount>, kGapPlaces> drop{}, add{};
};

double sum_of(const std::array<std::array<double, kSoundCount>, kGapPlaces>& rows, std::size_t s) {
  double sum = 0;
  for (const auto& row : rows) sum += row[s];
  return sum;
}

Costs to_costs(const Operations& p) {
  std::array<double, kSoundCount> pa{}, pb{}, usual_a{}, usual_b{};
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    pa[s] = sum_of(p.drop, s), pb[s] = sum_of(p.add, s);
    for (std::size_t t = 1; t < kSoundCount; ++t) pa[s] += p.meet[s][t], pb[s] += p.meet[t][s];
  }
  double drops = 0, adds = 0;
  for (std::size_t s = 1; s < kSoundCount; ++s) drops += sum_of(p.drop, s), adds += sum_of(p.add, s);
  const auto odds = [&](std::size_t s, std::size_t t) { return std::log(p.meet[s][t] / (pa[s] * pb[t])); };
  // A sound against nothing, compared with how often any sound meets nothing at that place.
  const auto gap_odds = [](double with, double alone, double all) { return std::log(with / (alone * all)); };
  std::array<double, kGapPlaces> drop_at{}, add_at{};
  for (std::size_t g = 0; g < kGapPlaces; ++g)
    for (std::size_t s = 1; s < kSoundCount; ++s) drop_at[g] += p.drop[g][s], add_at[g] += p.add[g][s];
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    for (std::size_t t = 1; t < kSoundCount; ++t) {
      usual_a[s] += p.meet[s][t] / pa[s] * odds(s, t);
      usual_b[s] += p.meet[t][s] / pb[s] * odds(t, s);
    }
    for (std::size_t g = 0; g < kGapPlaces; ++g) {
      usual_a[s] += p.drop[g][s] / pa[s] * gap_odds(p.drop[g][s], pa[s], 1.0);
      usual_b[s] += p.add[g][s] / pb[s] * gap_odds(p.add[g][s], pb[s], 1.0);
    }
  }
  const auto millinats = [](double nats) { return darvaza::names::in_steps(static_cast<int>(std::lround(1000 * std::clamp(kTemper * nats, 0.0, kMostNats)))); };
  Costs costs;
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    for (std::size_t t = 1; t < kSoundCount; ++t) costs.meet[s][t] = millinats((usual_a[s] + usual_b[t]) / 2 - odds(s, t));
    for (std::size_t g = 0; g < kGapPlaces; ++g) {
      costs.drop[g][s] = millinats(usual_a[s] / 2 - gap_odds(p.drop[g][s], pa[s], 1.0));
      costs.add[g][s] = millinats(usual_b[s] / 2 - gap_odds(p.add[g][s], pb[s], 1.0));
    }
  }
  return costs;
}

/// Within one writing system there is no direction, and a sound that stays is free.
void make_symmetric(Costs& costs) {
  for (std::size_t s = 1; s < kSoundCount; ++s) {
    for (std::size_t t = 1; t < s; ++t) costs.meet[s][t] = costs.meet[t][s] = darvaza::names::in_steps((costs.meet[s][t] + costs.meet[t][s]) / 2);
    for (std::size_t g = 0; g < kGapPlaces; ++g) costs.drop[g][s] = costs.add[g][s] = darvaza::names::in_steps((costs.drop[g][s] + costs.add[g][s]) / 2);
    costs.meet[s][s] = 0;
  }
  // أ and ا are one letter, with its sign and without; and what stands inside a word in one spelling begins one in another.
  const std::size_t a = index(darvaza::romanize::Sound::a), a_init = index(darvaza::romanize::Sound::a_init);
  costs.meet[a][a_init] = costs.meet[a_init][a] = 0;
}

std::string rows(const auto& table) {
  std::string out = "    {{";
  for (const auto& row : table) out += fmt::format("{{{{{}}}}},\n      ", fmt::join(row, ", "));
  return out + "}},\n";
}

std::vector<Sounds> sounds_of(const std::string& text) {
  const Sounds sounds = darvaza::romanize::romanize(darvaza::text::normalise(text).text);
  return sounds.empty() ? std::vector<Sounds>{} : std::vector<Sounds>{sounds};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: darvaza-learn-costs OUTPUT.inc < pairs.tsv\n";
    return 2;
  }
  std::array<std::vector<Pair>, darvaza::names::kLearnedPairs> training;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string a, b, weight;
    if (!std::getline(fields, a, '\t') || !std::getline(fields, b, '\t') || !std::getline(fields, weight)) continue;
    const auto left = sounds_of(a), right = sounds_of(b);
    if (left.empty() || right.empty()) continue;
    Pair pair{left[0], right[0], std::atof(weight.c_str())};
    if (pair.a.system() > pair.b.system()) std::swap(pair.a, pair.b);
    if (static_cast<std::size_t>(pair.b.system()) >= kLearnedSystemCount) continue;
    training[darvaza::names::learned_pair(pair.a.system(), pair.b.system())].push_back(pair);
  }
  std::ofstream out(argv[1]);
  out << "// Written by tools/learn/learn-costs; do not edit. See docs/decisions/0005-learned-costs.md.\n";
  for (std::size_t i = 0; i < training.size(); ++i) {
    Costs costs = to_costs(learn(training[i], frequencies(training[i])));
    if (darvaza::names::is_same_system(i)) make_symmetric(costs);
    out << "  {\n" << rows(costs.meet) << rows(costs.drop) << rows(costs.add) << "  },\n";
    std::cerr << fmt::format("{}: {} pairs\n", i, training[i].size());
  }
  return out.flush() ? 0 : 74;
}
