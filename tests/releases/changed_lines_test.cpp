#include "releases/changed_lines.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace darvaza::releases {
namespace {

using Lines = std::vector<std::string_view>;

TEST(ChangedLines, AreThoseOfOneSide) {
  const ChangedLines changed = changed_lines("head\na\nb\nd\n", "head\na\nc\nd\ne\n");
  EXPECT_EQ(changed.removed, Lines{"b"});
  EXPECT_EQ(changed.added, (Lines{"c", "e"}));
  EXPECT_TRUE(changed_lines("head\na\n", "head\na\n").removed.empty());
  EXPECT_EQ(changed_lines("", "head\na\n").added, (Lines{"head", "a"}));
  EXPECT_EQ(changed_lines("head\na\n", "").removed, (Lines{"head", "a"}));
}

TEST(ChangedLines, TellALineFromItsBeginning) {
  const ChangedLines changed = changed_lines("head\nab\nabc\n", "head\nabc\nabcd\n");
  EXPECT_EQ(changed.removed, Lines{"ab"});
  EXPECT_EQ(changed.added, Lines{"abcd"});
}

TEST(FindLine, GivesTheFirstThatIsNotLess) {
  const std::string text = "b\ndd\nf\n";
  EXPECT_EQ(find_line(text, 0, "a"), 0u);
  EXPECT_EQ(find_line(text, 0, "b"), 0u);
  EXPECT_EQ(find_line(text, 0, "c"), 2u);
  EXPECT_EQ(find_line(text, 0, "dd"), 2u);
  EXPECT_EQ(find_line(text, 0, "ddd"), 5u);
  EXPECT_EQ(find_line(text, 0, "g"), 7u);
  EXPECT_EQ(find_line(text, 5, "a"), 5u) << "not before where it begins";
  EXPECT_EQ(find_line("", 0, "a"), 0u);
  EXPECT_EQ(line_at(text, 2), "dd");
}

std::string text_of(const std::set<std::string>& lines) {
  std::string text = "head\n";
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

/// Lines of one length or of thousands of bytes, so that blocks of memory end within them.
std::string some_line(std::mt19937& random) {
  return std::to_string(random() % 500) +
         std::string(random() % 20 == 0 ? random() % 9000 : random() % 4, 'x');
}

TEST(ChangedLines, AreTheDifferencesOfSets) {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    std::set<std::string> before, after;
    for (int i = 0; i < 300; ++i) before.insert(some_line(random));
    after = before;
    for (int i = 0; i < round % 20; ++i) {
      after.insert(some_line(random));
      if (!after.empty())
        after.erase(std::next(after.begin(), static_cast<long>(random() % after.size())));
    }
    const std::string old_text = text_of(before), new_text = text_of(after);
    Lines removed, added;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(removed));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(added));
    const ChangedLines changed = changed_lines(old_text, new_text);
    EXPECT_EQ(changed.removed, removed) << round;
    EXPECT_EQ(changed.added, added) << round;
  }
}

}  // namespace
}  // namespace darvaza::releases
