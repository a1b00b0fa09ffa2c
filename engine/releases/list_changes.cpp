#include "releases/list_changes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lists/snapshot_line.h"

namespace darvaza::releases {
namespace {

using Lines = std::vector<std::string_view>;

struct Field {
  std::string name;
  std::string value;
};

/// The fields of a line as it stands (escapes and all: readers see what was sent). A document's
/// type and State go with its number, since they say nothing alone.
std::vector<Field> fields_of(std::string_view line) {
  std::vector<Field> fields;
  while (true) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
    const std::string_view field = line.substr(0, line.find('\t'));
    const auto equals = field.find('=');
    std::string name(field.substr(0, equals));
    std::string value(field.substr(std::min(field.size(), equals + 1)));
    if (name == "document-type" || name == "document-issuer") {
      fields.back().value += " (" + value + ")";
    } else {
      fields.push_back({std::move(name), std::move(value)});
    }
  }
}

std::vector<std::string> values_of(const std::vector<Field>& fields, const std::string& name) {
  std::vector<std::string> values;
  for (const Field& field : fields) {
    if (field.name == name) values.push_back(field.value);
  }
  return values;
}

std::vector<std::string> without(std::vector<std::string> values, std::vector<std::string> others) {
  std::vector<std::string> rest;
  for (std::string& value : values) {
    const auto found = std::find(others.begin(), others.end(), value);
    if (found == others.end()) {
      rest.push_back(std::move(value));
    } else {
      others.erase(found);
    }
  }
  return rest;
}

std::vector<FieldChange> field_changes(std::string_view before, std::string_view after) {
  const std::vector<Field> old_fields = fields_of(before);
  const std::vector<Field> new_fields = fields_of(after);
  std::vector<std::string> names;
  for (const auto* fields : {&old_fields, &new_fields}) {
    for (const Field& field : *fields) {
      if (std::find(names.begin(), names.end(), field.name) == names.end())
        names.push_back(field.name);
    }
  }
  std::vector<FieldChange> changes;
  for (const std::string& name : names) {
    const auto old_values = values_of(old_fields, name);
    const auto new_values = values_of(new_fields, name);
    if (old_values == new_values) continue;
    FieldChange change{name, without(old_values, new_values), without(new_values, old_values),
                       false};
    change.reordered = change.removed.empty() && change.added.empty();
    changes.push_back(std::move(change));
  }
  // Names of two grades in another order: every field holds the same values, and yet the lines
  // differ.
  if (changes.empty()) changes.push_back({"name", {}, {}, true});
  return changes;
}

/// In the order of a line: the first three facts that tell people and documents apart.
std::string facts_of(const std::vector<Field>& fields) {
  std::string facts;
  std::size_t taken = 0;
  for (const Field& field : fields) {
    const bool is_told = field.name == "born" || field.name == "nationality" ||
                         field.name == "document" || field.name == "status" || field.name == "to";
    if (!is_told || ++taken > 3) continue;
    if (!facts.empty()) facts += ", ";
    if (field.name == "born" || field.name == "to") facts += field.name + " ";
    facts += value_in_words(field.name, field.value);
  }
  return facts;
}

RecordChange record_of(RecordChange::Kind kind, std::string_view line) {
  RecordChange record;
  record.kind = kind;
  const std::vector<Field> fields = fields_of(line);
  const bool person = line.starts_with("person");
  record.what = person ? "person" : "lost document";
  if (!fields.empty()) record.id = fields.front().value;
  const auto titles = values_of(fields, person ? "name" : "issuer");
  if (!titles.empty()) record.title = titles.front();
  if (kind != RecordChange::Kind::changed) record.facts = facts_of(fields);
  return record;
}

class Comparison {
 public:
  void add(RecordChange::Kind kind, std::string_view line) {
    ++(kind == RecordChange::Kind::added ? changes_.added : changes_.removed);
    changes_.records.push_back(record_of(kind, line));
  }
  void change(std::string_view before, std::string_view after) {
    ++changes_.changed;
    changes_.records.push_back(record_of(RecordChange::Kind::changed, after));
    changes_.records.back().fields = field_changes(before, after);
  }
  /// Records of one key that are not the same on both sides.
  void compare(const Lines& before, const Lines& after) {
    const std::size_t both = std::min(before.size(), after.size());
    for (std::size_t i = 0; i < both; ++i) change(before[i], after[i]);
    for (std::size_t i = both; i < before.size(); ++i) add(RecordChange::Kind::removed, before[i]);
    for (std::size_t i = both; i < after.size(); ++i) add(RecordChange::Kind::added, after[i]);
  }
  ListChanges take() { return std::move(changes_); }
  ListChanges& counts() { return changes_; }

 private:
  ListChanges changes_;
};

/// The lines from `begin` on that have the key of the first.
template <typename Iterator>
Lines take_key(Iterator& begin, Iterator end, std::string_view key) {
  Lines lines;
  for (; begin != end && lists::snapshot_key(*begin) == key; ++begin) lines.push_back(*begin);
  return lines;
}

}  // namespace

std::string_view to_string(RecordChange::Kind kind) {
  constexpr std::string_view kNames[] = {"added", "removed", "changed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view field_in_words(std::string_view field) {
  struct Words {
    std::string_view field;
    std::string_view words;
  };
  constexpr Words kWords[] = {{"strong", "alias"},
                              {"weak", "weak alias"},
                              {"born", "date of birth"},
                              {"place", "place of birth"},
                              {"father", "father's name"},
                              {"handling", "words to the officer"},
                              {"focal-point", "focal point"},
                              {"legal-basis", "legal basis"},
                              {"alert-category", "alert category"},
                              {"visible-from", "shown from line"},
                              {"releasable-to", "releasable to"},
                              {"valid-from", "valid from"},
                              {"valid-until", "valid until"},
                              {"review", "review date"},
                              {"source-reference", "source reference"},
                              {"to", "last number"},
                              {"issuer", "issuing State"},
                              {"lost", "lost on"},
                              {"reported", "reported on"},
                              {"reporter", "reporting State"}};
  for (const Words& known : kWords) {
    if (known.field == field) return known.words;
  }
  return field;
}

std::string value_in_words(std::string_view field, std::string_view value) {
  if (field != "born") return std::string(value);
  std::string words;
  if (value.starts_with('~')) {
    words = "circa ";
    value.remove_prefix(1);
  }
  const auto slash = value.find('/');
  words += value.substr(0, slash);
  if (slash != std::string_view::npos) words.append(" to ").append(value.substr(slash + 1));
  return words;
}

ListChanges list_changes(std::span<const std::string_view> before,
                         std::span<const std::string_view> after) {
  // Only what differs is looked at, and sorted by key: "QX.1" and "QX.10" part at a tab, which
  // sorts before digits, but a number may hold bytes below it.
  Lines removed;
  Lines added;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                      std::back_inserter(removed));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(added));
  const auto by_key = [](std::string_view a, std::string_view b) {
    return std::pair(lists::snapshot_key(a), a) < std::pair(lists::snapshot_key(b), b);
  };
  std::sort(removed.begin(), removed.end(), by_key);
  std::sort(added.begin(), added.end(), by_key);
  Comparison comparison;
  comparison.counts().before = before.size();
  comparison.counts().after = after.size();
  for (auto old_line = removed.begin(), new_line = added.begin();
       old_line != removed.end() || new_line != added.end();) {
    std::string_view key;
    if (old_line == removed.end()) {
      key = lists::snapshot_key(*new_line);
    } else if (new_line == added.end()) {
      key = lists::snapshot_key(*old_line);
    } else {
      key = std::min(lists::snapshot_key(*old_line), lists::snapshot_key(*new_line));
    }
    const Lines old_lines = take_key(old_line, removed.end(), key);
    comparison.compare(old_lines, take_key(new_line, added.end(), key));
  }
  return comparison.take();
}

}  // namespace darvaza::releases
