#include "index/name_postings.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <tuple>

#include "names/skeleton.h"

namespace darvaza::index {
namespace {

OtherToken pack(std::uint32_t number, std::uint8_t classes) { return {number | std::uint32_t{classes} << 24}; }

PostedName pack(NameId id, std::span<const NameToken> name) {
  std::uint32_t names = 0;
  bool irregular = false;
  for (auto token = name.begin(); token != name.end(); ++token) {
    const bool repeated = std::any_of(name.begin(), token, [&](NameToken before) { return before.token() == token->token(); });
    irregular |= !leads(token->role()) || repeated;
    names += token->role() == names::TokenRole::name && !repeated;
  }
  return {id | std::min(names, PostedName::kMostNames) << PostedName::kNameBits | (irregular ? 1u << 31 : 0u)};
}

/// The distinct leading tokens of a name, in its order.
struct Leading {
  std::array<TokenId, names::kMaxTokens> tokens{};
  std::size_t count = 0;

  explicit Leading(std::span<const NameToken> name) {
    for (const NameToken& token : name) {
      const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(count);
      if (leads(token.role()) && std::find(tokens.begin(), end, token.token()) == end) tokens[count++] = token.token();
    }
  }
};

}  // namespace

PostingBuilder::PostingBuilder(std::span<const romanize::Sounds> tokens) : begin_(tokens.size() + 1) {
  classes_.reserve(tokens.size());
  for (const romanize::Sounds& token : tokens) classes_.push_back(names::consonant_classes(token).certain);
}

template <typename Use>
void PostingBuilder::for_each_posting(std::span<const NameToken> name, Use use) const {
  const Leading leading(name);
  for (std::size_t i = 0; i < leading.count; ++i) {
    const TokenId token = leading.tokens[i];
    if (leading.count == 1) use(token, pack(OtherToken::kAlone, 0));
    if (leading.count > kMostPaired) use(token, pack(OtherToken::kMany, 0));
    for (std::size_t j = 0; j < leading.count && leading.count <= kMostPaired; ++j) {
      if (j != i) use(token, pack(leading.tokens[j], classes_[leading.tokens[j]]));
    }
  }
}

void PostingBuilder::count(std::span<const NameToken> name) {
  for_each_posting(name, [&](TokenId token, OtherToken) { ++begin_[token + 1]; });
}

void PostingBuilder::begin_adding() {
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  next_.assign(begin_.begin(), begin_.end() - 1);
  filed_.resize(begin_.back());
}

void PostingBuilder::add(NameId id, std::span<const NameToken> name, const NameFacts& facts) {
  const PostedName posted = pack(id, name);
  const auto sort_key = static_cast<std::uint16_t>(facts.date.year << 8 | facts.state);
  for_each_posting(name, [&](TokenId token, OtherToken other) { filed_[next_[token]++] = {sort_key, facts.date.day, posted, other}; });
}

PostingTables PostingBuilder::finish(unsigned threads) {
  constexpr std::size_t kRun = 4096;  // tokens
  std::atomic<std::size_t> next{0};
  const auto sort_runs = [&] {
    for (std::size_t begin; (begin = next.fetch_add(kRun)) + 1 < begin_.size();) {
      for (std::size_t token = begin; token < std::min(begin + kRun, begin_.size() - 1); ++token) {
        std::stable_sort(filed_.begin() + static_cast<std::ptrdiff_t>(begin_[token]), filed_.begin() + static_cast<std::ptrdiff_t>(begin_[token + 1]),
                         [](const Filed& a, const Filed& b) { return a.facts < b.facts; });
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(sort_runs);
    sort_runs();
  }
  PostingTables tables;
  tables.begin.assign(begin_.begin(), begin_.end());
  tables.others.reserve(filed_.size());
  tables.names.reserve(filed_.size());
  tables.states.reserve(filed_.size());
  tables.years.reserve(filed_.size());
  tables.days.reserve(filed_.size());
  for (const Filed& filed : filed_) {
    tables.others.push_back(filed.other);
    tables.names.push_back(filed.name);
    tables.states.push_back(static_cast<StateNumber>(filed.facts & 0xff));
    tables.years.push_back(static_cast<YearCode>(filed.facts >> 8));
    tables.days.push_back(filed.day);
  }
  filed_ = {};
  return tables;
}

}  // namespace darvaza::index
