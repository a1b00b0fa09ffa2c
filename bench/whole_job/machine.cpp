#include "whole_job/machine.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <stdlib.h>

#include "darvaza/version.h"

namespace darvaza::bench {
namespace {

std::string processor_model() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

}  // namespace

boost::json::object describe_machine() {
  double load = 0;
  getloadavg(&load, 1);
  return {{"date", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)))},
          {"processor", processor_model()},
          {"processors", std::thread::hardware_concurrency()},
          {"load", load},
          {"compiler", __VERSION__},
          {"darvaza", version()}};
}

}  // namespace darvaza::bench
