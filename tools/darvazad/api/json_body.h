// Bodies that are one JSON object.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "http/message.h"

namespace darvaza::daemon {

/// The object; nothing when the body is none, and `refusal` then says at which byte it ceased to
/// be.
std::optional<boost::json::object> read_json_object(std::string_view body, Response& refusal);

/// The same of a body that says everything once. Where a key stands twice, one of its values would be dropped in silence: a query, a name, or the document
/// that a decision is about.
std::optional<boost::json::object> read_json_object_said_once(std::string_view body, Response& refusal);

/// A member that must be text, as well-formed UTF-8; nothing when it is missing or is none, with
/// the refusal.
std::optional<std::string> text_member(const boost::json::object& object, std::string_view name,
                                       Response& refusal);

}  // namespace darvaza::daemon
