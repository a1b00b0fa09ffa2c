#include "index/name_postings.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <tuple>

#include "index/leading_words.h"
#include "names/forefathers.h"
#include "names/skeleton.h"

namespace darvaza::index {
namespace {

OtherToken pack(std::uint32_t number, std::uint8_t classes) { return {number | std::uint32_t{classes} << 24}; }

bool is_irregular(std::span<const NameToken> name, const Dictionary& dictionary) {
  names::Forefathers forefathers;
  return std::any_of(name.begin(), name.end(), [&](NameToken token) {
    return token.role() == names::TokenRole::title || token.role() == names::TokenRole::initial || token.role() == names::TokenRole::father ||
           forefathers.next(token.role(), [&]() -> const romanize::Sounds& { return dictionary.tokens[token.token()]; });
  });
}

}  // namespace

PostingBuilder::PostingBuilder(const Dictionary& dictionary) : dictionary_(dictionary), begin_(dictionary.tokens.size() + 1) {
  classes_.reserve(dictionary.tokens.size());
  for (const romanize::Sounds& token : dictionary.tokens) classes_.push_back(names::consonant_classes(token).certain);
}

/// Gives a token, the other one, and what PostedName says of the reading.
template <typename Use>
void PostingBuilder::for_each_posting(std::span<const NameToken> name, Use use) const {
  const std::uint32_t irregular = is_irregular(name, dictionary_) ? PostedName::kIrregular : 0;
  const auto post = [&](const LeadingWords& words, std::uint32_t flags) {
    const std::span<const TokenId> tokens = words.tokens();
    const std::uint32_t said = std::min(words.names(), PostedName::kMostNames) << PostedName::kNameBits | flags;
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
      if (std::find(tokens.begin(), token, *token) != token) continue;
      if (tokens.size() == 1) use(*token, pack(OtherToken::kAlone, 0), said);
      if (tokens.size() > kMostPaired) use(*token, pack(OtherToken::kMany, 0), said);
      for (auto other = tokens.begin(); other != tokens.end() && tokens.size() <= kMostPaired; ++other) {
        if (other != token) use(*token, pack(*other, classes_[*other]), said);
      }
    }
  };
  post(leading_words(name), irregular);
  OtherReadings others;
  others.add_joined_particles(dictionary_, name);
  others.add_joined_names(dictionary_, name);
  for (const LeadingWords& words : others.all()) post(words, irregular | PostedName::kJoined);
}

void PostingBuilder::count(std::span<const NameToken> name) {
  for_each_posting(name, [&](TokenId token, OtherToken, std::uint32_t) { ++begin_[token + 1]; });
}

void PostingBuilder::begin_adding() {
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  next_.assign(begin_.begin(), begin_.end() - 1);
  filed_.resize(begin_.back());
}

void PostingBuilder::add(NameId id, std::span<const NameToken> name, const NameFacts& facts) {
  for_each_posting(name, [&](TokenId token, OtherToken other, std::uint32_t said) {
    filed_[next_[token]++] = {other, {id | said}, facts.state, facts.date.year, facts.date.day};
  });
}

PostingTables PostingBuilder::finish(unsigned threads) {
  constexpr std::size_t kRun = 4096;  // tokens
  std::atomic<std::size_t> next{0};
  const auto sort_runs = [&] {
    for (std::size_t begin; (begin = next.fetch_add(kRun)) + 1 < begin_.size();) {
      for (std::size_t token = begin; token < std::min(begin + kRun, begin_.size() - 1); ++token) {
        std::stable_sort(filed_.begin() + static_cast<std::ptrdiff_t>(begin_[token]), filed_.begin() + static_cast<std::ptrdiff_t>(begin_[token + 1]),
                         [](const Posting& a, const Posting& b) { return std::tuple(a.year, a.state) < std::tuple(b.year, b.state); });
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(sort_runs);
    sort_runs();
  }
  PostingTables tables;
  tables.begin.reserve(begin_.size());
  tables.words.reserve(PostingList::words_of(filed_.size()) + begin_.size());
  for (std::size_t token = 0; token < begin_.size(); ++token) {
    tables.begin.push_back(static_cast<std::uint32_t>(tables.words.size()));
    if (token + 1 < begin_.size()) append_block(std::span(filed_).subspan(begin_[token], begin_[token + 1] - begin_[token]), tables.words);
  }
  tables.words.resize(tables.words.size() + PostingList::kWordsBehind);
  filed_ = {};
  return tables;
}

void append_block(std::span<const Posting> postings, std::vector<std::uint32_t>& words) {
  const std::size_t begin = words.size();
  words.resize(begin + PostingList::words_of(postings.size()));
  std::uint32_t* word = words.data() + begin;
  for (const Posting& posting : postings) *word++ = posting.other.packed;
  for (const Posting& posting : postings) *word++ = posting.name.packed;
  auto* code = reinterpret_cast<std::uint8_t*>(word);
  for (const Posting& posting : postings) *code++ = posting.state;
  for (const Posting& posting : postings) *code++ = posting.year;
  for (const Posting& posting : postings) *code++ = posting.day;
}

}  // namespace darvaza::index
