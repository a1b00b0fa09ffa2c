#include "names/name_alignment.h"

#include <gtest/gtest.h>

#include <string_view>

namespace darvaza::names {
namespace {

/// All tokens equally rare: what differs is the agreement.
std::vector<WeighedToken> weigh(const PersonName& name) {
  std::vector<WeighedToken> tokens;
  for (const Token& token : name.tokens) tokens.push_back({&token.sounds, token.role, token.cut, 6000});
  return tokens;
}

NameAlignment align(std::string_view a, std::string_view b) {
  const PersonName first = parse_name(a), second = parse_name(b);
  NameAlignment alignment;
  align_names(weigh(first), weigh(second), alignment);
  return alignment;
}

/// Names whose words meet one by one, joined, as initials, as particles, across scripts, or not at all.
constexpr std::string_view kVariousNames[] = {"Nader Darwazayi", "Ali Reza Darwazayi", "Alireza Darvazai", "Reza Ali", "Haji Nader bin Rustam", "N. Rustam",
                                              "A. R. Darwazayi", "Abd al-Rahman Nadirov", "Abdurrahman", "Надир Рустамович Надиров", "نادر رستمی", "محمد علی",
                                              "Mohammad Ali Nader Rostami", "Rustamnader", "Kim Jong-un", "Jong Un", "Golbahar", "a b c d"};

TEST(NameAlignment, NoSmallerRarityGivesMoreThanTheMost) {
  std::vector<AlignedTokens> pairs;
  NameAlignment alignment;
  for (const std::string_view one : kVariousNames) {
    for (const std::string_view other : kVariousNames) {
      const PersonName first = parse_name(one), second = parse_name(other);
      std::vector<WeighedToken> a = weigh(first);
      const std::vector<WeighedToken> b = weigh(second);
      const Millinats most = most_of_alignment(a, b, nullptr, kLeastNameWeight, pairs);
      // Said to be below something, it is below that, and still no alignment is above it.
      const Millinats below = most_of_alignment(a, b, nullptr, most + 1, pairs);
      EXPECT_LE(below, most);
      for (const Millinats needed : {-5000, 0, 4000, 8000, 12'000}) EXPECT_EQ(most_of_alignment(a, b, nullptr, needed, pairs) >= needed, most >= needed);
      // The first, the second, ... token ever more common, and then all.
      for (std::size_t step = 0; step < 3 * a.size(); ++step) {
        align_names(a, b, alignment);
        EXPECT_LE(alignment.total, most) << one << " / " << other << ", step " << step;
        a[step % a.size()].rarity = a[step % a.size()].rarity * 2 / 3;
      }
    }
  }
}

TEST(NameAlignment, TheMostOfNamesThatAreTheSameIsWhatTheyWeigh) {
  std::vector<AlignedTokens> pairs;
  const PersonName name = parse_name("Nader Golbahar"), other = parse_name("Ivo Stephen");
  EXPECT_EQ(most_of_alignment(weigh(name), weigh(name), nullptr, 0, pairs), align("Nader Golbahar", "Nader Golbahar").total);
  // Names that have nothing in common contradict.
  EXPECT_LT(most_of_alignment(weigh(name), weigh(other), nullptr, 0, pairs), 0);
}

TEST(NameAlignment, OrderDoesNotMatter) {
  EXPECT_EQ(align("Nader Darwazayi", "Darwazayi Nader").total, align("Nader Darwazayi", "Nader Darwazayi").total);
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

TEST(NameAlignment, AnAbsentNameWeighsLessThanAContradiction) {
  const Millinats whole = align("Nader Rustam", "Nader Rustam").total;
  const Millinats absent = align("Nader Rustam", "Nader").total;
  const Millinats other = align("Nader Rustam", "Nader Golbahar").total;
  EXPECT_GT(whole, absent);
  EXPECT_GT(absent, other);
}

TEST(NameAlignment, AnAbsentTitleOrParticleWeighsLittle) {
  const Millinats whole = align("Nader Rustam", "Nader Rustam").total;
  EXPECT_GT(align("Haji Nader bin Rustam", "Nader Rustam").total, whole - 500);
}

TEST(NameAlignment, InitialsMeetNamesThatBeginSo) {
  EXPECT_GT(align("N. Rustam", "Nader Rustam").total, align("K. Rustam", "Nader Rustam").total);
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

}  // namespace
}  // namespace darvaza::names
