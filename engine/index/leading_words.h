// The words by which a listed name is found.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "index/dictionary.h"
#include "index/index.h"
#include "index/joined_readings.h"

namespace darvaza::index {

/// Whether tokens in this role have postings: particles, titles and initials are in too many names to lead anywhere.
constexpr bool leads(names::TokenRole role) { return names::is_borne_name(role); }

/// The words of a reading that lead, in its order, those that are there twice included.
class LeadingWords {
 public:
  void add(TokenId token, bool is_name) {
    tokens_[count_++] = token;
    names_ += is_name;
  }
  std::span<const TokenId> tokens() const { return {tokens_.data(), count_}; }
  std::uint32_t names() const { return names_; }  ///< how many of them are names

 private:
  std::array<TokenId, names::kMaxTokens> tokens_;  // set up to count_
  std::size_t count_ = 0;
  std::uint32_t names_ = 0;
};

/// Of the name as it is listed.
LeadingWords leading_words(std::span<const NameToken> name);

/// The leading words of a name's other readings.
class OtherReadings {
 public:
  /// Those in which particles and second halves are joined (joined_readings.h), except where the dictionary does not hold a word.
  void add_joined_particles(const Dictionary& dictionary, std::span<const NameToken> name);
  /// Those in which two neighbouring names are one word that somebody in the list bears: "Ali Reza", Alireza.
  void add_joined_names(const Dictionary& dictionary, std::span<const NameToken> name);

  std::span<const LeadingWords> all() const& { return {readings_.data(), count_}; }
  std::span<const LeadingWords> all() && = delete;  // they are this object's

 private:
  static constexpr std::size_t kMost = JoinedReadings::kMost + 2;
  std::array<LeadingWords, kMost> readings_;
  std::size_t count_ = 0;
};

}  // namespace darvaza::index
