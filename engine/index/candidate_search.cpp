#include "index/candidate_search.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace darvaza::index {

using names::Millinats;
using names::TokenRole;
using romanize::Sounds;

namespace {

/// Particles and initials are in too many names to lead anywhere.
bool leads(const names::Token& token) {
  return token.role != TokenRole::particle && token.role != TokenRole::initial;
}

/// A compound of two or three tokens, in one piece.
Sounds join(std::span<const names::Token> tokens) {
  Sounds joined(tokens[0].sounds.system());
  for (const names::Token& token : tokens) joined.append(token.sounds);
  return joined;
}

bool same_system(std::span<const names::Token> tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [&](const names::Token& token) {
    return token.sounds.system() == tokens[0].sounds.system();
  });
}

Sounds part(const Sounds& whole, std::size_t begin, std::size_t end) {
  Sounds out(whole.system());
  for (std::size_t i = begin; i < end; ++i) out.push_back(whole[i]);
  return out;
}

constexpr std::size_t kMostJoined = 3;
constexpr std::size_t kShortestPart = 2;
constexpr std::size_t kShortestToSplit = 5;
/// A part of a split token counts only if the dictionary has it nearly as it is.
constexpr Millinats kPartCost = 2600;
/// No agreement of one token is worth more (names/name_alignment.cpp caps likewise).
constexpr Millinats kMostGain = 9000;

}  // namespace

/// One search: adds up gains by name.
class CandidateSearch {
 public:
  CandidateSearch(const Index& index, CandidateScratch& scratch) : index_(index), s_(scratch) {
    if (s_.stamp_.size() != index.name_count() || s_.search_ == ~std::uint32_t{0}) {
      s_.stamp_.assign(index.name_count(), 0);
      s_.gain_.assign(index.name_count(), 0);
      s_.unit_.assign(index.name_count(), 0);
      s_.search_ = 0;
    }
    ++s_.search_;
    s_.touched_.clear();
  }

  void add_tokens(const names::PersonName& query, std::span<const TokenLookup> lookups) {
    for (std::size_t i = 0; i < lookups.size(); ++i) {
      if (leads(query.tokens[i])) add_unit(lookups[i], lookups[i].rarity, kMostGain);
    }
  }

  void add_joins(std::span<const names::Token> tokens) {
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
      for (std::size_t count = 2; count <= kMostJoined && begin + count <= tokens.size(); ++count) {
        const auto parts = tokens.subspan(begin, count);
        if (!same_system(parts)) break;
        const TokenLookup joined = look_up(index_, join(parts), parts.back().cut);
        add_unit(joined, joined.rarity, kMostGain);
      }
    }
  }

  void add_splits(std::span<const names::Token> tokens) {
    for (const names::Token& token : tokens) {
      if (token.sounds.size() < kShortestToSplit || token.cut) continue;
      for (std::size_t at = kShortestPart; at + kShortestPart <= token.sounds.size(); ++at) add_split(token.sounds, at);
    }
  }

  void best(const CandidateLimits& limits, std::vector<CandidateName>& out) {
    out.clear();
    if (limits.best == 0) return;
    out.reserve(s_.touched_.size());
    for (NameId name : s_.touched_) out.push_back({name, s_.gain_[name]});
    if (out.size() > limits.best) {
      keep(limits.most, out);
      const auto last = out.begin() + static_cast<std::ptrdiff_t>(std::min(limits.best, out.size()) - 1);
      std::nth_element(out.begin(), last, out.end(), better);
      const Millinats least = last->gain - limits.margin;
      out.erase(std::remove_if(last + 1, out.end(), [&](const CandidateName& c) { return c.gain < least; }), out.end());
    }
    std::sort(out.begin(), out.end(), better);
  }

 private:
  static bool better(const CandidateName& a, const CandidateName& b) {
    return std::tuple(-a.gain, a.name) < std::tuple(-b.gain, b.name);
  }

  static void keep(std::size_t most, std::vector<CandidateName>& names) {
    if (names.size() <= most) return;
    std::nth_element(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(most), names.end(), better);
    names.resize(most);
  }

  /// Adds what one part of the query gives: to every name at most once, by its cheapest similar token.
  void add_unit(const TokenLookup& lookup, Millinats worth, Millinats most) {
    ++unit_count_;
    for (const Index::SimilarToken& similar : lookup.similar) {
      const Millinats gain = std::min(worth, most) - similar.cost;
      if (gain <= 0) break;  // cheapest first: the rest gives nothing, either
      for (NameId name : index_.postings(similar.token)) add(name, gain);
    }
  }

  void add(NameId name, Millinats gain) {
    if (s_.stamp_[name] != s_.search_) {
      s_.stamp_[name] = s_.search_;
      s_.gain_[name] = gain;
      s_.touched_.push_back(name);
    } else if (s_.unit_[name] != unit_count_) {
      s_.gain_[name] += gain;
    }
    s_.unit_[name] = unit_count_;
  }

  void add_split(const Sounds& whole, std::size_t at) {
    const TokenLookup first = look_up(index_, part(whole, 0, at), false, kPartCost);
    if (first.similar.empty()) return;
    const TokenLookup second = look_up(index_, part(whole, at, whole.size()), false, kPartCost);
    if (second.similar.empty()) return;
    add_unit(first, first.rarity, kMostGain / 2);
    add_unit(second, second.rarity, kMostGain / 2);
  }

  const Index& index_;
  CandidateScratch& s_;
  std::uint32_t unit_count_ = 0;
};

TokenLookup look_up(const Index& index, const Sounds& sounds, bool cut, Millinats most) {
  TokenLookup lookup;
  index.similar_tokens(sounds, cut, most, lookup.similar);
  lookup.rarity = index.rarity(lookup.similar);
  return lookup;
}

void find_candidates(const Index& index, const names::PersonName& query,
                     std::span<const TokenLookup> lookups, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out) {
  CandidateSearch search(index, scratch);
  search.add_tokens(query, lookups);
  search.add_joins(query.tokens);
  search.add_splits(query.tokens);
  search.best(limits, out);
}

}  // namespace darvaza::index
