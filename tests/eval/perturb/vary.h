// One variation of one name, for tests.
#pragma once

#include <set>
#include <string>

#include "eval/perturb/variation.h"

namespace darvaza::perturb {

/// The name that the variation makes, or "- " and why it does not apply.
std::string vary(const std::string& kind, const std::string& name, std::uint64_t seed = 1);

/// The birth date, likewise.
std::string vary_date(const std::string& kind, PartialDate date, std::uint64_t seed = 1);

/// All names that 400 seeds make.
std::set<std::string> all_varied(const std::string& kind, const std::string& name);

}  // namespace darvaza::perturb
