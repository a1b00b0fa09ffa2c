#include "names/name_alignment.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <tuple>

#include "names/forefathers.h"
#include "names/known_names.h"
#include "names/second_halves.h"
#include "names/surname_endings.h"
#include "names/words_beside_names.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using Tokens = std::span<const WeighedToken>;

/// What a token that meets nothing weighs: sources leave out patronymics, titles and particles freely,
/// names less so.
constexpr Millinats absence(TokenRole role) {
  constexpr Millinats kWeights[] = {kAbsentName, -150, -50, -80, -200, -200};
  return kWeights[static_cast<std::size_t>(role)];
}

/// What contradicting patronymics weigh, which are also written wrongly or in another language's form.
constexpr Millinats kOtherPatronymic = -3000;
constexpr int kLeastNamesOfWhole = 2;
/// What a token cut by a full machine-readable field loses for standing for many longer ones.
constexpr Millinats kCutLoss = 400;

bool is_name(TokenRole role) { return role == TokenRole::name; }

/// What two tokens weigh if they do not meet each other or anything else.
constexpr Millinats apart(TokenRole a, TokenRole b) {
  const Millinats both = absence(a) + absence(b);
  if (a != b) return both;
  return both + (a == TokenRole::name ? kContradiction : a == TokenRole::patronymic ? kOtherPatronymic : 0);
}

/// Neighbouring tokens as one, and what every comparison asks of them. Left as it is until it is set: most of the room for
/// runs is never used.
struct Run {
  const WeighedToken* first;
  std::uint8_t count;
  bool one_system;          ///< all tokens are of one writing system
  bool ends_in_second_half;  ///< God or the Religion behind another word
  bool has_second_half;      ///< the same anywhere in it: not all of its sounds stand in the joined word
  std::uint8_t sounds;      ///< at most Sounds::kCapacity
  std::uint8_t consonants;
  Millinats worth;          ///< the most that their agreement can be worth

  Tokens tokens() const { return {first, count}; }
  bool cut() const { return first->cut; }
  bool is_initial() const { return first->role == TokenRole::initial; }
  Sounds joined() const {
    std::array<const Sounds*, kMostJoined> words;
    for (std::size_t i = 0; i < count; ++i) words[i] = first[i].sounds;
    return as_one_word(std::span(words).first(count));
  }
};

/// All runs of up to kMostJoined tokens of a name.
class Runs {
 public:
  explicit Runs(Tokens tokens) : tokens_(tokens) {
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) add(begin);
  }
  std::size_t size() const { return tokens_.size(); }
  bool has(std::size_t begin, std::size_t count) const { return begin + count <= tokens_.size() && count <= most_[begin]; }
  const Run& run(std::size_t begin, std::size_t count) const { return runs_[begin * kMostJoined + count - 1]; }
  const Run& operator[](std::size_t token) const { return run(token, 1); }

 private:
  void add(std::size_t begin) {
    const WeighedToken& first = tokens_[begin];
    Run run{&first, 0, true, false, false, 0, 0, 0};
    std::array<const Sounds*, kMostJoined> words;
    most_[begin] = 1;
    for (std::size_t count = 1; count <= kMostJoined && begin + count <= tokens_.size(); ++count) {
      const WeighedToken& token = tokens_[begin + count - 1];
      if (count > 1 && token.apart) break;
      most_[begin] = static_cast<std::uint8_t>(count);
      run.count = static_cast<std::uint8_t>(count);
      run.one_system = run.one_system && token.sounds->system() == first.sounds->system();
      words[count - 1] = token.sounds;
      run.ends_in_second_half = ends_in_second_half(std::span(words).first(count));
      run.has_second_half = run.has_second_half || run.ends_in_second_half;
      run.sounds = static_cast<std::uint8_t>(std::min(run.sounds + token.sounds->size(), Sounds::kCapacity));
      run.consonants = static_cast<std::uint8_t>(run.consonants + consonant_count(*token.sounds));
      run.worth = std::min(run.worth + std::min(token.rarity, most_gain(token.role)), most_gain(TokenRole::name));
      runs_[begin * kMostJoined + count - 1] = run;
    }
  }

  Tokens tokens_;
  std::array<std::uint8_t, kMaxTokens> most_;  ///< tokens of the longest run from each on
  std::array<Run, kMaxTokens * kMostJoined> runs_;
};

/// Whether an initial can be that of a name: ا that begins a word is one for every vowel.
bool same_initial(Sound a, Sound b) {
  const auto is_one_of_any = [](Sound seat, Sound vowel) { return seat == Sound::a_init && vowel >= Sound::a && vowel < Sound::a_init; };
  return a == b || is_one_of_any(a, b) || is_one_of_any(b, a);
}

Millinats initial_gain(const WeighedToken& a, const WeighedToken& b) {
  return same_initial((*a.sounds)[0], (*b.sounds)[0]) ? std::min(most_gain(a.role), most_gain(b.role)) : 0;
}

/// What `asked` knows of `token`.
const KnownCost* known_cost(const WeighedToken& asked, const WeighedToken& token) {
  const auto known = std::lower_bound(asked.known.begin(), asked.known.end(), token.key,
                                      [](const KnownCost& k, std::uint32_t key) { return k.key < key; });
  return known != asked.known.end() && known->key == token.key ? &*known : nullptr;
}

bool could_meet(const Run& a, const Run& b) {
  if (a.cut() || b.cut()) return true;
  return std::abs(a.consonants - b.consonants) <= kMostMissingConsonants;
}

Millinats cost_of(const Run& a, const Run& b, Millinats limit) {
  const Sounds joined_a = a.joined(), joined_b = b.joined();
  const Millinats cost = token_cost(joined_a, joined_b, limit);
  if (a.cut() && a.count == 1) return std::min(cost, prefix_cost(joined_a, joined_b, limit - kCutLoss) + kCutLoss);
  if (b.cut() && b.count == 1) return std::min(cost, prefix_cost(joined_b, joined_a, limit - kCutLoss) + kCutLoss);
  return cost;
}

Millinats in_millinats(std::uint32_t steps) { return static_cast<Millinats>(steps) * kCostStep; }

/// How the sounds of two single tokens meet.
Meeting meet_by_sound(const Run& a, const Run& b) {
  Meeting meeting{kTooFar, kMostSteps, {0, 0}, 0};
  const bool cut = a.cut() || b.cut();
  const WeighedToken& token_a = *a.first;
  const WeighedToken& token_b = *b.first;
  if (!cut) meeting.bound = presence_bound(*token_a.sounds, *token_b.sounds);
  const KnownCost* known = known_cost(token_a, token_b);
  if (known == nullptr) known = known_cost(token_b, token_a);
  if (known != nullptr && known->other_form) meeting.other_form = known->steps;
  if (known != nullptr && !known->other_form) {
    meeting.cost = known->cost();
    return meeting;
  }
  if (known == nullptr && !could_meet(a, b)) return meeting;
  const Millinats limit = similarity_limit(a.sounds, b.sounds);
  if (in_millinats(std::max(meeting.bound.own, meeting.bound.other)) > limit) return meeting;
  meeting.cost = cost_of(a, b, limit);
  return meeting;
}

/// What tells two names apart beside their sounds.
Millinats other_cost(const Sounds& a, const Sounds& b, Millinats cost) { return std::max(other_name_cost(a, b), unlike_first_halves_cost(a, b, cost)); }

/// How two single tokens meet, whatever their roles.
Meeting meet(const Run& a, const Run& b) {
  Meeting meeting = meet_by_sound(a, b);
  if (meeting.cost == 0 || meeting.cost == kTooFar || a.cut() || b.cut()) return meeting;
  meeting.other_name = steps_of(other_cost(*a.first->sounds, *b.first->sounds, meeting.cost));
  return meeting;
}

/// What a pair may cost at most; negative if nothing it costs leaves an agreement.
Millinats limit_of(const Run& a, const Run& b) {
  return std::min(std::min(a.worth, b.worth) - kLeastGain, similarity_limit(a.sounds, b.sounds));
}

Millinats most_cost_of_joined(Tokens joined, std::size_t sounds) {
  const bool all_names = std::all_of(joined.begin(), joined.end(), [](const WeighedToken& token) { return is_name(token.role); });
  return names::most_cost_of_joined(all_names, is_article(joined.back().role, joined.back().sounds->size()), sounds);
}

/// How every token of one name meets every one of the other.
class Meetings {
 public:
  Meetings(const Runs& a, const Runs& b, MeetingMemory* memory) {
    for (std::size_t j = 0; j < b.size(); ++j) fill(a, b[j], memory, rows_[j].data());
  }
  const Meeting& of(std::size_t i, std::size_t j) const { return rows_[j][i]; }

 private:
  static void fill(const Runs& a, const Run& token, MeetingMemory* memory, Meeting* row) {
    if (memory == nullptr || a.size() > MeetingMemory::kMostTokens) {
      for (std::size_t i = 0; i < a.size(); ++i) row[i] = meet(a[i], token);
      return;
    }
    bool is_new = false;
    MeetingMemory::Row& remembered = memory->row(token.first->key, is_new);
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (is_new) remembered[i] = meet(a[i], token);
      row[i] = remembered[i];
    }
  }

  std::array<std::array<Meeting, kMaxTokens>, kMaxTokens> rows_;  // set where there are tokens
};

/// The pairs of two names that agree.
class PairCollector {
 public:
  PairCollector(const Runs& a, const Runs& b, const Meetings& meetings, std::vector<AlignedTokens>& out) : a_(a), b_(b), meetings_(meetings), out_(out) {}

  void run() {
    out_.clear();
    for (std::size_t i = 0; i < a_.size(); ++i) {
      for (std::size_t j = 0; j < b_.size(); ++j) {
        try_single(i, j);
        for (std::size_t joined = 2; joined <= kMostJoined; ++joined) {
          if (a_.has(i, joined)) try_joined(i, joined, j, 1);
          if (b_.has(j, joined)) try_joined(i, 1, j, joined);
        }
      }
    }
    for (std::size_t i = 0; i < a_.size(); ++i) {
      for (std::size_t j = 0; j < b_.size(); ++j) try_both_joined(i, j);
    }
  }

 private:
  static AlignedTokens pair_of(std::size_t i, std::size_t i_count, std::size_t j, std::size_t j_count) {
    return {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i_count), static_cast<std::uint8_t>(j), static_cast<std::uint8_t>(j_count)};
  }

  void try_single(std::size_t i, std::size_t j) {
    const Run& a = a_[i];
    const Run& b = b_[j];
    AlignedTokens pair = pair_of(i, 1, j, 1);
    if (a.is_initial() || b.is_initial()) {
      pair.gain = initial_gain(*a.first, *b.first);
      if (pair.gain > 0) out_.push_back(pair);
      return;
    }
    const Meeting& meeting = meetings_.of(i, j);
    pair.cost = meeting.cost;
    if (is_name(a.first->role) && is_name(b.first->role) && !a.first->of_place && !b.first->of_place) pair.other_name = in_millinats(meeting.other_name);
    if (meeting.other_form != kMostSteps && in_millinats(meeting.other_form) < pair.cost + pair.other_name) {
      pair.cost = in_millinats(meeting.other_form);
      pair.other_form = true;
      pair.other_name = 0;
    }
    if (pair.cost == kTooFar && a.first->role == TokenRole::patronymic && b.first->role == TokenRole::patronymic) {
      pair.cost = patronymic_cost(*a.first->sounds, *b.first->sounds);
      pair.other_form = pair.cost != kTooFar;
    }
    add(pair, a, b);
  }

  void try_joined(std::size_t i, std::size_t i_count, std::size_t j, std::size_t j_count) {
    const Run& a = a_.run(i, i_count);
    const Run& b = b_.run(j, j_count);
    if (!a.one_system || !b.one_system || a.is_initial() || b.is_initial() || !could_meet(a, b)) return;
    const Millinats limit = std::min(limit_of(a, b), most_cost_of_joined(i_count > 1 ? a.tokens() : b.tokens(), std::max(a.sounds, b.sounds)));
    if (!a.cut() && !b.cut() && !a.has_second_half && !b.has_second_half && in_millinats(least_steps(i, i_count, j, j_count)) > limit) return;
    AlignedTokens pair = pair_of(i, i_count, j, j_count);
    pair.cost = cost_of(a, b, limit);
    if (pair.cost > limit) return;
    if (pair.cost != 0 && (a.ends_in_second_half || b.ends_in_second_half)) pair.other_name = other_cost(a.joined(), b.joined(), pair.cost);
    add(pair, a, b);
  }

  /// Names in two words on both sides, which may be nearer each other than word by word: "Zayn al-Din", "Zine Eddine".
  void try_both_joined(std::size_t i, std::size_t j) {
    for (std::size_t i_count = 2; i_count <= kMostJoined && a_.has(i, i_count); ++i_count) {
      if (!a_.run(i, i_count).ends_in_second_half || !is_name(a_[i].first->role)) continue;
      for (std::size_t j_count = 2; j_count <= kMostJoined && b_.has(j, j_count); ++j_count) {
        if (!b_.run(j, j_count).ends_in_second_half || !is_name(b_[j].first->role)) continue;
        const std::size_t before = out_.size();
        try_joined(i, i_count, j, j_count);
        if (out_.size() > before && out_.back().gain <= gain_of(i, j) + gain_of(i + i_count - 1, j + j_count - 1)) out_.pop_back();
      }
    }
  }

  /// Of two single tokens; 0 where they do not agree.
  Millinats gain_of(std::size_t i, std::size_t j) const {
    const auto found = std::find_if(out_.begin(), out_.end(), [&](const AlignedTokens& pair) { return pair.a_begin == i && pair.b_begin == j && pair.a_count == 1 && pair.b_count == 1; });
    return found == out_.end() ? 0 : found->gain;
  }

  /// The sounds of joined tokens all have to go somewhere in the single one.
  std::uint32_t least_steps(std::size_t i, std::size_t i_count, std::size_t j, std::size_t j_count) const {
    std::uint32_t own = 0, other = 0;
    for (std::size_t k = 0; k < i_count; ++k) own += meetings_.of(i + k, j).bound.own;
    for (std::size_t k = 0; k < j_count; ++k) other += meetings_.of(i, j + k).bound.other;
    return i_count > 1 ? own : other;
  }

  void add(AlignedTokens& pair, const Run& a, const Run& b) {
    const Millinats cost = pair.cost + pair.other_name;
    if (cost > limit_of(a, b)) return;
    pair.gain = std::min(a.worth, b.worth) - cost;
    if (pair.a_count == 1 && pair.b_count == 1 && pair.gain < apart(a.first->role, b.first->role)) return;  // ас and al contradict no name
    out_.push_back(pair);
  }

  const Runs& a_;
  const Runs& b_;
  const Meetings& meetings_;
  std::vector<AlignedTokens>& out_;
};

std::uint64_t bits(std::uint8_t begin, std::uint8_t count) {
  return ((std::uint64_t{1} << count) - 1) << begin;
}

/// Best first. The order of equals must not depend on which name is called a.
bool better(const AlignedTokens& x, const AlignedTokens& y) {
  if (x.gain != y.gain) return x.gain > y.gain;
  const auto key = [](const AlignedTokens& p) {
    return std::tuple(p.a_count + p.b_count, p.a_begin + p.b_begin, std::min(p.a_begin, p.b_begin), p.a_begin);
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
  int fathers = 0;
  int forefathers = 0;  ///< of the names
  int met = 0, own_met = 0;  ///< names that are not left, and those of them before any forefather's

  /// Whether it is the bearer who was met, by two names: a son's own name and surname, not a forefather's.
  bool is_of_bearer() const { return own_met > 0 && met > 1; }
};

LeftOver left_over(Tokens tokens, std::uint64_t unmatched) {
  LeftOver left;
  if (unmatched == 0) return left;
  Forefathers forefathers;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_forefather = forefathers.next(tokens[i].role, [&]() -> const Sounds& { return *tokens[i].sounds; });
    if ((unmatched >> i & 1) == 0) {
      left.met += is_name(tokens[i].role);
      left.own_met += is_name(tokens[i].role) && !forefathers.any();
      continue;
    }
    left.weight += absence(tokens[i].role);
    left.names += is_name(tokens[i].role);
    left.patronymics += tokens[i].role == TokenRole::patronymic;
    left.fathers += tokens[i].role == TokenRole::father;
    left.forefathers += is_forefather;
  }
  return left;
}

/// What names that one side has beyond the other's weigh less as lacking where they are forefathers'; names that contradict each other do so all the same.
Millinats of_forefathers(const LeftOver& one, const LeftOver& other) {
  return one.is_of_bearer() ? kForefatherLeftOut * std::min(one.forefathers, std::max(0, one.names - other.names)) : 0;
}

bool has_third_part(Tokens tokens) {
  return std::none_of(tokens.begin(), tokens.end(), [](const WeighedToken& token) { return token.of_two_parts; });
}

bool is_left(std::uint64_t unmatched, std::size_t token) { return (unmatched >> token & 1) != 0; }

/// Whether a father's name is one that stands beside what he is called, and that many bear.
bool is_beside_fathers_name(Tokens tokens, std::size_t at) {
  const auto is_of_same_father = [&](std::size_t other, std::size_t later) { return tokens[other].role == TokenRole::father && !tokens[later].apart; };
  switch (word_beside_name(*tokens[at].sounds)) {
    case WordBesideName::none: return false;
    case WordBesideName::before: return at + 1 < tokens.size() && is_of_same_father(at + 1, at + 1);
    case WordBesideName::behind: return at > 0 && is_of_same_father(at - 1, at);
  }
  return false;
}

enum class Fathers : std::uint8_t {
  agree,    ///< or nothing says that they do not
  unclear,  ///< they have something rare in common, and something else not
  differ,
};

/// How the names of both fathers agree. Of Abdul Rashid and Rashid Khan it is Rashid that counts; and what is near, but too short or common to be evidence, is
/// no other name.
Fathers compare_fathers(Tokens a, Tokens b, const NameAlignment& alignment, const Meetings& meetings) {
  bool telling_in_a = false, telling_in_b = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!is_left(alignment.unmatched_a, i) || a[i].role != TokenRole::father) continue;
    telling_in_a = telling_in_a || !is_beside_fathers_name(a, i);
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (!is_left(alignment.unmatched_b, j) || b[j].role != TokenRole::father) continue;
      const Meeting& meeting = meetings.of(i, j);
      if (meeting.other_form != kMostSteps || (meeting.cost != kTooFar && meeting.cost + in_millinats(meeting.other_name) <= kNearOfFathers)) return Fathers::agree;
    }
  }
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (!is_left(alignment.unmatched_b, j) || b[j].role != TokenRole::father) continue;
    telling_in_b = telling_in_b || !is_beside_fathers_name(b, j);
  }
  bool any_met = false, rare_met = false;
  for (const AlignedTokens& pair : alignment.pairs) {
    const WeighedToken &token_a = a[pair.a_begin], &token_b = b[pair.b_begin];
    if (token_a.role != TokenRole::father || token_b.role != TokenRole::father || pair.gain <= 0) continue;
    any_met = any_met || !is_beside_fathers_name(a, pair.a_begin) || !is_beside_fathers_name(b, pair.b_begin);
    rare_met = rare_met || std::min(token_a.rarity, token_b.rarity) >= kRareOfFathers;
  }
  if (any_met && (!telling_in_a || !telling_in_b)) return Fathers::agree;
  return rare_met ? Fathers::unclear : Fathers::differ;
}

/// Of one name in one script, not of two (علی, ولی), and in two scripts, where a surname may be as far.
constexpr Millinats kMostOfBothGlued = 600, kMostOfBothGluedInTwoScripts = 4200;

/// A name with a word that may say "son of" glued to the one before it is meant so only if the other has just that as a name. Where the other has a father it is
/// what it seemed; and where both are glued nothing may tell them apart, or namesakes would agree in what says whose sons they are.
bool can_be_glued(Tokens a, Tokens b, const NameAlignment& alignment, const LeftOver& in_a, const LeftOver& in_b) {
  const auto glued_of = [](Tokens tokens) { return std::find_if(tokens.begin(), tokens.end(), [](const WeighedToken& token) { return token.glued; }); };
  const auto glued_a = glued_of(a), glued_b = glued_of(b);
  if (glued_a == a.end() && glued_b == b.end()) return true;
  if (glued_a != a.end() && glued_b != b.end()) {
    const bool are_of_one_script = glued_a->sounds->system() == glued_b->sounds->system();
    const Millinats most = are_of_one_script ? kMostOfBothGlued : kMostOfBothGluedInTwoScripts;
    const Millinats most_of_glued = are_of_one_script ? 0 : kMostCostOfGlued;
    const auto is_same = [&](const AlignedTokens& pair) {
      const bool is_glued = &a[pair.a_begin] == &*glued_a;
      return !pair.other_form && pair.cost + pair.other_name <= (is_glued ? most_of_glued : most) && is_glued == (&b[pair.b_begin] == &*glued_b);
    };
    return in_a.names == 0 && in_b.names == 0 && std::all_of(alignment.pairs.begin(), alignment.pairs.end(), is_same);
  }
  const auto has_father = [](Tokens tokens) { return std::any_of(tokens.begin(), tokens.end(), [](const WeighedToken& token) { return token.role == TokenRole::father; }); };
  const bool is_in_a = glued_a != a.end();
  const auto at = static_cast<std::size_t>(is_in_a ? glued_a - a.begin() : glued_b - b.begin());
  const auto met = std::find_if(alignment.pairs.begin(), alignment.pairs.end(), [&](const AlignedTokens& pair) {
    return (is_in_a ? bits(pair.a_begin, pair.a_count) : bits(pair.b_begin, pair.b_count)) >> at & 1;
  });
  return met != alignment.pairs.end() && met->cost <= kMostCostOfGlued && !has_father(is_in_a ? b : a);
}

/// Whether one bears the name of the other's father: where that one's father bears his in turn, or where nothing else agrees, two people are meant.
bool is_father_of_other(Tokens a, Tokens b, const std::vector<AlignedTokens>& pairs) {
  bool in_a = false, in_b = false, names = false;
  for (const AlignedTokens& pair : pairs) {
    const TokenRole role_a = a[pair.a_begin].role, role_b = b[pair.b_begin].role;
    in_a |= role_a == TokenRole::father && is_name(role_b);
    in_b |= role_b == TokenRole::father && is_name(role_a);
    names |= is_name(role_a) && is_name(role_b);
  }
  return names ? in_a && in_b : in_a || in_b;
}

/// What pairs gain in which so many are of names behind "son of".
Millinats gain_of_fathers(Tokens a, Tokens b, const std::vector<AlignedTokens>& pairs, int fathers) {
  Millinats gain = 0;
  for (const AlignedTokens& pair : pairs) {
    const int here = int{a[pair.a_begin].role == TokenRole::father} + int{b[pair.b_begin].role == TokenRole::father};
    if (here >= fathers) gain += pair.gain;
  }
  return std::max(0, gain);
}

/// What names behind "son of" take away from the gains and the rest. Those of two people agree in what many share, Abdul and Muhammad: that says nothing.
Millinats of_fathers(Tokens a, Tokens b, const std::vector<AlignedTokens>& pairs, Fathers fathers) {
  if (fathers == Fathers::differ || is_father_of_other(a, b, pairs)) return kContradiction - gain_of_fathers(a, b, pairs, 1);
  if (fathers == Fathers::unclear) return -gain_of_fathers(a, b, pairs, 1);
  return std::min(0, kMostOfFathers - gain_of_fathers(a, b, pairs, 2));
}

/// How many names met names; parts that met one word count once. Titles count that agree to the last, or that are a name on one side (SHEIKH, Omar; Sheikh Omar).
/// None if any name met what it is hardly like.
int names_that_met(Tokens a, Tokens b, const std::vector<AlignedTokens>& pairs) {
  int names = 0;
  for (const AlignedTokens& pair : pairs) {
    const TokenRole role_a = a[pair.a_begin].role, role_b = b[pair.b_begin].role;
    const auto counts = [&](TokenRole role) { return is_name(role) || (role == TokenRole::title && (pair.cost == 0 || role_a != role_b)); };
    if (!counts(role_a) || !counts(role_b)) continue;
    if (pair.gain <= 0) return 0;
    names += std::min(pair.a_count, pair.b_count);
  }
  return names;
}

}  // namespace

void align_names(Tokens a, Tokens b, NameAlignment& out) { align_names(a, b, nullptr, out); }

void align_names(Tokens a, Tokens b, MeetingMemory* memory, NameAlignment& out) {
  // More would not fit into the answer's bits.
  a = a.first(std::min(a.size(), kMaxTokens));
  b = b.first(std::min(b.size(), kMaxTokens));
  const Runs runs_a(a), runs_b(b);
  const Meetings meetings(runs_a, runs_b, memory);
  PairCollector(runs_a, runs_b, meetings, out.pairs).run();
  std::sort(out.pairs.begin(), out.pairs.end(), better);
  const auto all = [](std::size_t n) { return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1; };
  out.unmatched_a = all(a.size());
  out.unmatched_b = all(b.size());
  keep_disjoint(out);
  const LeftOver in_a = left_over(a, out.unmatched_a), in_b = left_over(b, out.unmatched_b);
  out.left_over = in_a.weight + in_b.weight + kContradiction * std::min(in_a.names, in_b.names) +
                  kOtherPatronymic * std::min(in_a.patronymics, in_b.patronymics) + of_forefathers(in_a, in_b) + of_forefathers(in_b, in_a);
  out.stands = can_be_glued(a, b, out, in_a, in_b);
  const Fathers fathers = in_a.fathers != 0 && in_b.fathers != 0 ? compare_fathers(a, b, out, meetings) : Fathers::agree;
  out.fathers = of_fathers(a, b, out.pairs, fathers);
  const bool patronymics_differ = in_a.patronymics != 0 && in_b.patronymics != 0;
  const bool whole = fathers == Fathers::agree && !patronymics_differ && in_a.names == 0 && in_b.names == 0 && names_that_met(a, b, out.pairs) >= kLeastNamesOfWhole &&
                     has_third_part(a) && has_third_part(b);
  out.whole = whole ? kWholeName : 0;
  out.total = std::accumulate(out.pairs.begin(), out.pairs.end(), out.left_over + out.whole + out.fathers,
                              [](Millinats sum, const AlignedTokens& pair) { return sum + pair.gain; });
  out.total = std::max(out.total, kLeastNameWeight);
}

}  // namespace darvaza::names
