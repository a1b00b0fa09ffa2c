// Names that say whose child or wife the bearer is: Gul Agha son of Haji Karim, محمد اسلم ولد عبدالرشید, د حاجی کریم زوی.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/person_name.h"

namespace darvaza::names {

/// Finds the words between bearer and father (or husband) while a name is read. They are no part of the name; what stands behind them is a
/// father's name, which many sources leave out. Not bin, ben and ould, behind which stands what many bearers are called.
class KinWords {
 public:
  /// The next word of `text`, which is normalised; `tokens` are those before it.
  void see(std::u32string_view text, std::u32string_view word, std::span<const Token> tokens);

  /// The end of a text, of which no more stands in the next one.
  void end_text(std::size_t tokens);

  /// Where the bearer ends and words between or the father begin, of so many tokens.
  std::size_t end_of_bearer(std::size_t tokens) const;

  /// Gives the fathers' tokens their role, if somebody is named before them.
  void settle(std::vector<Token>& tokens);

  /// Takes the words themselves out.
  void take_out(std::vector<Token>& tokens) const;

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  void wait_from(std::size_t token, bool is_sure);
  void close(std::size_t end);

  std::uint64_t words_ = 0;           ///< bit i: token i is a word between
  std::uint64_t fathers_ = 0;         ///< bit i: token i is a father's name
  std::size_t pending_ = kNone;       ///< the first token of a word behind which nobody stands yet
  bool pending_is_sure_ = false;      ///< it can be nothing else: son of, s/o
  bool is_syllable_ = false;          ///< a word may be a Korean syllable
  std::size_t father_ = kNone;        ///< the first token of the father who is being named
  std::size_t of_ = kNone;            ///< the Pashto "of", which stands before the father
  std::u32string_view last_;          ///< the word before, in the text
  std::size_t last_begin_ = 0;        ///< its first token
};

}  // namespace darvaza::names
