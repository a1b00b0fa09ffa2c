// What a listed person is about, in the topics of FollowTheMoney, as far as lists say so.
#pragma once

#include <string_view>
#include <vector>

#include "darvaza/entry_terms.h"

namespace darvaza::daemon {

struct Topics {
  std::vector<std::string_view> known;  ///< "sanction", "crime.terror", ...
  bool complete = false;                ///< the list says of its entries all that they are
};

/// From the format of the file that the list came in (as IndexDescription::sources names it), what
/// the entry calls its category, and what its owner states: no topic of crime, and not "wanted",
/// for whom the owner says to be missing or protected. Views into `category`, or of static storage.
/// The tables: topics.cpp, docs/daemon.md.
Topics topics_of(std::string_view format, std::string_view category, const EntryTerms& stated);

/// Whether there is such a topic, or topics below it: "crime", "crime.traffick".
bool is_topic_or_above(std::string_view word);

/// Whether somebody of these topics may be about `asked`: what is not known must not hide anybody.
/// "crime" asks for "crime.terror", too.
bool may_be_about(const Topics& topics, std::string_view asked);

}  // namespace darvaza::daemon
