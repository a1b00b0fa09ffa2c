#include "lists/ofac_remarks.h"

#include "documents/document_text.h"
#include "text/words.h"
#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

/// The width of the column in OFAC's specification; longer remarks go on in SDN_COMMENTS.CSV.
/// One less here: the cut may leave a blank at the end, which is trimmed before.
constexpr std::size_t kCutBytes = 1000 - 1;

void add_weak_alias(EntryBuilder& person, std::string_view text) {
  // Inner quotation marks belong to the name: 'ABU-'KELEG'.
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
    text = text.substr(1, text.size() - 2);
  }
  person.name(text, NameGrade::weak);
}

struct Clause {
  std::string_view word;
  void (*add)(EntryBuilder& person, std::string_view rest);
};

constexpr Clause kClauses[] = {
    {"DOB ", [](EntryBuilder& person, std::string_view rest) { person.birth_date(rest); }},
    {"POB ", [](EntryBuilder& person, std::string_view rest) { person.birth_place(rest); }},
    {"nationality ", [](EntryBuilder& person, std::string_view rest) { person.nationality(rest); }},
    {"citizen ", [](EntryBuilder& person, std::string_view rest) { person.nationality(rest); }},
    {"Gender ", [](EntryBuilder& person, std::string_view rest) { person.sex(rest); }},
    {"a.k.a. ", &add_weak_alias},
    {"f.k.a. ", &add_weak_alias},
    {"n.k.a. ", &add_weak_alias},
};

/// "Passport X0000001 (Egypt) issued 1999", and every other kind of document.
void add_document(std::string_view clause, EntryBuilder& person) {
  const documents::DocumentText parts = documents::split_document_text(clause);
  if (parts.number.empty() || !documents::is_document_kind(parts.kind)) return;
  person.document(parts.kind, clause.substr(parts.kind.size()), {});
}

void add_clause(std::string_view clause, EntryBuilder& person) {
  if (text::starts_with_words(clause, "alt. ")) clause = records::trimmed(clause.substr(5));
  for (const Clause& known : kClauses) {
    if (!text::starts_with_words(clause, known.word)) continue;
    known.add(person, records::trimmed(clause.substr(known.word.size())));
    return;
  }
  add_document(clause, person);
}

/// Without the full stop that ends them, or, where they were cut, without the clause that broke
/// off.
std::string_view whole_clauses(std::string_view remarks, EntryBuilder& person) {
  if (remarks.ends_with('.')) return remarks.substr(0, remarks.size() - 1);
  if (remarks.size() < kCutBytes) return remarks;
  person.remark("remarks that the file cuts off: what follows is in SDN_COMMENTS.CSV");
  const auto last = remarks.rfind(';');
  return last == std::string_view::npos ? std::string_view() : remarks.substr(0, last);
}

/// Without " (individual) [SDGT]", which OFAC's list as text, and files made of it, have behind the last clause: it made "Male" no sex.
std::string_view without_type(std::string_view clauses) {
  const auto type = clauses.rfind(" (individual)");
  const bool in_last = type != clauses.npos && clauses.find(';', type) == clauses.npos;
  return in_last ? clauses.substr(0, type) : clauses;
}

}  // namespace

void add_ofac_remarks(std::string_view remarks, EntryBuilder& person) {
  const std::string text = text::collapsed(without_type(whole_clauses(records::trimmed(remarks), person)));
  for (const std::string_view clause : text::split_trimmed(text, ';')) add_clause(clause, person);
}

}  // namespace darvaza::lists
