// Names with a father behind words, listed or the traveller's: the search finds what scoring every name finds.
#include <algorithm>
#include <filesystem>
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
  out.insert(out.end(), {"گل دختر دروازی", "Guldukhtar Darwazi", "Gul Dukhtar Darwazi", "Darwazi Gul Dukhtar", "Sultan Walad Zarbofan", "سلطان ولد زربافان", "Zarbofan Sultanwalad", "Sherdil", "Gulrang", "زلمی ولد زلمی",
                         "Zalmay waladi Sher Dil", "Зальмай сын Шердила", "Гуль Ранг сын Надира Дарвази"});
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

TEST(FathersBehindWords, ANameOfTwoReadingsIsShownAsListedAndKeptOnce) {
  const TestDirectory directory;
  const std::vector<std::filesystem::path> list{directory.write("zala.csv", "id,name\na-1,گل دختر دروازی\n")}, index{directory / "i.dvz"};
  ASSERT_TRUE(build_index(list, index[0]).has_value());
  ASSERT_TRUE(compact_indexes(index, directory / "compacted.dvz").has_value());
  EXPECT_EQ(read_bytes(index[0]).size(), read_bytes(directory / "compacted.dvz").size());
  const Screener screener = Screener::open(directory / "compacted.dvz").value();
  for (const bool exhaustive : {false, true}) {
    ScreeningOptions options = all_candidates();
    options.exhaustive = exhaustive;
    const ScreeningResult answer = screener.screen(named("Guldukhtar Darwazi"), options);
    ASSERT_EQ(answer.candidates.size(), 1u);
    EXPECT_EQ(answer.candidates[0].name, "گل دختر دروازی");
    const Evidence* evidence = find_evidence(answer.candidates[0], EvidenceKind::name);
    ASSERT_NE(evidence, nullptr);
    EXPECT_NE(evidence->text.find("guldukhtar ~ گل دختر"), std::string::npos) << evidence->text;
  }
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
