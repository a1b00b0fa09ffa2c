// What day it is at least, by the files that are screened against.
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>

#include <gtest/gtest.h>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "lists/list_test_support.h"
#include "records/today.h"

namespace darvaza {
namespace {

namespace fs = std::filesystem;

class KnownDay : public testing::Test {
 protected:
  /// Of an index of these options, written so many days from now.
  PartialDate known_day(int days, const BuildOptions& options = {}) {
    const fs::path list = directory_.write("zala.csv", "id,name\n1,Oraz Bagtybeg\n"), index = directory_.path() / "x.dvz";
    EXPECT_TRUE(build_index(std::array{list}, index, options));
    fs::last_write_time(index, fs::file_time_type::clock::now() + std::chrono::hours(24 * days));
    const auto screener = Screener::open(index);
    EXPECT_TRUE(screener);
    return screener ? screener->known_day() : PartialDate{};
  }

  /// The one traveller is asked for by this post of an index that was written ten days from now, and knows somebody listed for `from_day` days from now on.
  ScreeningResult asked(const Post& post, int from_day, bool in_a_batch = false) {
    const fs::path list = directory_.write("term.csv", "id,name,valid_from\n1,Oraz Bagtybeg," + to_string(day(from_day)) + "\n");
    const fs::path index = directory_.path() / "term.dvz";
    EXPECT_TRUE(build_index(std::array{list}, index));
    fs::last_write_time(index, fs::file_time_type::clock::now() + std::chrono::hours(24 * 10));
    const auto screener = Screener::open(index);
    if (!screener) return {};
    const std::array travellers{[] {
      Traveller traveller;
      traveller.names = {{"Bagtybeg", "Oraz"}};
      return traveller;
    }()};
    ScreeningOptions options;
    options.post = post;
    if (!in_a_batch) return screener->screen(travellers[0], options);
    std::array<ScreeningResult, 1> answers;
    screener->screen_batch(travellers, options, 1, answers);
    return answers[0];
  }
  static PartialDate day(int days) { return records::local_day(std::time(nullptr) + days * 86'400); }
  static Post on(PartialDate today, bool by_clock) {
    Post post;
    post.today = today;
    post.today_by_clock = by_clock;
    return post;
  }

  lists::TestDirectory directory_;
};

TEST_F(KnownDay, IsThatOnWhichTheIndexWasWritten) {
  for (const int days : {-400, 0, 30}) EXPECT_EQ(known_day(days), day(days)) << days;
}

TEST_F(KnownDay, IsThatOfTheReleaseWhereItsFileIsOlder) {
  BuildOptions options;
  options.release = {"zala", 7, "2090-05-01T10:00:00Z", "2090-05-08T10:00:00Z"};
  EXPECT_EQ(known_day(0, options), (PartialDate{2090, 5, 1}));
  options.release->issued = "1405-02-11T10:00:00Z";
  EXPECT_EQ(known_day(0, options), records::local_day(std::time(nullptr))) << "a year of another calendar says nothing";
}

TEST_F(KnownDay, IsThatOfAListThatStatesItsOwn) {
  const fs::path index = directory_.path() / "un.dvz";
  ASSERT_TRUE(build_index(std::array{fs::path(DARVAZA_SOURCE_DIR) / "data-samples/lists/un.xml"}, index));
  fs::last_write_time(index, fs::file_time_type::clock::now() - std::chrono::hours(24 * 365 * 30));
  EXPECT_EQ(Screener::open(index)->known_day(), (PartialDate{2026, 1, 15})) << "as an index that was copied by a machine without a clock";
}

TEST_F(KnownDay, HidesNobodyWhereAClockSaidAnEarlierOne) {
  for (const bool in_a_batch : {false, true}) {
    const ScreeningResult by_clock = asked(on(day(0), true), 5, in_a_batch);
    EXPECT_EQ(by_clock.decision, Decision::hit);
    ASSERT_EQ(by_clock.problems.size(), 1U);
    EXPECT_EQ(by_clock.problems[0].where, "today");
    EXPECT_EQ(asked(on(day(0), true), 20, in_a_batch).decision, Decision::hit) << "how late it really is nobody knows";
    const ScreeningResult of_a_day = asked(on(day(0), false), 5, in_a_batch);
    EXPECT_EQ(of_a_day.decision, Decision::clear) << "somebody asks about a day of the past";
    EXPECT_TRUE(of_a_day.problems.empty());
  }
  EXPECT_EQ(asked(on(day(9), true), 10).decision, Decision::hit) << "days are of time zones";
  EXPECT_TRUE(asked(on(day(9), true), 10).problems.empty());
  EXPECT_EQ(asked(on(day(9), true), 20).decision, Decision::clear) << "a day that has not come by any clock";
}

TEST_F(KnownDay, IsPutIntoAPostOnceAndStaysThere) {
  const fs::path list = directory_.write("zala.csv", "id,name\n1,Oraz Bagtybeg\n"), index = directory_.path() / "x.dvz";
  ASSERT_TRUE(build_index(std::array{list}, index));
  const auto screener = Screener::open(index);
  ASSERT_TRUE(screener);
  const Post settled = screener->with_known_day(on(day(-3), true));
  EXPECT_EQ(settled.not_before, screener->known_day());
  EXPECT_FALSE(settled.today_by_clock) << "or a second screener would put its own in its place";
  Post stated = on(day(-3), false);
  stated.not_before = day(-2);
  EXPECT_EQ(screener->with_known_day(stated).not_before, day(-2)) << "as an audit log is replayed";
  stated.today_by_clock = true;
  stated.not_before = day(4);
  EXPECT_EQ(screener->with_known_day(stated).not_before, day(4)) << "whoever knows of a later day is not forgotten";
}

}  // namespace
}  // namespace darvaza
