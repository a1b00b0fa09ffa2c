// Which names are of people born on a day: where the date agrees fully, hardly a name need agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "darvaza/partial_date.h"
#include "index/fact_codes.h"
#include "index/index.h"

namespace darvaza::index {

/// One list for each year code and day code.
inline constexpr std::size_t kDatedLists = 256 * 256;
constexpr std::size_t dated_list(YearCode year, DayCode day) { return static_cast<std::size_t>(year) << 8 | day; }

/// The lists one after another, each ascending by name.
struct DatedNames {
  std::vector<std::uint32_t> begin;  ///< by list, and one more
  std::vector<NameId> names;
  std::vector<StateNumber> states;
};

class DatedNamesBuilder {
 public:
  /// Files a name under every full date of its entry. Names come ascending.
  void add(NameId name, std::span<const BirthDate> dates, StateNumber state);
  /// Nothing may be added afterwards.
  DatedNames finish(unsigned threads);

 private:
  struct Filed {
    std::uint16_t list = 0;
    StateNumber state = kNoState;
    NameId name = 0;
  };
  std::vector<Filed> filed_;
};

}  // namespace darvaza::index
