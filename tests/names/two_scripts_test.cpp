#include "names/two_scripts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using Names = std::vector<std::string_view>;

/// Names that are heard as one.
Names heard_in(std::string_view text) {
  const TwoScripts found = names_in_two_scripts(text);
  return found.are_one ? found.names : Names();
}

TEST(TwoScripts, ANameAndTheSameInAnotherScript) {
  const std::pair<const char*, Names> kTexts[] = {
      {"Tuvan Ordai (Туван Ордай)", {"Tuvan Ordai", "Туван Ордай"}},
      {" Tuvan Ordai (original script: Туван Ордай) ", {"Tuvan Ordai", "Туван Ордай"}},
      {"王伟伦（英文名：Wang Weilun）", {"王伟伦", "Wang Weilun"}},
      {"Tuvan (Туван)", {"Tuvan", "Туван", "Tuvan (Туван)"}},
      {"Olga Maria Ordai (Ольга Ордай)", {"Olga Maria Ordai", "Ольга Ордай"}},
      {"توان اردای (Tuvan Ordai)", {"توان اردای", "Tuvan Ordai"}},
      {"Tūvạn Ordai(توان اردای)", {"Tūvạn Ordai", "توان اردای"}},
      {"Kim Cholmin (김철민)", {"Kim Cholmin", "김철민"}},
      {"Abdul Rahman Yusufi (عبدالرحمن یوسفی)", {"Abdul Rahman Yusufi", "عبدالرحمن یوسفی"}},
      {"Ahmad Dadi (أحمد محمد كريم دادي)", {"Ahmad Dadi", "أحمد محمد كريم دادي"}},
      {"ORDAI, Tuvan (ОРДАЙ, Туван Керимович)", {"ORDAI, Tuvan", "ОРДАЙ, Туван Керимович"}},
  };
  for (const auto& [text, names] : kTexts) EXPECT_EQ(heard_in(text), names) << text;
}

TEST(TwoScripts, HoweverTheyAreSeparated) {
  for (const auto* text : {"Tuvan Ordai （Туван Ордай）", "Tuvan Ordai [Туван Ордай]", "Tuvan Ordai / Туван Ордай", "Tuvan Ordai/Туван Ордай", "Tuvan Ordai | Туван Ордай", "Tuvan Ordai - Туван Ордай",
                           "Tuvan Ordai \u2013 Туван Ордай", "Tuvan Ordai\u00A0(\u200EТуван Ордай\u200E)", "Tuvan Ordai (Туван Ордай).", "Tuvan Ordai (Туван Ордай", "Tuvan Ordai, Туван Ордай", "Tuvan Ordai Туван Ордай"}) {
    EXPECT_EQ(heard_in(text), (Names{"Tuvan Ordai", "Туван Ордай"})) << text;
  }
  EXPECT_EQ(heard_in("Tuvan Ordai (туван ордай)"), (Names{"Tuvan Ordai", "туван ордай"}));
  EXPECT_EQ(heard_in("Tuvan Ordai (Туван\u00A0Ордай)"), (Names{"Tuvan Ordai", "Туван\u00A0Ордай"}));
  EXPECT_EQ(heard_in("(Туван Ордай) Tuvan Ordai"), (Names{"Туван Ордай", "Tuvan Ordai"}));
  EXPECT_EQ(heard_in("Tuvan Ordai (Туван Ордай) (توان اردای)"), (Names{"Tuvan Ordai", "Туван Ордай", "توان اردای"}));
}

TEST(TwoScripts, WhatIsNotHeardAsTheSameIsLeftAlone) {
  for (const auto* text :
       {"Tuvan Ordai (Отец: Керим Ордай)", "Tuvan Ordai (нам: Сайид)", "Tuvan Ordai (نام پدر: کریم اردای)", "Tuvan Ordai (брат: Керим Ордай)", "Hasan Ordai (برادر: حسین اردای)", "Tuvan Ordai (ولد کریم اردای)",
        "Ahmad Karim Dadi (Отец: Карим Дади)", "Tuvan Ordai (Полевой командир)", "Tuvan Ordai (бывший министр)", "Tuvan Ordai (قائد ميداني)", "Tuvan Ordai (Гражданин России)", "Tuvan Ordai (қазақстан азаматы)",
        "Wang Weilun (中国)", "Karimov (Алишер)", "Tuvan Ordai (Туван)", "Tuvan (Туван Ордай)", "Anton Ivanovich Petrov (Антон Андреевич Петров)"}) {
    EXPECT_EQ(heard_in(text), Names()) << text;
  }
}

TEST(TwoScripts, WordsOfOneNameAreNotTornApart) {
  for (const auto* text : {"Karim Каримов", "IVANOV/ИВАН", "Petr Петров", "Salim سلیم", "Rashid الراشد", "Yusuf Юсупов", "Ivan Petrov Сидоров"}) {
    const Names names = names_in_two_scripts(text).names;
    EXPECT_TRUE(names.empty() || std::find(names.begin(), names.end(), text) != names.end()) << text;
  }
}

TEST(TwoScripts, ANameIsFoundBesideWhatIsNotHeardAsTheSame) {
  EXPECT_EQ(names_in_two_scripts("Chan Tai Man (陳大文)").names, (Names{"Chan Tai Man (陳大文)", "Chan Tai Man", "陳大文"}));
  EXPECT_EQ(names_in_two_scripts("陳大文 (Chan Tai Man)").names, (Names{"陳大文 (Chan Tai Man)", "陳大文", "Chan Tai Man"}));
  EXPECT_EQ(names_in_two_scripts("Wang Weilun (中国)").names, (Names{"Wang Weilun (中国)", "Wang Weilun"})) << "no family name";
  EXPECT_EQ(names_in_two_scripts("Tuvan Ordai (Отец: Керим Дадов)").names, (Names{"Tuvan Ordai (Отец: Керим Дадов)", "Tuvan Ordai"}));
  EXPECT_EQ(names_in_two_scripts("Karimov (Алишер)").names, Names());
}

TEST(TwoScripts, LongTextsAndThoseOfManyPartsAreLeftAlone) {
  std::string many = "Tuvan Ordai";
  for (int i = 0; i < 5; ++i) many += " (Туван Ордай)";
  EXPECT_TRUE(names_in_two_scripts(many).names.empty());
  EXPECT_TRUE(names_in_two_scripts("Tuvan Ordai (Туван Ордай)" + std::string(1024, ' ')).names.empty());
}

TEST(TwoScripts, NothingIsLost) {
  for (const auto* text : {"", "(", ")", "()", "(:)", "Tuvan Ordai", "Tuvan Ordai (Orday)", "Tuvan (Туван) Ordai", "Туван (Ордай)", "Tuvan Ordai (Туван Orday)", "Tuvan Ordai (1980)", "Tuvan Ordai (Туван Ордай, 1980)",
                           "Tuvan Ordai (Туван Ордай) (1980)", "Tuvan Ordai (Туван Ордай) (Orday)", "Name: Tuvan Ordai (Туван Ордай)", "(Туван Ордай)", "Tuvan Ordai (original script:)", "Tuvan Ordai (Туван Ордай) (alias:)",
                           "Tuvan Ordai ()", "Tuvan Ordai (「」)", "Tuvan Ordai (\U0001F600)", "Tuvan Ordai (\xFF)"}) {
    EXPECT_EQ(heard_in(text), Names()) << text;
  }
}

}  // namespace
}  // namespace darvaza::names
