#include "darvaza/entry_terms.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/core.h>

#include "records/term_rules.h"

namespace darvaza {

namespace {

constexpr std::array<std::string_view, 14> kCategories = {"",
                                                          "terrorism",
                                                          "drugs",
                                                          "arms",
                                                          "trafficking_in_persons",
                                                          "migrant_smuggling",
                                                          "goods",
                                                          "money_laundering",
                                                          "cyber",
                                                          "cultural_goods",
                                                          "wildlife",
                                                          "document",
                                                          "missing_person",
                                                          "protected_person"};
constexpr std::array<std::string_view, 9> kInstructions = {
    "",        "arrest",         "refuse",         "contact", "discreet",
    "inquiry", "specific_check", "seize_document", "protect"};
constexpr std::array<std::string_view, 2> kLines = {"first", "second"};

template <typename Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto* const found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

/// In words that an officer can act upon.
std::string_view advice(Instruction instruction) {
  switch (instruction) {
    case Instruction::unstated:
      return "Do not act on this alone.";
    case Instruction::arrest:
      return "The owner asks for arrest once identity and warrant are confirmed.";
    case Instruction::refuse:
      return "The owner asks that entry be refused once identity is confirmed.";
    case Instruction::contact:
      return "Contact the owner before anything else.";
    case Instruction::discreet:
      return "Discreet: let nothing be noticed; note route, company and documents.";
    case Instruction::inquiry:
      return "The owner asks that the person be questioned.";
    case Instruction::specific_check:
      return "The owner asks for a search of person, vehicle and goods, where the law allows it.";
    case Instruction::seize_document:
      return "The owner asks that the document be kept.";
    case Instruction::protect:
      return "The owner asks that the person be kept safe.";
  }
  return {};
}

bool is_released_to(StateCode state, const EntryTerms& terms) {
  if (state.empty() || !terms.releasable_to || state == terms.owner) return true;
  return std::find(terms.releasable_to->begin(), terms.releasable_to->end(), state) !=
         terms.releasable_to->end();
}

}  // namespace

std::string_view to_string(AlertCategory category) {
  return kCategories[static_cast<std::size_t>(category)];
}
std::optional<AlertCategory> parse_alert_category(std::string_view word) {
  return parse<AlertCategory>(kCategories, word);
}
std::string_view to_string(Instruction instruction) {
  return kInstructions[static_cast<std::size_t>(instruction)];
}
std::optional<Instruction> parse_instruction(std::string_view word) {
  return parse<Instruction>(kInstructions, word);
}
std::string_view to_string(Line line) { return kLines[static_cast<std::size_t>(line)]; }
std::optional<Line> parse_line(std::string_view word) { return parse<Line>(kLines, word); }

void complete(EntryTerms& terms, const EntryTerms& of_list) {
  const EntryTerms nothing;
  const auto take = [&](auto member) {
    if (terms.*member == nothing.*member) terms.*member = of_list.*member;
  };
  take(&EntryTerms::owner);
  take(&EntryTerms::focal_point);
  take(&EntryTerms::legal_basis);
  take(&EntryTerms::category);
  take(&EntryTerms::instruction);
  take(&EntryTerms::visible_from);
  take(&EntryTerms::releasable_to);
  take(&EntryTerms::valid_from);
  take(&EntryTerms::valid_until);
  take(&EntryTerms::review);
  take(&EntryTerms::source_reference);
}

bool may_see(const Post& post, const EntryTerms& terms) {
  const bool is_hidden =
      terms.visible_from == Line::second || terms.instruction == Instruction::discreet;
  return !(is_hidden && post.line == Line::first) && records::is_valid_for(post, terms) &&
         is_released_to(post.state, terms);
}

std::string handling_text(const EntryTerms& terms, std::string_view owner_name,
                          std::string_view own_text) {
  std::string text = "Unconfirmed. ";
  if (records::is_no_suspect(terms)) text += "Not a suspect: a missing or protected person. ";
  text += advice(terms.instruction);
  if (!own_text.empty()) text += fmt::format(" {}", own_text);
  const std::string_view owner = owner_name.empty() ? "the owner of the entry" : owner_name;
  text += fmt::format(" Verify identity and contact {}{}{}.", owner,
                      terms.focal_point.empty() ? "" : ": ", terms.focal_point);
  return text;
}

}  // namespace darvaza
