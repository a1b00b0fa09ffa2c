#include "lists_commands/answer_differences.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace darvaza::tool {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
  const json::value* const value = object.if_contains(json::string_view(name.data(), name.size()));
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(value->get_string().data(), value->get_string().size());
  return json::serialize(*value);
}

double number_of(const json::object& object, const char* name) {
  const json::value* const value = object.if_contains(name);
  return value != nullptr && value->is_number() ? value->to_number<double>() : 0;
}

std::string score_of(const json::object& candidate) { return fmt::format("{:.4f}", number_of(candidate, "score")); }

/// The objects of an array; what is no object is not looked at.
std::vector<const json::object*> objects_of(const json::object& answer, const char* name) {
  std::vector<const json::object*> objects;
  const json::value* const value = answer.if_contains(name);
  if (value == nullptr || !value->is_array()) return objects;
  for (const json::value& item : value->get_array()) {
    if (item.is_object()) objects.push_back(&item.get_object());
  }
  return objects;
}

/// Whether a member is the same on both sides, missing ones included.
bool same(const json::object& here, const json::object& there, json::string_view name) {
  const json::value* const a = here.if_contains(name);
  const json::value* const b = there.if_contains(name);
  return a == nullptr || b == nullptr ? a == b : *a == *b;
}

/// Names of members that differ, apart from those that are looked at one by one.
std::string other_members(const json::object& here, const json::object& there, const std::set<std::string_view>& known) {
  std::set<std::string> names;
  for (const json::object* const side : {&here, &there}) {
    for (const auto& member : *side) {
      const std::string_view name(member.key().data(), member.key().size());
      if (!known.contains(name) && !same(here, there, member.key())) names.emplace(name);
    }
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Pieces of evidence that are not the same on both sides. A kind may stand several times: those that are equal are taken together first.
std::vector<std::string> evidence_lines(const json::object& here, const json::object& there) {
  std::vector<const json::object*> ours = objects_of(here, "evidence"), theirs = objects_of(there, "evidence");
  for (auto piece = ours.begin(); piece != ours.end();) {
    const auto equal = std::find_if(theirs.begin(), theirs.end(), [&](const json::object* other) { return *other == **piece; });
    if (equal == theirs.end()) {
      ++piece;
    } else {
      theirs.erase(equal);
      piece = ours.erase(piece);
    }
  }
  std::vector<std::string> lines;
  for (const json::object* const piece : ours) {
    const std::string kind = text_of(*piece, "kind");
    const auto other = std::find_if(theirs.begin(), theirs.end(), [&](const json::object* t) { return text_of(*t, "kind") == kind; });
    if (other == theirs.end()) {
      lines.push_back(fmt::format("{} {:+.3f} here, nothing there: {}", kind, number_of(*piece, "weight"), text_of(*piece, "text")));
      continue;
    }
    lines.push_back(fmt::format("{} {:+.3f} here, {:+.3f} there", kind, number_of(*piece, "weight"), number_of(**other, "weight")));
    if (text_of(*piece, "text") != text_of(**other, "text")) {
      lines.push_back("  here: " + text_of(*piece, "text"));
      lines.push_back("  there: " + text_of(**other, "text"));
    }
    theirs.erase(other);
  }
  for (const json::object* const piece : theirs) {
    lines.push_back(fmt::format("{} nothing here, {:+.3f} there: {}", text_of(*piece, "kind"), number_of(*piece, "weight"), text_of(*piece, "text")));
  }
  return lines;
}

class Comparison {
 public:
  Comparison(const json::object& here, const json::object& there) : here_(here), there_(there) {}

  std::vector<AnswerDifference> run(const WhyMissing& why_not_here, const WhyMissing& why_not_there) {
    compare_decisions();
    compare_candidates(why_not_here, why_not_there);
    compare_documents();
    if (!same(here_, there_, "problems")) {
      add("problems", {}, count(here_), count(there_), {"what could not be read or searched for is told differently"});
    }
    const std::string rest = other_members(here_, there_, {"id", "decision", "complete", "candidates", "documents", "problems", "lists"});
    if (!rest.empty()) add("details", {}, {}, {}, {"differ in: " + rest});
    return std::move(found_);
  }

 private:
  void add(std::string what, std::string record, std::string here, std::string there, std::vector<std::string> why) {
    found_.push_back({std::move(what), std::move(record), std::move(here), std::move(there), std::move(why)});
  }

  static std::string count(const json::object& answer) { return fmt::to_string(objects_of(answer, "problems").size()); }

  void compare_decisions() {
    if (same(here_, there_, "decision") && same(here_, there_, "complete")) return;
    const std::string here = text_of(here_, "decision"), there = text_of(there_, "decision");
    const bool incomplete = here == "incomplete" || there == "incomplete";
    add("decision", {}, here, there,
        {incomplete ? "one of the two could not search to the end: see its problems"
                    : "follows from what differs below, or from the thresholds of review and hit"});
  }

  void compare_candidates(const WhyMissing& why_not_here, const WhyMissing& why_not_there) {
    std::vector<const json::object*> theirs = objects_of(there_, "candidates");
    std::vector<std::string> common_here, common_there;
    for (const json::object* const candidate : objects_of(here_, "candidates")) {
      const std::string list = text_of(*candidate, "list"), id = text_of(*candidate, "id");
      const auto other = std::find_if(theirs.begin(), theirs.end(),
                                      [&](const json::object* t) { return text_of(*t, "list") == list && text_of(*t, "id") == id; });
      if (other == theirs.end()) {
        add("only here", list + ' ' + id, score_of(*candidate), {}, {why_not_there(list, id)});
        continue;
      }
      common_here.push_back(list + ' ' + id);
      compare_candidate(*candidate, **other, common_here.back());
    }
    const auto ours = objects_of(here_, "candidates");
    for (const json::object* const candidate : theirs) {
      const std::string list = text_of(*candidate, "list"), id = text_of(*candidate, "id");
      const bool both = std::any_of(ours.begin(), ours.end(), [&](const json::object* o) { return text_of(*o, "list") == list && text_of(*o, "id") == id; });
      if (both) {
        common_there.push_back(list + ' ' + id);
      } else {
        add("only there", list + ' ' + id, {}, score_of(*candidate), {why_not_here(list, id)});
      }
    }
    if (common_here != common_there) add("order", {}, {}, {}, {"the candidates that both name stand in another order"});
  }

  void compare_candidate(const json::object& here, const json::object& there, const std::string& record) {
    std::vector<std::string> evidence = evidence_lines(here, there);
    if (!same(here, there, "score") || !evidence.empty()) {
      const char* const what = same(here, there, "score") ? "evidence" : "score";
      if (evidence.empty()) evidence.emplace_back("the pieces of evidence are the same: another calibration");
      add(what, record, score_of(here), score_of(there), std::move(evidence));
    }
    const std::string rest = other_members(here, there, {"list", "id", "score", "evidence"});
    if (!rest.empty()) add("details", record, {}, {}, {"differ in: " + rest});
  }

  void compare_documents() {
    std::vector<const json::object*> theirs = objects_of(there_, "documents");
    for (const json::object* const hit : objects_of(here_, "documents")) {
      const auto other = std::find_if(theirs.begin(), theirs.end(), [&](const json::object* t) {
        return same(*hit, *t, "list") && same(*hit, *t, "number") && same(*hit, *t, "issuer") && same(*hit, *t, "status");
      });
      const std::string record = text_of(*hit, "list") + ' ' + text_of(*hit, "number");
      if (other == theirs.end()) {
        add("document only here", record, text_of(*hit, "status"), {}, {"the other side does not hold this record, or may not show it"});
        continue;
      }
      const std::string rest = other_members(*hit, **other, {});
      if (!rest.empty()) add("document", record, text_of(*hit, "status"), text_of(**other, "status"), {"differ in: " + rest});
      theirs.erase(other);
    }
    for (const json::object* const hit : theirs) {
      add("document only there", text_of(*hit, "list") + ' ' + text_of(*hit, "number"), {}, text_of(*hit, "status"),
          {"this side does not hold the record, or may not show it"});
    }
  }

  const json::object& here_;
  const json::object& there_;
  std::vector<AnswerDifference> found_;
};

}  // namespace

std::vector<AnswerDifference> answer_differences(const json::object& here, const json::object& there, const WhyMissing& why_not_here,
                                                 const WhyMissing& why_not_there) {
  return Comparison(here, there).run(why_not_here, why_not_there);
}

}  // namespace darvaza::tool
