#include "audit/log_writer.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <new>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/answer_record.h"
#include "audit/engine_build.h"
#include "audit/log_files.h"

namespace darvaza::audit {
namespace {

using std::chrono::steady_clock;

/// How often a disk that failed is tried again.
constexpr std::chrono::milliseconds kRetry{250};
constexpr std::chrono::seconds kSyncEvery{1};

std::string text_of(int error) { return std::generic_category().message(error); }

tl::unexpected<Error> io_failure(const std::filesystem::path& path, int error) {
  return fail(ErrorCode::io, "cannot be written: " + text_of(error), path.string());
}

Result<int> lock_of(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "lock";
  const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return io_failure(path, errno);
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  ::close(lock);
  return fail(ErrorCode::io, "another process writes the audit log of this directory",
              path.string());
}

std::uint64_t bytes_of(int file) {
  struct stat status {};
  return ::fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

int sync_directory(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return error;
}

}  // namespace

LogWriter::LogWriter(LogOptions options, const Key& key, int lock)
    : options_(std::move(options)), key_(key), lock_(lock) {}

Result<std::unique_ptr<LogWriter>> LogWriter::open(LogOptions options, const Key& key) {
  auto lock = lock_of(options.directory);
  if (!lock) return tl::unexpected(lock.error());
  std::unique_ptr<LogWriter> log(new LogWriter(std::move(options), key, *lock));
  const auto end = end_of(log->options_.directory);
  if (!end) return tl::unexpected(end.error());
  log->file_number_ = end->file;
  log->n_ = end->n;
  log->chain_ = end->chain;
  log->kept_ = {end->n, end->chain, {}};
  if (auto begun = log->begin_file(end->torn_bytes); !begun) return tl::unexpected(begun.error());
  log->thread_ = std::thread([writer = log.get()] { writer->work(); });
  return log;
}

LogWriter::~LogWriter() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    to_write_.notify_one();
    thread_.join();
    // What was given up is told first: a log that is closed says that this was all.
    if (!failing() || recovered())
      append_one(fmt::format(R"("at": "{}", "kind": "closed")", timestamp()));
  }
  if (file_ >= 0) ::close(file_);
  ::close(lock_);
}

std::string LogWriter::record(std::string_view members) {
  return line_of(key_, ++n_, members, chain_);
}

/// What has a number and does not stand in the log leaves it to others. Asks for no memory, which may be what is short.
void LogWriter::go_back_to_end() {
  n_ = kept_.n;
  chain_ = kept_.chain;
  std::erase_if(described_, [this](const std::string& digest) { return !kept_.described.contains(digest); });
}

/// The first record says where the file before ended, so that each file can be checked by itself.
Result<void> LogWriter::begin_file(std::uint64_t torn_bytes) {
  const auto path = log_file_path(options_.directory, file_number_ + 1);
  const std::string line = record(fmt::format(
      R"("at": "{}", "kind": "opened", "format": 1, "engine": "{}", "key": "{}", "after": "{}", "torn_bytes": {})",
      timestamp(), engine_build(), key_.id(), chain_, torn_bytes + left_bytes_));
  End end{n_, chain_, {}};  // before anything is written: what throws behind that would have it written twice
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) {
    const int error = errno;
    go_back_to_end();
    return io_failure(path, error);
  }
  const auto written = ::write(file, line.data(), line.size());
  int error = written == static_cast<ssize_t>(line.size()) ? 0 : written < 0 ? errno : ENOSPC;
  if (error == 0 && ::fdatasync(file) != 0) error = errno;
  if (error == 0) error = sync_directory(options_.directory);
  if (error != 0) {
    go_back_to_end();
    if (::unlink(path.c_str()) != 0) {
      // It stands there with what it got: nothing may follow in the file before it.
      ++file_number_;
      left_bytes_ += bytes_of(file);
      torn_ = torn_ || left_bytes_ > 0;
    }
    ::close(file);
    return io_failure(path, error);
  }
  if (file_ >= 0) {
    ::fdatasync(file_);
    ::close(file_);
  }
  file_ = file;
  ++file_number_;
  file_size_ = line.size();
  left_bytes_ = 0;
  torn_ = false;
  described_.clear();
  std::swap(kept_, end);
  return {};
}

void LogWriter::add(std::string members, std::shared_ptr<const Screener> screener,
                    std::string digest) {
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return failing_ || queue_.size() < options_.queue; });
    if (queue_.size() >= options_.queue) {
      ++lost_;
      ++untold_lost_;
      return;
    }
    queue_.push_back({std::move(members), std::move(screener), std::move(digest), {}});
  }
  to_write_.notify_one();
}

void LogWriter::when_kept(std::function<void(bool)> then) {
  bool kept = true;
  {
    const std::lock_guard lock(mutex_);
    if (failing_) {
      kept = !options_.refuse;
    } else if (options_.sync == Sync::answer) {
      queue_.push_back({{}, {}, {}, std::move(then)});
    }
  }
  if (!then) return to_write_.notify_one();
  then(kept);
}

bool LogWriter::failing() const {
  const std::lock_guard lock(mutex_);
  return failing_;
}

std::uint64_t LogWriter::lost() const {
  const std::lock_guard lock(mutex_);
  return lost_;
}

std::uint64_t LogWriter::written() const {
  const std::lock_guard lock(mutex_);
  return written_;
}

/// The lists that answer are told once a file: whoever keeps one file knows what its digests mean.
std::string LogWriter::lines_of(const std::deque<Waiting>& batch) {
  std::string lines;
  for (const Waiting& waiting : batch) {
    if (waiting.screener && described_.insert(waiting.digest).second) {
      lines += record(fmt::format(R"("at": "{}", "kind": "lists", "indexes": {}, "sources": [{}])",
                                  timestamp(), digests_json(waiting.digest),
                                  fmt::join(waiting.screener->describe().sources, ", ")));
    }
    lines += record(waiting.members);
  }
  return lines;
}

/// All or nothing: what was written in part is taken back.
bool LogWriter::append(const std::string& lines, bool sync) {
  End end{n_, chain_, described_};  // before anything is written, as in begin_file
  std::size_t done = 0;
  int error = 0;
  while (error == 0 && done < lines.size()) {
    const auto written = ::write(file_, lines.data() + done, lines.size() - done);
    if (written >= 0) {
      done += static_cast<std::size_t>(written);
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  if (error == 0 && sync && ::fdatasync(file_) != 0) error = errno;
  if (error != 0) {
    torn_ = !take_back();
    go_back_to_end();
    failed(error);
    return false;
  }
  file_size_ += lines.size();
  unsynced_ = !sync && !lines.empty();
  std::swap(kept_, end);
  return true;
}

bool LogWriter::take_back() { return ::ftruncate(file_, static_cast<off_t>(file_size_)) == 0; }

/// Takes back what a failed write left. Where that cannot be (a file that may only be appended to, a disk
/// that is going bad) the log goes on in a new file, which says how much at the end of this one is no record.
bool LogWriter::mend() {
  if (!torn_) return true;
  if (left_bytes_ == 0 && take_back()) {
    torn_ = false;
    return true;
  }
  const std::uint64_t torn_bytes = std::max(bytes_of(file_), file_size_) - file_size_;  // none where they cannot be counted
  const auto old = log_file_path(options_.directory, file_number_);
  if (!begin_file(torn_bytes)) {
    failed(EIO);
    return false;
  }
  options_.say(fmt::format("AUDIT LOG: {} bytes that are no record could not be taken back from the end of {}; "
                           "the log goes on in a new file, which says so", torn_bytes, old.string()));
  return true;
}

/// Tried again, they get their numbers anew: another file may have to be begun before them.
bool LogWriter::write(const std::deque<Waiting>& batch, bool sync) {
  try {
    if (!mend()) return false;
    // Without room for a new file the old one goes on: what can be written is written.
    if (file_size_ > options_.file_bytes && !batch.empty() && !begin_file(0) && torn_) {
      failed(EIO);
      return false;
    }
    return append(lines_of(batch), sync);
  } catch (const std::bad_alloc&) {
    go_back_to_end();
    failed(ENOMEM);
    return false;
  }
}

/// A record that is not tried again as it is.
bool LogWriter::append_one(std::string_view members) { return mend() && append(record(members), true); }

/// Nobody waits for a disk that does not work.
void LogWriter::failed(int error) {
  std::deque<std::function<void(bool)>> waiting;
  {
    const std::lock_guard lock(mutex_);
    if (!failing_) {
      failed_since_ = timestamp();
      options_.say(fmt::format(
          "AUDIT LOG CANNOT BE WRITTEN: {}: {}; {}", options_.directory.string(), text_of(error),
          options_.refuse ? "nothing is answered until it can" : "answers go on without it"));
    }
    failing_ = true;
    for (Waiting& one : queue_) {
      if (one.then) waiting.push_back(std::move(one.then));
    }
    std::erase_if(queue_, [](const Waiting& one) { return one.members.empty(); });
  }
  room_.notify_all();
  for (const auto& then : waiting) then(!options_.refuse);
}

/// False when not all could be told: the failure then goes on, and is told later.
bool LogWriter::recovered() {
  std::uint64_t lost = 0;
  {
    const std::lock_guard lock(mutex_);
    lost = untold_lost_;
  }
  if (!append_one(fmt::format(R"("at": "{}", "kind": "failed", "since": "{}", "lost": {})",
                              timestamp(), failed_since_, lost)))
    return false;
  {
    const std::lock_guard lock(mutex_);
    untold_lost_ -= lost;
    failing_ = untold_lost_ != 0;  // given up while that was written: to be told, too
    if (failing_) return false;
  }
  options_.say(fmt::format("the audit log is written again; {} records were lost", lost));
  return true;
}

/// Waits for records, and takes them where none are left to be tried again. True: the log is to end.
bool LogWriter::take(std::deque<Waiting>& batch, std::vector<std::function<void(bool)>>& waiting) {
  std::unique_lock lock(mutex_);
  const auto something = [this] { return ending_ || !queue_.empty(); };
  if (failing_) {
    to_write_.wait_for(lock, kRetry, [this] { return ending_; });
  } else if (unsynced_ && options_.sync == Sync::second) {
    to_write_.wait_for(lock, kSyncEvery, something);
  } else {
    to_write_.wait(lock, something);
  }
  if (!batch.empty()) return ending_;
  // No more at once than a file should hold.
  for (std::size_t bytes = 0; !queue_.empty() && bytes < options_.file_bytes; queue_.pop_front()) {
    Waiting& first = queue_.front();
    bytes += first.members.size();
    if (first.then) {
      waiting.push_back(std::move(first.then));
    } else {
      batch.push_back(std::move(first));
    }
  }
  return ending_;
}

/// What was to be written when the log ends.
void LogWriter::give_up(const std::deque<Waiting>& batch) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t given_up = batch.size() + queue_.size();
  options_.say(fmt::format("the audit log ends without its last {} records", given_up));
  lost_ += given_up;
  untold_lost_ += given_up;
}

void LogWriter::work() {
  std::deque<Waiting> batch;  ///< to be written, once and in their order, as often as it takes
  for (;;) {
    std::vector<std::function<void(bool)>> waiting;
    const bool ending = take(batch, waiting);
    room_.notify_all();
    const auto now = steady_clock::now();
    const bool was_failing = failing();
    const bool sync = options_.sync == Sync::answer ||
                      (options_.sync == Sync::second && now - synced_ >= kSyncEvery);
    const bool kept = write(batch, sync);
    if (kept) {
      if (sync) synced_ = now;
      if (was_failing) recovered();
      const std::lock_guard lock(mutex_);
      written_ += batch.size();
      batch.clear();
    }
    for (const auto& then : waiting) then(kept || !options_.refuse);
    if (!ending) continue;
    if (!kept) return give_up(batch);
    const std::lock_guard lock(mutex_);
    if (queue_.empty()) return;
  }
}

}  // namespace darvaza::audit
