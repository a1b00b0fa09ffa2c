#include "index/name_tables.h"

#include <cstring>
#include <utility>

#include "names/person_name.h"

namespace darvaza::index {
namespace {

using romanize::Sounds;

/// Enough to be worth waking a thread for, few enough to stay in the processor's cache.
constexpr std::size_t kBatchNames = 2048;

/// A token on its way into order: most comparisons end in `head`, without a look at the token.
struct Ordered {
  std::uint64_t head = 0;  ///< its first bytes, the first of them the highest
  std::uint32_t number = 0;
};

std::uint64_t head_of(const Sounds& token) {
  std::uint64_t head = 0;
  std::memcpy(&head, &token, sizeof head);
  return __builtin_bswap64(head);
}

}  // namespace

NameTables::NameTables(unsigned threads)
    : threads_(threads), pipeline_(threads, &NameTables::read, [this](const Batch& batch) { collect(batch); }) {}

void NameTables::add(std::string_view text, NameGrade grade) {
  names_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(grade) << NameRecord::kGradeShift});
  texts_ += text;
  batch_.texts += text;
  batch_.ends.push_back(batch_.texts.size());
  if (batch_.ends.size() == kBatchNames) pipeline_.submit(std::exchange(batch_, {}));
}

void NameTables::settle() {
  if (!batch_.ends.empty()) pipeline_.submit(std::exchange(batch_, {}));
  pipeline_.drain();
}

void NameTables::read(Batch& batch) {
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    const names::PersonName name = names::parse_name(std::string_view(batch.texts).substr(begin, end - begin));
    begin = end;
    batch.token_counts.push_back(name.tokens.size());
    for (const names::Token& token : name.tokens) {
      batch.tokens.push_back({token.sounds, static_cast<std::uint32_t>(token.role), hash_of(std::as_bytes(std::span(&token.sounds, 1)))});
    }
  }
}

std::uint32_t NameTables::number_of(const Batch::Token& token) {
  const auto next = static_cast<std::uint32_t>(tokens_.size());
  const std::uint32_t number = numbers_.find_or_add(token.hash, next, [&](std::uint32_t known) { return tokens_[known] == token.sounds; });
  if (number == next) tokens_.push_back(token.sounds);
  return number;
}

void NameTables::collect(const Batch& batch) {
  auto token = batch.tokens.begin();
  for (const std::size_t count : batch.token_counts) {
    names_[collected_++].tokens_and_grade |= static_cast<std::uint32_t>(name_tokens_.size()) & NameRecord::kTokensMask;
    unsearchable_ += count == 0;
    for (const auto end = token + static_cast<std::ptrdiff_t>(count); token != end; ++token) {
      name_tokens_.push_back({number_of(*token) | token->role << 28});
    }
  }
}

void NameTables::sort() {
  settle();
  names_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(name_tokens_.size()) & NameRecord::kTokensMask});

  std::vector<Ordered> order;
  order.reserve(tokens_.size());
  for (const Sounds& token : tokens_) order.push_back({head_of(token), static_cast<std::uint32_t>(order.size())});
  sort_distinct(threads_, order, [&](const Ordered& a, const Ordered& b) {
    return a.head != b.head ? a.head < b.head : tokens_[a.number] < tokens_[b.number];
  });
  std::vector<std::uint32_t> rank(tokens_.size());
  std::vector<Sounds> sorted;
  sorted.reserve(tokens_.size());
  for (const Ordered& token : order) {
    rank[token.number] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(tokens_[token.number]);
  }
  tokens_ = std::move(sorted);
  numbers_ = {};
  for (NameToken& token : name_tokens_) token.packed = rank[token.token()] | (token.packed & 0xf000'0000u);
}

void NameTables::finish(Sections& sections) {
  sections[SectionId::names] = SectionBytes(std::move(names_));
  sections[SectionId::name_texts] = SectionBytes(std::move(texts_));
  sections[SectionId::name_tokens] = SectionBytes(std::move(name_tokens_));
  sections[SectionId::tokens] = SectionBytes(std::move(tokens_));
}

}  // namespace darvaza::index
