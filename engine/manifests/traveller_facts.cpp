#include "manifests/traveller_facts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "documents/number_cell.h"
#include "documents/states.h"
#include "manifests/limits.h"
#include "manifests/manifest_sink.h"
#include "manifests/trim.h"
#include "documents/written_date.h"
#include "names/two_scripts.h"
#include "records/not_text.h"
#include "records/sex.h"
#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

void report(Traveller& traveller, const std::string& where, std::string text) {
  add_problem(traveller.problems, where, std::move(text));
}

/// False, with a problem, when the list is full.
template <typename T>
bool has_room(Traveller& traveller, const std::vector<T>& list, const std::string& where) {
  if (list.size() < kMaxFactsPerTraveller) return true;
  report(traveller, where,
         "too many names, nationalities, documents or addresses: this one was not kept");
  return false;
}

constexpr const char* kOtherSex = "a second statement of sex differs from the first";

void keep_nationality(Traveller& traveller, StateCode state, const std::string& where) {
  auto& all = traveller.nationalities;
  const bool known = std::find(all.begin(), all.end(), state) != all.end();
  if (!known && has_room(traveller, all, where)) all.push_back(state);
}

/// Letters and digits in capitals, single blanks between: whether two spellings are the same.
std::string plain(const std::string& name) {
  std::string result;
  for (const char c : name) {
    const bool separator = is_blank(c) || c == '-' || c == ',' || c == '<';
    if (!separator) {
      result += upper(c);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return std::string(trim(result));
}

bool same_name(const TravellerName& a, const TravellerName& b) {
  return a.may_be_truncated == b.may_be_truncated && plain(a.full()) == plain(b.full());
}

/// Whether `date` says no more than `fuller` does: 1980 or 1980-05 beside 1980-05-17.
bool is_part_of(PartialDate date, PartialDate fuller) {
  if (date.year != fuller.year) return false;
  return date.month == 0 || (date.month == fuller.month && (date.day == 0 || date.day == fuller.day));
}

bool same_document(const TravelDocument& a, const TravelDocument& b) {
  const bool issuers =
      a.issuing_state == b.issuing_state || a.issuing_state.empty() || b.issuing_state.empty();
  return issuers && to_upper(without_blanks(a.number)) == to_upper(without_blanks(b.number));
}

void keep_name(Traveller& traveller, TravellerName name, const std::string& where) {
  const bool known = std::any_of(traveller.names.begin(), traveller.names.end(), [&](const TravellerName& n) { return same_name(n, name); });
  if (!known && has_room(traveller, traveller.names, where)) traveller.names.push_back(std::move(name));
}

}  // namespace

void add_name(Traveller& traveller, TravellerName name, const std::string& where) {
  name.primary = trim(name.primary);
  name.secondary = trim(name.secondary);
  if (name.primary.empty() && name.secondary.empty()) return;
  const names::TwoScripts several = name.secondary.empty() ? names::names_in_two_scripts(name.primary) : names::TwoScripts();
  for (const std::string_view one : several.names) keep_name(traveller, {std::string(one), {}, name.may_be_truncated}, where);
  if (several.names.empty()) keep_name(traveller, std::move(name), where);
}

void add_nationality(Traveller& traveller, std::string_view text, const std::string& where) {
  if (trim(text).empty()) return;
  const auto state = documents::parse_state(text);
  if (!state) {
    report(traveller, where, "the nationality names no State that is known");
    return;
  }
  keep_nationality(traveller, *state, where);
}

void add_nationalities(Traveller& traveller, std::string_view text, const std::string& where) {
  for (const std::string_view item : documents::state_items(text)) add_nationality(traveller, item, where);
}

void set_sex(Traveller& traveller, std::string_view text, const std::string& where) {
  if (trim(text).empty()) return;
  const auto sex = records::parse_sex(text);
  if (!sex) return report(traveller, where, "the sex is none of M, F, X, U or such a word");
  if (*sex == Sex::unknown || *sex == traveller.sex) return;
  if (traveller.sex != Sex::unknown) {
    return report(traveller, where, kOtherSex);
  }
  traveller.sex = *sex;
}

void set_birth_date(Traveller& traveller, PartialDate date, int reference_year,
                    const std::string& where) {
  if (!date.known()) return;
  if (date.year > reference_year) {
    return report(traveller, where, "the birth date lies in the future");
  }
  if (is_part_of(date, traveller.birth_date)) return;
  if (traveller.birth_date.known() && !is_part_of(traveller.birth_date, date)) {
    return report(traveller, where, "a second birth date differs from the first");
  }
  traveller.birth_date = date;
}

void set_written_birth_date(Traveller& traveller, std::string_view text, int reference_year,
                            const std::string& where) {
  if (trim(text).empty()) return;
  const auto date = documents::parse_written_birth_date(text);
  if (date) return set_birth_date(traveller, *date, reference_year, where);
  report(traveller, where, fmt::format("the birth date is not a date: {}", documents::kExpectedDate));
}

void set_issuing_state(Traveller& traveller, TravelDocument& document, std::string_view text,
                       const std::string& where) {
  if (trim(text).empty()) return;
  const auto state = documents::parse_state(text);
  if (!state) return report(traveller, where, "the issuer names no State that is known");
  if (!document.issuing_state.empty() && document.issuing_state != *state) {
    return report(traveller, where, "a second issuer of one document differs from the first");
  }
  document.issuing_state = *state;
}

void set_written_expiry(Traveller& traveller, TravelDocument& document, std::string_view text,
                        const std::string& where) {
  if (trim(text).empty()) return;
  const auto date = documents::parse_written_date(text);
  if (!date) return report(traveller, where, "the date of expiry is not a date such as 2030-05-17");
  document.expires = *date;
}

void append_item(std::string& list, std::string_view item) {
  if (item.empty()) return;
  if (!list.empty()) list += ", ";
  list += item;
}

void set_address_state(TravellerAddress& address, std::string_view text) {
  if (trim(text).empty()) return;
  if (const auto state = documents::parse_state(text)) {
    address.state = *state;
  } else {
    append_item(address.text, trim(text));
  }
}

void add_address(Traveller& traveller, TravellerAddress address, const std::string& where) {
  if (address.text.empty() && address.state.empty()) return;
  const bool known = std::any_of(
      traveller.addresses.begin(), traveller.addresses.end(), [&](const TravellerAddress& other) {
        return other.type == address.type && other.text == address.text &&
               other.state == address.state;
      });
  if (!known && has_room(traveller, traveller.addresses, where)) {
    traveller.addresses.push_back(std::move(address));
  }
}

void add_written_documents(Traveller& traveller, std::string_view cell, const TravelDocument& facts, const std::string& where) {
  documents::NumberCell read = documents::read_number_cell(cell);
  for (documents::DocumentText& one : read.numbers) {
    TravelDocument document = facts;
    document.number = std::move(one.number);
    if (document.issuing_state.empty()) document.issuing_state = documents::issuing_state_in(one.rest);
    add_document(traveller, std::move(document), where);
  }
  for (std::string& number : read.doubtful) {
    TravelDocument document = facts;
    document.number = std::move(number);
    add_document(traveller, std::move(document), where);
  }
  if (read.quantity) add_unread_document(traveller, where, "a document number that a program wrote as a quantity, as 123456.0: looked up without the end, expected it as printed");
  if (read.rounded) add_unread_document(traveller, where, "a document number that a spreadsheet has rounded, as 1.23457E+11: expected all its digits");
}

void add_unread_name(Traveller& traveller, const std::string& where, std::string text) {
  add_name(traveller, {std::string(records::kNotText), {}}, where);
  report(traveller, where, std::move(text));
}

void add_unread_document(Traveller& traveller, const std::string& where, std::string text) {
  TravelDocument document;
  document.number = records::kNotText;
  add_document(traveller, std::move(document), where);
  report(traveller, where, std::move(text));
}

void add_document(Traveller& traveller, TravelDocument document, const std::string& where) {
  if (trim(document.number).empty()) return;
  if (has_room(traveller, traveller.documents, where)) {
    traveller.documents.push_back(std::move(document));
  }
}

void merge(Traveller& traveller, Traveller&& other, const std::string& where) {
  for (TravellerName& name : other.names) add_name(traveller, std::move(name), where);
  for (TravelDocument& document : other.documents) {
    const auto known =
        std::find_if(traveller.documents.begin(), traveller.documents.end(),
                     [&](const TravelDocument& d) { return same_document(d, document); });
    if (known == traveller.documents.end()) {
      add_document(traveller, std::move(document), where);
      continue;
    }
    if (known->type.empty()) known->type = std::move(document.type);
    if (known->issuing_state.empty()) known->issuing_state = document.issuing_state;
    if (!known->expires.known()) known->expires = document.expires;
    if (!known->issued.known()) known->issued = document.issued;
    if (known->issued_at.empty()) known->issued_at = std::move(document.issued_at);
  }
  for (TravellerAddress& address : other.addresses) {
    add_address(traveller, std::move(address), where);
  }
  const bool says_more = traveller.birth_date != other.birth_date && is_part_of(traveller.birth_date, other.birth_date);
  const bool other_birth_date = traveller.birth_date.known() && other.birth_date.known() && !says_more && !is_part_of(other.birth_date, traveller.birth_date);
  if (other_birth_date) report(traveller, where, "a second birth date differs from the first");
  if (!traveller.birth_date.known() || says_more) {
    traveller.birth_date = other.birth_date;
    traveller.birth_date_doubtful = other.birth_date_doubtful;
  } else if (other.birth_date == traveller.birth_date) {
    traveller.birth_date_doubtful &= other.birth_date_doubtful;
  }
  if (traveller.sex != Sex::unknown && other.sex != Sex::unknown && traveller.sex != other.sex) report(traveller, where, kOtherSex);
  if (traveller.sex == Sex::unknown) traveller.sex = other.sex;
  for (const StateCode state : other.nationalities) keep_nationality(traveller, state, where);  // who has two passports may have two
  if (traveller.father_name.empty()) traveller.father_name = std::move(other.father_name);
  if (traveller.birth_place.empty()) traveller.birth_place = std::move(other.birth_place);
  for (Problem& problem : other.problems) {
    report(traveller, problem.where.empty() ? where : where + ", " + problem.where,
           std::move(problem.text));
  }
}

std::string checked_text(Traveller& traveller, std::string_view bytes, const std::string& where) {
  std::string text = text::to_valid_utf8(bytes);
  if (text != bytes) report(traveller, where, "the text is not well-formed UTF-8");
  return text;
}

void check_family_name(Traveller& traveller, const std::string& where) {
  const bool given_alone = !traveller.names.empty() && std::all_of(traveller.names.begin(), traveller.names.end(), [](const TravellerName& name) { return name.primary.empty(); });
  if (given_alone) add_unread_name(traveller, where, "given names alone, beside headings that are not known: the family name may stand under one of them");
}

void check_identifiable(Traveller& traveller, const std::string& where) {
  const bool has_name = std::any_of(traveller.names.begin(), traveller.names.end(), [](const TravellerName& name) { return name.primary != records::kNotText; });
  const bool has_document =
      std::any_of(traveller.documents.begin(), traveller.documents.end(), [](const TravelDocument& document) { return document.number != records::kNotText; });
  if (has_name || has_document) return;
  report(traveller, where, "no name and no document: nobody can be looked up");
}

}  // namespace darvaza::manifests
