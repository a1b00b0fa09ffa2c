// Figures that stand on /metrics as they are now: not counted here, and gone when what they are of
// is gone.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace darvaza::daemon {

struct Fact {
  const char* name;  ///< of the metric, with what it says in `help`
  const char* help;
  double value = 0;
  std::map<std::string, std::string> labels = {};
};

using Facts = std::vector<Fact>;

}  // namespace darvaza::daemon
