// The JSON form of a zone: docs/json.md.
#include <boost/json.hpp>

#include "darvaza/mrz.h"
#include "text/json_text.h"

namespace darvaza {
namespace {

namespace json = boost::json;

json::array checks_json(const Mrz& zone) {
  json::array out;
  for (const MrzCheck& check : zone.checks) {
    out.push_back({{"field", text::json_text(check.field)},
                   {"expected", text::json_text({&check.expected, 1})},
                   {"found", text::json_text({&check.found, 1})},
                   {"holds", check.holds},
                   {"repaired", check.repaired}});
  }
  return out;
}

json::array repairs_json(const Mrz& zone) {
  json::array out;
  for (const MrzRepair& repair : zone.repairs) {
    out.push_back({{"line", repair.line},
                   {"position", repair.position},
                   {"field", text::json_text(repair.field)},
                   {"found", text::json_text({&repair.found, 1})},
                   {"taken", text::json_text({&repair.taken, 1})}});
  }
  return out;
}

json::array problems_json(const Mrz& zone) {
  json::array out;
  for (const Problem& problem : zone.problems) {
    out.push_back(
        {{"where", text::json_text(problem.where)}, {"text", text::json_text(problem.text)}});
  }
  return out;
}

}  // namespace

std::string to_json(const Mrz& zone) {
  const json::object out = {
      {"format", text::json_text(to_string(zone.format))},
      {"document_code", text::json_text(zone.document_code)},
      {"issuing_state", text::json_text(zone.issuing_state.text())},
      {"document_number", text::json_text(zone.document_number)},
      {"printed_number", text::json_text(zone.printed_number)},
      {"nationality", text::json_text(zone.nationality.text())},
      {"birth_date", text::json_text(to_string(zone.birth_date))},
      {"sex", text::json_text(to_string(zone.sex))},
      {"expires", text::json_text(to_string(zone.expires))},
      {"optional_data", text::json_text(zone.optional_data)},
      {"personal_number", text::json_text(zone.personal_number)},
      {"personal_birth_date", text::json_text(to_string(zone.personal_birth_date))},
      {"personal_sex", text::json_text(to_string(zone.personal_sex))},
      {"employer", text::json_text(zone.employer)},
      {"primary", text::json_text(zone.name.primary)},
      {"secondary", text::json_text(zone.name.secondary)},
      {"may_be_truncated", zone.name.may_be_truncated},
      {"arabic_primary", text::json_text(zone.arabic_name.primary)},
      {"arabic_secondary", text::json_text(zone.arabic_name.secondary)},
      {"checks_hold", zone.checks_hold()},
      {"checks", checks_json(zone)},
      {"repairs", repairs_json(zone)},
      {"problems", problems_json(zone)}};
  return json::serialize(out);
}

}  // namespace darvaza
