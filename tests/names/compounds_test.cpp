#include "names/compounds.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

using Parts = std::vector<std::u32string>;

Parts split(std::u32string_view word) {
  const WordParts parts = split_compound(word);
  return Parts(parts.begin(), parts.end());
}

TEST(Compounds, AbdIsTakenApartHoweverItIsWritten) {
  const Parts expected{U"abd", U"al", U"rahman"};
  EXPECT_EQ(split(U"abdulrahman"), expected);
  EXPECT_EQ(split(U"abdelrahman"), expected);
  EXPECT_EQ(split(U"abdurrahman"), expected);
  EXPECT_EQ(split(U"abdurahman"), expected);
  EXPECT_EQ(split(U"абдуррахман"), (Parts{U"абд", U"ал", U"рахман"}));
  EXPECT_EQ(split(U"عبدالرحمن"), (Parts{U"عبد", U"ال", U"رحمن"}));
  EXPECT_EQ(split(U"abdul"), (Parts{U"abd", U"al"}));
  EXPECT_EQ(split(U"abdur"), (Parts{U"abd", U"al"})) << "Abdur Rahman";
  EXPECT_EQ(split(U"абдус"), (Parts{U"абд", U"ал"})) << "Абдус Самад";
}

TEST(Compounds, AbdOfEveryLanguageIsTheSame) {
  const std::pair<const char32_t*, const char32_t*> kLatin[] = {
      {U"abdukarim", U"karim"},  {U"abdikerim", U"kerim"},  {U"abdyresul", U"resul"},   {U"abdülkerim", U"kerim"}, {U"əbdürrəhman", U"rəhman"},
      {U"evdirehman", U"rehman"}, {U"abdrakhmanov", U"rakhmanov"}, {U"abdourahmane", U"rahmane"}, {U"abudureheman", U"reheman"}, {U"abduaziz", U"aziz"},
      {U"abdulahad", U"ahad"},   {U"abduhaq", U"haq"},      {U"abdikadyruly", U"kadyruly"}};
  for (const auto& [word, noun] : kLatin) EXPECT_EQ(split(word), (Parts{U"abd", U"al", noun}));
  const std::pair<const char32_t*, const char32_t*> kCyrillic[] = {
      {U"абдукарим", U"карим"}, {U"әбдірахман", U"рахман"}, {U"абдыкадыров", U"кадыров"}, {U"габдрахман", U"рахман"}};
  for (const auto& [word, noun] : kCyrillic) EXPECT_EQ(split(word), (Parts{U"абд", U"ал", noun}));
  const std::pair<const char32_t*, const char32_t*> kArabic[] = {{U"ئابدۇكېرىم", U"كېرىم"}, {U"عبدولحق", U"حق"}, {U"عەبدولکەریم", U"کەریم"}, {U"ابدىقادىر", U"قادىر"}};
  for (const auto& [word, noun] : kArabic) EXPECT_EQ(split(word), (Parts{U"عبد", U"ال", noun}));
}

TEST(Compounds, AbdullahIsOneNameHoweverItIsSpelled) {
  for (const auto* word : {U"abdullah", U"abdulla", U"abdullo", U"abdulloh", U"abdallah", U"abdollah", U"abdillah", U"abdulah", U"abdoulaye", U"əbdülla", U"ebdulla", U"evdila",
                           U"gabdulla", U"ghabdullah", U"abudula"}) {
    EXPECT_EQ(split(word), Parts{U"abdallah"});
  }
  for (const auto* word : {U"абдуллах", U"абдулла", U"абдулло", U"абдуллоҳ", U"ғабдолла", U"ӏабдула"}) EXPECT_EQ(split(word), Parts{U"абдаллаҳ"});
  for (const auto* word : {U"عبدالله", U"عەبدوڵڵا", U"عبداللە"}) EXPECT_EQ(split(word), Parts{U"عبدالله"});
}

TEST(Compounds, NamesMadeOfAbdullahAreOneTooOrHaveACourtesy) {
  for (const auto* word : {U"abdullaev", U"abdullayev", U"abdulloev", U"abdulloyev", U"abdulaev"}) EXPECT_EQ(split(word), Parts{U"abdallaev"});
  EXPECT_EQ(split(U"abdullayeva"), Parts{U"abdallaeva"});
  EXPECT_EQ(split(U"abdullayevich"), Parts{U"abdallaevich"});
  EXPECT_EQ(split(U"abdullozoda"), Parts{U"abdallazada"});
  EXPECT_EQ(split(U"abdollahpour"), Parts{U"abdallapour"});
  EXPECT_EQ(split(U"abdullahi"), Parts{U"abdallahi"});
  EXPECT_EQ(split(U"ӏабдулаев"), Parts{U"абдаллаев"});
  EXPECT_EQ(split(U"абдуллоева"), Parts{U"абдаллаева"});
  EXPECT_EQ(split(U"عبداللهی"), Parts{U"عبداللهی"});
  EXPECT_EQ(split(U"abdullojon"), (Parts{U"abdallah", U"jon"}));
  EXPECT_EQ(split(U"абдуллахан"), (Parts{U"абдаллаҳ", U"хан"}));
  EXPECT_EQ(split(U"عبداللهخان"), (Parts{U"عبدالله", U"خان"}));
  EXPECT_EQ(split(U"abdullatif"), (Parts{U"abd", U"al", U"latif"})) << "not God";
  EXPECT_EQ(split(U"abdulahad"), (Parts{U"abd", U"al", U"ahad"}));
}

TEST(Compounds, AbdullahMayBeTwoWords) {
  EXPECT_EQ(abdullah_of(U"abd", U"allah"), U"abdallah");
  EXPECT_EQ(abdullah_of(U"abd", U"ullah"), U"abdallah");
  EXPECT_EQ(abdullah_of(U"абд", U"аллах"), U"абдаллаҳ");
  EXPECT_EQ(abdullah_of(U"عبد", U"الله"), U"عبدالله");
  EXPECT_EQ(abdullah_of(U"عَبْدُ", U"اللَّه"), U"عبدالله") << "with its vowels";
  for (const auto& [abd, god] : {std::pair(U"abd", U"rahman"), {U"rahmat", U"ullah"}, {U"عبد", U"له"}, {U"", U"allah"}, {U"abd", U""}}) EXPECT_TRUE(abdullah_of(abd, god).empty());
}

TEST(Compounds, AbdOfIndiasScriptsIsThatOfLatinLetters) {
  const auto parts = [](std::u32string_view word) {
    const IndianAbd abd = indian_abd(word);
    return std::pair(abd.letters, Parts(abd.parts.begin(), abd.parts.end()));
  };
  const Parts abdul{U"abd", U"al"};
  EXPECT_EQ(parts(U"அப்துல்"), std::pair(std::size_t{7}, abdul));
  EXPECT_EQ(parts(U"அப்துல்ரஹீம்"), std::pair(std::size_t{7}, abdul)) << "its noun remains";
  EXPECT_EQ(parts(U"અબ્દુલ"), std::pair(std::size_t{6}, abdul));
  EXPECT_EQ(parts(U"અબ્દુલ્લા"), std::pair(std::size_t{9}, Parts{U"abdallah"}));
  EXPECT_EQ(parts(U"ਅਬਦੁਲ"), std::pair(std::size_t{5}, abdul));
  EXPECT_EQ(parts(U"अब्दुल्लाहखान"), std::pair(std::size_t{10}, Parts{U"abdallah"})) << "not Abdul and a sign without its letter";
  EXPECT_EQ(parts(U"રહીમ"), std::pair(std::size_t{0}, Parts{}));
}

TEST(Compounds, NamesThatBeginLikeAbdStayWhole) {
  for (const auto* word : {U"abdi", U"abdiyev", U"abdiyeva", U"abdinova", U"abdiyevich", U"abdibek", U"abdikhan", U"abdizoda", U"abduvo", U"abdujan", U"abudhabi", U"abdraev",
                           U"abdou", U"shahabdinov", U"zainabdinova", U"абдиев", U"абдибеков", U"ابدى"}) {
    EXPECT_EQ(split(word), Parts{word});
  }
}

TEST(Compounds, TheArabicArticleIsTakenOffItsNoun) {
  EXPECT_EQ(split(U"الرحمن"), (Parts{U"ال", U"رحمن"}));
  EXPECT_EQ(split(U"الله"), Parts{U"الله"});
  EXPECT_EQ(split(U"الما"), Parts{U"الما"}) << "too short to be article and noun";
  EXPECT_EQ(split(U"الیاس"), Parts{U"الیاس"}) << "Ilyas has no article";
  EXPECT_EQ(split(U"الياسين"), (Parts{U"ال", U"ياسين"}));
}

TEST(Compounds, ANameRunTogetherWithAbdIsTakenOff) {
  EXPECT_EQ(split(U"mirabdullah"), (Parts{U"mir", U"abdallah"}));
  EXPECT_EQ(split(U"aminaabdurrahman"), (Parts{U"amina", U"abd", U"al", U"rahman"}));
  EXPECT_EQ(split(U"шоабдурахим"), (Parts{U"шо", U"абд", U"ал", U"рахим"}));
  EXPECT_EQ(split(U"سیدعبدالله"), (Parts{U"سید", U"عبدالله"}));
}

TEST(Compounds, OtherWordsStayWhole) {
  for (const auto* word : {U"shihabdeen", U"jainulabdeen", U"benabdi", U"پورعبدی", U"abdi", U"abdan", U"abadan", U"rahman", U"абдин", U"علی"}) {
    EXPECT_EQ(split(word), Parts{word});
  }
}

}  // namespace
}  // namespace darvaza::names
