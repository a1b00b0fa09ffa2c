// romanize: the letters of one token to sounds.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "romanize/romanize.h"
#include "sample_names.h"
#include "text/normalise.h"

namespace darvaza {
namespace {

using generate::Script;

std::vector<std::u32string> tokens(Script script) {
  std::vector<std::u32string> tokens;
  for (const std::string& name : bench::sample_names(script)) {
    std::u32string text = text::normalise(name).text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(U' ', at), text.size());
      tokens.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return tokens;
}

void romanize_token(benchmark::State& state, Script script) {
  const std::vector<std::u32string> all = tokens(script);
  bench::Round round(all);
  for (auto _ : state) benchmark::DoNotOptimize(romanize::romanize(round.next()));
}
BENCHMARK_CAPTURE(romanize_token, latin, Script::latin);
BENCHMARK_CAPTURE(romanize_token, cyrillic, Script::cyrillic);
BENCHMARK_CAPTURE(romanize_token, arabic, Script::arabic);

/// Cyrillic look-alikes among Latin letters, which are mended first.
void romanize_mixed_scripts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(romanize::romanize(U"mоhammаd"));
}
BENCHMARK(romanize_mixed_scripts);

}  // namespace
}  // namespace darvaza
