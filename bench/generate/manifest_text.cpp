#include "generate/manifest_text.h"

#include <fmt/core.h>

namespace darvaza::generate {
namespace {

constexpr std::uint64_t kBookingSize = 4;
constexpr std::string_view kMonths[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                        "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

/// EDIFACT's service characters released. Names of the generator hold no '/'.
std::string released(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '+' || c == ':' || c == '\'' || c == '?') out += '?';
    out += c;
  }
  return out;
}

struct SplitName {
  std::string surname, given;
};
SplitName split(const std::string& name) {
  const auto blank = name.rfind(' ');
  if (blank == std::string::npos) return {released(name), {}};
  return {released(name.substr(blank + 1)), released(name.substr(0, blank))};
}

bool is_full(const std::string& date) { return date.size() == 10; }

std::string compact(const std::string& date) {
  return date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2);
}

/// "17MAY1980"
std::string airimp(const std::string& date) {
  const auto month = static_cast<std::size_t>((date[5] - '0') * 10 + (date[6] - '0'));
  return fmt::format("{}{}{}", date.substr(8, 2), kMonths[month - 1], date.substr(0, 4));
}

std::string paxlst(const ManifestTraveller& t) {
  const SplitName name = split(t.name);
  std::string text = fmt::format("NAD+FL+++{}:{}'\n", name.surname, name.given);
  if (is_full(t.birth_date)) text += fmt::format("DTM+329:{}:102'\n", compact(t.birth_date));
  if (t.birth_date.size() == 4) text += fmt::format("DTM+329:{}:602'\n", t.birth_date);
  if (!t.nationality.empty()) text += fmt::format("NAT+2+{}'\n", t.nationality);
  return text + fmt::format("RFF+AVF:G{:05}'\nRFF+ABO:t{}'\nDOC+P:110:111+G{:08}'\n",
                            t.number / kBookingSize, t.number, t.number);
}

std::string pnrgov(const ManifestTraveller& t) {
  const SplitName name = split(t.name);
  const std::uint64_t place = t.number % kBookingSize;
  std::string text;
  if (place == 0) text = fmt::format("SRC'\nRCI+DZ:G{:05}'\n", t.number / kBookingSize);
  text +=
      fmt::format("TIF+{}+{}:A:{}'\nREF+:t{}'\n", name.surname, name.given, place + 1, t.number);
  if (place == kBookingSize - 1) return text;
  return text + fmt::format("SSR+DOCS:HK:1:DZ:::::/P/{0}/G{1:08}/{0}/{2}///{3}/{4}'\n",
                            t.nationality, t.number,
                            is_full(t.birth_date) ? airimp(t.birth_date) : "", name.surname,
                            name.given);
}

}  // namespace

std::string manifest_begin(ManifestText format) {
  switch (format) {
    case ManifestText::csv:
      return "id,full_name,birth_date,nationality\n";
    case ManifestText::paxlst:
      return "UNA:+.? '\nUNB+UNOW:4+GATEAIR+BORDER+260115:0900+G1'\n"
             "UNH+G1+PAXLST:D:15B:UN:IATA'\nBGM+745'\nTDT+20+DZ101'\nLOC+125+UTA'\n"
             "DTM+189:2601151540:201'\nLOC+87+UTB'\nDTM+232:2601151740:201'\n";
    case ManifestText::pnrgov:
      break;
  }
  return "UNA:+.? '\nUNB+UNOW:4+GATEAIR+BORDER+260115:0900+G1'\nUNH+G1+PNRGOV:11:1:IA'\nMSG+:22'\n"
         "ORG+DZ:UTA'\nTVL+150126:1540:150126:1740+UTA+UTB+DZ+101'\n";
}

std::string manifest_traveller(ManifestText format, const ManifestTraveller& traveller) {
  switch (format) {
    case ManifestText::csv:
      return fmt::format("t{},{},{},{}\n", traveller.number, traveller.name, traveller.birth_date,
                         traveller.nationality);
    case ManifestText::paxlst:
      return paxlst(traveller);
    case ManifestText::pnrgov:
      break;
  }
  return pnrgov(traveller);
}

/// The number of segments is not counted again: readers report a difference and go on.
std::string manifest_end(ManifestText format, std::uint64_t travellers) {
  if (format == ManifestText::csv) return {};
  const std::string total =
      format == ManifestText::paxlst ? fmt::format("CNT+42:{}'\n", travellers) : std::string();
  return total + "UNT+0+G1'\nUNZ+1+G1'\n";
}

std::string answer_id(ManifestText format, std::uint64_t number) {
  return format == ManifestText::csv ? fmt::format("t{}", number) : fmt::format("{}", number + 1);
}

}  // namespace darvaza::generate
