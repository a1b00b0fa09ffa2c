#include "api/api.h"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "answers/held_exchange.h"
#include "api/batches.h"
#include "api/cleared_rules.h"
#include "api/entry_answer.h"
#include "api/openapi.h"
#include "api/parameters.h"
#include "api/questions.h"
#include "http/problem.h"
#include "work/persist.h"
#include "yente/yente.h"

namespace darvaza::daemon {
namespace {

/// How a route is answered: by what is at hand, by a thread of the queue, piece by piece, when the
/// lists were loaded, by the thread that keeps the rules, or for as long as the client stays.
enum class Manner : std::uint8_t { told, asked, streamed, reloaded, ruled, fed };

enum class Body : std::uint8_t { none, one, manifest, endless };

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 1> kJson = {"application/json"};
constexpr std::array<std::string_view, 2> kZone = {"application/json", "text/plain"};
constexpr std::array<std::string_view, 3> kLines = {"application/x-ndjson", "application/jsonl",
                                                    "application/json"};
constexpr std::array<std::string_view, 5> kManifest = {
    "text/plain", "text/csv", "application/edifact", "application/x-ndjson",
    "application/octet-stream"};
constexpr std::array<std::string_view, 4> kScreening = {"top", "min_score", "near_documents",
                                                        "deadline_ms"};
constexpr std::array<std::string_view, 3> kBatch = {"top", "min_score", "near_documents"};
constexpr std::array<std::string_view, 5> kOfManifest = {"top", "min_score", "near_documents",
                                                         "format", "answer"};
constexpr std::array<std::string_view, 3> kRuleList = {"after", "limit", "ended"};

constexpr std::string_view kEntries = "/v1/entries/**", kEntities = "/entities/*";

struct Route {
  std::string_view method, path;
  std::optional<Role> role;  ///< nothing: open to all
  Manner manner;
  Body body = Body::none;
  Words types = {};
  Words parameters = {};
  Response (*question)(const Question&) = nullptr;
  void (*stream)(const BatchQuestion&, Exchange&) = nullptr;
  bool any_parameter = false;  ///< yente's clients may send more than is read
  Response (*rules)(const ClearingQuestion&) = nullptr;
  std::optional<Role> or_role = {};  ///< which does as well
};

const std::array kRoutes = {
    Route{"GET", "/healthz", {}, Manner::told},
    Route{"GET", "/readyz", {}, Manner::told},
    Route{"GET", "/openapi.json", {}, Manner::told},
    Route{"GET", "/metrics", Role::administer, Manner::told},
    Route{"GET", "/v1/lists", Role::screen, Manner::told, Body::none, {}, {}, nullptr, nullptr, false, nullptr, Role::administer},
    Route{"POST", "/v1/lists/reload", Role::administer, Manner::reloaded},
    Route{"GET", "/v1/alerts", Role::alerts, Manner::fed},
    Route{"POST",
          "/v1/cleared",
          Role::clear,
          Manner::ruled,
          Body::one,
          kJson,
          {},
          nullptr,
          nullptr,
          false,
          clear_traveller},
    Route{"GET",
          "/v1/cleared",
          Role::clear,
          Manner::ruled,
          Body::none,
          {},
          kRuleList,
          nullptr,
          nullptr,
          false,
          list_cleared},
    Route{"DELETE",
          "/v1/cleared/*",
          Role::clear,
          Manner::ruled,
          Body::none,
          {},
          {},
          nullptr,
          nullptr,
          false,
          withdraw_cleared},
    Route{"POST", "/v1/screen", Role::screen, Manner::asked, Body::one, kJson, kScreening,
          screen_traveller},
    Route{"POST", "/v1/documents/check", Role::screen, Manner::asked, Body::one, kJson, kScreening,
          check_documents},
    Route{"POST", "/v1/mrz", Role::screen, Manner::asked, Body::one, kZone, {}, read_zone},
    Route{"POST",
          "/v1/compare",
          Role::screen,
          Manner::asked,
          Body::one,
          kJson,
          {},
          compare_two_names},
    Route{"POST", "/v1/screen/batch", Role::screen, Manner::streamed, Body::endless, kLines, kBatch,
          nullptr, screen_batch},
    Route{"POST", "/v1/manifests", Role::screen, Manner::streamed, Body::manifest, kManifest,
          kOfManifest, nullptr, screen_manifest},
    Route{"GET", kEntries, Role::entries, Manner::asked, Body::none, {}, {}, read_entry},
    Route{"POST",
          "/match/*",
          Role::screen,
          Manner::asked,
          Body::one,
          kJson,
          {},
          yente_match,
          nullptr,
          true},
    Route{"GET",
          "/search/*",
          Role::screen,
          Manner::asked,
          Body::none,
          {},
          {},
          yente_search,
          nullptr,
          true},
    Route{"GET",
          kEntities,
          Role::entries,
          Manner::asked,
          Body::none,
          {},
          {},
          yente_entity,
          nullptr,
          true},
    Route{"GET",
          "/catalog",
          Role::screen,
          Manner::asked,
          Body::none,
          {},
          {},
          yente_catalog,
          nullptr,
          true},
    Route{"GET",
          "/algorithms",
          Role::screen,
          Manner::asked,
          Body::none,
          {},
          {},
          yente_algorithms,
          nullptr,
          true},
};

std::vector<std::string> route_names() {
  std::vector<std::string> names;
  for (const Route& route : kRoutes) names.emplace_back(route.path);
  return names;
}

bool is_method(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

/// The last part of "/match/*" may be anything that is one part, "**" any parts.
bool is_path(const Route& route, std::string_view path) {
  if (!route.path.ends_with('*')) return route.path == path;
  const std::string_view start = route.path.substr(0, route.path.find('*'));
  return path.starts_with(start) && path.size() > start.size() &&
         (route.path.ends_with("**") || path.find('/', start.size()) == std::string_view::npos);
}

/// Whether how long the answer took could tell what it must not: that there is an entry which the
/// post may not see.
bool is_paced(const Asking& asking) {
  return asking.options.post.line == Line::first || asking.route == kEntries ||
         asking.route == kEntities;
}

/// 404, or 405 with what is allowed there.
Response no_route(const Head& head) {
  std::string allowed;
  for (const Route& route : kRoutes) {
    if (!is_path(route, head.path)) continue;
    fmt::format_to(std::back_inserter(allowed), "{}{}", allowed.empty() ? "" : ", ", route.method);
    if (route.method == "GET") allowed += ", HEAD";
  }
  if (allowed.empty())
    return problem(404, "nothing is answered under this path; see /openapi.json");
  Response response = problem(405, "this method is not answered here; expected: " + allowed);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

/// "application/json; charset=utf-8" is of the type "application/json".
bool is_type(std::string_view value, Words types) {
  std::string type(value.substr(0, std::min(value.find(';'), value.size())));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<Response> refuse_type(const Head& head, Words types) {
  if (types.empty()) return std::nullopt;
  const std::string_view type = head.header("content-type");
  if (!type.empty() && !is_type(type, types)) {
    return field_problem(415, "Content-Type",
                         fmt::format("expected one of: {}", fmt::join(types, ", ")));
  }
  const std::string_view coding = head.header("content-encoding");
  if (coding.empty() || coding == "identity") return std::nullopt;
  return field_problem(415, "Content-Encoding", "compressed bodies are not read");
}

/// Ready all the same, although no answer may be complete. Other daemons would open those lists no better, and a list expires
/// at all of them in the same second: 503 would turn every post of the country away at once, while answers that are marked
/// incomplete still name whom the list names.
std::string readiness(std::size_t held_back, std::size_t unmet) {
  return fmt::format("{{\"status\": \"ok\"{}{}}}\n", held_back == 0 ? "" : fmt::format(", \"held_back\": {}", held_back),
                     unmet == 0 ? "" : fmt::format(", \"required_lists_unmet\": {}", unmet));
}

/// Memory may be short for one question and not for the next: whatever is thrown while it is answered,
/// before anything was replied, is its answer.
template <typename Answer>
void answer_or_excuse(const Answer& answer, const Service::Reply& reply) {
  try {
    answer();
  } catch (...) {
    persist([&] { reply(problem(500, "this question could not be answered")); });
  }
}

}  // namespace

Api::Api(const Settings& settings, ListsInUse& lists)
    : settings_(settings),
      lists_(lists),
      metrics_(route_names()),
      access_(settings.posts, settings.client),
      questions_(static_cast<unsigned>(settings.work.threads), settings.work.queue) {
  answers_.join(metrics_);
}

std::optional<Response> Api::refuse(const Head& head, std::size_t number) {
  const Route& route = kRoutes.at(number);
  if (route.role) {
    if (auto refusal = access_.refuse(head, *route.role, route.or_role)) return refusal;
  }
  const bool answers = route.manner == Manner::asked || route.manner == Manner::streamed;
  if (answers && answers_.refuse()) return unkept_answer();
  if (auto refusal = refuse_type(head, route.types)) return refusal;
  if (route.any_parameter) return std::nullopt;
  return refuse_unknown(head, route.parameters);
}

Admission Api::admit(const Head& head) {
  Admission admission;
  const auto found = std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& route) {
    return is_path(route, head.path) && is_method(route, head.method);
  });
  admission.route = static_cast<std::size_t>(found - kRoutes.begin());
  if (found == kRoutes.end()) {
    admission.refusal = no_route(head);
    return admission;
  }
  admission.refusal = refuse(head, admission.route);
  admission.streamed = found->manner == Manner::streamed;
  admission.fed = found->manner == Manner::fed;
  if (found->body == Body::one) admission.body_limit = settings_.limits.body_bytes;
  return admission;
}

void Api::answer(const Admission& admission, Head&& head, std::string&& body, Reply reply) {
  // Beats count from here: the body is complete, and the client cannot move it against them.
  const auto begun = std::chrono::steady_clock::now();
  switch (kRoutes.at(admission.route).manner) {
    case Manner::asked:
      return ask(admission.route, begun, std::move(head), std::move(body), std::move(reply));
    case Manner::reloaded:
      return reload_and_tell(std::move(reply));
    case Manner::ruled:
      return ask_for_rules(admission.route, begun, std::move(head), std::move(body),
                           std::move(reply));
    case Manner::told:
    case Manner::streamed:
    case Manner::fed:
      break;
  }
  reply(tell(admission.route));
}

Response Api::tell(std::size_t number) {
  const std::string_view path = kRoutes.at(number).path;
  Response response;
  if (path == "/healthz") {
    response.body = "{\"status\": \"ok\"}\n";
  } else if (path == "/readyz") {
    if (draining_) return problem(503, "this daemon is about to end");
    if (answers_.refuse()) return unkept_answer();
    response.body = readiness(lists_.held_back().size(), lists_.standing().unmet.size());
  } else if (path == "/openapi.json") {
    response.body = openapi();
  } else if (path == "/metrics") {
    metrics_.waiting(questions_.waiting());
    metrics_.entries(lists_.current().screener->describe().entries);
    for (const auto& [source, is_held_back] : lists_.sources())
      metrics_.held_back(source, is_held_back);
    if (upkeep_ != nullptr) metrics_.facts(upkeep_->facts());
    if (alerts_ != nullptr) metrics_.alerts(alerts_->counts());
    if (cleared_ != nullptr) metrics_.cleared(cleared_->available(), cleared_->rules()->size());
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = answers_.metrics();
  } else {
    response.body = lists_.description() + '\n';
  }
  return response;
}

Asking Api::asking(const Head& head, std::size_t number) const {
  Asking asking{kRoutes.at(number).path, access_.asker(head), {}, {}, false};
  asking.options.post = access_.seen_by(head);
  asking.options.review_score_bp = basis_points(settings_.screening.review_score);
  asking.options.near_documents = settings_.screening.near_documents;
  asking.options.hit_score_bp = basis_points(settings_.screening.hit_score);
  return asking;
}

/// A question waits for a thread, but not beyond its deadline, and not when too many wait.
void Api::ask(std::size_t number, Moment begun, Head&& head, std::string&& body, Reply reply) {
  const Route& route = kRoutes.at(number);
  const auto deadline_ms = number_parameter(head, "deadline_ms", 1, settings_.work.deadline_ms,
                                            settings_.work.deadline_ms);
  if (!deadline_ms) {
    return reply(field_problem(
        400, "deadline_ms",
        fmt::format("expected a whole number from 1 to {}", settings_.work.deadline_ms)));
  }
  Asking asking = this->asking(head, number);
  asking.options.deadline = head.arrived + std::chrono::milliseconds(*deadline_ms);
  Response refusal;
  const bool readable = route.any_parameter || read_screening_parameters(head, settings_.screening,
                                                                         asking.options, refusal);
  if (!readable) return reply(std::move(refusal));
  struct Asked {
    Head head;
    std::string body;
    Asking asking;
    Reply reply;
  };
  auto asked = std::make_shared<Asked>(
      Asked{std::move(head), std::move(body), std::move(asking), std::move(reply)});
  const auto answer = [this, begun, asked, question = route.question] {
    if (std::chrono::steady_clock::now() > asked->asking.options.deadline) {
      return asked->reply(busy(503, "the deadline passed before a thread was free", 1));
    }
    asked->asking.ask(lists_.current());
    send_when_kept(asked->asking, begun,
                   question({asked->head, asked->body, asked->asking, lists_, answers_}), asked->reply);
  };
  const bool waits = questions_.ask([asked, answer] { answer_or_excuse(answer, asked->reply); });
  if (!waits) asked->reply(busy(503, "as many requests as this daemon takes are waiting", 1));
}

/// Whoever decides may look for entries that they do not see: all answers go at beats.
void Api::ask_for_rules(std::size_t number, Moment begun, Head&& head, std::string&& body,
                        Reply reply) {
  if (cleared_ == nullptr) return reply(problem(404, "this daemon keeps no cleared travellers"));
  struct Asked {
    Head head;
    std::string body;
    Reply reply;
  };
  auto asked = std::make_shared<Asked>(Asked{std::move(head), std::move(body), std::move(reply)});
  const auto answer = [this, begun, asked, rules = kRoutes.at(number).rules] {
    const ClearingQuestion question{asked->head,
                                    asked->body,
                                    access_.asker(asked->head),
                                    access_.seen_by(asked->head),
                                    lists_,
                                    settings_.cleared,
                                    *cleared_};
    send_at_beat(begun, std::chrono::milliseconds(settings_.work.beat_ms),
                 std::make_shared<Response>(rules(question)), asked->reply);
  };
  const bool waits = rules_.ask([asked, answer] { answer_or_excuse(answer, asked->reply); });
  if (!waits) asked->reply(busy(503, "as many decisions as this daemon takes are waiting", 1));
}

std::unique_ptr<EventFeed> Api::feed(const Admission& /*admission*/, const Head& head,
                                     Response& response) {
  if (alerts_ == nullptr) {
    response = problem(404, "this daemon makes no alerts");
    return nullptr;
  }
  auto feed = alerts_->feed(access_.seen_by(head), head.header("last-event-id"));
  response.content_type = "text/event-stream";
  if (feed == nullptr) response = busy(503, "as many consoles as this daemon takes are open", 5);
  return feed;
}

void Api::drain() {
  draining_ = true;
  if (alerts_ != nullptr) alerts_->drain();
}

/// An answer whose record is not kept is not sent, and one whose time of sending would tell
/// something goes at a beat.
void Api::send_when_kept(const Asking& asking, Moment begun, Response&& response, Reply reply) {
  const std::chrono::milliseconds beat(is_paced(asking) ? settings_.work.beat_ms : 0);
  auto ready = std::make_shared<Response>(std::move(response));
  answers_.when_kept([this, begun, beat, ready, reply = std::move(reply)](bool kept) {
    persist([&] {
      if (!kept) *ready = unkept_answer();
      send_at_beat(begun, beat, ready, reply);
    });
  });
}

/// At once where there is no beat.
void Api::send_at_beat(Moment begun, std::chrono::milliseconds beat,
                       const std::shared_ptr<Response>& ready, const Reply& reply) {
  if (beat.count() == 0) return reply(std::move(*ready));
  const auto due = next_beat(begun, std::chrono::steady_clock::now(), beat);
  pacer_.at(due, [ready, reply] { reply(std::move(*ready)); });
}

bool Api::reload(std::function<void(const ListsInUse::Reloaded&)> done) {
  return reloads_.ask([this, done = std::move(done)] {
    ListsInUse::Reloaded result;
    persist([&] { result = lists_.reload(); });
    open_entries();
    persist([&] { metrics_.reloaded(result.held_back.empty()); });
    if (upkeep_ != nullptr) persist([&] { upkeep_->look(); });
    persist([&] { done(result); });
  });
}

/// Versions of entries are asked for: no question should wait until they can be told. Where there is
/// no memory for that now, the first question tries again.
void Api::open_entries() const {
  if (alerts_ == nullptr && cleared_ == nullptr) return;
  try {
    (void)lists_.entries(lists_.current());
  } catch (const std::exception&) {
  }
}

void Api::reload_and_tell(Reply reply) {
  const bool waits = reload([this, reply](const ListsInUse::Reloaded& done) {
    if (told_of_reload_) told_of_reload_(done);
    if (!done.held_back.empty()) return reply(problem(500, done.complaint()));
    Response response;
    response.body = lists_.description() + '\n';
    reply(std::move(response));
  });
  if (!waits) reply(busy(503, "the lists are being loaded", 1));
}

void Api::stream(const Admission& admission, const Head& head, Exchange& exchange) {
  const Route& route = kRoutes.at(admission.route);
  Asking asking = this->asking(head, admission.route);
  asking.ask(lists_.current());
  Response refusal;
  if (!read_screening_parameters(head, settings_.screening, asking.options, refusal)) {
    exchange.write(refusal, refusal.body);
    return;
  }
  const std::uint64_t limit = route.body == Body::manifest ? settings_.limits.manifest_bytes : 0;
  const std::chrono::milliseconds beat(is_paced(asking) ? settings_.work.beat_ms : 0);
  HeldExchange held(exchange, answers_, beat);
  route.stream({head, asking, limit, answers_, questions_}, held);
}

void Api::answered(const Admission* admission, int status, std::chrono::microseconds took) {
  metrics_.answered(admission == nullptr ? kRoutes.size() : admission->route, status, took);
}

void Api::connections(std::size_t open) { metrics_.connections(open); }

void Api::handshake_failed(std::string_view reason, bool is_certificates_fault) {
  metrics_.handshake_failed(reason);
  if (is_certificates_fault && upkeep_ != nullptr) upkeep_->certificate_refused(reason);
}

}  // namespace darvaza::daemon
