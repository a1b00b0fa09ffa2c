// Which properties a person of FollowTheMoney has.
#pragma once

#include <string_view>

namespace darvaza::lists {

/// Whether Person, LegalEntity or Thing of FollowTheMoney 3 and 4 have a property of this name, read here or not. What has another name is a slip, or of a
/// newer version: it may say a name that nobody reads.
bool is_ftm_property(std::string_view name);

}  // namespace darvaza::lists
