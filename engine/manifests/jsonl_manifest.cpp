#include "manifests/jsonl_manifest.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "manifests/limits.h"
#include "manifests/manifest_sink.h"
#include "manifests/line_reader.h"
#include "manifests/person_row.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"
#include "records/name_cell.h"
#include "records/not_text.h"
#include "text/csv_rows.h"
#include "text/json_keys.h"

namespace darvaza::manifests {
namespace {

namespace json = boost::json;
using records::PersonColumn;

std::string_view view_of(const json::string& text) { return {text.data(), text.size()}; }
std::string_view view_of(json::string_view text) { return {text.data(), text.size()}; }

/// Strings as they are, whole numbers in digits (an id is often one), null as empty text; nothing
/// for anything else.
std::optional<std::string> text_of(const json::value& value) {
  if (value.is_null()) return std::string();
  if (value.is_string()) return std::string(view_of(value.get_string()));
  if (value.is_int64()) return fmt::format("{}", value.get_int64());
  if (value.is_uint64()) return fmt::format("{}", value.get_uint64());
  return std::nullopt;
}

/// Members with text values as the row of a table, so that one reader knows the columns.
struct MemberRow {
  std::vector<std::string> headings;
  std::vector<std::string> fields;
};

/// Keys that nobody read, each once; a hostile input has any number of them.
class UnreadKeys {
 public:
  void add(std::string_view key) {
    constexpr std::size_t kMost = 100;
    if (keys_.size() < kMost) keys_.emplace(key.substr(0, kLongest));
  }
  std::string text() const { return unread_headings(std::vector<std::string>(keys_.begin(), keys_.end())); }

 private:
  static constexpr std::size_t kLongest = 64;
  std::set<std::string, std::less<>> keys_;
};

struct UnreadValue {
  std::string key;  ///< one of the table, which is no personal data
  PersonColumn column;
  std::string_view why;
};

class ObjectReader {
 public:
  ObjectReader(const json::object& object, int reference_year, std::string where, UnreadKeys& unread_keys)
      : object_(object), reference_year_(reference_year), where_(std::move(where)), unread_keys_(unread_keys) {}

  Traveller read() {
    const MemberRow row = row_of(object_, true);
    traveller_ =
        read_person_row(records::PersonColumns(row.headings), row.fields, reference_year_, where_);
    tell_unread();
    for (const auto& member : object_) read_list(view_of(member.key()), member.value());
    if (has_unread_key_) check_family_name(traveller_, where_);
    check_identifiable(traveller_, where_);
    return std::move(traveller_);
  }

 private:
  MemberRow row_of(const json::object& object, bool lists_allowed) {
    MemberRow row;
    for (const auto& member : object) {
      const std::string_view key = heading_of(view_of(member.key()), lists_allowed);
      const auto column = records::person_column(key);
      if (!is_of_travellers(column)) {
        unread_keys_.add(key);
        has_unread_key_ = true;
      }
      if (!column) continue;
      if (lists_allowed && is_read_as_list(*column, member.value())) continue;
      add_texts(key, *column, member.value(), row);
    }
    return row;
  }

  /// "documents" is a word of JSON alone.
  static std::string_view heading_of(std::string_view key, bool lists_allowed) {
    return lists_allowed && key == "documents" ? std::string_view("document_number") : key;
  }

  /// A list of texts is as many columns of one heading.
  void add_texts(std::string_view key, PersonColumn column, const json::value& value, MemberRow& row) {
    for_each(value, [&](const json::value& item) {
      auto text = text_of(item);
      if (text && row.fields.size() < text::CsvLimits{}.fields) {
        row.headings.emplace_back(key);
        row.fields.push_back(std::move(*text));
      } else {
        add_unread(key, column, text ? "one of more values than are read" : "not text");
      }
    });
  }

  /// Once a column, so that none is left out however many there are of another.
  void add_unread(std::string_view key, PersonColumn column, std::string_view why) {
    const bool known = std::any_of(unread_.begin(), unread_.end(), [&](const UnreadValue& value) { return value.column == column && value.why == why; });
    if (!known) unread_.push_back({std::string(key), column, why});
  }

  static bool holds_objects(const json::value& value) {
    if (!value.is_array()) return value.is_object();
    const json::array& items = value.get_array();
    return std::any_of(items.begin(), items.end(), [](const json::value& item) { return item.is_object(); });
  }

  /// Objects that are a name or a document, and lists of such. Lists of texts are columns: what stands beside them, an issuing State or a surname, is
  /// theirs, too.
  static bool is_read_as_list(PersonColumn column, const json::value& value) {
    return (column == PersonColumn::name || column == PersonColumn::aliases || column == PersonColumn::document_number) && holds_objects(value);
  }

  /// "names", "documents", and lists under the keys of single values.
  void read_list(std::string_view key, const json::value& value) {
    const auto column = records::person_column(heading_of(key, true));
    const bool spellings = key == "names" && value.is_array();  // each is one, whatever stands beside them
    if (!spellings && !(column && is_read_as_list(*column, value))) return;
    const bool documents = column == PersonColumn::document_number;
    for_each(value, [&](const json::value& item) { documents ? read_document(item) : read_name(item); });
  }

  /// The items of an array; a value alone counts as an array of one.
  template <typename Function>
  static void for_each(const json::value& value, Function&& function) {
    if (!value.is_array()) return function(value);
    for (const json::value& item : value.get_array()) function(item);
  }

  void read_name(const json::value& item) {
    if (item.is_object()) {
      const std::size_t before = traveller_.names.size();
      read_object(item.get_object());
      if (traveller_.names.size() == before && !holds_known_key(item.get_object())) add_unread_name(traveller_, where_, "an object for a name without a key of one");
      return;
    }
    if (const auto text = text_of(item)) {
      for (const std::string& name : records::read_name_cell(*text).names) add_name(traveller_, {name, {}}, where_);
      return;
    }
    add_unread_name(traveller_, where_, "an item of names is neither text nor an object");
  }

  /// {"number": …, "type": …, "issuing_state": …, "expires": …}, or the number alone.
  void read_document(const json::value& item) {
    if (item.is_object()) return read_document_object(item.get_object());
    if (const auto text = text_of(item)) return add_written_documents(traveller_, *text, {}, where_);
    add_unread_document(traveller_, where_, "an item of documents is neither text nor an object");
  }

  void read_document_object(const json::object& object) {
    json::object renamed(object);
    for (const auto& [plain, column] :
         {std::pair{"number", "document_number"}, std::pair{"type", "document_type"}}) {
      if (const json::value* value = object.if_contains(plain)) renamed[column] = *value;
      renamed.erase(plain);
    }
    const bool has_number = std::any_of(renamed.begin(), renamed.end(), [](const auto& member) {
      const json::value& value = member.value();
      return records::person_column(view_of(member.key())) == PersonColumn::document_number && text_of(value) != "" && !(value.is_array() && value.get_array().empty());
    });
    if (!has_number) {
      const bool all_known = std::all_of(renamed.begin(), renamed.end(), [](const auto& member) { return records::person_column(view_of(member.key())).has_value(); });
      constexpr const char* kNone = "a document without a number";
      all_known ? add_problem(traveller_.problems, where_, kNone) : add_unread_document(traveller_, where_, kNone);
    }
    read_object(renamed);
  }

  /// Names or a document described by an object of its own.
  void read_object(const json::object& object) {
    const MemberRow row = row_of(object, false);
    merge(traveller_,
          read_person_row(records::PersonColumns(row.headings), row.fields, reference_year_, {}),
          where_);
    tell_unread();
  }

  static bool holds_known_key(const json::object& object) {
    return std::any_of(object.begin(), object.end(), [](const auto& member) { return records::person_column(view_of(member.key())).has_value(); });
  }

  /// Values that are neither text nor anything else that is read under their key.
  void tell_unread() {
    for (const auto& [key, column, why] : unread_) {
      std::string text = fmt::format("the value of \"{}\" is {}", key, why);
      switch (column) {
        case PersonColumn::name:
        case PersonColumn::surname:
        case PersonColumn::given_names:
        case PersonColumn::aliases:
          add_unread_name(traveller_, where_, std::move(text));
          break;
        case PersonColumn::document_number:
        case PersonColumn::mrz:
          add_unread_document(traveller_, where_, std::move(text));
          break;
        default:
          add_problem(traveller_.problems, where_, std::move(text));
      }
    }
    unread_.clear();
  }

  const json::object& object_;
  int reference_year_;
  std::string where_;
  UnreadKeys& unread_keys_;
  bool has_unread_key_ = false;
  std::vector<UnreadValue> unread_;
  Traveller traveller_;
};

Traveller unreadable(const std::string& where, std::string text) {
  Traveller traveller;
  traveller.problems.push_back({where, std::move(text)});
  return traveller;
}

Traveller too_long(const std::string& where) {
  return unreadable(where, fmt::format("a line of more than {} bytes", kMaxJsonLineBytes));
}

/// As read_json_object, but that keys which nobody reads are gathered.
Traveller read_object(const json::object& object, std::string_view text, int reference_year, const std::string& where, UnreadKeys& unread_keys) {
  if (text.size() > kMaxJsonLineBytes) return too_long(where);
  Traveller traveller = ObjectReader(object, reference_year, where, unread_keys).read();
  if (text::has_duplicate_keys(text)) {
    // Which key, and what it said, nobody can tell: a name may be behind another, or a document.
    add_unread_name(traveller, where, "a key is given twice: one of the values was not read");
    TravelDocument document;
    document.number = records::kNotText;
    add_document(traveller, std::move(document), where);
  }
  return traveller;
}

Traveller read_line(const LineReader& line, int reference_year, UnreadKeys& unread_keys) {
  const std::string where = fmt::format("line {}", line.number());
  if (line.cut()) return too_long(where);
  json::error_code error;
  const json::value value = json::parse(line.text(), error);
  if (error) return unreadable(where, "not a JSON object: " + error.message());
  if (!value.is_object()) return unreadable(where, "JSON, but not an object");
  return read_object(value.get_object(), line.text(), reference_year, where, unread_keys);
}

}  // namespace

Traveller read_json_object(const json::object& object, std::string_view text, int reference_year,
                           const std::string& where) {
  UnreadKeys unread_keys;
  Traveller traveller = read_object(object, text, reference_year, where, unread_keys);
  if (std::string unread = unread_keys.text(); !unread.empty()) add_problem(traveller.problems, where, std::move(unread));
  return traveller;
}

Result<void> read_jsonl(ByteSource& source, int reference_year, ManifestSink& sink) {
  UnreadKeys unread_keys;
  LineReader lines(source, kMaxJsonLineBytes);
  while (lines.next()) {
    if (!trim(lines.text()).empty()) sink.deliver(read_line(lines, reference_year, unread_keys));
  }
  if (std::string unread = unread_keys.text(); !unread.empty()) sink.problem({}, std::move(unread));
  return {};
}

}  // namespace darvaza::manifests
