// Father's name and place of birth in the answer about a traveller.
#include <algorithm>
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr std::string_view kPersons =
    "id,name,father_name,birth_place,birth_date\n"
    "a-1,Nadir Zarbofanov,Elmurod,\"Khujand, Tajikistan\",1982-07-24\n"
    "a-2,Nadir Zarbofanov,Qoshqarbek,Kandahar,1982\n"
    "a-3,Behruz Sutkeldi,,,\n";

/// As many namesakes as the search aligns by name alone, and one of them with a father.
std::string many_namesakes() {
  std::string csv = "id,name,father_name\n";
  for (int i = 0; i < 3000; ++i) csv += "n-" + std::to_string(i) + ",Karim Tavildarov," + (i == 2500 ? "Sohrab Gulmirzaev" : "") + "\n";
  return csv;
}

TEST(FatherOfManyNamesakes, ChoosesAmongThemAsScoringEveryNameDoes) {
  const Screener screener = open_lists({{"zala.csv", many_namesakes()}});
  Traveller traveller = named("Karim Tavildarov");
  traveller.father_name = "Sohrab Gulmirzaev";
  ScreeningOptions options;
  const ScreeningResult indexed = screener.screen(traveller, options);
  options.exhaustive = true;
  const ScreeningResult exhaustive = screener.screen(traveller, options);
  ASSERT_FALSE(indexed.candidates.empty());
  ASSERT_FALSE(exhaustive.candidates.empty());
  EXPECT_EQ(exhaustive.candidates[0].id, "n-2500");
  EXPECT_EQ(indexed.candidates[0].id, "n-2500");
  EXPECT_EQ(indexed.decision, exhaustive.decision);
}

class FatherAndPlaceTest : public testing::Test {
 protected:
  Candidate candidate(const Traveller& traveller, std::string_view id) const {
    for (Candidate& found : screener_.screen(traveller, all_candidates()).candidates) {
      std::int32_t sum = 0;
      for (const Evidence& piece : found.evidence) sum += piece.weight_mn;
      EXPECT_EQ(sum, found.weight_mn) << found.id;
      if (found.id == id) return found;
    }
    ADD_FAILURE() << id << " is no candidate";
    return {};
  }
  std::string text(const Traveller& traveller, std::string_view id, EvidenceKind kind) const {
    const Candidate found = candidate(traveller, id);
    const Evidence* evidence = find_evidence(found, kind);
    return evidence == nullptr ? "none" : evidence->text;
  }
  Screener screener_ = open_lists({{"zala.csv", std::string(kPersons)}});
};

Traveller son_of(std::string_view name, std::string_view father, std::string_view place = {}) {
  Traveller traveller = named(name);
  traveller.father_name = father;
  traveller.birth_place = place;
  return traveller;
}

TEST_F(FatherAndPlaceTest, BothAreEvidence) {
  const Traveller traveller = son_of("Nadir Zarbofanov", "Элмурод", "Худжанд");
  EXPECT_EQ(text(traveller, "a-1", EvidenceKind::father_name), "agrees: элмурод, listed elmurod");
  EXPECT_EQ(text(traveller, "a-1", EvidenceKind::birth_place),
            "shared: худжанд, listed khujand, Tajikistan");
  EXPECT_EQ(text(traveller, "a-2", EvidenceKind::father_name),
            "different: элмурод, listed qoshqarbek");
  EXPECT_EQ(text(traveller, "a-2", EvidenceKind::birth_place),
            "different: худжанд, listed kandahar");
  EXPECT_EQ(text(traveller, "a-2", EvidenceKind::birth_date), "none");
}

TEST_F(FatherAndPlaceTest, TheyTellNamesakesApart) {
  const auto first = [&](const Traveller& traveller) {
    return ids(screener_.screen(traveller, all_candidates())).at(0);
  };
  EXPECT_EQ(first(son_of("Nadir Zarbofanov", "Elmurod")), "zala/a-1");
  EXPECT_EQ(first(son_of("Nadir Zarbofanov", "Qoshqarbek")), "zala/a-2");
  EXPECT_EQ(first(son_of("Nadir Zarbofanov", "", "قندهار")), "zala/a-2");
  EXPECT_EQ(first(son_of("Nadir Zarbofanov", "", "Leninabad")), "zala/a-1");
}

TEST_F(FatherAndPlaceTest, AFathersNameInTheListedNameIsFoundOnce) {
  EXPECT_EQ(text(son_of("Behruz", "Sutkeldi"), "a-3", EvidenceKind::father_name),
            "part of the listed name: sutkeldi");
  EXPECT_EQ(text(son_of("Behruz Sutkeldi", "Sutkeldi"), "a-3", EvidenceKind::father_name), "none");
  EXPECT_GT(candidate(son_of("Behruz", "Sutkeldi"), "a-3").weight_mn,
            candidate(named("Behruz"), "a-3").weight_mn);
}

TEST_F(FatherAndPlaceTest, StatingNeitherGivesNoEvidence) {
  EXPECT_EQ(text(named("Nadir Zarbofanov"), "a-1", EvidenceKind::father_name), "none");
  EXPECT_EQ(text(named("Nadir Zarbofanov"), "a-1", EvidenceKind::birth_place), "none");
}

TEST_F(FatherAndPlaceTest, ASolarHijriDateOfBirthMeetsTheGregorianOne) {
  Traveller traveller = named("Nadir Zarbofanov");
  traveller.birth_date = {1361, 5, 2};
  EXPECT_EQ(text(traveller, "a-1", EvidenceKind::birth_date),
            "same date: Solar Hijri 1361-05-02 = 1982-07-24, listed 1982-07-24");
}

TEST_F(FatherAndPlaceTest, KindsHaveTheirNamesInJson) {
  EXPECT_EQ(to_string(EvidenceKind::father_name), "father_name");
  EXPECT_EQ(to_string(EvidenceKind::birth_place), "birth_place");
  EXPECT_EQ(to_string(EvidenceKind::document), "document");
}

}  // namespace
}  // namespace darvaza::screening
