#include "eval/asked_travellers.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>
#include <unordered_map>

#include <fmt/core.h>

#include "darvaza/read_travellers.h"
#include "eval/labels.h"
#include "output/csv_text.h"
#include "records/today.h"

namespace darvaza::eval {
namespace {

void forget_facts(Traveller& traveller) {
  Traveller names_only;
  names_only.id = std::move(traveller.id);
  names_only.names = std::move(traveller.names);
  traveller = std::move(names_only);
}

/// The columns that matchers may see, as CSV for the engine's own reader.
std::string shown_csv(const LabelledTable& table, const std::vector<std::string>& only) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool wanted = only.empty() || table.columns[i] == "id" ||
                        std::find(only.begin(), only.end(), table.columns[i]) != only.end();
    // What the data call the true entry must not reach a matcher, whatever it makes of such a
    // column.
    if (wanted && table.columns[i] != "entry") shown.push_back(i);
  }
  const auto line = [&](const std::vector<std::string>& fields) {
    std::vector<std::string> some;
    for (const std::size_t i : shown) some.push_back(fields[i]);
    return tool::csv_line(some);
  };
  std::string csv = line(table.columns);
  for (const LabelledRow& row : table.rows) csv += line(row.fields);
  return csv;
}

Result<std::vector<Traveller>> read_all(std::istream& in, const std::string& name,
                                        ManifestFormat format) {
  std::vector<Traveller> travellers;
  const ManifestOptions options{format, records::this_year()};
  const auto summary = read_travellers(in, name, options, [&](Traveller&& traveller) {
    travellers.push_back(std::move(traveller));
  });
  if (!summary) return tl::unexpected<Error>(summary.error());
  if (!summary->complete) {
    return fail(ErrorCode::input_refused, "breaks off: travellers may be missing", name);
  }
  return travellers;
}

void add_computed_labels(AskedTraveller& asked) {
  asked.labels = {{"script", script_name(asked.name())}, {"length", length_name(asked.name())}};
}

Result<std::vector<AskedTraveller>> from_table(const std::string& path,
                                               const TravellerColumns& columns) {
  const Result<LabelledTable> table = read_labelled(path, columns.columns, columns.other_files);
  if (!table) return tl::unexpected<Error>(table.error());
  const Result<Labels> labels = Labels::of(*table, columns.slices);
  if (!labels) return tl::unexpected<Error>(labels.error());
  std::istringstream csv(shown_csv(*table, columns.only));
  Result<std::vector<Traveller>> travellers = read_all(csv, path, ManifestFormat::csv);
  if (!travellers) return tl::unexpected<Error>(travellers.error());
  if (travellers->size() != table->rows.size()) {
    return fail(ErrorCode::input_refused,
                fmt::format("{} rows give {} travellers: expected one a row", table->rows.size(),
                            travellers->size()),
                path);
  }
  const auto entry = table->find({"entry"});
  std::vector<AskedTraveller> all;
  for (std::size_t i = 0; i < travellers->size(); ++i) {
    AskedTraveller asked{std::move((*travellers)[i]), {}, {}, {}};
    const LabelledRow& row = table->rows[i];
    if (entry) asked.truth = row.fields[*entry];
    const auto values = labels->values(row, script_name(asked.name()), asked.name());
    asked.where = label_text(*labels, values);
    asked.labels = labels->named(values);
    all.push_back(std::move(asked));
  }
  return all;
}

/// Whether the file is one of the formats that have no columns: an EDIFACT message, or lines of
/// machine-readable zones.
bool is_message(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, 256> block{};
  in.read(block.data(), block.size());
  std::string_view first(block.data(), static_cast<std::size_t>(in.gcount()));
  first.remove_prefix(std::min(first.find_first_not_of(" \t\r\n"), first.size()));
  first = first.substr(0, first.find('\n'));
  const bool zone = first.find('<') != std::string_view::npos &&
                    first.find_first_of(",{") == std::string_view::npos;
  return zone || first.starts_with("UNA") || first.starts_with("UNB");
}

}  // namespace

Result<std::vector<AskedTraveller>> read_asked(const std::string& path,
                                               const TravellerColumns& columns) {
  Result<std::vector<AskedTraveller>> all = [&]() -> Result<std::vector<AskedTraveller>> {
    if (!is_message(path)) return from_table(path, columns);
    std::ifstream in(path, std::ios::binary);
    Result<std::vector<Traveller>> travellers = read_all(in, path, ManifestFormat::automatic);
    if (!travellers) return tl::unexpected<Error>(travellers.error());
    std::vector<AskedTraveller> asked;
    for (Traveller& traveller : *travellers) {
      asked.push_back({std::move(traveller), {}, {}, {}});
      add_computed_labels(asked.back());
    }
    return asked;
  }();
  if (all && columns.names_only) {
    for (AskedTraveller& asked : *all) forget_facts(asked.traveller);
  }
  return all;
}

Result<void> add_truth(const std::string& path, const TravellerColumns& columns,
                       std::vector<AskedTraveller>& travellers) {
  const Result<LabelledTable> table = read_labelled(path, columns.columns, columns.other_files);
  if (!table) return tl::unexpected<Error>(table.error());
  const auto id = table->need({"id"}), entry = table->need({"entry"});
  for (const auto* column : {&id, &entry}) {
    if (!*column) return tl::unexpected<Error>(column->error());
  }
  const Result<Labels> labels = Labels::of(*table, {});
  if (!labels) return tl::unexpected<Error>(labels.error());
  std::unordered_map<std::string, AskedTraveller*> by_id;
  for (AskedTraveller& asked : travellers) by_id[asked.traveller.id] = &asked;
  for (const LabelledRow& row : table->rows) {
    const auto found = by_id.find(row.fields[*id]);
    if (found == by_id.end()) return table->refuse(row, "no traveller has this id");
    AskedTraveller& asked = *found->second;
    asked.truth = row.fields[*entry];
    const auto values = labels->values(row, script_name(asked.name()), asked.name());
    const std::string where = label_text(*labels, values);
    if (!where.empty()) asked.where += (asked.where.empty() ? "" : ", ") + where;
    for (const auto& [dimension, value] : labels->named(values)) {
      std::erase_if(asked.labels, [&](const auto& label) { return label.first == dimension; });
      asked.labels.emplace_back(dimension, value);
    }
  }
  const bool all = std::all_of(travellers.begin(), travellers.end(),
                               [](const AskedTraveller& asked) { return !asked.truth.empty(); });
  if (all) return {};
  return fail(ErrorCode::input_refused, "some of the listed travellers have no row", path);
}

}  // namespace darvaza::eval
