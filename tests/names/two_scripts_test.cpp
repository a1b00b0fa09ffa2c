#include "names/two_scripts.h"

#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using Names = std::vector<std::string_view>;

TEST(TwoScripts, ANameAndTheSameInAnotherScript) {
  const std::pair<const char*, Names> kTexts[] = {
      {"Tuvan Ordai (Туван Ордай)", {"Tuvan Ordai", "Туван Ордай"}},
      {" Tuvan Ordai (original script: Туван Ордай) ", {"Tuvan Ordai", "Туван Ордай"}},
      {"王伟伦（英文名：Wang Weilun）", {"王伟伦", "Wang Weilun"}},
      {"Tuvan (Туван)", {"Tuvan", "Туван"}},
      {"توان اردای (Tuvan Ordai)", {"توان اردای", "Tuvan Ordai"}},
      {"Tūvạn Ordai(توان اردای)", {"Tūvạn Ordai", "توان اردای"}},
      {"Kim Cholmin (김철민)", {"Kim Cholmin", "김철민"}},
      {"Abdul Rahman Yusufi (عبدالرحمن یوسفی)", {"Abdul Rahman Yusufi", "عبدالرحمن یوسفی"}},
      {"Ahmad Dadi (أحمد محمد كريم دادي)", {"Ahmad Dadi", "أحمد محمد كريم دادي"}},
      {"ORDAI, Tuvan (ОРДАЙ, Туван Керимович)", {"ORDAI, Tuvan", "ОРДАЙ, Туван Керимович"}},
  };
  for (const auto& [text, names] : kTexts) EXPECT_EQ(names_in_two_scripts(text), names) << text;
}

TEST(TwoScripts, HoweverTheyAreSeparated) {
  for (const auto* text : {"Tuvan Ordai （Туван Ордай）", "Tuvan Ordai [Туван Ордай]", "Tuvan Ordai / Туван Ордай", "Tuvan Ordai/Туван Ордай", "Tuvan Ordai | Туван Ордай", "Tuvan Ordai - Туван Ордай",
                           "Tuvan Ordai \u2013 Туван Ордай", "Tuvan Ordai\u00A0(\u200EТуван Ордай\u200E)", "Tuvan Ordai (Туван Ордай).", "Tuvan Ordai (Туван Ордай", "Tuvan Ordai, Туван Ордай", "Tuvan Ordai Туван Ордай"}) {
    EXPECT_EQ(names_in_two_scripts(text), (Names{"Tuvan Ordai", "Туван Ордай"})) << text;
  }
  EXPECT_EQ(names_in_two_scripts("Tuvan Ordai (туван ордай)"), (Names{"Tuvan Ordai", "туван ордай"}));
  EXPECT_EQ(names_in_two_scripts("Tuvan Ordai (Туван\u00A0Ордай)"), (Names{"Tuvan Ordai", "Туван\u00A0Ордай"}));
  EXPECT_EQ(names_in_two_scripts("(Туван Ордай) Tuvan Ordai"), (Names{"Туван Ордай", "Tuvan Ordai"}));
  EXPECT_EQ(names_in_two_scripts("Tuvan Ordai (Туван Ордай) (توان اردای)"), (Names{"Tuvan Ordai", "Туван Ордай", "توان اردای"}));
}

TEST(TwoScripts, WhatIsNotHeardAsTheSameIsLeftAlone) {
  for (const auto* text :
       {"Tuvan Ordai (Отец: Керим Ордай)", "Tuvan Ordai (нам: Сайид)", "Tuvan Ordai (نام پدر: کریم اردای)", "Tuvan Ordai (брат: Керим Ордай)", "Hasan Ordai (برادر: حسین اردای)", "Tuvan Ordai (ولد کریم اردای)",
        "Ahmad Karim Dadi (Отец: Карим Дади)", "Tuvan Ordai (Полевой командир)", "Tuvan Ordai (бывший министр)", "Tuvan Ordai (قائد ميداني)", "Tuvan Ordai (Гражданин России)", "Tuvan Ordai (қазақстан азаматы)",
        "Wang Weilun (中国)", "Karimov (Алишер)", "Tuvan Ordai (Туван)", "Tuvan (Туван Ордай)", "Anton Ivanovich Petrov (Антон Андреевич Петров)"}) {
    EXPECT_EQ(names_in_two_scripts(text), Names()) << text;
  }
}

TEST(TwoScripts, NothingIsLost) {
  for (const auto* text : {"", "(", ")", "()", "(:)", "Tuvan Ordai", "Tuvan Ordai (Orday)", "Tuvan (Туван) Ordai", "Туван (Ордай)", "Tuvan Ordai (Туван Orday)", "Tuvan Ordai (1980)", "Tuvan Ordai (Туван Ордай, 1980)",
                           "Tuvan Ordai (Туван Ордай) (1980)", "Tuvan Ordai (Туван Ордай) (Orday)", "Name: Tuvan Ordai (Туван Ордай)", "(Туван Ордай)", "Tuvan Ordai (original script:)", "Tuvan Ordai (Туван Ордай) (alias:)",
                           "Tuvan Ordai ()", "Tuvan Ordai (「」)", "Tuvan Ordai (\U0001F600)", "Tuvan Ordai (\xFF)"}) {
    EXPECT_EQ(names_in_two_scripts(text), Names()) << text;
  }
}

}  // namespace
}  // namespace darvaza::names
