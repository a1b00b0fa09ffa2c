// Who is asked for, as yente's clients write it: an entity of FollowTheMoney.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "darvaza/traveller.h"

namespace darvaza::daemon {

/// Whether the entity has a schema of FollowTheMoney, or none. A misspelt one must not be taken for a company, which
/// matches nothing.
bool has_known_schema(const boost::json::object& entity);

/// Whom an example entity describes: names and aliases (and their parts), father's
/// name, birth date and place, nationality and citizenship (or else country), gender, numbers of
/// passports and other documents. A property that a person has not is read where it is a word of manifests; that, and what
/// else is not read, is told among the traveller's problems. Of a Passport or another Identification its number, type and
/// country, and what it says of its holder. Nothing for an entity that can be neither
/// (schema other than Person, LegalEntity, Thing, Passport, Identification).
std::optional<Traveller> traveller_of(std::string_view id, const boost::json::object& entity);

/// Whether the entity is a Passport or another Identification: it may have no name, and is then asked about alone.
bool is_identification(const boost::json::object& entity);

}  // namespace darvaza::daemon
