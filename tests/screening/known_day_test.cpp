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

  lists::TestDirectory directory_;
};

TEST_F(KnownDay, IsThatOnWhichTheIndexWasWritten) {
  const auto day = [](int days) { return records::local_day(std::time(nullptr) + days * 86'400); };
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

}  // namespace
}  // namespace darvaza
