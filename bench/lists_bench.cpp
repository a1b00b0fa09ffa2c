// lists: a plain CSV of persons to records.
#include <array>
#include <cstdint>
#include <filesystem>

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <unistd.h>

#include "darvaza/read_lists.h"
#include "generate/fictional_files.h"

namespace darvaza {
namespace {

namespace fs = std::filesystem;

void read_persons_csv(benchmark::State& state) {
  generate::FilesWanted wanted;
  wanted.persons = 10'000;
  wanted.list = fs::temp_directory_path() / fmt::format("darvaza-lists-bench-{}.csv", getpid());
  if (!write_list(wanted, generate::Vocabulary(wanted.seed))) {
    return state.SkipWithError("cannot write a list");
  }
  const std::array<fs::path, 1> files = {wanted.list};
  std::uint64_t read = 0;
  ListSink sink;
  sink.entry = [&](WatchlistEntry&&) { ++read; };
  for (auto _ : state) benchmark::DoNotOptimize(read_lists(files, sink));
  state.SetItemsProcessed(static_cast<std::int64_t>(read));
  fs::remove(wanted.list);
}
BENCHMARK(read_persons_csv)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace darvaza
