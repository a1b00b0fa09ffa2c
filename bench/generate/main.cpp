// darvaza-generate: large fictional lists and travellers for measuring.
//
// Deterministic: the same options give the same bytes on every machine. Every person is made from
// the seed and a number, so that a traveller who is on the list is made again, not remembered.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "generate/misspelling.h"
#include "generate/person.h"

namespace darvaza::generate {
namespace {

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t persons = 1'000'000;
  std::string list;
  std::uint64_t travellers = 0;
  double listed_share = 0.1;
  std::string manifest;
  std::string truth;
};

enum Stream : std::uint64_t { kListed = 1, kUnlisted, kTravellers };

/// A CSV file: lines are collected and written in large pieces. No field needs quoting.
class Lines {
 public:
  Lines(const std::string& path, std::string_view header) : out_(path, std::ios::binary) {
    add("{}\n", header);
  }
  template <typename... T>
  void add(fmt::format_string<T...> format, T&&... values) {
    fmt::format_to(std::back_inserter(buffer_), format, std::forward<T>(values)...);
    if (buffer_.size() > kPiece) flush();
  }
  bool close() {
    flush();
    out_.close();
    return out_.good();
  }

 private:
  static constexpr std::size_t kPiece = 1 << 20;
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }
  std::ofstream out_;
  fmt::memory_buffer buffer_;
};

bool write_list(const Options& options, const Vocabulary& vocabulary) {
  Lines lines(options.list, "id,full_name,birth_date,sex,nationality");
  for (std::uint64_t i = 0; i < options.persons; ++i) {
    Random random = Random::of_record(options.seed, kListed, i);
    const Person person = make_person(vocabulary, random);
    lines.add("g{},{},{},{},{}\n", i, write_name(person, random), person.birth_date, person.sex,
              person.nationality);
  }
  return lines.close();
}

bool write_travellers(const Options& options, const Vocabulary& vocabulary) {
  Lines manifest(options.manifest, "id,full_name,birth_date,nationality");
  Lines truth(options.truth, "id,entry");
  const auto listed_per_million = static_cast<std::uint64_t>(options.listed_share * 1e6);
  for (std::uint64_t i = 0; i < options.travellers; ++i) {
    Random choice = Random::of_record(options.seed, kTravellers, i);
    const bool listed = options.persons != 0 && choice.below(1'000'000) < listed_per_million;
    const std::uint64_t number = listed ? choice.below(options.persons) : i;
    Random random = Random::of_record(options.seed, listed ? kListed : kUnlisted, number);
    const Person person = make_person(vocabulary, random);
    const std::string name = listed ? write_misspelled(person, choice) : write_name(person, random);
    manifest.add("t{},{},{},{}\n", i, name, person.birth_date, person.nationality);
    if (listed) truth.add("t{},g{}\n", i, number);
  }
  const bool manifest_written = manifest.close();
  return truth.close() && manifest_written;
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Writes large fictional lists and travellers for measuring");
  app.add_option("--seed", options.seed, "Another seed gives other people")->capture_default_str();
  app.add_option("--persons", options.persons, "How many listed persons")->capture_default_str();
  app.add_option("--list", options.list, "Where to write the list (CSV)");
  app.add_option("--travellers", options.travellers, "How many travellers")->capture_default_str();
  app.add_option("--listed-share", options.listed_share,
                 "The share of travellers who are listed, misspelled")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  auto* manifest =
      app.add_option("--manifest", options.manifest, "Where to write the travellers (CSV)");
  auto* truth = app.add_option("--truth", options.truth, "Where to write who is who (CSV)");
  manifest->needs(truth);
  truth->needs(manifest);
  CLI11_PARSE(app, argc, argv);

  const Vocabulary vocabulary(options.seed);
  constexpr int kIoError = 74;  // sysexits(3)
  if (!options.list.empty() && !write_list(options, vocabulary)) {
    fmt::print(stderr, "darvaza-generate: cannot write {}\n", options.list);
    return kIoError;
  }
  if (!options.manifest.empty() && !write_travellers(options, vocabulary)) {
    fmt::print(stderr, "darvaza-generate: cannot write {} or {}\n", options.manifest,
               options.truth);
    return kIoError;
  }
  return 0;
}

}  // namespace
}  // namespace darvaza::generate

int main(int argc, char** argv) { return darvaza::generate::run(argc, argv); }
