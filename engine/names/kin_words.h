// Names that say whose child or wife the bearer is: Gul Agha son of Haji Karim, محمد اسلم ولد عبدالرشید, د حاجی کریم زوی.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/person_name.h"
#include "names/role_words.h"

namespace darvaza::names {

/// Finds the words between bearer and father (or husband) while a name is read. They are no part of the name; what stands behind them is a
/// father's name, which many sources leave out. Not bin, ben and ould, behind which stands what many bearers are called. Where the first such word may belong
/// to the name before it, there are two readings.
class KinWords {
 public:
  enum class Reading : std::uint8_t { kin, glued };
  explicit KinWords(Reading reading) : reading_(reading) {}

  /// The next word of `text`, which is normalised; `tokens` are those before it.
  void see(std::u32string_view text, std::u32string_view word, std::span<const Token> tokens);

  /// The end of a text, of which no more stands in the next one.
  void end_text(std::size_t tokens);

  /// Where the bearer ends and words between or the father begin, of so many tokens.
  std::size_t end_of_bearer(std::size_t tokens) const;

  /// Whether the word that was seen last is of a father's name, in Russian.
  bool is_in_russian_father() const { return father_ != kNone && father_is_russian_; }

  /// Gives the fathers' tokens their role, if somebody is named before them.
  void settle(std::vector<Token>& tokens);

  /// Whether a word that settle took for one between may belong to the name before it.
  bool may_be_glued() const { return glue_ != kNone && reading_ == Reading::kin && words_ != 0; }

  /// Takes the words themselves out.
  void take_out(std::vector<Token>& tokens) const;

 private:
  const Reading reading_;
  static constexpr std::size_t kNone = ~std::size_t{0};

  void wait_from(std::size_t token, bool is_sure);
  void wait_for_father_or_glue(std::span<const Token> tokens);
  void close(std::size_t end);

  std::uint64_t words_ = 0;           ///< bit i: token i is a word between
  std::uint64_t fathers_ = 0;         ///< bit i: token i is a father's name
  std::size_t pending_ = kNone;       ///< the first token of a word behind which nobody stands yet
  bool pending_is_sure_ = false;      ///< it can be nothing else: son of, s/o
  bool is_syllable_ = false;          ///< a word may be a Korean syllable
  std::size_t title_ = kNone;         ///< the father's, which showed that the pending word is one
  bool may_glue_ = false;             ///< the pending word may belong to the name before it
  std::size_t glue_ = kNone;          ///< the token that does in the other reading
  bool is_russian_ = false;           ///< the pending word is Russian
  bool father_is_russian_ = false;    ///< and that before the one who is being named
  std::uint64_t in_genitive_ = 0;     ///< bit i: token i is a father's name behind a Russian word
  std::size_t father_ = kNone;        ///< the first token of the father who is being named
  std::size_t of_ = kNone;            ///< the Pashto "of", which stands before the father
  std::u32string_view last_;          ///< the word before, in the text, ...
  KinWord last_kind_ = KinWord::none;  ///< what it may be ...
  std::size_t last_begin_ = 0;        ///< and its first token
};

}  // namespace darvaza::names
