#include "lookback/list_news.h"

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lookback {
namespace {

constexpr std::string_view kHeading = "id,name,birth_date,releasable_to,visibility,valid_from,valid_until\n";

/// "added 4" or "withdrawn 2", by the identifiers of entries.
std::vector<std::string> news_of(const std::string& older, const std::string& newer, const Post& before, const Post& after) {
  const lists::TestDirectory directory;
  const auto a = read_edition(std::array{directory.write("zala.csv", std::string(kHeading) + older)});
  std::filesystem::create_directory(directory.path() / "new");
  const auto b = read_edition(std::array{directory.write("new/zala.csv", std::string(kHeading) + newer)});
  EXPECT_TRUE(a && b);
  EXPECT_EQ(a->list, "zala");
  const ListNews news = list_news(*a, before, *b, after);
  const auto id_of = [](std::string_view line) { return std::string(line.substr(line.find("id=") + 3, 1)); };
  std::vector<std::string> words;
  for (const NewRecord& record : news.records) words.push_back(std::string(to_string(record.news)) + ' ' + id_of(record.line));
  for (const std::string_view line : news.withdrawn) words.push_back("withdrawn " + id_of(line));
  return words;
}

using Words = std::vector<std::string>;
constexpr Post kEverybody{};
const Post kUzbek{StateCode("UZB"), Line::second, {2026, 6, 1}};

TEST(ListNews, AddedAndChangedAreNewAndWhatIsGoneIsWithdrawn) {
  EXPECT_EQ(news_of("1,Same Person,,,,,\n2,Old Name,,,,,\n3,Gone Person,,,,,\n", "1,Same Person,,,,,\n2,New Name,,,,,\n4,Added Person,,,,,\n",
                    kEverybody, kEverybody),
            (Words{"changed 2", "added 4", "withdrawn 3"}));
}

TEST(ListNews, NothingIsNewBetweenAnEditionAndItself) {
  EXPECT_EQ(news_of("1,Same Person,,,,,\n", "1,Same Person,,,,,\n", kEverybody, kEverybody), Words{});
}

TEST(ListNews, WhatBecomesReleasableToThePostIsNewToIt) {
  EXPECT_EQ(news_of("1,Some Person,,KAZ,,,\n", "1,Some Person,,KAZ;UZB,,,\n", kUzbek, kUzbek), Words{"changed 1"});
  EXPECT_EQ(news_of("1,Some Person,,KAZ;UZB,,,\n", "1,Some Person,,KAZ,,,\n", kUzbek, kUzbek), Words{"withdrawn 1"});
  EXPECT_EQ(news_of("", "2,Hidden Person,,KAZ,,,\n", kUzbek, kUzbek), Words{}) << "an entry that the post may not see is no news";
}

TEST(ListNews, TheDayAloneMakesEntriesVisibleAndTakesThemAway) {
  Post before = kUzbek, after = kUzbek;
  before.today = {2026, 5, 31};
  const std::string same = "1,From Today,,,,2026-06-01,\n2,Until Yesterday,,,,,2026-05-31\n3,From Tomorrow,,,,2026-06-02,\n";
  EXPECT_EQ(news_of(same, same, before, after), (Words{"now visible 1", "withdrawn 2"}));
  EXPECT_EQ(news_of(same, same, after, after), Words{});
}

TEST(ListNews, TheFirstLineIsNotToldOfDiscreetEntries) {
  Post first = kUzbek;
  first.line = Line::first;
  EXPECT_EQ(news_of("", "1,Some Person,,,second,,\n2,Other Person,,,first,,\n", first, first), Words{"added 2"});
}

TEST(ListNews, SnapshotsOfReleasesAreReadAsTheyStand) {
  const lists::TestDirectory directory;
  const auto edition = read_edition(std::array{directory.write("snapshot", "darvaza-snapshot 1 un-sc\nperson\tid=1\tname=Some Person\n")});
  ASSERT_TRUE(edition) << to_string(edition.error());
  EXPECT_EQ(edition->list, "un-sc");
  ASSERT_EQ(edition->lines.size(), 1u);
  EXPECT_FALSE(read_edition(std::array{directory.write("broken", "darvaza-snapshot 1 un-sc\nperson\tid=1\tname=Some Person")}));
}

TEST(ListNews, FilesOfSeveralListsAreRefused) {
  const lists::TestDirectory directory;
  const auto edition =
      read_edition(std::array{directory.write("a.csv", "id,name\n1,Some Person\n"), directory.write("b.csv", "id,name\n1,Some Person\n")});
  ASSERT_FALSE(edition);
  EXPECT_NE(edition.error().message.find("2 lists"), std::string::npos);
}

}  // namespace
}  // namespace darvaza::lookback
