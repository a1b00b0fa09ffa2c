// screening: one traveller against 10,000 names, two names against each other, an answer as JSON.
// For larger lists, and for answers that are checked: darvaza-bench.
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <unistd.h>

#include "darvaza/build_index.h"
#include "darvaza/compare.h"
#include "darvaza/screener.h"
#include "generate/fictional_files.h"
#include "sample_names.h"

namespace darvaza {
namespace {

namespace fs = std::filesystem;
using bench::misspelled_names;
using bench::sample_names;
using generate::Script;

/// An open index of 10,000 fictional names, whose files are gone again; null when that failed.
std::unique_ptr<Screener> open_small_index() {
  const std::string stem =
      fs::temp_directory_path() / fmt::format("darvaza-screening-bench-{}", getpid());
  generate::FilesWanted wanted;
  wanted.persons = 10'000;
  wanted.list = stem + ".csv";
  const fs::path index = stem + ".dvz";
  std::unique_ptr<Screener> screener;
  if (write_list(wanted, generate::Vocabulary(wanted.seed)) &&
      build_index(std::array<fs::path, 1>{wanted.list}, index)) {
    if (Result<Screener> opened = Screener::open(index); opened) {
      screener = std::make_unique<Screener>(std::move(*opened));
    }
  }
  std::error_code ignored;
  fs::remove(wanted.list, ignored);
  fs::remove(index, ignored);
  return screener;
}

const Screener* small_index() {
  static const std::unique_ptr<Screener> screener = open_small_index();
  return screener.get();
}

std::vector<Traveller> travellers(const std::vector<std::string>& names) {
  std::vector<Traveller> travellers;
  for (const std::string& name : names) {
    Traveller traveller;
    traveller.names = {{name, ""}};
    traveller.birth_date = {1980, 5, 17};
    traveller.nationalities = {StateCode("TJK")};
    travellers.push_back(std::move(traveller));
  }
  return travellers;
}

void screen(benchmark::State& state, const std::vector<std::string>& names) {
  const Screener* screener = small_index();
  if (screener == nullptr) return state.SkipWithError("cannot build an index");
  const std::vector<Traveller> all = travellers(names);
  bench::Round round(all);
  for (auto _ : state) benchmark::DoNotOptimize(screener->screen(round.next()));
}
BENCHMARK_CAPTURE(screen, latin, sample_names(Script::latin))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(screen, cyrillic, sample_names(Script::cyrillic))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(screen, arabic, sample_names(Script::arabic))->Unit(benchmark::kMicrosecond);

void compare_names(benchmark::State& state, const std::vector<std::string>& a,
                   const std::vector<std::string>& b) {
  bench::Round first(a), second(b);
  for (auto _ : state) {
    benchmark::DoNotOptimize(darvaza::compare_names(first.next(), second.next()));
  }
}
BENCHMARK_CAPTURE(compare_names, misspelled, sample_names(Script::latin), misspelled_names())
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compare_names, latin_arabic, sample_names(Script::latin),
                  sample_names(Script::arabic))
    ->Unit(benchmark::kMicrosecond);

void answer_to_json(benchmark::State& state) {
  const Screener* screener = small_index();
  if (screener == nullptr) return state.SkipWithError("cannot build an index");
  ScreeningOptions options;
  options.min_score_bp = 0;  // ten candidates, with their evidence
  const ScreeningResult answer =
      screener->screen(travellers(sample_names(Script::latin)).front(), options);
  for (auto _ : state) benchmark::DoNotOptimize(to_json(answer));
}
BENCHMARK(answer_to_json)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace darvaza
