// Letters of a name one by one: where a slip may happen, and what it does to a word.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "eval/perturb/random.h"
#include "eval/perturb/subject.h"
#include "text/script.h"

namespace darvaza::perturb {

struct Place {
  std::size_t word, letter;
};

/// One of the places for which `possible(word, letter)` holds, each as likely; nothing when there
/// is none.
std::optional<Place> choose_place(
    const Subject& subject, Random& random,
    const std::function<bool(std::u32string_view word, std::size_t letter)>& possible);

/// The word without the letter at `at`, with it twice, or exchanged with the next one, which must
/// exist.
std::u32string omit_letter(std::u32string_view word, std::size_t at);
std::u32string double_letter(std::u32string_view word, std::size_t at);
std::u32string swap_letters(std::u32string_view word, std::size_t at);

char32_t lower(char32_t letter);
/// `letter` as a capital if `model` is one.
char32_t in_case_of(char32_t letter, char32_t model);
std::u32string lower(std::u32string_view word);
std::u32string upper(std::u32string_view word);
/// The first letter as a capital, the others as they are.
std::u32string capitalised(std::u32string_view word);

/// Whether all letters of the name are of `script` and there is at least one.
bool is_written_in(const Subject& subject, text::Script script);

}  // namespace darvaza::perturb
