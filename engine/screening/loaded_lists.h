// Which lists answers speak for, how old they are, and which are missing.
#pragma once

#include <string>
#include <vector>

#include "darvaza/screening_result.h"

namespace darvaza::screening {

class LoadedLists {
 public:
  LoadedLists(std::vector<ListInUse> lists, std::vector<std::string> required);

  const std::vector<ListInUse>& all() const { return lists_; }
  /// Puts the lists of signed releases into an answer. A required one that is not loaded, had
  /// expired before `today` or was issued after it makes it incomplete, and so does it that there is no list at all: who
  /// was looked for nowhere is not clear. Without a full `today` none has an age.
  void tell(const PartialDate& today, ScreeningResult& answer) const;

 private:
  struct Day {
    std::string list;
    PartialDate issued, expires;
  };
  std::vector<ListInUse> lists_, released_;
  std::vector<Day> days_;  ///< of released_
  std::vector<std::string> required_;
};

}  // namespace darvaza::screening
