// Real lists, counted by an independent program: tools/dev/count_lists.py (see
// docs/list-formats.md).
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

struct Counts {
  std::uint64_t entries, names, documents, not_persons, attached, skipped;
  friend bool operator==(const Counts&, const Counts&) = default;
};

void PrintTo(const Counts& counts, std::ostream* out) {
  *out << counts.entries << " entries, " << counts.names << " names, " << counts.documents
       << " documents, " << counts.not_persons << " not persons, " << counts.attached
       << " attached, " << counts.skipped << " skipped";
}

Counts counts_of(const SourceSummary& source) {
  return {source.entries,     source.names,    source.documents,
          source.not_persons, source.attached, source.skipped_count};
}

class RealLists : public testing::Test {
 protected:
  void SetUp() override {
    const char* data = std::getenv("DARVAZA_DATA");
    if (data == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set: no real lists to read";
    lists_ = std::filesystem::path(data) / "lists";
  }

  SourceSummary read(const std::string& name) {
    auto lists = read_files({lists_ / name});
    EXPECT_FALSE(lists.refused) << to_string(lists.error);
    return lists.refused ? SourceSummary{} : lists.sources[0];
  }

  std::filesystem::path lists_;
};

TEST_F(RealLists, OfTheUnitedNationsAreCountedAsByTheIndependentProgram) {
  constexpr std::uint64_t kWithAnotherScript = 6;  // aliases with themselves in another script behind them, which are two; one is of single words and stays whole beside them
  EXPECT_EQ(counts_of(read("un_2025-08-02.xml")), (Counts{238, 1057 + kWithAnotherScript, 145, 195, 0, 0}));
  EXPECT_EQ(counts_of(read("un_2024-11-30.xml")), (Counts{240, 1075 + kWithAnotherScript, 145, 193, 0, 0}));
}

TEST_F(RealLists, OfOfacAreCountedAsByTheIndependentProgram) {
  const auto cons = read("cons_nonsdn_2025-03-28.xml");
  EXPECT_EQ(counts_of(cons), (Counts{80, 167, 3, 363, 0, 0}));
  EXPECT_EQ(cons.list, "ofac-cons");

  const auto folder = lists_ / "ofac-csv";
  const auto classic = read_files({folder / "listlookup_sdn.csv", folder / "listlookup_alt.csv",
                                   folder / "listlookup_add.csv"});
  ASSERT_FALSE(classic.refused) << to_string(classic.error);
  EXPECT_EQ(classic.sources[0].list, "ofac-sdn");
  EXPECT_EQ(counts_of(classic.sources[0]), (Counts{4643, 12880, 3611, 4401, 0, 0}));
  EXPECT_EQ(counts_of(classic.sources[1]), (Counts{0, 0, 0, 5889, 6520, 0}));
  EXPECT_EQ(counts_of(classic.sources[2]), (Counts{0, 0, 0, 7086, 6538, 1}));
}

TEST_F(RealLists, OfOpenSanctionsFormsAreCountedAsByTheIndependentProgram) {
  EXPECT_EQ(counts_of(read("us_csl.targets.csv")), (Counts{5286, 13911, 0, 0, 0, 0}));
  EXPECT_EQ(counts_of(read("yente_zala_entities.ftm.json")), (Counts{6, 66, 6, 84, 0, 1}));
}

TEST_F(RealLists, HaveHardlyAFactThatCannotBeRead) {
  EXPECT_LE(read("un_2025-08-02.xml").remark_count, 2u);
  // Three aliases of digits alone and one with a sign among its letters; the first also has two persons twice.
  EXPECT_EQ(read("us_csl.targets.csv").remark_count, 6u);
  // Five numbers of documents stand in one cell with others, divided by what may be part of a number.
  EXPECT_LE(read("ofac-csv/listlookup_sdn.csv").remark_count, 12u);
}

TEST_F(RealLists, ThatAreNotWellFormedAreRefusedWithTheirLine) {
  const auto broken = read_files({lists_ / "un_broken_2025-08-16.xml"});
  EXPECT_TRUE(broken.refused);
  EXPECT_EQ(broken.error.code, ErrorCode::input_refused);
  EXPECT_EQ(broken.error.line, 53u);
}

}  // namespace
}  // namespace darvaza::lists
