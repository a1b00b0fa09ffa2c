// What changed between two snapshots, in words that a person can read; and how much.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace darvaza::releases {

struct FieldChange {
  std::string field;  ///< the name in a snapshot line: "name", "born", "nationality", ...;
                      ///< field_in_words() says it to people
  std::vector<std::string> removed;  ///< values that are gone, in their order
  std::vector<std::string> added;
  bool reordered =
      false;  ///< the same values in another order, or a weak name that is now a strong one
};

/// "date of birth" for "born": what a person calls a field; the name itself where there is nothing
/// better.
std::string_view field_in_words(std::string_view field);

/// "circa 1960 to 1962" for "~1960/1962" of "born"; other values as they are.
std::string value_in_words(std::string_view field, std::string_view value);

struct RecordChange {
  enum class Kind : std::uint8_t { added, removed, changed };
  Kind kind = Kind::added;
  std::string what;  ///< "person" or "lost document"
  std::string id;    ///< identifier of the entry, or number of the document
  std::string
      title;  ///< the first name of a person (of the newer edition), or the State of a document
  std::string facts;  ///< of an added or removed record: what tells it from a namesake ("born 1970,
                      ///< IRN, passport X1")
  std::vector<FieldChange> fields;  ///< of a changed record; never empty then
};
std::string_view to_string(RecordChange::Kind kind);  ///< "added", "removed", "changed"

struct ListChanges {
  std::uint64_t before = 0;  ///< records of the older edition
  std::uint64_t after = 0;
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t changed = 0;
  std::vector<RecordChange> records;  ///< in the order of their keys
};

/// Records are the same when kind and identifier (or number) are; of several with one identifier
/// those that are equal are taken together first, the rest in their order. Both sides must be
/// canonical lines that rise.
ListChanges list_changes(std::span<const std::string_view> before,
                         std::span<const std::string_view> after);

}  // namespace darvaza::releases
