// One field of a CSV file, quoted by libcsv.
#pragma once

#include <string>
#include <string_view>

#include <csv.h>

namespace darvaza::tool {

inline std::string csv_text(std::string_view field) {
  std::string out(2 * field.size() + 2, '\0');  // every byte a quote, and the two around it
  out.resize(csv_write(out.data(), out.size(), field.data(), field.size()));
  return out;
}

}  // namespace darvaza::tool
