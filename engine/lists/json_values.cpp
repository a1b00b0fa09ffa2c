#include "lists/json_values.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <boost/json/stream_parser.hpp>
#include <fmt/core.h>

namespace darvaza::lists {
namespace {

namespace json = boost::json;

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

json::parse_options options() {
  json::parse_options limits;
  limits.max_depth = 32;
  return limits;
}

class ValueReader {
 public:
  ValueReader(std::istream& in, const std::string& name, const JsonValueVisitor& use)
      : in_(in), name_(name), use_(use), parser_({}, options()) {}

  Result<void> run() {
    std::array<char, kBlockBytes> block;
    bool first = true;
    for (;;) {
      in_.read(block.data(), static_cast<std::streamsize>(block.size()));
      if (in_.bad()) return fail(ErrorCode::io, "the file cannot be read", name_, line_);
      std::string_view text(block.data(), static_cast<std::size_t>(in_.gcount()));
      if (text.empty()) break;
      if (first && text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
      first = false;
      if (auto done = feed(text); !done) return done;
    }
    if (bytes_ > 0) return refuse("JSON that breaks off within a value");
    return {};
  }

 private:
  Result<void> feed(std::string_view text) {
    while (!text.empty()) {
      if (bytes_ == 0) {
        const auto begin = std::min(text.find_first_not_of(kBlanks), text.size());
        pass(text, begin);
        if (text.empty()) break;
        begins_ = line_;
      }
      json::error_code error;
      // A piece at a time, so that a value that never ends is found out before it is in memory.
      const std::size_t used = parser_.write_some(
          text.data(), std::min(text.size(), kMostJsonBytes + 1 - bytes_), error);
      if (error) return refuse("not JSON: " + error.message());
      bytes_ += used;
      pass(text, used);
      if (parser_.done()) {
        use_(parser_.release(), begins_);
        parser_.reset();
        bytes_ = 0;
      } else if (bytes_ > kMostJsonBytes) {
        return refuse(fmt::format(
            "a value of more than {} bytes: expected a notice, or a page of them", kMostJsonBytes));
      }
    }
    return {};
  }

  void pass(std::string_view& text, std::size_t count) {
    line_ += static_cast<std::uint64_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), '\n'));
    text.remove_prefix(count);
  }

  Result<void> refuse(std::string message) const {
    return fail(ErrorCode::input_refused, std::move(message), name_, line_);
  }

  std::istream& in_;
  const std::string& name_;
  const JsonValueVisitor& use_;
  json::stream_parser parser_;
  std::size_t bytes_ = 0;  ///< of the value in progress
  std::uint64_t line_ = 1;
  std::uint64_t begins_ = 1;  ///< line on which it began
};

}  // namespace

Result<void> read_json_values(std::istream& in, const std::string& name,
                              const JsonValueVisitor& use) {
  return ValueReader(in, name, use).run();
}

}  // namespace darvaza::lists
