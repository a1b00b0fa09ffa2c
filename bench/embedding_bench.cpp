// What a screening costs through the C API beside the same through the C++ library, in one process
// and on one thread.
//
//   embedding_bench INDEX MANIFEST     files as darvaza build and darvaza-generate write them
//   embedding_bench INDEX MANIFEST ROUNDS SIDE    one side only, so many times and not timed: for
//       embedding/count-instructions. SIDE: cpp-batch, c-batch, cpp-single, c-single
//
// The two take turns, round after round, so that whatever else the machine does meets both; the
// best round of each counts. The travellers are read before: what is timed is the call and the
// release of its answers.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "darvaza.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screener.h"

namespace darvaza::bench {
namespace {

constexpr std::size_t kBatch = 1000;
constexpr std::size_t kMostTravellers = 5000;
constexpr int kRounds = 30;

[[noreturn]] void give_up(const std::string& why) {
  fmt::print(stderr, "embedding_bench: {}\n", why);
  std::exit(1);
}

/// Of this thread alone: other processes do not count.
template <typename Work>
double processor_microseconds(Work work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
  };
  const double begin = now();
  work();
  return now() - begin;
}

void need(darvaza_status status) {
  if (status != DARVAZA_OK) give_up(darvaza_word(DARVAZA_WORDS_STATUS, status));
}

/// The same travellers and the same index, on either side of the border.
class Sides {
 public:
  Sides(const std::string& index, const std::string& manifest) : cpp_(open(index)) {
    need(darvaza_screener_open(index.data(), index.size(), nullptr, &c_, nullptr));
    read(manifest);
    options_.struct_size = sizeof options_;
    need(darvaza_screening_options_init(&options_));
    options_.threads = 1;
  }
  Sides(const Sides&) = delete;
  Sides& operator=(const Sides&) = delete;
  ~Sides() {
    darvaza_travellers_free(list_);
    darvaza_screener_free(c_);
  }

  std::size_t travellers() const { return travellers_.size(); }

  void cpp_batches() const {
    for (std::size_t i = 0; i + kBatch <= travellers(); i += kBatch) {
      std::vector<ScreeningResult> answers(kBatch);
      cpp_.screen_batch(std::span(travellers_).subspan(i, kBatch), {}, 1, answers);
    }
  }
  void c_batches() const {
    for (std::size_t i = 0; i + kBatch <= travellers(); i += kBatch) {
      darvaza_results* answers = nullptr;
      need(darvaza_screen_batch(c_, views_ + i, kBatch, &options_, &answers, nullptr));
      darvaza_results_free(answers);
    }
  }
  void cpp_singles() const {
    for (const Traveller& traveller : travellers_) cpp_.screen(traveller);
  }
  void c_singles() const {
    for (std::size_t i = 0; i < travellers(); ++i) {
      darvaza_results* answers = nullptr;
      need(darvaza_screen(c_, views_[i], &options_, &answers, nullptr));
      darvaza_results_free(answers);
    }
  }

 private:
  static Screener open(const std::string& index) {
    Result<Screener> screener = Screener::open(index);
    if (!screener) give_up(to_string(screener.error()));
    return std::move(*screener);
  }

  void read(const std::string& manifest) {
    std::ifstream in(manifest, std::ios::binary);
    const auto summary = read_travellers(in, manifest, {}, [&](Traveller&& traveller) {
      travellers_.push_back(std::move(traveller));
    });
    if (!summary) give_up(to_string(summary.error()));
    darvaza_manifest* reader = nullptr;
    need(darvaza_manifest_open(manifest.data(), manifest.size(), nullptr, &reader, nullptr));
    need(darvaza_manifest_next(reader, DARVAZA_MAX_BATCH, &list_, nullptr));
    darvaza_manifest_free(reader);
    std::size_t count = 0;
    need(darvaza_travellers_data(list_, &views_, &count));
    travellers_.resize(std::min({travellers_.size(), count, kMostTravellers}) / kBatch * kBatch);
    if (travellers_.empty()) give_up("the manifest holds no thousand travellers");
  }

  Screener cpp_;
  std::vector<Traveller> travellers_;
  darvaza_screener* c_ = nullptr;
  darvaza_travellers* list_ = nullptr;
  const darvaza_traveller* const* views_ = nullptr;
  darvaza_screening_options options_{};
};

/// Prints microseconds a traveller on either side, and what the border adds.
void compare(const char* what, const Sides& sides, void (Sides::*cpp)() const,
             void (Sides::*c)() const) {
  double best_cpp = 1e300, best_c = 1e300;
  for (int round = 0; round < kRounds; ++round) {
    best_cpp = std::min(best_cpp, processor_microseconds([&] { (sides.*cpp)(); }));
    best_c = std::min(best_c, processor_microseconds([&] { (sides.*c)(); }));
  }
  const auto count = static_cast<double>(sides.travellers());
  fmt::print("{:<16} C++ {:8.3f} us   C {:8.3f} us   {:+.1f} %\n", what, best_cpp / count,
             best_c / count, (best_c / best_cpp - 1) * 100);
}

}  // namespace
}  // namespace darvaza::bench

int main(int count, char** arguments) {
  using darvaza::bench::Sides;
  if (count != 3 && count != 5) {
    fmt::print(stderr, "usage: embedding_bench INDEX MANIFEST [ROUNDS SIDE]\n");
    return 2;
  }
  const Sides sides(arguments[1], arguments[2]);
  if (count == 5) {
    const std::string side = arguments[4];
    const auto work = side == "cpp-batch"    ? &Sides::cpp_batches
                      : side == "c-batch"    ? &Sides::c_batches
                      : side == "cpp-single" ? &Sides::cpp_singles
                                             : &Sides::c_singles;
    for (int round = std::stoi(arguments[3]); round > 0; --round) (sides.*work)();
    return 0;
  }
  fmt::print("{} travellers, best of {} rounds\n", sides.travellers(), darvaza::bench::kRounds);
  compare("batch of 1,000", sides, &Sides::cpp_batches, &Sides::c_batches);
  compare("one by one", sides, &Sides::cpp_singles, &Sides::c_singles);
}
