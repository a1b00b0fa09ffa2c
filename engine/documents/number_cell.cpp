#include "documents/number_cell.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "documents/document_number.h"
#include "documents/written_date.h"
#include "records/trimmed.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace darvaza::documents {
namespace {

/// In lower case, without blanks and punctuation. English, Russian, Tajik, Uzbek and Persian.
constexpr std::string_view kNoNumber[] = {
    "na",  "none",  "nil",         "null",     "no",        "nan",         "unknown",    "notknown", "notavailable", "notapplicable", "notstated",
    "tba", "tbc",   "nonumber",    "нет",      "нетданных", "неимеется",   "неизвестно", "неизвестен", "отсутствует", "безномера",     "нест",
    "йўқ", "yoq",   "номаълум",    "nomalum",  "ندارد",     "نامعلوم",     "نامشخص"};

/// Fewer letters and digits than this stand in no number by itself.
constexpr std::size_t kShortest = 5;
/// Of parts between slashes, which also stand inside of numbers ("0-16/53000").
constexpr std::size_t kShortestPart = 6, kFewestDigits = 4;
/// Longer than any number with words around it; what is longer is no number.
constexpr std::size_t kLongestPiece = 4096;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_point(char c) { return c == '.' || c == ','; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t count_digits(std::string_view text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit)); }

/// The letter or digit in lower case; 0 of what is neither.
char32_t bare(char32_t c) {
  const bool kept = c < 0x80 ? is_digit(static_cast<char>(c)) || is_ascii_letter(static_cast<char>(c)) : text::CharacterTable::instance()[c].letter_or_mark;
  return kept ? text::CharacterTable::instance()[c].lower : 0;
}
/// Letters and digits in lower case.
std::string bare(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const char32_t c = bare(text::take_code_point(text)); c != 0) text::append_utf8(c, out);
  }
  return out;
}

/// Whether one of the words above begins as the text does, or it may be nothing but noughts or x. Few names do, and every name of a list is asked about.
bool may_say_none(std::string_view text) {
  static const std::u32string kFirst = [] {
    std::u32string first = U"0x";
    for (std::string_view word : kNoNumber) {
      if (const char32_t c = text::take_code_point(word); first.find(c) == std::u32string::npos) first += c;
    }
    return first;
  }();
  while (!text.empty()) {
    if (const char32_t c = bare(text::take_code_point(text)); c != 0) return kFirst.find(c) != std::u32string::npos;
  }
  return false;
}

/// "؛" and "،" as ';' and ',', and ';' for all that separates for sure.
std::string with_plain_separators(std::string_view cell) {
  std::string out;
  while (!cell.empty()) {
    if (cell.starts_with("\xD8\x9B") || cell.starts_with("\xD8\x8C")) {
      out += cell[1] == '\x9B' ? ';' : ',';
      cell.remove_prefix(2);
      continue;
    }
    const char c = cell.front();
    out += c == '\n' || c == '\r' || c == '|' ? ';' : c;
    cell.remove_prefix(1);
  }
  return out;
}

/// Whether a character stands in no parentheses; asked of each in turn.
class Parentheses {
 public:
  bool is_outside(char c) {
    if (c == '(') ++open_;
    if (c == ')' && open_ > 0) --open_;
    return open_ == 0;
  }

 private:
  int open_ = 0;
};

/// Whether the character at `at` parts numbers and stands in none: '*', which ISO 9735 takes for repetitions, '\\', and '&' and '+'
/// without the blanks that make words of them.
bool parts_numbers(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '*' || c == '\\') return true;
  const bool is_word = at > 0 && text[at - 1] == ' ' && at + 1 < text.size() && text[at + 1] == ' ';
  return (c == '&' || c == '+') && !is_word;
}

/// The texts between such characters that stand in no parentheses.
std::vector<std::string_view> parted(std::string_view text) {
  std::vector<std::string_view> sides;
  std::size_t begin = 0;
  Parentheses parentheses;
  const auto end_side = [&](std::size_t end) {
    if (const auto side = records::trimmed(text.substr(begin, end - begin)); !side.empty()) sides.push_back(side);
    begin = end + 1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (parentheses.is_outside(text[i]) && parts_numbers(text, i)) end_side(i);
  }
  end_side(text.size());
  return sides;
}

/// Words between two numbers. English, Russian, Tajik, Uzbek and Persian.
constexpr std::string_view kAnd[] = {"and", "or", "&", "+", "и", "или", "ва", "ё", "ёки", "va", "yoki", "و", "یا"};

/// The length of the word between blanks that begins at `at` and joins what stands around it; 0 where none does.
std::size_t joining_word(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != ' ') return 0;
  const std::size_t end = text.find(' ', at);
  if (end == std::string_view::npos) return 0;
  const std::string word = text::lower_case(text.substr(at, end - at));
  return std::find(std::begin(kAnd), std::end(kAnd), word) == std::end(kAnd) ? 0 : word.size();
}

/// What stands between two commas or words that join, and what stands before it.
struct Piece {
  std::string_view text;
  std::string joint;
  bool behind_word = false;
};

/// The pieces between commas, and between words that join, that stand in no parentheses.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  Parentheses parentheses;
  Piece next;
  const auto end_piece = [&](std::size_t end, std::size_t joint, bool is_word) {
    next.text = records::trimmed(text.substr(begin, end - begin));
    if (!next.text.empty()) pieces.push_back(std::move(next));
    next = {{}, is_word ? " " + std::string(text.substr(end, joint)) + " " : ", ", is_word};
    begin = std::min(end + joint, text.size());
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!parentheses.is_outside(text[i])) continue;
    if (text[i] == ',') {
      end_piece(i, 1, false);
    } else if (const std::size_t word = joining_word(text, i); word > 0) {
      end_piece(i, word, true);
      i = begin - 1;
    }
  }
  end_piece(text.size(), 0, false);
  return pieces;
}

/// Whether a text behind a comma or a word that joins may be a number: not a place, not a date.
bool may_be_number(std::string_view piece) {
  const DocumentText parts = split_document_text(piece);
  return !parts.number.empty() && (parts.kind.empty() || is_document_kind(parts.kind)) && !parse_written_date(piece) && !parse_written_date(parts.number);
}

bool is_whole_number(std::string_view part) {
  const std::string number = normalise_number(part);
  return number.size() >= kShortestPart && count_digits(number) >= kFewestDigits;
}

/// "AA1234567": one to three letters before six digits or more.
bool is_passport_like(std::string_view word) {
  const auto letters = static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_ascii_letter) - word.begin());
  return letters >= 1 && letters <= 3 && word.size() >= letters + 6 && std::all_of(word.begin() + static_cast<std::ptrdiff_t>(letters), word.end(), is_digit);
}

/// The runs of ASCII letters and digits: "AA1234567 - BB7654321" has two.
std::vector<std::string_view> words_of_ascii(std::string_view text) {
  std::vector<std::string_view> words;
  const auto kept = [](char c) { return is_digit(c) || is_ascii_letter(c); };
  for (auto at = text.begin(); (at = std::find_if(at, text.end(), kept)) != text.end();) {
    const auto end = std::find_if_not(at, text.end(), kept);
    words.emplace_back(at, end);
    at = end;
  }
  return words;
}

class CellReader {
 public:
  NumberCell read(std::string_view cell) {
    const std::string plain = with_plain_separators(cell);
    for (const std::string_view item : text::split_trimmed(plain, ';')) part_item(item);
    return std::move(result_);
  }

 private:
  /// "Passport" of "Passport and tazkira 1234567" is none.
  static bool ends_in_number(std::string_view one) {
    return one.size() <= kLongestPiece && normalise_number(split_document_text(one).number).size() >= kShortest;
  }

  /// "AB1234567*CD7654321". Of "AB12*4567" nobody can know whether a character was struck out: it stays, and its parts are looked up.
  void part_item(std::string_view item) {
    const auto sides = parted(item);
    const auto is_number = [](std::string_view side) { return count_digits(side) > 0 && normalise_number(side).size() >= kShortest; };
    if (sides.size() < 2 || quantity_in(item) != Quantity::none) return read_item(item);
    if (std::all_of(sides.begin(), sides.end(), is_number)) {
      for (const std::string_view side : sides) read_item(side);
      return;
    }
    const bool rounded_before = std::exchange(result_.rounded, false);
    read_item(item);
    const bool is_power = std::exchange(result_.rounded, rounded_before || result_.rounded);  // "passport 1.23457E+11"
    for (const std::string_view side : sides) {
      if (!is_power && count_digits(side) > 0 && normalise_number(side).size() > 2) result_.doubtful.emplace_back(side);
    }
  }

  void read_item(std::string_view item) {
    if (says_no_number(item)) return;
    if (quantity_in(item) != Quantity::none) return read_quantity({{}, std::string(item), {}});  // the comma may be a decimal one
    std::string one;  // a number with what is said behind it
    for (const Piece& piece : pieces_of(item)) {
      const bool may_part = !one.empty() && piece.text.size() <= kLongestPiece && (!piece.behind_word || ends_in_number(one));
      if (may_part && may_be_number(piece.text)) {
        if (normalise_number(piece.text).size() < kShortest) {
          result_.doubtful.emplace_back(piece.text);
          continue;
        }
        read_one(one);
        one.clear();
      }
      text::append_joined(one, piece.text, piece.joint);
    }
    if (one.empty()) one = item;
    read_one(one);
  }

  void read_one(std::string_view one) {
    const std::string whole = text::collapsed(one);
    DocumentText parts = split_document_text(whole);
    if (parts.number.empty()) {
      const auto words = text::split_words(whole);
      if (!words.empty() && says_no_number(words.back())) return;  // "passport: none"
      parts = {{}, whole, {}};
    }
    note_numbers_in(parts.rest);
    if (says_no_number(parts.number)) return;
    quantity_in(parts.number) == Quantity::none ? split_number(std::move(parts)) : read_quantity(std::move(parts));
  }

  /// "AB1234567 (new CD7654321)": what is said behind a number may speak of another.
  void note_numbers_in(std::string_view rest) {
    for (std::string_view word : text::split_words(rest)) {
      while (!word.empty() && !is_digit(word.back()) && !is_ascii_letter(word.back())) word.remove_suffix(1);
      while (!word.empty() && !is_digit(word.front()) && !is_ascii_letter(word.front())) word.remove_prefix(1);
      if (is_passport_like(word)) result_.doubtful.emplace_back(word);
    }
  }

  /// Takes the digits that are all there, and notes that others are not.
  void read_quantity(DocumentText parts) {
    if (quantity_in(parts.number) == Quantity::rounded) {
      result_.rounded = true;
      return;
    }
    const std::string_view digits = records::trimmed(parts.number);
    parts.number = std::string(digits.substr(0, digits.find_first_of(".,")));
    result_.quantity = true;
    result_.numbers.push_back(std::move(parts));
  }

  void split_number(DocumentText parts) {
    const auto words = words_of_ascii(parts.number);
    if (words.size() > 1 && std::all_of(words.begin(), words.end(), is_passport_like)) {
      for (const std::string_view word : words) result_.numbers.push_back({parts.kind, std::string(word), parts.rest});
      return;
    }
    const std::string number = parts.number;
    const auto sides = text::split_trimmed(number, '/');
    if (sides.size() > 1 && std::all_of(sides.begin(), sides.end(), is_whole_number)) {
      for (const std::string_view side : sides) result_.numbers.push_back({parts.kind, std::string(side), parts.rest});
      return;
    }
    result_.numbers.push_back(std::move(parts));
    if (sides.size() < 2 || std::none_of(sides.begin(), sides.end(), is_passport_like)) return;
    for (const std::string_view side : sides) {
      if (normalise_number(side).size() > 2) result_.doubtful.emplace_back(side);
    }
  }

  NumberCell result_;
};

}  // namespace

NumberCell read_number_cell(std::string_view cell) { return CellReader().read(cell); }

bool is_plain_number(std::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char c) { return is_digit(c) || is_ascii_letter(c); }) &&
         std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '1' && c <= '9'; });
}

bool says_no_number(std::string_view cell) {
  constexpr std::size_t kLongest = 64;
  if (cell.size() > kLongest || !may_say_none(cell)) return false;
  const std::string word = bare(cell);
  if (word.empty()) return false;
  return word.find_first_not_of('0') == std::string::npos || word.find_first_not_of('x') == std::string::npos ||
         std::find(std::begin(kNoNumber), std::end(kNoNumber), word) != std::end(kNoNumber);
}

Quantity quantity_in(std::string_view cell) {
  cell = records::trimmed(cell);
  const std::size_t end = std::min(cell.find_first_not_of("0123456789"), cell.size());
  if (end == 0 || end == cell.size()) return Quantity::none;
  const bool has_point = is_point(cell[end]);
  // More zeros may be thousands.
  if (const std::string_view rest = cell.substr(end + 1); has_point && (rest == "0" || rest == "00")) return Quantity::whole;
  const std::size_t power = cell.find_first_of("eE");
  if (power == std::string_view::npos || power + 2 >= cell.size()) return Quantity::none;
  const std::string_view digits = cell.substr(0, power);
  const char sign = cell[power + 1];
  const bool is_power = sign == '+' || (sign == '-' && has_point);  // "12E-345" may be a number
  return is_power && digits.find_first_not_of("0123456789.,") == std::string_view::npos &&
                 cell.find_first_not_of("0123456789", power + 2) == std::string_view::npos
             ? Quantity::rounded
             : Quantity::none;
}

}  // namespace darvaza::documents
