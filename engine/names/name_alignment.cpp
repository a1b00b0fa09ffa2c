#include "names/name_alignment.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>

namespace darvaza::names {
namespace {

using romanize::Sounds;
using Tokens = std::span<const WeighedToken>;

constexpr std::size_t kMostJoined = 3;

/// What a token that meets nothing weighs: sources leave out patronymics, titles and particles freely,
/// names less so.
constexpr Millinats absence(TokenRole role) {
  constexpr Millinats kWeights[] = {kAbsentName, -150, -50, -80, -200};
  return kWeights[static_cast<std::size_t>(role)];
}

/// What contradicting patronymics weigh, which are also written wrongly or in another language's form.
constexpr Millinats kOtherPatronymic = -3000;
/// Tokens that are alike, but less than chance would have it, contradict less than unlike ones.
constexpr Millinats kLeastGain = -5500;
constexpr int kLeastNamesOfWhole = 2;
/// What a token cut by a full machine-readable field loses for standing for many longer ones.
constexpr Millinats kCutLoss = 400;

bool is_name(TokenRole role) { return role == TokenRole::name; }

Sounds join(Tokens tokens) {
  Sounds joined(tokens[0].sounds->system());
  for (const WeighedToken& token : tokens) joined.append(*token.sounds);
  return joined;
}

bool same_system(Tokens tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [&](const WeighedToken& token) {
    return token.sounds->system() == tokens[0].sounds->system();
  });
}

/// The most that the agreement of these neighbouring tokens can be worth.
Millinats worth(Tokens tokens) {
  Millinats sum = 0;
  for (const WeighedToken& token : tokens) sum += std::min(token.rarity, most_gain(token.role));
  return std::min(sum, most_gain(TokenRole::name));
}

Millinats initial_gain(const WeighedToken& a, const WeighedToken& b) {
  return (*a.sounds)[0] == (*b.sounds)[0] ? std::min(most_gain(a.role), most_gain(b.role)) : 0;
}

/// What `asked` knows of `token`.
const KnownCost* known_cost(const WeighedToken& asked, const WeighedToken& token) {
  const auto known = std::lower_bound(asked.known.begin(), asked.known.end(), token.key,
                                      [](const KnownCost& k, std::uint32_t key) { return k.key < key; });
  return known != asked.known.end() && known->key == token.key ? &*known : nullptr;
}

const KnownCost* known_cost(Tokens a, Tokens b) {
  if (a.size() != 1 || b.size() != 1) return nullptr;
  const KnownCost* known = known_cost(a[0], b[0]);
  return known != nullptr ? known : known_cost(b[0], a[0]);
}

/// Whether a bound that one side brings shows that the cost is above `limit`.
bool beyond(Tokens a, Tokens b, Millinats limit) {
  const auto above = [&](const WeighedToken& token, Tokens others) {
    if (token.bound == nullptr || token.cut) return false;
    Millinats sum = 0;
    for (const WeighedToken& other : others) sum += token.bound->get().of(*other.sounds);
    return sum > limit;
  };
  return (a.size() == 1 && !b.front().cut && above(a[0], b)) || (b.size() == 1 && !a.front().cut && above(b[0], a));
}

Millinats cost_of(Tokens a, Tokens b, const Sounds& joined_a, const Sounds& joined_b, Millinats limit) {
  if (a.front().cut && a.size() == 1) return std::min(token_cost(joined_a, joined_b, limit), prefix_cost(joined_a, joined_b, limit - kCutLoss) + kCutLoss);
  if (b.front().cut && b.size() == 1) return std::min(token_cost(joined_a, joined_b, limit), prefix_cost(joined_b, joined_a, limit - kCutLoss) + kCutLoss);
  return token_cost(joined_a, joined_b, limit);
}

/// How many sounds the tokens have as one.
std::size_t size_of(Tokens tokens) {
  std::size_t size = 0;
  for (const WeighedToken& token : tokens) size += token.sounds->size();
  return std::min(size, Sounds::kCapacity);
}

int consonants(Tokens tokens) {
  int count = 0;
  for (const WeighedToken& token : tokens) {
    for (romanize::Sound s : *token.sounds) count += !romanize::is_vowel(s);
  }
  return count;
}

/// Most consonants without a partner cost 3 nats and more, so that names whose numbers of consonants
/// differ by more than this are beyond every limit: measured, all but one in 1,000 of the pairs within it. Saves nine of ten
/// comparisons of joined tokens.
constexpr int kMostMissing = 3;

bool could_meet(Tokens a, Tokens b) {
  if (a.front().cut || b.front().cut) return true;
  return std::abs(consonants(a) - consonants(b)) <= kMostMissing;
}

/// Sets cost and gain of a pair; false when it is no agreement.
bool weigh(Tokens all_a, Tokens all_b, AlignedTokens& pair) {
  const Tokens a = all_a.subspan(pair.a_begin, pair.a_count);
  const Tokens b = all_b.subspan(pair.b_begin, pair.b_count);
  if (a[0].role == TokenRole::initial || b[0].role == TokenRole::initial) {
    pair.gain = a.size() + b.size() == 2 ? initial_gain(a[0], b[0]) : 0;
    return pair.gain > 0;
  }
  const KnownCost* known = known_cost(a, b);
  if (!same_system(a) || !same_system(b) || (known == nullptr && !could_meet(a, b))) return false;
  const Millinats most = std::min(worth(a), worth(b));
  const Millinats limit = std::min(most - kLeastGain, similarity_limit(size_of(a), size_of(b)));
  if (limit < 0) return false;
  const bool is_form = known != nullptr && known->other_form;
  if (known != nullptr && !is_form) {
    pair.cost = known->cost();
  } else if (beyond(a, b, limit)) {
    pair.cost = kTooFar;
  } else {
    pair.cost = cost_of(a, b, join(a), join(b), limit);
  }
  pair.other_form = is_form && known->cost() < pair.cost;
  if (pair.other_form) pair.cost = known->cost();
  pair.gain = most - pair.cost;
  return pair.cost <= limit;
}

std::uint64_t bits(std::uint8_t begin, std::uint8_t count) {
  return ((std::uint64_t{1} << count) - 1) << begin;
}

void collect_pairs(Tokens a, Tokens b, std::vector<AlignedTokens>& out) {
  out.clear();
  const auto try_pair = [&](std::size_t i, std::size_t i_count, std::size_t j, std::size_t j_count) {
    if (i + i_count > a.size() || j + j_count > b.size()) return;
    AlignedTokens pair{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i_count),
                       static_cast<std::uint8_t>(j), static_cast<std::uint8_t>(j_count)};
    if (weigh(a, b, pair)) out.push_back(pair);
  };
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      try_pair(i, 1, j, 1);
      for (std::size_t joined = 2; joined <= kMostJoined; ++joined) {
        try_pair(i, joined, j, 1);
        try_pair(i, 1, j, joined);
      }
    }
  }
}

/// Best first. The order of equals must not depend on which name is called a.
bool better(const AlignedTokens& x, const AlignedTokens& y) {
  const auto key = [](const AlignedTokens& p) {
    return std::tuple(-p.gain, p.a_count + p.b_count, p.a_begin + p.b_begin, std::min(p.a_begin, p.b_begin), p.a_begin);
  };
  return key(x) < key(y);
}

/// Keeps the best pairs that share no token.
void keep_disjoint(NameAlignment& alignment) {
  std::uint64_t free_a = alignment.unmatched_a, free_b = alignment.unmatched_b;
  const auto taken = std::remove_if(alignment.pairs.begin(), alignment.pairs.end(), [&](const AlignedTokens& pair) {
    const auto in_a = bits(pair.a_begin, pair.a_count), in_b = bits(pair.b_begin, pair.b_count);
    if ((in_a & ~free_a) != 0 || (in_b & ~free_b) != 0) return true;
    free_a &= ~in_a;
    free_b &= ~in_b;
    return false;
  });
  alignment.pairs.erase(taken, alignment.pairs.end());
  alignment.unmatched_a = free_a;
  alignment.unmatched_b = free_b;
}

struct LeftOver {
  Millinats weight = 0;
  int names = 0;
  int patronymics = 0;
};

LeftOver left_over(Tokens tokens, std::uint64_t unmatched) {
  LeftOver left;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if ((unmatched >> i & 1) == 0) continue;
    left.weight += absence(tokens[i].role);
    left.names += is_name(tokens[i].role);
    left.patronymics += tokens[i].role == TokenRole::patronymic;
  }
  return left;
}

/// How many names met names; parts that met one word count once. None if any met what it is hardly like.
int names_that_met(Tokens a, Tokens b, const std::vector<AlignedTokens>& pairs) {
  int names = 0;
  for (const AlignedTokens& pair : pairs) {
    if (!is_name(a[pair.a_begin].role) || !is_name(b[pair.b_begin].role)) continue;
    if (pair.gain <= 0) return 0;
    names += std::min(pair.a_count, pair.b_count);
  }
  return names;
}

}  // namespace

void align_names(Tokens a, Tokens b, NameAlignment& out) {
  collect_pairs(a, b, out.pairs);
  std::sort(out.pairs.begin(), out.pairs.end(), better);
  const auto all = [](std::size_t n) { return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1; };
  out.unmatched_a = all(a.size());
  out.unmatched_b = all(b.size());
  keep_disjoint(out);
  const LeftOver in_a = left_over(a, out.unmatched_a), in_b = left_over(b, out.unmatched_b);
  out.left_over = in_a.weight + in_b.weight + kContradiction * std::min(in_a.names, in_b.names) +
                  kOtherPatronymic * std::min(in_a.patronymics, in_b.patronymics);
  const bool whole = in_a.names == 0 && in_b.names == 0 && names_that_met(a, b, out.pairs) >= kLeastNamesOfWhole;
  out.whole = whole ? kWholeName : 0;
  out.total = std::accumulate(out.pairs.begin(), out.pairs.end(), out.left_over + out.whole,
                              [](Millinats sum, const AlignedTokens& pair) { return sum + pair.gain; });
  out.total = std::max(out.total, kLeastNameWeight);
}

}  // namespace darvaza::names
