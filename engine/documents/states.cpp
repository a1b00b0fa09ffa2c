#include "documents/states.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "documents/state_key.h"
#include "documents/states_table.h"
#include "records/trimmed.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace darvaza::documents {
namespace {

constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestCode = 4;  // ISO 3166-3

// A sorted table from a text to a code.
class Dictionary {
 public:
  void add(std::string text, std::string_view code) {
    rows_.emplace_back(std::move(text), StateCode(code));
  }
  void seal() { std::sort(rows_.begin(), rows_.end()); }

  std::optional<StateCode> find(std::string_view text) const {
    const auto row =
        std::lower_bound(rows_.begin(), rows_.end(), text,
                         [](const auto& entry, std::string_view key) { return entry.first < key; });
    if (row == rows_.end() || row->first != text) return std::nullopt;
    return row->second;
  }

 private:
  std::vector<std::pair<std::string, StateCode>> rows_;
};

struct Dictionaries {
  Dictionary codes;  ///< in capitals
  Dictionary names;  ///< as state_key

  void add(std::span<const StateRow> states) {
    for (const StateRow& state : states) {
      codes.add(std::string(state.code), state.code);
      if (!state.alpha2.empty()) codes.add(std::string(state.alpha2), state.code);
      names.add(state_key(state.name), state.code);
    }
  }
  void add_names(std::span<const StateSpelling> spellings) {
    for (const StateSpelling& row : spellings) names.add(state_key(row.text), row.code);
  }
};

Dictionaries build_dictionaries() {
  Dictionaries built;
  for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
    built.add(states);
  }
  for (const StateSpelling& row : code_spellings())
    built.codes.add(std::string(row.text), row.code);
  built.add_names(name_spellings());
  built.add_names(nationality_words());
  built.codes.seal();
  built.names.seal();
  return built;
}

const Dictionaries& dictionaries() {
  static const Dictionaries built = build_dictionaries();
  return built;
}

// Without blanks, and without the fillers of a machine-readable zone ("D<<").
std::string_view without_fillers(std::string_view text) {
  text = records::trimmed(text);
  while (!text.empty() && text.back() == '<') text.remove_suffix(1);
  return text;
}

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::optional<StateCode> find_code(std::string_view text) {
  if (text.size() > kLongestCode) return std::nullopt;
  std::string capitals(text);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), upper);
  return dictionaries().codes.find(capitals);
}

// ISO 3166-2: the State's alpha-2 code, a hyphen, one to three letters or digits.
std::optional<StateCode> find_subdivision(std::string_view text) {
  if (text.size() < 4 || text.size() > 6 || text[2] != '-') return std::nullopt;
  const bool alphanumeric = std::all_of(text.begin() + 3, text.end(), [](char c) {
    return (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9');
  });
  return alphanumeric ? find_code(text.substr(0, 2)) : std::nullopt;
}

// Small numbers for known codes, found by hashing; 0 for all others. At most Slots / 4 codes.
template <std::size_t Slots>
class CodeNumbers {
 public:
  // The number of a code, a new one if it has none yet: 1, 2, ...
  std::uint16_t add(StateCode code) {
    std::size_t at = place(code);
    while (numbers_[at] != 0 && codes_[at] != code) at = (at + 1) % Slots;
    if (numbers_[at] == 0) {
      codes_[at] = code;
      numbers_[at] = ++count_;
    }
    return numbers_[at];
  }
  std::uint16_t find(StateCode code) const {
    std::size_t at = place(code);
    while (numbers_[at] != 0 && codes_[at] != code) at = (at + 1) % Slots;
    return numbers_[at];
  }
  std::size_t count() const { return count_; }

 private:
  static std::size_t place(StateCode code) {
    return (std::bit_cast<std::uint32_t>(code) * 0x9E3779B1u >> 16) % Slots;
  }

  std::array<StateCode, Slots> codes_{};
  std::array<std::uint16_t, Slots> numbers_{};  // 0: an empty slot
  std::uint16_t count_ = 0;
};

// How any two codes are related, as a matrix: scoring asks for every candidate.
class Relations {
 public:
  Relations() {
    for (const auto rows : {state_relations(), close_states()}) {
      for (const StateRelation& row : rows) numbers_.add(StateCode(row.code)), numbers_.add(StateCode(row.other));
    }
    for (const std::string_view code : stateless_codes()) numbers_.add(StateCode(code));
    related_.resize(width() * width());
    close_.resize(width() * width());
    mark(state_relations(), related_);
    mark(close_states(), close_);
    for (const std::string_view code : stateless_codes()) mark_stateless(numbers_.find(StateCode(code)));
  }

  bool related(StateCode a, StateCode b) const { return related_[at(a, b)] != 0; }
  bool close(StateCode a, StateCode b) const { return close_[at(a, b)] != 0; }

 private:
  using Matrix = std::vector<std::uint8_t>;

  // Row and column 0 are those of codes without relations.
  std::size_t width() const { return numbers_.count() + 1; }
  std::size_t at(StateCode a, StateCode b) const { return numbers_.find(a) * width() + numbers_.find(b); }

  void mark(std::span<const StateRelation> rows, Matrix& matrix) const {
    for (const StateRelation& row : rows) {
      const StateCode code(row.code), other(row.other);
      matrix[at(code, other)] = matrix[at(other, code)] = 1;
    }
  }
  void mark_stateless(std::size_t number) {
    for (std::size_t other = 0; other < width(); ++other) {
      related_[number * width() + other] = related_[other * width() + number] = 1;
    }
  }

  CodeNumbers<1024> numbers_;
  Matrix related_, close_;
};

const Relations& relations() {
  static const Relations built;
  return built;
}

// Names by code. A code that stands in several tables has the name of the first.
class StateNames {
 public:
  StateNames() {
    for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
      for (const StateRow& state : states) {
        if (numbers_.add(StateCode(state.code)) > names_.size()) names_.push_back(state.name);
      }
    }
  }
  // Empty when the code is not known.
  std::string_view find(StateCode code) const {
    const std::size_t number = numbers_.find(code);
    return number == 0 ? std::string_view() : names_[number - 1];
  }

 private:
  CodeNumbers<2048> numbers_;
  std::vector<std::string_view> names_;
};

std::optional<StateCode> find_state(std::string_view text) {
  text = without_fillers(text);
  if (text.empty() || text.size() > kLongestName) return std::nullopt;
  if (const auto code = find_code(text)) return code;
  if (const auto code = find_subdivision(text)) return code;
  const std::string key = state_key(text);
  return key.empty() ? std::nullopt : dictionaries().names.find(key);
}

}  // namespace

std::optional<StateCode> parse_state(std::string_view text) {
  const auto state = find_state(text);
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (state || ascii || text.size() > kLongestName) return state;
  return find_state(text::encode_utf8(text::normalise(text).text));  // no-break spaces, full-width letters, marks of writing direction
}

std::vector<std::string_view> state_items(std::string_view text) {
  if (parse_state(text)) return {text};
  for (const char separator : {';', '/', '|', ','}) {
    if (text.find(separator) == std::string_view::npos) continue;
    std::vector<std::string_view> items;
    for (const std::string_view part : text::split_trimmed(text, separator)) {
      const auto inner = state_items(part);
      items.insert(items.end(), inner.begin(), inner.end());
    }
    const bool all_known = std::all_of(items.begin(), items.end(), [](std::string_view item) { return parse_state(item).has_value(); });
    if (separator == ',' && !all_known) break;
    return items;
  }
  return {text};
}

std::string_view state_name(const StateCode& code) {
  static const StateNames names;
  const std::string_view name = names.find(code);
  return name.empty() ? code.text() : name;
}

bool are_related(StateCode a, StateCode b) { return !a.empty() && !b.empty() && relations().related(a, b); }

bool are_close(StateCode a, StateCode b) { return relations().close(a, b); }

}  // namespace darvaza::documents

namespace darvaza {

std::optional<StateCode> state_named(std::string_view text) { return documents::parse_state(text); }

}  // namespace darvaza
