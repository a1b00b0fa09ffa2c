// names: a name to tokens, two tokens to a cost, two names to an alignment.
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "names/name_alignment.h"
#include "names/person_name.h"
#include "names/token_cost.h"
#include "sample_names.h"

namespace darvaza {
namespace {

using bench::misspelled_names;
using bench::sample_names;
using generate::Script;
using names::PersonName;
using Pair = std::pair<PersonName, PersonName>;

std::vector<PersonName> parsed(const std::vector<std::string>& texts) {
  std::vector<PersonName> parsed;
  for (const std::string& text : texts) parsed.push_back(names::parse_name(text));
  return parsed;
}

/// Name i of one list with name i + `shift` of the other: shift 0 gives one person's names.
std::vector<Pair> pairs(const std::vector<std::string>& a, const std::vector<std::string>& b,
                        std::size_t shift) {
  const std::vector<PersonName> parsed_a = parsed(a), parsed_b = parsed(b);
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    pairs.emplace_back(parsed_a[i], parsed_b[(i + shift) % b.size()]);
  }
  return pairs;
}

std::vector<names::WeighedToken> weighed(const PersonName& name) {
  constexpr names::Millinats kRarity = 8000;  // one name in 3,000 has such a token
  std::vector<names::WeighedToken> tokens;
  for (const names::Token& token : name.tokens) {
    names::WeighedToken one;
    one.sounds = &token.sounds;
    one.role = token.role;
    one.cut = token.cut;
    one.rarity = kRarity;
    tokens.push_back(one);
  }
  return tokens;
}

void parse_name(benchmark::State& state, Script script) {
  bench::Round names(sample_names(script));
  for (auto _ : state) {
    benchmark::DoNotOptimize(names::parse_name(std::string_view(names.next())));
  }
}
BENCHMARK_CAPTURE(parse_name, latin, Script::latin);
BENCHMARK_CAPTURE(parse_name, cyrillic, Script::cyrillic);
BENCHMARK_CAPTURE(parse_name, arabic, Script::arabic);

/// First tokens, with the limit that the search and the scorer use.
void token_cost(benchmark::State& state, Script a, Script b, std::size_t shift) {
  const std::vector<Pair> all = pairs(sample_names(a), sample_names(b), shift);
  bench::Round round(all);
  for (auto _ : state) {
    const Pair& pair = round.next();
    const romanize::Sounds& first = pair.first.tokens.front().sounds;
    const romanize::Sounds& second = pair.second.tokens.front().sounds;
    benchmark::DoNotOptimize(
        names::token_cost(first, second, names::similarity_limit(first, second)));
  }
}
BENCHMARK_CAPTURE(token_cost, same_latin_cyrillic, Script::latin, Script::cyrillic, 0);
BENCHMARK_CAPTURE(token_cost, same_latin_arabic, Script::latin, Script::arabic, 0);
BENCHMARK_CAPTURE(token_cost, same_cyrillic_arabic, Script::cyrillic, Script::arabic, 0);
BENCHMARK_CAPTURE(token_cost, other_latin_latin, Script::latin, Script::latin, 1);
BENCHMARK_CAPTURE(token_cost, other_latin_arabic, Script::latin, Script::arabic, 1);

void align_names(benchmark::State& state, const std::vector<std::string>& a,
                 const std::vector<std::string>& b, std::size_t shift) {
  const std::vector<Pair> all = pairs(a, b, shift);
  std::vector<std::pair<std::vector<names::WeighedToken>, std::vector<names::WeighedToken>>> tokens;
  for (const Pair& pair : all) tokens.emplace_back(weighed(pair.first), weighed(pair.second));
  bench::Round round(tokens);
  names::NameAlignment alignment;
  for (auto _ : state) {
    const auto& [first, second] = round.next();
    names::align_names(first, second, alignment);
    benchmark::DoNotOptimize(alignment.total);
  }
}
BENCHMARK_CAPTURE(align_names, same_misspelled, sample_names(Script::latin), misspelled_names(), 0);
BENCHMARK_CAPTURE(align_names, same_latin_arabic, sample_names(Script::latin),
                  sample_names(Script::arabic), 0);
BENCHMARK_CAPTURE(align_names, other_latin_latin, sample_names(Script::latin),
                  sample_names(Script::latin), 1);

}  // namespace
}  // namespace darvaza
