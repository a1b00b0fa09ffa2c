#include "yente/datasets.h"

#include <algorithm>
#include <string_view>

#include <boost/json/parse.hpp>

#include "darvaza/partial_date.h"
#include "darvaza/read_lists.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& source, std::string_view member) {
  const json::value* value = source.if_contains(json::string_view(member.data(), member.size()));
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// The day on which the file was made, or else issued as a release; empty when that is not known.
std::string day_of(const json::object& source) {
  constexpr std::size_t kDay = 10;  // of "2026-11-26T01:30:00Z"
  for (const std::string_view member : {"list_date", "issued"}) {
    std::string day = text_of(source, member).substr(0, kDay);
    const auto date = parse_iso_date(day);
    if (date && date->full()) return day;
  }
  return {};
}

/// A list may come in several files.
void add(const json::object& source, Datasets& datasets) {
  const auto [found, added] = datasets.try_emplace(text_of(source, "list"));
  Dataset& dataset = found->second;
  const std::string day = day_of(source);
  if (added) {
    dataset.format = text_of(source, "format");
    dataset.unchanged_since = day;
  }
  const bool known = !day.empty() && !dataset.unchanged_since.empty();
  dataset.unchanged_since = known ? std::max(dataset.unchanged_since, day) : std::string();
  dataset.version = std::max(dataset.version, text_of(source, "list_date"));
  dataset.entries += source.at("entries").to_number<std::uint64_t>();
}

}  // namespace

Datasets datasets_of(const Screener& screener) {
  Datasets datasets;
  for (const std::string& source : screener.describe().sources) {
    json::error_code error;
    const json::value value = json::parse(source, error);
    if (error || !value.is_object()) continue;
    if (text_of(value.get_object(), "format") == to_string(ListFormat::list_terms_csv)) continue;
    add(value.get_object(), datasets);
  }
  return datasets;
}

}  // namespace darvaza::daemon
