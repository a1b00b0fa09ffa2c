// For which parts of a traveller's name posting lists are walked, and down to which likeness of their tokens.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/asked_parts.h"
#include "index/fact_windows.h"
#include "index/index.h"
#include "index/name_bounds.h"

namespace darvaza::index {

/// The lists of a part's similar tokens are walked from the likest on. What all parts together can give below where their walks end does
/// not reach the threshold, so that whatever does is met by one of them (a split threshold, as in Fagin's threshold algorithm and in
/// MaxScore). Of all such plans one that walks few postings. Working memory of one thread, reused from name to name.
class WalkPlan {
 public:
  using Millinats = names::Millinats;

  /// A part whose lists are walked.
  struct Lead {
    std::size_t part = 0;      ///< place in AskedParts::tokens
    std::uint64_t tokens = 0;  ///< AskedPart::tokens
    Millinats worth = 0;       ///< the most that agreement can give
    /// Walked to the end: cheap beside the others. What it meets is found by it, and the long lists of the others need to be walked only for
    /// names that agree without it. Thousands share "Abdul Rahman", two words that go together, and hardly one of those the rare name beside it.
    bool is_settled = false;
    Millinats as_title = 0;    ///< the most that it gives in names that hold it as a title, which no walk of its lists meets
    /// By level of facts: the least gain of the lists to be walked for postings that have them. Where no facts are asked for, the last alone.
    std::array<Millinats, FactWindows::kAllLevels> least{};
  };

  /// Gains up to here are no agreement: their lists are never walked.
  static constexpr Millinats kLeastGain = -6000;

  /// Overwrites the plan with one for names that reach the threshold with their facts.
  void make(const Index& index, const AskedParts& asked, const NameBounds& bounds, const FactBounds& facts, Millinats threshold);

  std::span<const Lead> leads() const { return leads_; }
  std::uint64_t settled_tokens() const { return settled_tokens_; }  ///< of all settled parts
  int settled_names() const { return settled_names_; }              ///< how many of those are names
  /// The most that the parts without these tokens can give in names that their walks, for postings of a level, do not meet.
  Millinats missed_besides(std::uint64_t tokens, std::size_t level) const;

 private:
  static constexpr std::size_t kBuckets = 24;  ///< of gains
  /// Of all lists of a lead with that much gain and more: what it costs to walk them.
  using Costs = std::array<std::uint32_t, kBuckets>;

  static std::size_t bucket_of(Millinats gain);
  static Millinats bucket_floor(std::size_t bucket);
  Millinats missed(std::size_t lead, std::size_t bucket) const;

  void find_leads(const Index& index, const AskedParts& asked);
  void settle(const AskedParts& asked);
  void split(std::size_t level, Millinats reach, Millinats threshold);

  std::vector<Lead> leads_;
  std::vector<Costs> costs_;  ///< by lead
  std::uint64_t settled_tokens_ = 0;
  int settled_names_ = 0;
};

}  // namespace darvaza::index
