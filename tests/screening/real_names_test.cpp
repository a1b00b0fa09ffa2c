// The same comparison of index and exhaustive scoring on real spellings, where they are at hand.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "darvaza/read_travellers.h"
#include "screening/screening_test_support.h"
#include "screening/search_recall.h"

namespace darvaza::screening {
namespace {

std::vector<Traveller> read_queries(const std::filesystem::path& file) {
  std::vector<Traveller> travellers;
  std::ifstream in(file);
  const auto summary = read_travellers(in, file.string(), {}, [&](Traveller&& traveller) {
    travellers.push_back(std::move(traveller));
  });
  EXPECT_TRUE(summary.has_value()) << to_string(summary.error());
  return travellers;
}

/// `count` of them; std::shuffle differs between libraries, this does not.
std::vector<Traveller> sample(std::vector<Traveller> all, std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) {
    std::swap(all[i], all[i + random() % (all.size() - i)]);
  }
  all.resize(std::min(count, all.size()));
  return all;
}

TEST(IndexedSearch, FindsTheSameBestCandidateOnRealSpellings) {
  const char* data = std::getenv("DARVAZA_DATA");
  if (data == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set: needs the names of retrieval/";
  const std::filesystem::path directory = std::filesystem::path(data) / "retrieval";
  constexpr std::uint32_t kSeed = 42;
  constexpr std::size_t kQueries = 150;

  const TestDirectory output;
  const std::vector<std::filesystem::path> sources{directory / "list.csv"};
  const auto report = build_index(sources, output / "index");
  ASSERT_TRUE(report.has_value()) << to_string(report.error());
  const auto screener = Screener::open(output / "index");
  ASSERT_TRUE(screener.has_value()) << to_string(screener.error());

  const auto recall =
      measure_recall(*screener, sample(read_queries(directory / "queries.csv"), kQueries, kSeed));
  recall.print(fmt::format("retrieval/, {} queries, seed {}", kQueries, kSeed));
  ASSERT_GE(recall.queries, kQueries / 2);
  EXPECT_GE(recall.share(), 0.999);
}

}  // namespace
}  // namespace darvaza::screening
