// Order in the queue: what docs/score.md says of one listed person, asked for with more and with
// less.
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/score_document.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr std::uint32_t kSeed = 20'261'125;
constexpr int kOthers = 2000;

/// The listed person of the document among others, so that names are as rare as in a list of some
/// length.
Screener open_list_of_many() {
  std::string list =
      "id,name,birth_date,nationality\nlisted,Nodir Temirlan Zarbofanov,1982-07-24,TJK\n";
  MadeUpNames names(kSeed);
  for (int i = 0; i < kOthers; ++i) {
    list +=
        "other-" + std::to_string(i) + "," + names.spell(names.make(), NameScript::latin) + ",,\n";
  }
  return open_lists({{"zala.csv", list}});
}

// Within a block of the table, every row stands below the one before it.
TEST(Order, EachBlockOfTheDocumentDescends) {
  const Screener screener = open_list_of_many();
  constexpr std::size_t kColumns = 4;  // block, name, date of birth, score
  std::string block;
  std::int32_t before = 0;
  std::size_t blocks = 0;
  const auto rows = score_table("Order in the queue");
  for (const TableRow& row : rows) {
    ASSERT_EQ(row.size(), kColumns);
    const ScreeningResult answer = screener.screen(described(row[1], row[2], ""), all_candidates());
    ASSERT_FALSE(answer.candidates.empty()) << row[1];
    const Candidate& best = answer.candidates[0];
    EXPECT_EQ(best.id, "listed") << row[1] << " " << row[2];
    EXPECT_EQ(written_score(best.score_bp), row[3]) << row[1] << " " << row[2];
    if (row[0] == block) {
      EXPECT_LT(best.weight_mn, before) << row[1] << " " << row[2];
    } else {
      block = row[0];
      ++blocks;
    }
    before = best.weight_mn;
  }
  EXPECT_GE(blocks, 3U);
}

}  // namespace
}  // namespace darvaza::screening
