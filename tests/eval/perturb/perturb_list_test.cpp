#include "eval/perturb/perturb_list.h"

#include <gtest/gtest.h>

namespace darvaza::perturb {
namespace {

WatchlistEntry entry(std::string id, std::vector<ListedName> names) {
  WatchlistEntry result;
  result.list = "fictional";
  result.id = std::move(id);
  result.names = std::move(names);
  return result;
}

Perturber perturber(std::vector<std::string> kinds, std::size_t per_kind, std::uint64_t seed = 1) {
  return Perturber(*choose_variations(kinds), seed, per_kind);
}

std::vector<std::string> ids_of(const std::vector<VariedTraveller>& travellers) {
  std::vector<std::string> ids;
  for (const auto& traveller : travellers) ids.push_back(traveller.id);
  return ids;
}

TEST(Perturber, CarriesTheFactsOfTheEntry) {
  WatchlistEntry listed = entry("e1", {{"SANGIN, Nilufar", NameGrade::primary}});
  listed.birth_dates = {BirthDate::on({1980, 5, 17})};
  listed.sex = Sex::female;
  listed.nationalities = {StateCode("TJK"), StateCode("UZB")};
  auto perturbed = perturber({"words-surname-first"}, 10);
  perturbed.add(listed);
  const auto travellers = perturbed.take();
  ASSERT_EQ(travellers.size(), 1U);
  EXPECT_EQ(travellers[0].id, "words-surname-first:1");
  EXPECT_EQ(travellers[0].list, "fictional");
  EXPECT_EQ(travellers[0].entry, "e1");
  EXPECT_EQ(travellers[0].name, "SANGIN Nilufar");
  EXPECT_EQ(travellers[0].birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(travellers[0].sex, Sex::female);
  EXPECT_EQ(travellers[0].nationality, StateCode("TJK"));
}

TEST(Perturber, TakesTheNameToWhichTheVariationApplies) {
  auto perturbed = perturber({"romanise-ru-icao-2014"}, 10);
  perturbed.add(entry("e1", {{"Kuhi", NameGrade::primary}, {"Кухи", NameGrade::strong}}));
  perturbed.add(entry("e2", {{"Kuhi", NameGrade::primary}, {"Кухи", NameGrade::weak}}));
  perturbed.add(entry("e3", {{"Кухи", NameGrade::weak}}));
  EXPECT_EQ(ids_of(perturbed.take()),
            (std::vector<std::string>{"romanise-ru-icao-2014:1", "romanise-ru-icao-2014:3"}));
}

TEST(Perturber, AccountsForEveryEntry) {
  std::vector<std::string> told;
  const std::vector<std::string> kinds = {"words-joined", "date-missing"};
  Perturber perturbed(*choose_variations(kinds), 1, 1,
                      [&](const WatchlistEntry& e, const Variation& kind, std::string_view why) {
                        told.push_back(e.id + ' ' + kind.id + ' ' + std::string(why));
                      });
  perturbed.add(entry("e1", {{"Nader Kuhi", NameGrade::primary}}));
  perturbed.add(entry("e2", {{"Nader Sangin", NameGrade::primary}}));
  perturbed.add(entry("e3", {{"Nader", NameGrade::primary}}));
  perturbed.add(entry("e4", {}));
  const auto summaries = perturbed.summaries();
  ASSERT_EQ(summaries.size(), 2U);
  EXPECT_EQ(summaries[0].id, "words-joined");
  EXPECT_EQ(summaries[0].applies, 2U);
  EXPECT_EQ(summaries[0].travellers, 1U);
  EXPECT_EQ(summaries[0].obstacles.at("too few words"), 1U);
  EXPECT_EQ(summaries[0].obstacles.at("no name"), 1U);
  EXPECT_EQ(summaries[1].applies, 0U);
  EXPECT_EQ(told, (std::vector<std::string>{
                      "e1 date-missing no birth date", "e2 date-missing no birth date",
                      "e3 words-joined too few words", "e3 date-missing no birth date",
                      "e4 words-joined no name", "e4 date-missing no name"}));
}

TEST(Perturber, KeepsTheSameTravellersForTheSameSeed) {
  const auto travellers = [](std::uint64_t seed, std::vector<std::string> kinds) {
    auto perturbed = perturber(std::move(kinds), 5, seed);
    for (int i = 0; i < 200; ++i) {
      perturbed.add(entry(std::to_string(i), {{"Nilufar Sangin", NameGrade::primary}}));
    }
    return ids_of(perturbed.take());
  };
  const auto first = travellers(1, {"typing-qwerty"});
  EXPECT_EQ(first.size(), 5U);
  EXPECT_EQ(travellers(1, {"typing-qwerty"}), first);
  EXPECT_NE(travellers(2, {"typing-qwerty"}), first);
  // Another kind beside it changes nothing.
  const auto two_kinds = travellers(1, {"typing-qwerty", "typing-omitted"});
  EXPECT_EQ(std::vector<std::string>(two_kinds.begin() + 5, two_kinds.end()), first);
}

}  // namespace
}  // namespace darvaza::perturb
