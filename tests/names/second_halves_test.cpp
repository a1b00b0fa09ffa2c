// God and the Religion behind another word.
#include "names/second_halves.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/person_name.h"

namespace darvaza::names {
namespace {

std::u32string spelt_in_one_way(std::u32string_view word) {
  SpellingRoom room;
  return std::u32string(in_one_spelling(word, room));
}

/// The words of a text joined, as they sound.
std::string heard_joined(std::string_view text) {
  const PersonName name = parse_name(text);
  std::vector<const romanize::Sounds*> words;
  for (const Token& token : name.tokens) words.push_back(&token.sounds);
  return romanize::spelling(as_one_word(words));
}

std::string heard(std::string_view word) { return romanize::spelling(parse_name(word).tokens.at(0).sounds); }

TEST(SecondHalves, TheReligionIsWrittenInOneWay) {
  for (const auto* word : {U"nurettin", U"nuriddin", U"nureddin", U"noureddine", U"nureldin", U"nuredin", U"nuretdin"}) {
    EXPECT_TRUE(spelt_in_one_way(word).ends_with(U"ruddin")) << std::string(word, word + 4);
  }
  EXPECT_EQ(spelt_in_one_way(U"нуретдинов"), U"нуруддинов");
  EXPECT_EQ(spelt_in_one_way(U"шамсиддинзода"), U"шамсуддинзода");
  EXPECT_EQ(spelt_in_one_way(U"ziyoviddin"), spelt_in_one_way(U"ziyaettin")) << "a glide behind the a, which is o";
  EXPECT_EQ(spelt_in_one_way(U"ziyaettin"), U"ziyauddin") << "the a is told where one consonant is all else";
  EXPECT_EQ(spelt_in_one_way(U"zayniddin"), spelt_in_one_way(U"zaynidin"));
  EXPECT_EQ(spelt_in_one_way(U"fazliddinyev"), U"fazluddinyev");
  EXPECT_EQ(spelt_in_one_way(U"salahaldin"), U"salahuddin");
  EXPECT_EQ(spelt_in_one_way(U"bahattin"), spelt_in_one_way(U"bahauddin"));
}

TEST(SecondHalves, GodIsWrittenInOneWay) {
  EXPECT_EQ(spelt_in_one_way(U"hidayatollah"), U"hidayatulla");
  EXPECT_EQ(spelt_in_one_way(U"rahmatilla"), U"rahmatulla");
  EXPECT_EQ(spelt_in_one_way(U"habibulah"), U"habibulla");
  EXPECT_EQ(spelt_in_one_way(U"ismatilloh"), U"ismatulla") << "Uzbek alone writes -illoh";
  EXPECT_EQ(spelt_in_one_way(U"saadalla"), U"saadulla");
  EXPECT_EQ(spelt_in_one_way(U"нұролла"), U"нұрулла");
  EXPECT_EQ(spelt_in_one_way(U"nasrallahi"), U"nasrullai");
  EXPECT_EQ(spelt_in_one_way(U"хайруллин"), U"хайруллаин") << "the surname of Tatars";
  EXPECT_EQ(spelt_in_one_way(U"файзуллоев"), U"файзуллаев");
  EXPECT_EQ(spelt_in_one_way(U"насруллахан"), U"насруллахан");
}

TEST(SecondHalves, OtherNamesStayAsTheyAre) {
  for (const auto* word : {U"nikitin", U"martin", U"augustin", U"abedin", U"britten", U"diallo", U"cipolla", U"vassallo", U"claudine", U"apollinaire", U"mcmullin", U"костадинов", U"аполлинария", U"gladden", U"paladin", U"bettina", U"geraldine", U"putin", U"pogodin", U"rassadin", U"skaredin", U"survilla", U"погодин", U"страдин", U"соломадин", U"mullah", U"isabella", U"camilla", U"padilla", U"carrillo", U"murillo", U"shalah", U"abdullah", U"никитин", U"бородин", U"алла"}) {
    EXPECT_EQ(spelt_in_one_way(word), word);
  }
}

TEST(SecondHalves, WordsBehindAnotherAreTheSame) {
  EXPECT_EQ(heard_joined("Nur al-Din"), heard("Nurettin"));
  EXPECT_EQ(heard_joined("Nur Din"), heard("Nuriddin"));
  EXPECT_EQ(heard_joined("Salah Eddine"), heard("Salahuddin"));
  for (const auto* glued : {"Jamalud Din", "Jamalul-Din", "Jamalad Din", "Jamalu Din"}) EXPECT_EQ(heard_joined(glued), heard("Jamaluddin")) << glued;
  EXPECT_EQ(heard_joined("Ziau Din"), heard("Ziauddin"));
  EXPECT_EQ(heard_joined("Hamid Din"), heard("Hamiduddin"));
  EXPECT_EQ(heard_joined("Rahmat Allah"), heard("Rahmatulla"));
  EXPECT_EQ(heard_joined("Рахмат Улло"), heard("Рахматулла"));
  EXPECT_EQ(heard_joined("رحمت‌الله"), heard_joined("رحمت الله"));
  EXPECT_EQ(heard_joined("سیف اللہ"), heard_joined("سيف الله"));
  EXPECT_EQ(heard_joined("نورالدین"), heard_joined("نور الدين"));
}

TEST(SecondHalves, BehindAnArticleThereIsNoFirstHalf) {
  EXPECT_EQ(heard_joined("al Din"), "aldin");
  EXPECT_EQ(second_half(parse_name("Edin").tokens.at(0).sounds), SecondHalf::religion) << "by its sounds; a name of its own where it stands alone";
  EXPECT_EQ(second_half(parse_name("Karim").tokens.at(0).sounds), SecondHalf::none);
}

TEST(SecondHalves, AreNoEvidenceWhereTheFirstAreUnlike) {
  const auto cost = [](std::u32string_view a, std::u32string_view b, Millinats by_sound) { return unlike_first_halves_cost(sounds_in_one_spelling(a), sounds_in_one_spelling(b), by_sound); };
  EXPECT_EQ(cost(U"jamaluddin", U"jamoliddin", 2600), 0);
  EXPECT_EQ(cost(U"saifuddin", U"zayniddin", 6900), 1500);
  EXPECT_EQ(cost(U"saifuddin", U"zayniddin", 9000), 3500);
  EXPECT_EQ(cost(U"saifuddin", U"saifullah", 6900), 0);
}

}  // namespace
}  // namespace darvaza::names
