// Which romanisation and cost tables this build was compiled with.
#pragma once

#include <cstdint>

namespace darvaza::names {

/// A number that changes whenever a table changes in a way that makes an index built with it unfit
/// for searching: the sounds of letters, the words that have roles, the costs. Computed once.
std::uint64_t tables_fingerprint();

}  // namespace darvaza::names
