// One row of a CSV file that is written.
#pragma once

#include <string>
#include <vector>

#include "output/csv_text.h"

namespace darvaza::eval {

inline std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (!line.empty()) line += ',';
    line += tool::csv_text(field);
  }
  return line += '\n';
}

}  // namespace darvaza::eval
