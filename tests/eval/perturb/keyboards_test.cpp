#include "eval/perturb/keyboards.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace darvaza::perturb {
namespace {

std::u32string sorted_neighbours(std::string_view id, char32_t letter) {
  for (const Keyboard& keyboard : keyboards()) {
    if (keyboard.id != id) continue;
    std::u32string letters = neighbours(keyboard, letter);
    std::sort(letters.begin(), letters.end());
    return letters;
  }
  return U"no such keyboard";
}

// Read off a keyboard.
TEST(Keyboards, KnowWhichKeysTouch) {
  EXPECT_EQ(sorted_neighbours("qwerty", U'g'), U"bfhtvy");
  EXPECT_EQ(sorted_neighbours("qwerty", U'q'), U"aw");
  EXPECT_EQ(sorted_neighbours("qwertz", U'z'), U"ghtu");
  EXPECT_EQ(sorted_neighbours("azerty", U'q'), U"aswz");
  EXPECT_EQ(sorted_neighbours("jcuken", U'п'), U"аеимнр");
  EXPECT_EQ(sorted_neighbours("kazakh", U'ц'), U"йуфыіә");
  EXPECT_EQ(sorted_neighbours("persian", U'ش'), U"سصضظ");
}

TEST(Keyboards, HaveNoKeyForLettersOfOthers) { EXPECT_EQ(sorted_neighbours("qwerty", U'ж'), U""); }

}  // namespace
}  // namespace darvaza::perturb
