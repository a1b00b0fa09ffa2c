#include "screening/known_day.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <sys/stat.h>

#include "index/index.h"
#include "records/term_rules.h"
#include "records/today.h"

namespace darvaza::screening {
namespace {

/// An index holds no time, so that the same lists give the same bytes: the file system knows it.
PartialDate written_on(const std::string& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? records::local_day(status.st_mtime) : PartialDate{};
}

/// The day of a member of a source; an instant begins with its own.
PartialDate day_of(const boost::json::object& source, std::string_view member) {
  constexpr std::size_t kDay = std::string_view("2026-11-26").size();
  const auto* const value = source.if_contains(member);
  if (value == nullptr || !value->is_string()) return {};
  const std::string_view text(value->get_string().data(), value->get_string().size());
  const auto day = parse_iso_date(text.substr(0, kDay));
  return day && day->full() && records::is_calendar_day(*day) ? *day : PartialDate{};
}

}  // namespace

PartialDate known_day(const index::IndexSet& set) {
  PartialDate latest;
  for (const index::FileInSet& file : set.files()) {
    latest = std::max(latest, written_on(file.path));
    for (const std::string& text : file.index->info().sources) {
      boost::json::error_code error;
      const boost::json::value source = boost::json::parse(text, error);
      if (error || !source.is_object()) continue;
      for (const std::string_view member : {"list_date", "issued"}) latest = std::max(latest, day_of(source.get_object(), member));
    }
  }
  return latest;
}

}  // namespace darvaza::screening
