#include "eval/perturb/variation.h"

#include <set>

#include <gtest/gtest.h>

#include "eval/perturb/vary.h"
#include "romanize/orthography.h"

namespace darvaza::perturb {
namespace {

std::vector<std::string> chosen(std::vector<std::string> asked) {
  std::vector<std::string> ids;
  const auto variations = choose_variations(asked);
  if (!variations) return {variations.error().message};
  for (const Variation& variation : *variations) ids.push_back(variation.id);
  return ids;
}

TEST(Variations, HaveIdsOfTheirOwn) {
  std::set<std::string> ids;
  for (const Variation& variation : variations())
    EXPECT_TRUE(ids.insert(variation.id).second) << variation.id;
}

TEST(Variations, HaveARomanisationForEveryPublishedSystem) {
  const auto romanisations = chosen({"romanise"});
  EXPECT_EQ(romanisations.size(), romanize::orthographies().size());
}

TEST(Variations, AreChosenByIdFamilyAndChain) {
  EXPECT_EQ(chosen({"words-joined", "ocr", "words-joined"}),
            (std::vector<std::string>{"ocr-latin", "ocr-cyrillic", "ocr-arabic", "ocr-zone",
                                      "words-joined"}));
  EXPECT_EQ(chosen({"words-initials+zone-td3"}),
            (std::vector<std::string>{"words-initials+zone-td3"}));
  EXPECT_EQ(chosen({"all"}).size(), variations().size());
}

TEST(Variations, AreNamedWhenUnknown) {
  const char* kUnknown =
      "no variation or family is called %; see darvaza eval perturb --list-kinds";
  for (const std::string word :
       {"typo", "ocr-", "", "words-initials+", "+", "words-initials+typo"}) {
    std::string expected = kUnknown;
    EXPECT_EQ(chosen({word}),
              (std::vector<std::string>{expected.replace(expected.find('%'), 1, word)}));
  }
}

TEST(Variations, OfAChainAreAppliedInOrder) {
  EXPECT_EQ(vary("words-surname-first+romanise-ru-icao-2014", "Юлия Хащова"), "Khashchova Iuliia");
  EXPECT_EQ(vary("romanise-ru-icao-2014+typing-jcuken", "Юлия Хащова"), "- another script");
}

TEST(Variations, HoldForEmptyNames) {
  for (const Variation& variation : variations()) {
    Random random(7);
    const Varied varied = variation.apply(Subject{{}, 0, {}}, random);
    EXPECT_TRUE(variation.id == "unchanged" || !varied) << variation.id;
  }
}

}  // namespace
}  // namespace darvaza::perturb
