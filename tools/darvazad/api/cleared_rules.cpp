#include "api/cleared_rules.h"

#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "api/entry_version.h"
#include "api/json_body.h"
#include "api/parameters.h"
#include "darvaza/entry_terms.h"
#include "documents/document_number.h"
#include "documents/states.h"
#include "http/problem.h"
#include "releases/utc_time.h"
#include "text/json_text.h"
#include "text/utf8.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;
using text::json_text;

constexpr std::size_t kLongestReason = 1000;
constexpr std::size_t kLongestOfficer = 200;
constexpr std::uint64_t kMostListed = 1000;
constexpr std::int64_t kDay = 86'400;

json::object to_json(const ClearedRule& rule) {
  json::object out{
      {"id", rule.id},
      {"state", json_text(rule.state.text())},
      {"document",
       {{"number", json_text(rule.number)}, {"issuing_state", json_text(rule.issuer.text())}}},
      {"list", json_text(rule.list)},
      {"entry", json_text(rule.entry)},
      {"version", rule.version},
      {"author", json_text(rule.author)},
      {"officer", json_text(rule.officer)},
      {"reason", json_text(rule.reason)},
      {"made", releases::to_text(rule.made)},
      {"expires", releases::to_text(rule.expires)},
      {"ended", nullptr},
      {"ended_by", json_text(rule.ended_by)}};
  if (rule.ended != 0) out["ended"] = releases::to_text(rule.ended);
  return out;
}

Response answer(int status, const json::object& body) {
  Response response;
  response.status = status;
  response.body = json::serialize(body) + '\n';
  return response;
}

Response refuse(ClearedStore::Refusal refusal) {
  switch (refusal) {
    case ClearedStore::Refusal::exists:
      return problem(409, "a rule about this document and entry holds already");
    case ClearedStore::Refusal::too_many:
      return problem(409, "as many rules as this daemon keeps hold already: withdraw some");
    case ClearedStore::Refusal::unavailable:
      break;
  }
  return busy(503, "the rules cannot be read or written; travellers are screened without them", 5);
}

bool only_first_line(const ClearingQuestion& question) { return question.post.line == Line::first; }

/// Reads the members of a body; the first that is wrong becomes the refusal.
class Members {
 public:
  explicit Members(json::object object) : object_(std::move(object)) {}

  std::string text(std::string_view name, std::size_t least, std::size_t most) {
    const json::value* value = object_.if_contains(json::string_view(name.data(), name.size()));
    if (value == nullptr && least == 0) return {};
    std::string text;
    if (value != nullptr && value->is_string()) text = value->get_string();
    if (least <= text.size() && text.size() <= most && value != nullptr && value->is_string() &&
        darvaza::text::to_valid_utf8(text) == text)
      return text;
    refuse(name, fmt::format("expected text of {} to {} bytes", least, most));
    return {};
  }

  void refuse(std::string_view field, std::string_view detail) {
    if (!refusal_) refusal_ = field_problem(422, field, detail);
  }
  /// A misspelt member must not be ignored: it may be the one that limits.
  void refuse_unknown(std::initializer_list<std::string_view> known) {
    for (const auto& member : object_) {
      const std::string_view key(member.key().data(), member.key().size());
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        if (!refusal_) refusal_ = problem(422, "expected no other members than those described");
      }
    }
  }
  json::object object(std::string_view name) {
    json::value* value = object_.if_contains(json::string_view(name.data(), name.size()));
    if (value != nullptr && value->is_object()) return value->get_object();
    refuse(name, "expected an object");
    return {};
  }
  std::optional<Response> take_refusal() { return std::exchange(refusal_, std::nullopt); }

 private:
  json::object object_;
  std::optional<Response> refusal_;
};

/// A day: the rule holds until its end. Or an instant.
std::optional<std::int64_t> instant_of(const std::string& text) {
  if (const auto instant = releases::parse_utc(text)) return instant;
  const auto end_of_day = releases::parse_utc(text + "T23:59:59Z");
  const auto day = parse_iso_date(text);
  return day && day->full() ? end_of_day : std::nullopt;
}

void read_document(Members& members, ClearedRule& rule) {
  Members document(members.object("document"));
  document.refuse_unknown({"number", "issuing_state"});
  rule.number = documents::normalise_number(document.text("number", 1, 64));
  const auto issuer = documents::parse_state(document.text("issuing_state", 1, 128));
  rule.issuer = issuer.value_or(StateCode());
  if (rule.number.empty()) members.refuse("document.number", "expected letters or digits");
  if (rule.issuer.empty()) members.refuse("document.issuing_state", "expected a State");
}

void read_expiry(Members& members, const ClearedSettings& settings, ClearedRule& rule) {
  const auto expires = instant_of(members.text("expires", 1, 32));
  rule.expires = expires.value_or(0);
  const std::int64_t latest = rule.made + static_cast<std::int64_t>(settings.most_days) * kDay;
  if (!expires || rule.expires <= rule.made || rule.expires > latest) {
    members.refuse("expires", fmt::format("expected a day or an instant in UTC, to come, and at "
                                          "most {} days away",
                                          settings.most_days));
  }
}

/// What the body says; nothing, with the refusal, for one that says it wrong. `version` and `index`
/// of it are looked at later.
std::optional<ClearedRule> read_rule(const ClearingQuestion& question, std::string& index,
                                     Response& refusal) {
  auto object = read_json_object_said_once(question.body, refusal);
  if (!object) return std::nullopt;
  Members members(std::move(*object));
  members.refuse_unknown(
      {"document", "list", "entry", "version", "index", "reason", "officer", "expires"});
  ClearedRule rule;
  rule.made = std::time(nullptr);
  rule.state = question.post.state;
  rule.author = question.asker.post;
  read_document(members, rule);
  rule.list = members.text("list", 1, 256);
  rule.entry = members.text("entry", 1, 1024);
  rule.version = members.text("version", 0, 64);
  index = members.text("index", 0, 8192);  // the digests of all files, joined
  if (rule.version.empty() == index.empty())
    members.refuse("version",
                   "expected either the version of the entry or the index of the answer");
  rule.reason = members.text("reason", 1, kLongestReason);
  rule.officer = members.text("officer", 0, kLongestOfficer);
  read_expiry(members, question.settings, rule);
  if (auto wrong = members.take_refusal()) {
    refusal = std::move(*wrong);
    return std::nullopt;
  }
  return rule;
}

}  // namespace

Response clear_traveller(const ClearingQuestion& question) {
  Response refusal;
  std::string index;
  auto rule = read_rule(question, index, refusal);
  if (!rule) return refusal;
  const ListsInUse::Version lists = question.lists.current();
  const auto entries = question.lists.entries(lists);
  if (!entries) return busy(503, entries.error().message, 1);
  // Who may not see an entry is told what is told of one that does not exist.
  const auto entry = (*entries)->find(lists.screener->with_known_day(question.post), rule->entry, rule->list);
  if (!entry) return problem(404, "no entry has this list and identifier");
  // Where several entries have them, a rule would silence those, too, that nobody looked at. Of
  // others that are hidden the refusal must not tell: it is that of an entry without a version.
  const bool only = (*entries)->find_only(rule->list, rule->entry).has_value();
  const std::string version = only ? entry_version(entry->index, entry->entry) : std::string();
  if (version.empty()) return problem(422, "this entry has no version that a rule could name");
  if (rule->version.empty() ? index != lists.digest : rule->version != version)
    return problem(409, "the entry is not what was decided upon: look at it again");
  rule->version = version;
  rule->first_line = may_see({{}, Line::first, {}}, entry->index.terms(entry->entry));
  const auto added = question.store.add(std::move(*rule));
  return added ? answer(201, to_json(*added)) : refuse(added.error());
}

Response list_cleared(const ClearingQuestion& question) {
  const auto limit = number_parameter(question.head, "limit", 1, kMostListed, kMostListed);
  if (!limit) return field_problem(400, "limit", "expected a whole number from 1 to 1000");
  const std::string_view ended = question.head.parameter("ended").value_or("false");
  if (ended != "false" && ended != "true")
    return field_problem(400, "ended", "expected true or false");
  auto rules = question.store.list(question.post.state, only_first_line(question), ended == "true",
                                   question.head.parameter("after").value_or(""), *limit + 1);
  if (!rules) return refuse(rules.error());
  const bool more = rules->size() > *limit;
  if (more) rules->pop_back();
  json::array shown;
  for (const ClearedRule& rule : *rules) shown.push_back(to_json(rule));
  return answer(200, {{"rules", std::move(shown)}, {"more", more}});
}

Response withdraw_cleared(const ClearingQuestion& question) {
  const std::string& path = question.head.path;
  const auto rule =
      question.store.withdraw(std::string_view(path).substr(path.rfind('/') + 1),
                              question.post.state, only_first_line(question), question.asker.post);
  if (!rule) return refuse(rule.error());
  if (!*rule) return problem(404, "no rule that holds has this identifier");
  return answer(200, to_json(**rule));
}

}  // namespace darvaza::daemon
