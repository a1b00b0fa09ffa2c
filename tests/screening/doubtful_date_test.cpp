#include "screening/doubtful_date.h"

#include <numeric>

#include <gtest/gtest.h>

#include "darvaza/mrz.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr const char* kPersons =
    "id,name,birth_date\n"
    "z-1,Nodir Zarbofanov,1985-03-17\n"
    "z-2,Nodir Zarbofanov,1961-11-02\n"
    "z-3,Nodir Zarbofanov,\n"
    "z-4,Temirlan Sutkeldi,1985-03-17\n";

std::int32_t sum(const Candidate& candidate) {
  return std::accumulate(candidate.evidence.begin(), candidate.evidence.end(), 0,
                         [](std::int32_t total, const Evidence& piece) { return total + piece.weight_mn; });
}

const Candidate* find(const ScreeningResult& answer, std::string_view id) {
  for (const Candidate& candidate : answer.candidates) {
    if (candidate.id == id) return &candidate;
  }
  return nullptr;
}

std::int32_t date_weight(const ScreeningResult& answer, std::string_view id) {
  const Candidate* candidate = find(answer, id);
  const Evidence* evidence = candidate == nullptr ? nullptr : find_evidence(*candidate, EvidenceKind::birth_date);
  return evidence == nullptr ? 0 : evidence->weight_mn;
}

Traveller traveller(bool doubtful) {
  Traveller asked = described("Nodir Zarbofanov", "1985-03-17", "");
  asked.birth_date_doubtful = doubtful;
  return asked;
}

TEST(DoubtfulDate, ContradictsLessAndAgreesAsEver) {
  const Screener screener = open_lists({{"zala.csv", kPersons}});
  const ScreeningResult sure = screener.screen(traveller(false), all_candidates());
  const ScreeningResult doubtful = screener.screen(traveller(true), all_candidates());
  EXPECT_EQ(date_weight(sure, "z-1"), 6000);
  EXPECT_EQ(date_weight(doubtful, "z-1"), 6000);
  EXPECT_EQ(date_weight(sure, "z-2"), -4500);
  EXPECT_EQ(date_weight(doubtful, "z-2"), kDoubtfulOtherDate);
  EXPECT_EQ(date_weight(doubtful, "z-3"), 0);
  EXPECT_EQ(ids(doubtful).front(), "zala/z-1");
  for (const Candidate& candidate : doubtful.candidates) EXPECT_EQ(sum(candidate), candidate.weight_mn);
}

TEST(DoubtfulDate, CutsAsEver) {
  const Screener screener = open_lists({{"zala.csv", kPersons}});
  ScreeningOptions options = all_candidates();
  const ScreeningResult all = screener.screen(traveller(true), options);
  for (options.top = 0; options.top <= all.candidates.size(); ++options.top) {
    const ScreeningResult cut = screener.screen(traveller(true), options);
    EXPECT_EQ(cut.decision, all.decision);
    ASSERT_EQ(cut.candidates.size(), options.top);
    for (std::size_t i = 0; i < options.top; ++i) EXPECT_EQ(cut.candidates[i].id, all.candidates[i].id);
  }
  options = {};
  options.min_score_bp = find(all, "z-2")->score_bp + 1;
  EXPECT_EQ(find(screener.screen(traveller(true), options), "z-2"), nullptr);
  options.min_score_bp -= 1;
  EXPECT_NE(find(screener.screen(traveller(true), options), "z-2"), nullptr);
}

TEST(DoubtfulDate, TheSearchFindsWhatScoringEveryNameFinds) {
  const Screener screener = open_lists({{"zala.csv", kPersons}});
  ScreeningOptions options = all_candidates();
  const std::string searched = to_json(screener.screen(traveller(true), options));
  options.exhaustive = true;
  EXPECT_EQ(searched, to_json(screener.screen(traveller(true), options)));
}

// The specimen's birth date beside a check digit that is not its own
TEST(DoubtfulDate, IsOneWhoseCheckDigitDoesNotHold) {
  const auto doubtful = [](const char* line2) {
    const auto zone = parse_mrz(std::string("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n") + line2);
    return to_traveller(*zone).birth_date_doubtful;
  };
  EXPECT_FALSE(doubtful("L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
  EXPECT_TRUE(doubtful("L898902C36UTO7408123F1204159ZE184226B<<<<<10"));
  EXPECT_FALSE(doubtful("L898902C36UTO74O8122F1204159ZE184226B<<<<<10"));  // repaired
}

}  // namespace
}  // namespace darvaza::screening
