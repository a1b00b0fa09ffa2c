#include "audit/verify.h"

#include <optional>
#include <utility>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "audit/log_files.h"

namespace darvaza::audit {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostFindings = 100;

std::string text_member(const json::object& object, const char* name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::uint64_t number_member(const json::object& object, const char* name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_int64() ? static_cast<std::uint64_t>(value->get_int64()) : 0;
}

class Verification {
 public:
  Verification(const Key& key, std::string_view head) : key_(key), head_(head) {}

  Result<void> read(const LogFile& file) {
    name_ = file.path.filename().string();
    number_ = 0;
    opened_ = false;
    if (state_.files > 0 && file.number != file_number_ + 1) {
      find(0, n_ + 1,
           fmt::format("expected file {} before it: {} files are missing", file_number_ + 1,
                       file.number - file_number_ - 1));
    }
    file_number_ = file.number;
    ++state_.files;
    const auto done = for_each_line(file, [&](std::string_view line, bool whole) {
      ++number_;
      if (whole) return check(line);
      torn_ += line.size();
    });
    if (!done) return done;
    given_up_ += file.torn_bytes;
    if (file.torn_bytes > 0) {
      state_.torn.push_back({name_, n_, file.torn_bytes});
    } else if (number_ == 0) {
      find(0, n_ + 1, "it holds no record");
    }
    return {};
  }

  LogState finish() {
    if (torn_ > 0) {
      find(number_, n_ + 1, "the line is not whole: the writer died here, or its end was cut off");
    }
    state_.last = n_;
    state_.head = chain_;
    return std::move(state_);
  }

 private:
  void find(std::uint64_t line, std::uint64_t record, std::string text) {
    if (state_.findings.size() < kMostFindings) {
      state_.findings.push_back({name_, line, record, std::move(text)});
    }
  }

  void check(std::string_view text) {
    state_.closed = false;
    const auto line = parse_line_of_log(text);
    if (!line) return find(number_, n_ + 1, "expected a record of an audit log");
    json::error_code error;
    const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !value.is_object()) {
      find(number_, line->n, "expected a JSON object");
      return;
    }
    const json::object& object = value.get_object();
    if (!opened_) check_opening(object, *line);
    opened_ = true;
    if (state_.first == 0) {
      state_.first = line->n;
    } else if (line->n != n_ + 1) {
      find(number_, line->n,
           line->n > n_
               ? fmt::format("expected record {}: {} records are missing", n_ + 1, line->n - n_ - 1)
               : fmt::format("expected record {}: this one stands twice or out of order", n_ + 1));
    }
    const std::string expected = key_.chain(chain_, line->chained);
    if (!other_key_ && expected != line->chain) {
      find(number_, line->n,
           "its chain does not hold: the record was changed, or what stood before it");
    }
    // From here on by its own account: one wrong record is one finding, not a thousand.
    chain_ = line->chain;
    n_ = line->n;
    ++state_.records;
    state_.holds_head |= line->chain == head_;
    state_.closed = text_member(object, "kind") == "closed";
    if (text_member(object, "kind") == "failed") state_.lost += number_member(object, "lost");
  }

  void check_opening(const json::object& object, const Line& line) {
    if (text_member(object, "kind") != "opened") {
      return find(number_, line.n, "expected the record that opens a file: its beginning is gone");
    }
    other_key_ = text_member(object, "key") != key_.id();
    if (other_key_) {
      find(number_, line.n, "this file was written with another key: nothing more can be said of its records");
    }
    const std::string after = text_member(object, "after");
    if (state_.files > 1 && after != chain_) {
      find(number_, line.n, "it does not begin where the file before ends: records were cut off");
    }
    if (torn_ > 0 && state_.files > 1) {
      find(number_, line.n,
           fmt::format("the file before ends in {} bytes of a broken line; expected {}", torn_ + given_up_,
                       given_up_));
    }
    torn_ = given_up_ = 0;
    chain_ = after;
  }

  const Key& key_;
  const std::string_view head_;
  LogState state_;
  std::string name_;
  std::uint64_t number_ = 0;  ///< of the line
  std::uint64_t file_number_ = 0;
  std::uint64_t n_ = 0;
  std::string chain_;
  std::uint64_t torn_ = 0;      ///< bytes without the end of a line that no file speaks of so far
  std::uint64_t given_up_ = 0;  ///< bytes that the next file says are no record
  bool opened_ = false;
  bool other_key_ = false;  ///< of this file: its chain cannot be checked
};

}  // namespace

Result<LogState> verify_log(const std::filesystem::path& directory, const Key& key,
                            std::string_view head) {
  const auto files = readable_files(directory);
  if (!files) return tl::unexpected(files.error());
  if (files->empty()) {
    return fail(ErrorCode::input_missing, "holds no file of an audit log", directory.string());
  }
  Verification verification(key, head);
  for (const LogFile& file : *files) {
    if (auto read = verification.read(file); !read) return tl::unexpected(read.error());
  }
  return verification.finish();
}

}  // namespace darvaza::audit
