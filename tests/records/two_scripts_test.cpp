#include "records/two_scripts.h"

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

TEST(TwoScripts, ANameAndTheSameInAnotherScript) {
  const std::pair<const char*, std::pair<const char*, const char*>> kTexts[] = {
      {"Tuvan Ordai (Туван Ордай)", {"Tuvan Ordai", "Туван Ордай"}},
      {" Tuvan Ordai (original script: Туван Ордай) ", {"Tuvan Ordai", "Туван Ордай"}},
      {"Tuvan (Туван)", {"Tuvan", "Туван"}},
      {"توان اردای (Tuvan Ordai)", {"توان اردای", "Tuvan Ordai"}},
      {"Tūvạn Ordai(توان اردای)", {"Tūvạn Ordai", "توان اردای"}},
      {"Kim Tuvan (김투반)", {"Kim Tuvan", "김투반"}},
  };
  for (const auto& [text, names] : kTexts) {
    const auto two = names_in_two_scripts(text);
    ASSERT_TRUE(two) << text;
    EXPECT_EQ(two->name, names.first);
    EXPECT_EQ(two->other, names.second);
  }
}

TEST(TwoScripts, OtherBracketsAreLeftAlone) {
  for (const auto* text : {"", "(", ")", "()", "Tuvan Ordai", "Tuvan Ordai (Orday)", "Tuvan Ordai (Туван)", "Tuvan (Туван) Ordai", "Туван (Ордай)", "Tuvan Ordai (Туван Orday)", "Tuvan (Т) (У)", "Tuvan Ordai (1980)",
                           "(Туван Ордай)", "Tuvan )Туван(", "Tuvan Ordai (Туван Ордай", "Tuvan Ordai (original script:)", "Tuvan Ordai (ولد کریم اردای)", "Tuvan Ordai (бывший министр)", "Tuvan Ordai ()", "Tuvan Ordai ( )"}) {
    EXPECT_FALSE(names_in_two_scripts(text)) << text;
  }
}

}  // namespace
}  // namespace darvaza::records
