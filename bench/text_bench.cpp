// text: bytes to clean code points.
#include <string>

#include <benchmark/benchmark.h>

#include "sample_names.h"
#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace darvaza {
namespace {

using bench::Round;
using bench::sample_names;
using generate::Script;

void normalise_name(benchmark::State& state, Script script) {
  Round names(sample_names(script));
  for (auto _ : state) benchmark::DoNotOptimize(text::normalise(names.next()));
}
BENCHMARK_CAPTURE(normalise_name, latin, Script::latin);
BENCHMARK_CAPTURE(normalise_name, cyrillic, Script::cyrillic);
BENCHMARK_CAPTURE(normalise_name, arabic, Script::arabic);

/// Combining marks one after another: what the bounds of normalise() are for.
void normalise_marks(benchmark::State& state) {
  std::string marks = "a";
  while (marks.size() < text::kMaxNameBytes) marks += "\u0301";
  for (auto _ : state) benchmark::DoNotOptimize(text::normalise(marks));
}
BENCHMARK(normalise_marks);

void dominant_script(benchmark::State& state, Script script) {
  std::vector<std::u32string> texts;
  for (const std::string& name : sample_names(script)) {
    texts.push_back(text::normalise(name).text);
  }
  Round names(texts);
  for (auto _ : state) benchmark::DoNotOptimize(text::dominant_script(names.next()));
}
BENCHMARK_CAPTURE(dominant_script, latin, Script::latin);
BENCHMARK_CAPTURE(dominant_script, arabic, Script::arabic);

/// The way of scripts that have no table of their own: Greek stands for them.
void to_latin_by_icu(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(text::to_latin(U"Κωνσταντίνος"));
}
BENCHMARK(to_latin_by_icu);

}  // namespace
}  // namespace darvaza
