// replay_TARGET --executions N PATH...
//
// Runs a fuzz target over every file in the given files and folders, and then over about N
// truncations and single-byte changes of them, the same ones every time. What libFuzzer has found
// stays found in the ordinary tests, without Clang. A folder that does not exist is empty; no file
// at all is a failure.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

#include <signal.h>
#include <unistd.h>

#include "fuzz/fuzz_target.h"

namespace {

namespace fs = std::filesystem;

/// What is running, for the message when it ends badly.
std::string running;

/// `require` and the sanitizers (with abort_on_error=1) end in SIGABRT; without sanitizers, which
/// have better things to say of them, the other signals are ours, too.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kSignals[] = {SIGABRT};
#else
constexpr int kSignals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
#endif

void name_input(int signal) {
  constexpr char kText[] = "\nfailing input: ";
  std::ignore = ::write(STDERR_FILENO, kText, sizeof kText - 1);
  std::ignore = ::write(STDERR_FILENO, running.data(), running.size());
  std::ignore = ::write(STDERR_FILENO, "\n", 1);
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

struct Seed {
  std::string path;
  std::string bytes;
};

void add_file(const fs::path& path, std::vector<Seed>& seeds) {
  std::ifstream in(path, std::ios::binary);
  seeds.push_back({path.string(), {std::istreambuf_iterator<char>(in), {}}});
}

void add_path(const fs::path& path, std::vector<Seed>& seeds) {
  if (fs::is_regular_file(path)) add_file(path, seeds);
  if (!fs::is_directory(path)) return;
  std::vector<fs::path> files(fs::directory_iterator(path), fs::directory_iterator{});
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) add_path(file, seeds);
}

void run(const std::string& bytes, std::string description) {
  running = std::move(description);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// What one byte of a seed can become: each bit flipped, a value that some format gives a meaning
/// to, or the end of the input.
constexpr unsigned char kValues[] = {0x00, 0xFF, 0x80, '\n', ' ', '"',
                                     '\'', '+',  ',',  '<',  '0', 'A'};
constexpr std::size_t kChanges = 8 + std::size(kValues) + 1;

void run_change(const Seed& seed, std::size_t at, std::size_t change) {
  std::string bytes = seed.bytes;
  std::string what;
  if (change < 8) {
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << change));
    what = "bit " + std::to_string(change) + " flipped";
  } else if (change < kChanges - 1) {
    bytes[at] = static_cast<char>(kValues[change - 8]);
    what = "set to " + std::to_string(kValues[change - 8]);
  } else {
    bytes.resize(at);
    what = "and all after it cut off";
  }
  run(bytes, seed.path + ", byte " + std::to_string(at) + ' ' + what);
}

/// Runs about `executions` of all changes of all seeds, evenly spread. A stride without a divisor
/// in common with kChanges meets every kind of change.
std::size_t replay_changes(const std::vector<Seed>& seeds, std::size_t executions) {
  std::size_t all = 0, done = 0, skip = 0;
  for (const Seed& seed : seeds) all += seed.bytes.size() * kChanges;
  std::size_t stride = std::max<std::size_t>(1, all / std::max<std::size_t>(1, executions));
  while (std::gcd(stride, kChanges) != 1) ++stride;
  for (const Seed& seed : seeds) {
    const std::size_t changes = seed.bytes.size() * kChanges;
    std::size_t next = skip;
    for (; next < changes; next += stride, ++done)
      run_change(seed, next / kChanges, next % kChanges);
    skip = next - changes;
  }
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t executions = 0;
  std::vector<Seed> seeds;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--executions") == 0 && i + 1 < argc) {
      executions = std::strtoul(argv[++i], nullptr, 10);
    } else {
      add_path(argv[i], seeds);
    }
  }
  if (seeds.empty()) {
    std::fputs("usage: replay_TARGET [--executions N] PATH... (there was no file)\n", stderr);
    return EXIT_FAILURE;
  }
  for (const int signal : kSignals) ::signal(signal, name_input);
  run({}, "the empty input");
  for (const Seed& seed : seeds) run(seed.bytes, seed.path);
  const std::size_t changed = replay_changes(seeds, executions);
  std::printf("%zu files and %zu changes of them: all oracles hold\n", seeds.size(), changed);
  return EXIT_SUCCESS;
}
