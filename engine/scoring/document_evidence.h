// What a document says that a list attributes to a person.
#pragma once

#include <string_view>

#include "darvaza/screening_result.h"
#include "darvaza/state_code.h"

namespace darvaza::scoring {

/// The traveller presents a document whose number a list attributes to the person: the same number,
/// or one that readers and typists confuse with it; issuers agree, are related (a State and its
/// predecessor) or not both known, or differ.
Evidence weigh_document(DocumentMatch match, StateCode asked_issuer, StateCode listed_issuer);

}  // namespace darvaza::scoring
