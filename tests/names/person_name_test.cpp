#include "names/person_name.h"

#include <gtest/gtest.h>

#include <string>

namespace darvaza::names {
namespace {

std::string texts(const PersonName& name) {
  std::string out;
  for (const Token& token : name.tokens) out += (out.empty() ? "" : "|") + token.text;
  return out;
}

TEST(PersonName, SplitsAtEverythingThatIsNoLetter) {
  EXPECT_EQ(texts(parse_name("DARWAZAYI, Nader-Shah (Rustam)")), "darwazayi|nader|shah|rustam");
  EXPECT_EQ(texts(parse_name("дарвозаев  рустам\tнадирович")), "дарвозаев|рустам|надирович");
}

TEST(PersonName, KeepsApostrophesInsideWords) {
  EXPECT_EQ(texts(parse_name("Oʻktam O'Gorman")), "oʻktam|o'gorman");
}

TEST(PersonName, BurmeseSyllablesAndTibetanWordsAreTokens) {
  EXPECT_EQ(parse_name("အောင်ဆန်းစုကြည်").tokens.size(), 4u);
  EXPECT_EQ(parse_name("စန္ဒာဝင်း").tokens.size(), 2u) << "letters below one another are one syllable";
  EXPECT_EQ(parse_name("བསྟན་འཛིན་རྒྱ་མཚོ").tokens.size(), 2u);
  EXPECT_EQ(parse_name("ཀརྨ་ཆོས་འཕེལ").tokens.size(), 2u) << "Karma is written as one syllable";
}

TEST(PersonName, TheTibetanMarkStandsInsideTibetanWordsAlone) { EXPECT_EQ(texts(parse_name("Tenzin་Gyatso")), "tenzin|gyatso"); }

TEST(PersonName, AbdullahIsOneTokenInOneWordOrTwo) {
  EXPECT_EQ(texts(parse_name("عبد الله حماد")), "عبدالله|حماد");
  EXPECT_EQ(texts(parse_name("عبدالله حماد")), "عبدالله|حماد");
  EXPECT_EQ(texts(parse_name("HAMAD, Abd Allah")), "hamad|abdallah");
  EXPECT_EQ(texts(parse_name("Abd Allah Allah")), "abdallah|allah");
  EXPECT_EQ(texts(parse_name("Abdul Rahmat Ullah")), "abd|al|rahmat|ullah");
  EXPECT_EQ(texts(parse_name("عَبْدُ اللَّه حماد")), "عبدالله|حماد") << "with its vowels";
  EXPECT_EQ(texts(parse_name(TravellerName{"Allah", "Abd"})), "abd|allah") << "two fields, two names";
  EXPECT_EQ(texts(parse_name("અબ્દુલ રહીમ")), "abd|al|રહીમ");
  EXPECT_EQ(texts(parse_name("અબ્દુલ્લા")), "abdallah");
}

TEST(PersonName, GivesTokensTheirRoles) {
  const PersonName name = parse_name("Haji Nader bin M. Rustamovich Zarbofan");
  ASSERT_EQ(name.tokens.size(), 6u);
  EXPECT_EQ(name.tokens[0].role, TokenRole::title);
  EXPECT_EQ(name.tokens[1].role, TokenRole::name);
  EXPECT_EQ(name.tokens[2].role, TokenRole::particle);
  EXPECT_EQ(name.tokens[3].role, TokenRole::initial);
  EXPECT_EQ(name.tokens[4].role, TokenRole::patronymic);
}

std::string roles(std::string_view text) {
  std::string out;
  for (const Token& token : parse_name(text).tokens) out += "nipTfF"[static_cast<std::size_t>(token.role)];
  return out;
}

// n: name, i: initial, p: particle, T: title, f: patronymic, F: father.
TEST(PersonName, VowelMarksAndKashidaHideNoWord) {
  EXPECT_EQ(texts(parse_name("عَبْدُ الرَّحْمٰن مُوسَىٰ")), "عبد|ال|رحمن|موسى");
  EXPECT_EQ(texts(parse_name("عَبْدُ اللَّه")), "عبدالله");
  EXPECT_EQ(roles("محمد بِن حسن"), "npn");
  EXPECT_EQ(roles("محمد بـن حسن"), "npn");
}

TEST(PersonName, AFathersNameIsAPatronymicBesideTwoNames) {
  EXPECT_EQ(roles("Əliyev Rəşad Vaqif oğlu"), "nnfp");
  EXPECT_EQ(roles("Axmedov Dilshod Erkin o‘g‘li"), "nnfp") << "the apostrophe of the Uzbek alphabet";
  EXPECT_EQ(roles("Axmedov Dilshod Erkin o'g'li"), "nnfp");
  EXPECT_EQ(roles("Айнура Асанова Кубанычбек кызы"), "nnfp");
  EXPECT_EQ(roles("Қасымжанов Нұрсұлтан Бауыржанұлы"), "nnf");
  EXPECT_EQ(roles("Nadir Zarbofan Abdullah oglu"), "nnfp");
  EXPECT_EQ(roles("Nadir Zarbofan Abdurakhmanovich"), "nnfpf");
}

TEST(PersonName, InitialsMayBeTwoLettersOfOneSound) {
  EXPECT_EQ(roles("Gh. Nabi Khazanchi"), "inn");
  EXPECT_EQ(roles("Дж. Набиев"), "in");
  EXPECT_EQ(roles("Al. Nabi Bo"), "pnn");
}

TEST(PersonName, AVowelBetweenTheHalvesOfANameIsNoInitial) {
  EXPECT_EQ(roles("Jalal-u-Din Khazanchi"), "npnn");
  EXPECT_EQ(roles("Fazl-e-Haq Khazanchi"), "npnn");
  EXPECT_EQ(roles("ALLA U DIN KHAZANCHI"), "npnn");
  EXPECT_EQ(roles("Jalal U Khazanchi"), "nin") << "Ulugbek";
  EXPECT_EQ(roles("U Din"), "in");
}

TEST(PersonName, AFathersNameThatIsHalfTheNameStaysOne) {
  EXPECT_EQ(roles("Шыңғыс Бауыржанұлы"), "nn");
  EXPECT_EQ(roles("Vaqif oğlu Rəşad"), "npn");
  EXPECT_EQ(roles("oglu Nadir"), "pn");
  EXPECT_EQ(roles("Dragoslav Nadirović"), "nn");
  EXPECT_EQ(roles("НАДИРОВИЧ Галина"), "nn");
  EXPECT_EQ(roles("Nadirovich"), "n");
  EXPECT_EQ(roles("Nadirović D."), "ni");
  EXPECT_EQ(roles("Dragoslav S. Nadirović"), "nin");
}

TEST(PersonName, ATitleAtTheEndIsTheSurnameWhereNothingElseIs) {
  EXPECT_EQ(roles("Nadir Sheikh"), "nn");
  EXPECT_EQ(roles("Nadir bin Sheikh"), "npn");
  EXPECT_EQ(roles("Nadir Haji"), "nT") << "a courtesy behind the name";
  EXPECT_EQ(roles("Sheikh Nadir"), "Tn");
  EXPECT_EQ(roles("NADIR, Sheikh"), "nT") << "titles are added behind a comma";
  EXPECT_EQ(roles("Mullah Nadir Sheikh"), "TnT");
  EXPECT_EQ(roles("Nadir Sheikh s/o Karim"), "nnF") << "at the end of the bearer's name";
  EXPECT_EQ(roles("Nadir Zarbofan Sheikh"), "nnT") << "that of his tribe is";
  EXPECT_EQ(roles("N. Sheikh"), "in") << "all there is";
  EXPECT_EQ(roles("Abdul Nadir Sheikh"), "npnn") << "one name in two words";
  EXPECT_EQ(roles("Nadir Ullah Sheikh"), "nnn");
}

TEST(PersonName, ATitleBeforeTheFirstCommaIsTheSurnameAsAtTheEnd) {
  EXPECT_EQ(roles("SHEIKH, Nadir"), "nn");
  EXPECT_EQ(roles("EL SAYED, Nadir Zarbofan"), "pnnn");
  EXPECT_EQ(roles("SHEIKH, Nadir, Dr"), "TnT") << "as Dr Nadir Sheikh";
  EXPECT_EQ(roles("SHEIKH, Nadir Zarbofan"), "Tnn") << "as Nadir Zarbofan Sheikh";
  EXPECT_EQ(roles("MULLAH, Nadir"), "Tn");
  EXPECT_EQ(roles("SHEIKH, Nadir s/o Karim"), "nnF");
}

TEST(PersonName, ATitleAtTheEndBehindAnArticleIsTheSurname) {
  EXPECT_EQ(roles("Nadir Zarbofan El Sayed"), "nnpn");
  EXPECT_EQ(roles("Nadir al-Haj"), "npn");
  EXPECT_EQ(roles("نادر الشيخ"), "npn");
  EXPECT_EQ(roles("al Sheikh Nadir Zarbofan"), "pTnn");
}

TEST(PersonName, WordsThatAreAllThereIsAreTheName) {
  const PersonName name = parse_name("Mullah Haji");
  ASSERT_EQ(name.tokens.size(), 2u);
  EXPECT_EQ(name.tokens[0].role, TokenRole::name);
}

TEST(PersonName, FillersAreNoTokens) { EXPECT_EQ(texts(parse_name("FNU Nader LNU")), "nader"); }

TEST(PersonName, NothingToReadGivesNoTokens) {
  EXPECT_TRUE(parse_name("").tokens.empty());
  EXPECT_TRUE(parse_name(" ... 123 --").tokens.empty());
  EXPECT_TRUE(parse_name(std::string(1'000'000, ' ')).tokens.empty());
}

TEST(PersonName, SaysWhenItUsedOnlyABeginning) {
  EXPECT_FALSE(parse_name(std::string(1024, 'a')).cut);
  EXPECT_TRUE(parse_name(std::string(1025, 'a')).cut);
  std::string many;
  for (int i = 0; i < 65; ++i) many += "nader ";
  const PersonName name = parse_name(many);
  EXPECT_EQ(name.tokens.size(), kMaxTokens);
  EXPECT_EQ(name.dropped, 1u);
}

TEST(PersonName, TokensOfAFullMachineReadableFieldMayBeCut) {
  const PersonName name = parse_name(TravellerName{"BERDIMUH", "GURBANG", true});
  ASSERT_EQ(name.tokens.size(), 2u);
  EXPECT_TRUE(name.tokens[0].cut);
  EXPECT_FALSE(parse_name(TravellerName{"RUSTAMOV", "NADER", false}).tokens[0].cut);
}

}  // namespace
}  // namespace darvaza::names
