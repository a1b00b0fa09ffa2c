// baselines: what the recipe that Darvaza is measured against costs, piece by piece.
#include <string>

#include <benchmark/benchmark.h>

#include "eval/baselines/icu_romaniser.h"
#include "eval/baselines/jaro_winkler.h"
#include "baselines/jaro_winkler_list.h"
#include "sample_names.h"

namespace darvaza {
namespace {

using bench::sample_names;
using generate::Script;

void icu_romanise_name(benchmark::State& state, Script script) {
  const baselines::IcuRomaniser romaniser;
  bench::Round names(sample_names(script));
  for (auto _ : state) benchmark::DoNotOptimize(romaniser.romanise(names.next()));
}
BENCHMARK_CAPTURE(icu_romanise_name, latin, Script::latin);
BENCHMARK_CAPTURE(icu_romanise_name, cyrillic, Script::cyrillic);
BENCHMARK_CAPTURE(icu_romanise_name, arabic, Script::arabic);

void jaro_winkler(benchmark::State& state) {
  bench::Round first(sample_names(Script::latin)), second(bench::misspelled_names());
  for (auto _ : state) {
    benchmark::DoNotOptimize(baselines::jaro_winkler(first.next(), second.next()));
  }
}
BENCHMARK(jaro_winkler);

/// One traveller against kSampleNames names.
void jaro_winkler_list(benchmark::State& state) {
  baselines::JaroWinklerList list;
  for (const std::string& name : sample_names(Script::latin)) list.add(name);
  bench::Round names(bench::misspelled_names());
  for (auto _ : state) benchmark::DoNotOptimize(list.most_alike(names.next(), 10));
}
BENCHMARK(jaro_winkler_list)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace darvaza
