// JSON as docs/json.md promises it.
#pragma once

#include <string>

#include <boost/json/value.hpp>

namespace darvaza::daemon {

/// As boost::json::serialize writes it, but for numbers with a fraction: 0.974, and not 9.74E-1.
/// The shortest decimals that mean the same; from 1e16 and below 1e-4 even they have an exponent.
std::string plain_json(const boost::json::value& value);

}  // namespace darvaza::daemon
