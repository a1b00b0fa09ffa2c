#include "lists/entry_builder.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "documents/document_number.h"
#include "documents/number_cell.h"
#include "documents/states.h"
#include "documents/written_date.h"
#include "lists/birth_dates.h"
#include "names/two_scripts.h"
#include "records/sex.h"
#include "records/today.h"
#include "records/trimmed.h"
#include "text/words.h"

namespace darvaza::lists {

template <typename Fact>
bool EntryBuilder::has_room(const std::vector<Fact>& facts) {
  if (facts.size() < kMostFacts) return true;
  ++left_out_;
  return false;
}

void EntryBuilder::name(std::string_view text, NameGrade grade) {
  const auto add = [&](std::string_view one) {
    if (!one.empty() && has_room(entry.names)) entry.names.push_back({std::string(one), grade});
  };
  const names::TwoScripts several = names::names_in_two_scripts(text);
  if (several.names.empty()) return add(records::trimmed(text));
  for (const std::string_view one : several.names) add(one);
}

void EntryBuilder::birth_date(std::string_view text) {
  if (records::trimmed(text).empty()) return;
  const auto date = parse_birth_date(text);
  if (!date) {
    remark(fmt::format("a date of birth that cannot be read: {}, or two of them as a range", documents::kExpectedDate));
    return;
  }
  auto& dates = entry.birth_dates;
  if (!has_room(dates)) return;
  const auto is_future = [year = records::this_year()](const auto& one) { return one.first.year > year; };
  if (is_future(*date) && std::none_of(dates.begin(), dates.end(), is_future)) remark("a date of birth in the future");
  if (std::find(dates.begin(), dates.end(), *date) == dates.end()) dates.push_back(*date);
}

void EntryBuilder::sex(std::string_view text) {
  const auto sex = records::parse_sex(text);
  if (!sex) {
    remark("a sex that is neither male, female nor unknown");
  } else if (*sex == Sex::unknown || sex_contradicted_) {
    return;
  } else if (entry.sex != Sex::unknown && entry.sex != *sex) {
    sex_contradicted_ = true;
    entry.sex = Sex::unknown;
    remark("two sexes that differ: neither is taken");
  } else {
    entry.sex = *sex;
  }
}

StateCode EntryBuilder::state(std::string_view text, std::string_view what) {
  text = records::trimmed(text);
  if (text.empty()) return {};
  const auto code = documents::parse_state(text);
  if (!code) remark(fmt::format("{} that is no known State", what));
  return code.value_or(StateCode{});
}

void EntryBuilder::nationality(std::string_view text) {
  auto& codes = entry.nationalities;
  for (const std::string_view item : documents::state_items(text)) {
    const StateCode code = state(item, "a nationality");
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
}

void EntryBuilder::birth_place(std::string_view text) {
  text = records::trimmed(text);
  auto& places = entry.birth_places;
  if (text.empty() || !has_room(places)) return;
  if (std::find(places.begin(), places.end(), text) == places.end()) places.emplace_back(text);
}

void EntryBuilder::father_name(std::string_view text) {
  text = records::trimmed(text);
  if (!text.empty() && has_room(entry.father_names)) entry.father_names.emplace_back(text);
}

void EntryBuilder::document(std::string_view type, std::string_view number,
                            std::string_view issuer) {
  const documents::NumberCell cell = documents::read_number_cell(number);
  recorder_.remark_numbers(place_, cell);
  if (cell.numbers.empty()) return;
  add_cell(type, cell, std::array{state(issuer, "an issuing State")});
}

void EntryBuilder::documents(std::string_view type, std::span<const std::string> numbers, std::span<const std::string> issuers) {
  std::vector<StateCode> states;
  for (const std::string& issuer : numbers.empty() ? std::span<const std::string>() : issuers) {
    const StateCode code = state(issuer, "an issuing State");
    if (!code.empty() && std::find(states.begin(), states.end(), code) == states.end()) states.push_back(code);
  }
  if (states.empty()) states.emplace_back();
  for (const std::string& number : numbers) {
    const documents::NumberCell cell = documents::read_number_cell(number);
    recorder_.remark_numbers(place_, cell);
    add_cell(type, cell, states);
  }
}

void EntryBuilder::add_cell(std::string_view type, const documents::NumberCell& cell, std::span<const StateCode> issuers) {
  for (const documents::DocumentText& one : cell.numbers) {
    if (documents::normalise_number(one.number).empty()) remark("a document number without a letter or digit, which cannot be found");
    for (const StateCode issuer : issuers) add_document(type, one, issuer);
  }
}

void EntryBuilder::add_document(std::string_view type, const documents::DocumentText& parts, StateCode issuer) {
  if (!has_room(entry.documents)) return;
  ListedDocument document;
  document.number = parts.number;
  document.type = type.empty() ? parts.kind : std::string(type);
  document.issuing_state = issuer.empty() ? documents::issuing_state_in(parts.rest) : issuer;

  for (ListedDocument& known : entry.documents) {
    const bool same_issuer = known.issuing_state == document.issuing_state ||
                             known.issuing_state.empty() || document.issuing_state.empty();
    if (known.number != document.number || !same_issuer) continue;
    if (known.issuing_state.empty()) known.issuing_state = document.issuing_state;
    return;
  }
  entry.documents.push_back(std::move(document));
}

void EntryBuilder::listed_on(std::string_view text) {
  if (records::trimmed(text).empty()) return;
  const auto date = documents::parse_written_date(text);
  const auto list_date = parse_iso_date(recorder_.summary().list_date);
  if (!date) {
    remark("a date of listing that cannot be read");
  } else if (!list_date) {
    return;
  } else if (*date > *list_date) {
    remark("a date of listing after the list's own date");
  } else if (!entry.terms.valid_from.known() || *date < entry.terms.valid_from) {
    entry.terms.valid_from = *date;
  }
}

void EntryBuilder::delisted_on(std::string_view text) {
  if (records::trimmed(text).empty()) return;
  const auto date = documents::parse_written_date(text);
  if (!date) {
    remark("a date of delisting that cannot be read");
  } else {
    entry.terms.valid_until = *date;
  }
}

void EntryBuilder::finish() {
  if (left_out_ > 0) {
    remark(fmt::format("{} names, dates, places or documents left out: more than {} of a kind",
                       left_out_, kMostFacts));
  }
  recorder_.entry(std::move(entry), place_);
}

}  // namespace darvaza::lists
