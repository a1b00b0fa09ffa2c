// What each matcher finds for each traveller in a list of persons.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/screener.h"
#include "eval/asked_travellers.h"
#include "eval/baseline.h"
#include "eval/eval_options.h"
#include "eval/listed_persons.h"

namespace darvaza::eval {

/// How many listed persons an answer holds at most.
inline constexpr std::size_t kTop = 10;

struct FoundEntry {
  std::uint32_t entry = 0;  ///< a number of ListedPersons
  double score = 0;
};

/// The answer to one traveller: entries, best first, none twice.
struct FoundEntries {
  std::vector<FoundEntry> entries;
  Decision decision = Decision::incomplete;  ///< the engine's; other matchers leave it as it is
};

/// The engine's answers: its ten best candidates, whatever their score. Adds entries that `persons`
/// does not have.
std::vector<FoundEntries> engine_answers(const Screener& screener,
                                         const std::vector<AskedTraveller>& travellers,
                                         unsigned threads, ListedPersons& persons);

/// The engine's reasons for what it says of one entry, looked for among a thousand candidates;
/// empty when it is not there.
std::vector<std::string> engine_evidence(const Screener& screener, const Traveller& traveller,
                                         const std::string& list, const std::string& id);

/// Names of persons prepared for all baselines.
class BaselineList {
 public:
  BaselineList(const ListedPersons& persons, unsigned threads);

  /// Compares every traveller with every listed name; of several spellings and names the best
  /// counts.
  std::vector<FoundEntries> answers(const Baseline& baseline,
                                    const std::vector<AskedTraveller>& travellers,
                                    unsigned threads) const;

 private:
  const ListedPersons& persons_;
  NamePreparer preparer_;
  std::vector<PreparedName> names_;
};

/// The answers of another matcher. Adds entries that `persons` does not have.
Result<std::vector<FoundEntries>> piped_entries(const PipedMatcher& matcher,
                                                const std::vector<AskedTraveller>& travellers,
                                                ListedPersons& persons);

}  // namespace darvaza::eval
