// Which token of one name meets which token of another, and what that is worth.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "names/person_name.h"
#include "names/presence_bound.h"
#include "names/step_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What is known, without comparing their sounds, of how a token of the other name differs from this one.
struct KnownCost {
  std::uint32_t key = 0;     ///< WeighedToken::key of that token
  std::uint8_t steps = 0;    ///< the cost in kCostStep
  bool other_form = false;   ///< a customary other form (equivalent_names.h); by sound they may be nearer

  constexpr Millinats cost() const { return steps * kCostStep; }
};

/// A token as alignment sees it. What it points to is borrowed and must outlive the call.
struct WeighedToken {
  const romanize::Sounds* sounds = nullptr;
  TokenRole role = TokenRole::name;
  bool cut = false;
  Millinats rarity = 0;   ///< -ln of the share of names with such a token, see rarity.h
  std::uint32_t key = 0;  ///< what the other name's `known` call this token
  std::span<const KnownCost> known{};  ///< ascending by key; tokens that are not in it are compared by sound
  bool of_two_parts = false;  ///< of a name that has no third part in which bearers could differ (syllabic_names.h)
  bool apart = false;         ///< Token::apart
  bool glued = false;         ///< Token::glued
  bool of_place = false;      ///< a word of a place, which is no well-known name of a person
};

/// How two tokens meet, whatever their roles and whatever stands beside them. Left unset by default.
struct Meeting {
  Millinats cost;            ///< by sound; kTooFar beyond similarity_limit
  std::uint8_t other_form;   ///< the cost as customary other forms, in kCostStep; kMostSteps if they are none
  PresenceBound bound;       ///< zeros where one may be cut
  std::uint8_t other_name;   ///< other_name_cost, in kCostStep; 0 where `cost` is 0 or kTooFar, or one may be cut
};

/// How listed tokens met the tokens of one name: the candidates of a search share many of theirs. For one thread.
class MeetingMemory {
 public:
  /// Names of more tokens are compared without memory.
  static constexpr std::size_t kMostTokens = 8;
  using Row = std::array<Meeting, kMostTokens>;

  /// To be called whenever the name, or what is known of it, changes. Takes no time.
  void forget() { ++name_; }

  /// The row of the listed token that has this key, by token of the name; sets `is_new` where it is still to be filled.
  Row& row(std::uint32_t key, bool& is_new) {
    Slot& slot = slots_[key % kSlots];
    is_new = slot.name != name_ || slot.key != key;
    slot.name = name_;
    slot.key = key;
    return slot.row;
  }

 private:
  static constexpr std::size_t kSlots = 64;
  struct Slot {
    std::uint64_t name = 0;
    std::uint32_t key = 0;
    Row row{};
  };
  std::uint64_t name_ = 1;
  std::array<Slot, kSlots> slots_{};
};

/// Neighbouring tokens [a_begin, a_begin + a_count) of one name that meet [b_begin, ...) of the other.
/// At most one of the counts is above 1: "Abd al-Rahman" meets "Abdurrahman"; but both are where either has God or the Religion
/// behind another word (second_halves.h): "Zayn al-Din" meets "Zine Eddine".
struct AlignedTokens {
  std::uint8_t a_begin = 0, a_count = 0, b_begin = 0, b_count = 0;
  Millinats cost = 0;        ///< of the spelling difference, see token_cost
  Millinats other_name = 0;  ///< of their being two well-known names, see known_names.h
  Millinats gain = 0;        ///< evidence: what the agreement is worth less both
  bool other_form = false;   ///< not alike in sound, but customary forms of one name
};

struct NameAlignment {
  std::vector<AlignedTokens> pairs;  ///< best first
  std::uint64_t unmatched_a = 0;     ///< bit i: token i of the first name met nothing
  std::uint64_t unmatched_b = 0;
  Millinats left_over = 0;  ///< what unmatched tokens weigh; never positive
  Millinats whole = 0;      ///< what it adds that two or more names met and none was left over
  Millinats fathers = 0;    ///< what fathers' names that differ, or are those of the others, take away; never positive
  Millinats total = 0;      ///< the gains, left_over, whole and fathers; never below kLeastNameWeight
  bool stands = true;       ///< false: one name is read as it cannot be meant beside the other, and nothing above says anything
};

/// What agreement of a token in this role can be worth at most: particles are shared by too many, and
/// dropped by too many, to say much; a title is borne by one traveller in ten or twenty; a father's name is shared by brothers.
constexpr Millinats most_gain(TokenRole role) {
  constexpr Millinats kMost[] = {9000, 600, 150, 2500, 6000, 2500};
  return kMost[static_cast<std::size_t>(role)];
}
/// Neighbouring tokens that are read as one, at most.
inline constexpr std::size_t kMostJoined = 3;
/// The most that joined neighbours may differ from a word that they meet, if the longer of both has so many sounds: names that are
/// farther are hardly that word in pieces, and an article behind a name is not its own, unless it is heard (Nur al-Islam, Nurul Islam).
constexpr Millinats most_cost_of_joined(bool all_names, bool ends_in_article, std::size_t sounds) {
  if (ends_in_article) return 3200;
  return all_names ? (static_cast<Millinats>(sounds) - 1) * 900 : kTooFar - 1;
}
/// Most consonants without a partner cost 3 nats and more, so that names whose numbers of consonants
/// differ by more than this are beyond every limit: measured, all but one in 1,000 of the pairs within it. Saves nine of ten
/// comparisons of joined tokens.
inline constexpr int kMostMissingConsonants = 3;
/// Tokens that are alike, but less than chance would have it, contradict less than unlike ones; those that gain less than this meet
/// nothing.
inline constexpr Millinats kLeastGain = -5500;
/// What a name weighs that meets nothing because the other side has none left, ...
inline constexpr Millinats kAbsentName = -1800;
/// ... and what is added for each pair of names left on both sides that should have met: they contradict.
inline constexpr Millinats kContradiction = -5000;
/// Two people who share a given name and a surname by chance mostly differ in a third part: names
/// that agree to the last of two or more tokens say more than their parts. Not where there is no third part.
inline constexpr Millinats kWholeName = 1200;

/// What two names behind "son of" say at most where they agree, as much as fathers' names that are stated beside (scoring/father_evidence.h).
inline constexpr Millinats kMostOfFathers = 3000;

/// No disagreement of names weighs more than this: a different name can be an alias.
inline constexpr Millinats kLeastNameWeight = -12'000;

/// The most that a name may differ from one that is glued of two words (Token::glued): others have hardly glued those (شاه پسر, Shahpur).
inline constexpr Millinats kMostCostOfGlued = 6000;

/// Two names behind "son of" that are no farther from each other are not two.
inline constexpr Millinats kNearOfFathers = 3600;
/// Where one as rare as this agrees, others beside it that do not are no contradiction.
inline constexpr Millinats kRareOfFathers = 7500;

/// At most kMaxTokens tokens a side. The alignment is greedy, best pair first; swapping the names
/// swaps the answer and leaves `total` as it is. `out` is overwritten and its memory reused.
/// Time grows with the product of the numbers of tokens.
void align_names(std::span<const WeighedToken> a, std::span<const WeighedToken> b, NameAlignment& out);

/// The same for one name and many listed ones: `memory`, if not null, is of `a`, and equal keys of `b` must mean
/// equal sounds from one call to the next. No token of `b` may be cut.
void align_names(std::span<const WeighedToken> a, std::span<const WeighedToken> b, MeetingMemory* memory, NameAlignment& out);

}  // namespace darvaza::names
