// Names written together that the list has apart: what the search lost against scoring every name (decisions/0048).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

/// A long list in which Muhammad, Ali and Khan are common, and `wanted` in it.
Screener among_many(const std::string& wanted) {
  constexpr std::size_t kOthers = 3000;
  constexpr const char* kCommon[] = {"Muhammad", "Ali", "Khan"};
  MadeUpNames names(48);
  ListFile list{"many.csv", "id,name,birth_date,nationality\n"};
  for (std::size_t i = 0; i < kOthers; ++i) {
    const std::string other = names.spell(names.make(), NameScript::latin);
    list.content += fmt::format("n-{},{} {},{}-01-{:02},PAK\n", i, kCommon[i % 3], other, 1950 + i % 50, 1 + i % 28);
  }
  list.content += "wanted," + wanted + ",1971-02-03,IRN\n";
  return open_lists({list});
}

/// As scoring every name finds it, above what is reported.
void expect_found(const std::string& listed, const Traveller& traveller) {
  const Screener screener = among_many(listed);
  ScreeningOptions exhaustive;
  exhaustive.exhaustive = true;
  const auto has_wanted = [](const ScreeningResult& result) {
    return std::any_of(result.candidates.begin(), result.candidates.end(), [](const Candidate& candidate) { return candidate.id == "wanted"; });
  };
  ASSERT_TRUE(has_wanted(screener.screen(traveller, exhaustive))) << traveller.names.front().full() << ": not like " << listed;
  EXPECT_TRUE(has_wanted(screener.screen(traveller))) << traveller.names.front().full() << " ~ " << listed;
}

/// Of vowels that one side leaves out the other has as many as it likes.
TEST(JoinedWords, AreFoundInArabicLettersBesideARareName) {
  expect_found("Muhammad Sanzhar Mengqobil", named("محمدسنژر منگقوبیل"));
  expect_found("Farrukh Sayed Muhammad Zarbofanov", named("فرخ زربفانف سيدمحمد"));
}

TEST(JoinedWords, AreFoundInArabicLettersBesideACommonName) { expect_found("Muhammad Ameir Ali", named("محمد امیرعلی")); }

/// ظ is read as z, which no key of dahir has.
TEST(JoinedWords, AreFoundWhereOneHasAnotherConsonant) { expect_found("Karim Dahir Aweys", named("كريم ظاهرعويس")); }

TEST(JoinedWords, AreFoundWhereTheyEndLikeAPatronymic) { expect_found("Khan Dmitry Sergeevich", named("Khan Dmitrysergeevich")); }

TEST(JoinedWords, AreFoundWhereThereAreThree) { expect_found("Elzara Kumushoy Qoshqar", named("Elzarakumushoyqoshqar")); }

/// The birth date leads to the name, of which no single word is like the traveller's.
TEST(JoinedWords, AreFoundByTheBirthDate) { expect_found("Elzara Qoshqar", described("Elsarokoschkor", "1971-02-03", "IRN")); }

}  // namespace
}  // namespace darvaza::screening
