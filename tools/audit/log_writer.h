// Writes the audit log: records in the order in which they come, chained, into files that are only
// ever appended to.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "audit/key.h"
#include "darvaza/error.h"
#include "darvaza/screener.h"

namespace darvaza::audit {

/// When records are brought from the kernel to the disk.
enum class Sync : std::uint8_t {
  answer,  ///< before an answer is sent: no power failure takes a record whose answer went out
  second,  ///< within a second: a power failure may take that second's records
  none,    ///< when the kernel sees fit: the same of up to half a minute
};

struct LogOptions {
  std::filesystem::path directory;               ///< exists, and belongs to one writer at a time
  std::uint64_t file_bytes = 256 * 1024 * 1024;  ///< a new file is begun above this size
  std::uint64_t queue = 65'536;                  ///< records that wait to be written
  Sync sync = Sync::second;
  bool refuse = true;  ///< without a log no answers; false: answers without a log
  std::function<void(const std::string&)> say;  ///< what the operator must know; called rarely
};

/// Thread-safe.
class LogWriter {
 public:
  /// Continues the log of the directory in a new file. Errors: io (another writer is at work, the
  /// disk is full), input_refused when the last file is no audit log.
  static Result<std::unique_ptr<LogWriter>> open(LogOptions options, const Key& key);
  /// Writes what waits, and a record that says that this was all.
  ~LogWriter();

  /// A record: members of a JSON object without braces. Waits while the queue is full and the disk
  /// works. `screener`, where given, is told once a file in full, by its digest.
  void add(std::string members, std::shared_ptr<const Screener> screener = nullptr,
           std::string digest = {});

  /// Calls `then` once it is known whether all that was added before is kept as well as `sync` and
  /// `refuse` promise; false: no answer may be sent on it. At once, or on the writer's thread.
  void when_kept(std::function<void(bool)> then);

  bool failing() const;        ///< records cannot be written at this moment
  std::uint64_t lost() const;  ///< records given up since the start
  std::uint64_t written() const;

 private:
  struct Waiting {
    std::string members;
    std::shared_ptr<const Screener> screener;
    std::string digest;
    std::function<void(bool)> then;  ///< a place in the queue instead of a record
  };

  LogWriter(LogOptions options, const Key& key, int lock);
  Result<void> begin_file(std::uint64_t torn_bytes);
  void work();
  bool take(std::deque<Waiting>& batch, std::vector<std::function<void(bool)>>& waiting);
  std::string lines_of(const std::deque<Waiting>& batch);
  bool write(const std::deque<Waiting>& batch, bool sync);
  void give_up(const std::deque<Waiting>& batch);
  bool append(const std::string& lines, bool sync);
  bool take_back();
  bool mend();
  void go_back_to_end();
  void failed(int error);
  bool recovered();
  bool append_one(std::string_view members);
  std::string record(std::string_view members);

  const LogOptions options_;
  const Key key_;
  const int lock_;

  // Of the writer's thread alone.
  int file_ = -1;
  std::uint64_t file_number_ = 0;
  std::uint64_t file_size_ = 0;
  std::uint64_t n_ = 0;
  std::string chain_;
  std::set<std::string> described_;  ///< indexes that this file tells of
  std::chrono::steady_clock::time_point synced_{};
  bool unsynced_ = false;
  struct End {
    std::uint64_t n = 0;
    std::string chain;
    std::set<std::string> described;
  };
  End kept_;           ///< of what stands in the log: the three above may be ahead of it
  bool torn_ = false;  ///< something that is no record may stand behind it: nothing may be appended there
  std::uint64_t left_bytes_ = 0;  ///< the same in files that were begun in vain and could not be removed
  std::string failed_since_;

  mutable std::mutex mutex_;
  std::condition_variable to_write_, room_;
  std::deque<Waiting> queue_;
  bool failing_ = false, ending_ = false;
  std::uint64_t lost_ = 0, untold_lost_ = 0, written_ = 0;
  std::thread thread_;
};

}  // namespace darvaza::audit
