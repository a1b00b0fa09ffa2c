#include "index/name_tables.h"

#include <utility>

#include "index/dictionary.h"
#include "index/joined_readings.h"
#include "names/person_name.h"

namespace darvaza::index {
namespace {

using romanize::Sounds;

/// Enough to be worth waking a thread for, few enough to stay in the processor's cache.
constexpr std::size_t kBatchNames = 2048;

}  // namespace

NameTables::NameTables(unsigned threads)
    : threads_(threads), pipeline_(threads, &NameTables::read, [this](const Batch& batch) { collect(batch); }) {}

void NameTables::add(std::string_view text, NameGrade grade, ReadAs reading) {
  names_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(grade) << NameRecord::kGradeShift});
  texts_ += text;
  batch_.texts += text;
  batch_.ends.push_back(batch_.texts.size());
  batch_.readings.push_back(reading);
  if (batch_.ends.size() == kBatchNames) pipeline_.submit(std::exchange(batch_, {}));
}

void NameTables::settle() {
  if (!batch_.ends.empty()) pipeline_.submit(std::exchange(batch_, {}));
  pipeline_.drain();
}

void NameTables::read(Batch& batch) {
  const auto numbered = [](const Sounds& sounds, names::TokenRole role, bool apart, bool glued) {
    const std::uint32_t marks = (apart ? NameToken::kApart : 0) | (glued ? NameToken::kGlued : 0);
    return Batch::Token{sounds, static_cast<std::uint32_t>(role) << NameToken::kRoleShift | marks, hash_of(std::as_bytes(std::span(&sounds, 1)))};
  };
  std::vector<ReadToken> read;
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    const std::string_view text = std::string_view(batch.texts).substr(begin, end - begin);
    const bool is_glued = batch.readings[batch.token_counts.size()] == ReadAs::glued;
    const names::PersonName name = is_glued ? names::parse_glued(text) : names::parse_name(text);
    begin = end;
    batch.token_counts.push_back(name.tokens.size());
    read.clear();
    for (const names::Token& token : name.tokens) {
      batch.tokens.push_back(numbered(token.sounds, token.role, token.apart, token.glued));
      read.push_back({&token.sounds, token.role});
    }
    const JoinedReadings joined(read);
    for (const Reading& reading : joined.readings()) {
      for (const WordRun run : reading.words()) {
        if (run.count > 1) batch.joined.push_back(numbered(joined_sounds(std::span(read).subspan(run.begin, run.count)), names::TokenRole::name, false, false));
      }
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
      name_tokens_.push_back({number_of(*token) | token->role});
    }
  }
  for (const Batch::Token& joined : batch.joined) number_of(joined);
}

void NameTables::sort() {
  settle();
  names_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(name_tokens_.size()) & NameRecord::kTokensMask});

  const std::vector<std::uint32_t> order = in_dictionary_order(tokens_, threads_);
  std::vector<std::uint32_t> rank(tokens_.size());
  std::vector<Sounds> sorted;
  sorted.reserve(tokens_.size());
  for (const std::uint32_t number : order) {
    rank[number] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(tokens_[number]);
  }
  tokens_ = std::move(sorted);
  numbers_ = {};
  for (NameToken& token : name_tokens_) token.packed = rank[token.token()] | (token.packed & ~NameToken::kTokenMask);
}

void NameTables::finish(Sections& sections) {
  sections[SectionId::names] = SectionBytes(std::move(names_));
  sections[SectionId::name_texts] = SectionBytes(std::move(texts_));
  sections[SectionId::name_tokens] = SectionBytes(std::move(name_tokens_));
  sections[SectionId::tokens] = SectionBytes(std::move(tokens_));
}

}  // namespace darvaza::index
