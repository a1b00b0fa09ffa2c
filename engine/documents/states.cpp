#include "documents/states.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "documents/state_key.h"
#include "documents/states_table.h"
#include "records/trimmed.h"

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

using CodePair = std::pair<StateCode, StateCode>;

// Scoring asks for every candidate, so the relations are kept sorted, in both directions.
struct Relations {
  std::vector<CodePair> pairs;
  std::vector<StateCode> stateless;

  bool hold(StateCode a, StateCode b) const {
    return std::binary_search(pairs.begin(), pairs.end(), CodePair(a, b));
  }
  bool names_no_state(StateCode code) const {
    return std::binary_search(stateless.begin(), stateless.end(), code);
  }
};

std::vector<CodePair> both_directions(std::span<const StateRelation> rows) {
  std::vector<CodePair> pairs;
  for (const StateRelation& row : rows) {
    pairs.emplace_back(StateCode(row.code), StateCode(row.other));
    pairs.emplace_back(StateCode(row.other), StateCode(row.code));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

Relations build_relations() {
  Relations built;
  built.pairs = both_directions(state_relations());
  for (const std::string_view code : stateless_codes()) built.stateless.emplace_back(code);
  std::sort(built.stateless.begin(), built.stateless.end());
  return built;
}

}  // namespace

std::optional<StateCode> parse_state(std::string_view text) {
  text = without_fillers(text);
  if (text.empty() || text.size() > kLongestName) return std::nullopt;
  if (const auto code = find_code(text)) return code;
  if (const auto code = find_subdivision(text)) return code;
  const std::string key = state_key(text);
  return key.empty() ? std::nullopt : dictionaries().names.find(key);
}

std::string_view state_name(const StateCode& code) {
  for (const auto states : {assigned_states(), special_issuers(), former_states()}) {
    const auto row = std::lower_bound(
        states.begin(), states.end(), code.text(),
        [](const StateRow& state, std::string_view wanted) { return state.code < wanted; });
    if (row != states.end() && row->code == code.text()) return row->name;
  }
  return code.text();
}

bool are_related(StateCode a, StateCode b) {
  static const Relations relations = build_relations();
  if (a.empty() || b.empty()) return false;
  return relations.names_no_state(a) || relations.names_no_state(b) || relations.hold(a, b);
}

bool are_close(StateCode a, StateCode b) {
  static const std::vector<CodePair> pairs = both_directions(close_states());
  return std::binary_search(pairs.begin(), pairs.end(), CodePair(a, b));
}

}  // namespace darvaza::documents
