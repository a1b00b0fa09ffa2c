#include "scoring/father_evidence.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "names/common_names.h"
#include "names/rarity.h"
#include "names/surname_endings.h"

namespace darvaza::scoring {
namespace {

/// Judgements, not measured: no data at hand gives the father on both sides. He is often named in part, or by a
/// by-name, so that neither agreement nor contradiction weighs what a name of one's own would.
constexpr std::int32_t kMost = kMostFatherWeight;
constexpr std::int32_t kLeast = -1500;
/// Tokens that agree less than this agree by chance.
constexpr names::Millinats kLeastGain = 1000;
/// Tokens nearer than this are one name.
constexpr names::Millinats kSameToken = 2000;
constexpr names::Millinats kNoLimit = 20'000;

std::vector<names::WeighedToken> weigh_listed(const names::PersonName& name) {
  std::vector<names::WeighedToken> tokens;
  for (const names::Token& token : name.tokens) {
    tokens.push_back({.sounds = &token.sounds, .role = token.role, .rarity = kNoLimit});
  }
  return tokens;
}

using Tokens = std::span<const names::WeighedToken>;

/// By its ending, too: a father's name stands alone, and beside a single given name it may be a surname.
bool is_patronymic(const names::WeighedToken& token) {
  return token.role == names::TokenRole::patronymic || names::ends_like_patronymic(*token.sounds);
}

/// The tokens as possible beginnings of the patronymics on the other side: Nodir of Nodirovich.
std::vector<names::WeighedToken> stems(Tokens tokens, Tokens others) {
  std::vector<names::WeighedToken> out(tokens.begin(), tokens.end());
  if (std::any_of(others.begin(), others.end(), is_patronymic)) {
    for (names::WeighedToken& token : out) token.cut |= token.role == names::TokenRole::name && !is_patronymic(token);
  }
  return out;
}

void align(Tokens asked, Tokens listed, names::NameAlignment& alignment) {
  names::align_names(stems(asked, listed), stems(listed, asked), alignment);
}

bool is_among(const romanize::Sounds& token, Tokens tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const names::WeighedToken& other) {
    return names::token_cost(token, *other.sounds, kSameToken) != names::kTooFar ||
           (is_patronymic(other) && names::prefix_cost(token, *other.sounds, kSameToken) != names::kTooFar);
  });
}

/// What pairs gain whose tokens the names have already counted.
names::Millinats counted_before(const names::NameAlignment& alignment, const AskedFather& asked,
                                Tokens met) {
  names::Millinats sum = 0;
  for (const names::AlignedTokens& pair : alignment.pairs) {
    const auto tokens = asked.tokens().subspan(pair.a_begin, pair.a_count);
    const bool all = std::all_of(tokens.begin(), tokens.end(), [&](const names::Token& token) {
      return is_among(token.sounds, met);
    });
    if (all && pair.gain > 0) sum += pair.gain;
  }
  return sum;
}

std::string written(std::span<const names::Token> tokens) {
  std::string text;
  for (const names::Token& token : tokens) text += (text.empty() ? "" : " ") + token.text;
  return text;
}

std::optional<Evidence> compare_with(const AskedFather& asked, std::string_view stated,
                                     Tokens met) {
  const names::PersonName name = names::parse_name(stated);
  if (name.tokens.empty()) return std::nullopt;
  names::NameAlignment alignment;
  align(asked.weighed(), weigh_listed(name), alignment);
  // The names have had what a whole name adds.
  const std::int32_t agreement = alignment.total - alignment.whole;
  // Only what is new counts; that the names agree already is no reason to hold the rest against
  // them.
  const std::int32_t counted =
      agreement > 0 ? std::min(agreement, counted_before(alignment, asked, met)) : 0;
  const std::int32_t weight = std::clamp(agreement - counted, kLeast, kMost);
  if (weight == 0) return std::nullopt;
  return Evidence{EvidenceKind::father_name, weight,
                  fmt::format("{}: {}, listed {}", weight > 0 ? "agrees" : "different",
                              written(asked.tokens()), written(name.tokens))};
}

/// The father's name among the tokens that the traveller's own name left over.
std::optional<Evidence> find_in_name(const AskedFather& asked, Tokens left) {
  std::vector<names::WeighedToken> tokens(left.begin(), left.end());
  for (names::WeighedToken& token : tokens) token.rarity = kNoLimit;
  names::NameAlignment alignment;
  align(asked.weighed(), tokens, alignment);
  std::int32_t gain = 0;
  for (const names::AlignedTokens& pair : alignment.pairs) {
    if (pair.gain >= kLeastGain && names::is_borne_name(tokens[pair.b_begin].role)) gain += pair.gain;
  }
  if (gain == 0) return std::nullopt;
  return Evidence{EvidenceKind::father_name, std::min(gain, kMost),
                  fmt::format("part of the listed name: {}", written(asked.tokens()))};
}

}  // namespace

AskedFather::AskedFather(std::string_view name) : name_(names::parse_name(name)) {
  for (const names::Token& token : name_.tokens) {
    const names::Millinats rarity =
        std::min(names::most_rarity(token.sounds), names::common_rarity(token.sounds));
    weighed_.push_back(
        {.sounds = &token.sounds, .role = token.role, .cut = token.cut, .rarity = rarity});
  }
}

std::optional<Evidence> weigh_father(const AskedFather& asked, const ListedFather& listed) {
  if (asked.empty()) return std::nullopt;
  if (listed.stated.empty())
    return listed.left.empty() ? std::nullopt : find_in_name(asked, listed.left);
  std::optional<Evidence> best;
  for (const std::string_view stated : listed.stated) {
    auto evidence = compare_with(asked, stated, listed.met);
    if (evidence && (!best || evidence->weight_mn > best->weight_mn)) best = std::move(evidence);
  }
  return best;
}

}  // namespace darvaza::scoring
