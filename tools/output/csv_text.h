// A field and a row of a CSV file that is written; libcsv quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <csv.h>

namespace darvaza::tool {

inline std::string csv_text(std::string_view field) {
  std::string out(2 * field.size() + 2, '\0');  // every byte a quote, and the two around it
  out.resize(csv_write(out.data(), out.size(), field.data(), field.size()));
  return out;
}

inline std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    if (!line.empty()) line += ',';
    line += csv_text(field);
  }
  return line += '\n';
}

}  // namespace darvaza::tool
