#include "upkeep/log_lines.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "releases/utc_time.h"

namespace darvaza::daemon {
namespace {

bool are_stamped = false;

/// systemd.exec(5): JOURNAL_STREAM is "DEVICE:INODE" of the journal's socket, which standard error
/// may have left since.
bool is_journal(int descriptor) {
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat status {};
  return stream != nullptr && fstat(descriptor, &status) == 0 &&
         fmt::format("{}:{}", status.st_dev, status.st_ino) == stream;
}

}  // namespace

void say(const std::string& message) {
  const std::string stamp =
      are_stamped ? releases::to_text(releases::utc_now()) + ' ' : std::string();
  const std::string line = fmt::format("{}darvazad: {}\n", stamp, message);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void stamp_log_lines() { are_stamped = isatty(STDERR_FILENO) == 0 && !is_journal(STDERR_FILENO); }

}  // namespace darvaza::daemon
