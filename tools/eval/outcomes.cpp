#include "eval/outcomes.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "eval/labelled_table.h"
#include "output/csv_text.h"

namespace darvaza::eval {
namespace {

constexpr std::string_view kScore = "score:", kRank = "rank:";

Result<double> number_of(const LabelledTable& table, const LabelledRow& row, std::size_t column) {
  const std::string& text = row.fields[column];
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (!text.empty() && *end == '\0') return number;
  return table.refuse(row, "column '" + table.columns[column] + "': expected a number");
}

Result<void> read_columns(const LabelledTable& table, Outcomes& outcomes) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::string& name = table.columns[column];
    const bool is_score = name.starts_with(kScore);
    if (!is_score && !name.starts_with(kRank)) continue;
    if (is_score) {
      outcomes.matchers.push_back({name.substr(kScore.size()), {}, {}});
    } else if (outcomes.matchers.empty() ||
               outcomes.matchers.back().name != name.substr(kRank.size())) {
      return fail(ErrorCode::input_refused, "column '" + name + "' has no score before it",
                  table.file);
    }
    MatcherOutcomes& matcher = outcomes.matchers.back();
    for (const LabelledRow& row : table.rows) {
      const Result<double> number = number_of(table, row, column);
      if (!number) return tl::unexpected<Error>(number.error());
      if (is_score) {
        matcher.scores.push_back(*number);
      } else {
        matcher.ranks.push_back(static_cast<std::uint64_t>(std::max(0.0, *number)));
      }
    }
  }
  return {};
}

}  // namespace

std::string to_csv(const Outcomes& outcomes) {
  std::vector<std::string> heading = {"id", "asked", "truth", "positive"};
  for (const MatcherOutcomes& matcher : outcomes.matchers) {
    heading.push_back(std::string(kScore) + matcher.name);
    if (!matcher.ranks.empty()) heading.push_back(std::string(kRank) + matcher.name);
  }
  std::string csv = tool::csv_line(heading);
  for (std::size_t i = 0; i < outcomes.ids.size(); ++i) {
    std::vector<std::string> row = {outcomes.ids[i], outcomes.asked[i], outcomes.truth[i],
                                    outcomes.positive[i] ? "true" : "false"};
    for (const MatcherOutcomes& matcher : outcomes.matchers) {
      row.push_back(fmt::to_string(matcher.scores[i]));
      if (!matcher.ranks.empty()) row.push_back(fmt::to_string(matcher.ranks[i]));
    }
    csv += tool::csv_line(row);
  }
  return csv;
}

Result<Outcomes> read_outcomes(const std::string& path) {
  const Result<LabelledTable> table = read_labelled(path, {});
  if (!table) return tl::unexpected<Error>(table.error());
  Outcomes outcomes;
  const auto id = table->need({"id"}), asked = table->need({"asked"}),
             truth = table->need({"truth"}), positive = table->need({"positive"});
  for (const auto* column : {&id, &asked, &truth, &positive}) {
    if (!*column) return tl::unexpected<Error>(column->error());
  }
  for (const LabelledRow& row : table->rows) {
    outcomes.ids.push_back(row.fields[*id]);
    outcomes.asked.push_back(row.fields[*asked]);
    outcomes.truth.push_back(row.fields[*truth]);
    outcomes.positive.push_back(row.fields[*positive] == "true");
  }
  if (const Result<void> read = read_columns(*table, outcomes); !read) {
    return tl::unexpected<Error>(read.error());
  }
  return outcomes;
}

}  // namespace darvaza::eval
