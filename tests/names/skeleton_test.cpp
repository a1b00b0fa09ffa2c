#include "names/skeleton.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "romanize/romanize.h"
#include "text/normalise.h"

namespace darvaza::names {
namespace {

using Keys = std::vector<std::uint32_t>;

romanize::Sounds sounds(std::string_view word) { return romanize::romanize(text::normalise(word).text); }

Keys keys(std::string_view word) {
  Keys out;
  skeleton_keys(sounds(word), out);
  return out;
}

Keys probes(std::string_view word) {
  Keys out;
  skeleton_probes(sounds(word), out);
  return out;
}

bool meet(const Keys& a, const Keys& b) {
  Keys common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return !common.empty();
}

bool finds(std::string_view query, std::string_view listed) { return meet(probes(query), keys(listed)); }
bool find_each_other(std::string_view a, std::string_view b) { return finds(a, b) && finds(b, a); }

TEST(Skeleton, KeysAreSortedAndEachStandsOnce) {
  for (const char* word : {"nader", "jalaluddin", "xxcjxcj", "bababab"}) {
    const Keys found = keys(word);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end())) << word;
    EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end()) << word;
    const Keys asked = probes(word);
    EXPECT_TRUE(std::is_sorted(asked.begin(), asked.end())) << word;
    EXPECT_EQ(std::adjacent_find(asked.begin(), asked.end()), asked.end()) << word;
  }
}

TEST(Skeleton, EveryTokenHasAKeyEvenWithoutAConsonant) {
  for (const char* word : {"oy", "aya", "علی", "i"}) EXPECT_FALSE(keys(word).empty()) << word;
}

TEST(Skeleton, AHostileTokenHasABoundedNumberOfKeys) {
  romanize::Sounds token;
  for (std::size_t i = 0; i < romanize::Sounds::kCapacity; ++i) {
    token.push_back(i % 2 == 0 ? romanize::Sound::c_any : romanize::Sound::x_any);
  }
  Keys found;
  skeleton_keys(token, found);
  EXPECT_LE(found.size(), kMostReadings * (2 * romanize::Sounds::kCapacity + 1));
  skeleton_probes(token, found);
  EXPECT_LE(found.size(), kMostReadings * (3 * romanize::Sounds::kCapacity + 2));
}

// One row a habit of spelling in the region.
TEST(Skeleton, SpellingsOfOneNameMeet) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"nader", "nadir"},       {"muhammad", "mohammed"}, {"muhammad", "محمد"},
      {"muhammad", "мухаммад"}, {"qadir", "kader"},       {"khalid", "xalid"},
      {"khalid", "halid"},      {"jamal", "dzhamal"},     {"jamal", "camal"},
      {"yusuf", "iosif"},       {"sharif", "şerif"},      {"sharif", "cherif"},
      {"zahir", "ظاهر"},        {"usman", "osmon"},       {"usman", "عثمان"},
      {"gulnora", "gulnara"},   {"rahimov", "rahimova"},  {"rahimov", "raximov"},
      {"wali", "vali"},         {"vahid", "واحد"},        {"ghulam", "gulam"},
      {"farhod", "farhad"},     {"ibrahim", "ibragim"},  {"renault", "рено"},
      {"george", "жорж"},
  };
  for (const auto& [a, b] : kPairs) EXPECT_TRUE(find_each_other(a, b)) << a << " and " << b;
}

TEST(Skeleton, OneConsonantMoreLessOrOtherStillMeets) {
  EXPECT_TRUE(find_each_other("rustamov", "rusamov"));
  EXPECT_TRUE(find_each_other("rustamov", "rustalov"));
  EXPECT_TRUE(find_each_other("rustamov", "rusktamov"));
  EXPECT_TRUE(find_each_other("rustamov", "ustamov"));
  EXPECT_TRUE(find_each_other("rustamov", "rustamo"));
}

TEST(Skeleton, NeighboursThatChangePlacesStillMeet) {
  EXPECT_TRUE(find_each_other("rustamov", "surtamov"));
  EXPECT_TRUE(find_each_other("rustamov", "rustavom"));
}

// Leaving one class out of each at different places, as the keys once did, makes three times as many comparisons.
TEST(Skeleton, OneConsonantLessAndAnotherMoreDoNotMeet) {
  EXPECT_FALSE(finds("rustam", "ustamn"));
  EXPECT_FALSE(finds("karim", "rimal"));
  EXPECT_FALSE(finds("rimal", "karim"));
}

TEST(Skeleton, NamesWithNothingInCommonDoNotMeet) {
  EXPECT_FALSE(finds("rustamov", "gulbadan"));
  EXPECT_FALSE(finds("nader", "kamal"));
}

Keys beginning(std::string_view word) {
  Keys out;
  prefix_keys(sounds(word), out);
  return out;
}

TEST(Skeleton, ACutTokenMeetsTheWholeOne) {
  for (const char* cut : {"rustamo", "rustam", "rusta", "rust", "rus"}) {
    EXPECT_TRUE(meet(beginning(cut), beginning("rustamov"))) << cut;
  }
}

// A machine-readable name field may end after any letter (Doc 9303-4 §4.2.3).
TEST(Skeleton, ATokenCutAfterItsFirstConsonantStillMeetsTheWholeOne) {
  for (const char* cut : {"ru", "rus"})
    EXPECT_TRUE(meet(beginning(cut), beginning("rustamov"))) << cut;
  EXPECT_TRUE(meet(beginning("bek"), beginning("bektashov")));
  EXPECT_TRUE(meet(beginning("ka"), beginning("karimov")));
}

}  // namespace
}  // namespace darvaza::names
