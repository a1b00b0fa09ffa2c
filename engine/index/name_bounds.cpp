#include "index/name_bounds.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "names/forefathers.h"
#include "names/second_halves.h"
#include "names/token_cost.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using names::TokenRole;

/// Two names that both have a name left over for each other contradict.
constexpr Millinats kContradictingNames = names::kContradiction + 2 * names::kAbsentName;

constexpr std::size_t kFewestSoundsOfHalf = 2;
/// Names with more initials are rare, and their postings are read as if they had so many.
constexpr int kUsualInitials = 2;

bool is_splittable(const AskedPart& part) {
  return leads(part.role) && part.sounds != nullptr && part.sounds->size() >= kShortestToSplit;
}

/// How many consonant classes of a word a part certainly lacks that may have those in `possible`.
int classes_beyond(std::uint8_t classes, std::uint8_t possible) { return std::popcount(static_cast<unsigned>(classes & ~possible)); }
int classes_beyond(std::uint8_t classes, const AskedPart& part) { return classes_beyond(classes, part.classes.possible); }

/// Names so short may be met by a particle: "un" of "Jong-un", "lah" of "Abd al-Lah".
constexpr std::size_t kMostSoundsOfParticle = 3;
/// Words that have more classes of consonants beyond each other are too far.
constexpr int kMostClassesBeyond = 2;
/// In place of a word's classes.
constexpr std::uint8_t kClassesUnread = 0;

}  // namespace

bool is_borne(const AskedPart& part, Millinats most) {
  return std::any_of(part.similar.begin(), part.similar.end(), [&](const SimilarToken& token) { return token.cost() <= most; });
}

void NameBounds::for_each_part(auto use) const {
  std::size_t number = 0;
  for (const AskedPart& part : asked_.tokens) use(part, number++);
  for (const AskedPart& part : asked_.joined) use(part, number++);
}

void NameBounds::assign(const Index& index, const AskedParts& asked) {
  index_ = &index;
  frequencies_ = index.token_frequencies();
  asked_ = asked;
  names_ = initials_ = stand_ins_ = particles_ = 0;
  has_short_name_ = false;
  may_be_two_.reset();
  most_worth_ = 0;
  extras_ = 0;
  names::Forefathers forefathers;
  for (const AskedPart& part : asked.tokens) {
    if (forefathers.next(part.role, [&]() -> const romanize::Sounds& { return *part.sounds; })) extras_ += names::kForefatherLeftOut;
    names_ += part.role == TokenRole::name;
    initials_ += part.role == TokenRole::initial;
    stand_ins_ += part.role == TokenRole::initial || part.role == TokenRole::father;
    has_short_name_ = has_short_name_ || (part.role == TokenRole::name && part.sounds->size() <= kMostSoundsOfParticle);
    if (leads(part.role)) most_worth_ = std::max(most_worth_, part.worth);
    particles_ += part.role == TokenRole::particle;
    if (part.role == TokenRole::particle || part.role == TokenRole::initial) extras_ += part.worth;
  }
  find_runs();
  unseen_.forget();
  for (AskedTokens& tokens : near_) tokens.clear();
  std::size_t count = 0;
  for_each_part([&](const AskedPart& part, std::size_t) { count += part.similar.size(); });
  meetings_.assign(std::bit_ceil(2 * count + 1), {});
  for_each_part([&](const AskedPart& part, std::size_t number) {
    if (part.role == TokenRole::particle || part.role == TokenRole::initial) return;  // met by any name, as far as bounds go
    for (const SimilarToken& token : part.similar) {
      index.fetch_posting_count(token.key);  // the search asks for all of them next
      // Of a name in which a particle is joined on both sides the parts meet one by one as well.
      if (is_twice_joined(part, token.key)) continue;
      near_[nearness(token.cost())].add(token.key);
      std::size_t at = slot_of(token.key);
      while (meetings_[at].used) at = (at + 1) & (meetings_.size() - 1);
      meetings_[at] = {token.key, static_cast<std::int16_t>(part.worth - token.cost()), static_cast<std::uint8_t>(number), true};
    }
  });
  for (std::size_t near = 1; near < near_.size(); ++near) near_[near].add_all(near_[near - 1]);
}

void NameBounds::find_runs() {
  runs_.clear();
  for (std::size_t begin = 0; begin < asked_.tokens.size(); ++begin) {
    Run run;
    for (std::size_t end = begin; end < std::min(begin + names::kMostJoined, asked_.tokens.size()); ++end) {
      const AskedPart& part = asked_.tokens[end];
      if (part.role != TokenRole::name && part.role != TokenRole::particle) break;
      if (end == begin) run.sounds = *part.sounds;
      else if (part.sounds->system() == run.sounds.system()) run.sounds.join(*part.sounds);
      else break;
      run.tokens |= part.tokens;
      run.names += part.names;
      run.worth = std::min(run.worth + part.worth, names::most_gain(TokenRole::name));
      run.possible |= part.classes.possible;
      if (end == begin || run.names == 0 || names::is_article(part.role, part.sounds->size())) continue;  // what an article behind may cost is found by keys
      if (runs_.size() == UnseenCosts::kMostRuns) return;
      runs_.push_back(run);
    }
  }
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

/// The traveller's initials and fathers stand for listed names, and so may a patronymic that leads.
NameBounds::Left NameBounds::left_besides(const AskedPart& lead, std::uint32_t listed_names) const {
  return {names_ - lead.names, static_cast<int>(listed_names) - 1 - stand_ins_};
}

NameBounds::Rest NameBounds::rest_besides(std::uint64_t tokens) const {
  Rest rest;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & tokens) != 0 || part.role == TokenRole::particle || part.role == TokenRole::initial) continue;
    rest.worth += part.worth;
    rest.names += part.role == TokenRole::name;
  }
  return rest;
}

Millinats NameBounds::alone(const AskedPart& lead, int listed_initials) const {
  Millinats most = kNothing;
  for (std::uint32_t names = listed_initials == 0 ? 2 : 1; names <= kMostPaired; ++names) {
    Left left = left_besides(lead, names);
    left.asked -= listed_initials;
    most = std::max(most, left.weight());
  }
  return extras_ + most + listed_initials * names::most_gain(TokenRole::initial);
}

Millinats NameBounds::alone_if_irregular(const AskedPart& lead) const {
  Millinats most = kNothing;
  for (int initials = 0; initials <= kUsualInitials; ++initials) most = std::max(most, alone(lead, initials));
  return most + names::most_gain(TokenRole::title);  // of either side, which may meet a name of the other: Sheikh Omar, Omar Sheikh
}

std::size_t NameBounds::nearness(Millinats spare) {
  std::size_t near = 0;
  while (near + 1 < kNear.size() && kNear[near] < spare) ++near;
  return near;
}

NameBounds::OtherParts NameBounds::other_parts(const AskedPart& lead) const {
  OtherParts others;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & lead.tokens) != 0) continue;
    if (!is_splittable(part)) continue;
    others.split_worth = std::max(others.split_worth, part.worth);
    others.split_classes |= part.classes.possible;
  }
  return others;
}

bool NameBounds::may_be_half(const AskedPart& part, TokenId word) const {
  if (!is_splittable(part)) return false;
  const romanize::Sounds &half = index_->token(word), &whole = *part.sounds;
  if (half.size() + kFewestSoundsOfHalf <= whole.size()) return true;
  return romanize::leaves_vowels_out(whole.system()) && !romanize::leaves_vowels_out(half.system()) && consonant_count(half) < consonant_count(whole);
}

bool NameBounds::can_meet(const AskedPart& lead, Besides& besides, Millinats gain, OtherToken word, PostedName posted, Millinats needed) const {
  if (!near_.back().may_contain(word.number())) return false;
  for (std::size_t at = slot_of(word.number()); meetings_[at].used; at = (at + 1) & (meetings_.size() - 1)) {
    const Meeting& meeting = meetings_[at];
    if (meeting.token != word.number()) continue;
    const AskedPart& part = part_of(meeting.part);
    if ((part.tokens & lead.tokens) == 0 && gain + meeting.gain + most_besides(lead, meeting.part, posted, besides) >= needed) return true;
  }
  return false;
}

Millinats NameBounds::most_besides(const AskedPart& lead, std::size_t part, PostedName posted, Besides& besides) const {
  if (part >= Besides::kMostParts) return most_besides(lead, part_of(part), posted);
  // An irregular name may have as much besides as one of very many.
  Millinats& most = besides.most_[part][posted.is_irregular() ? PostedName::kMostNames : posted.names()];
  if (most == Besides::kUnknown) most = most_besides(lead, part_of(part), posted);
  return most;
}

/// The most that is to be had where the lead and another part have met: as many of the other parts as can agree in full.
Millinats NameBounds::most_besides(const AskedPart& lead, const AskedPart& other, PostedName posted) const {
  const Rest rest = rest_besides(lead.tokens | other.tokens);
  const Millinats sum = extras_ + rest.worth;
  Left left = left_besides(lead, posted.names());
  left.asked -= other.names;
  --left.listed;  // a title may meet a name
  // Titles and initials may meet names, and a part may be written as two words; a name of very many is not counted.
  if (posted.is_irregular() || posted.names() == PostedName::kMostNames) return sum + names::kWholeName;
  const int met = std::clamp(left.listed, 0, rest.names);
  return sum + Left{left.asked - met, std::max(0, left.listed - met - rest.names)}.weight();
}

bool NameBounds::can_split(const AskedPart& lead, OtherToken one, OtherToken two, Millinats spare) const {
  return std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [&](const AskedPart& part) {
    return (part.tokens & lead.tokens) == 0 && is_splittable(part) && classes_beyond(one.classes() | two.classes(), part) == 0 &&
           split_cost(part, one.number(), two.number(), spare) <= spare;
  });
}

NameBounds::CostsOfAbsent NameBounds::costs_of_absent(int absent) const {
  CostsOfAbsent costs{};
  for (std::uint32_t kind = 0; kind < costs.size(); ++kind) {
    const PostedName name = PostedName::of_kind(kind);
    costs[kind] = std::max(0, absent_names(name) - absent) * names::kAbsentName;
    if (absent != 0) costs[kind] += cost_of_absent(name, absent) - absent * names::kAbsentName;
  }
  return costs;
}

/// How many names one side has more than the other at least, when nothing is joined.
int NameBounds::absent_names(PostedName name) const {
  const auto listed = static_cast<int>(name.names());
  if (!asked_.joined.empty() || name.is_irregular() || name.is_joined() || listed == static_cast<int>(PostedName::kMostNames)) return 0;
  // A part that is written as two words takes two names; more than one such part is not looked for.
  const int more = listed - names_ - stand_ins_ - 1;
  return more > 0 ? more : std::max(0, names_ - listed);
}

/// What it costs that so many of the traveller's names meet nothing in a reading.
Millinats NameBounds::cost_of_absent(PostedName posted, int absent) const {
  const int others = static_cast<int>(posted.names()) - stand_ins_ - (names_ - absent);
  const int contradicting = posted.is_irregular() ? 0 : std::clamp(others, 0, absent);
  return contradicting * kContradictingNames + (absent - contradicting) * names::kAbsentName;
}

Millinats NameBounds::of_posting(const LeadMeeting& lead_meeting, std::span<const OtherToken> others, PostedName posted, Millinats needed) const {
  const AskedPart& lead = lead_meeting.part;
  const Millinats gain = lead_meeting.gain;
  if (others.front().number() == OtherToken::kMany || others.size() > kMostWords) return gain + of_many(lead, posted);
  if (posted.is_irregular()) return of_name(posted.name(), posted.is_joined() ? Readings::all : Readings::of_particles, needed);
  Millinats bound = at_most(lead_meeting, others, posted, needed);
  if (bound >= needed || lead_meeting.is_half) {
    Words words, unmet;
    for (const OtherToken other : others) {
      if (other.number() < OtherToken::kMany) words.add({other.number(), other.classes()});
    }
    if (bound >= needed) bound = best_of(words.span(), {lead.tokens, gain + extras_, left_besides(lead, posted.names())}, unmet, needed);
    if (bound < needed && words.count != 0 && lead_meeting.is_half) bound = std::max(bound, of_half(lead_meeting, words.span(), posted, needed));
  }
  if (bound >= needed || !has_short_name_ || bound - kContradictingNames < needed) return bound;
  return has_spare_particle(index_->tokens(posted.name())) ? of_name(posted.name(), Readings::of_particles, needed) : bound;
}

/// No less than best_of answers: every word is taken to meet what gives most and what leaves fewest, though two may take the same part,
/// and whatever else can be made of words is taken to succeed. Most names that share two words with the
/// traveller's are ruled out by the third, and this is all that is looked at of them.
Millinats NameBounds::at_most(const LeadMeeting& met, std::span<const OtherToken> others, PostedName posted, Millinats needed) const {
  const Left left = left_besides(met.part, posted.names());
  Millinats sum = met.gain + extras_, least = names::kTooFar;
  Left taken;  // the fewer are left on either side, the better
  std::size_t fit_to_split = 0;
  for (const OtherToken other : others) {
    if (other.number() >= OtherToken::kMany) continue;
    Millinats best = 0;
    int asked = 0, listed = 0;
    for_each_meeting(other.number(), [&](const AskedPart& part, Millinats gain) {
      if ((part.tokens & met.part.tokens) != 0) return;
      best = std::max(best, gain);
      asked = std::max(asked, part.names);
      listed = 1;
    });
    sum += best;
    least = std::min(least, best);
    taken.asked += asked;
    taken.listed += listed;
    fit_to_split += (other.classes() & ~met.others.split_classes) == 0;
  }
  const auto weight_besides = [&](int asked, int listed) { return Left{left.asked - taken.asked - asked, left.listed - taken.listed - listed}.weight(); };
  Millinats most = weight_besides(0, 0);
  if (left.asked < 1 || least == names::kTooFar) return sum + most;
  if (fit_to_split > 1) most = std::max(most, weight_besides(1, 2) + met.others.split_worth - least);
  // What words may give that share no key with a part or with neighbours; most were compared before and are too far.
  const auto try_unseen = [&](std::size_t number, Millinats worth, std::uint8_t possible, Millinats besides) {
    if (besides + worth - UnseenCosts::kLeast < needed || most >= needed - sum) return;
    for (const OtherToken other : others) {
      if (other.number() >= OtherToken::kMany || classes_beyond(other.classes(), possible) > kMostClassesBeyond) continue;
      const Millinats cost = unseen_.known_cost(other.number(), number);
      if (cost < names::kTooFar) most = std::max(most, besides + worth - cost - sum);
    }
  };
  const Millinats with_one = sum - least + weight_besides(1, 1);
  for (std::size_t i = 0; i < std::min(asked_.tokens.size(), UnseenCosts::kMostTokens); ++i) {
    const AskedPart& part = asked_.tokens[i];
    if ((part.tokens & met.part.tokens) == 0 && leads(part.role)) try_unseen(i, part.worth, part.classes.possible, with_one);
  }
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    if ((run.tokens & met.part.tokens) == 0) try_unseen(UnseenCosts::kMostTokens + i, run.worth, run.possible, sum - least + weight_besides(run.names, 1));
  }
  return sum + most;
}

/// The most where the lead's word is only one half of the part, and one of the others is the other half.
Millinats NameBounds::of_half(const LeadMeeting& met, std::span<const Word> others, PostedName posted, Millinats needed) const {
  const AskedPart& lead = met.part;
  Millinats best = kNothing;
  Words rest, unmet;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (classes_beyond(others[i].classes, lead) != 0) continue;
    rest.count = 0;
    for (std::size_t j = 0; j < others.size(); ++j) {
      if (j != i) rest.add(others[j]);
    }
    Left left = left_besides(lead, posted.names());
    --left.listed;
    const Millinats if_same = best_of(rest.span(), {lead.tokens, lead.worth + extras_, left}, unmet, needed);
    if (if_same < needed) continue;
    const Millinats limit = if_same - needed;
    const Millinats cost = std::min(split_cost(lead, met.word, others[i].token, limit), split_cost(lead, others[i].token, met.word, limit));
    best = std::max(best, if_same - cost);
  }
  return best;
}

Millinats NameBounds::best_of(std::span<const Word> words, const Taken& taken, Words& unmet, Millinats needed) const {
  // Words that meet nothing need no trying.
  const std::size_t unmet_before = unmet.count;
  while (!words.empty() && !near_.back().may_contain(words.front().token)) {
    unmet.add(words.front());
    words = words.subspan(1);
  }
  Millinats best = kNothing;
  if (words.empty()) {
    best = finish(taken, unmet.span(), needed);
  } else {
    const Word& word = words.front();
    Millinats best_gain = kNothing;
    for_each_meeting(word.token, [&](const AskedPart& part, Millinats gain) {
      if ((part.tokens & taken.tokens) != 0 || best >= needed) return;
      const Millinats most_gain = std::min(gain, word.most - (part.worth - gain));
      const Left left = {taken.left.asked - part.names, taken.left.listed - (word.is_name ? 1 : 0)};
      best = std::max(best, best_of(words.subspan(1), {taken.tokens | part.tokens, taken.sum + most_gain, left}, unmet, needed));
      best_gain = std::max(best_gain, most_gain);
    });
    // To leave a word unmet that agrees can only help others to its part.
    if (best < needed && (best_gain < 0 || words.size() > 1 || unmet.count != 0)) {
      unmet.add(word);
      best = std::max(best, best_of(words.subspan(1), taken, unmet, needed));
    }
  }
  unmet.count = unmet_before;
  return best;
}

Millinats NameBounds::finish(const Taken& taken, std::span<const Word> unmet, Millinats needed) const {
  const Millinats bound = taken.sum + taken.left.weight();
  if (bound >= needed || unmet.empty() || taken.left.asked < 1) return bound;
  Millinats best = bound;
  if (unmet.size() > 1) {
    const Millinats with_two = taken.sum + Left{taken.left.asked - 1, taken.left.listed - 2}.weight();
    best = std::max(best, with_two + best_split(taken, unmet, needed - with_two));
  }
  const Millinats with_one = taken.sum + Left{taken.left.asked - 1, taken.left.listed - 1}.weight();
  if (best < needed && taken.left.listed > 0 && with_one + most_worth_ - UnseenCosts::kLeast >= needed) {
    best = std::max(best, with_one + best_unseen(taken, unmet, needed - with_one));
  }
  return best < needed ? std::max(best, best_run(taken, unmet, needed)) : best;
}

/// The most that a part can give that is written as two of the unmet words.
Millinats NameBounds::best_split(const Taken& taken, std::span<const Word> unmet, Millinats needed) const {
  Millinats best = kNothing;
  for (const AskedPart& part : asked_.tokens) {
    if ((part.tokens & taken.tokens) != 0 || !is_splittable(part) || part.worth < needed) continue;
    for (std::size_t i = 0; i < unmet.size(); ++i) {
      for (std::size_t j = i + 1; j < unmet.size(); ++j) {
        if (classes_beyond(unmet[i].classes | unmet[j].classes, part) != 0) continue;
        best = std::max(best, part.worth - split_cost(part, unmet[i].token, unmet[j].token, part.worth - needed));
      }
    }
  }
  return best;
}

/// The most that an unmet word can give with a part with which it shares no key.
Millinats NameBounds::best_unseen(const Taken& taken, std::span<const Word> unmet, Millinats needed) const {
  Millinats best = kNothing;
  for (std::size_t i = 0; i < std::min(asked_.tokens.size(), UnseenCosts::kMostTokens); ++i) {
    const AskedPart& part = asked_.tokens[i];
    if ((part.tokens & taken.tokens) != 0 || !leads(part.role)) continue;
    for (const Word& word : unmet) {
      const Millinats most = std::min(part.worth, word.most), limit = most - std::max(needed, names::kLeastGain);
      if (limit < UnseenCosts::kLeast || classes_beyond(word.classes, part) > kMostClassesBeyond) continue;
      const Millinats cost = unseen_.get(word.token, i, [&] {
        const romanize::Sounds& sounds = index_->token(word.token);
        return names::token_cost(*part.sounds, sounds, names::similarity_limit(*part.sounds, sounds));
      });
      best = std::max(best, most - cost);
    }
  }
  return best;
}

/// The most that the name weighs where neighbours are an unmet word with which they, read as one, share no key.
Millinats NameBounds::best_run(const Taken& taken, std::span<const Word> unmet, Millinats needed) const {
  Millinats best = kNothing;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    if ((run.tokens & taken.tokens) != 0) continue;
    const Millinats besides = taken.sum + Left{taken.left.asked - run.names, taken.left.listed - 1}.weight();
    if (besides + run.worth - UnseenCosts::kLeast < needed) continue;
    for (const Word& word : unmet) {
      const Millinats most = std::min(run.worth, word.most);
      if (besides + most - UnseenCosts::kLeast < needed || classes_beyond(word.classes, run.possible) > kMostClassesBeyond) continue;
      const Millinats cost = unseen_.get(word.token, UnseenCosts::kMostTokens + i, [&] {
        const romanize::Sounds& sounds = index_->token(word.token);
        return names::token_cost(run.sounds, sounds, names::similarity_limit(run.sounds, sounds));
      });
      best = std::max(best, besides + most - cost);
    }
  }
  return best;
}

/// What it costs that the part is written as two words of a name, which stand in its order.
Millinats NameBounds::split_cost(const AskedPart& part, TokenId one, TokenId two, Millinats limit) const {
  const romanize::Sounds &a = index_->token(one), &b = index_->token(two);
  if (std::abs(consonant_count(a) + consonant_count(b) - consonant_count(*part.sounds)) > names::kMostMissingConsonants) return names::kTooFar;
  return names::token_cost(*part.sounds, names::as_one_word(std::array{&a, &b}), limit);
}

Millinats NameBounds::of_many(const AskedPart& lead, PostedName posted) const {
  const Rest rest = rest_besides(lead.tokens);
  Left left = left_besides(lead, posted.names());
  if (posted.is_irregular()) left.asked -= kUsualInitials;
  const int met = std::min(rest.names, left.listed);
  left.asked -= met;
  left.listed -= met;
  if (posted.names() == PostedName::kMostNames) left.listed = std::max(left.listed, 0);
  const Millinats of_forefathers = posted.is_irregular() ? names::kForefatherLeftOut * std::max(0, left.listed - std::max(0, left.asked)) : 0;
  return extras_ + rest.worth + left.weight() + of_forefathers;
}

bool NameBounds::may_be_two() const {
  if (!may_be_two_) may_be_two_ = std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [](const AskedPart& part) { return is_splittable(part) && !is_borne(part); });
  return *may_be_two_;
}

std::uint8_t NameBounds::classes_of(TokenId token) const { return names::consonant_classes(index_->token(token)).certain; }

/// Particles meet particles before they meet anything else.
bool NameBounds::has_spare_particle(std::span<const NameToken> name) const {
  const auto listed = std::count_if(name.begin(), name.end(), [](NameToken token) { return token.role() == TokenRole::particle; });
  return listed > particles_;
}

Millinats NameBounds::of_name(NameId id, Readings readings, Millinats needed) const {
  const std::span<const NameToken> tokens = index_->tokens(id);
  const bool spare_particle = has_short_name_ && has_spare_particle(tokens);
  std::array<Word, names::kMaxTokens> words;
  std::size_t count = 0;
  Listed listed;
  names::Forefathers forefathers;
  for (const NameToken& token : tokens) {
    listed.forefathers += forefathers.next(token.role(), [&]() -> const romanize::Sounds& { return index_->token(token.token()); });
    const bool is_name = token.role() == TokenRole::name;
    listed.names += is_name;
    listed.initials += token.role() == TokenRole::initial;
    if (token.role() == TokenRole::particle && !spare_particle) continue;
    if (token.role() != TokenRole::initial) words[count++] = {token.token(), kClassesUnread, is_name, names::most_gain(token.role())};
  }
  Millinats best = of_words(std::span(words).first(count), listed, needed);
  if (best >= needed) return best;
  OtherReadings others;
  others.add_joined_particles(index_->dictionary(), tokens);
  if (readings == Readings::all) others.add_joined_names(index_->dictionary(), tokens);
  for (const LeadingWords& reading : others.all()) {
    count = 0;
    listed.names = static_cast<int>(reading.names());
    for (const TokenId token : reading.tokens()) words[count++] = {token, kClassesUnread};
    best = std::max(best, of_words(std::span(words).first(count), listed, needed));
  }
  return best;
}

/// A name none of whose words meets anything is nothing, unless the traveller has a word that nobody bears and that may be two of it, and
/// most are nothing: the classes of words, which stand in the dictionary, are read afterwards. Of a name with many words only those are looked at that meet some part.
Millinats NameBounds::of_words(std::span<const Word> words, const Listed& listed, Millinats needed) const {
  const Millinats extras = extras_ + listed.initials * names::most_gain(TokenRole::initial) + listed.forefathers * names::kForefatherLeftOut;
  Taken taken{0, extras, {names_ - listed.initials, listed.names - stand_ins_}};
  Words tried, unmet;
  bool any_meets = initials_ != 0 || listed.initials != 0;
  for (const Word& word : words) {
    Millinats best = kNothing;
    for_each_meeting(word.token, [&](const AskedPart& part, Millinats gain) { best = std::max(best, std::min(gain, word.most - (part.worth - gain))); });
    any_meets = any_meets || best != kNothing;
    if (words.size() > kMostWords && best == kNothing) continue;
    if (tried.count < kMostWords) tried.add(word);
    else taken.sum += std::max(0, best);
  }
  if (!any_meets && (words.size() < 2 || !may_be_two())) return kNothing;
  for (std::size_t i = 0; i < tried.count; ++i) tried.all[i].classes = classes_of(tried.all[i].token);
  if (!any_meets) {  // two words together, or nothing
    const Millinats besides = taken.sum + Left{taken.left.asked - 1, taken.left.listed - 2}.weight();
    const Millinats bound = besides + best_split(taken, tried.span(), needed - besides);
    return bound >= needed ? bound : kNothing;
  }
  return best_of(tried.span(), taken, unmet, needed);
}

}  // namespace darvaza::index
