// Names in two or three words whose last one nobody bears by itself: Rahmat Ullah, Najm ud Din.
#pragma once

#include <cstdint>
#include <string_view>

#include "names/person_name.h"

namespace darvaza::names {

/// Whether a normalised word is, or may be, the last one of such a name: God or the Religion, with the article or without. Tens of nanoseconds.
bool is_second_half(std::u32string_view word);

/// Makes one token of the words of each such name, as if they had been written together, whatever their article: "Rahmat Ullah" and "رحمت الله" are Rahmatullah,
/// "Najm ud Din" and "Najm al-Din" Najmuddin. Words apart would count twice, and the last one, which very many share, as a rare name. Also where it stands first, as a
/// family name of a machine-readable zone does: "ULLAH, Rahmat". Roles must be settled
/// but for those of whole names. `marks`, bit i of token i, go with their tokens.
void join_second_halves(PersonName& name, std::uint64_t& marks);

}  // namespace darvaza::names
