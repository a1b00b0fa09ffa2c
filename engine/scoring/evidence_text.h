// Numbers in the words of evidence.
#pragma once

#include <cstdint>
#include <string>

namespace darvaza::scoring {

/// Appends millinats as nats with one decimal, rounded as "{:.1f}" of the quotient rounds: "2.5", "-0.3".
void append_nats(std::int32_t millinats, std::string& out);

/// The same with a sign in any case: "+2.5", "-0.3", "+0.0".
void append_signed_nats(std::int32_t millinats, std::string& out);

}  // namespace darvaza::scoring
