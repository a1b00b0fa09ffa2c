// Writes that fail and cannot be taken back: what the log then says of itself, and that nothing is answered on it meanwhile.
#include "audit/log_writer.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <thread>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "audit/log_files.h"
#include "audit/verify.h"
#include "temporary_directory.h"

namespace {

std::atomic<bool> cannot_take_back = false;
constexpr std::int64_t kAnyRoom = -1;
std::atomic<std::int64_t> room_on_disk = kAnyRoom;  ///< bytes

int cut(int file, off_t size) {
  if (!cannot_take_back) return static_cast<int>(::syscall(SYS_ftruncate, file, size));
  errno = EPERM;  // as of a file that may only be appended to
  return -1;
}

}  // namespace

extern "C" int ftruncate(int file, off_t size) noexcept { return cut(file, size); }
extern "C" int ftruncate64(int file, off64_t size) noexcept { return cut(file, size); }

/// As much as there is room for, to all files but the terminal.
extern "C" ssize_t write(int file, const void* bytes, size_t size) {
  const std::int64_t room = room_on_disk;
  if (file <= STDERR_FILENO || room == kAnyRoom) return ::syscall(SYS_write, file, bytes, size);
  if (room == 0) {
    errno = ENOSPC;
    return -1;
  }
  const ssize_t written = ::syscall(SYS_write, file, bytes, std::min(size, static_cast<size_t>(room)));
  if (written > 0) room_on_disk -= written;
  return written;
}

namespace darvaza::audit {
namespace {

namespace fs = std::filesystem;

struct FullDisk {
  explicit FullDisk(std::int64_t room) { room_on_disk = room; }
  ~FullDisk() { room_on_disk = kAnyRoom; }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
};

class LogThatCannotBeTakenBack : public testing::Test {
 protected:
  LogThatCannotBeTakenBack() {
    EXPECT_TRUE(Key::write_new(directory_ / "key"));
    fs::create_directory(directory_ / "log");
  }
  ~LogThatCannotBeTakenBack() override { cannot_take_back = false; }

  std::unique_ptr<LogWriter> open() {
    LogOptions options;
    options.directory = directory_ / "log";
    options.sync = Sync::answer;
    options.say = [this](const std::string& text) { said_ += text + '\n'; };
    auto log = LogWriter::open(options, *Key::read(directory_ / "key"));
    EXPECT_TRUE(log) << to_string(log.error());
    return std::move(*log);
  }
  /// Whether an answer may be sent on a record.
  static bool add(LogWriter& log, const std::string& text) {
    log.add(fmt::format(R"("kind": "test", "text": "{}")", text));
    std::promise<bool> kept;
    log.when_kept([&](bool yes) { kept.set_value(yes); });
    return kept.get_future().get();
  }
  static void wait_until_it_works(const LogWriter& log) {
    for (int i = 0; log.failing() && i < 600; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(log.failing());
  }
  LogState verify() {
    auto state = verify_log(directory_ / "log", *Key::read(directory_ / "key"));
    EXPECT_TRUE(state);
    return std::move(*state);
  }
  fs::path first_file() const { return log_file_path(directory_ / "log", 1); }

  test::TemporaryDirectory directory_;
  std::string said_;
};

TEST_F(LogThatCannotBeTakenBack, GoesOnInANewFileWhichSaysHowMuchIsNoRecord) {
  std::uint64_t whole = 0;
  {
    const auto log = open();
    EXPECT_TRUE(add(*log, "before"));
    whole = fs::file_size(first_file());
    cannot_take_back = true;
    {
      const FullDisk disk(40);
      EXPECT_FALSE(add(*log, "meanwhile")) << "no answer on a record that is not there";
      EXPECT_TRUE(log->failing());
      EXPECT_EQ(fs::file_size(first_file()), whole + 40) << "the test tears nothing";
      const LogState meanwhile = verify();
      ASSERT_EQ(meanwhile.findings.size(), 1u);
      EXPECT_NE(meanwhile.findings[0].text.find("the line is not whole"), std::string::npos);
    }
    wait_until_it_works(*log);
    EXPECT_TRUE(add(*log, "after"));
  }
  const LogState state = verify();
  for (const Finding& finding : state.findings) ADD_FAILURE() << finding.file << ": " << finding.text;
  ASSERT_EQ(state.torn.size(), 1u);
  EXPECT_EQ(state.torn[0].file, first_file().filename());
  EXPECT_EQ(state.torn[0].record, 2u) << "opened, before";
  EXPECT_EQ(state.torn[0].bytes, 40u);
  EXPECT_EQ(state.files, 2u);
  EXPECT_EQ(state.records, 7u) << "opened, before; opened, meanwhile, failed, after, closed";
  EXPECT_TRUE(state.closed);
  EXPECT_NE(said_.find("40 bytes that are no record could not be taken back"), std::string::npos) << said_;
}

/// What stands there may end with whole lines, whose answers were refused.
TEST_F(LogThatCannotBeTakenBack, WholeLinesThatWereGivenUpAreNoRecords) {
  {
    const auto log = open();
    EXPECT_TRUE(add(*log, "before"));
    cannot_take_back = true;
    {
      const FullDisk disk(700);  // some of them, and part of the next
      for (int i = 0; i < 20; ++i) log->add(fmt::format(R"("kind": "test", "text": "{}")", i));
      EXPECT_FALSE(add(*log, "last"));
    }
    wait_until_it_works(*log);
  }
  const LogState state = verify();
  for (const Finding& finding : state.findings) ADD_FAILURE() << finding.file << ": " << finding.text;
  std::uint64_t lines = 0;
  const auto files = readable_files(directory_ / "log");
  ASSERT_TRUE(files);
  for (const LogFile& file : *files) {
    ASSERT_TRUE(for_each_line(file, [&](std::string_view, bool whole) { lines += whole ? 1 : 0; }));
  }
  EXPECT_EQ(lines, state.records);
  EXPECT_EQ(state.records, 2u + 1 + 21 + 2) << "each once";
}

TEST_F(LogThatCannotBeTakenBack, SaysAtTheNextStartWhatStandsThere) {
  std::optional<FullDisk> disk;
  {
    const auto log = open();
    EXPECT_TRUE(add(*log, "before"));
    cannot_take_back = true;
    disk.emplace(40);
    EXPECT_FALSE(add(*log, "meanwhile"));
  }
  disk.reset();
  cannot_take_back = false;
  (void)open();
  const LogState state = verify();
  for (const Finding& finding : state.findings) ADD_FAILURE() << finding.file << ": " << finding.text;
  ASSERT_EQ(state.torn.size(), 1u);
  EXPECT_EQ(state.torn[0].bytes, 40u);
  EXPECT_EQ(state.records, 4u) << "opened, before; opened, closed";
  // What is told is held against what is there.
  fs::resize_file(first_file(), fs::file_size(first_file()) - 1);
  EXPECT_FALSE(verify().findings.empty());
}

}  // namespace
}  // namespace darvaza::audit
