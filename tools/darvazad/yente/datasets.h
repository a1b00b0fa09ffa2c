// The lists of an index as yente's clients see them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "darvaza/screener.h"

namespace darvaza::daemon {

struct Dataset {
  std::string format;   ///< of its files; empty where they differ
  std::string version;  ///< the latest date that its files state; empty: none does
  std::uint64_t entries = 0;
};

/// By the identifiers of lists. Tables of terms (docs/entry-terms.md) are none.
using Datasets = std::map<std::string, Dataset, std::less<>>;
Datasets datasets_of(const Screener& screener);

}  // namespace darvaza::daemon
