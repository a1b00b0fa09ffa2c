#include "releases/probes.h"

#include <algorithm>

#include <fmt/core.h>

#include "lists/snapshot_line.h"
#include "releases/changed_lines.h"
#include "releases/rules.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

/// The first line with this key, or nothing.
std::string_view line_with(std::string_view snapshot, std::string_view key) {
  const std::size_t begin = std::min(snapshot.size(), snapshot.find('\n')) + 1;
  if (begin > snapshot.size()) return {};
  const std::string_view line = line_at(snapshot, find_line(snapshot, begin, key));
  return lists::snapshot_key(line) == key ? line : std::string_view{};
}

/// The person as their own papers would show them.
Traveller traveller_of(const WatchlistEntry& entry) {
  Traveller traveller;
  traveller.names = {{entry.names.front().text, {}, false}};
  if (!entry.birth_dates.empty() && !entry.birth_dates.front().is_range()) {
    traveller.birth_date = entry.birth_dates.front().first;
  }
  traveller.nationalities = entry.nationalities;
  return traveller;
}

bool finds(const Screener& screener, const WatchlistEntry& entry) {
  if (entry.names.empty()) return false;
  ScreeningOptions options;
  options.top = 100;  // namesakes may stand before
  const ScreeningResult answer = screener.screen(traveller_of(entry), options);
  return std::any_of(answer.candidates.begin(), answer.candidates.end(),
                     [&](const Candidate& candidate) { return candidate.id == entry.id; });
}

bool finds(const Screener& screener, const LostDocument& document) {
  Traveller traveller;
  traveller.documents = {{document.number, document.type, document.issuing_state, {}}};
  return !screener.screen(traveller).documents.empty();
}

bool is_found(const Screener& screener, std::string_view line) {
  const auto record = lists::parse_snapshot_line(line);
  return record && std::visit([&](const auto& known) { return finds(screener, known); }, *record);
}

Result<void> must_hit(const Screener& screener, std::string_view snapshot, const std::string& id) {
  for (const char* kind : {"person\tid=", "lost-document\tnumber="}) {
    const std::string_view line = line_with(snapshot, kind + id);
    if (line.empty()) continue;
    if (is_found(screener, line)) return {};
    return refuse(rule::kProbe, fmt::format("the new index does not find the entry '{}'", id));
  }
  return refuse(rule::kProbe, fmt::format("the list holds no entry '{}', which it must", id));
}

}  // namespace

Result<void> ask_probes(const Screener& screener, std::string_view snapshot, const ListNote& note) {
  if (auto found = must_hit(screener, snapshot, std::string(kTestTravellerId)); !found)
    return found;
  for (const std::string& id : note.must_hit) {
    if (auto found = must_hit(screener, snapshot, id); !found) return found;
  }
  for (std::size_t i = 0; i < note.must_clear.size(); ++i) {
    Traveller nobody;
    nobody.names = {{note.must_clear[i], {}, false}};
    if (screener.screen(nobody).decision != Decision::clear) {
      return refuse(rule::kProbe,
                    fmt::format("the new index finds somebody under name {} of those that must find nobody (--must-clear)", i + 1));
    }
  }
  return {};
}

}  // namespace darvaza::releases
