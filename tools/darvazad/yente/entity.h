// Listed persons as yente shows them: entities of FollowTheMoney.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "api/entries.h"
#include "yente/datasets.h"

namespace darvaza::daemon {

/// "tj"; for States without an alpha-2 code their other one.
std::string country_text(const StateCode& state);

/// id, caption, schema, properties, datasets, referents, target (false: a missing or protected
/// person); notes say first how to handle the entry, as answers do. first_seen, last_seen and
/// last_change are null, because an index does not know them. Dates that are ranges are told by
/// their years; States by alpha-2 codes in lower case where there are some.
boost::json::object entity_json(const ListedPerson& person, const Datasets& datasets);

}  // namespace darvaza::daemon
