// A first look never sends anybody away whom a search would find.
#include "screening/first_look.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/open_set.h"
#include "screening/person_search.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

/// Names with particles, other forms, initials, titles, several words as one and one as several.
constexpr const char* kListed[] = {"Abd al-Rahman Zarbofanov", "Alireza Golbahar",      "Ali Reza Kumushov",      "Haji Mullah Nadir Zarbo",  "Michael Robert Nadirov",
                                   "N. K. Zarrinov",           "Muhammad Ali Rustamov", "Khan Nurnaz",            "Hasan oglu Zarbali",       "Мухаммад Рустамович Каримов",
                                   "محمد رضا رستمی",            "Kim Jong-un",           "Gulbahor Savsanova-Nur", "Abdullah bin Omar al Din", "Maria Ana Da Silva Zarbo"};
constexpr const char* kAsked[] = {"Abdurrahman Zarbofanov", "Abdur Rahman Zarbofanov", "Ali Reza Golbahar",     "Alireza Kumushov",  "Nadir Zarbo",       "Mike Bob Nadirov",
                                  "Nadir Zarrinov",         "M Rustamov",              "Mohammad Rustamov",     "KhanNurnaz",        "Zarbali Hasanoglu", "Karimov Muhammad",
                                  "Mohammad Reza Rostami",  "Kim Jong Un",             "Gulbahor Savsanovanur", "Abdullah Omaruddin", "Ana Zarbo",         "Alirezagolbahar",
                                  "Z. Golbahar",            "Rostami",                 "Ivo Stephen",           "Mohammad",          "Abdullah Rahman",   "Maria"};

/// A large index, and one of changes behind it.
class FirstLookTest : public testing::Test {
 protected:
  void open(const std::string& whole, const std::string& changed) {
    for (const char* folder : {"old", "new"}) std::filesystem::create_directory(directory_ / folder);
    const auto all = directory_.write("zala.csv", whole), before = directory_.write("old/zala.csv", "id,name,birth_date,nationality\n"),
               news = directory_.write("new/zala.csv", changed);
    ASSERT_TRUE(build_index(std::array{all}, directory_ / "zala.dvz"));
    BuildOptions of_changes;
    of_changes.since = {before};
    ASSERT_TRUE(build_index(std::array{news}, directory_ / "news.dvz", of_changes));
    auto opened = open_set(std::array{directory_ / "zala.dvz", directory_ / "news.dvz"});
    ASSERT_TRUE(opened) << to_string(opened.error());
    set_.emplace(std::move(*opened));
    ASSERT_TRUE(FileOutline::is_worth_it(*set_, 1));
    scratch_.emplace(*set_);
    first_look_.emplace(std::make_shared<const FileOutline>(*set_, 1));
  }

  /// Holds the traveller against the changes in both ways, at several scores, and counts.
  void check(const Traveller& traveller) {
    std::size_t names = 0;
    for (const TravellerName& spelling : traveller.names) {
      first_look_->ask(names, names::parse_name(spelling));
      scratch_->ask(*set_, names++, names::parse_name(spelling));
    }
    for (const std::int32_t score : {1'100, 3'000, 5'000, 9'000}) {
      ScreeningOptions options;
      options.only_file = 1;
      options.min_score_bp = options.review_score_bp = score;
      const bool is_found = !find_persons(*set_, traveller, names, {}, options, *scratch_).candidates.empty();
      const bool may_be = first_look_->may_reach(traveller, names, *least_found(options), options.post);
      EXPECT_TRUE(may_be || !is_found) << traveller.names.front().primary << ", at " << score;
      if (score != 5'000) continue;
      found_ += is_found;
      let_go_ += !may_be;
    }
  }

  TestDirectory directory_;
  std::optional<index::IndexSet> set_;
  std::optional<SearchScratch> scratch_;
  std::optional<FirstLook> first_look_;
  int found_ = 0, let_go_ = 0;  ///< at the score of a review
};

std::string row(const std::string& id, std::string_view name, int number) {
  return fmt::format("{},{},{}-{:02}-{:02},{}\n", id, name, 1950 + number % 50, 1 + number % 12, 1 + number % 28, number % 3 == 0 ? "UZB" : "KAZ");
}

TEST_F(FirstLookTest, SendsNobodyAwayWhomASearchFindsWhateverTheirNamesAreLike) {
  std::string whole = "id,name,birth_date,nationality\n", changed = whole;
  for (int i = 0; i < 600; ++i) whole += row(fmt::format("w{}", i), kListed[i % 7], i);  // some words are common
  int number = 0;
  for (const char* name : kListed) changed += row(fmt::format("n{}", number), name, number), ++number;
  open(whole, changed);
  for (const char* name : kAsked) {
    for (int i = 0; i < number; ++i) {
      Traveller traveller = named(name);
      if (i % 4 != 0) traveller.birth_date = {static_cast<std::int16_t>(1950 + i), static_cast<std::uint8_t>(1 + i % 12), static_cast<std::uint8_t>(1 + i % 28)};
      if (i % 4 == 1) std::swap(traveller.birth_date.month, traveller.birth_date.day);
      if (i % 2 == 0) traveller.nationalities = {StateCode("UZB")};
      if (i % 5 == 0) traveller.names.push_back({"Reza", "Golbahar", true});
      check(traveller);
    }
  }
  EXPECT_GT(found_, 100);
  EXPECT_GT(let_go_, 30);
}

TEST_F(FirstLookTest, SendsNobodyAwayWhomASearchFindsOfManyMadeUpNames) {
  MadeUpNames names(20'261'126);
  const MadeUpList list = make_up_list(700, names);
  std::string whole = "id,name,aliases,birth_date\n", changed = whole;
  for (std::size_t at = list.file.content.find('\n') + 1, i = 0; at < list.file.content.size(); ++i) {
    const std::size_t end = list.file.content.find('\n', at) + 1;
    whole += list.file.content.substr(at, end - at);
    if (i % 8 == 0) changed += list.file.content.substr(at, end - at);
    at = end;
  }
  open(whole, changed);
  for (const Traveller& traveller : make_up_travellers(2500, list, names)) check(traveller);
  EXPECT_GT(found_, 150);
  EXPECT_GT(let_go_, 1000) << "a first look that lets nobody go saves nothing";
}

TEST_F(FirstLookTest, SendsNobodyAwayWhomAPostMayNotSee) {
  std::string whole = "id,name,birth_date,nationality\n";
  for (int i = 0; i < 60; ++i) whole += row(fmt::format("w{}", i), kListed[i % 7], i);
  open(whole, "id,name,birth_date,releasable_to\nn1,Gulbahor Savsanova,1971-03-02,KAZ\n");
  first_look_->ask(0, names::parse_name("Gulbahor Rustamova"));
  const Traveller traveller = described("Gulbahor Rustamova", "1990-01-02", "UZB");
  EXPECT_FALSE(first_look_->may_reach(traveller, 1, 9'000, {StateCode("KAZ"), Line::second, {2026, 6, 1}}));
  EXPECT_TRUE(first_look_->may_reach(traveller, 1, 9'000, {StateCode("UZB"), Line::second, {2026, 6, 1}})) << "somebody is withheld, perhaps";
}

}  // namespace
}  // namespace darvaza::screening
