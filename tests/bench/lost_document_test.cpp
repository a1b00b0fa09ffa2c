// Generated lost documents, and the reference that the table's answers are compared with.
#include "generate/lost_document.h"

#include <algorithm>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "documents_table/reference.h"

namespace darvaza::generate {
namespace {

TEST(LostDocument, IsTheSameForTheSameSeedAndAnotherForAnother) {
  EXPECT_EQ(make_lost_document(1, 17).number, make_lost_document(1, 17).number);
  EXPECT_NE(make_lost_document(1, 17).number, make_lost_document(2, 17).number);
  EXPECT_NE(make_lost_document(1, 17).number, make_lost_document(1, 18).number);
}

TEST(LostDocument, HasEveryStatusAndRunsThatDoNotDescend) {
  std::set<DocumentStatus> statuses;
  for (std::uint64_t i = 0; i < 30'000; ++i) {
    const LostDocument document = make_lost_document(1, i);
    statuses.insert(document.status);
    EXPECT_TRUE(is_valid(document.reported)) << i;
    EXPECT_LE(document.lost, document.reported) << i;
    if (document.range_end.empty()) continue;
    EXPECT_EQ(document.status, DocumentStatus::stolen_blank);
    EXPECT_EQ(document.range_end.size(), document.number.size());
    EXPECT_LT(document.number, document.range_end);
  }
  EXPECT_EQ(statuses.size(), 5u);
}

TEST(LostDocument, MisreadNumbersDifferInOneOrTwoCharacters) {
  Random random(5);
  int changed = 0;
  for (int i = 0; i < 1'000; ++i) {
    const std::string number = make_lost_document(1, static_cast<std::uint64_t>(i)).number,
                      read = misread(number, random);
    ASSERT_EQ(read.size(), number.size());
    int differences = 0;
    for (std::size_t at = 0; at < read.size(); ++at) differences += read[at] != number[at];
    EXPECT_LE(differences, 2);
    changed += differences != 0;
  }
  EXPECT_GT(changed, 900);
}

TEST(DocumentsReference, FindsWhatIsListedHoweverMisread) {
  constexpr std::uint64_t kDocuments = 20'000;
  const bench::Reference reference(1, kDocuments);
  Random random(6);
  int confusable = 0, in_run = 0;
  for (std::uint64_t i = 0; i < kDocuments; ++i) {
    const LostDocument document = make_lost_document(1, i);
    const auto match_of = [&](const std::string& number) -> std::optional<DocumentMatch> {
      for (const bench::Expected& one : reference.find(number)) {
        if (one.document == i) return one.match;
      }
      return std::nullopt;
    };
    EXPECT_EQ(match_of(document.number),
              document.range_end.empty() ? DocumentMatch::exact : DocumentMatch::range)
        << document.number;
    in_run += !document.range_end.empty();
    const std::string read = misread(document.number, random);
    if (read == document.number || !document.range_end.empty()) continue;
    EXPECT_EQ(match_of(read), DocumentMatch::confusable) << document.number << ' ' << read;
    ++confusable;
  }
  EXPECT_GT(confusable, 15'000);
  EXPECT_GT(in_run, 0);
  EXPECT_TRUE(reference.find("NOTHING").empty());
}

}  // namespace
}  // namespace darvaza::generate
