#include "eval/report/html_table.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "eval/report/well_formed.h"

namespace darvaza::eval::report {
namespace {

TEST(ReportTable, SaysByWhatItsRowsAreOrdered) {
  HtmlTable table({{"Name", false}, {"Cases", true}, {"Share", true}});
  table.add({text_cell("a \"b\""), count_cell(12345), number_cell("50 %", 0.5)}, "own");
  table.add(
      {text_cell("c"), count_cell(1), number_cell("–", std::numeric_limits<double>::quiet_NaN())});
  const Parsed parsed = parse(table.html());
  EXPECT_EQ(parsed.error, "");
  const std::vector<std::string> expected = {
      "scroll", "sortable", "col",    "col", "number", "col",    "number", "own",    "a \"b\"",
      "number", "12345",    "number", "0.5", "c",      "number", "1",      "number", ""};
  auto sorted = [](std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    return all;
  };
  EXPECT_EQ(sorted(parsed.attributes), sorted(expected));
}

}  // namespace
}  // namespace darvaza::eval::report
