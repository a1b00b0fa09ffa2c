// The most that a listed name can weigh against the traveller's, from what its postings or its tokens say.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "index/asked_parts.h"
#include "index/index.h"
#include "index/leading_words.h"
#include "index/name_postings.h"
#include "index/posting_filter.h"
#include "index/unseen_costs.h"
#include "names/name_alignment.h"
#include "names/skeleton.h"

namespace darvaza::index {

/// For one traveller's name. Working memory of one thread, reused from name to name.
class NameBounds {
 public:
  using Millinats = names::Millinats;
  /// What no name weighs.
  static constexpr Millinats kNothing = std::numeric_limits<Millinats>::min() / 2;

  /// Notes which listed tokens meet which part. Both must outlive what is asked below.
  void assign(const Index& index, const AskedParts& asked);

  /// What particles and initials can give, with any name.
  Millinats extras() const { return extras_; }
  int initials() const { return initials_; }
  int particles() const { return particles_; }
  /// The most that all parts can give, besides those and of particles and initials, that hold none of these tokens.
  Millinats worth_besides(std::uint64_t tokens) const { return rest_besides(tokens).worth; }
  /// The most that a name weighs, beyond the gain of the lead, that agrees in the lead alone and has another word: without
  /// titles or initials, and with them.
  Millinats alone(const AskedPart& lead) const { return alone(lead, 0); }
  Millinats alone_if_irregular(const AskedPart& lead) const;

  /// The tokens that meet some part at no more than about `spare`: the place in steps of nearness, ...
  static std::size_t nearness(Millinats spare);
  /// ... and those tokens.
  const AskedTokens& asked_tokens(std::size_t nearness) const { return near_[nearness]; }

  /// What the other parts can give beside a lead, by the part that meets the other word and the number of names; worked out where it is needed.
  class Besides {
   public:
    Besides() {
      for (auto& row : most_) row.fill(kUnknown);
    }

   private:
    friend class NameBounds;
    static constexpr std::size_t kMostParts = 8;  ///< of others nothing is kept
    static constexpr Millinats kUnknown = std::numeric_limits<Millinats>::max();
    std::array<std::array<Millinats, PostedName::kMostNames + 1>, kMostParts> most_;
  };
  /// Whether the reading `posted` can weigh as much as needed that holds, beside the lead's word, this one, which meets another part; ...
  bool can_meet(const AskedPart& lead, Besides& besides, Millinats gain, OtherToken word, PostedName posted, Millinats needed) const;
  /// ... or two that are written for one part, at no more than `spare`.
  bool can_split(const AskedPart& lead, OtherToken one, OtherToken two, Millinats spare) const;
  /// Whether a token is a word in which a particle is joined, and the part has one as well: such names meet part by part.
  bool is_twice_joined(const AskedPart& part, TokenId token) const { return part.has_particle && frequencies_[token] == 0; }
  /// What it costs at least that one side has more names than the other, beside `absent` of the traveller's that are taken to meet nothing,
  /// and what those cost beyond absences: those for which the reading has another name contradict. By what PostedName says of a
  /// reading (PostedName::kind).
  using CostsOfAbsent = std::array<Millinats, PostedName::kKinds>;
  CostsOfAbsent costs_of_absent(int absent) const;

  /// Parts, besides a lead, that may be written as two words.
  struct OtherParts {
    Millinats split_worth = kNothing;  ///< the most that one of them can give
    std::uint8_t split_classes = 0;    ///< the consonant classes that such words may have
  };
  OtherParts other_parts(const AskedPart& lead) const;
  /// Whether the word may be one of two that are written for the part.
  bool may_be_half(const AskedPart& part, TokenId word) const;

  /// The most that the reading `posted` weighs of which the lead meets a word and `others` are the other words that lead;
  /// what is below `needed` may come out lower or higher than it is.
  struct LeadMeeting {
    const AskedPart& part;
    const OtherParts& others;
    TokenId word;
    bool is_half;  ///< may_be_half
    Millinats gain;
  };
  Millinats of_posting(const LeadMeeting& lead, std::span<const OtherToken> others, PostedName posted, Millinats needed) const;
  /// The most that a name weighs, as it is listed and in its other readings: those with joined particles, or with joined names as well.
  enum class Readings : std::uint8_t { of_particles, all };
  Millinats of_name(NameId id, Readings readings, Millinats needed) const;

 private:
  /// What a listed token gives that is similar to a part.
  struct Meeting {
    TokenId token = 0;
    std::int16_t gain = 0;
    std::uint8_t part = 0;  ///< joined parts come behind the tokens
    bool used = false;
  };
  /// What is left of both sides once words have met.
  struct Left {
    int asked = 0, listed = 0;
    Millinats weight() const;
  };
  /// A name on its way: some of its words have met parts.
  struct Taken {
    std::uint64_t tokens = 0;  ///< of the traveller's name
    Millinats sum = 0;
    Left left;
  };
  /// Parts that have not met yet, particles and initials left out.
  struct Rest {
    Millinats worth = 0;
    int names = 0;
  };
  /// Neighbouring tokens of the traveller's that alignment may read as one.
  struct Run {
    romanize::Sounds sounds;
    std::uint64_t tokens = 0;
    int names = 0;
    Millinats worth = 0;
    std::uint8_t possible = 0;  ///< consonant classes
  };
  /// More words are not tried in all ways.
  static constexpr std::size_t kMostWords = 6;
  /// A listed word, and the most that its agreement can give in its role.
  struct Word {
    TokenId token = 0;
    std::uint8_t classes = 0;  ///< consonant classes that it certainly has
    bool is_name = true;
    Millinats most = names::most_gain(names::TokenRole::name);
  };
  struct Words {
    std::array<Word, kMostWords> all;
    std::size_t count = 0;

    void add(const Word& word) { all[count++] = word; }
    std::span<const Word> span() const { return {all.data(), count}; }
  };

  void for_each_part(auto use) const;
  const AskedPart& part_of(std::size_t number) const { return number < asked_.tokens.size() ? asked_.tokens[number] : asked_.joined[number - asked_.tokens.size()]; }
  /// Similar tokens are neighbours in the dictionary: multiplied, their numbers lie apart.
  std::size_t slot_of(TokenId token) const { return (token * 0x9e37'79b1u >> 12) & (meetings_.size() - 1); }
  void for_each_meeting(TokenId token, auto use) const;

  /// Whether a word that nobody bears may be two of a name's.
  bool may_be_two() const;
  std::uint8_t classes_of(TokenId token) const;
  bool has_spare_particle(std::span<const NameToken> name) const;
  Rest rest_besides(std::uint64_t tokens) const;
  int absent_names(PostedName name) const;
  Millinats cost_of_absent(PostedName posted, int absent) const;
  Millinats most_besides(const AskedPart& lead, const AskedPart& other, PostedName posted) const;
  Millinats most_besides(const AskedPart& lead, std::size_t part, PostedName posted, Besides& besides) const;
  Left left_besides(const AskedPart& lead, std::uint32_t listed_names) const;
  Millinats alone(const AskedPart& lead, int listed_initials) const;
  Millinats at_most(const LeadMeeting& met, std::span<const OtherToken> others, PostedName posted, Millinats needed) const;
  Millinats of_half(const LeadMeeting& met, std::span<const Word> others, PostedName posted, Millinats needed) const;
  /// Gives every word a part that it meets, or none, in all ways, each part once, and answers the most that comes of it.
  /// `unmet` is working memory.
  Millinats best_of(std::span<const Word> words, const Taken& taken, Words& unmet, Millinats needed) const;
  /// The same when all words have met or not.
  Millinats finish(const Taken& taken, std::span<const Word> unmet, Millinats needed) const;
  Millinats best_split(const Taken& taken, std::span<const Word> unmet, Millinats needed) const;
  Millinats best_unseen(const Taken& taken, std::span<const Word> unmet, Millinats needed) const;
  Millinats best_run(const Taken& taken, std::span<const Word> unmet, Millinats needed) const;
  void find_runs();
  Millinats split_cost(const AskedPart& part, TokenId one, TokenId two, Millinats limit) const;
  /// Any part may meet a word.
  Millinats of_many(const AskedPart& lead, PostedName posted) const;
  /// What a listed name has beside its words.
  struct Listed {
    int names = 0, initials = 0, forefathers = 0;
  };
  Millinats of_words(std::span<const Word> words, const Listed& listed, Millinats needed) const;

  const Index* index_ = nullptr;
  std::span<const std::uint32_t> frequencies_;
  AskedParts asked_;
  int names_ = 0;         ///< parts that are names
  Millinats most_worth_ = 0;  ///< of any part that leads
  bool has_short_name_ = false;  ///< which a particle may meet
  mutable std::optional<bool> may_be_two_;  ///< once it was asked
  int initials_ = 0;
  int stand_ins_ = 0;  ///< the traveller's initials and fathers, which may stand for listed names
  int particles_ = 0;
  Millinats extras_ = 0;
  std::vector<Run> runs_;  ///< at most UnseenCosts::kMostRuns
  std::vector<Meeting> meetings_;  ///< a hash table
  /// By how near they are: the less there is to spare, the fewer tokens matter.
  static constexpr std::array<Millinats, 3> kNear = {1'800, 4'500, names::kMaxSimilarityLimit};
  std::array<AskedTokens, kNear.size()> near_;
  mutable UnseenCosts unseen_;
};

}  // namespace darvaza::index
