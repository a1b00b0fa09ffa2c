#include "yente/datasets.h"

#include <algorithm>
#include <string_view>

#include <boost/json/parse.hpp>

#include "darvaza/read_lists.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& source, std::string_view member) {
  const json::value* value = source.if_contains(json::string_view(member.data(), member.size()));
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// A list may come in several files.
void add(const json::object& source, Datasets& datasets) {
  const auto [found, added] = datasets.try_emplace(text_of(source, "list"));
  Dataset& dataset = found->second;
  const std::string format = text_of(source, "format");
  if (added) dataset.format = format;
  if (dataset.format != format) dataset.format.clear();
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
