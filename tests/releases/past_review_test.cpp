#include "releases/past_review.h"

#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

constexpr PartialDate kToday{2026, 9, 21};

PastReview late(const std::vector<std::string_view>& lines) { return value_of(past_review(lines, kToday)); }

TEST(PastReview, CountsRecordsWhoseReviewDateIsOverByOwner) {
  const PastReview past = late({
      "lost-document\tnumber=C1\tstatus=lost\treview=2026-01-31\treporter=TJK",
      "person\tid=1\tname=Some Person\towner=UZB\treview=2026-09-20",
      "person\tid=2\tname=Some Person\towner=UZB\treview=2026-09-21",
      "person\tid=3\tname=Some Person\treview=2025-12-01",
      "person\tid=4\tname=Some Person\towner=UZB",
  });
  EXPECT_EQ(past.persons, 2u);
  EXPECT_EQ(past.lost_documents, 1u);
  EXPECT_EQ(past.oldest, (PartialDate{2025, 12, 1}));
  EXPECT_EQ(past.by_owner, (std::map<std::string, std::uint64_t>{{"", 1}, {"TJK", 1}, {"UZB", 1}}));
}

TEST(PastReview, ADateKnownInPartEndsWithItsLastDay) {
  EXPECT_EQ(late({"person\tid=1\tname=Some Person\treview=2026"}).total(), 0u);
  EXPECT_EQ(late({"person\tid=1\tname=Some Person\treview=2026-09"}).total(), 0u);
  EXPECT_EQ(late({"person\tid=1\tname=Some Person\treview=2026-08"}).total(), 1u);
  EXPECT_EQ(late({"person\tid=1\tname=Some Person\treview=2025"}).total(), 1u);
}

TEST(PastReview, DaysAreThoseOfUtc) {
  EXPECT_EQ(day_of(0), (PartialDate{1970, 1, 1}));
  EXPECT_EQ(day_of(951'782'399), (PartialDate{2000, 2, 28}));
  EXPECT_EQ(day_of(951'782'400), (PartialDate{2000, 2, 29}));
}

class LateReviewTest : public ReleaseTest {
 protected:
  /// Release 1 with one person whose review was due 21 days before kNow (2026-09-21).
  Result<PublishReport> publish_late(std::optional<int> grace_days) {
    PublishRequest next = request(kNow);
    next.sources = {directory_.write("persons.csv", "id,name,owner,review_date\n1,Some Person,UZB,2026-08-31\n2,Other Person,UZB,2027-01-01\n")};
    next.review_grace_days = grace_days;
    return publish_release(published(), next);
  }
};

TEST_F(LateReviewTest, APublisherIsToldAndRefusedOnlyAfterTheGrace) {
  make_root();
  const auto refused = publish_late(20);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(breaks(refused.error(), rule::kReview)) << to_string(refused.error());
  EXPECT_FALSE(std::filesystem::exists(published() / "timestamp")) << "what was refused was published";
  const auto told = publish_late(21);
  ASSERT_TRUE(told) << to_string(told.error());
  EXPECT_EQ(told->past_review.total(), 1u);
  const auto unminded = publish_late(std::nullopt);
  ASSERT_TRUE(unminded) << to_string(unminded.error());
  EXPECT_EQ(unminded->past_review.total(), 1u);
}

}  // namespace
}  // namespace darvaza::releases
