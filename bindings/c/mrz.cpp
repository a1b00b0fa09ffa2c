// Machine-readable zones.
#include "darvaza/mrz.h"

#include <string>
#include <utility>

#include "arena.h"
#include "border.h"
#include "darvaza.h"
#include "given.h"
#include "reference_year.h"
#include "shown.h"
#include "text_object.h"

using namespace darvaza::c;
using darvaza::Mrz;
using darvaza::MrzOptions;

struct darvaza_mrz {
  explicit darvaza_mrz(Mrz&& read) : zone(std::move(read)), traveller(to_traveller(zone)) {
    show_zone();
    show(zone.name, name);
    show(zone.arabic_name, arabic_name);
    show(traveller, traveller_view, arena);
  }
  darvaza_mrz(const darvaza_mrz&) = delete;
  darvaza_mrz& operator=(const darvaza_mrz&) = delete;

  const Mrz zone;
  const darvaza::Traveller traveller;
  Arena arena;
  darvaza_name name{};
  darvaza_name arabic_name{};
  darvaza_mrz_fields fields{};
  darvaza_traveller traveller_view{};

 private:
  void show_zone() {
    fields.struct_size = sizeof fields;
    fields.format = static_cast<darvaza_mrz_format>(zone.format);
    fields.checks_hold = zone.checks_hold() ? 1 : 0;
    fields.document_code = text_of(zone.document_code);
    fields.issuing_state = text_of(zone.issuing_state.text());
    fields.document_number = text_of(zone.document_number);
    fields.printed_number = text_of(zone.printed_number);
    fields.nationality = text_of(zone.nationality.text());
    fields.birth_date = date_of(zone.birth_date);
    fields.expires = date_of(zone.expires);
    fields.sex = static_cast<darvaza_sex>(zone.sex);
    fields.personal_sex = static_cast<darvaza_sex>(zone.personal_sex);
    fields.optional_data = text_of(zone.optional_data);
    fields.personal_number = text_of(zone.personal_number);
    fields.personal_birth_date = date_of(zone.personal_birth_date);
    fields.employer = text_of(zone.employer);
    fields.name = &name;
    fields.arabic_name = &arabic_name;
    show_findings();
  }

  void show_findings() {
    const auto checks =
        arena.list<darvaza_mrz_check>(zone.checks, [](const auto& check, auto& view) {
          view.field = text_of(check.field);
          view.expected = check.expected;
          view.found = check.found;
          view.holds = check.holds ? 1 : 0;
          view.repaired = check.repaired ? 1 : 0;
        });
    fields.checks = checks.data;
    fields.checks_count = checks.count;
    const auto repairs =
        arena.list<darvaza_mrz_repair>(zone.repairs, [](const auto& repair, auto& view) {
          view.line = repair.line;
          view.position = repair.position;
          view.field = text_of(repair.field);
          view.found = repair.found;
          view.taken = repair.taken;
        });
    fields.repairs = repairs.data;
    fields.repairs_count = repairs.count;
    const auto problems = show(zone.problems, arena);
    fields.problems = problems.data;
    fields.problems_count = problems.count;
  }
};

namespace {

MrzOptions read_options(GivenReader& reader, const darvaza_mrz_options* given) {
  MrzOptions options;
  options.reference_year = this_year();
  if (given == nullptr) return options;
  const Place at{nullptr, "options"};
  darvaza_mrz_options copy;
  const darvaza_mrz_options* const read = reader.structure(given, at, copy);
  if (read == nullptr) return options;
  constexpr int kMostYears = 99;
  options.reference_year =
      reader.number(read->reference_year, kFirstYear, kLastYear, {&at, "reference_year"});
  options.youngest_age = reader.number(read->youngest_age, 0, kMostYears, {&at, "youngest_age"});
  options.expiry_years_ahead =
      reader.number(read->expiry_years_ahead, 0, kMostYears, {&at, "expiry_years_ahead"});
  reader.reserved(read->reserved, {&at, "reserved"});
  return options;
}

}  // namespace

extern "C" {

darvaza_status darvaza_mrz_options_init(darvaza_mrz_options* options) {
  const MrzOptions defaults;
  darvaza_mrz_options values{};
  values.reference_year = this_year();
  values.youngest_age = defaults.youngest_age;
  values.expiry_years_ahead = defaults.expiry_years_ahead;
  return set_defaults(options, values);
}

darvaza_status darvaza_mrz_parse(const char* lines, size_t lines_size,
                                 const darvaza_mrz_options* options, darvaza_mrz** mrz,
                                 darvaza_error** error) {
  return giving(mrz, error, [&](auto give) -> Outcome {
    if (lines == nullptr && lines_size != 0)
      return invalid("lines", "is NULL and lines_size is not 0");
    GivenReader reader;
    const MrzOptions read = read_options(reader, options);
    if (reader.failure()) return std::move(reader).outcome();
    auto zone = darvaza::parse_mrz({lines == nullptr ? "" : lines, lines_size}, read);
    if (!zone) return failed(zone.error());
    return give(std::move(*zone));
  });
}

darvaza_status darvaza_mrz_data(const darvaza_mrz* mrz, const darvaza_mrz_fields** fields) {
  return borrowing(mrz, fields, [](const auto& object) { return &object.fields; });
}

darvaza_status darvaza_mrz_traveller(const darvaza_mrz* mrz, const darvaza_traveller** traveller) {
  return borrowing(mrz, traveller, [](const auto& object) { return &object.traveller_view; });
}

darvaza_status darvaza_mrz_json(const darvaza_mrz* mrz, darvaza_string** json,
                                darvaza_error** error) {
  return giving(json, error, [&](auto give) -> Outcome {
    if (auto there = required(mrz, "mrz"); !there) return there;
    return give(to_json(mrz->zone));
  });
}

void darvaza_mrz_free(darvaza_mrz* mrz) { delete mrz; }

}  // extern "C"
