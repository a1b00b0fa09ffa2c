// darvaza-load: how many questions a daemon answers, and how fast.
#include <fstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "load/load.h"
#include "whole_job/time_quantiles.h"

namespace {

using namespace darvaza::bench;

constexpr const char* kFooter = R"(
Writes one JSON line: answers a second and, in microseconds, what half, 99 % and 99.9 % of the answers with status 200
stayed within, counted from when each request was due.

Example:
  darvazad --index lists.dvz &
  darvaza-load --rate 1000 --seconds 10 travellers.jsonl)";

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::string quantile_text(const TimeQuantiles& times, double share) {
  const auto quantile = times.quantile_us(share);
  return quantile ? fmt::format("{:.0f}", *quantile) : "null";
}

void print(const LoadReport& report) {
  const TimeQuantiles times(report.nanoseconds);
  std::string statuses;
  for (const auto& [status, count] : report.statuses) {
    statuses += fmt::format("{}\"{}\":{}", statuses.empty() ? "" : ",", status, count);
  }
  fmt::print(
      "{{\"asked\":{},\"seconds\":{:.3f},\"per_second\":{:.1f},\"p50_us\":{},\"p99_us\":{},\"p999_"
      "us\":{},\"statuses\":{{{}}}}}\n",
      report.asked, report.seconds, static_cast<double>(times.count()) / report.seconds,
      quantile_text(times, 0.5), quantile_text(times, 0.99), quantile_text(times, 0.999), statuses);
}

}  // namespace

int main(int argc, char** argv) {
  LoadOptions options;
  std::string file;
  CLI::App app("darvaza-load: load on darvazad in an open loop", "darvaza-load");
  app.add_option("--host", options.host, "IPv4 address")->capture_default_str();
  app.add_option("--port", options.port, "Port")->capture_default_str();
  app.add_option("--path", options.path, "What is asked")->capture_default_str();
  app.add_option("--rate", options.per_second, "Requests a second; 0: as fast as answers come")
      ->capture_default_str();
  app.add_option("--seconds", options.seconds, "How long")->capture_default_str();
  app.add_option("--connections", options.connections, "Connections kept open")
      ->capture_default_str();
  app.add_option("FILE", file, "Bodies: one JSON object a line")
      ->required()
      ->check(CLI::ExistingFile);
  app.footer(kFooter);
  CLI11_PARSE(app, argc, argv);
  const std::vector<std::string> bodies = lines_of(file);
  if (bodies.empty()) {
    fmt::print(stderr, "darvaza-load: {} holds no line\n", file);
    return 65;
  }
  const auto report = put_load(options, bodies);
  if (!report) {
    fmt::print(stderr, "darvaza-load: {}\n", to_string(report.error()));
    return 74;
  }
  print(*report);
  return 0;
}
