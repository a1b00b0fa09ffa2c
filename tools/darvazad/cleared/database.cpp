#include "cleared/database.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

/// How long another process's write is waited for.
constexpr int kPatienceMs = 2000;

std::uint64_t inode_of(const fs::path& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

}  // namespace

/// Where statements go after their database, the last of them takes the connection along.
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Database::Statement::Finalise::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Database::Database(fs::path file, sqlite3* database)
    : file_(std::move(file)), database_(database), inode_(inode_of(file_)) {}

Result<Database> Database::open(const fs::path& file, const Kind& kind, bool create) {
  // SQLite would make it readable by others; what it adds beside it takes the same rights.
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0600);
  if (descriptor < 0) {
    return fail(errno == ENOENT ? ErrorCode::input_missing : ErrorCode::io,
                fmt::format("cannot be opened: {}", std::strerror(errno)), file.string());
  }
  struct stat status {};
  const bool is_new = fstat(descriptor, &status) == 0 && status.st_size == 0;
  close(descriptor);
  if (is_new && !create) return fail(ErrorCode::input_refused, "is empty", file.string());
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(
      file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  Database database(file, raw);
  database.note(opened);
  if (auto fault = database.error(); !fault) return tl::unexpected(fault.error());
  if (auto prepared = database.prepare_file(kind, is_new); !prepared)
    return tl::unexpected(prepared.error());
  return database;
}

Result<void> Database::prepare_file(const Kind& kind, bool is_new) {
  sqlite3_busy_timeout(database_.get(), kPatienceMs);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (auto set = run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"); !set) return set;
  if (!is_new) {
    if (auto verified = verify(); !verified) return verified;
    auto id = prepare("PRAGMA application_id");
    auto version = prepare("PRAGMA user_version");
    const bool read = id.step() && version.step();
    if (auto fault = error(); !fault) return fault;
    if (!read || id.number(0) != kind.application_id || version.number(0) != kind.version)
      return fail(ErrorCode::input_refused, "is no database of this program and version",
                  file_.string());
  }
  // Each decision is on the disk when it is confirmed.
  if (auto set = run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"); !set) return set;
  if (!is_new) return {};
  return run(
      fmt::format("BEGIN IMMEDIATE; PRAGMA application_id={}; PRAGMA user_version={}; {} COMMIT;",
                  kind.application_id, kind.version, kind.schema)
          .c_str());
}

Result<void> Database::verify() {
  auto check = prepare("PRAGMA integrity_check(1)");
  const bool whole = check.step() && check.text(0) == "ok";
  if (auto fault = error(); !fault) return fault;
  if (whole) return {};
  return fail(ErrorCode::input_refused, "is damaged", file_.string());
}

Database::Statement::Statement(Database& database, const char* sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  database.note(sqlite3_prepare_v2(database.database_.get(), sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

Database::Statement& Database::Statement::bind(std::string_view text) {
  sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
  return *this;
}

Database::Statement& Database::Statement::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

bool Database::Statement::step() {
  if (statement_ == nullptr) return false;
  const int code = sqlite3_step(statement_.get());
  database_->note(code);
  return code == SQLITE_ROW;
}

std::string Database::Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Database::Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Result<void> Database::run(const char* sql) {
  note(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr));
  auto outcome = error();
  if (outcome) return outcome;
  if (sqlite3_get_autocommit(database_.get()) == 0)
    sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  return outcome;
}

void Database::note(int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) failed_ = code;
}

/// SQLite's own messages may quote values: the code's text is enough.
Result<void> Database::error() {
  const int code = std::exchange(failed_, 0);
  if (code == SQLITE_OK) return {};
  const int kind = code & 0xff;
  const bool damaged = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
  return fail(damaged ? ErrorCode::input_refused : ErrorCode::io, sqlite3_errstr(code),
              file_.string());
}

std::int64_t Database::data_version() {
  auto version = prepare("PRAGMA data_version");
  return version.step() ? version.number(0) : -1;
}

bool Database::is_in_place() const { return inode_ != 0 && inode_of(file_) == inode_; }

}  // namespace darvaza::daemon
