// The engine itself: is this traveller, or this document, on any list, and why do you say so?
//
//   auto screener = darvaza::Screener::open("lists.dvz");
//   if (!screener) { report(to_string(screener.error())); return; }
//   darvaza::Traveller traveller;
//   traveller.names = {{"DARYAGOZAR", "NADER"}};
//   traveller.birth_date = *darvaza::parse_iso_date("1971-03-02");
//   darvaza::ScreeningResult answer = screener->screen(traveller);
//   std::puts(darvaza::to_json(answer).c_str());
//
// A hit is never proof: it says "unconfirmed, contact the owner of the entry".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "darvaza/entry_terms.h"
#include "darvaza/error.h"
#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza {

struct ScreeningOptions {
  /// At most so many candidates an answer, and none below this score (0: the best ones, whatever their score). The decision counts those who
  /// are left out, too; where nobody else is left to name, the answer has a problem that says so.
  std::size_t top = 10;
  std::int32_t min_score_bp = 5000;
  /// From this score on a candidate makes the answer `review`, and `hit`; how the values were chosen
  /// is in docs/score.md. 0 to 10000, and `hit` not below `review`: otherwise every answer is `incomplete` and says so.
  std::int32_t review_score_bp = 5000;
  std::int32_t hit_score_bp = 9000;
  /// Scores every listed name instead of searching the index: slow, and the oracle against which the
  /// search is tested.
  bool exhaustive = false;
  /// Looks for documents also under numbers with two neighbouring characters exchanged or one wrong character. For a number
  /// that was typed or whose check digit is wrong: where much of a series is lost, it finds other people's documents.
  bool near_documents = false;
  /// Who asks, and when: what this post may not see is left out before candidates are ranked (docs/entry-terms.md). The default sees all.
  Post post;
  /// Of a screener of several files, searches only what this one lists (its place among them), each name as rare as in all of them. The decision is then about
  /// that file alone. Where there is no such file the answer is `incomplete`.
  std::optional<std::size_t> only_file;
  /// When a search gives up: what was found by then is told, and the answer is `incomplete`, since the rest is unknown. Of a
  /// batch, every traveller not yet searched for is then `incomplete`; documents are checked all the same. Looked at
  /// between pieces of work that take less than a few milliseconds each. The only setting with which equal questions may have unequal answers.
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

/// What an index holds and what it was built from; see `darvaza inspect`.
struct IndexDescription {
  std::string file;  ///< as it was opened; of several the first
  std::uint32_t format_version = 0;
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0;
  std::uint64_t names = 0;
  std::uint64_t tokens = 0;  ///< distinct name tokens
  std::uint64_t lost_documents = 0;
  std::uint64_t person_documents = 0;
  std::string digest;
  std::string tables_fingerprint;
  std::vector<std::string> sources;  ///< one JSON object each: file, format, list, list_date, counts
  struct Section {
    std::string name;
    std::uint64_t bytes = 0;
  };
  std::vector<Section> sections;
};

/// An open index and everything needed to screen against it. All const members may be called from
/// many threads at once. Movable, not copyable.
class Screener {
 public:
  /// Opens and verifies an index file, mapped into memory and shared with other processes. The file
  /// must be replaced by rename (as build_index does), never written in place. Errors:
  /// input_missing, io, and input_refused when the file is damaged, truncated, of another version or
  /// no index.
  static Result<Screener> open(const std::filesystem::path& index);

  /// Opens several files that are searched as if one index had been built of them: one a list, or a large one and what changed since (docs/several-lists.md).
  /// The oldest come first: an entry takes the place of those of the same list and identifier in the files before its own, and what a file says
  /// was removed is gone. Small files are made one in memory, so that a search does not pay for each. A directory stands for its index.dvz, or for its base.dvz
  /// and changes.dvz. At least one; the errors say which file.
  /// An index of changes is refused without the list that it changes, and one that is none where a file before it holds a list of the same
  /// name: entries of one owner would take the place of another's. Without a list that is required, or after it has expired, every answer is
  /// `incomplete` and names it; so is every answer of a screener that holds no list at all.
  static Result<Screener> open(std::span<const std::filesystem::path> indexes, const std::vector<std::string>& required_lists = {});

  /// The lists that are loaded, without their ages.
  const std::vector<ListInUse>& lists() const;

  /// A day that has surely come: the latest on which one of the files was written or one of their lists dated or issued. Unknown where nothing says one.
  PartialDate known_day() const;

  /// The post as these lists see it: where a clock said its day (Post::today_by_clock), with the day that they know of as `not_before`, and as a
  /// post whose day is settled. Every screening does so by itself; for whoever asks may_see, or several screeners about one day.
  Post with_known_day(Post post) const;

  Screener(Screener&&) noexcept;
  Screener& operator=(Screener&&) noexcept;
  ~Screener();

  /// Screens one traveller. Never fails: what could not be done is said in the answer, whose decision
  /// is then `incomplete`. A traveller without a usable name is `incomplete`; their documents are
  /// checked all the same. A birth date that no calendar has (month 13) is a problem, and unknown to the search.
  ScreeningResult screen(const Traveller& traveller, const ScreeningOptions& options = {}) const;

  /// Screens many travellers on `threads` threads (0: one per processor). `results[i]` answers
  /// `travellers[i]`; both must have the same size. The answers do not depend on `threads`.
  /// When `microseconds` is not empty it has the same size, too, and receives the time each took. Where sizes differ nobody is screened, and
  /// every one of `results` is `incomplete` and says so.
  void screen_batch(std::span<const Traveller> travellers, const ScreeningOptions& options,
                    unsigned threads, std::span<ScreeningResult> results,
                    std::span<std::uint32_t> microseconds = {}) const;

  /// Of several files entries and names are those that remain; other counts are added up as they stand in each, and digests
  /// joined by '+'.
  IndexDescription describe() const;
  /// Of each file, in the order in which they were given.
  std::vector<IndexDescription> describe_files() const;

 private:
  struct State;
  explicit Screener(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace darvaza
