#include "lists/snapshot_line.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/core.h>

namespace darvaza::lists {
namespace {

constexpr std::string_view kPerson = "person";
constexpr std::string_view kLostDocument = "lost-document";

bool needs_escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '\\';
}

/// Fields in the order in which they are added.
class LineWriter {
 public:
  explicit LineWriter(std::string_view kind) : line_(kind) {}

  /// Even when it is empty.
  void always(std::string_view key, std::string_view value) {
    append_snapshot_field(line_, key, value);
  }
  void unless_empty(std::string_view key, std::string_view value) {
    if (!value.empty()) always(key, value);
  }
  std::string take() { return std::move(line_); }

 private:
  std::string line_;
};

std::string_view key_of(NameGrade grade) {
  if (grade == NameGrade::strong) return "strong";
  return grade == NameGrade::weak ? "weak" : "name";
}

std::string birth_text(const BirthDate& date) {
  std::string text = date.circa ? "~" : "";
  text += to_string(date.first);
  if (date.is_range()) text += "/" + to_string(date.last);
  return text;
}

void write_terms(LineWriter& line, const EntryTerms& terms) {
  line.unless_empty("owner", terms.owner.text());
  line.unless_empty("focal-point", terms.focal_point);
  line.unless_empty("legal-basis", terms.legal_basis);
  line.unless_empty("alert-category", to_string(terms.category));
  line.unless_empty("instruction", to_string(terms.instruction));
  if (terms.visible_from != Line::first) line.always("visible-from", to_string(terms.visible_from));
  if (terms.releasable_to) {
    line.always("releasable-to", "owner");
    for (const StateCode state : *terms.releasable_to) line.always("releasable-to", state.text());
  }
  line.unless_empty("valid-from", to_string(terms.valid_from));
  line.unless_empty("valid-until", to_string(terms.valid_until));
  line.unless_empty("review", to_string(terms.review));
  line.unless_empty("source-reference", terms.source_reference);
}

void write_person(LineWriter& line, const WatchlistEntry& entry) {
  line.always("id", entry.id);
  for (const ListedName& name : entry.names) line.always(key_of(name.grade), name.text);
  for (const BirthDate& date : entry.birth_dates) line.always("born", birth_text(date));
  line.unless_empty("sex", to_string(entry.sex));
  for (const StateCode state : entry.nationalities) line.always("nationality", state.text());
  for (const std::string& place : entry.birth_places) line.always("place", place);
  for (const std::string& father : entry.father_names) line.always("father", father);
  for (const ListedDocument& document : entry.documents) {
    line.always("document", document.number);
    line.unless_empty("document-type", document.type);
    line.unless_empty("document-issuer", document.issuing_state.text());
  }
  line.unless_empty("category", entry.category);
  line.unless_empty("handling", entry.handling);
  write_terms(line, entry.terms);
}

void write_lost(LineWriter& line, const LostDocument& document) {
  line.always("number", document.number);
  line.unless_empty("to", document.range_end);
  line.unless_empty("type", document.type);
  line.unless_empty("issuer", document.issuing_state.text());
  line.always("status", to_string(document.status));
  line.unless_empty("lost", to_string(document.lost));
  line.unless_empty("reported", to_string(document.reported));
  line.unless_empty("review", to_string(document.review));
  line.unless_empty("reporter", document.reporting_state.text());
  line.unless_empty("reference", document.reference);
}

std::string written(const ListRecord& record) {
  const auto* entry = std::get_if<WatchlistEntry>(&record);
  LineWriter line(entry != nullptr ? kPerson : kLostDocument);
  if (entry != nullptr) {
    write_person(line, *entry);
  } else {
    write_lost(line, std::get<LostDocument>(record));
  }
  return line.take();
}

/// Whatever is not an escape that LineWriter writes is left as it stands: the comparison with what
/// would be written finds it.
std::string unescaped(std::string_view text) {
  std::string out;
  const auto digit = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x' && is_digit(text[i + 2]) &&
        is_digit(text[i + 3])) {
      out += static_cast<char>(digit(text[i + 2]) * 16 + digit(text[i + 3]));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool read_state(std::string_view text, StateCode& state) {
  const bool fine =
      !text.empty() && text.size() <= 3 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (fine) state = StateCode(text);
  return fine;
}

bool add_state(std::string_view text, std::vector<StateCode>& states) {
  return read_state(text, states.emplace_back());
}

bool read_date(std::string_view text, PartialDate& date) {
  const auto parsed = parse_iso_date(text);
  if (parsed) date = *parsed;
  return parsed.has_value();
}

bool add_birth_date(std::string_view text, std::vector<BirthDate>& dates) {
  BirthDate& date = dates.emplace_back();
  date.circa = text.starts_with('~');
  if (date.circa) text.remove_prefix(1);
  const auto slash = text.find('/');
  // Nothing is known of a date that is written with nothing.
  if (!text.empty() && !read_date(text.substr(0, slash), date.first)) return false;
  if (slash == std::string_view::npos) {
    date.last = date.first;
    return true;
  }
  return read_date(text.substr(slash + 1), date.last);
}

bool read_sex(std::string_view text, Sex& sex) {
  for (const Sex known : {Sex::female, Sex::male, Sex::other}) {
    if (text == to_string(known)) {
      sex = known;
      return true;
    }
  }
  return false;
}

bool read_status(std::string_view text, DocumentStatus& status) {
  using enum DocumentStatus;
  for (const DocumentStatus known : {lost, stolen, stolen_blank, revoked, invalid}) {
    if (text == to_string(known)) {
      status = known;
      return true;
    }
  }
  return false;
}

template <typename Enum>
bool read_word(std::optional<Enum> read, Enum& word) {
  word = read.value_or(word);
  return read.has_value();
}

bool read_field(std::string_view key, const std::string& value, EntryTerms& terms) {
  if (key == "owner") return read_state(value, terms.owner);
  if (key == "alert-category") return read_word(parse_alert_category(value), terms.category);
  if (key == "instruction") return read_word(parse_instruction(value), terms.instruction);
  if (key == "visible-from") return read_word(parse_line(value), terms.visible_from);
  if (key == "valid-from") return read_date(value, terms.valid_from);
  if (key == "valid-until") return read_date(value, terms.valid_until);
  if (key == "review") return read_date(value, terms.review);
  if (key == "releasable-to" && !terms.releasable_to) {
    terms.releasable_to.emplace();
    return value == "owner";
  }
  if (key == "releasable-to") return add_state(value, *terms.releasable_to);
  if (key == "focal-point") {
    terms.focal_point = value;
  } else if (key == "legal-basis") {
    terms.legal_basis = value;
  } else if (key == "source-reference") {
    terms.source_reference = value;
  } else {
    return false;
  }
  return true;
}

bool read_field(std::string_view key, const std::string& value, WatchlistEntry& entry) {
  for (const NameGrade grade : {NameGrade::primary, NameGrade::strong, NameGrade::weak}) {
    if (key == key_of(grade)) {
      entry.names.push_back({value, grade});
      return true;
    }
  }
  if (key == "born") return add_birth_date(value, entry.birth_dates);
  if (key == "sex") return read_sex(value, entry.sex);
  if (key == "nationality") return add_state(value, entry.nationalities);
  if (key == "document") {
    entry.documents.push_back({value, {}, {}});
    return true;
  }
  const bool of_document = key == "document-type" || key == "document-issuer";
  if (of_document && entry.documents.empty()) return false;
  if (key == "document-issuer") return read_state(value, entry.documents.back().issuing_state);
  if (key == "document-type") {
    entry.documents.back().type = value;
  } else if (key == "place") {
    entry.birth_places.push_back(value);
  } else if (key == "father") {
    entry.father_names.push_back(value);
  } else if (key == "id") {
    entry.id = value;
  } else if (key == "category") {
    entry.category = value;
  } else if (key == "handling") {
    entry.handling = value;
  } else {
    return read_field(key, value, entry.terms);
  }
  return true;
}

bool read_field(std::string_view key, const std::string& value, LostDocument& document) {
  if (key == "issuer") return read_state(value, document.issuing_state);
  if (key == "reporter") return read_state(value, document.reporting_state);
  if (key == "status") return read_status(value, document.status);
  if (key == "lost") return read_date(value, document.lost);
  if (key == "reported") return read_date(value, document.reported);
  if (key == "review") return read_date(value, document.review);
  if (key == "number") {
    document.number = value;
  } else if (key == "to") {
    document.range_end = value;
  } else if (key == "type") {
    document.type = value;
  } else if (key == "reference") {
    document.reference = value;
  } else {
    return false;
  }
  return true;
}

template <typename Record>
bool read_fields(std::string_view rest, Record& record) {
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the tab
    const std::string_view field = rest.substr(0, rest.find('\t'));
    rest.remove_prefix(field.size());
    const auto equals = field.find('=');
    if (equals == std::string_view::npos) return false;
    if (!read_field(field.substr(0, equals), unescaped(field.substr(equals + 1)), record))
      return false;
  }
  return true;
}

std::optional<ListRecord> read_line(std::string_view line) {
  const std::string_view kind = line.substr(0, line.find('\t'));
  line.remove_prefix(kind.size());
  WatchlistEntry entry;
  LostDocument document;
  if (kind == kPerson && read_fields(line, entry)) return entry;
  if (kind == kLostDocument && read_fields(line, document)) return document;
  return std::nullopt;
}

}  // namespace

Result<std::string> to_snapshot_line(const ListRecord& record) {
  std::string line = written(record);
  const auto back = read_line(line);
  if (!back || written(*back) != line || line.size() > kMaxSnapshotLine) {
    return fail(
        ErrorCode::input_refused,
        "a record that a snapshot cannot hold: expected dates that exist, States of one to three "
        "capital letters and at most 16 MiB");
  }
  return line;
}

Result<ListRecord> parse_snapshot_line(std::string_view line) {
  if (line.size() > kMaxSnapshotLine) {
    return fail(ErrorCode::input_refused, "a line of more than 16 MiB");
  }
  auto record = read_line(line);
  if (!record || written(*record) != line) {
    return fail(
        ErrorCode::input_refused,
        "no canonical line: expected 'person' or 'lost-document' and known fields in their order");
  }
  return std::move(*record);
}

std::string_view snapshot_key(std::string_view line) {
  const auto first = line.find('\t');
  return first == std::string_view::npos ? line : line.substr(0, line.find('\t', first + 1));
}

void append_snapshot_field(std::string& line, std::string_view key, std::string_view value) {
  line += '\t';
  line += key;
  line += '=';
  for (const char c : value) {
    if (needs_escape(c)) {
      line += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      line += c;
    }
  }
}

bool is_list_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 64 && plain(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; });
}

}  // namespace darvaza::lists
