// Which listed persons come up, in which order, and with which reasons.
#include "screening/person_search.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "scoring/calibration.h"
#include "screening/made_up_names.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

class PersonSearchTest : public testing::Test {
 protected:
  ScreeningResult screen(const Traveller& traveller,
                         const ScreeningOptions& options = all_candidates()) const {
    return screener_.screen(traveller, options);
  }
  /// The candidate of this identifier; the test fails without it.
  Candidate candidate(const Traveller& traveller, const std::string& id) const {
    for (Candidate& found : screen(traveller).candidates) {
      if (found.id == id) return found;
    }
    ADD_FAILURE() << id << " is no candidate";
    return {};
  }

 private:
  Screener screener_ = open_small_lists();
};

void expect_evidence_adds_up(const ScreeningResult& answer) {
  for (const Candidate& candidate : answer.candidates) {
    std::int32_t sum = 0;
    for (const Evidence& piece : candidate.evidence) sum += piece.weight_mn;
    EXPECT_EQ(candidate.weight_mn, sum) << candidate.id;
    EXPECT_EQ(candidate.score_bp, scoring::score_bp(sum)) << candidate.id;
    EXPECT_EQ(candidate.evidence.at(0).kind, EvidenceKind::prior);
    EXPECT_EQ(candidate.evidence.at(0).weight_mn, scoring::kScreeningPrior);
  }
}

void expect_best_first(const ScreeningResult& answer) {
  EXPECT_TRUE(std::is_sorted(
      answer.candidates.begin(), answer.candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.weight_mn > b.weight_mn; }));
}

// P4: the reasons add up to the score.
TEST_F(PersonSearchTest, TheEvidenceAddsUpAndDeterminesTheScore) {
  for (const Traveller& traveller :
       {named("Nadir Zarbofanov"), described("Нодир Зарбофонов", "1971-02-03", "RUS", Sex::female),
        with_document(described("Elzara Kumushoy", "1988-10-21", "IRN", Sex::female), "K90412877"),
        with_document(named("Oraz Qoshqarbekuly"), "N555OO12", "KAZ")}) {
    const ScreeningResult answer = screen(traveller);
    EXPECT_FALSE(answer.candidates.empty());
    expect_evidence_adds_up(answer);
    expect_best_first(answer);
  }
}

TEST_F(PersonSearchTest, EveryKnownFactGivesOnePieceOfEvidence) {
  const Candidate found =
      candidate(with_document(described("Nadir Zarbofanov", "1971-03-02", "TJK", Sex::male),
                              "AB7001122", "TJK"),
                "z-1");
  std::vector<EvidenceKind> kinds;
  for (const Evidence& piece : found.evidence) kinds.push_back(piece.kind);
  using enum EvidenceKind;
  EXPECT_EQ(kinds, (std::vector{prior, name, birth_date, nationality, sex, document}));
}

TEST_F(PersonSearchTest, UnknownFactsGiveNone) {
  const Candidate found = candidate(named("Nadir Zarbofanov"), "z-1");
  ASSERT_EQ(found.evidence.size(), 2u);
  EXPECT_EQ(found.evidence[1].kind, EvidenceKind::name);
}

TEST_F(PersonSearchTest, TheListedSpellingThatAgreesBestIsNamed) {
  EXPECT_EQ(candidate(named("Nadir Zarbofanov"), "z-1").name, "Nadir Zarbofanov");
  EXPECT_EQ(candidate(named("Нодир Зарбофонов"), "z-1").name, "Нодир Зарбофонов");
}

TEST_F(PersonSearchTest, TheBestOfTheTravellersSpellingsCounts) {
  Traveller traveller = named("Elzara Kumushoy");
  traveller.names.push_back({"ZARBOFANOV", "NADIR", false});
  EXPECT_EQ(candidate(traveller, "z-1").weight_mn,
            candidate(named("Nadir Zarbofanov"), "z-1").weight_mn);
  EXPECT_EQ(std::ranges::count(ids(screen(traveller)), "zala/z-1"), 1);
}

TEST_F(PersonSearchTest, AWeakAliasIsFoundAndSaysLess) {
  const Candidate found = candidate(named("Keleg"), "z-1");
  EXPECT_EQ(found.name, "Keleg");
  EXPECT_NE(find_evidence(found, EvidenceKind::name)->text.find("weak alias"), std::string::npos);
}

TEST_F(PersonSearchTest, ATruncatedNameFindsTheWholeOne) {
  Traveller traveller;
  traveller.names.push_back({"QOSHQARBEK", "TEMIRLAN", true});
  EXPECT_EQ(ids(screen(traveller, {})), std::vector<std::string>{"zala/z-4"});
}

TEST_F(PersonSearchTest, AgreeingFactsPutOneOfTwoNamesakesFirst) {
  const auto first = [&](const char* birth_date) {
    return ids(screen(described("Zarbofanov", birth_date, "TJK"))).at(0);
  };
  EXPECT_EQ(first("1971-03-02"), "zala/z-1");
  EXPECT_EQ(first("1975-05-09"), "zala/z-2");
}

TEST_F(PersonSearchTest, TheListsOwnHandlingTextIsGiven) {
  const Candidate found = candidate(named("Nadir Zarbofanov"), "z-1");
  EXPECT_EQ(found.handling, "call the duty officer");
  EXPECT_EQ(found.category, "smuggling");
  EXPECT_EQ(found.list, "zala");
}

TEST_F(PersonSearchTest, WhereTheListHasNoneTheGeneralHandlingTextIsGiven) {
  const std::string handling = candidate(named("Behruz Zarbofanov"), "z-2").handling;
  EXPECT_NE(handling.find("Unconfirmed"), std::string::npos);
  EXPECT_NE(handling.find("contact the owner of the entry"), std::string::npos);
}

TEST_F(PersonSearchTest, ADocumentLeadsToAnEntryOfAnotherName) {
  const Candidate found =
      candidate(with_document(named("Elzara Kumushoy"), "K90412877", "IRN"), "z-3");
  ASSERT_NE(find_evidence(found, EvidenceKind::document), nullptr);
  EXPECT_EQ(find_evidence(found, EvidenceKind::document)->text, "exact number, same issuer");
  EXPECT_EQ(find_evidence(found, EvidenceKind::name), nullptr);
  EXPECT_EQ(found.name, "گلبهار شبنم‌پور");
}

// Somebody who uses a document under a name that happens to resemble the listed one a little must
// not come off better than under one that does not resemble it at all.
TEST_F(PersonSearchTest, ANameThatDisagreesDoesNotOutweighTheDocument) {
  const auto weight = [&](const char* name) {
    return candidate(with_document(named(name), "AB7001122", "TJK"), "z-1").weight_mn;
  };
  const std::int32_t unlike = weight("Elzara Kumushoy");
  for (const char* alike :
       {"Nadir Kumushoy", "Nadr Golbahar Elzaroy Kumush Sutkeldi", "Zarbo Elzara Kumush"}) {
    EXPECT_GE(weight(alike), unlike) << alike;
  }
  EXPECT_GT(weight("Nadir Zarbofanov"), unlike);
}

TEST_F(PersonSearchTest, ConfusableDocumentsSayLessThanExactOnes) {
  const auto weight = [&](const char* number) {
    const Candidate found =
        candidate(with_document(named("Elzara Kumushoy"), number, "KAZ"), "z-4");
    const Evidence* evidence = find_evidence(found, EvidenceKind::document);
    return evidence == nullptr ? 0 : evidence->weight_mn;
  };
  EXPECT_GT(weight("N5550O12"), weight("N5550012"));
  EXPECT_GT(weight("N5550012"), 0);
}

TEST_F(PersonSearchTest, TheBestOfSeveralDocumentsCountsOnce) {
  Traveller traveller = with_document(named("Elzara Kumushoy"), "N5550012", "KAZ");
  traveller = with_document(traveller, "N5550O12", "KAZ");
  const Candidate found = candidate(traveller, "z-4");
  EXPECT_EQ(std::ranges::count(found.evidence, EvidenceKind::document, &Evidence::kind), 1);
  EXPECT_EQ(find_evidence(found, EvidenceKind::document)->text, "exact number, same issuer");
}

TEST_F(PersonSearchTest, ASovietPassportMayBePresentedAsRussian) {
  const Candidate found =
      candidate(with_document(named("Elzara Kumushoy"), "SU445566", "RUS"), "z-5");
  EXPECT_EQ(find_evidence(found, EvidenceKind::document)->text, "exact number, related issuers");
}

TEST(PersonSearchOptions, TopAndMinimumScoreCutTheSameList) {
  constexpr std::uint32_t kSeed = 7;
  SCOPED_TRACE(testing::Message() << "seed " << kSeed);
  MadeUpNames names(kSeed);
  const MadeUpList list = make_up_list(300, names);
  const Screener screener = open_lists({list.file});
  for (const Traveller& traveller : make_up_travellers(50, list, names)) {
    const auto all = screener.screen(traveller, all_candidates());
    expect_best_first(all);
    expect_evidence_adds_up(all);
    ScreeningOptions options = all_candidates();
    options.top = 3;
    auto expected = ids(all);
    expected.resize(std::min<std::size_t>(expected.size(), 3));
    EXPECT_EQ(ids(screener.screen(traveller, options)), expected) << traveller.names[0].full();

    options = all_candidates();
    options.min_score_bp = 2000;
    const auto likely = std::ranges::count_if(
        all.candidates, [](const Candidate& candidate) { return candidate.score_bp >= 2000; });
    expected = ids(all);
    expected.resize(static_cast<std::size_t>(likely));
    EXPECT_EQ(ids(screener.screen(traveller, options)), expected) << traveller.names[0].full();
  }
}

TEST(PersonSearchOptions, EqualCandidatesComeInTheOrderOfTheList) {
  const Screener screener = open_lists(
      {{"twins.csv", "id,name\nb,Nadir Zarbofanov\na,Nadir Zarbofanov\nc,Nadir Zarbofanov\n"}});
  EXPECT_EQ(ids(screener.screen(named("Nadir Zarbofanov"))),
            (std::vector<std::string>{"twins/b", "twins/a", "twins/c"}));
}

}  // namespace
}  // namespace darvaza::screening
