#include "lists/ofac_terms.h"

#include <algorithm>
#include <vector>

#include "text/words.h"

namespace darvaza::lists {
namespace {

/// Beginnings of the tags of the Consolidated (non-SDN) Sanctions List: "NS-" is OFAC's
/// abbreviation of it (NS-PLC: Palestinian Legislative Council); Chinese military-industrial
/// complex companies, correspondent account sanctions, foreign sanctions evaders. Sectoral
/// sanctions are left out: SDN entries carry UKRAINE-EO13662 too.
constexpr std::string_view kOutsideSdn[] = {"NS-",    "CMIC-EO13959", "561-Related", "561LIST",
                                            "FSE-IR", "FSE-SY",       "FSE-WMD",     "CAPTA"};

struct PartyWord {
  std::string_view word;  ///< lower case
  OfacParty party;
};

constexpr PartyWord kParties[] = {
    {"individual", OfacParty::person},   {"entity", OfacParty::not_person},
    {"", OfacParty::not_person},         {"vessel", OfacParty::not_person},
    {"aircraft", OfacParty::not_person},
};

}  // namespace

OfacParty ofac_party(std::string_view sdn_type) {
  const std::string word = text::lower_case(sdn_type);
  const auto* found = std::find_if(std::begin(kParties), std::end(kParties),
                                   [&](const PartyWord& known) { return known.word == word; });
  return found == std::end(kParties) ? OfacParty::unknown : found->party;
}

std::string split_programs(std::string_view field) {
  std::string programs;
  for (std::string_view program : text::split_trimmed(field, '[')) {
    text::append_joined(programs, program.substr(0, program.find(']')), "; ");
  }
  return programs;
}

std::string_view ofac_list(std::string_view programs) {
  for (const std::string_view program : text::split_trimmed(programs, ';')) {
    const bool outside =
        std::any_of(std::begin(kOutsideSdn), std::end(kOutsideSdn),
                    [&](std::string_view tag) { return program.starts_with(tag); });
    if (outside) return "ofac-cons";
  }
  return "ofac-sdn";
}

}  // namespace darvaza::lists
