// The engine as callers see it: opening, one traveller, many travellers, many threads.
#include "darvaza/screener.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "screening/made_up_names.h"
#include "screening/screening_test_support.h"
#include "text/utf8.h"

namespace darvaza::screening {
namespace {

using Answers = std::vector<std::string>;

Answers as_json(const std::vector<ScreeningResult>& results) {
  Answers answers;
  for (const ScreeningResult& result : results) answers.push_back(to_json(result));
  return answers;
}

Answers one_by_one(const Screener& screener, const std::vector<Traveller>& travellers) {
  Answers answers;
  for (const Traveller& traveller : travellers) {
    answers.push_back(to_json(screener.screen(traveller, all_candidates())));
  }
  return answers;
}

Answers in_batch(const Screener& screener, const std::vector<Traveller>& travellers,
                 unsigned threads) {
  std::vector<ScreeningResult> results(travellers.size());
  screener.screen_batch(travellers, all_candidates(), threads, results);
  return as_json(results);
}

/// A list and travellers enough that eight threads get several runs each.
struct Crowd {
  static constexpr std::uint32_t kSeed = 11;
  MadeUpNames names{kSeed};
  MadeUpList list = make_up_list(300, names);
  Screener screener = open_lists({list.file});
  std::vector<Traveller> travellers = make_up_travellers(300, list, names);
};

// P5: the same bytes, whatever the number of threads, batch or single.
TEST(Screener, AnswersTheSameOneByOneAndInBatchesOnAnyNumberOfThreads) {
  const Crowd crowd;
  const Answers expected = one_by_one(crowd.screener, crowd.travellers);
  EXPECT_NE(expected.front(), expected.back());
  for (const unsigned threads : {0u, 1u, 2u, 8u}) {
    EXPECT_EQ(in_batch(crowd.screener, crowd.travellers, threads), expected)
        << threads << " threads";
  }
}

TEST(Screener, BatchesOfAnySizeAreAnsweredWhole) {
  const Crowd crowd;
  const Answers expected = one_by_one(crowd.screener, crowd.travellers);
  for (const std::size_t size : {0u, 1u, 15u, 16u, 17u, 33u}) {
    const std::vector<Traveller> some(crowd.travellers.begin(),
                                      crowd.travellers.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_EQ(in_batch(crowd.screener, some, 8),
              Answers(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(size)));
  }
}

TEST(Screener, TheTimeOfEveryTravellerIsTakenOnlyWhenAskedFor) {
  const Crowd crowd;
  constexpr std::uint32_t kUntouched = 0xffff'ffff;
  std::vector<ScreeningResult> results(crowd.travellers.size());
  std::vector<std::uint32_t> microseconds(crowd.travellers.size(), kUntouched);
  crowd.screener.screen_batch(crowd.travellers, {}, 4, results, microseconds);
  for (const std::uint32_t took : microseconds) EXPECT_NE(took, kUntouched);
}

// Run under ThreadSanitizer: callers bring their own threads.
TEST(Screener, ManyThreadsMayScreenAtOnce) {
  const Crowd crowd;
  const Answers expected = one_by_one(crowd.screener, crowd.travellers);
  std::atomic<int> wrong{0};
  {
    std::vector<std::jthread> threads;
    for (std::size_t first = 0; first < 8; ++first) {
      threads.emplace_back([&, first] {
        for (std::size_t i = first; i < crowd.travellers.size(); i += 3) {
          wrong +=
              to_json(crowd.screener.screen(crowd.travellers[i], all_candidates())) != expected[i];
        }
        wrong += crowd.screener.describe().entries != 300;
      });
    }
  }
  EXPECT_EQ(wrong, 0);
}

TEST(Screener, TheTravellersProblemsAreCarriedThrough) {
  const Screener screener = open_small_lists();
  Traveller traveller = named("Na\u200bdir Zarbofanov");
  traveller.id = "seat 17A";
  traveller.problems = {{"line 7", "a date was expected"}};
  const ScreeningResult answer = screener.screen(traveller);
  EXPECT_EQ(answer.id, "seat 17A");
  ASSERT_EQ(answer.problems.size(), 2u);
  EXPECT_EQ(answer.problems[0].where, "line 7");
  EXPECT_EQ(answer.problems[0].text, "a date was expected");
  EXPECT_EQ(answer.problems[1].where, "name");
  EXPECT_TRUE(answer.complete) << "a problem is no failed search";
}

// P8: problems go into logs; they must not hold what the traveller is called.
TEST(Screener, ProblemsDoNotNameTheTraveller) {
  const Screener screener = open_small_lists();
  for (const std::string& name :
       {std::string("Na\u200bdir Zarbofanov"), "Zarbofanov" + std::string(1025, ' ')}) {
    const ScreeningResult answer = screener.screen(named(name));
    EXPECT_FALSE(answer.problems.empty());
    for (const Problem& problem : answer.problems) {
      EXPECT_EQ(problem.text.find("Zarbofanov"), std::string::npos);
    }
  }
}

TEST(Screener, IllFormedTextComesOutWellFormed) {
  const Screener screener = open_small_lists();
  Traveller traveller = named("Nadir\xff Zarbofanov\xed\xa0\x80");
  traveller.id = "a\xff\"\n\x01";
  const ScreeningResult answer = screener.screen(traveller);
  EXPECT_EQ(answer.id, "a\uFFFD\"\n\x01");
  const std::string json = to_json(answer);
  EXPECT_EQ(text::to_valid_utf8(json), json);
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_EQ(json.rfind(R"({"id": "a)", 0), 0u) << json;
  EXPECT_NE(json.find(R"(\"\n\u0001")"), std::string::npos) << json;
  EXPECT_EQ(ids(answer), std::vector<std::string>{"zala/z-1"});
}

// P1: who was not searched for is not clear.
TEST(Screener, AnAnswerAfterTheDeadlineIsIncomplete) {
  const Screener screener = open_small_lists();
  ScreeningOptions late;
  late.deadline = std::chrono::steady_clock::time_point::min();
  for (const bool exhaustive : {false, true}) {
    late.exhaustive = exhaustive;
    const ScreeningResult answer = screener.screen(named("Nadir Zarbofanov"), late);
    EXPECT_EQ(answer.decision, Decision::incomplete);
    EXPECT_FALSE(answer.complete);
    ASSERT_EQ(answer.problems.size(), 1u);
    EXPECT_EQ(answer.problems[0].where, "search");
  }
}

TEST(Screener, DocumentsAreCheckedAlsoAfterTheDeadline) {
  ScreeningOptions late;
  late.deadline = std::chrono::steady_clock::time_point::min();
  const Screener screener = open_lists({{"zala.csv", "id,name\nz-1,Nadir Zarbofanov\n"}, {"sltd.csv", "document_number,status\nPK7700133,lost\n"}});
  const ScreeningResult answer = screener.screen(with_document(named("Nadir Zarbofanov"), "PK7700133"), late);
  EXPECT_EQ(answer.decision, Decision::incomplete);
  EXPECT_EQ(answer.documents.size(), 1u);
}

TEST(Screener, ADeadlineThatDoesNotPassChangesNothing) {
  const Crowd crowd;
  ScreeningOptions in_time = all_candidates();
  in_time.deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
  for (const Traveller& traveller : crowd.travellers) {
    EXPECT_EQ(to_json(crowd.screener.screen(traveller, in_time)), to_json(crowd.screener.screen(traveller, all_candidates())));
  }
}

TEST(Screener, StaysUsableWhenMoved) {
  Screener first = open_small_lists();
  const Screener second = std::move(first);
  EXPECT_EQ(second.screen(named("Nadir Zarbofanov")).decision, Decision::hit);
}

TEST(Screener, DescribesWhatItHolds) {
  const IndexDescription description = open_small_lists().describe();
  EXPECT_EQ(description.entries, 5u);
  EXPECT_EQ(description.names, 7u);
  EXPECT_EQ(description.lost_documents, 4u);
  EXPECT_EQ(description.person_documents, 4u);
  EXPECT_GT(description.tokens, 0u);
  ASSERT_EQ(description.sources.size(), 2u);
  EXPECT_NE(description.sources[0].find(R"("file":"zala.csv")"), std::string::npos)
      << description.sources[0];
  EXPECT_NE(description.sources[1].find(R"("lost_documents":4)"), std::string::npos)
      << description.sources[1];
  std::uint64_t section_bytes = 0;
  for (const auto& section : description.sections) section_bytes += section.bytes;
  EXPECT_LT(section_bytes, description.bytes);
}

TEST(Screener, AnIndexThatIsNotThereIsMissing) {
  const TestDirectory directory;
  const auto screener = Screener::open(directory / "nothing");
  ASSERT_FALSE(screener.has_value());
  EXPECT_EQ(screener.error().code, ErrorCode::input_missing);
}

TEST(Screener, AFileThatIsNoIndexIsRefused) {
  const TestDirectory directory;
  const auto screener = Screener::open(directory.write("index", "id,name\nz-1,Nadir\n"));
  ASSERT_FALSE(screener.has_value());
  EXPECT_EQ(screener.error().code, ErrorCode::input_refused);
}

TEST(Screener, AnIndexWithoutANameIsRefused) {
  const auto screener = Screener::open("");
  ASSERT_FALSE(screener.has_value());
  EXPECT_EQ(screener.error().code, ErrorCode::usage);
  EXPECT_EQ(screener.error().message, "the name of an index is empty");
}

TEST(Screener, OfADirectoryWithoutAnIndexTheErrorSaysThatItIsOne) {
  const TestDirectory directory;
  const auto screener = Screener::open(directory.path());
  ASSERT_FALSE(screener.has_value());
  EXPECT_EQ(screener.error().code, ErrorCode::input_missing);
  EXPECT_EQ(screener.error().file, directory.path());
  EXPECT_NE(screener.error().message.find("is a directory and holds no index.dvz"), std::string::npos) << screener.error().message;
}

/// Who was looked for nowhere is not clear.
TEST(Screener, WithoutAnyListNobodyIsClear) {
  const TestDirectory directory;
  const std::filesystem::path terms = directory.write("terms.csv", "list,instruction\nzala,discreet\n");
  BuildOptions nobody;
  nobody.allow_empty = true;
  ASSERT_TRUE(build_index(std::span(&terms, 1), directory / "index", nobody).has_value());
  const auto screener = Screener::open(directory / "index");
  ASSERT_TRUE(screener.has_value()) << to_string(screener.error());
  const ScreeningResult answer = screener->screen(named("Nadir Zarbofanov"));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].where, "list");
}

TEST(Screener, ABatchWithTooFewPlacesForAnswersScreensNobodyAndSaysSo) {
  const Screener screener = open_small_lists();
  const std::vector<Traveller> travellers(40, named("Elzara Kumushoy"));
  std::vector<std::uint32_t> microseconds(40);
  for (const std::size_t places : {0u, 7u, 41u}) {
    std::vector<ScreeningResult> results(places);
    screener.screen_batch(travellers, {}, 1, results);
    for (const ScreeningResult& result : results) {
      EXPECT_EQ(result.decision, Decision::incomplete);
      ASSERT_EQ(result.problems.size(), 1u);
      EXPECT_EQ(result.problems[0].where, "batch");
    }
  }
  std::vector<ScreeningResult> results(40);
  screener.screen_batch(travellers, {}, 1, results, std::span(microseconds).first(39));
  EXPECT_EQ(results[39].decision, Decision::incomplete);
  screener.screen_batch(travellers, {}, 1, results, microseconds);
  EXPECT_EQ(results[39].decision, Decision::clear);
}

TEST(Screener, AnEmptyListIsSearchedToTheEnd) {
  const Screener screener = open_lists({{"sltd.csv", "document_number,status\nPK7700133,lost\n"}});
  EXPECT_EQ(screener.screen(named("Nadir Zarbofanov")).decision, Decision::clear);
  ScreeningOptions options = all_candidates();
  options.exhaustive = true;
  EXPECT_EQ(screener.screen(named("Nadir Zarbofanov"), options).decision, Decision::clear);
}

}  // namespace
}  // namespace darvaza::screening
