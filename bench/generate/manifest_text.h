// Travellers as the text of a manifest, one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace darvaza::generate {

enum class ManifestText : std::uint8_t { csv, paxlst, pnrgov };

struct ManifestTraveller {
  std::uint64_t number = 0;  ///< from 0
  std::string name;          ///< surname last
  std::string birth_date;    ///< "1980-05-17", "1980" or empty
  std::string_view nationality;
};

/// What stands before the first traveller, for each and after the last. One message holds all of
/// them, on flight DZ101: PAXLST with a passport each, PNRGOV in bookings of four with DOCS for
/// three of them. Names are as they are, in UTF-8.
std::string manifest_begin(ManifestText format);
std::string manifest_traveller(ManifestText format, const ManifestTraveller& traveller);
std::string manifest_end(ManifestText format, std::uint64_t travellers);

/// By which id the answer to traveller `number` is known: "t0" in CSV, where the file gives it; the
/// running number from 1 in messages.
std::string answer_id(ManifestText format, std::uint64_t number);

}  // namespace darvaza::generate
