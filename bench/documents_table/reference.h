// The answers that the lost-document table should give, worked out the straightforward way: every
// listed number in one sorted array under a very coarse key, and a comparison of the whole number
// with each that has it. Shares no code with the engine.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/screening_result.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza::bench {

struct Expected {
  std::uint64_t document = 0;  ///< its number in the generated list
  DocumentMatch match = DocumentMatch::exact;
};

class Reference {
 public:
  Reference(std::uint64_t seed, std::uint64_t documents);

  /// Exact, range and confusable answers, in no order.
  std::vector<Expected> find(const std::string& number) const;

 private:
  struct Single {
    std::uint64_t key;
    std::uint32_t document;
  };
  struct Run {
    std::string first, last;
    std::uint64_t document;
  };
  std::uint64_t seed_;
  std::vector<Single> singles_;
  std::multimap<std::string, Run>
      runs_;  ///< by the coarse form of what comes before the last five digits
};

}  // namespace darvaza::bench
