#include "yente/yente.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "answers/plain_json.h"
#include "api/json_body.h"
#include "api/parameters.h"
#include "darvaza/partial_date.h"
#include "http/problem.h"
#include "text/json_text.h"
#include "yente/datasets.h"
#include "yente/entity.h"
#include "yente/person_query.h"
#include "yente/reported_document.h"
#include "yente/topics.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;
using text::json_text;

/// yente's own limits and defaults.
constexpr std::uint64_t kMostResults = 500;
constexpr std::uint64_t kMatches = 5;
constexpr std::uint64_t kSearchResults = 10;
constexpr std::size_t kMostQueries = 100;
constexpr std::size_t kMostExcluded = 50;
constexpr double kThreshold = 0.7;
constexpr double kCutoff = 0.5;
/// A search shows more than a match would: a common name alone scores little.
constexpr std::int32_t kSearchScore = 1000;

using Names = std::set<std::string, std::less<>>;

/// All values of a parameter that may stand several times.
Names values_of(const Head& head, std::string_view parameter) {
  Names values;
  for (const auto& [name, value] : head.query) {
    if (name == parameter) values.insert(value);
  }
  return values;
}

std::optional<double> share_parameter(const Head& head, std::string_view name, double absent) {
  const auto text = head.parameter(name);
  if (!text) return absent;
  double value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  const bool whole = error == std::errc() && end == text->data() + text->size();
  return whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// "/match/sanctions" asks "sanctions".
std::string_view last_part(const Head& head) {
  return std::string_view(head.path).substr(head.path.rfind('/') + 1);
}

/// What of the lists is asked for.
struct Scope {
  Datasets datasets;
  Names lists;  ///< empty: all
  Names excluded_lists, excluded_ids, topics;
  /// Nothing was changed in the lists since the day that is asked for: they have been in use for
  /// longer.
  bool unchanged = false;
  bool no_persons = false, no_documents = false;

  bool holds(const Candidate& candidate) const {
    return !no_persons && is_asked(candidate.list) && !excluded_ids.contains(candidate.id) &&
           may_have_changed(candidate.terms) && may_be_about_it(candidate);
  }
  /// Of no topic is it known that a report of a document is not about it.
  bool holds(const DocumentHit& document) const {
    return !no_documents && is_asked(document.list) && may_have_changed(document.terms);
  }

 private:
  const Dataset& dataset_of(const Candidate& candidate) const {
    static const Dataset kUnknown;
    const auto found = datasets.find(candidate.list);
    return found == datasets.end() ? kUnknown : found->second;
  }
  /// What terms say may come to be valid, or be over, while the lists stay the same.
  bool may_have_changed(const EntryTerms& terms) const { return !unchanged || terms.stated(); }
  bool is_asked(std::string_view list) const {
    return (lists.empty() || lists.contains(list)) && !excluded_lists.contains(list);
  }
  bool may_be_about_it(const Candidate& candidate) const {
    const Topics of_entry =
        topics_of(dataset_of(candidate).format, candidate.category, candidate.terms);
    return topics.empty() || std::any_of(topics.begin(), topics.end(), [&](const auto& topic) {
             return may_be_about(of_entry, topic);
           });
  }
};

/// The day of "2026-11-26" or "2026-11-26T01:30:00"; empty for anything else.
std::string day_parameter(std::string_view text) {
  constexpr std::size_t kDay = 10;
  const std::string day(text.substr(0, kDay));
  const auto date = parse_iso_date(day);
  const bool ends = text.size() <= kDay || text[kDay] == 'T' || text[kDay] == ' ';
  return date && date->full() && ends ? day : std::string();
}

/// Where clients are ahead of UTC their day begins up to 14 hours before: who was listed in these was listed on it.
std::string day_after(const std::string& iso) {
  const auto date = parse_iso_date(iso);
  if (!date || !date->full()) return {};
  using namespace std::chrono;
  const year_month_day next(sys_days(year(date->year) / date->month / date->day) + days(1));
  return to_string(PartialDate{static_cast<std::int16_t>(static_cast<int>(next.year())), static_cast<std::uint8_t>(static_cast<unsigned>(next.month())),
                               static_cast<std::uint8_t>(static_cast<unsigned>(next.day()))});
}

/// Nothing, with the refusal, for a dataset, a topic or a day that is none: a misspelled filter
/// must not hide anybody.
std::optional<Scope> scope_of(const Head& head, const ListsInUse::Version& lists,
                              Response& refusal) {
  Scope scope;
  scope.datasets = datasets_of(*lists.screener);
  const std::string_view dataset = last_part(head);
  if (dataset != "default" && dataset != "all") {
    if (!scope.datasets.contains(dataset)) {
      refusal = problem(404, "no such dataset; GET /catalog names those that there are");
      return std::nullopt;
    }
    scope.lists.emplace(dataset);
  }
  const Names included = values_of(head, "include_dataset");
  if (!std::all_of(included.begin(), included.end(), [&](const std::string& name) { return scope.datasets.contains(name); })) {
    refusal = field_problem(422, "include_dataset", "no such dataset; GET /catalog names those that there are");
    return std::nullopt;
  }
  if (scope.lists.empty()) scope.lists = included;
  scope.excluded_lists = values_of(head, "exclude_dataset");
  scope.excluded_ids = values_of(head, "exclude_entity_ids");
  scope.topics = values_of(head, "topics");
  scope.no_persons = values_of(head, "exclude_schema").contains("Person");
  scope.no_documents = values_of(head, "exclude_schema").contains("Passport");
  if (scope.excluded_ids.size() > kMostExcluded) {
    refusal = field_problem(422, "exclude_entity_ids", "expected at most 50");
    return std::nullopt;
  }
  scope.topics.erase("");
  if (!std::all_of(scope.topics.begin(), scope.topics.end(), is_topic_or_above)) {
    refusal =
        field_problem(422, "topics", "expected a topic of FollowTheMoney: sanction, crime.terror");
    return std::nullopt;
  }
  if (const auto since = head.parameter("changed_since")) {
    const std::string day = day_parameter(*since);
    const std::string after = day_after(lists.opened_on);
    scope.unchanged = !after.empty() && day > after;
    if (day.empty()) {
      refusal = field_problem(422, "changed_since", "expected a day: 2026-11-26");
      return std::nullopt;
    }
  }
  return scope;
}

Response json_response(const json::value& body, const ListsInUse::Version& lists) {
  Response response;
  response.body = plain_json(body) + '\n';
  response.headers.emplace_back("Darvaza-Index", lists.digest);
  return response;
}

json::object total(std::size_t count, bool cut) {
  return {{"value", count}, {"relation", cut ? "gte" : "eq"}};
}

double score_of(const Candidate& candidate) { return candidate.score_bp / 10'000.0; }

/// The entity of a candidate, as /entities shows it.
json::object entity_of(const Candidate& candidate, const Entries& entries, const Post& post,
                       const Scope& scope) {
  const auto entry = entries.find_named(post, candidate.id, candidate.list, candidate.name);
  return entry ? entity_json(*entry, scope.datasets) : json::object();
}

json::object scored_entity(const Candidate& candidate, const Entries& entries, const Post& post,
                           const Scope& scope, double threshold) {
  json::object entity = entity_of(candidate, entries, post, scope);
  json::object features, explanations;
  for (const Evidence& evidence : candidate.evidence) {
    const json::string kind = json_text(to_string(evidence.kind));
    const double weight = evidence.weight_mn / 1000.0;
    features[kind] = weight;
    explanations[kind] = {{"detail", json_text(evidence.text)},
                          {"score", weight},
                          {"query", nullptr},
                          {"candidate", nullptr}};
  }
  entity["score"] = score_of(candidate);
  entity["features"] = std::move(features);
  entity["explanations"] = std::move(explanations);
  entity["match"] = score_of(candidate) >= threshold;
  return entity;
}

/// What was not read of a query, or not used.
std::string told(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    text += text.empty() ? "" : "; ";
    text += problem.text;
  }
  return text;
}

/// A search that found nothing and one that could not be made are not told alike.
Response refuse_search(const ScreeningResult& result) {
  const bool by_name = !result.problems.empty() && result.problems.back().where == "name";
  const std::string detail =
      result.problems.empty() ? "could not be searched to the end" : told(result.problems);
  return by_name ? field_problem(422, "q", detail) : busy(503, detail, 1);
}

struct Matching {
  const Answers& answers;
  const Entries& entries;
  Asking asking;
  Scope scope;
  std::size_t limit = 0;
  double threshold = 0;
};

/// The answer to one query. One that could not be searched to the end has not the status 200.
json::object answer(const Matching& matching, std::string_view key, const json::value& example) {
  json::object out = {
      {"status", 200}, {"results", json::array()}, {"total", total(0, false)}, {"query", example}};
  if (!example.is_object()) {
    out["status"] = 400;
    out["detail"] = "expected an entity: an object with schema and properties";
    return out;
  }
  if (!has_known_schema(example.get_object())) {
    out["status"] = 400;
    out["detail"] = "expected a schema of FollowTheMoney, such as Person";
    return out;
  }
  const auto traveller = traveller_of(key, example.get_object());
  if (!traveller) return out;  // neither a person nor a document: none is listed here
  Asking asking = matching.asking;
  if (is_identification(example.get_object()) && traveller->names.empty()) {
    if (traveller->documents.empty()) {
      out["status"] = 422;
      out["detail"] = "expected a document's number among the properties";
      return out;
    }
    asking.by_documents = true;
    asking.options.min_score_bp = 0;  // who bears the document is told, whatever else is not known
  }
  const ScreeningResult result = matching.answers.form(asking, *traveller).result;
  json::array results;
  std::size_t found = 0;
  for (const DocumentHit& document : result.documents) {
    if (!matching.scope.holds(document)) continue;
    if (found++ < matching.limit) results.push_back(reported_document_json(document));
  }
  for (const Candidate& candidate : result.candidates) {
    if (!matching.scope.holds(candidate)) continue;
    if (found++ < matching.limit) {
      results.push_back(scored_entity(candidate, matching.entries, matching.asking.options.post,
                                      matching.scope, matching.threshold));
    }
  }
  out["results"] = std::move(results);
  out["total"] = total(found, result.candidates.size() >= kMostResults);
  if (result.decision == Decision::incomplete) {
    out["status"] = 422;
    out["detail"] = result.problems.empty() ? json::string("could not be searched to the end")
                                            : json_text(result.problems.back().text);
  } else if (!result.problems.empty()) {
    out["detail"] = json_text(told(result.problems));
  }
  return out;
}

/// The part of all questions: one version of the lists and its persons.
struct Asked {
  ListsInUse::Version lists;
  std::shared_ptr<const Entries> entries;
};

std::optional<Asked> lists_asked(const Question& question, Response& refusal) {
  Asked asked{question.asking.lists, nullptr};
  auto entries = question.lists.entries(asked.lists);
  if (!entries) {
    refusal = busy(503, entries.error().message, 1);
    return std::nullopt;
  }
  asked.entries = std::move(*entries);
  return asked;
}

}  // namespace

Response yente_match(const Question& question) {
  Response refusal;
  const auto body = read_json_object_said_once(question.body, refusal);
  if (!body) return refusal;
  const json::value* queries = body->if_contains("queries");
  if (queries == nullptr || !queries->is_object() || queries->get_object().size() > kMostQueries) {
    return field_problem(422, "queries", "expected an object of at most 100 queries by key");
  }
  const auto asked = lists_asked(question, refusal);
  if (!asked) return refusal;
  auto scope = scope_of(question.head, asked->lists, refusal);
  if (!scope) return refusal;
  const auto limit = number_parameter(question.head, "limit", 1, kMostResults, kMatches);
  const auto threshold = share_parameter(question.head, "threshold", kThreshold);
  const auto cutoff = share_parameter(question.head, "cutoff", kCutoff);
  if (!limit) return field_problem(422, "limit", "expected a whole number from 1 to 500");
  if (!threshold) return field_problem(422, "threshold", "expected a number from 0 to 1");
  if (!cutoff) return field_problem(422, "cutoff", "expected a number from 0 to 1");
  Matching matching{question.answers,  *asked->entries, question.asking,
                    std::move(*scope), *limit,          *threshold};
  matching.asking.options.top = kMostResults;  // of which the scope may leave few
  matching.asking.options.min_score_bp = basis_points(std::min(*cutoff, *threshold));
  json::object responses;
  for (const auto& [key, example] : queries->get_object()) {
    responses[key] = answer(matching, std::string_view(key.data(), key.size()), example);
  }
  return json_response(
      json::object{
          {"responses", std::move(responses)}, {"matcher", json::object()}, {"limit", *limit}},
      asked->lists);
}

Response yente_search(const Question& question) {
  Response refusal;
  const auto asked = lists_asked(question, refusal);
  if (!asked) return refusal;
  const auto scope = scope_of(question.head, asked->lists, refusal);
  if (!scope) return refusal;
  const auto limit = number_parameter(question.head, "limit", 0, kMostResults, kSearchResults);
  const auto offset = number_parameter(question.head, "offset", 0, kMostResults, 0);
  if (!limit) return field_problem(422, "limit", "expected a whole number up to 500");
  if (!offset) return field_problem(422, "offset", "expected a whole number up to 500");
  Traveller traveller;
  traveller.names.push_back({std::string(question.head.parameter("q").value_or("")), {}, false});
  Asking asking = question.asking;
  asking.options.top = kMostResults;
  asking.options.min_score_bp = kSearchScore;
  const ScreeningResult result = question.answers.form(asking, traveller).result;
  if (result.decision == Decision::incomplete) return refuse_search(result);
  json::array results;
  std::size_t found = 0;
  for (const Candidate& candidate : result.candidates) {
    if (!scope->holds(candidate)) continue;
    if (found++ >= *offset && results.size() < *limit)
      results.push_back(entity_of(candidate, *asked->entries, asking.options.post, *scope));
  }
  return json_response(
      json::object{{"results", std::move(results)},
                   {"total", total(found, result.candidates.size() >= kMostResults)},
                   {"facets", json::object()},
                   {"limit", *limit},
                   {"offset", *offset}},
      asked->lists);
}

Response yente_entity(const Question& question) {
  Response refusal;
  const auto asked = lists_asked(question, refusal);
  if (!asked) return refusal;
  // Who may not see an entry is told what is told of one that does not exist.
  const std::string_view id = last_part(question.head);
  const auto entry = asked->entries->find(question.asking.options.post, id);
  const std::string_view list = entry ? entry->index.list_of(entry->entry) : std::string_view();
  question.answers.entry_told(question.asking, list, id, entry.has_value());
  if (!entry) return problem(404, "no entity has this identifier");
  return json_response(entity_json(*entry, datasets_of(*asked->lists.screener)), asked->lists);
}

Response yente_catalog(const Question& question) {
  const ListsInUse::Version& lists = question.asking.lists;
  json::array datasets, current;
  for (const auto& [name, dataset] : datasets_of(*lists.screener)) {
    datasets.push_back({{"name", name},
                        {"title", name},
                        {"version", dataset.version},
                        {"entity_count", dataset.entries}});
    current.emplace_back(name);
  }
  return json_response(json::object{{"datasets", std::move(datasets)},
                                    {"current", std::move(current)},
                                    {"outdated", json::array()},
                                    {"index_stale", false}},
                       lists);
}

Response yente_algorithms(const Question& question) {
  const json::value darvaza = {
      {"name", "darvaza"},
      {"description", "The engine of Darvaza; scores are probabilities (docs/score.md)."},
      {"features", json::object()}};
  return json_response(
      json::object{
          {"algorithms", json::array{darvaza}}, {"default", "darvaza"}, {"best", "darvaza"}},
      question.asking.lists);
}

}  // namespace darvaza::daemon
