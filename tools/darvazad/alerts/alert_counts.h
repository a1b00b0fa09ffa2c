// How alerts are doing, in numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace darvaza::daemon {

struct ChannelCounts {
  std::string name;
  std::uint64_t delivered = 0;
  std::uint64_t failures = 0;   ///< attempts that came to nothing
  std::uint64_t set_aside = 0;  ///< alerts that the receiver refused too often
  std::uint64_t missed = 0;     ///< alerts that left the journal before they could be sent
  std::uint64_t behind = 0;     ///< alerts of the journal not yet looked at
};

struct AlertCounts {
  std::uint64_t made = 0;
  std::uint64_t lost = 0;  ///< answers that found no room in the inbox, or were damaged there
  std::uint64_t newer_lists = 0;    ///< answers looked at in other lists than those that answered
  std::uint64_t waiting_bytes = 0;  ///< in the inbox
  std::uint64_t journal_failures = 0;
  std::uint64_t consoles = 0;
  std::vector<ChannelCounts> channels;
};

}  // namespace darvaza::daemon
