// What names say, and in which words.
#include "scoring/name_evidence.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

constexpr names::Millinats kRarity = 6000;

std::vector<names::WeighedToken> weighed(const names::PersonName& name) {
  std::vector<names::WeighedToken> tokens;
  for (const names::Token& token : name.tokens) {
    tokens.push_back({&token.sounds, token.role, token.cut, kRarity});
  }
  return tokens;
}

/// Two names, aligned; every token is equally rare.
struct Aligned {
  Aligned(std::string_view asked_name, std::string_view listed_name)
      : asked(names::parse_name(asked_name)), listed(names::parse_name(listed_name)) {
    names::align_names(weighed(asked), weighed(listed), alignment);
  }
  Evidence explain(NameGrade grade = NameGrade::primary) const {
    return explain_name(alignment, grade, asked.tokens, listed.tokens);
  }

  names::PersonName asked, listed;
  names::NameAlignment alignment;
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The sum of all signed numbers in an explanation, in millinats, and how many there are.
struct Sum {
  double millinats = 0;
  int terms = 0;
};
Sum sum_of_numbers(const std::string& text) {
  Sum sum;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const bool is_signed =
        (text[at] == '+' || text[at] == '-') && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (!is_signed) continue;
    sum.millinats += std::strtod(text.c_str() + at, nullptr) * 1000;
    ++sum.terms;
  }
  return sum;
}

TEST(NameEvidence, WeighsTheWholeAlignment) {
  const Aligned names("Nadir Zarbofanov", "Nodir Zarbofon");
  EXPECT_EQ(weigh_name(names.alignment, NameGrade::primary), names.alignment.total);
  EXPECT_EQ(weigh_name(names.alignment, NameGrade::strong), names.alignment.total);
}

TEST(NameEvidence, AWeakAliasSaysLessBySoMuchAsItsExplanationStates) {
  const Aligned names("Nadir Zarbofanov", "Nadir Zarbofanov");
  const std::int32_t less = names.alignment.total - weigh_name(names.alignment, NameGrade::weak);
  EXPECT_GT(less, 0);
  const Evidence weak = names.explain(NameGrade::weak);
  const auto at = weak.text.find("weak alias ");
  ASSERT_NE(at, std::string::npos) << weak.text;
  EXPECT_EQ(std::strtod(weak.text.c_str() + at + 11, nullptr) * 1000, -less);
  EXPECT_FALSE(contains(names.explain(NameGrade::primary).text, "weak"));
  EXPECT_FALSE(contains(names.explain(NameGrade::strong).text, "weak"));
}

TEST(NameEvidence, WeighsAsMuchWithItsExplanationAsWithout) {
  for (const NameGrade grade : {NameGrade::primary, NameGrade::strong, NameGrade::weak}) {
    for (const char* listed : {"Zarbofanov Nadir", "Нодир Зарбофонов", "Haji Golbahar", "نادر"}) {
      const Aligned names("Nadir Zarbofanov", listed);
      EXPECT_EQ(names.explain(grade).weight_mn, weigh_name(names.alignment, grade)) << listed;
      EXPECT_EQ(names.explain(grade).kind, EvidenceKind::name);
    }
  }
}

TEST(NameEvidence, NamesATokenOnceWhereBothSidesWriteItAlike) {
  EXPECT_EQ(Aligned("Nadir", "NADIR").explain().text, "nadir +6.0");
}

TEST(NameEvidence, NamesBothSpellingsAndBothReadingsWhereTheyDiffer) {
  const std::string text = Aligned("Zarbofanov", "Зарбофонов").explain().text;
  EXPECT_TRUE(contains(text, "zarbofanov ~ зарбофонов (zarbofanov/zarbofonov, difference "))
      << text;
}

TEST(NameEvidence, KeepsTravellerAndListApart) {
  const std::string text = Aligned("Зарбофонов", "Zarbofanov").explain().text;
  EXPECT_TRUE(contains(text, "зарбофонов ~ zarbofanov (zarbofonov/zarbofanov, ")) << text;
}

TEST(NameEvidence, NamesWhatOnlyOneSideHas) {
  const std::string text = Aligned("Nadir Zarbofanov", "Zarbofanov Behruz").explain().text;
  EXPECT_TRUE(contains(text, "only the traveller: nadir")) << text;
  EXPECT_TRUE(contains(text, "only the list: behruz")) << text;
  EXPECT_TRUE(contains(text, "left over -")) << text;
}

TEST(NameEvidence, IsSilentAboutLeftOversWhereNothingIsLeft) {
  const std::string text = Aligned("Nadir Zarbofanov", "Zarbofanov Nadir").explain().text;
  EXPECT_FALSE(contains(text, "only")) << text;
  EXPECT_FALSE(contains(text, "left over")) << text;
}

TEST(NameEvidence, ShowsCompoundsAsTheTokensThatMetOne) {
  const std::string text = Aligned("Nur Zarbof", "Nurzarbof").explain().text;
  EXPECT_TRUE(contains(text, "nur zarbof ~ nurzarbof")) << text;
}

// P4: the reasons add up. Each term is rounded to a tenth of a nat, so they may miss by half of
// one.
TEST(NameEvidence, TheTermsOfTheExplanationAddUpToItsWeight) {
  struct Pair {
    const char *asked, *listed;
  };
  for (const Pair& pair :
       {Pair{"Nadir Zarbofanov", "Нодир Зарбофонов"}, Pair{"نادر زرباف", "Nader Zarbaf Behruz"},
        Pair{"Haji Nadir Golbahar", "Nadir Zarbofanov"},
        Pair{"N. Zarbofanov", "Nadir Zarbofanov"}}) {
    for (const NameGrade grade : {NameGrade::primary, NameGrade::weak}) {
      const Evidence evidence = Aligned(pair.asked, pair.listed).explain(grade);
      const Sum sum = sum_of_numbers(evidence.text);
      EXPECT_GT(sum.terms, 0);
      EXPECT_NEAR(sum.millinats, evidence.weight_mn, 50 * sum.terms) << evidence.text;
    }
  }
}

TEST(NameEvidence, NamesThatShareNothingAreExplainedToo) {
  const Evidence evidence = Aligned("Nadir", "Golbahar").explain();
  EXPECT_LT(evidence.weight_mn, 0);
  EXPECT_TRUE(contains(evidence.text, "only the traveller: nadir")) << evidence.text;
  EXPECT_TRUE(contains(evidence.text, "only the list: golbahar")) << evidence.text;
}

}  // namespace
}  // namespace darvaza::scoring
