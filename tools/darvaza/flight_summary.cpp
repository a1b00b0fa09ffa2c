#include "flight_summary.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "csv_text.h"
#include "table.h"

namespace darvaza::tool {
namespace {

/// Who flies it, if the number is known: the message is about that flight.
std::string_view flown_as(const FlightLeg& leg) {
  return leg.operated_by.size() > 3 ? leg.operated_by : leg.flight;
}

}  // namespace

/// Date, flights, first and last place; the last part tells rows of failed manifests apart.
FlightSummary::Key FlightSummary::key_of(const Traveller& traveller) {
  std::vector<std::string_view> flights;
  std::string date, from, to;
  for (const FlightLeg& leg : traveller.legs) {
    if (!leg.reported) continue;
    if (flights.empty()) {
      date = leg.departs.substr(0, 10);
      from = leg.from;
    }
    to = leg.to;
    const std::string_view flight = flown_as(leg);
    if (std::find(flights.begin(), flights.end(), flight) == flights.end()) {
      flights.push_back(flight);
    }
  }
  return {date, fmt::format("{}", fmt::join(flights, "/")), from, to, ""};
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
  for_each_row([&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += csv_text(cells[i]);
      text += i + 1 < cells.size() ? ',' : '\n';
    }
  });
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
