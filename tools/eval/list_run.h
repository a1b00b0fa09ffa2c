// What runs against a list have in common: the list as an index and as names, and every matcher's
// answers in turn.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/screener.h"
#include "eval/asked_travellers.h"
#include "eval/eval_options.h"
#include "eval/evaluated.h"
#include "eval/list_matchers.h"
#include "eval/listed_persons.h"
#include "eval/outcomes.h"

namespace darvaza::eval {

/// Watchlist files, or an index that `darvaza build` made of them. With an index alone there are no
/// baselines: it does not tell the names that they would compare.
struct ListSource {
  std::vector<std::filesystem::path> lists;
  std::string index;
};

/// A list that is open for asking.
class AskedList {
 public:
  /// Reads the lists, builds an index of them in a temporary directory, or opens the one that was
  /// named; notes the files, names and entries in `run`.
  static Result<AskedList> open(const ListSource& source, const EvalOptions& options, Run& run);

  AskedList(AskedList&&) noexcept = default;

  const Screener& screener() const { return *screener_; }
  ListedPersons& persons() { return persons_; }
  const ListedPersons& persons() const { return persons_; }

 private:
  AskedList() = default;

  ListedPersons persons_;
  std::optional<Screener> screener_;
};

/// A matcher's answers to all travellers.
struct MatcherAnswers {
  std::string name, about;
  double seconds = 0;
  std::vector<FoundEntries> answers;
};

/// Asks the engine, the baselines (when the names are known) and the other matchers, in this order,
/// and hands each one's answers over before the next is asked.
Result<void> ask_all(AskedList& list, const std::vector<AskedTraveller>& travellers,
                     const EvalOptions& options,
                     const std::function<void(const MatcherAnswers&)>& take);

/// The first `most` of the travellers with these numbers as cases, with their scores and ranks. `of_engine`: the answers are the
/// engine's own, and its reasons are filled in.
std::vector<Case> worst_cases(const AskedList& list, const std::vector<AskedTraveller>& travellers,
                              std::vector<std::size_t> numbers, const MatcherAnswers& answers,
                              const MatcherOutcomes& outcomes, std::size_t most, bool of_engine);

/// Where the true entry stands in an answer, from 1; 0: nowhere.
std::uint64_t rank_of(const std::string& truth, const FoundEntries& answer,
                      const ListedPersons& persons);

}  // namespace darvaza::eval
