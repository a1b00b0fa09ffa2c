#include "sqlite/database.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace darvaza::sqlite {
namespace {

namespace fs = std::filesystem;

std::uint64_t inode_of(const fs::path& file) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? status.st_ino : 0;
}

/// SQLite's own messages may quote values: the code's text is enough.
Error error_of(int code, const fs::path& file) {
  const int kind = code & 0xff;
  const bool foreign = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_ERROR || kind == SQLITE_SCHEMA;
  Error error;
  error.code = foreign ? ErrorCode::input_refused : ErrorCode::io;
  error.message = ::sqlite3_errstr(code);
  error.file = file.string();
  return error;
}

}  // namespace

/// Where statements go after their database, the last of them takes the connection along.
void Database::Close::operator()(sqlite3* connection) const { ::sqlite3_close_v2(connection); }
void Database::Statement::Finalise::operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }

Database::Database(fs::path file, sqlite3* connection, int patience_ms)
    : file_(std::make_unique<const fs::path>(std::move(file))), connection_(connection), inode_(inode_of(*file_)), patience_ms_(patience_ms) {}

Result<Database> Database::open(const fs::path& file, const Kind& kind, Access access) {
  // SQLite would make it readable by others; what it adds beside it takes the same rights.
  const bool writes = access != Access::read, creates = access == Access::create;
  const int descriptor = ::open(file.c_str(), (writes ? O_RDWR : O_RDONLY) | O_CLOEXEC | (creates ? O_CREAT : 0), 0600);
  if (descriptor < 0) {
    return fail(errno == ENOENT ? ErrorCode::input_missing : ErrorCode::io, fmt::format("cannot be opened: {}", std::strerror(errno)), file.string());
  }
  struct stat status {};
  const bool is_new = ::fstat(descriptor, &status) == 0 && status.st_size == 0;
  ::close(descriptor);
  if (is_new && !creates) return fail(ErrorCode::input_refused, "is empty", file.string());
  sqlite3* raw = nullptr;
  const int flags = (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int opened = ::sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  Database database(file, raw, kind.patience_ms);
  if (opened != SQLITE_OK) return tl::unexpected(error_of(opened, file));
  if (auto prepared = database.prepare_file(kind, access, is_new); !prepared) return tl::unexpected(prepared.error());
  return database;
}

Result<void> Database::prepare_file(const Kind& kind, Access access, bool is_new) const {
  ::sqlite3_busy_timeout(connection_.get(), patience_ms_);
  ::sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (auto set = run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"); !set) return set;
  if (!is_new) {
    if (kind.is_checked) {
      Statement check = prepare("PRAGMA integrity_check(1)");
      const auto row = check.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row || check.text(0) != "ok") return fail(ErrorCode::input_refused, "is damaged", file_->string());
    }
    const auto id = number("PRAGMA application_id"), version = number("PRAGMA user_version");
    if (!id) return tl::unexpected(id.error());
    if (!version) return tl::unexpected(version.error());
    if (*id != kind.application_id || *version != kind.version) {
      return fail(ErrorCode::input_refused, "is no database of this program and version", file_->string());
    }
  }
  if (access != Access::read) {
    if (auto set = run(kind.settings); !set) return set;
  }
  if (!is_new) return {};
  return run(fmt::format("BEGIN IMMEDIATE; PRAGMA application_id={}; PRAGMA user_version={}; {} COMMIT;", kind.application_id, kind.version, kind.schema).c_str());
}

Database::Statement::Statement(const Database& database, const char* sql) : connection_(database.connection_.get()), file_(database.file_.get()) {
  sqlite3_stmt* statement = nullptr;
  prepared_ = ::sqlite3_prepare_v2(connection_, sql, -1, &statement, nullptr);
  statement_.reset(statement);
}

Database::Statement& Database::Statement::bind(std::string_view text) {
  ::sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}
Database::Statement& Database::Statement::bind_blob(std::string_view bytes) {
  ::sqlite3_bind_blob(statement_.get(), ++bound_, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
  return *this;
}
Database::Statement& Database::Statement::bind(std::int64_t number) {
  ::sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

Result<bool> Database::Statement::step() {
  const int code = prepared_ != SQLITE_OK ? prepared_ : ::sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return tl::unexpected(error_of(code, *file_));
}

Result<void> Database::Statement::finish() {
  auto row = step();
  while (row && *row) row = step();
  ::sqlite3_reset(statement_.get());
  bound_ = 0;
  if (!row) return tl::unexpected(row.error());
  return {};
}

std::int64_t Database::Statement::number(int column) const { return ::sqlite3_column_int64(statement_.get(), column); }

std::string_view Database::Statement::bytes(int column) const {
  const void* const data = ::sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(data), static_cast<std::size_t>(::sqlite3_column_bytes(statement_.get(), column))};
}

Result<std::int64_t> Database::number(const char* sql) const {
  Statement statement = prepare(sql);
  const auto row = statement.step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement.number(0) : 0;
}

Result<void> Database::run(const char* sql) const {
  const int code = ::sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return {};
  if (::sqlite3_get_autocommit(connection_.get()) == 0) ::sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  return tl::unexpected(error_of(code, *file_));
}

std::uint64_t Database::changes() const { return static_cast<std::uint64_t>(::sqlite3_changes64(connection_.get())); }

Result<bool> Database::empty_log(int patience_ms) const {
  ::sqlite3_busy_timeout(connection_.get(), patience_ms);
  const int code = ::sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  ::sqlite3_busy_timeout(connection_.get(), patience_ms_);
  const int kind = code & 0xff;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) return false;
  if (code != SQLITE_OK) return tl::unexpected(error_of(code, *file_));
  return true;
}

bool Database::is_in_place() const { return inode_ != 0 && inode_of(*file_) == inode_; }

Result<Transaction> Transaction::begin(const Database& database, Kind kind) {
  if (auto done = database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"); !done) return tl::unexpected(done.error());
  return Transaction(database);
}
Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
Transaction::~Transaction() {
  if (database_ != nullptr) (void)database_->run("ROLLBACK");
}
Result<void> Transaction::commit() { return std::exchange(database_, nullptr)->run("COMMIT"); }

}  // namespace darvaza::sqlite
