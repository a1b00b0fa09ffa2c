// Who is asked for, as yente's clients write it: an entity of FollowTheMoney.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "darvaza/traveller.h"

namespace darvaza::daemon {

/// The traveller that an example entity describes: names and aliases (and their parts), father's
/// name, the first birth date and place, nationality and citizenship (or else country), gender,
/// numbers of passports and other documents. Nothing for an entity that can be no person (schema
/// other than Person, LegalEntity, Thing).
std::optional<Traveller> traveller_of(std::string_view id, const boost::json::object& entity);

}  // namespace darvaza::daemon
