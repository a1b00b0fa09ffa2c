#include "lists/ftm_json.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "lists/entry_builder.h"
#include "lists/ftm_entity.h"
#include "lists/ftm_properties.h"
#include "lists/ftm_schemata.h"
#include "lists/text_lines.h"
#include "text/json_keys.h"
#include "text/utf8.h"
#include "text/words.h"

namespace darvaza::lists {
namespace {

/// A Passport or Identification entity, held until its holder is known.
struct Identification {
  std::string type;
  std::string number;
  std::string country;
  Place place;
};

enum class Holder : std::uint8_t { not_seen, person, not_person };

struct HolderDocuments {
  Holder holder = Holder::not_seen;
  std::vector<Identification> documents;
};

using DocumentsByHolder = std::unordered_map<std::string, HolderDocuments>;

std::string_view first_of(const FtmEntity& entity,
                          std::initializer_list<std::string_view> properties) {
  for (const auto property : properties) {
    if (const auto value = entity.first(property); !value.empty()) return value;
  }
  return {};
}

Identification identification_of(const FtmEntity& entity, Place place) {
  const std::string_view type = entity.first("type");
  return {std::string(type.empty() ? entity.schema() : type),
          std::string(first_of(entity, {"number", "passportNumber", "idNumber"})),
          std::string(first_of(entity, {"country", "authority"})), place};
}

/// Programmes, then topics.
std::string category_of(const FtmEntity& entity) {
  std::string joined;
  for (const auto property : {"programId", "topics"}) {
    for (const auto value : entity.values(property)) text::append_joined(joined, value, "; ");
  }
  return joined;
}

/// The name in parts, for entities that have no name in one piece.
std::string name_of_parts(const FtmEntity& entity) {
  std::string name;
  for (const auto part : {"firstName", "secondName", "middleName", "fatherName", "lastName"}) {
    text::append_joined(name, entity.first(part), " ");
  }
  return name;
}

void add_names(const FtmEntity& entity, EntryBuilder& person) {
  const auto names = entity.values("name");
  for (std::size_t i = 0; i < names.size(); ++i) {
    person.name(names[i], i == 0 ? NameGrade::primary : NameGrade::strong);
  }
  if (names.empty()) person.name(name_of_parts(entity), NameGrade::primary);
  for (const auto property : {"alias", "previousName"}) {
    for (const auto name : entity.values(property)) person.name(name, NameGrade::strong);
  }
  for (const auto name : entity.values("weakAlias")) person.name(name, NameGrade::weak);
}

/// Nationality and citizenship; a country says less (residence, too) and only counts without them.
void add_nationalities(const FtmEntity& entity, EntryBuilder& person) {
  for (const auto property : {"nationality", "citizenship", "country"}) {
    if (std::string_view(property) == "country" && !person.entry.nationalities.empty()) return;
    for (const auto country : entity.values(property)) person.nationality(country);
  }
}

void add_documents(const FtmEntity& entity, DocumentsByHolder& documents, EntryBuilder& person) {
  const auto found = documents.find(std::string(entity.id()));
  if (found != documents.end()) {
    found->second.holder = Holder::person;
    for (const Identification& document : found->second.documents) {
      person.document(document.type, document.number, document.country);
    }
  }
  for (const auto property : {"passportNumber", "idNumber", "innCode", "socialSecurityNumber", "taxNumber"}) {
    for (const auto number : entity.values(property)) person.document(property, number, {});
  }
}

void add_person(const FtmEntity& entity, DocumentsByHolder& documents, SourceRecorder& recorder,
                Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = entity.id();
  person.entry.category = category_of(entity);
  add_names(entity, person);
  add_nationalities(entity, person);
  add_documents(entity, documents, person);
  for (const auto date : entity.values("birthDate")) person.birth_date(date);
  for (const auto place_name : entity.values("birthPlace")) person.birth_place(place_name);
  for (const auto name : entity.values("fatherName")) person.father_name(name);
  person.sex(entity.first("gender"));
  person.finish();
}

/// Properties of which nothing else would say that they are lost.
constexpr std::string_view kRead[] = {"alias",      "birthDate",  "birthPlace", "citizenship",    "country",      "fatherName", "firstName",
                                      "gender",     "idNumber",   "innCode",    "lastName",       "middleName",   "name",       "nationality",
                                      "passportNumber", "previousName", "secondName", "socialSecurityNumber", "taxNumber", "weakAlias"};

/// Tells what of a person's line is not read. A property that has no such name is told once a file: "aliases" hides an alias from everybody.
class Unread {
 public:
  explicit Unread(SourceRecorder& recorder) : recorder_(recorder) {}

  void tell(const FtmEntity& person, std::string_view line, Place place) {
    for (const std::string_view property : person.properties()) {
      if (is_ftm_property(property) || told_.size() >= kMostTold || !told_.emplace(property).second) continue;
      recorder_.remark(place, "a property that is none of FollowTheMoney's and is not read: " + text::to_valid_utf8(property.substr(0, kMostShown)));
    }
    for (const std::string_view property : kRead) {
      if (person.holds_more(property)) recorder_.remark(place, fmt::format("a value of \"{}\" that is no text, and is not read", property));
    }
    if (text::has_duplicate_keys(line)) recorder_.remark(place, "a key is given twice: one of the values was not read");
  }

 private:
  static constexpr std::size_t kMostTold = 20, kMostShown = 40;
  SourceRecorder& recorder_;
  std::set<std::string, std::less<>> told_;
};

/// First reading: the identity documents. Lines that cannot be read are the second reading's
/// business; parsing is left out for lines that do not mention the schemata at all.
DocumentsByHolder collect_documents(std::istream& in) {
  DocumentsByHolder documents;
  TextLines lines(in);
  TextLine line;
  for (std::uint64_t record = 1; lines.next(line); ++record) {
    const std::string lower = text::lower_case(line.text);
    if (lower.find("passport") == std::string::npos && lower.find("identification") == std::string::npos) continue;
    const auto entity = FtmEntity::parse(line.text);
    if (!entity || ftm_kind(entity->schema()) != FtmKind::identification) continue;
    auto& held = documents[std::string(entity->first("holder"))].documents;
    held.push_back(identification_of(*entity, {record, line.line}));
  }
  return documents;
}

/// Second reading: everything else.
void read_entities(std::istream& in, DocumentsByHolder& documents, SourceRecorder& recorder) {
  TextLines lines(in);
  FtmKinds kinds;
  Unread unread(recorder);
  TextLine line;
  for (std::uint64_t record = 1; lines.next(line); ++record) {
    const Place place{record, line.line};
    if (line.too_long) {
      recorder.skip(place, "a line of more than 4 MiB");
      continue;
    }
    const auto entity = FtmEntity::parse(line.text);
    if (!entity) {
      recorder.skip(place, entity.error().message);
      continue;
    }
    const FtmKind kind = kinds.of(entity->schema(), !entity->first("birthDate").empty(), recorder, place);
    if (kind == FtmKind::person) {
      unread.tell(*entity, line.text, place);
      add_person(*entity, documents, recorder, place);
    } else if (kind != FtmKind::identification) {
      const auto held = documents.find(std::string(entity->id()));
      if (held != documents.end()) held->second.holder = Holder::not_person;
      recorder.not_person();
    }
  }
}

void settle(const Identification& document, Holder holder, SourceRecorder& recorder) {
  if (holder == Holder::not_person) {
    recorder.not_person();
  } else if (document.number.empty()) {
    recorder.skip(document.place, "a document without a number");
  } else if (holder == Holder::not_seen) {
    recorder.skip(document.place, "a document whose holder is not in the file");
  } else {
    recorder.attached();
  }
}

}  // namespace

Result<void> read_ftm_json(std::istream& in, SourceRecorder& recorder) {
  DocumentsByHolder documents = collect_documents(in);
  in.clear();
  in.seekg(0);
  if (!in) return fail(ErrorCode::io, "the file cannot be read twice", recorder.file());
  read_entities(in, documents, recorder);
  for (const auto& [id, held] : documents) {
    for (const Identification& document : held.documents) settle(document, held.holder, recorder);
  }
  const SourceSummary& summary = recorder.summary();
  if (summary.entries + summary.not_persons + summary.attached == 0 && summary.skipped_count > 0) {
    const SkippedRecord& first = summary.skipped.front();
    return fail(ErrorCode::input_refused, "no line is an entity; the first: " + first.reason,
                summary.file, first.line, first.record);
  }
  return {};
}

}  // namespace darvaza::lists
