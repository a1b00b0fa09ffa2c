#include "api/flight_answers.h"

#include <fmt/core.h>

#include "records/json_writing.h"

namespace darvaza::daemon {
using records::json_string;

void FlightAnswers::add(const Traveller& traveller, Decision decision, const std::string& answer) {
  Flight& flight = flights_[tool::flight_key(traveller)];
  ++flight.decisions.at(static_cast<std::size_t>(decision));
  if (!flight.answers.empty()) flight.answers += ",\n  ";
  flight.answers += answer;
}

std::string FlightAnswers::json(const ManifestSummary& summary) const {
  std::string flights;
  for (const auto& [key, flight] : flights_) {
    std::string counts;
    for (const Decision decision :
         {Decision::hit, Decision::review, Decision::incomplete, Decision::clear}) {
      counts += fmt::format(R"("{}": {}, )", to_string(decision),
                            flight.decisions.at(static_cast<std::size_t>(decision)));
    }
    flights += fmt::format(
        "{}\n {{\"flight\": {}, \"date\": {}, \"from\": {}, \"to\": {}, {}\"answers\": [\n  {}]}}",
        flights.empty() ? "" : ",", json_string(key.flights), json_string(key.date), json_string(key.from),
        json_string(key.to), counts, flight.answers);
  }
  const std::string problems = records::array(summary.problems, [](const Problem& problem) {
    return fmt::format(R"({{"where": {}, "text": {}}})", json_string(problem.where),
                       json_string(problem.text));
  });
  return fmt::format(
      R"({{"format": "{}", "complete": {}, "travellers": {}, "problems": {}, "flights": [{}]}})",
      to_string(summary.format), summary.complete, summary.travellers, problems, flights);
}

}  // namespace darvaza::daemon
