#include "manifests/us_edifact_traveller.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "manifests/airimp_date.h"
#include "manifests/edifact_date.h"
#include "manifests/edifact_text.h"
#include "manifests/manifest_sink.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

struct RoleWord {
  std::string_view word;
  TravellerRole role;
};
constexpr RoleWord kRoles[] = {
    {"PAX", TravellerRole::passenger},
    {"CRW", TravellerRole::crew},
    {"ITI", TravellerRole::transit_passenger},
};

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

class Reader {
 public:
  Reader(const EdifactSegment& pdt, const PaxlstContext& context)
      : pdt_(pdt), context_(context), where_(pdt.place()) {}

  Traveller read() {
    if (pdt_.overlong) report("the segment is too long; its end was not read");
    read_document();
    read_person();
    read_role();
    if (traveller_.names.empty()) report("no name");
    return std::move(traveller_);
  }

 private:
  void report(std::string text) { add_problem(traveller_.problems, where_, std::move(text)); }
  std::string text(std::size_t element, std::size_t component) {
    return edifact_text(traveller_, pdt_.get(element, component), context_.syntax, where_);
  }

  /// "P/182345345", expiry, issuing State.
  void read_document() {
    const std::string both = text(1, 1);
    const auto slash = both.find('/');
    TravelDocument document;
    if (slash != std::string::npos) document.type = trim(std::string_view(both).substr(0, slash));
    document.number =
        trim(std::string_view(both).substr(slash == std::string::npos ? 0 : slash + 1));
    if (document.number.empty()) {
      if (!both.empty()) add_unread_document(traveller_, where_, "a document without a number");
      return;
    }
    if (const auto stated = pdt_.get(1, 2); !stated.empty()) {
      const auto date =
          parse_edifact_moment(stated, "", YearRule::nearest, context_.reference_year);
      if (!date) report("the date of expiry is not a calendar date in the form YYMMDD");
      if (date) document.expires = date->date;
    }
    set_issuing_state(traveller_, document, pdt_.get(1, 3), where_);
    add_document(traveller_, std::move(document), where_);
  }

  std::optional<PartialDate> birth_date(std::size_t component) const {
    const std::string_view stated = pdt_.get(2, component);
    if (const auto moment = parse_edifact_moment(stated, "", YearRule::past, context_.reference_year)) return moment->date;
    return parse_airimp_date(stated, YearRule::past, context_.reference_year);
  }

  /// Surname, given name, middle name, birth date, sex. Senders leave out the empty middle name: what has digits in its place is the birth
  /// date, readable or not (17MAY80, 8OO517), unless a date follows.
  void read_person() {
    TravellerName name{text(2, 1), text(2, 2)};
    std::size_t at = 3;
    if (!has_digit(pdt_.get(2, 3)) || birth_date(4)) {
      const std::string middle = text(2, at++);
      if (!middle.empty()) name.secondary += (name.secondary.empty() ? "" : " ") + middle;
    }
    for (std::size_t i = 1; i < at; ++i) name.may_be_truncated = name.may_be_truncated || fills_name_component(pdt_.get(2, i), context_.syntax);
    add_name(traveller_, std::move(name), where_);
    if (!pdt_.get(2, at).empty()) {
      const auto date = birth_date(at);
      if (!date) report("the birth date is not a calendar date in the form YYMMDD, CCYYMMDD or DDMMMYY");
      if (date) set_birth_date(traveller_, *date, context_.reference_year, where_);
    }
    set_sex(traveller_, pdt_.get(2, at + 1), where_);
  }

  void read_role() {
    const std::string word = to_upper(pdt_.get(3));
    if (word.empty()) return;
    const auto* known = std::find_if(std::begin(kRoles), std::end(kRoles),
                                     [&](const RoleWord& role) { return role.word == word; });
    if (known == std::end(kRoles)) return report("the role is none of PAX, CRW and ITI");
    traveller_.role = known->role;
  }

  const EdifactSegment& pdt_;
  const PaxlstContext& context_;
  std::string where_;
  Traveller traveller_;
};

}  // namespace

Traveller read_us_traveller(const EdifactSegment& pdt, const PaxlstContext& context) {
  return Reader(pdt, context).read();
}

}  // namespace darvaza::manifests
