#include "answers/flight_summary.h"

#include <filesystem>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "answering/flight_key.h"
#include "output/csv_text.h"
#include "output/table.h"

namespace darvaza::tool {

FlightSummary::Key FlightSummary::key_of(const Traveller& traveller) {
  FlightKey key = flight_key(traveller);
  return {std::move(key.date), std::move(key.flights), std::move(key.from), std::move(key.to), ""};
}

void FlightSummary::add(const std::string& manifest, const Traveller& traveller,
                        const ScreeningResult& answer) {
  Key key = key_of(traveller);
  if (rows_.size() >= kMostFlights && !rows_.contains(key)) key = {};
  Row& row = rows_[key];
  if (touched_.insert(key).second && row.manifests++ == 0) row.manifest = manifest;
  ++row.answers[answer.decision];
  row.problems += answer.problems.size();
}

void FlightSummary::end_manifest(const std::string& manifest, std::uint64_t problems,
                                 bool complete) {
  if (touched_.empty() && !complete && rows_.size() < kMostFlights) {
    const Key key{"", "", "", "", manifest};
    rows_[key].manifest = manifest;
    rows_[key].manifests = 1;
    touched_.insert(key);
  }
  for (const Key& key : std::exchange(touched_, {})) {
    rows_[key].problems += problems;
    rows_[key].complete = rows_[key].complete && complete;
  }
}

template <typename Write>
void FlightSummary::for_each_row(Write&& write) const {
  for (const auto& [key, row] : rows_) {
    const auto count = [&answers = row.answers](Decision decision) {
      const auto found = answers.find(decision);
      return fmt::format("{}", found == answers.end() ? 0 : found->second);
    };
    const auto travellers = std::accumulate(
        row.answers.begin(), row.answers.end(), std::uint64_t{0},
        [](std::uint64_t sum, const auto& counted) { return sum + counted.second; });
    const auto& [date, flight, from, to, failed] = key;
    write(std::vector<std::string>{
        flight, date, from, to, fmt::format("{}", travellers), count(Decision::hit),
        count(Decision::review), count(Decision::incomplete), count(Decision::clear),
        fmt::format("{}", row.problems), row.complete ? "yes" : "no",
        row.manifests > 1 ? fmt::format("{} and {} more", row.manifest, row.manifests - 1)
                          : row.manifest});
  }
}

std::string FlightSummary::csv() const {
  std::string text =
      "flight,date,from,to,travellers,hit,review,incomplete,clear,problems,complete,manifest\n";
  for_each_row([&](const std::vector<std::string>& cells) { text += csv_line(cells); });
  return text;
}

std::string FlightSummary::table() const {
  using Align = Table::Align;
  Table table({{"flight"},
               {"date"},
               {"from"},
               {"to"},
               {"travellers", Align::right},
               {"hit", Align::right},
               {"review", Align::right},
               {"incomplete", Align::right},
               {"clear", Align::right},
               {"problems", Align::right},
               {"complete"},
               {"manifest"}});
  for_each_row([&](std::vector<std::string> cells) {
    // The files of one directory have long names in common.
    cells.back() = std::filesystem::path(cells.back()).filename().string();
    table.add(cells);
  });
  return table.take();
}

}  // namespace darvaza::tool
