// The specimens of Doc 9303: Utopia's passport, card and visas, and their fictional holder. Values
// after the appendices of Parts 4 to 8; check digits worked out by hand from Part 3 §4.9.
#pragma once

#include <string_view>

namespace darvaza::documents::specimen {

inline constexpr std::string_view kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
inline constexpr std::string_view kTd2 =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "D231458907UTO7408122F1204159<<<<<<<6";
inline constexpr std::string_view kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
inline constexpr std::string_view kMrvA =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C<3UTO6908061F9406236ZE184226B<<<<<<<";
inline constexpr std::string_view kMrvB =
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "L898902C<3UTO6908061F9406236ZE184226";
/// Number D23145890XYZ: it goes on in the optional data (Doc 9303-5 §4.2.2 note j).
inline constexpr std::string_view kTd1LongNumber =
    "I<UTOD23145890<XYZ5<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<0\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
/// The same number on a card of the other size; composite digit worked out by hand.
inline constexpr std::string_view kTd2LongNumber =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "D23145890<UTO7408122F1204159XYZ5<<<0";

}  // namespace darvaza::documents::specimen
