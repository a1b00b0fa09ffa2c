// The pivot reads a name alike in its native letters and in the spelling that each system gives it.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "names/token_cost.h"
#include "romanize/orthography.h"
#include "romanize/orthography_samples.h"
#include "romanize/romanize.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// Zones in Arabic letters' codes are decoded before they are read: nobody reads XSH as a name.
romanize::Sounds reading(const test::OrthographySample& sample) {
  if (sample.orthography != "arab-icao-9303") return romanize::romanize(sample.latin);
  const auto arabic = romanize::arabic_from_icao(text::encode_utf8(sample.latin));
  return arabic ? romanize::romanize(*arabic) : romanize::Sounds();
}

struct Costs {
  Millinats sum = 0, worst = 0;
  int samples = 0;
};

TEST(OrthographyReading, EverySpellingStaysWithinTheSimilarityLimit) {
  std::map<std::string_view, Costs> costs;
  for (const auto& sample : test::orthography_samples()) {
    const romanize::Sounds native = romanize::romanize(sample.native), latin = reading(sample);
    const Millinats limit = similarity_limit(native, latin);
    const Millinats cost = token_cost(native, latin, kTooFar - 1);
    EXPECT_LE(cost, limit)
        << sample.orthography << ' ' << text::encode_utf8(sample.native) << ' ' << text::encode_utf8(sample.latin) << ": "
        << spelling(native) << " / " << spelling(latin);
    Costs& of = costs[sample.orthography];
    of.sum += cost;
    of.worst = std::max(of.worst, cost);
    ++of.samples;
  }
  for (const auto& [id, cost] : costs) {
    std::printf("%-18.*s mean %5d worst %5d millinats of %d\n", static_cast<int>(id.size()), id.data(),
                cost.sum / cost.samples, cost.worst, cost.samples);
  }
}

}  // namespace
}  // namespace darvaza::names
