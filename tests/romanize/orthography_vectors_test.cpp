// The published test vectors of the systems, read from the standards beside DARVAZA_DATA.
//
// A vector counts when the whole text comes out as printed, case apart. Floors, not equality: some vectors contradict
// their own norm (docs/orthographies.md says which), and the tables follow the norm.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "romanize/orthography.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::romanize {
namespace {

struct Published {
  const char* source;  ///< the map of romanisation_test_vectors.tsv, or the schema of iuliia_schemas.tsv
  const char* id;
  int at_least;
};

constexpr Published kPublished[] = {
    {"mvd_310_fr", "ru-french", 6},
    {"mvd_310", "ru-mvd-1997", 4},
    {"mvd_782", "ru-mvd-2000", 8},
    {"gost_52535", "ru-gost-2010", 2},
    {"icao_doc_9303", "ru-icao-2014", 9},
    {"gost_7034", "ru-gost-7034", 1},
    {"uz", "uz-latin-1995", 1},
    {"bgnpcgn-rus-Cyrl-Latn-1947", "ru-bgn-1947", 17},
    {"odni-rus-Cyrl-Latn-2015", "ru-odni-2015", 9},
    {"gost-rus-Cyrl-Latn-7.79-2000-2002", "ru-iso9-1995", 31},
    {"bgnpcgn-aze-Cyrl-Latn-1993", "az-latin-1991", 2},
    {"az-aze-Cyrl-Latn-1939", "az-latin-1991", 3},
    {"odni-aze-Cyrl-Latn-2015", "az-odni-2015", 1},
    {"bgnpcgn-tuk-Cyrl-Latn-1993", "tk-latin-1993", 21},
    {"bgnpcgn-tuk-Cyrl-Latn-1979", "tk-bgn-1979", 21},
    {"odni-tuk-Cyrl-Latn-2015", "tk-odni-2015", 14},
    {"bgnpcgn-uzb-Cyrl-Latn-1979", "uz-bgn-1979", 13},
    {"bgnpcgn-uzb-Cyrl-Latn-2000", "uz-bgn-2000", 11},
    {"odni-uzb-Cyrl-Latn-2015", "uz-odni-2015", 7},
    {"bgnpcgn-kaz-Cyrl-Latn-1979", "kk-bgn-1979", 64},
    {"odni-kaz-Cyrl-Latn-2015", "kk-odni-2015", 1},
    {"bgnpcgn-kir-Cyrl-Latn-1979", "ky-bgn-1979", 58},
    {"odni-kir-Cyrl-Latn-2015", "ky-odni-2015", 1},
    {"odni-uig-Cyrl-Latn-2015", "ug-odni-2015", 1},
    {"bgnpcgn-tgk-Cyrl-Latn-1994", "tg-bgn-1994", 50},
    {"odni-tgk-Cyrl-Latn-2015", "tg-odni-2015", 1},
    {"bgnpcgn-ara-Arab-Latn-1956", "ar-bgn-1956", 55},
    {"odni-ara-Arab-Latn-2015", "ar-odni-2015", 12},
    {"alalc-ara-Arab-Latn-1997", "ar-alalc-1997", 79},
    {"odni-fas-Arab-Latn-2015", "fa-odni-2015", 8},
    {"odni-prs-Arab-Latn-2015", "prs-odni-2015", 8},
    {"bgnpcgn-prs-Arab-Latn-2007", "prs-bgn-2007", 41},
    {"odni-pus-Arab-Latn-2011", "ps-odni-2011", 13},
    {"bgnpcgn-urd-Arab-Latn-2007", "ur-bgn-2007", 48},
    {"bgnpcgn-kur-Arab-Latn-2007", "ku-bgn-2007", 4},
    {"alalc-aze-Arab-Latn-1997", "az-alalc-1997", 24},
};

struct Vector {
  std::string source, input, expected;
};

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') fields.emplace_back();
    if (c != '\t' && c != '\r') fields.back() += c;
  }
  return fields;
}

std::vector<Vector> read_vectors(const std::filesystem::path& standards) {
  std::vector<Vector> vectors;
  std::string line;
  for (std::ifstream in(standards / "romanisation_test_vectors.tsv"); std::getline(in, line);) {
    const auto f = fields_of(line);
    if (f.size() >= 3) vectors.push_back({f[0], f[1], f[2]});
  }
  for (std::ifstream in(standards / "iuliia_schemas.tsv"); std::getline(in, line);) {
    const auto f = fields_of(line);
    if (f.size() >= 4 && f[1] == "SAMPLE") vectors.push_back({f[0], f[2], f[3]});
  }
  return vectors;
}

/// A text word by word: what is neither letter nor mark stands as it is.
std::u32string romanise_text(const Orthography& system, std::u32string_view text) {
  std::u32string out, word;
  const auto flush = [&] {
    out += romanise(system, word);
    word.clear();
  };
  for (const char32_t c : text) {
    if (text::is_letter_or_mark(c)) {
      word += c;
      continue;
    }
    flush();
    out += c;
  }
  flush();
  return out;
}

TEST(OrthographyVectors, ThePublishedVectorsComeOut) {
  const char* data = std::getenv("DARVAZA_DATA");
  if (data == nullptr) GTEST_SKIP() << "DARVAZA_DATA is not set: needs ../standards beside it";
  const auto vectors = read_vectors(std::filesystem::path(data) / ".." / "standards");
  ASSERT_GT(vectors.size(), 1000U);
  const bool show = std::getenv("DARVAZA_SHOW_FAILURES") != nullptr;
  for (const Published& published : kPublished) {
    const Orthography* system = find_orthography(published.id);
    ASSERT_NE(system, nullptr) << published.id;
    int all = 0, passed = 0;
    for (const Vector& vector : vectors) {
      if (vector.source != published.source) continue;
      const std::u32string got = romanise_text(*system, text::normalise(vector.input).text);
      const bool same = got == text::normalise(vector.expected).text;
      ++all;
      passed += same;
      if (!same && show) {
        std::printf("  %s: %s -> %s, published %s\n", published.id, vector.input.c_str(),
                    text::encode_utf8(got).c_str(), vector.expected.c_str());
      }
    }
    std::printf("%-36s %-16s %3d of %3d\n", published.source, published.id, passed, all);
    EXPECT_GT(all, 0) << published.source;
    EXPECT_GE(passed, published.at_least) << published.source;
  }
}

}  // namespace
}  // namespace darvaza::romanize
