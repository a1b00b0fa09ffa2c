// Options that all commands share that screen.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "command_line/command_line.h"
#include "darvaza/screener.h"
#include "output/exit_status.h"
#include "records/term_rules.h"
#include "records/today.h"

namespace darvaza::tool {

struct ScreeningArguments {
  std::vector<std::filesystem::path> indexes;
  std::vector<std::string> required_lists;
  std::size_t top = 10;
  std::optional<double> min_score;  ///< nothing: 0.5, or the lower threshold: an alert names whom it is about
  double review_score = 0.5;
  double hit_score = 0.9;
  bool exhaustive = false;
  bool near_documents = false;
  std::string state;
  std::string line = "second";
  std::string date;

  Result<Screener> open() const { return Screener::open(indexes, required_lists); }

  /// Throws WrongUsage for thresholds that contradict each other, as the command line does for other wrong values.
  ScreeningOptions options() const {
    if (hit_score < review_score) {
      throw WrongUsage(fmt::format("--hit-score {} is below --review-score {}: expected it to be as high, or higher", hit_score, review_score));
    }
    ScreeningOptions out;
    out.top = top;
    out.min_score_bp = static_cast<std::int32_t>(std::lround(min_score.value_or(std::min(0.5, review_score)) * 10000));
    out.review_score_bp = static_cast<std::int32_t>(std::lround(review_score * 10000));
    out.hit_score_bp = static_cast<std::int32_t>(std::lround(hit_score * 10000));
    out.exhaustive = exhaustive;
    out.near_documents = near_documents;
    out.post = {StateCode(state), *parse_line(line), date.empty() ? records::local_today() : *parse_iso_date(date)};
    out.post.today_by_clock = date.empty();
    return out;
  }
};

/// Said once a run, too: answers that go to a program say it to nobody.
inline void tell_clock(const Screener& screener, const Post& post) {
  if (const std::string fault = records::clock_fault(screener.with_known_day(post)); !fault.empty()) complain(fault);
}

/// For Option::check: what is wrong, or nothing. The code takes the place of what was typed.
inline std::string as_state_code(std::string& text) {
  if (text.empty()) return "empty: expected a State; without the option everything is seen";
  const auto code = state_named(text);
  if (!code) return fmt::format("{} is no known State: expected a code of ISO 3166 or Doc 9303, or an English name", text);
  text = code->text();
  return {};
}
inline std::string check_full_date(std::string& text) {
  if (text.empty()) return "empty: expected YYYY-MM-DD";
  const auto date = parse_iso_date(text);
  if (!date || !date->full()) return fmt::format("{} is no day: expected YYYY-MM-DD", text);
  return records::is_calendar_day(*date) ? "" : fmt::format("{} is before 1900: expected a day of the Gregorian calendar", text);
}

inline void add_screening_arguments(Command command, ScreeningArguments& arguments) {
  command
      .add_option("-i,--index", arguments.indexes,
                  "The index that `darvaza build` wrote; repeated, several are searched as one, the oldest first")
      .required()
      .one_value_each()
      .type_name("INDEX");
  command
      .add_option("--require-list", arguments.required_lists,
                  "A list without which, or after whose expiry, every answer is incomplete; repeatable")
      .one_value_each()
      .type_name("LIST");
  command.add_option("--top", arguments.top, "At most this many candidates an answer, 1 to 10000")
      .default_shown()
      .type_name("N")
      .between(1, 10000);
  command
      .add_option("--min-score", arguments.min_score,
                  "Leave out candidates below this score, 0 to 1 (0.5, or the review score where that is lower)")
      .type_name("S")
      .between(0.0, 1.0);
  command
      .add_option("--review-score", arguments.review_score,
                  "From this score on a candidate makes the answer review, 0 to 1")
      .default_shown()
      .type_name("S")
      .between(0.0, 1.0);
  command
      .add_option("--hit-score", arguments.hit_score,
                  "From this score on a candidate makes the answer hit, 0 to 1")
      .default_shown()
      .type_name("S")
      .between(0.0, 1.0);
  command.add_flag("--exhaustive", arguments.exhaustive,
                   "Score every listed name instead of searching the index: slow");
  command.add_flag("--near-documents", arguments.near_documents,
                   "Find documents also under numbers with one wrong or two exchanged characters");
  command
      .add_option("--state", arguments.state,
                  "The State whose post asks: it sees what is releasable to it; none: everything")
      .type_name("STATE")
      .check(as_state_code);
  command
      .add_option("--line", arguments.line,
                  "Who reads the answer, first or second; the first line does not see discreet entries")
      .default_shown()
      .type_name("LINE")
      .one_of({"first", "second"});
  command
      .add_option("--date", arguments.date, "The day on which entries must be valid (today)")
      .type_name("YYYY-MM-DD")
      .check(check_full_date);
}

}  // namespace darvaza::tool
