// Names with a father behind words, listed or the traveller's: the search finds what scoring every name finds.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

struct Spelt {
  const char* latin;
  const char* arabic;
};
constexpr Spelt kBearers[] = {{"Zalmay", "زلمی"}, {"Gul Rang", "گل رنگ"}, {"Nasir Darwazi", "ناصر دروازی"}, {"Muhammad Toryalai Zarbofan", "محمد توریالی زربافان"}};
constexpr Spelt kFathers[] = {{"Sher Dil", "شیر دل"}, {"Abdul Ghafoor", "عبدالغفور"}, {"Haji Juma Khan", "حاجی جمعه خان"}, {"Zalmay", "زلمی"}, {"Nasir Darwazi", "ناصر دروازی"}};

std::vector<std::string> spellings() {
  std::vector<std::string> out;
  for (const Spelt& bearer : kBearers) {
    out.emplace_back(bearer.latin);
    for (const Spelt& father : kFathers) {
      out.push_back(fmt::format("{} s/o {}", bearer.latin, father.latin));
      out.push_back(fmt::format("{} {}", bearer.latin, father.latin));
      out.push_back(fmt::format("{} ولد {}", bearer.arabic, father.arabic));
    }
  }
  return out;
}

TEST(FathersBehindWords, AreFoundAsByScoringEveryName) {
  ListFile list{"zala.csv", "id,name\n"};
  const std::vector<std::string> names = spellings();
  for (std::size_t i = 0; i < names.size(); ++i) list.content += fmt::format("n-{},{}\n", i, names[i]);
  const Screener screener = open_lists({list});
  ScreeningOptions options = all_candidates();
  options.min_score_bp = 2000;
  options.top = names.size();
  ScreeningOptions exhaustive = options;
  exhaustive.exhaustive = true;
  for (const std::string& name : names) EXPECT_EQ(ids(screener.screen(named(name), options)), ids(screener.screen(named(name), exhaustive))) << name;
}

TEST(FathersBehindWords, MeetTheFatherWhoIsStatedBeside) {
  const Screener screener = open_lists({{"zala.csv", "id,name\na-1,Nasir Darwazi s/o Sher Dil\n"}});
  Traveller traveller = named("Nasir Darwazi");
  traveller.father_name = "Шер Дил";
  const ScreeningResult answer = screener.screen(traveller, all_candidates());
  ASSERT_EQ(answer.candidates.size(), 1u);
  const Evidence* evidence = find_evidence(answer.candidates[0], EvidenceKind::father_name);
  ASSERT_NE(evidence, nullptr);
  EXPECT_GT(evidence->weight_mn, 0);
}

}  // namespace
}  // namespace darvaza::screening
