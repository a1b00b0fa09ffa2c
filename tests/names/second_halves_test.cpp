#include "names/second_halves.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "names/person_name.h"

namespace darvaza::names {
namespace {

std::string words_of(const PersonName& name) {
  std::string out;
  for (const Token& token : name.tokens) out += (out.empty() ? "" : "|") + token.text;
  return out;
}
std::string words_of(std::string_view text) { return words_of(parse_name(text)); }

TEST(SecondHalves, GodBelongsToTheWordBefore) {
  for (const auto* name : {"Rahmat Ullah Karimi", "Rahmat-ullah Karimi", "RAHMAT OLLAH KARIMI", "Rahmat Allah Karimi", "Rahmat Ullo Karimi"}) EXPECT_EQ(words_of(name), "rahmatullah|karimi");
  EXPECT_EQ(words_of("Рахмат Улло Карими"), "рахматулла|карими");
  for (const auto* name : {"رحمت الله کریمی", "رحمت اللہ کریمی", "رحمة الله کریمی", "رَحْمَةُ ٱللَّه کریمی"}) EXPECT_EQ(words_of(name), "رحمتالله|کریمی") << name;
  EXPECT_EQ(words_of("نعمت اللهی"), "نعمتاللهی");
  EXPECT_EQ(words_of("Hafiz Ullah"), "hafizullah") << "a title by itself";
  EXPECT_EQ(words_of("Karim Ullah s/o Habib Ullah"), "karimullah|s|o|habibullah");
}

TEST(SecondHalves, AbdAndGodAreAbdullah) {
  EXPECT_EQ(words_of("Abd Ullah Karimi"), "abdallah|karimi");
  EXPECT_EQ(words_of("عبد الله یار"), "عبدالله|یار");
  EXPECT_EQ(words_of("Abdullah Ullah"), "abdallah|ullah");
}

TEST(SecondHalves, TheReligionBelongsToTheWordBeforeItsArticle) {
  for (const auto* name : {"Najm ud Din Karimi", "Najm-ud-Din Karimi", "Najm al-Din Karimi", "Najm u Din Karimi", "Najm Uddin Karimi", "Najm Eddine Karimi", "NAJM EL DEEN KARIMI"}) {
    EXPECT_EQ(words_of(name), "najmuddin|karimi") << name;
  }
  EXPECT_EQ(words_of("نجم الدین کریمی"), "نجمالدین|کریمی");
  EXPECT_EQ(words_of("Наджм ад-Дин Карими"), "наджмуддин|карими");
  EXPECT_EQ(words_of("Imam Din Karimi"), "imam|din|karimi") << "a name by itself where no article stands before it";
}

TEST(SecondHalves, AFamilyNameThatStandsFirstIsReadLast) {
  EXPECT_EQ(words_of("ULLAH, Karim Rahmat"), "karim|rahmatullah");
  EXPECT_EQ(words_of("UDDIN NIZAM"), "nizamuddin");
  EXPECT_EQ(words_of("DIN NIZAM UD"), "nizamuddin");
  EXPECT_EQ(words_of(parse_name(TravellerName{"Ullah", "Rahmat"})), "rahmatullah");
  EXPECT_EQ(words_of("Din Muhammad"), "din|muhammad");
}

TEST(SecondHalves, OtherWordsStayApart) {
  EXPECT_EQ(words_of("Allah Dad Karimi"), "allah|dad|karimi");
  EXPECT_EQ(words_of("محمد الله داد"), "محمد|الله|داد") << "God begins the next name";
  EXPECT_EQ(words_of("Bin Ullah"), "bin|ullah");
  EXPECT_EQ(words_of("K. Ullah"), "k|ullah");
  EXPECT_EQ(words_of("Ullah"), "ullah");
  EXPECT_EQ(words_of("رحمت Ullah"), "رحمت|ullah") << "two scripts";
  EXPECT_EQ(words_of("Anna Ulla Berg"), "anna|ulla|berg");
}

TEST(SecondHalves, FathersStayWhereTheyStood) {
  const PersonName name = parse_name("Habib Ullah oglu Karim Rahmat Ullah");
  ASSERT_EQ(words_of(name), "habibullah|oglu|karim|rahmatullah");
  EXPECT_EQ(name.tokens[0].role, TokenRole::patronymic);
  EXPECT_EQ(name.tokens[3].role, TokenRole::name);
  EXPECT_EQ(parse_name("Habib Ullah oglu Karim").tokens[0].role, TokenRole::name) << "one name beside the father's is not two";
}

TEST(SecondHalves, MarksGoWithTheirTokens) {
  PersonName name;
  for (const char* text : {"a", "rahmat", "ullah", "b", "c"}) name.tokens.push_back({romanize::Sounds(), TokenRole::name, false, text});
  std::uint64_t marks = 0b10101;
  join_second_halves(name, marks);
  EXPECT_EQ(words_of(name), "a|rahmatullah|b|c");
  EXPECT_EQ(marks, 0b1011u) << "what is marked of a name's words marks the name";
}

TEST(SecondHalves, TheLastOfAllTokensKeepsItsMark) {
  PersonName name;
  for (std::size_t i = 0; i + 2 < kMaxTokens; ++i) name.tokens.push_back({romanize::Sounds(), TokenRole::name, false, "a"});
  for (const char* text : {"rahmat", "ullah"}) name.tokens.push_back({romanize::Sounds(), TokenRole::name, false, text});
  std::uint64_t marks = std::uint64_t{1} << (kMaxTokens - 1);
  join_second_halves(name, marks);
  ASSERT_EQ(name.tokens.size(), kMaxTokens - 1);
  EXPECT_EQ(marks, std::uint64_t{1} << (kMaxTokens - 2));
}

}  // namespace
}  // namespace darvaza::names
