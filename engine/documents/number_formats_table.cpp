// Sources: what public validators accept (validator.js, python-stdnum), specimens of passports and
// cards, and the shapes of passport numbers in published sanctions lists. Older forms stand beside
// the present ones.
#include "documents/number_formats_table.h"

namespace darvaza::documents {
namespace {

constexpr NumberFormatRow kFormats[] = {
    // The region: passports, then cards and personal numbers.
    {"AFG", "[A-Z][0-9]{6}|[A-Z][0-9]{8}|[A-Z]{2}[0-9]{6,7}|[0-9]{5,7}|[0-9]{13}"},
    {"AZE", "[A-Z][0-9]{7,8}|AZE[0-9]{8}|AA[0-9]{7}|[0-9A-HJ-NP-Z]{7}"},
    {"IRN", "[A-Z][0-9]{7,8}|[0-9]{7,8}|[0-9]{10}|[0-9]{1,6}"},
    {"KAZ", "[A-Z][0-9]{7,8}|[0-9]{9}|[0-9]{6}[1-6][0-9]{5}"},
    {"KGZ", "[A-Z]{2}[0-9]{6,7}|[12][0-9]{13}"},
    {"PAK", "[A-Z]{2}[0-9]{6,7}|[A-Z][0-9]{6}|[1-8][0-9]{12}|[0-9]{11}"},
    {"TJK", "[0-9]{9}|A[0-9]{8}"},
    {"TKM", "[A-Z][0-9]{7}"},
    {"TUR", "[A-Z][0-9]{8}|TR[A-Z][0-9]{6}|[0-9]{6}|[A-Z][0-9]{2}[A-Z][0-9]{5}|[1-9][0-9]{10}"},
    {"UZB", "[A-Z]{2}[0-9]{7}|[1-6][0-9]{13}"},
    // Neighbours.
    {"ARE", "[A-Z][0-9]{6,7}"},
    {"ARM", "[A-Z]{2}[0-9]{7}"},
    {"BHR", "[0-9]{7}"},
    {"BLR", "[A-Z]{2}[0-9]{7}"},
    {"CHN", "[GEWD][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|[A-Z]{2}[0-9]{7}|[0-9]{17}[0-9X]"},
    {"GEO", "[0-9]{2}[A-Z]{2}[0-9]{5}"},
    {"IND", "[A-Z][0-9]{6,7}|[0-9]{12}"},
    {"IRQ", "[A-Z][0-9]{7,8}|[0-9]{6}"},
    {"JOR", "[A-Z]?[0-9]{6}"},
    {"KWT", "[0-9]{9}"},
    {"LBN", "(RL)?[0-9]{6,7}"},
    {"QAT", "[0-9]{6}|[0-9]{8}"},
    {"RUS", "[0-9]{9,10}|[0-9]{2}N[0-9]{7}"},
    {"SAU", "[A-Z][0-9]{6}"},
    {"SYR", "N[0-9]{9}|[0-9]{5}L[0-9]{6}|[0-9]{7,9}"},
    {"UKR", "[A-Z]{2}[0-9]{6}"},
    {"YEM", "[0-9]{8}|[A-Z][0-9]{6}"},
    // Others whose citizens travel much.
    {"AUS", "[A-Z]{1,2}[0-9]{7}"},
    {"AUT", "[A-Z][0-9]{7}"},
    {"BEL", "[A-Z]{2}[0-9]{6}"},
    {"BGR", "[0-9]{9}"},
    {"BRA", "[A-Z]{2}[0-9]{6}"},
    {"CAN", "[A-Z]{2}[0-9]{6}|[A-Z][0-9]{6}[A-Z]{2}"},
    {"CHE", "[A-Z][0-9]{7}"},
    {"CZE", "[0-9]{8}"},
    {"D", "[CFGHJKLMNPRTVWXYZ0-9]{9}"},
    {"DNK", "[0-9]{9}"},
    {"EGY", "[A-Z][0-9]{8}|[0-9]{5,7}"},
    {"ESP", "[A-Z0-9]{2,3}[0-9]{6}"},
    {"FIN", "[A-Z]{2}[0-9]{7}"},
    {"FRA", "[0-9]{2}[A-Z]{2}[0-9]{5}"},
    {"GBR", "[0-9]{9}"},
    {"GRC", "[A-Z]{2}[0-9]{7}"},
    {"HUN", "[A-Z]{2}[0-9]{6,7}"},
    {"IRL", "[A-Z0-9]{2}[0-9]{7}"},
    {"ITA", "[A-Z0-9]{2}[0-9]{7}"},
    {"JPN", "[A-Z]{2}[0-9]{7}"},
    {"KOR", "[MS][0-9]{8}|[MS][0-9]{3}[A-Z][0-9]{4}"},
    {"NLD", "[A-Z]{2}[A-Z0-9]{6}[0-9]"},
    {"POL", "[A-Z]{2}[0-9]{7}"},
    {"ROU", "[0-9]{8,9}"},
    {"SWE", "[0-9]{8}"},
    {"THA", "[A-Z]{1,2}[0-9]{6,7}"},
    {"USA", "[0-9]{9}|[A-Z][0-9]{8}"},
};

}  // namespace

std::span<const NumberFormatRow> number_formats() { return kFormats; }

}  // namespace darvaza::documents
