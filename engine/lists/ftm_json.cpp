#include "lists/ftm_json.h"

#include <algorithm>
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

/// A Passport or Identification entity, held until its holders are known.
struct Identification {
  std::string type;
  std::vector<std::string> numbers;
  std::vector<std::string> countries;
  Place place;
};

enum class Holder : std::uint8_t { not_seen, person, not_person };

struct HolderDocuments {
  Holder holder = Holder::not_seen;
  std::vector<std::size_t> documents;  ///< in Identifications::all
};

/// Each document stands here once, however many holders it has.
struct Identifications {
  std::vector<Identification> all;
  std::vector<const HolderDocuments*> first_holders;  ///< of each, which counts with it; map nodes stay where they are
  std::unordered_map<std::string, HolderDocuments> by_holder;
};

constexpr std::string_view kNumbers[] = {"number", "passportNumber", "idNumber", "personalNumber"};

/// At most EntryBuilder::kMostFacts of a document's numbers, States or holders are kept: a line of 4 MiB could hold a million.
template <typename Text>
void keep_most(std::vector<Text>& texts, std::string_view what, Place place, SourceRecorder& recorder) {
  if (texts.size() <= EntryBuilder::kMostFacts) return;
  recorder.remark(place, fmt::format("{} {} of a document left out: more than {}", texts.size() - EntryBuilder::kMostFacts, what, EntryBuilder::kMostFacts));
  texts.resize(EntryBuilder::kMostFacts);
}

/// Records that were put together from several sources hold a number in several spellings, or several.
Identification identification_of(const FtmEntity& entity, Place place, SourceRecorder& recorder) {
  const std::string_view type = entity.first("type");
  Identification read{std::string(type.empty() ? entity.schema() : type), {}, {}, place};
  for (const auto property : kNumbers) {
    for (const auto number : entity.values(property)) read.numbers.emplace_back(number);
    if (entity.others(property) > 0) recorder.remark(place, "a number of a document that is no text, and is not read");
  }
  for (const auto property : {"country", "authority"}) {
    if (!read.countries.empty()) break;
    for (const auto country : entity.values(property)) read.countries.emplace_back(country);
  }
  keep_most(read.numbers, "numbers", place, recorder);
  keep_most(read.countries, "States", place, recorder);
  return read;
}

void add_identification(const Identification& document, EntryBuilder& person) { person.documents(document.type, document.numbers, document.countries); }

bool is_identification(const FtmEntity& entity) { return ftm_kind(entity.schema()) == FtmKind::identification; }

/// Programmes, then topics.
std::string category_of(const FtmEntity& entity) {
  std::string joined;
  for (const auto property : {"programId", "topics"}) {
    for (const auto value : entity.values(property)) text::append_joined(joined, value, "; ");
  }
  return joined;
}

constexpr std::string_view kNameParts[] = {"firstName", "secondName", "middleName", "fatherName", "lastName"};

/// The name in parts, for entities that have no name in one piece. Of several spellings the first go together, then the second, and the last of a part
/// that has fewer. That one may be long: names are put together as long as they are no longer than a line.
void add_name_of_parts(const FtmEntity& entity, EntryBuilder& person) {
  constexpr std::size_t kMostBytes = std::size_t{4} << 20;
  std::vector<std::vector<std::string_view>> parts;
  std::size_t spellings = 0, bytes = 0;
  for (const std::string_view part : kNameParts) {
    parts.push_back(entity.values(part));
    spellings = std::max(spellings, parts.back().size());
  }
  for (std::size_t i = 0; i < spellings; ++i) {
    if (i >= EntryBuilder::kMostFacts || bytes > kMostBytes) return person.leave_out(spellings - i);
    std::string name;
    for (const auto& values : parts) {
      if (!values.empty()) text::append_joined(name, values[std::min(i, values.size() - 1)], " ");
    }
    bytes += name.size();
    person.name(name, i == 0 ? NameGrade::primary : NameGrade::strong);
  }
}

void add_names(const FtmEntity& entity, EntryBuilder& person) {
  const auto names = entity.values("name");
  for (std::size_t i = 0; i < names.size(); ++i) {
    person.name(names[i], i == 0 ? NameGrade::primary : NameGrade::strong);
  }
  if (names.empty()) add_name_of_parts(entity, person);
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

void add_documents(const FtmEntity& entity, Identifications& documents, SourceRecorder& recorder, EntryBuilder& person, Place place) {
  const auto found = documents.by_holder.find(std::string(entity.id()));
  if (found != documents.by_holder.end()) {
    found->second.holder = Holder::person;
    for (const std::size_t document : found->second.documents) add_identification(documents.all[document], person);
  }
  for (const auto property : entity.properties()) {
    for (const FtmEntity& nested : entity.nested(property)) {
      if (!is_identification(nested)) continue;
      const Identification document = identification_of(nested, place, recorder);
      if (document.numbers.empty()) person.remark("a document without a number inside of the person");
      add_identification(document, person);
    }
  }
  for (const auto property : {"passportNumber", "passport", "idNumber", "innCode", "socialSecurityNumber", "taxNumber"}) {
    for (const auto number : entity.values(property)) person.document(property, number, {});
  }
}

void add_person(const FtmEntity& entity, Identifications& documents, SourceRecorder& recorder,
                Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = entity.id();
  person.entry.category = category_of(entity);
  add_names(entity, person);
  add_nationalities(entity, person);
  add_documents(entity, documents, recorder, person, place);
  for (const auto date : entity.values("birthDate")) person.birth_date(date);
  for (const auto place_name : entity.values("birthPlace")) person.birth_place(place_name);
  for (const auto name : entity.values("fatherName")) person.father_name(name);
  for (const auto sex : entity.values("gender")) person.sex(sex);
  person.finish();
}

/// How many documents stand inside of a property, and are read (add_documents).
std::size_t identifications_in(const FtmEntity& entity, std::string_view property) {
  const auto nested = entity.nested(property);
  return static_cast<std::size_t>(std::count_if(nested.begin(), nested.end(), is_identification));
}

/// Properties of which nothing else would say that they are lost.
constexpr std::string_view kRead[] = {"alias",      "birthDate",  "birthPlace", "citizenship",    "country",      "fatherName", "firstName",
                                      "gender",     "idNumber",   "identification", "innCode",    "lastName",       "middleName",   "name",       "nationality",
                                      "passport",   "passportNumber", "previousName", "secondName", "socialSecurityNumber", "taxNumber", "weakAlias"};

/// Tells what of a person's line is not read. A property that has no such name is told once a file: "aliases" hides an alias from everybody.
class Unread {
 public:
  explicit Unread(SourceRecorder& recorder) : recorder_(recorder) {}

  void tell(const FtmEntity& person, std::string_view line, Place place) {
    for (const std::string_view property : person.properties()) {
      if (is_ftm_property(property) || identifications_in(person, property) > 0 || told_.size() >= kMostTold || !told_.emplace(property).second) continue;
      recorder_.remark(place, "a property that is none of FollowTheMoney's and is not read: " + text::to_valid_utf8(property.substr(0, kMostShown)));
    }
    for (const std::string_view property : kRead) {
      if (person.others(property) > identifications_in(person, property)) recorder_.remark(place, fmt::format("a value of \"{}\" that is no text, and is not read", property));
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
Identifications collect_documents(std::istream& in, SourceRecorder& recorder) {
  Identifications documents;
  TextLines lines(in);
  TextLine line;
  for (std::uint64_t record = 1; lines.next(line); ++record) {
    const std::string lower = text::lower_case(line.text);
    if (lower.find("passport") == std::string::npos && lower.find("identification") == std::string::npos) continue;
    const auto entity = FtmEntity::parse(line.text);
    if (!entity || !is_identification(*entity)) continue;
    const Place place{record, line.line};
    auto holders = entity->values("holder");
    if (holders.empty()) holders.emplace_back();
    keep_most(holders, "holders", place, recorder);
    for (const std::string_view holder : holders) documents.by_holder[std::string(holder)].documents.push_back(documents.all.size());
    documents.first_holders.push_back(&documents.by_holder[std::string(holders.front())]);
    documents.all.push_back(identification_of(*entity, place, recorder));
  }
  return documents;
}

/// Second reading: everything else.
void read_entities(std::istream& in, Identifications& documents, SourceRecorder& recorder) {
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
      const auto held = documents.by_holder.find(std::string(entity->id()));
      if (held != documents.by_holder.end()) held->second.holder = Holder::not_person;
      recorder.not_person();
    }
  }
}

void settle(const Identification& document, Holder holder, SourceRecorder& recorder) {
  if (holder == Holder::not_person) {
    recorder.not_person();
  } else if (document.numbers.empty()) {
    recorder.skip(document.place, "a document without a number");
  } else if (holder == Holder::not_seen) {
    recorder.skip(document.place, "a document whose holder is not in the file");
  } else {
    recorder.attached();
  }
}

}  // namespace

Result<void> read_ftm_json(std::istream& in, SourceRecorder& recorder) {
  Identifications documents = collect_documents(in, recorder);
  in.clear();
  in.seekg(0);
  if (!in) return fail(ErrorCode::io, "the file cannot be read twice", recorder.file());
  read_entities(in, documents, recorder);
  for (std::size_t i = 0; i < documents.all.size(); ++i) settle(documents.all[i], documents.first_holders[i]->holder, recorder);
  const SourceSummary& summary = recorder.summary();
  if (summary.entries + summary.not_persons + summary.attached == 0 && summary.skipped_count > 0) {
    const SkippedRecord& first = summary.skipped.front();
    return fail(ErrorCode::input_refused, "no line is an entity; the first: " + first.reason,
                summary.file, first.line, first.record);
  }
  return {};
}

}  // namespace darvaza::lists
