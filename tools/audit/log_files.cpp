#include "audit/log_files.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <system_error>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "text/hex.h"

namespace darvaza::audit {
namespace {

constexpr std::string_view kBegin = "audit-";
constexpr std::string_view kEnd = ".jsonl";
constexpr std::string_view kFirst = "{\"n\": ";
constexpr std::string_view kChain = ", \"chain\": \"";
constexpr std::string_view kClose = "\"}";
constexpr std::size_t kChainDigits = 64;

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// The bytes of a file behind its last `most` ones: enough for a line.
std::string tail_of(std::ifstream& in, std::uint64_t size, std::uint64_t most) {
  std::string tail(static_cast<std::size_t>(std::min(size, most)), '\0');
  in.seekg(static_cast<std::streamoff>(size - tail.size()));
  in.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  return tail;
}

/// How much at the end of the file before is no record, as this one says; nothing where it has none itself.
std::optional<std::uint64_t> torn_before(const LogFile& file) {
  std::ifstream in(file.path, std::ios::binary);
  std::string line;
  if (!std::getline(in, line) || in.eof()) return std::nullopt;
  boost::json::error_code error;
  const boost::json::value value = boost::json::parse(line, error);
  if (error || !value.is_object()) return 0;
  const boost::json::value* torn = value.get_object().if_contains("torn_bytes");
  return torn != nullptr && torn->is_int64() ? static_cast<std::uint64_t>(torn->get_int64()) : 0;
}

}  // namespace

std::filesystem::path log_file_path(const std::filesystem::path& directory, std::uint64_t number) {
  return directory / fmt::format("{}{:09}{}", kBegin, number, kEnd);
}

Result<std::vector<LogFile>> log_files(const std::filesystem::path& directory) {
  std::vector<LogFile> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) continue;
    const auto number = number_of(
        std::string_view(name).substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
    if (number) files.push_back({*number, at->path()});
  }
  if (error) {
    return fail(
        error == std::errc::no_such_file_or_directory ? ErrorCode::input_missing : ErrorCode::io,
        "the directory cannot be read: " + error.message(), directory.string());
  }
  std::sort(files.begin(), files.end(),
            [](const LogFile& a, const LogFile& b) { return a.number < b.number; });
  return files;
}

/// A file that got no record before its writer died is part of what the next one speaks of.
Result<std::vector<LogFile>> readable_files(const std::filesystem::path& directory) {
  auto files = log_files(directory);
  if (!files) return files;
  std::uint64_t torn = 0;
  for (auto file = files->rbegin(); file != files->rend(); ++file) {
    std::error_code unknown;
    const std::uint64_t size = std::filesystem::file_size(file->path, unknown);
    if (unknown) return fail(ErrorCode::io, "cannot be opened", file->path.string());
    file->torn_bytes = std::min(torn, size);
    torn -= file->torn_bytes;
    const auto before = torn_before(*file);
    if (before && file->torn_bytes < size) torn = *before;
  }
  return files;
}

Result<void> for_each_line(const LogFile& file, const std::function<void(std::string_view line, bool whole)>& read) {
  std::ifstream in(file.path, std::ios::binary | std::ios::ate);
  if (!in) return fail(ErrorCode::io, "cannot be opened", file.path.string());
  const auto size = static_cast<std::uint64_t>(in.tellg());
  std::uint64_t left = size - std::min(size, file.torn_bytes);
  in.seekg(0);
  for (std::string line; left > 0 && std::getline(in, line);) {
    const bool whole = !in.eof() && line.size() < left;
    const std::uint64_t taken = whole ? line.size() + 1 : std::min<std::uint64_t>(left, line.size());
    read(std::string_view(line).substr(0, taken), whole);
    left = whole ? left - taken : 0;
  }
  if (in.bad()) return fail(ErrorCode::io, "cannot be read", file.path.string());
  return {};
}

std::string no_chain() { return std::string(kChainDigits, '0'); }

std::string line_of(const Key& key, std::uint64_t n, std::string_view members, std::string& chain) {
  std::string line = fmt::format("{}{}, {}", kFirst, n, members);
  chain = key.chain(chain, line);
  line += kChain;
  line += chain;
  line += kClose;
  line += '\n';
  return line;
}

std::optional<Line> parse_line_of_log(std::string_view text) {
  constexpr std::size_t kAfter = kChain.size() + kChainDigits + kClose.size();
  if (text.size() < kFirst.size() + kAfter || !text.starts_with(kFirst)) return std::nullopt;
  Line line;
  line.chained = text.substr(0, text.size() - kAfter);
  const std::string_view rest = text.substr(line.chained.size());
  line.chain = rest.substr(kChain.size(), kChainDigits);
  const std::size_t comma = line.chained.find(',');
  if (!rest.starts_with(kChain) || !rest.ends_with(kClose) || !text::is_hex(line.chain, kChainDigits) ||
      comma == std::string_view::npos) {
    return std::nullopt;
  }
  const auto n = number_of(line.chained.substr(kFirst.size(), comma - kFirst.size()));
  if (!n) return std::nullopt;
  line.n = *n;
  return line;
}

Result<LogEnd> end_of(const std::filesystem::path& directory) {
  auto files = log_files(directory);
  if (!files) return tl::unexpected(files.error());
  LogEnd end{0, 0, no_chain(), 0};
  // A file that was made and got no record before the writer died says nothing: the one before
  // does.
  for (; !files->empty(); files->pop_back()) {
    const LogFile& last = files->back();
    end.file = std::max(end.file, last.number);
    std::ifstream in(last.path, std::ios::binary | std::ios::ate);
    if (!in) return fail(ErrorCode::io, "cannot be opened", last.path.string());
    const auto size = static_cast<std::uint64_t>(in.tellg());
    std::string tail = tail_of(in, size, kMostLineBytes + 1);
    const std::size_t line_end = tail.rfind('\n');
    if (line_end == std::string::npos && size <= kMostLineBytes) {
      end.torn_bytes += size;
      continue;
    }
    if (line_end == std::string::npos) {
      return fail(ErrorCode::input_refused, "expected lines of an audit log", last.path.string());
    }
    end.torn_bytes += tail.size() - line_end - 1;
    tail.resize(line_end);
    // npos + 1 is 0: the file's only line.
    const auto line = parse_line_of_log(std::string_view(tail).substr(tail.rfind('\n') + 1));
    if (!line) {
      return fail(ErrorCode::input_refused, "its last line is no record of an audit log",
                  last.path.string());
    }
    end.n = line->n;
    end.chain = line->chain;
    break;
  }
  return end;
}

}  // namespace darvaza::audit
