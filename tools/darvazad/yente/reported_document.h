// Documents that are reported lost, stolen or revoked, as a client of yente can see them: an entity of FollowTheMoney.
#pragma once

#include <boost/json/object.hpp>

#include "darvaza/screening_result.h"

namespace darvaza::daemon {

/// yente knows no such lists, and a client that is shown no result takes the traveller for clear: the report stands among
/// the results, as an entity of schema Passport with score, features, explanations and match. `match` for the same number
/// alone; what may be misread is shown with the score 0.5. `id` is that of no entity.
boost::json::object reported_document_json(const DocumentHit& hit);

}  // namespace darvaza::daemon
