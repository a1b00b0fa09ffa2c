#include "api/entry_answer.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "api/entry_version.h"
#include "documents/states.h"
#include "http/problem.h"
#include "records/json_writing.h"

namespace darvaza::daemon {
namespace {

using records::array;

constexpr std::string_view kBefore = "/v1/entries/";
/// A list may have one identifier for all of its entries: an answer stays one that can be read.
constexpr std::size_t kMostOthers = 20;

std::string_view word_of(NameGrade grade) {
  switch (grade) {
    case NameGrade::primary:
      return "primary";
    case NameGrade::strong:
      return "strong";
    case NameGrade::weak:
      break;
  }
  return "weak";
}

std::string names_of(const index::Index& index, const index::EntryView& entry) {
  std::string out = "[";
  for (index::NameId id = entry.first_name; id < entry.first_name + entry.name_count; ++id) {
    const index::NameView name = index.name(id);
    fmt::format_to(std::back_inserter(out), R"({}{{"name": {}, "grade": "{}"}})",
                   out.size() > 1 ? ", " : "", records::json_string(name.text), word_of(name.grade));
  }
  return out + "]";
}

/// Without braces.
std::string entry_members(const index::Index& index, index::EntryId id) {
  const index::EntryView entry = index.entry(id);
  const EntryTerms terms = index.terms(id);
  return fmt::format(
      R"("list": {}, "id": {}, "version": "{}", "names": {}, "sex": "{}", "birth_dates": {}, "birth_places": {}, )"
      R"("nationalities": {}, "father_names": {}, "documents": {}, "category": {}, "handling": {}{})",
      records::json_string(entry.list), records::json_string(entry.id), entry_version(index, id),
      names_of(index, entry), to_string(entry.sex),
      array(entry.birth_dates,
            [](const BirthDate& date) { return records::json_string(to_string(date)); }),
      array(entry.birth_places, records::json_string),
      array(entry.nationalities, [](StateCode state) { return records::json_string(state.text()); }),
      array(entry.father_names, records::json_string),
      array(entry.documents,
            [](const index::ListedDocumentView& document) {
              return fmt::format(R"({{"number": {}, "type": {}, "issuing_state": {}}})",
                                 records::json_string(document.number), records::json_string(document.type),
                                 records::json_string(document.issuing_state.text()));
            }),
      records::json_string(entry.category),
      records::json_string(handling_text(terms, documents::state_name(terms.owner), entry.handling)),
      records::terms_member(terms));
}

/// Nothing makes an identifier unique: whoever asks for one must see whom else it may mean, or how many they are.
std::string entries_json(std::span<const ListedPerson> entries) {
  std::string out = "{" + entry_members(entries[0].index, entries[0].entry);
  const auto others = entries.subspan(1);
  if (!others.empty()) {
    const auto told = others.first(std::min(others.size(), kMostOthers));
    out += R"(, "others": )" + array(told, [](const ListedPerson& other) {
             return "{" + entry_members(other.index, other.entry) + "}";
           });
    if (others.size() > told.size()) out += fmt::format(R"(, "more_others": {})", others.size() - told.size());
  }
  return out + "}";
}

}  // namespace

Response read_entry(const Question& question) {
  const std::string_view path = std::string_view(question.head.path).substr(kBefore.size());
  const std::string_view list = path.substr(0, path.find('/'));
  const std::string_view id = path.substr(std::min(list.size() + 1, path.size()));
  const auto entries = question.lists.entries(question.asking.lists);
  if (!entries) return busy(503, entries.error().message, 1);
  std::vector<ListedPerson> shown;
  if (!list.empty() && !id.empty()) shown = (*entries)->find_all(question.asking.options.post, id, list);
  question.answers.entry_told(question.asking, list, id, !shown.empty());
  Response response = problem(404, "no list holds an entry under this identifier");
  if (!shown.empty()) {
    response = Response();
    response.body = entries_json(shown) + '\n';
  }
  response.headers.emplace_back("Darvaza-Index", question.asking.lists.digest);
  return response;
}

}  // namespace darvaza::daemon
