#include "api/questions.h"

#include <optional>
#include <string>
#include <utility>

#include "api/json_body.h"
#include "darvaza/compare.h"
#include "darvaza/mrz.h"
#include "http/problem.h"
#include "manifests/jsonl_manifest.h"
#include "records/today.h"

namespace darvaza::daemon {
namespace {

/// Reads one traveller by the rules of JSON Lines manifests (docs/manifest-formats.md): the body
/// is the first line of one, whatever line ends stand between its tokens.
std::optional<Traveller> read_traveller(std::string_view body, Response& refusal) {
  const auto object = read_json_object(body, refusal);
  if (!object) return std::nullopt;
  Traveller traveller = manifests::read_json_object(*object, body, records::this_year(), "line 1");
  if (traveller.id.empty()) traveller.id = "1";
  return traveller;
}

Response response_of(Answer&& answer, const Asking& asking) {
  Response response;
  response.body = std::move(answer.text) + '\n';
  response.headers.emplace_back("Darvaza-Index", asking.lists.digest);
  return response;
}

Response json_response(std::string body) {
  Response response;
  response.body = std::move(body) + '\n';
  return response;
}

}  // namespace

Response screen_traveller(const Question& question) {
  Response refusal;
  const auto traveller = read_traveller(question.body, refusal);
  if (!traveller) return refusal;
  return response_of(question.answers.form(question.asking, *traveller), question.asking);
}

Response check_documents(const Question& question) {
  Response refusal;
  auto traveller = read_traveller(question.body, refusal);
  if (!traveller) return refusal;
  if (traveller->documents.empty()) {
    return field_problem(422, "documents", "expected at least one document with a number");
  }
  traveller->names.clear();
  Asking asking = question.asking;
  asking.options.min_score_bp =
      0;  // a person who bears the document is told, whatever else is not known
  asking.by_documents = true;
  return response_of(question.answers.form(asking, *traveller), asking);
}

Response read_zone(const Question& question) {
  std::string lines(question.body);
  if (question.head.header("content-type").starts_with("application/json")) {
    Response refusal;
    const auto object = read_json_object_said_once(question.body, refusal);
    auto text = object ? text_member(*object, "mrz", refusal) : std::nullopt;
    if (!text) return refusal;
    lines = std::move(*text);
  }
  MrzOptions options;
  options.reference_year = records::this_year();
  const Result<Mrz> zone = parse_mrz(lines, options);
  return zone ? json_response(to_json(*zone)) : problem(zone.error());
}

Response compare_two_names(const Question& question) {
  Response refusal;
  const auto object = read_json_object_said_once(question.body, refusal);
  const auto a = object ? text_member(*object, "name_a", refusal) : std::nullopt;
  const auto b = a ? text_member(*object, "name_b", refusal) : std::nullopt;
  return b ? json_response(to_json(compare_names(*a, *b))) : refusal;
}

}  // namespace darvaza::daemon
