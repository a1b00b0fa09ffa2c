// What of a traveller cannot be searched for, because nothing in it can be read.
#pragma once

#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"

namespace darvaza::screening {

/// Adds a problem for each kind of fact that a search would pass over in silence: spellings and parts of names in which
/// something stands for letters that were lost, document numbers without a letter or digit, numbers that a spreadsheet wrote
/// as a quantity, documents without a number where nothing else is asked, and as many names or documents as readers keep. The
/// answer is not complete where no spelling has a family name that can be read, where a document could not be looked up, where
/// names or documents may have been left out, and where a reader says so (records/not_text.h). A name that is stated to be none ("", "-", "FNU") is no problem here, and that nothing at
/// all can be searched for is told by whoever searches.
void tell_illegible(const Traveller& traveller, ScreeningResult& answer);

}  // namespace darvaza::screening
