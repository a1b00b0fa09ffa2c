// Watchlist files in, one index file out.
#include "darvaza/build_index.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr std::string_view kZala =
    "id,name,birth_date\nz-1,Nadir Zarbofanov,1971-03-02\nz-2,Behruz Zarbofanov,\nz-3,???,\n";
constexpr std::string_view kTargets =
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers\n"
    "t-1,Person,Elzara Kumushoy,,,,,\n"
    "t-2,Company,Kumushoy Trading,,,,,\n"
    "t-3,Vessel,Zarbofan,,,,,\n";
/// Quotation marks that never close: nobody can say where records end.
constexpr std::string_view kBroken = "id,name\nz-1,\"Nadir Zarbofanov\nz-2,Behruz\n";

class BuildIndexTest : public testing::Test {
 protected:
  using Paths = std::vector<std::filesystem::path>;
  Result<BuildReport> build(const Paths& sources, std::string_view output = "index") const {
    return build_index(sources, directory_ / output);
  }
  std::filesystem::path write(std::string_view name, std::string_view content) const {
    return directory_.write(name, content);
  }
  std::string index_bytes(std::string_view name = "index") const {
    return read_bytes(directory_ / name);
  }

  TestDirectory directory_;
};

TEST_F(BuildIndexTest, ReportsWhatEverySourceHeld) {
  const auto report = build({write("zala.csv", kZala), write("targets.csv", kTargets)});
  ASSERT_TRUE(report.has_value()) << to_string(report.error());
  ASSERT_EQ(report->sources.size(), 2u);
  EXPECT_EQ(report->sources[0].list, "zala");
  EXPECT_EQ(report->sources[0].entries, 3u);
  EXPECT_EQ(report->sources[0].names, 3u);
  EXPECT_EQ(report->index_bytes, index_bytes().size());
}

TEST_F(BuildIndexTest, CountsWhoIsNoPerson) {
  const auto report = build({write("targets.csv", kTargets)});
  ASSERT_TRUE(report.has_value()) << to_string(report.error());
  EXPECT_EQ(report->sources[0].entries, 1u);
  EXPECT_EQ(report->sources[0].not_persons, 2u);
  EXPECT_EQ(Screener::open(directory_ / "index")->describe().entries, 1u);
}

TEST_F(BuildIndexTest, CountsNamesThatCanNeverBeFound) {
  const auto report = build({write("zala.csv", kZala)});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->unsearchable_names, 1u);
}

TEST_F(BuildIndexTest, TheSameSourcesGiveTheSameBytes) {
  const Paths sources{write("zala.csv", kZala), write("targets.csv", kTargets)};
  ASSERT_TRUE(build(sources, "first").has_value());
  ASSERT_TRUE(build(sources, "second").has_value());
  EXPECT_EQ(index_bytes("first"), index_bytes("second"));
}

TEST_F(BuildIndexTest, TheSameSourcesInAnotherDirectoryGiveTheSameBytes) {
  const TestDirectory elsewhere;
  ASSERT_TRUE(build({write("zala.csv", kZala)}).has_value());
  const Paths moved{elsewhere.write("zala.csv", kZala)};
  ASSERT_TRUE(build_index(moved, elsewhere / "index").has_value());
  EXPECT_EQ(read_bytes(elsewhere / "index"), index_bytes());
}

TEST_F(BuildIndexTest, OtherSourcesGiveOtherBytes) {
  ASSERT_TRUE(build({write("zala.csv", kZala)}, "first").has_value());
  ASSERT_TRUE(build({write("zala.csv", "id,name\nz-1,Nodir Zarbofanov\n")}, "second").has_value());
  EXPECT_NE(index_bytes("first"), index_bytes("second"));
}

TEST_F(BuildIndexTest, ABrokenSourceLeavesTheOldIndexAsItWas) {
  const auto zala = write("zala.csv", kZala);
  ASSERT_TRUE(build({zala}).has_value());
  const std::string before = index_bytes();
  const std::size_t files = directory_.file_count();
  const auto report = build({zala, write("broken.csv", kBroken)});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::input_refused);
  EXPECT_NE(report.error().file.find("broken.csv"), std::string::npos) << report.error().file;
  EXPECT_EQ(index_bytes(), before);
  EXPECT_EQ(directory_.file_count(), files + 1) << "nothing but broken.csv is new";
  EXPECT_EQ(Screener::open(directory_ / "index")->screen(named("Nadir Zarbofanov")).decision,
            Decision::hit);
}

TEST_F(BuildIndexTest, ABrokenSourceWritesNoIndexWhereNoneWas) {
  ASSERT_FALSE(build({write("zala.csv", kZala), write("broken.csv", kBroken)}).has_value());
  EXPECT_FALSE(std::filesystem::exists(directory_ / "index"));
}

TEST_F(BuildIndexTest, AMissingSourceIsNamedAndLeavesTheOldIndexAsItWas) {
  const auto zala = write("zala.csv", kZala);
  ASSERT_TRUE(build({zala}).has_value());
  const std::string before = index_bytes();
  const auto report = build({zala, directory_ / "missing.csv"});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::input_missing);
  EXPECT_NE(report.error().file.find("missing.csv"), std::string::npos);
  EXPECT_EQ(index_bytes(), before);
}

TEST_F(BuildIndexTest, AnOutputThatCannotBeWrittenIsAnError) {
  const auto report = build({write("zala.csv", kZala)}, "no/such/directory/index");
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::io);
}

TEST_F(BuildIndexTest, OfNoSourceThereIsNoIndex) {
  const auto report = build({});
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::usage);
  EXPECT_FALSE(std::filesystem::exists(directory_ / "index"));
}

/// A download that failed leaves a heading: whoever the list named would be clear.
TEST_F(BuildIndexTest, AListWithoutARecordIsRefusedUnlessItIsMeant) {
  const Paths sources{write("zala.csv", kZala), write("sltd.csv", "document_number,status\n")};
  std::vector<std::string> read;
  BuildOptions options;
  options.sources_read = [&](std::span<const SourceSummary> all) {
    for (const SourceSummary& source : all) read.push_back(source.list);
  };
  const auto refused = build_index(sources, directory_ / "index", options);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::input_refused);
  EXPECT_EQ(refused.error().file, sources[1].string());
  EXPECT_NE(refused.error().message.find("the list sltd has no record"), std::string::npos)
      << refused.error().message;
  EXPECT_EQ(read, (std::vector<std::string>{"zala", "sltd"}))
      << "told although nothing was written";
  EXPECT_EQ(directory_.file_count(), 2u) << "nothing but the sources";
  options.allow_empty = true;
  EXPECT_TRUE(build_index(sources, directory_ / "index", options).has_value());
}

TEST_F(BuildIndexTest, WhatIsReadIsNotWrittenOver) {
  const auto zala = write("zala.csv", kZala), older = write("older.csv", kZala);
  std::filesystem::create_hard_link(zala, directory_ / "link.csv");
  BuildOptions options;
  options.since = {older};
  for (const char* output : {"zala.csv", "link.csv", "./older.csv"}) {
    const std::filesystem::path path = directory_ / output;
    const auto report = build_index(std::span(&zala, 1), path, options);
    ASSERT_FALSE(report.has_value()) << output;
    EXPECT_EQ(report.error().code, ErrorCode::usage) << output;
    EXPECT_EQ(report.error().file, path.string()) << output;
  }
  EXPECT_EQ(read_bytes(zala), kZala);
  EXPECT_EQ(read_bytes(older), kZala);
}

TEST_F(BuildIndexTest, ProgressRunsFromNothingToAll) {
  const Paths sources{write("zala.csv", kZala)};
  std::vector<double> fractions;
  const auto report =
      build_index(sources, directory_ / "index", [&](double fraction, const char* stage) {
        EXPECT_STRNE(stage, "");
        fractions.push_back(fraction);
      });
  ASSERT_TRUE(report.has_value());
  ASSERT_FALSE(fractions.empty());
  EXPECT_EQ(fractions.front(), 0);
  EXPECT_EQ(fractions.back(), 1);
  EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
}

TEST_F(BuildIndexTest, RecordsThatAreSkippedDoNotStopTheOthers) {
  const auto report = build({write("zala.csv", "id,name\nz-1,\nz-2,Nadir Zarbofanov\n")});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->sources[0].entries, 1u);
  EXPECT_EQ(report->sources[0].skipped_count, 1u);
}

}  // namespace
}  // namespace darvaza::screening
