#include "screening/first_look.h"

#include <algorithm>
#include <utility>

#include "index/index.h"
#include "screening/name_scorer.h"
#include "screening/searched.h"

namespace darvaza::screening {
namespace {

using names::Millinats;
using names::TokenRole;

/// Words that travellers have in common are looked up once.
constexpr std::size_t kMostRemembered = 50'000;
/// Names of more words, or of words so long that neighbours do not fit into one, are searched for without a first look.
constexpr std::size_t kMostWords = 16;

bool is_long(std::span<const names::Token> tokens) {
  if (tokens.size() > kMostWords) return true;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    std::size_t sounds = 0;
    for (std::size_t i = begin; i < std::min(begin + names::kMostJoined, tokens.size()); ++i) sounds += tokens[i].sounds.size();
    if (sounds > romanize::Sounds::kCapacity) return true;
  }
  return false;
}

}  // namespace

FirstLook::FirstLook(std::shared_ptr<const FileOutline> outline)
    : shared_(std::move(outline)),
      outline_(*shared_),
      lookups_(outline_.index().dictionary(), outline_.frequencies(), outline_.name_count()),
      fact_bounds_(outline_.index()),
      costs_(outline_.index()),
      notes_(outline_.names().size()) {
  lookups_.remember(kMostRemembered);
}

void FirstLook::ask(std::size_t at, names::PersonName name) {
  if (at == asked_.size()) asked_.emplace_back();
  AskedName& asked = asked_[at];
  asked.find_tokens(outline_.index(), std::move(name), lookups_);
  const auto& tokens = asked.name().tokens;
  for (std::size_t token = 0; token < tokens.size(); ++token) {
    const std::uint64_t frequency = lookups_.frequency_of(asked.similar(token));
    asked.set_rarity(token, index::TokenLookups::rarity_of(tokens[token].sounds, frequency, outline_.name_count()));
  }
  asked.finish(lookups_);
}

bool FirstLook::may_reach(const Traveller& traveller, std::size_t names, std::int32_t least, const Post& post) {
  if (post != post_) {
    for (Note& note : notes_) note.sight = Sight::not_asked;
    post_ = post;
  }
  fact_bounds_.make(traveller, facts_);
  for (std::size_t at = 0; at < names; ++at) {
    if (is_long(asked_[at].name().tokens) || may_reach(asked_[at], least, post)) return true;
  }
  return false;
}

bool FirstLook::may_reach(const AskedName& asked, std::int32_t least, const Post& post) {
  ++search_;
  weigh_words(asked);
  const index::AskedParts parts = asked.parts();
  for (const index::AskedPart& part : parts.tokens) {
    for (const index::SimilarToken& token : part.similar) {
      if (!token.other_form) continue;
      for (const std::uint32_t place : outline_.holders(token.key)) {
        Note& note = notes_[place];
        if (note.has_forms != search_) note.forms = 0;
        note.has_forms = search_;
        note.forms += std::max(0, part.worth - token.cost());
      }
    }
  }
  const auto looks_at_all = [&](std::span<const index::SimilarToken> similar) {
    return std::any_of(similar.begin(), similar.end(), [&](const index::SimilarToken& token) {
      const auto places = outline_.found_by(token.key);
      return std::any_of(places.begin(), places.end(), [&](std::uint32_t place) { return looks_at(place, asked, least, post); });
    });
  };
  for (const index::AskedPart& part : parts.tokens) {
    if (looks_at_all(part.similar)) return true;
  }
  for (const index::AskedPart& part : parts.joined) {
    if (looks_at_all(part.similar)) return true;
  }
  for (const index::AskedHalves& halves : parts.halves) {
    if (looks_at_all(halves.first.similar)) return true;
  }
  for (const index::DayCode day : facts_.born) {
    if (facts_.born_year == index::kNoYear || day == index::kNoDay) continue;
    for (const index::NameId name : outline_.index().born_on(facts_.born_year, day).names) {
      const std::uint32_t place = outline_.place_of(name);
      if (place != FileOutline::none() && looks_at(place, asked, least, post)) return true;
    }
  }
  return false;
}

void FirstLook::weigh_words(const AskedName& asked) {
  tokens_.assign(asked.tokens().begin(), asked.tokens().end());
  if (WordCosts::is_worth_it(outline_.index())) {
    costs_.begin_name();
    for (names::WeighedToken& token : tokens_) {
      if (token.cut) continue;
      token.known = costs_.of(*token.sounds, token.known);
      token.all_known = true;
    }
  }
  words_.clear();
  any_name_ = names::kWholeName;
  for (const names::WeighedToken& token : asked.tokens()) {
    const Millinats worth = std::min(token.rarity, names::most_gain(token.role));
    if (token.role == TokenRole::initial || token.cut) {
      any_name_ += token.role == TokenRole::initial ? names::most_gain(TokenRole::initial) : worth;
    } else {
      words_.push_back({token.sounds, worth});
    }
  }
}

/// Once for each listed name: whether the traveller's may weigh so much with it. First by the sounds that both have at all, then by the
/// words that meet.
bool FirstLook::looks_at(std::uint32_t place, const AskedName& asked, std::int32_t least, const Post& post) {
  Note& note = notes_[place];
  if (note.looked_at == search_) return false;
  note.looked_at = search_;
  const OutlinedName& name = outline_.names()[place];
  if (name.has_terms && is_hidden(place, post)) return true;
  const Millinats needed = least - facts_.of(name.state, name.year, name.day);
  Millinats most = any_name_ + name.initials + (note.has_forms == search_ ? note.forms : 0);
  for (const Word& word : words_) most += std::max(0, word.worth - static_cast<Millinats>(name.sounds.own_steps(*word.sounds)) * names::kCostStep);
  if (most < needed) return false;
  return most_of_name(outline_.index(), tokens_, asked.meetings(), name.name, needed, listed_, pairs_) >= needed;
}

bool FirstLook::is_hidden(std::uint32_t place, const Post& post) {
  Sight& sight = notes_[place].sight;
  if (sight == Sight::not_asked) {
    const index::Index& index = outline_.index();
    sight = is_visible(index, index.entry_of(outline_.names()[place].name), post) ? Sight::seen : Sight::hidden;
  }
  return sight == Sight::hidden;
}

}  // namespace darvaza::screening
