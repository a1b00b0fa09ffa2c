#include "releases/delta.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "releases/changed_lines.h"
#include "releases/large_memory.h"
#include "releases/rules.h"
#include "releases/signed_note.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

using Lines = std::vector<std::string_view>;

void write_lines(std::string& out, std::string_view heading, char mark, const Lines& lines) {
  out += fmt::format("{}: {}\n", heading, lines.size());
  for (const std::string_view line : lines) {
    out += mark;
    out += ' ';
    out += line;
    out += '\n';
  }
}

struct ParsedDelta {
  std::string list;
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  Lines removals;
  Lines additions;
  std::string result;
};

/// Takes "heading: N" and N marked lines, which must rise, from the front of `rest`.
bool take_lines(std::string_view& rest, std::string_view heading, char mark, Lines& lines) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return false;
  NoteReader head(rest.substr(0, end + 1));
  const std::uint64_t count = head.number(heading);
  if (!head.finish()) return false;
  rest.remove_prefix(end + 1);
  const std::string start = {mark, ' '};
  // Room is made as lines are found, whatever count was promised.
  while (rest.starts_with(start)) {
    const auto line_end = rest.find('\n');
    if (line_end == std::string_view::npos) return false;
    const std::string_view line = rest.substr(2, line_end - 2);
    if (line.empty() || (!lines.empty() && line <= lines.back())) return false;
    lines.push_back(line);
    rest.remove_prefix(line_end + 1);
  }
  return lines.size() == count;
}

Result<ParsedDelta> parse_delta(std::string_view text) {
  ParsedDelta delta;
  const auto body = text.find("removals: ");
  NoteReader head(text.substr(0, body));
  head.expect("darvaza-delta 1");
  delta.list = head.list_id("list");
  delta.from = head.number("from");
  delta.to = head.number("to");
  if (auto done = head.finish(); !done) return tl::unexpected(done.error());
  std::string_view rest = text.substr(std::min(body, text.size()));
  if (!take_lines(rest, "removals", '-', delta.removals) ||
      !take_lines(rest, "additions", '+', delta.additions)) {
    return refuse(rule::kBadDelta, "expected as many rising lines as it counts");
  }
  NoteReader tail(rest);
  delta.result = tail.digest("result");
  if (auto done = tail.finish(); !done) return tl::unexpected(done.error());
  return delta;
}

/// The text from `at` on with lines taken out and put in, behind what stands before: pieces of it
/// and of the delta. That its lines rise was checked when they came; where they do not, the digest
/// of the result is another.
Result<Lines> with_changes(std::string_view before, std::size_t at, const ParsedDelta& delta) {
  Lines pieces{before.substr(0, at)};
  auto removal = delta.removals.begin();
  auto addition = delta.additions.begin();
  while (removal != delta.removals.end() || addition != delta.additions.end()) {
    const bool removes = addition == delta.additions.end() ||
                         (removal != delta.removals.end() && *removal <= *addition);
    const std::string_view line = removes ? *removal++ : *addition++;
    const std::size_t place = find_line(before, at, line);
    const bool is_there = place < before.size() && line_at(before, place) == line;
    if (removes && !is_there)
      return refuse(rule::kBadDelta, "it removes a record that is not there");
    if (!removes && is_there)
      return refuse(rule::kBadDelta, "it adds a record that is there already");
    pieces.push_back(before.substr(at, place - at));
    at = place;
    if (removes) {
      at = std::min(before.size(), at + line.size() + 1);
    } else {
      // In the delta each line has its end behind it.
      pieces.emplace_back(line.data(), line.size() + 1);
    }
  }
  pieces.push_back(before.substr(at));
  return pieces;
}

std::string joined(const Lines& pieces) {
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.size();
  std::string text;
  text.reserve(size);
  in_large_pages(text.data(), text.capacity());
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

}  // namespace

Result<std::string> make_delta(const DeltaStep& step, std::string_view before,
                               std::string_view after) {
  if (auto lines = snapshot_lines(before, step.list); !lines) return tl::unexpected(lines.error());
  if (auto lines = snapshot_lines(after, step.list); !lines) return tl::unexpected(lines.error());
  const ChangedLines changed = changed_lines(before, after);
  NoteWriter head("darvaza-delta 1");
  head.text("list", step.list);
  head.number("from", step.from);
  head.number("to", step.from + 1);
  std::string out = head.take();
  write_lines(out, "removals", '-', changed.removed);
  write_lines(out, "additions", '+', changed.added);
  return out + fmt::format("result: {}\n", digest_of(after));
}

Result<UnprovenPieces> apply_delta_unproven(const DeltaStep& step, std::string_view before,
                                            std::string_view delta) {
  auto parsed = parse_delta(delta);
  if (!parsed) return tl::unexpected(parsed.error());
  if (parsed->list != step.list) return refuse(rule::kWrongList, "a delta of another list");
  if (parsed->from != step.from || parsed->to != step.from + 1) {
    return refuse(rule::kWrongVersion,
                  fmt::format("a delta from version {} to {} where one from {} to {} is needed",
                              parsed->from, parsed->to, step.from, step.from + 1));
  }
  const std::string head = join_snapshot(step.list, {});
  if (!before.starts_with(head)) return refuse(rule::kWrongList, "a snapshot of another list");
  auto pieces = with_changes(before, head.size(), *parsed);
  if (!pieces) return tl::unexpected(pieces.error());
  return UnprovenPieces{std::move(*pieces), std::move(parsed->result)};
}

Result<AppliedDelta> apply_delta(const DeltaStep& step, std::string_view before,
                                 std::string_view delta) {
  auto applied = apply_delta_unproven(step, before, delta);
  if (!applied) return tl::unexpected(applied.error());
  AppliedDelta result{joined(applied->pieces), std::move(applied->digest)};
  if (digest_of(result.snapshot) != result.digest)
    return refuse(rule::kWrongDigest, "the delta does not lead to the result that it names");
  return result;
}

}  // namespace darvaza::releases
