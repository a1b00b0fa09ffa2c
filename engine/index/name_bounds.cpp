#include "index/name_bounds.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "names/presence_bound.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using names::TokenRole;

/// Two names that both have a name left over for each other contradict.
constexpr Millinats kContradictingNames = names::kContradiction + 2 * names::kAbsentName;

/// Two listed words stand for a part only if they have about as many sounds as it.
constexpr int kMostMissing = 4;
constexpr std::size_t kShortestToSplit = 5;
/// Names with more initials are rare, and their postings are read as if they had so many.
constexpr int kUsualInitials = 2;

bool is_splittable(const AskedPart& part) {
  return part.role == TokenRole::name && part.sounds != nullptr && part.sounds->size() >= kShortestToSplit;
}

bool fits(OtherToken word, const AskedPart& part) { return (word.classes() & ~part.classes.possible) == 0; }

}  // namespace

void NameBounds::for_each_part(auto use) const {
  std::size_t number = 0;
  for (const AskedPart& part : asked_.tokens) use(part, number++);
  for (const AskedPart& part : asked_.joined) use(part, number++);
}

void NameBounds::assign(const Index& index, const AskedParts& asked) {
  index_ = &index;
  frequencies_ = index.token_frequencies();
  asked_ = asked;
  names_ = initials_ = 0;
  extras_ = 0;
  for (const AskedPart& part : asked.tokens) {
    names_ += part.role == TokenRole::name;
    initials_ += part.role == TokenRole::initial;
    if (part.role == TokenRole::particle || part.role == TokenRole::initial) extras_ += part.worth;
  }
  for (AskedTokens& tokens : near_) tokens.clear();
  std::size_t count = 0;
  for_each_part([&](const AskedPart& part, std::size_t) { count += part.similar.size(); });
  meetings_.assign(std::bit_ceil(2 * count + 1), {});
  for_each_part([&](const AskedPart& part, std::size_t number) {
    if (part.role == TokenRole::particle || part.role == TokenRole::initial) return;  // met by any name, as far as bounds go
    for (const SimilarToken& token : part.similar) {
      // Of a name in which a particle is joined on both sides the parts meet one by one as well.
      if (is_twice_joined(part, token.key)) continue;
      for (std::size_t near = near_.size(); near > 0 && token.cost() <= kNear[near - 1]; --near) near_[near - 1].add(token.key);
      std::size_t at = slot_of(token.key);
      while (meetings_[at].used) at = (at + 1) & (meetings_.size() - 1);
      meetings_[at] = {token.key, static_cast<std::int16_t>(part.worth - token.cost()), static_cast<std::uint8_t>(number), true};
    }
  });
}

void NameBounds::for_each_meeting(TokenId token, auto use) const {
  if (!near_.back().may_contain(token)) return;
  for (std::size_t at = slot_of(token); meetings_[at].used; at = (at + 1) & (meetings_.size() - 1)) {
    if (meetings_[at].token == token) use(part_of(meetings_[at].part), Millinats{meetings_[at].gain});
  }
}

Millinats NameBounds::Left::weight() const {
  const int a = std::max(0, asked), l = std::max(0, listed);
  const Millinats whole = a == 0 && l == 0 ? names::kWholeName : 0;
  return whole + std::min(a, l) * kContradictingNames + std::abs(a - l) * names::kAbsentName;
}

/// The traveller's initials stand for listed names.
NameBounds::Left NameBounds::left_besides(const AskedPart& lead, std::uint32_t listed_names) const {
  const int is_name = lead.role == TokenRole::name;
  return {names_ - lead.names, static_cast<int>(listed_names) - is_name - initials_};
}

Millinats NameBounds::worth_besides(const AskedPart& lead) const {
  Millinats sum = 0;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & lead.tokens) == 0 && (leads(part.role) || part.role == TokenRole::title)) sum += part.worth;
  }
  return sum;
}

Millinats NameBounds::alone(const AskedPart& lead, int listed_initials) const {
  Millinats most = kNothing;
  for (std::uint32_t names = lead.role == TokenRole::name && listed_initials == 0 ? 2 : 1; names <= kMostPaired; ++names) {
    Left left = left_besides(lead, names);
    left.asked -= listed_initials;
    most = std::max(most, left.weight());
  }
  return extras_ + most + listed_initials * names::most_gain(TokenRole::initial);
}

Millinats NameBounds::alone_if_irregular(const AskedPart& lead) const {
  Millinats most = kNothing;
  for (int initials = 0; initials <= kUsualInitials; ++initials) most = std::max(most, alone(lead, initials));
  const bool has_title = std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [](const AskedPart& part) { return part.role == TokenRole::title; });
  return most + (has_title ? names::most_gain(TokenRole::title) : 0);
}

const AskedTokens& NameBounds::asked_tokens(Millinats spare) const {
  std::size_t near = 0;
  while (kNear[near] < spare && near + 1 < kNear.size()) ++near;
  return near_[near];
}

std::uint8_t NameBounds::classes_to_split(const AskedPart& lead) const {
  unsigned classes = 0;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & lead.tokens) == 0 && is_splittable(part)) classes |= part.classes.possible;
  }
  return static_cast<std::uint8_t>(classes);
}

bool NameBounds::can_meet(const AskedPart& lead, OtherToken word, Millinats spare) const {
  bool can = false;
  for_each_meeting(word.number(), [&](const AskedPart& part, Millinats gain) { can = can || ((part.tokens & lead.tokens) == 0 && part.worth - gain <= spare); });
  return can;
}

bool NameBounds::can_split(const AskedPart& lead, OtherToken one, OtherToken two, Millinats spare) const {
  return std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [&](const AskedPart& part) {
    return (part.tokens & lead.tokens) == 0 && is_splittable(part) && fits(one, part) && fits(two, part) && split_cost(part, one, two) <= spare;
  });
}

int NameBounds::absent_names(PostedName name) const {
  const auto listed = static_cast<int>(name.names());
  if (!asked_.joined.empty() || name.is_irregular() || name.is_joined() || listed == static_cast<int>(PostedName::kMostNames)) return 0;
  // A part that is written as two words takes two names; more than one such part is not looked for.
  const int more = listed - names_ - initials_ - 1;
  return more > 0 ? more : std::max(0, names_ - listed);
}

Millinats NameBounds::of_posting(const AskedPart& lead, Millinats gain, std::span<const OtherToken> others, PostedName posted, Millinats needed) const {
  if (others.front().number() == OtherToken::kMany || others.size() > kMostWords) return gain + of_many(lead, posted);
  const bool alone = others.front().number() == OtherToken::kAlone;
  Taken taken{lead.tokens, gain + extras_, left_besides(lead, posted.names())};
  if (posted.is_irregular()) {
    const Irregular irregular = irregular_of(index_->tokens(posted.name()));
    taken.sum += irregular.titles + irregular.initials * names::most_gain(TokenRole::initial);
    taken.left.asked -= irregular.initials;
  }
  Unmet unmet;
  return best_of(alone ? std::span<const OtherToken>() : others, taken, unmet, 0, needed);
}

NameBounds::Irregular NameBounds::irregular_of(std::span<const NameToken> name) const {
  Irregular out;
  for (const NameToken& token : name) {
    out.initials += token.role() == TokenRole::initial;
    if (token.role() != TokenRole::title) continue;
    Millinats best = 0;
    for_each_meeting(token.token(), [&](const AskedPart&, Millinats gain) { best = std::max(best, gain); });
    out.titles += std::min(best, names::most_gain(TokenRole::title));
  }
  return out;
}

Millinats NameBounds::best_of(std::span<const OtherToken> words, const Taken& taken, Unmet& unmet, std::size_t unmet_count, Millinats needed) const {
  if (words.empty()) {
    const Millinats bound = taken.sum + taken.left.weight();
    if (bound >= needed || unmet_count < 2 || taken.left.asked < 1) return bound;
    const Millinats with_two = taken.sum + Left{taken.left.asked - 1, taken.left.listed - 2}.weight();
    return std::max(bound, with_two + best_split(taken, std::span(unmet).first(unmet_count), needed - with_two));
  }
  unmet[unmet_count] = words.front();
  Millinats best = best_of(words.subspan(1), taken, unmet, unmet_count + 1, needed);
  for_each_meeting(words.front().number(), [&](const AskedPart& part, Millinats gain) {
    if ((part.tokens & taken.tokens) != 0) return;
    const Left left = {taken.left.asked - part.names, taken.left.listed - (part.role == TokenRole::name ? 1 : 0)};
    best = std::max(best, best_of(words.subspan(1), {taken.tokens | part.tokens, taken.sum + gain, left}, unmet, unmet_count, needed));
  });
  return best;
}

/// The most that a part can give that is written as two of the unmet words.
Millinats NameBounds::best_split(const Taken& taken, std::span<const OtherToken> unmet, Millinats needed) const {
  Millinats best = kNothing;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & taken.tokens) != 0 || !is_splittable(part) || part.worth < needed) continue;
    for (std::size_t i = 0; i < unmet.size(); ++i) {
      if (!fits(unmet[i], part)) continue;
      for (std::size_t j = i + 1; j < unmet.size(); ++j) {
        if (fits(unmet[j], part)) best = std::max(best, part.worth - split_cost(part, unmet[i], unmet[j]));
      }
    }
  }
  return best;
}

/// A lower bound that does not depend on which word is the first.
Millinats NameBounds::split_cost(const AskedPart& part, OtherToken one, OtherToken two) const {
  const romanize::Sounds &a = index_->token(one.number()), &b = index_->token(two.number());
  const auto sounds = static_cast<int>(a.size() + b.size()), asked = static_cast<int>(part.sounds->size());
  if (std::abs(sounds - asked) > kMostMissing) return names::kTooFar;
  romanize::Sounds joined = a;
  joined.append(b);
  const names::PresenceBound bound = names::presence_bound(*part.sounds, joined);
  return std::max(bound.own, bound.other) * names::kCostStep;
}

Millinats NameBounds::of_many(const AskedPart& lead, PostedName posted) const {
  Millinats sum = extras_;
  int names = 0;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & lead.tokens) != 0 || part.role == TokenRole::particle || part.role == TokenRole::initial) continue;
    sum += part.worth;
    names += part.role == TokenRole::name;
  }
  Left left = left_besides(lead, posted.names());
  if (posted.is_irregular()) left.asked -= kUsualInitials;
  const int met = std::min(names, left.listed);
  left.asked -= met;
  left.listed -= met;
  if (posted.names() == PostedName::kMostNames) left.listed = std::max(left.listed, 0);
  return sum + left.weight();
}

Millinats NameBounds::of_name(NameId id, Millinats needed) const {
  const std::span<const NameToken> tokens = index_->tokens(id);
  const Irregular irregular = irregular_of(tokens);
  const Millinats bound = of_words(leading_words(tokens), irregular, needed);
  if (bound >= needed || !has_particles(tokens)) return bound;
  std::array<LeadingWords, JoinedReadings::kMost> joined;
  const std::size_t count = joined_leading_words(index_->dictionary(), tokens, joined);
  Millinats best = bound;
  for (const LeadingWords& words : std::span(joined).first(count)) best = std::max(best, of_words(words, irregular, needed));
  return best;
}

/// Of a name with many words only those are looked at that meet some part.
Millinats NameBounds::of_words(const LeadingWords& words, const Irregular& irregular, Millinats needed) const {
  Taken taken{0, extras_ + irregular.titles + irregular.initials * names::most_gain(TokenRole::initial),
              {names_ - irregular.initials, static_cast<int>(words.names()) - initials_}};
  const bool all = words.tokens().size() <= kMostWords;
  Unmet tried, unmet;
  std::size_t count = 0;
  for (const TokenId token : words.tokens()) {
    Millinats best = kNothing;
    for_each_meeting(token, [&](const AskedPart&, Millinats gain) { best = std::max(best, gain); });
    if (!all && best == kNothing) continue;
    if (count < tried.size()) tried[count++] = {token};
    else taken.sum += std::max(0, best);
  }
  return best_of(std::span(tried).first(count), taken, unmet, 0, needed);
}

}  // namespace darvaza::index
