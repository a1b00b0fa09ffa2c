#include "releases/list_changes.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::releases {
namespace {

using Lines = std::vector<std::string_view>;

TEST(ListChanges, SayWhatWasAddedRemovedAndChangedAndWhichField) {
  const Lines before{"person\tid=a\tname=Ann\tborn=1970", "person\tid=b\tname=Bob",
                     "person\tid=c\tname=Cid"};
  const Lines after{"person\tid=a\tname=Ann\tweak=Annie\tborn=1971", "person\tid=c\tname=Cid",
                    "person\tid=d\tname=Dan"};
  const ListChanges changes = list_changes(before, after);
  EXPECT_EQ(changes.added, 1U);
  EXPECT_EQ(changes.removed, 1U);
  EXPECT_EQ(changes.changed, 1U);
  ASSERT_EQ(changes.records.size(), 3U);
  EXPECT_EQ(changes.records[0].id, "a");
  ASSERT_EQ(changes.records[0].fields.size(), 2U);
  EXPECT_EQ(changes.records[0].fields[0].field, "born");
  EXPECT_EQ(changes.records[0].fields[0].removed, std::vector<std::string>{"1970"});
  EXPECT_EQ(changes.records[0].fields[0].added, std::vector<std::string>{"1971"});
  EXPECT_EQ(changes.records[0].fields[1].field, "weak");
  EXPECT_EQ(changes.records[1].id, "b");
  EXPECT_EQ(changes.records[1].kind, RecordChange::Kind::removed);
  EXPECT_EQ(changes.records[2].title, "Dan");
}
TEST(ListChanges, ADocumentIsToldWithItsTypeAndState) {
  const ListChanges changes = list_changes(
      Lines{"person\tid=a\tname=Ann\tdocument=X1\tdocument-type=P"},
      Lines{"person\tid=a\tname=Ann\tdocument=X1\tdocument-type=V\tdocument-issuer=UTO"});
  ASSERT_EQ(changes.records.size(), 1U);
  EXPECT_EQ(changes.records[0].fields[0].removed, std::vector<std::string>{"X1 (P)"});
  EXPECT_EQ(changes.records[0].fields[0].added, std::vector<std::string>{"X1 (V) (UTO)"});
}
TEST(ListChanges, AMoveToAnotherListIsAChange) {
  const ListChanges changes = list_changes(Lines{"person\tid=a\tname=Ann\tlist=ofac-sdn"},
                                           Lines{"person\tid=a\tname=Ann\tlist=ofac-cons"});
  ASSERT_EQ(changes.changed, 1U);
  EXPECT_EQ(changes.records[0].fields[0].field, "list");
  EXPECT_EQ(changes.records[0].fields[0].removed, std::vector<std::string>{"ofac-sdn"});
}
TEST(ListChanges, FieldsAndDatesAreToldInWords) {
  EXPECT_EQ(field_in_words("born"), "date of birth");
  EXPECT_EQ(field_in_words("nationality"), "nationality");
  EXPECT_EQ(value_in_words("born", "~1960/1962-05"), "circa 1960 to 1962-05");
  EXPECT_EQ(value_in_words("place", "~A/B"), "~A/B");
}
TEST(ListChanges, WhoeverIsNewOrGoneIsToldWithThreeFactsAtMost) {
  const ListChanges changes = list_changes(
      Lines{}, Lines{"person\tid=a\tname=Ann\tborn=~1970\tsex=F\tnationality=UTO\tdocument=X1\tdocument=X2"});
  EXPECT_EQ(changes.records[0].facts, "born circa 1970, UTO, X1");
}
TEST(ListChanges, AnotherOrderIsAChange) {
  const ListChanges changes = list_changes(Lines{"person\tid=a\tname=Ann\tborn=1970\tborn=1971"},
                                           Lines{"person\tid=a\tname=Ann\tborn=1971\tborn=1970"});
  ASSERT_EQ(changes.changed, 1U);
  EXPECT_TRUE(changes.records[0].fields[0].reordered);
}

}  // namespace
}  // namespace darvaza::releases
