#include "lists/ofac_csv.h"

#include <charconv>
#include <optional>

#include "lists/csv_repair.h"
#include "lists/entry_builder.h"
#include "lists/ofac_remarks.h"
#include "lists/ofac_terms.h"
#include "text/words.h"
#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

// Columns, from 0, after OFAC's "Specifications for the SDN data files".
enum SdnColumn : std::size_t {
  kName = 1,
  kType = 2,
  kProgram = 3,
  kRemarks = 11,
  kSdnColumns = 12
};
enum AltColumn : std::size_t { kAltType = 2, kAltName = 3, kAltRemarks = 4, kAltColumns = 5 };
constexpr std::size_t kAddColumns = 6;

/// Old files end with the end-of-file character of CP/M on a line of its own.
constexpr std::string_view kEndOfFile = "\x1A";

/// The text of a field, or nothing for OFAC's null.
std::string_view value(const std::string& field) {
  const auto text = records::trimmed(field);
  return text == "-0-" ? std::string_view() : text;
}

std::optional<std::uint64_t> number(const std::string& field) {
  const auto text = records::trimmed(field);
  std::uint64_t parsed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return parsed;
}

/// "SURNAME, Given" in quotation marks, or a remark that says so, makes an alias weak.
ListedName alias_of(const std::vector<std::string>& fields) {
  std::string_view name = value(fields[kAltName]);
  bool weak = text::lower_case(fields[kAltRemarks]).find("weak") != std::string::npos;
  if (name.size() > 2 && (name.front() == '\'' || name.front() == '"') &&
      name.back() == name.front()) {
    name = name.substr(1, name.size() - 2);
    weak = true;
  }
  return {std::string(name), weak ? NameGrade::weak : NameGrade::strong};
}

bool states_birth(std::string_view remarks) { return remarks.starts_with("DOB ") || remarks.find("; DOB ") != std::string_view::npos; }

/// Calls `use` for every row of the expected width, and skips the others.
Result<void> each_row(std::istream& in, SourceRecorder& recorder, std::size_t columns,
                      const std::function<void(std::uint64_t, const text::CsvRow&)>& use) {
  text::CsvRows rows(in, recorder.file());
  text::CsvRow row;
  Utf8Repair repair;
  for (;;) {
    const auto more = rows.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return repair.verdict(recorder);
    if (row.fields.size() == 1 && row.fields[0] == kEndOfFile) continue;
    const Place place{row.record, row.line};
    repair.mend(row, recorder);
    const auto entry = number(row.fields[0]);
    if (row.fields.size() != columns || !entry) {
      recorder.skip(place, entry ? "an unexpected number of columns" : "no entry number");
    } else {
      use(*entry, row);
    }
  }
}

}  // namespace

bool is_ofac_sdn_row(const std::vector<std::string>& fields) {
  return fields.size() == kSdnColumns && number(fields[0]);
}

bool is_ofac_alt_row(const std::vector<std::string>& fields) {
  return fields.size() == kAltColumns && number(fields[0]) && number(fields[1]) &&
         value(fields[kAltType]).ends_with("ka");
}

bool is_ofac_add_row(const std::vector<std::string>& fields) {
  return fields.size() == kAddColumns && number(fields[0]) && number(fields[1]);
}

Result<void> OfacJoin::read_alt(std::istream& in, SourceRecorder& recorder) {
  return each_row(in, recorder, kAltColumns, [&](std::uint64_t entry, const text::CsvRow& row) {
    const Place place{row.record, row.line};
    ListedName alias = alias_of(row.fields);
    if (alias.text.empty()) {
      recorder.skip(place, "an alias without a name");
      return;
    }
    aliases_[entry].push_back(std::move(alias));
    companions_.push_back({&recorder, place, entry});
  });
}

Result<void> OfacJoin::read_add(std::istream& in, SourceRecorder& recorder) {
  return each_row(in, recorder, kAddColumns, [&](std::uint64_t entry, const text::CsvRow& row) {
    companions_.push_back({&recorder, Place{row.record, row.line}, entry});
  });
}

void OfacJoin::add_person(std::uint64_t entry, const text::CsvRow& row, SourceRecorder& recorder) {
  EntryBuilder person(recorder, Place{row.record, row.line});
  person.entry.id = std::to_string(entry);
  person.entry.category = split_programs(value(row.fields[kProgram]));
  person.name(value(row.fields[kName]), NameGrade::primary);
  if (const auto aliases = aliases_.find(entry); aliases != aliases_.end()) {
    for (const ListedName& alias : aliases->second) person.name(alias.text, alias.grade);
  }
  add_ofac_remarks(value(row.fields[kRemarks]), person);
  if (person.entry.names.empty()) {
    fates_.try_emplace(entry, Fate::skipped);
  } else {
    fates_[entry] = Fate::person;  // also where a number occurs twice, for a person and a company
  }
  person.finish();
}

void OfacJoin::add_sdn_row(const text::CsvRow& row, SourceRecorder& recorder) {
  const std::uint64_t entry = *number(row.fields[0]);
  const Place place{row.record, row.line};
  OfacParty party = ofac_party(value(row.fields[kType]));
  if (records::trimmed(row.fields[kType]).empty()) {  // OFAC writes -0-; spreadsheets may have lost what stood here
    if (states_birth(value(row.fields[kRemarks]))) {
      party = OfacParty::person;
    } else {
      recorder.remark(place, "no type of party, not even \"-0-\": taken for no person");
    }
  }
  switch (party) {
    case OfacParty::person:
      add_person(entry, row, recorder);
      break;
    case OfacParty::not_person:
      fates_.try_emplace(entry, Fate::not_person);
      recorder.not_person();
      break;
    case OfacParty::unknown:
      fates_.try_emplace(entry, Fate::skipped);
      recorder.skip(place, "a type of party that is not known");
      break;
  }
}

Result<void> OfacJoin::read_sdn(std::istream& in, SourceRecorder& recorder) {
  bool first = true;
  return each_row(in, recorder, kSdnColumns, [&](std::uint64_t, const text::CsvRow& row) {
    if (first) recorder.set_list(ofac_list(split_programs(value(row.fields[kProgram]))));
    first = false;
    add_sdn_row(row, recorder);
  });
}

void OfacJoin::settle(std::string_view list) {
  for (const Companion& row : companions_) {
    row.recorder->set_list(list);
    const auto fate = fates_.find(row.entry);
    if (fate == fates_.end()) {
      row.recorder->skip(row.place, "belongs to an entry that is in no SDN file");
    } else if (fate->second == Fate::person) {
      row.recorder->attached();
    } else if (fate->second == Fate::not_person) {
      row.recorder->not_person();
    } else {
      row.recorder->skip(row.place, "belongs to an entry that was skipped");
    }
  }
}

}  // namespace darvaza::lists
