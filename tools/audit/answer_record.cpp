#include "audit/answer_record.h"

#include <array>
#include <chrono>
#include <ctime>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "audit/key.h"
#include "records/json_writing.h"

namespace darvaza::audit {
namespace {

namespace json = boost::json;

/// Reads members; what is missing or of another kind makes the whole unreadable.
class Members {
 public:
  explicit Members(const json::object& object) : object_(object) {}

  std::string text(const char* name) {
    const json::value* value = object_.if_contains(name);
    if (value != nullptr && value->is_string()) return std::string(value->get_string());
    readable_ = false;
    return {};
  }
  std::int64_t number(const char* name) {
    const json::value* value = object_.if_contains(name);
    if (value != nullptr && value->is_int64()) return value->get_int64();
    readable_ = false;
    return 0;
  }
  bool truth(const char* name) {
    const json::value* value = object_.if_contains(name);
    if (value != nullptr && value->is_bool()) return value->get_bool();
    readable_ = false;
    return false;
  }
  bool readable() const { return readable_; }

 private:
  const json::object& object_;
  bool readable_ = true;
};

std::optional<Settings> settings_of(const json::object& object) {
  Members read(object);
  Settings settings;
  ScreeningOptions& options = settings.options;
  options.top = static_cast<std::size_t>(read.number("top"));
  options.min_score_bp = static_cast<std::int32_t>(read.number("min_score"));
  options.review_score_bp = static_cast<std::int32_t>(read.number("review_score"));
  options.hit_score_bp = static_cast<std::int32_t>(read.number("hit_score"));
  options.near_documents = read.truth("near_documents");
  settings.by_documents = read.truth("by_documents");
  options.post.state = StateCode(read.text("state"));
  const auto line = parse_line(read.text("line"));
  if (!read.readable() || !line) return std::nullopt;
  options.post.line = *line;
  return settings;
}

}  // namespace

std::string to_json(const Settings& settings) {
  const ScreeningOptions& options = settings.options;
  return fmt::format(
      R"({{"top": {}, "min_score": {}, "review_score": {}, "hit_score": {}, "near_documents": {}, )"
      R"("by_documents": {}, "state": {}, "line": "{}"}})",
      options.top, options.min_score_bp, options.review_score_bp, options.hit_score_bp,
      options.near_documents, settings.by_documents, records::json_string(options.post.state.text()),
      to_string(options.post.line));
}

std::string policy_digest(const Settings& settings) { return public_digest(to_json(settings)); }

std::vector<std::string> digests_of(std::string_view set) {
  std::vector<std::string> digests;
  for (std::size_t end = 0; end != std::string_view::npos; set.remove_prefix(end == std::string_view::npos ? 0 : end + 1)) {
    end = set.find('+');
    digests.emplace_back(set.substr(0, end));
  }
  return digests;
}

std::string digests_json(std::string_view set) { return records::array(digests_of(set), records::json_string); }

std::string members(const AnswerRecord& r) {
  std::string out = fmt::format(
      R"("at": "{}", "kind": "answer", "post": {}, "purpose": {}, "route": {}, "day": "{}", )"
      R"("settings": {}, "query": "{}", "indexes": {}, "decision": "{}", "answer": "{}")",
      r.at, records::json_string(r.post), records::json_string(r.purpose), records::json_string(r.route),
      to_string(r.settings.options.post.today), to_json(r.settings), r.query,
      records::array(r.indexes, records::json_string),
      r.decision, r.answer);
  const Post& asked = r.settings.options.post;
  if (asked.today.full() && asked.today < asked.not_before) out += fmt::format(R"(, "not_before": "{}")", to_string(asked.not_before));
  if (!r.found.empty()) out += fmt::format(R"(, "found": "{}")", r.found);
  if (!r.kept.empty()) out += fmt::format(R"(, "kept": "{}")", r.kept);
  return out;
}

std::optional<AnswerRecord> answer_record(const json::object& object) {
  Members read(object);
  if (read.text("kind") != "answer") return std::nullopt;
  AnswerRecord record;
  record.at = read.text("at");
  record.post = read.text("post");
  record.purpose = read.text("purpose");
  record.route = read.text("route");
  record.query = read.text("query");
  record.decision = read.text("decision");
  record.answer = read.text("answer");
  if (object.contains("found")) record.found = read.text("found");
  if (object.contains("kept")) record.kept = read.text("kept");
  const auto day = parse_iso_date(read.text("day"));
  const json::value* settings = object.if_contains("settings");
  const json::value* indexes = object.if_contains("indexes");
  if (!read.readable() || !day || settings == nullptr || !settings->is_object() ||
      indexes == nullptr || !indexes->is_array()) {
    return std::nullopt;
  }
  const auto known = settings_of(settings->get_object());
  if (!known) return std::nullopt;
  record.settings = *known;
  record.settings.options.post.today = *day;
  if (object.contains("not_before")) {
    const auto not_before = parse_iso_date(read.text("not_before"));
    if (!not_before) return std::nullopt;
    record.settings.options.post.not_before = *not_before;
  }
  for (const json::value& digest : indexes->get_array()) {
    if (!digest.is_string()) return std::nullopt;
    record.indexes.emplace_back(digest.get_string());
  }
  return record;
}

std::string timestamp() {
  using namespace std::chrono;
  const auto now = system_clock::now().time_since_epoch();
  const auto micros = duration_cast<microseconds>(now).count();
  const std::time_t seconds = micros / 1'000'000;
  std::tm utc{};
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", gmtime_r(&seconds, &utc));
  return fmt::format("{}.{:06}Z", std::string_view(text.data(), size), micros % 1'000'000);
}

}  // namespace darvaza::audit
