#include "text/json_keys.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace darvaza::text {
namespace {

/// Boost.JSON's event interface; only keys are of interest. Its name for the text type is not ours.
struct KeyHandler {
  using error_code = boost::json::error_code;
  using view = boost::json::string_view;
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  bool on_object_begin(error_code&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, error_code&) {
    keys.pop_back();
    return true;
  }
  bool on_key_part(view part, std::size_t, error_code&) {
    key.append(part.data(), part.size());
    return true;
  }
  bool on_key(view part, std::size_t, error_code&) {
    key.append(part.data(), part.size());
    duplicate = !keys.back().insert(key).second || duplicate;
    key.clear();
    return true;
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t, error_code&) { return true; }
  bool on_string_part(view, std::size_t, error_code&) { return true; }
  bool on_string(view, std::size_t, error_code&) { return true; }
  bool on_number_part(view, error_code&) { return true; }
  bool on_int64(std::int64_t, view, error_code&) { return true; }
  bool on_uint64(std::uint64_t, view, error_code&) { return true; }
  bool on_double(double, view, error_code&) { return true; }
  bool on_bool(bool, error_code&) { return true; }
  bool on_null(error_code&) { return true; }
  bool on_comment_part(view, error_code&) { return true; }
  bool on_comment(view, error_code&) { return true; }

  std::vector<std::set<std::string>> keys;  ///< of the objects that are open, outermost first
  std::string key;
  bool duplicate = false;
};

}  // namespace

bool has_duplicate_keys(std::string_view json) {
  boost::json::basic_parser<KeyHandler> parser{boost::json::parse_options{}};
  boost::json::error_code error;
  parser.write_some(false, json.data(), json.size(), error);
  return parser.handler().duplicate;
}

}  // namespace darvaza::text
