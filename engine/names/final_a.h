// Names that end in the long a of Arabic, which Tajiks and Uzbeks write o: Исо, Muso, Mehriniso.
#pragma once

#include <string_view>

#include "names/spelling_room.h"

namespace darvaza::names {

/// The name as others write it: "иса" for "исо" (عیسی), "mustafa" for "mustafo", "mehrunnisa" for "mehriniso" (مهرالنسا, of women); the word itself if it
/// is none of these. What sounds cost could not say so: Persian letters write Isa and Hadi with the same ی, and the n of the last twice as l and n. The word
/// must be normalised; the answer is it, in `room` or in static storage.
std::u32string_view with_final_a(std::u32string_view word, SpellingRoom& room);

}  // namespace darvaza::names
