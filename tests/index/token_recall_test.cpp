// What the search keys lose against comparing every token with every other, on real spellings.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "index/dictionary.h"
#include "index/index_test_support.h"
#include "names/person_name.h"
#include "names/token_cost.h"

namespace darvaza::index {
namespace {

/// The third field, which is the name in the files of $DARVAZA_DATA/retrieval.
std::vector<std::string> listed_names(const std::filesystem::path& file) {
  std::vector<std::string> texts;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find(',', line.find(',') + 1) + 1;
    const bool quoted = line.substr(begin, 1) == "\"";
    const std::size_t end = line.find(quoted ? '"' : ',', begin + 1);
    texts.push_back(line.substr(begin, end - begin));
  }
  return texts;
}

constexpr std::size_t kBands = 9;  // nats
constexpr names::Millinats kBand = 1000;
struct Recall {
  std::array<long, kBands> pairs{}, found{};

  /// The share found of all pairs up to `band`.
  double up_to(std::size_t band) const {
    long all = 0, met = 0;
    for (std::size_t i = 0; i <= band; ++i) {
      all += pairs[i];
      met += found[i];
    }
    return all == 0 ? 1.0 : static_cast<double>(met) / static_cast<double>(all);
  }
  void print() const {
    std::printf("cost, nats | pairs | found | found so far\n");
    for (std::size_t band = 0; band < kBands; ++band) {
      std::printf("%zu to %zu | %ld | %ld | %.5f\n", band, band + 1, pairs[band], found[band],
                  up_to(band));
    }
  }
};

/// Compares what the keys find for each token of `queries` with the whole dictionary.
Recall measure(const Index& index, const std::set<romanize::Sounds>& queries) {
  Recall recall;
  SimilarTokens search;
  std::vector<SimilarToken> found;
  for (const romanize::Sounds& query : queries) {
    search.find(index.dictionary(), query, false, names::kMaxSimilarityLimit, found);
    std::set<TokenId> ids;
    for (const auto& s : found) ids.insert(s.key);
    for (TokenId b = 0; b < index.token_count(); ++b) {
      const names::Millinats limit = names::similarity_limit(query, index.token(b));
      const names::Millinats cost = names::token_cost(query, index.token(b), limit);
      const auto band = static_cast<std::size_t>(cost / kBand);
      if (cost > limit || band >= kBands) continue;
      ++recall.pairs[band];
      recall.found[band] += static_cast<long>(ids.count(b));
    }
  }
  return recall;
}

TEST(TokenRecall, TokensThatCanDecideAnAnswerShareAKey) {
  const char* data = std::getenv("DARVAZA_DATA");
  if (data == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set: needs the names of retrieval/";
  const std::filesystem::path directory = std::filesystem::path(data) / "retrieval";
  const BuiltIndex index([&](IndexBuilder& builder) {
    for (const std::string& text : listed_names(directory / "list.csv")) builder.add(person("r", {text.c_str()}));
  });
  std::set<romanize::Sounds> queries;
  const auto texts = listed_names(directory / "queries.csv");
  for (std::size_t i = 0; i < texts.size(); i += 32) {
    for (const auto& token : names::parse_name(texts[i]).tokens) queries.insert(token.sounds);
  }
  const Recall recall = measure(*index, queries);
  recall.print();
  EXPECT_GE(recall.up_to(2), 0.998) << "pairs within 3 nats: spellings of one name";
  EXPECT_GE(recall.up_to(4), 0.975) << "pairs within 5 nats: hardly better than a contradiction";
}

}  // namespace
}  // namespace darvaza::index
