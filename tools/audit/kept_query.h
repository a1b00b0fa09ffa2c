// A traveller as bytes, whole: what an answer depends on, so that it can be given again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::audit {

/// All that is known of the traveller, in a form of this program's own. Equal travellers give equal
/// bytes.
std::string query_bytes(const Traveller& traveller);

/// What of these bytes says who was asked about: all but the `id`, which is the caller's for one
/// question.
std::string_view asked_in(std::string_view query_bytes);

/// The traveller again; nothing when `bytes` are none, or of a later version of this form.
std::optional<Traveller> traveller_of(std::string_view bytes);

}  // namespace darvaza::audit
