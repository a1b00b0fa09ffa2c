// One traveller of the US-EDIFACT form of PAXLST: a segment PDT.
//
// The form that US Customs used before UN/EDIFACT D.02B and that some systems still send: UNH names
// version 001:000, travellers follow UNS+D, and each is one segment:
//
//   PDT+P/182345345:290909:US+MANGUS:SIMON:P:590429:M+PAX+NZAKL:USLAX'
//       document, expiry, issuer; surname, given, middle, birth date, sex; role; ports.
#pragma once

#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"
#include "manifests/paxlst_traveller.h"

namespace darvaza::manifests {

/// Always a traveller: what cannot be read is among their problems.
Traveller read_us_traveller(const EdifactSegment& pdt, const PaxlstContext& context);

}  // namespace darvaza::manifests
