// documents: machine-readable zones, check digits and document numbers.
#include <string_view>

#include <benchmark/benchmark.h>

#include "darvaza/mrz.h"
#include "documents/check_digit.h"
#include "documents/document_number.h"
#include "documents/states.h"

namespace darvaza {
namespace {

// The specimens of Doc 9303-4 appendix B and Doc 9303-5 appendix B: Utopia's.
constexpr std::string_view kPassport =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
constexpr std::string_view kCard =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";

void parse_mrz(benchmark::State& state, std::string_view zone) {
  for (auto _ : state) benchmark::DoNotOptimize(darvaza::parse_mrz(zone));
}
BENCHMARK_CAPTURE(parse_mrz, passport, kPassport);
BENCHMARK_CAPTURE(parse_mrz, card, kCard);

void mrz_to_traveller(benchmark::State& state) {
  const Result<Mrz> zone = darvaza::parse_mrz(kPassport);
  if (!zone) return state.SkipWithError("the specimen was refused");
  for (auto _ : state) benchmark::DoNotOptimize(to_traveller(*zone));
}
BENCHMARK(mrz_to_traveller);

void check_digit(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(documents::check_digit("L898902C<"));
}
BENCHMARK(check_digit);

void normalise_number(benchmark::State& state, std::string_view number) {
  for (auto _ : state) benchmark::DoNotOptimize(documents::normalise_number(number));
}
BENCHMARK_CAPTURE(normalise_number, plain, "AB1234567");
BENCHMARK_CAPTURE(normalise_number, separators, "ab 123-45/67");
BENCHMARK_CAPTURE(normalise_number, persian_digits, "АВ ۱۲۳۴۵۶۷");

void fold_confusable(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(documents::fold_confusable("0B12S4O67"));
}
BENCHMARK(fold_confusable);

}  // namespace
}  // namespace darvaza
