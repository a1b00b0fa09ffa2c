// The tests' index of sample lists. usage: capi_build_index OUTPUT LIST...
#include "darvaza/build_index.h"

#include <cstdio>
#include <filesystem>
#include <vector>

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::vector<std::filesystem::path> lists(arguments + 2, arguments + count);
  const auto report = darvaza::build_index(lists, arguments[1]);
  if (!report) std::fprintf(stderr, "%s\n", to_string(report.error()).c_str());
  return report ? 0 : 1;
}
