// P3: the index never loses a match that scoring every entry would have found.
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/search_recall.h"

namespace darvaza::screening {
namespace {

TEST(IndexedSearch, FindsTheSameBestCandidateAsScoringEveryName) {
  constexpr std::uint32_t kSeed = 20'261'124;
  MadeUpNames names(kSeed);
  const MadeUpList list = make_up_list(2500, names);
  const Screener screener = open_lists({list.file});
  const SearchRecall recall = measure_recall(screener, make_up_travellers(1800, list, names));
  recall.print(fmt::format("made-up names, seed {}", kSeed));
  ASSERT_GE(recall.queries, 1000u) << "too few travellers who are like anybody listed";
  EXPECT_GE(recall.share(), 0.999);
}

TEST(IndexedSearch, FindsDocumentsOfPersonsUnderOtherNamesLikeScoringEveryName) {
  const Screener screener = open_small_lists();
  ScreeningOptions exhaustive;
  exhaustive.exhaustive = true;
  for (const char* name :
       {"Elzara Kumushoy", "Nadr Golbahar Kumush", "Nadir Zarbofanov", "Zarbo"}) {
    const Traveller traveller = with_document(named(name), "AB7001122", "TJK");
    EXPECT_EQ(to_json(screener.screen(traveller)), to_json(screener.screen(traveller, exhaustive)))
        << name;
  }
}

// 600 persons of one name whom only their birth dates set apart.
TEST(IndexedSearch, FindsTheRightOneOfManyNamesakes) {
  std::string persons = "id,name,birth_date\n";
  for (int i = 0; i < 600; ++i) {
    persons += fmt::format("n-{},Nadir Zarbofanov,{}-{:02}-{:02}\n", i, 1940 + i % 60, 1 + i / 60,
                           2 + i % 27);
  }
  const Screener screener = open_lists({{"namesakes.csv", persons}});
  for (int i = 0; i < 600; i += 50) {
    Traveller traveller = named("Nadir Zarbofanov");
    traveller.birth_date = {static_cast<std::int16_t>(1940 + i % 60),
                            static_cast<std::uint8_t>(1 + i / 60),
                            static_cast<std::uint8_t>(2 + i % 27)};
    EXPECT_EQ(ids(screener.screen(traveller)).at(0), fmt::format("namesakes/n-{}", i));
  }
}

}  // namespace
}  // namespace darvaza::screening
