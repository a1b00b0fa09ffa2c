#include "eval/piped_matcher.h"

#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/csv_rows.h"

extern char** environ;

namespace darvaza::eval {
namespace {

constexpr std::size_t kLongestLine = 65536;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

tl::unexpected<Error> refuse(const PipedMatcher& matcher, std::string message,
                             std::size_t line = 0) {
  return fail(ErrorCode::input_refused, std::move(message), "--matcher " + matcher.name, line);
}

/// A child whose output is read to its end and who is waited for, whatever happens.
class Child {
 public:
  Child(const std::string& command, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    std::string shell = "/bin/sh", option = "-c", text = command;
    char* const arguments[] = {shell.data(), option.data(), text.data(), nullptr};
    started_ = posix_spawn(&process_, shell.c_str(), &actions, nullptr, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { wait(); }

  bool started() const { return started_; }
  /// The exit status, 128 and more after a signal.
  int wait() {
    if (!started_) return status_;
    started_ = false;
    int status = 0;
    if (waitpid(process_, &status, 0) != process_) return status_ = 127;
    return status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t process_ = 0;
  bool started_ = false;
  int status_ = 127;
};

std::optional<double> as_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  while (end != nullptr && (*end == ' ' || *end == '\r')) ++end;
  if (end == copy.c_str() || *end != '\0' || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string_view last_field(std::string_view line) {
  const std::size_t comma = line.rfind(',');
  return comma == std::string_view::npos ? line : line.substr(comma + 1);
}

}  // namespace

Result<std::vector<std::string>> run_piped(const PipedMatcher& matcher, const std::string& input,
                                           std::size_t most_lines) {
  const File in(std::tmpfile(), std::fclose);
  if (!in || std::fwrite(input.data(), 1, input.size(), in.get()) != input.size() ||
      std::fflush(in.get()) != 0) {
    return fail(ErrorCode::io, "a temporary file cannot be written");
  }
  std::rewind(in.get());
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return fail(ErrorCode::io, "no pipe can be opened");
  File out(fdopen(ends[0], "r"), std::fclose);
  Child child(matcher.command, fileno(in.get()), ends[1]);
  close(ends[1]);
  if (!out || !child.started()) return refuse(matcher, "the shell cannot be run");

  std::vector<std::string> lines;
  std::string line;
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
  };
  for (int c = std::getc(out.get()); c != EOF; c = std::getc(out.get())) {
    if (c == '\n') {
      end_line();
    } else if (line.size() < kLongestLine) {
      line += static_cast<char>(c);
    }
    if (line.size() == kLongestLine || lines.size() > most_lines) break;
  }
  const bool too_much = std::feof(out.get()) == 0;
  if (!line.empty() && !too_much) end_line();
  // A child that still writes is ended by its broken pipe.
  out.reset();
  const int status = child.wait();
  if (too_much) {
    return refuse(matcher,
                  fmt::format("wrote more than {} lines, or a line over 64 KiB", most_lines),
                  lines.size() + 1);
  }
  if (status != 0) return refuse(matcher, fmt::format("the command ended with status {}", status));
  return lines;
}

Result<std::vector<double>> piped_scores(const PipedMatcher& matcher, const std::string& input,
                                         std::size_t pairs) {
  Result<std::vector<std::string>> lines = run_piped(matcher, input, pairs + 1);
  if (!lines) return tl::unexpected<Error>(lines.error());
  const bool heading = !lines->empty() && !as_number(last_field(lines->front()));
  if (lines->size() - heading != pairs) {
    return refuse(matcher,
                  fmt::format("wrote {} scores for {} pairs", lines->size() - heading, pairs));
  }
  std::vector<double> scores;
  for (std::size_t i = heading; i < lines->size(); ++i) {
    const std::optional<double> score = as_number(last_field((*lines)[i]));
    if (!score) return refuse(matcher, "expected a number at the end of the line", i + 1);
    scores.push_back(*score);
  }
  return scores;
}

Result<std::vector<PipedAnswer>> piped_answers(const PipedMatcher& matcher,
                                               const std::string& input, std::size_t queries) {
  Result<std::vector<std::string>> lines = run_piped(matcher, input, queries);
  if (!lines) return tl::unexpected<Error>(lines.error());
  if (lines->size() != queries) {
    return refuse(matcher, fmt::format("wrote {} lines for {} queries", lines->size(), queries));
  }
  std::vector<PipedAnswer> answers(queries);
  for (std::size_t i = 0; i < queries; ++i) {
    std::istringstream text((*lines)[i]);
    text::CsvRows rows(text, "--matcher " + matcher.name);
    text::CsvRow row;
    const Result<bool> any = rows.next(row);
    if (!any) return refuse(matcher, any.error().message, i + 1);
    if (!*any) continue;
    if (row.fields.size() % 2 != 0) {
      return refuse(matcher, "expected entry,score,entry,score,...", i + 1);
    }
    for (std::size_t j = 0; j < row.fields.size(); j += 2) {
      const std::optional<double> score = as_number(row.fields[j + 1]);
      if (!score) return refuse(matcher, "expected entry,score,entry,score,...", i + 1);
      answers[i].emplace_back(row.fields[j], *score);
    }
  }
  return answers;
}

}  // namespace darvaza::eval
