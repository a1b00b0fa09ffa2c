#include "answers/plain_json.h"

#include <iterator>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

/// Values are made here or were parsed, whose depth is bounded.
void write(const json::value& value, std::string& out) {
  const char* between = "";
  if (const auto* number = value.if_double()) {
    fmt::format_to(std::back_inserter(out), "{}", *number);
  } else if (const auto* items = value.if_array()) {
    out += '[';
    for (const json::value& item : *items) {
      out += std::exchange(between, ",");
      write(item, out);
    }
    out += ']';
  } else if (const auto* object = value.if_object()) {
    out += '{';
    for (const auto& [name, member] : *object) {
      out += std::exchange(between, ",");
      out += json::serialize(name);
      out += ':';
      write(member, out);
    }
    out += '}';
  } else {
    out += json::serialize(value);
  }
}

}  // namespace

std::string plain_json(const json::value& value) {
  std::string out;
  write(value, out);
  return out;
}

}  // namespace darvaza::daemon
