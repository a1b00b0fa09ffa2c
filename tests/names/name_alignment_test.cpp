#include "names/name_alignment.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "names/known_names.h"

namespace darvaza::names {
namespace {

/// All tokens equally rare: what differs is the agreement.
std::vector<WeighedToken> weigh(const PersonName& name) {
  std::vector<WeighedToken> tokens;
  for (const Token& token : name.tokens) tokens.push_back({&token.sounds, token.role, token.cut, 6000, 0, {}, false, token.apart, token.glued});
  return tokens;
}

NameAlignment align(std::string_view a, std::string_view b) {
  const PersonName first = parse_name(a), second = parse_name(b);
  NameAlignment alignment;
  align_names(weigh(first), weigh(second), alignment);
  return alignment;
}

TEST(NameAlignment, OrderDoesNotMatter) {
  EXPECT_EQ(align("Nader Darwazayi", "Darwazayi Nader").total, align("Nader Darwazayi", "Nader Darwazayi").total);
}

TEST(NameAlignment, ANameThatHasNoThirdPartGainsNothingAsAWhole) {
  const PersonName name = parse_name("Kim Minsu");
  std::vector<WeighedToken> tokens = weigh(name);
  const std::vector<WeighedToken> others = tokens;
  for (WeighedToken& token : tokens) token.of_two_parts = true;
  NameAlignment whole, asked, listed;
  align_names(others, others, whole);
  align_names(tokens, others, asked);
  align_names(others, tokens, listed);
  EXPECT_EQ(whole.whole, kWholeName);
  EXPECT_EQ(asked.whole, 0);
  EXPECT_EQ(listed.whole, 0);
  EXPECT_EQ(asked.total, whole.total - kWholeName);
}

TEST(NameAlignment, MeetsAcrossScripts) {
  EXPECT_GT(align("نادر رستمی", "Nader Rostami").total, 6000);
  EXPECT_GT(align("Рустам Надиров", "Rustam Nadirov").total, 6000);
}

TEST(NameAlignment, JoinsNeighbours) {
  const NameAlignment joined = align("Ali Reza Darwazayi", "Alireza Darwazayi");
  EXPECT_EQ(joined.unmatched_a, 0u);
  EXPECT_EQ(joined.unmatched_b, 0u);
  ASSERT_EQ(joined.pairs.size(), 2u);
}

TEST(NameAlignment, JoinsNamesOnlyIfTheyAreNearlyTheWord) {
  EXPECT_EQ(align("Maqsudova Nadir", "Maq Sudova Nadir").unmatched_b, 0u);
  EXPECT_NE(align("Kim Sunggon", "Kim Jong Un").unmatched_b, 0u) << "farther than a piece of a name may be";
  EXPECT_EQ(align("Nurul Islam Zarbofan", "Nur al-Islam Zarbofan").unmatched_b, 0u) << "the article is heard";
  EXPECT_EQ(align("Gulnara Mammadqizi", "Gulnara Mamed kyzy").unmatched_b, 0u) << "what follows a father's name is no article";
  EXPECT_NE(align("Faisal Zarbofan", "Essa Al Zarbofan").unmatched_b, 0u) << "the article is that of the next word";
}

TEST(NameAlignment, AnAbsentNameWeighsLessThanAContradiction) {
  const Millinats whole = align("Nader Rustam", "Nader Rustam").total;
  const Millinats absent = align("Nader Rustam", "Nader").total;
  const Millinats other = align("Nader Rustam", "Nader Golbahar").total;
  EXPECT_GT(whole, absent);
  EXPECT_GT(absent, other);
}

TEST(NameAlignment, TwoWellKnownNamesAgreeLessThanTheirSoundsDo) {
  const NameAlignment other = align("Karim Rustam", "Karam Rustam");
  ASSERT_EQ(other.pairs.size(), 2u);
  const AlignedTokens& pair = other.pairs[1];
  EXPECT_EQ(pair.other_name, kOtherName);
  EXPECT_EQ(pair.gain, 6000 - pair.cost - kOtherName);
  EXPECT_EQ(align("Karim Rustam", "Kareem Rustam").pairs[1].other_name, 0);
}

TEST(NameAlignment, AnAbsentTitleOrParticleWeighsLittle) {
  const Millinats whole = align("Nader Rustam", "Nader Rustam").total;
  EXPECT_GT(align("Haji Nader bin Rustam", "Nader Rustam").total, whole - 500);
}

TEST(NameAlignment, InitialsMeetNamesThatBeginSo) {
  EXPECT_GT(align("N. Rustam", "Nader Rustam").total, align("K. Rustam", "Nader Rustam").total);
  for (const char* name : {"Iskandar Rustam", "Ergash Rustam", "Umid Rustam", "Olim Rustam"}) {
    EXPECT_GT(align("ا. رستم", name).total, align("ا. رستم", "Nader Rustam").total) << name;
  }
  EXPECT_GT(align("I. Rustam", "اسکندر رستم").total, align("N. Rustam", "اسکندر رستم").total);
}

TEST(NameAlignment, CutTokensMeetLongerOnes) {
  const PersonName cut = parse_name(TravellerName{"BERDIMUHAM", "NADER", true});
  const PersonName whole = parse_name("Nader Berdimuhamedov");
  NameAlignment alignment;
  align_names(weigh(cut), weigh(whole), alignment);
  EXPECT_EQ(alignment.unmatched_b, 0u);
}

TEST(NameAlignment, SwappingTheNamesSwapsTheAnswer) {
  for (const auto& [a, b] : {std::pair("Ali Reza Darwazayi", "Alireza Darvazai"), std::pair("Nader", "Rustam Nader Khan"),
                             std::pair("محمد علی", "Mohammad Ali"), std::pair("a b c d", "d c b a")}) {
    const NameAlignment forth = align(a, b), back = align(b, a);
    EXPECT_EQ(forth.total, back.total) << a << " / " << b;
    EXPECT_EQ(forth.unmatched_a, back.unmatched_b) << a << " / " << b;
  }
}

TEST(NameAlignment, BoundsWhatDisagreementCanWeigh) {
  std::string a, b;
  for (int i = 0; i < 60; ++i) a += "nader ", b += "golbahar ";
  EXPECT_EQ(align(a, b).total, kLeastNameWeight);
}

TEST(NameAlignment, AFatherBehindWordsMayBeLeftOut) {
  EXPECT_GT(align("Nasir Zarbofan", "Nasir Zarbofan son of Sher Dil").total, align("Nasir Zarbofan", "Nasir Zarbofan").total - 1000);
  EXPECT_GT(align("Nasir Sher Dil", "Nasir walad Sher Dil").total, align("Nasir", "Nasir").total) << "as another source has him";
}

TEST(NameAlignment, FathersWhoAgreeSayLittle) {
  const Millinats alone = align("Nasir Zarbofan", "Nasir Zarbofan").total;
  EXPECT_EQ(align("Nasir Zarbofan s/o Sher Dil", "Nasir Zarbofan s/o Sher Dil").total, alone + kMostOfFathers);
  EXPECT_LT(align("Nasir s/o Sher Dil", "Kamil s/o Sher Dil").total, 0) << "brothers";
}

TEST(NameAlignment, OtherFathersContradictOnceWhateverTheyShare) {
  const NameAlignment other = align("Nasir Zarbofan s/o Abdul Karim", "Nasir Zarbofan s/o Abdul Ghafoor");
  EXPECT_LT(other.total, align("Nasir Zarbofan", "Nasir Zarbofan").total + kContradiction);
  EXPECT_EQ(other.whole, 0);
  EXPECT_GT(align("Nasir Zarbofan s/o Sher Dil", "Nasir Zarbofan s/o Gul Rang").fathers, 2 * kContradiction);
}

TEST(NameAlignment, FathersWhoAreNearOrOfOneNameDoNotDiffer) {
  const auto fathers = [](std::string_view a, std::string_view b) { return align(std::string("Nasir Zarbofan s/o ").append(a), std::string("Nasir Zarbofan s/o ").append(b)).fathers; };
  EXPECT_EQ(fathers("Abdul Rashid", "Rashid Khan"), 0);
  EXPECT_EQ(fathers("late Abdul Rashid", "Haji Rashid"), 0);
  EXPECT_EQ(fathers("Safar", "Sefer"), 0);
  EXPECT_LE(fathers("Muhammad Karim", "Muhammad Ghafoor"), kContradiction);
  EXPECT_LE(fathers("Karim Khan", "Rahim Khan"), kContradiction);
  EXPECT_LE(fathers("Khan", "Muhammad"), kContradiction) << "all they are called";
  EXPECT_LE(fathers("Gul Muhammad", "Gul Rang"), kContradiction) << "here it is the name";
}

TEST(NameAlignment, NothingIsJoinedOverSonOf) {
  EXPECT_LT(align("Darwazi Sher s/o Ali", "Sherali Darwazi").total, align("Darwazi", "Sherali Darwazi").total + 500);
  EXPECT_LT(align("Zar d/o Mina", "Zarmina").total, 0);
  EXPECT_LT(align("Gul s/o Agha Dil", "Gulagha Dil").total, 0) << "a title is the father's, too";
  EXPECT_GT(align("Nasir s/o Sher Dil", "Nasir s/o Sherdil").total, align("Nasir", "Nasir").total);
}

/// `a` with its word of kin glued.
NameAlignment align_glued(std::string_view a, const PersonName& second) {
  const PersonName first = parse_glued(a);
  NameAlignment alignment;
  align_names(weigh(first), weigh(second), alignment);
  return alignment;
}

TEST(NameAlignment, AGluedNameIsMeantOnlyBesideOneThatIsBorne) {
  EXPECT_TRUE(align_glued("گل دختر زربافان", parse_name("Guldukhtar Zarbofan")).stands);
  EXPECT_TRUE(align_glued("گل دختر زربافان", parse_name("Zarbofan Gul Dukhtar")).stands);
  EXPECT_TRUE(align_glued("گل دختر زربافان", parse_glued("گل دختر زربافان")).stands);
  EXPECT_FALSE(align_glued("گل دختر زربافان", parse_name("Zarbofan")).stands) << "it met nothing";
  EXPECT_FALSE(align_glued("شاه پسر زربافان", parse_name("Shahpur Zarbofan")).stands) << "too far";
  EXPECT_FALSE(align_glued("گل دختر زربافان", parse_name("Gul d/o Zarbofan")).stands) << "it is of kin there";
  EXPECT_FALSE(align_glued("حلیم ولد زربافان", parse_glued("سلیم ولد زربافان")).stands) << "brothers";
  EXPECT_FALSE(align_glued("حلیم ولد زربافان", parse_glued("حلیم ولد کریم")).stands) << "namesakes";
}

TEST(NameAlignment, AChildIsNotItsFather) {
  EXPECT_LT(align("Nasir Zarbofan s/o Sher Dil", "Sher Dil s/o Nasir Zarbofan").total, 0);
  EXPECT_LT(align("Nasir Zarbofan s/o Sher Dil", "Sher Dil").total, 0);
  EXPECT_LT(align("Sher Dil", "Nasir Zarbofan s/o Sher Dil").total, 0);
}

}  // namespace
}  // namespace darvaza::names
