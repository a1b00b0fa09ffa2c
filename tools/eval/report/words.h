// What things are called, by the kind of run.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "eval/run.h"

namespace darvaza::eval::report {

struct KindWords {
  std::string_view title;      ///< "Screening travellers"
  std::string_view cases;      ///< "travellers"
  std::string_view positives;  ///< "listed travellers"
  std::string_view negatives;  ///< "travellers who are not listed"
  std::string_view miss;       ///< what a miss is
  std::string_view alarm;      ///< what a false alarm is
};

const KindWords& words_of(Kind kind);

/// The figure of that name, or null.
const Figure* find_figure(const Matcher& matcher, std::string_view name);

/// The first of these that the matcher has with a value; null without one.
const Figure* first_figure(const Matcher& matcher, std::initializer_list<std::string_view> names);

/// The figure that stands first: r@1, or recall at the strictest rate of false alarms at which the
/// run has ten of them or more. Fewer would make it a figure of chance.
const Figure* main_figure(const Run& run, const Matcher& matcher);

}  // namespace darvaza::eval::report
