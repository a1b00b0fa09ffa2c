#include "scoring/place_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "documents/states.h"
#include "names/token_cost.h"
#include "scoring/place_words_table.h"

namespace darvaza::scoring {
namespace {

using names::Token;
using names::TokenRole;

/// The words of a table in the form that parse_name gives them, so that nothing here normalises
/// text.
std::vector<Token> tokens_of(std::string_view words) {
  std::vector<Token> tokens;
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    for (Token& token : names::parse_name(words.substr(0, end)).tokens)
      tokens.push_back(std::move(token));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return tokens;
}

std::set<std::string> texts_of(std::string_view words) {
  std::set<std::string> texts;
  for (const Token& token : tokens_of(words)) texts.insert(token.text);
  return texts;
}

bool is_generic(const std::string& word) {
  static const std::set<std::string> generic = texts_of(generic_place_words());
  return generic.contains(word);
}

bool is_town_ending(const std::string& word) {
  static const std::set<std::string> endings = texts_of(town_endings());
  return endings.contains(word);
}

std::optional<StateCode> state_of_word(const std::string& word) {
  static const std::map<std::string, StateCode> states = [] {
    std::map<std::string, StateCode> codes;
    for (const StateWord& state : state_words()) {
      for (const Token& token : tokens_of(state.word))
        codes.emplace(token.text, StateCode(state.code));
    }
    return codes;
  }();
  const auto found = states.find(word);
  if (found != states.end()) return found->second;
  // Shorter words may be codes ("al", "in"), which only stand alone and in capitals.
  return word.size() < 4 ? std::nullopt : documents::parse_state(word);
}

/// The State that a part between commas names as a whole: "PAK", "Islamic Republic of Iran".
std::optional<StateCode> state_of_part(std::string_view part) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool code = part.size() <= 3 && std::none_of(part.begin(), part.end(), is_small);
  return code || part.size() >= 4 ? documents::parse_state(part) : std::nullopt;
}

/// "Хатлонская" without the ending that makes an adjective of a place.
Token without_adjective_ending(Token word) {
  for (const std::string_view ending : {"ская", "ской", "ский", "ское", "skaya", "skoy", "skaia"}) {
    if (!word.text.ends_with(ending) || word.text.size() < ending.size() + 4) continue;
    auto shorter = names::parse_name(word.text.substr(0, word.text.size() - ending.size())).tokens;
    return shorter.size() == 1 ? std::move(shorter[0]) : std::move(word);
  }
  return word;
}

/// "Jalal Abad" is Jalalabad, and shares nothing with Faisal Abad.
void append_to(Token& town, const Token& ending) {
  auto joined = names::parse_name(town.text + ending.text).tokens;
  if (joined.size() == 1) town = std::move(joined[0]);
}

void add_word(Token word, Place& place) {
  if (is_town_ending(word.text) && !place.words.empty()) return append_to(place.words.back(), word);
  if (word.role == TokenRole::particle || word.role == TokenRole::initial || is_generic(word.text))
    return;
  if (const auto state = state_of_word(word.text)) {
    place.states.push_back(*state);
  } else if (place.words.size() < kMaxPlaceWords) {
    word.role = TokenRole::name;  // "Sharif" and "Khan" are no titles in Mazar-i-Sharif and Dera
                                  // Ismail Khan
    place.words.push_back(without_adjective_ending(std::move(word)));
  }
}

void add_part(std::string_view part, Place& place) {
  const auto first = part.find_first_not_of(' ');
  if (first == std::string_view::npos) return;
  part = part.substr(first, part.find_last_not_of(' ') - first + 1);
  if (const auto state = state_of_part(part)) {
    place.states.push_back(*state);
    return;
  }
  for (Token& word : names::parse_name(part).tokens) add_word(std::move(word), place);
}

}  // namespace

Place parse_place(std::string_view text) {
  Place place;
  while (!text.empty() && place.words.size() < kMaxPlaceWords &&
         place.states.size() < kMaxPlaceWords) {
    const auto end = std::min(text.find_first_of(",;()/\n"), text.size());
    add_part(text.substr(0, end), place);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return place;
}

std::vector<Token> other_place_names(const std::vector<Token>& words) {
  static const std::vector<std::vector<Token>> groups = [] {
    std::vector<std::vector<Token>> all;
    for (const std::string_view group : renamed_towns()) all.push_back(tokens_of(group));
    return all;
  }();
  constexpr names::Millinats kSameWord = 1500;
  std::vector<Token> others;
  for (const Token& word : words) {
    const auto is_word = [&](const Token& name) {
      return names::token_cost(word.sounds, name.sounds, kSameWord) != names::kTooFar;
    };
    for (const auto& group : groups) {
      const auto found = std::find_if(group.begin(), group.end(), is_word);
      if (found == group.end()) continue;
      for (const Token& name : group) {
        if (&name != &*found && others.size() < kMaxPlaceWords) others.push_back(name);
      }
    }
  }
  return others;
}

std::string describe(const Place& place) {
  std::string text;
  for (const Token& word : place.words) text += (text.empty() ? "" : " ") + word.text;
  for (const StateCode& state : place.states)
    text += (text.empty() ? "" : ", ") + std::string(documents::state_name(state));
  return text;
}

}  // namespace darvaza::scoring
