// Where a figure was measured, and what else was running.
#pragma once

#include <boost/json.hpp>

namespace darvaza::bench {

/// {"date", "processor", "processors", "load" (of the last minute), "compiler", "darvaza"}.
boost::json::object describe_machine();

}  // namespace darvaza::bench
