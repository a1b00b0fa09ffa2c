#include "scoring/place_evidence.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "documents/states.h"
#include "names/rarity.h"

namespace darvaza::scoring {
namespace {

/// Judgements, not measured: no data at hand gives places for both sides. Of the travellers of one
/// nationality, some sixth may be born in the same large town: ln 6. A shared nationality says most
/// of what a shared State of birth would.
constexpr std::int32_t kMostWords = kMostPlaceWeight;
constexpr std::int32_t kSameState = 300;
constexpr std::int32_t kOtherPlace = -400;
/// A part of what the words are worth as names: a third.
constexpr std::int32_t kWordsDivisor = 3;
/// Words that agree less than this agree by chance.
constexpr names::Millinats kLeastGain = 1500;
constexpr names::Millinats kNoLimit = 20'000;

void weigh(const std::vector<names::Token>& tokens, std::vector<names::WeighedToken>& out) {
  for (const names::Token& token : tokens)
    out.push_back({.sounds = &token.sounds, .rarity = names::most_rarity(token.sounds), .of_place = true});
}

/// Millinats for the words that both have; 0 when none agree.
std::int32_t compare_words(const AskedPlace& asked, const Place& listed) {
  std::vector<names::WeighedToken> words;
  for (const names::Token& token : listed.words)
    words.push_back({.sounds = &token.sounds, .rarity = kNoLimit, .of_place = true});
  names::NameAlignment alignment;
  names::align_names(asked.words(), words, alignment);
  std::int32_t gain = 0;
  for (const names::AlignedTokens& pair : alignment.pairs) {
    if (pair.gain >= kLeastGain) gain += pair.gain;
  }
  return std::min(gain / kWordsDivisor, kMostWords);
}

struct Agreement {
  std::int32_t weight_mn = 0;  ///< 0: no evidence
  std::string_view words;
};

bool any_pair(const Place& a, const Place& b, auto agree) {
  return std::any_of(a.states.begin(), a.states.end(), [&](StateCode x) {
    return std::any_of(b.states.begin(), b.states.end(), [&](StateCode y) { return agree(x, y); });
  });
}

Agreement compare_states(const Place& asked, const Place& listed) {
  if (asked.states.empty() || listed.states.empty()) return {};
  if (any_pair(asked, listed, [](StateCode a, StateCode b) { return a == b; }))
    return {kSameState, "same State, no more known"};
  if (any_pair(asked, listed, documents::are_related)) return {};
  return {kOtherPlace, "another State"};
}

Agreement compare_places(const AskedPlace& asked, const Place& listed) {
  const Agreement states = compare_states(asked.place(), listed);
  const std::int32_t words = compare_words(asked, listed);
  if (words > 0) {  // Hyderabad is in Pakistan and in India
    return states.weight_mn < 0 ? states : Agreement{words, "shared"};
  }
  if (!asked.place().words.empty() && !listed.words.empty()) return {kOtherPlace, "different"};
  return states;
}

}  // namespace

AskedPlace::AskedPlace(std::string_view text)
    : place_(parse_place(text)), others_(other_place_names(place_.words)) {
  weigh(place_.words, weighed_);
  weigh(others_, weighed_);
}

std::optional<Evidence> weigh_birth_place(const AskedPlace& asked,
                                          std::span<const std::string_view> listed) {
  if (asked.empty()) return std::nullopt;
  std::optional<Evidence> best;
  for (const std::string_view text : listed) {
    const Place place = parse_place(text);
    const Agreement agreement = compare_places(asked, place);
    if (agreement.weight_mn == 0 || (best && best->weight_mn >= agreement.weight_mn)) continue;
    best = Evidence{EvidenceKind::birth_place, agreement.weight_mn,
                    fmt::format("{}: {}, listed {}", agreement.words, describe(asked.place()),
                                describe(place))};
  }
  return best;
}

}  // namespace darvaza::scoring
