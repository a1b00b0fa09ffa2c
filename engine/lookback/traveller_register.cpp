#include "lookback/traveller_register.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <sodium.h>

#include "index/parallel.h"
#include "lookback/day_keys.h"
#include "lookback/sealed.h"
#include "lookback/sqlite.h"
#include "releases/durable_files.h"
#include "releases/keys.h"
#include "releases/utc_time.h"

namespace darvaza::lookback {
namespace {

/// "DVZR": so that another program's database is not taken for a register.
constexpr int kApplicationId = 0x44565A52;
constexpr const char* kSchema = R"(
  PRAGMA application_id = 1146509906;
  PRAGMA user_version = 1;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE days (day TEXT PRIMARY KEY, key_name TEXT NOT NULL, travellers INTEGER NOT NULL, destroyed TEXT) WITHOUT ROWID;
  CREATE TABLE travellers (number INTEGER PRIMARY KEY, day TEXT NOT NULL, sealed BLOB NOT NULL);
  CREATE INDEX travellers_of_day ON travellers (day);)";
/// Facts that come and go: "destroying DAY" (since when) between the first and the last step of destroying a day, and this
/// one from a deletion until the log, which may hold what was deleted, has been emptied.
constexpr const char* kOverwritingPending = "overwriting pending";
constexpr int kBusyMilliseconds = 20'000;
/// Emptying the log waits for readers, and a rescreening reads for minutes: it is rather left to the next opening.
constexpr int kCheckpointMilliseconds = 1'000;
/// secure_delete: what is deleted is overwritten with zeros in the pages; the log is emptied after every destruction.
constexpr const char* kSettings = "PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

std::string earliest_kept(PartialDate today, int days_kept) {
  using namespace std::chrono;
  const sys_days day = year_month_day(year(today.year), month(today.month), std::chrono::day(today.day));
  const year_month_day first(day - days(days_kept));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(first.year()), static_cast<unsigned>(first.month()), static_cast<unsigned>(first.day()));
}

Result<Database> open_database(const std::filesystem::path& file, int flags) {
  sqlite3* raw = nullptr;
  const int code = ::sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code == SQLITE_OK) {
    ::sqlite3_busy_timeout(raw, kBusyMilliseconds);
    if (auto done = run(database.get(), kSettings); !done) return tl::unexpected(done.error());
    return database;
  }
  return fail(ErrorCode::io, std::string("the register cannot be opened: ") + ::sqlite3_errstr(code), file.string());
}

Result<std::int64_t> one_number(sqlite3* database, const char* sql) {
  Statement statement(database, sql);
  const auto row = statement.step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement.number(0) : 0;
}

/// To be called in the transaction that deletes.
Result<void> note_overwriting(sqlite3* database) {
  return Statement(database, "INSERT OR REPLACE INTO facts VALUES (?, 1)").bind(1, kOverwritingPending).finish();
}

Result<bool> overwriting_pending(sqlite3* database) {
  Statement fact(database, "SELECT 1 FROM facts WHERE name = ?");
  return fact.bind(1, kOverwritingPending).step();
}

/// Empties the log, so that what was deleted is nowhere; left pending when somebody reads what was before.
Result<void> finish_overwriting(sqlite3* database) {
  const auto pending = overwriting_pending(database);
  if (!pending) return tl::unexpected(pending.error());
  if (!*pending) return {};
  ::sqlite3_busy_timeout(database, kCheckpointMilliseconds);
  const int code = ::sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  ::sqlite3_busy_timeout(database, kBusyMilliseconds);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return {};
  if (code != SQLITE_OK) return tl::unexpected(sqlite_error(database, "the register's log cannot be emptied"));
  return Statement(database, "DELETE FROM facts WHERE name = ?").bind(1, kOverwritingPending).finish();
}

/// Rows that do not open, counted.
struct Damaged {
  std::uint64_t rows = 0;
  std::int64_t first = 0;

  void note(std::int64_t number) {
    if (++rows == 1) first = number;
  }
  Result<void> result(sqlite3* database) const {
    if (rows == 0) return {};
    Error error{ErrorCode::input_refused, fmt::format("{} travellers cannot be opened: damaged, or not sealed for this register", rows), {}, 0, 0, 0};
    error.record = static_cast<std::uint64_t>(first);
    error.file = ::sqlite3_db_filename(database, "main");
    return tl::unexpected(error);
  }
};

struct SealedRow {
  std::int64_t number = 0;
  std::string day;
  std::string sealed;
};

}  // namespace

struct TravellerRegister::State {
  Database database;
  DayKeys keys;
  std::string id;  ///< random: what is sealed for one register does not open in another
  int days_kept = 0;

  std::string context(std::string_view day) const { return fmt::format("darvaza-register {} {}", id, day); }

  /// A clock that went back must neither keep anybody longer nor date anybody earlier.
  Result<void> check_clock(const std::string& today) const {
    Statement last(database.get(), "SELECT max(day) FROM days WHERE destroyed IS NULL");
    const auto row = last.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row || last.text(0) <= today) return {};
    return fail(ErrorCode::input_refused, fmt::format("clock suspect: today is {}, and travellers were added on {}", today, last.text(0)));
  }

  /// Whether the key file is this register's, and the register the newest of its copies: every day that is kept has its
  /// key, unless its destruction began here. To be called in a write transaction: only there do both files stand still.
  Result<void> reload_and_check_keys() {
    if (auto done = keys.reload(); !done) return done;
    Statement days(database.get(),
                   "SELECT day, key_name FROM days WHERE destroyed IS NULL AND NOT EXISTS (SELECT 1 FROM facts WHERE name = 'destroying ' || day)");
    while (true) {
      const auto row = days.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) return {};
      const std::string day = days.text(0);
      const DayKey* const key = keys.find(day);
      if (key == nullptr) {
        return fail(ErrorCode::input_refused,
                    "the key of " + day + " is missing, and this register did not destroy it: one of the two is an old copy, or the key was lost");
      }
      if (key_name(*key) != days.text(1)) {
        return fail(ErrorCode::input_refused, "the key file is not that of this register: the key of " + day + " is another");
      }
    }
  }
  Result<void> check_key_file() {
    auto transaction = Transaction::begin(database.get(), "BEGIN IMMEDIATE");
    if (!transaction) return tl::unexpected(transaction.error());
    return reload_and_check_keys();
  }

  Result<void> begin_destroying(const std::string& day);
  Result<std::uint64_t> destroy_day(const std::string& day);
  std::optional<KeptTraveller> open(const SealedRow& row) const {
    const DayKey* const key = keys.find(row.day);
    if (key == nullptr) return std::nullopt;
    const auto plain = unseal(row.sealed, context(row.day), *key);
    auto kept = plain ? parse_kept(*plain) : fail(ErrorCode::input_refused, "");
    if (!kept) return std::nullopt;
    return std::move(*kept);
  }
};

/// Puts down that the key goes, and when. Without that nobody could tell a register that a crash stopped after the key
/// from an old copy, whose key went long ago.
Result<void> TravellerRegister::State::begin_destroying(const std::string& day) {
  auto transaction = Transaction::begin(database.get(), "BEGIN IMMEDIATE");
  if (!transaction) return tl::unexpected(transaction.error());
  if (auto done = reload_and_check_keys(); !done) return done;
  if (keys.find(day) != nullptr) {
    Statement note(database.get(), "INSERT OR REPLACE INTO facts SELECT 'destroying ' || day, ? FROM days WHERE day = ? AND destroyed IS NULL");
    const std::string now = releases::to_text(releases::utc_now());
    if (auto done = note.bind(1, now).bind(2, day).finish(); !done) return done;
  }
  return transaction->commit();
}

/// First the key, which nothing brings back; a crash after it leaves rows that nobody can read and that the next call
/// removes. The receipt says when the destruction began: a moment at which the key was still there.
Result<std::uint64_t> TravellerRegister::State::destroy_day(const std::string& day) {
  if (auto done = begin_destroying(day); !done) return tl::unexpected(done.error());
  sqlite3* const db = database.get();
  auto transaction = Transaction::begin(db, "BEGIN IMMEDIATE");
  if (!transaction) return tl::unexpected(transaction.error());
  Statement receipt(db,
                    "UPDATE days SET destroyed = facts.value FROM facts WHERE days.day = ? AND days.destroyed IS NULL AND facts.name = 'destroying ' || days.day");
  if (auto done = receipt.bind(1, day).finish(); !done) return tl::unexpected(done.error());
  if (::sqlite3_changes64(db) == 0) return 0;  // another process was faster
  if (auto done = keys.destroy(day); !done) return tl::unexpected(done.error());
  if (auto done = Statement(db, "DELETE FROM travellers WHERE day = ?").bind(1, day).finish(); !done) return tl::unexpected(done.error());
  const auto gone = static_cast<std::uint64_t>(::sqlite3_changes64(db));
  if (auto done = Statement(db, "DELETE FROM facts WHERE name = 'destroying ' || ?").bind(1, day).finish(); !done) return tl::unexpected(done.error());
  if (auto done = note_overwriting(db); !done) return tl::unexpected(done.error());
  if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
  return gone;
}

TravellerRegister::TravellerRegister(std::unique_ptr<State> state) : state_(std::move(state)) {}
TravellerRegister::TravellerRegister(TravellerRegister&&) noexcept = default;
TravellerRegister& TravellerRegister::operator=(TravellerRegister&&) noexcept = default;
TravellerRegister::~TravellerRegister() = default;

Result<void> TravellerRegister::create(const std::filesystem::path& file, const std::filesystem::path& keys, int days_kept) {
  if (::sodium_init() < 0) return fail(ErrorCode::internal, "libsodium cannot be started");
  if (days_kept < 1 || days_kept > kMostDaysKept) {
    return fail(ErrorCode::usage, fmt::format("travellers are kept for {} days: expected 1 to {}", days_kept, kMostDaysKept));
  }
  if (auto done = releases::write_new(file, "", 0600); !done) return done;
  const auto fill = [&]() -> Result<void> {
    auto database = open_database(file, SQLITE_OPEN_READWRITE);
    if (!database) return tl::unexpected(database.error());
    auto transaction = Transaction::begin(database->get(), "BEGIN IMMEDIATE");
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto done = run(database->get(), kSchema); !done) return done;
    std::array<unsigned char, 16> id{};
    ::randombytes_buf(id.data(), id.size());
    const std::string name = releases::digest_of({reinterpret_cast<const char*>(id.data()), id.size()}).substr(0, 32);
    Statement add(database->get(), "INSERT INTO facts VALUES (?, ?)");
    if (auto done = add.bind(1, "id").bind(2, name).finish(); !done) return done;
    if (auto done = add.bind(1, "days_kept").bind(2, std::int64_t{days_kept}).finish(); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
    return DayKeys::create(keys, name);
  };
  auto done = fill();
  if (!done) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix, ignored);
  }
  return done;
}

Result<TravellerRegister> TravellerRegister::open(const std::filesystem::path& file, const std::filesystem::path& key_file, PartialDate today) {
  if (::sodium_init() < 0) return fail(ErrorCode::internal, "libsodium cannot be started");
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return fail(ErrorCode::input_missing, "there is no such register", file.string());
  auto database = open_database(file, SQLITE_OPEN_READWRITE);
  if (!database) return tl::unexpected(database.error());
  const auto application = one_number(database->get(), "PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  const auto version = one_number(database->get(), "PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  if (*application != kApplicationId || *version != 1) return fail(ErrorCode::input_refused, "not a register of travellers of this version", file.string());
  const auto days_kept = one_number(database->get(), "SELECT value FROM facts WHERE name = 'days_kept'");
  if (!days_kept) return tl::unexpected(days_kept.error());
  std::string name;
  {
    Statement id(database->get(), "SELECT value FROM facts WHERE name = 'id'");
    const auto row = id.step();
    if (!row) return tl::unexpected(row.error());
    if (*row) name = id.text(0);
  }
  auto keys = DayKeys::read(key_file, name);
  if (!keys) return tl::unexpected(keys.error());
  TravellerRegister opened(
      std::make_unique<State>(State{std::move(*database), std::move(*keys), std::move(name), static_cast<int>(*days_kept)}));
  // Before anything is destroyed: the keys must not be another register's.
  if (auto done = opened.state_->check_key_file(); !done) {
    if (done.error().file.empty()) done.error().file = key_file.string();
    return tl::unexpected(done.error());
  }
  if (auto done = opened.expire(today); !done) return tl::unexpected(done.error());
  if (auto done = finish_overwriting(opened.state_->database.get()); !done) return tl::unexpected(done.error());
  return opened;
}

Result<void> TravellerRegister::add(std::span<const KeptTraveller> travellers, PartialDate today) {
  if (auto done = expire(today); !done) return tl::unexpected(done.error());
  if (travellers.empty()) return {};
  sqlite3* const db = state_->database.get();
  const std::string day = darvaza::to_string(today);
  auto transaction = Transaction::begin(db, "BEGIN IMMEDIATE");
  if (!transaction) return tl::unexpected(transaction.error());
  const auto key = state_->keys.find_or_make(day);
  if (!key) return tl::unexpected(key.error());
  const std::string context = state_->context(day), name = key_name(**key);
  {
    Statement other(db, "SELECT 1 FROM days WHERE day = ? AND destroyed IS NULL AND key_name <> ?");
    const auto row = other.bind(1, day).bind(2, name).step();
    if (!row) return tl::unexpected(row.error());
    if (*row) return fail(ErrorCode::input_refused, "the key file was changed since travellers were added today: the key of " + day + " is another");
  }
  Statement count(db,
                  "INSERT INTO days VALUES (?, ?, ?, NULL) ON CONFLICT (day) DO UPDATE SET travellers = travellers + excluded.travellers, "
                  "destroyed = NULL, key_name = excluded.key_name");
  if (auto done = count.bind(1, day).bind(2, name).bind(3, static_cast<std::int64_t>(travellers.size())).finish(); !done) return done;
  Statement insert(db, "INSERT INTO travellers (day, sealed) VALUES (?, ?)");
  std::string plain;
  for (const KeptTraveller& traveller : travellers) {
    plain.clear();
    append_bytes(traveller, plain);
    const std::string sealed = seal(plain, context, **key);
    if (auto done = insert.bind(1, day).bind_blob(2, sealed).finish(); !done) return done;
  }
  ::sodium_memzero(plain.data(), plain.size());
  return transaction->commit();
}

Result<void> TravellerRegister::visit(std::size_t batch, const std::function<bool(std::span<KeptTraveller>)>& use) {
  sqlite3* const db = state_->database.get();
  auto transaction = Transaction::begin(db, "BEGIN");
  if (!transaction) return tl::unexpected(transaction.error());
  // After the first look at the register, which settles what this transaction sees: a key is always there before its rows.
  if (const auto seen = one_number(db, "SELECT count(*) FROM days"); !seen) return tl::unexpected(seen.error());
  if (auto done = state_->keys.reload(); !done) return done;
  Statement rows(db, "SELECT number, day, sealed FROM travellers ORDER BY number");
  Damaged damaged;
  std::vector<SealedRow> sealed;
  std::vector<KeptTraveller> opened;
  for (bool more = true, wanted = true; more && wanted;) {
    sealed.clear();
    while (sealed.size() < batch) {
      const auto row = rows.step();
      if (!row) return tl::unexpected(row.error());
      if (!(more = *row)) break;
      sealed.push_back({rows.number(0), rows.text(1), rows.text(2)});
    }
    std::vector<std::optional<KeptTraveller>> found(sealed.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i; (i = next.fetch_add(1)) < sealed.size();) found[i] = state_->open(sealed[i]);
    };
    const std::vector<std::function<void()>> workers(std::clamp(std::thread::hardware_concurrency(), 1u, 8u), work);
    index::run_all(static_cast<unsigned>(workers.size()), workers);
    opened.clear();
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i]) {
        opened.push_back(std::move(*found[i]));
      } else {
        damaged.note(sealed[i].number);
      }
    }
    if (!opened.empty()) wanted = use(opened);
  }
  return damaged.result(db);
}

Result<std::uint64_t> TravellerRegister::remove(std::string_view id) {
  sqlite3* const db = state_->database.get();
  auto transaction = Transaction::begin(db, "BEGIN IMMEDIATE");
  if (!transaction) return tl::unexpected(transaction.error());
  // Keys that others made since: without them their travellers would be passed over.
  if (auto done = state_->keys.reload(); !done) return tl::unexpected(done.error());
  std::vector<std::pair<std::int64_t, std::string>> found;
  Damaged damaged;
  {
    Statement rows(db, "SELECT number, day, sealed FROM travellers");
    while (true) {
      const auto row = rows.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) break;
      const auto kept = state_->open({rows.number(0), rows.text(1), rows.text(2)});
      if (!kept) damaged.note(rows.number(0));
      if (kept && kept->traveller.id == id) found.emplace_back(rows.number(0), rows.text(1));
    }
  }
  Statement remove(db, "DELETE FROM travellers WHERE number = ?");
  Statement count(db, "UPDATE days SET travellers = travellers - 1 WHERE day = ?");
  for (const auto& [number, day] : found) {
    if (auto done = remove.bind(1, number).finish(); !done) return tl::unexpected(done.error());
    if (auto done = count.bind(1, day).finish(); !done) return tl::unexpected(done.error());
  }
  if (!found.empty()) {
    if (auto done = note_overwriting(db); !done) return tl::unexpected(done.error());
  }
  if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
  if (auto done = finish_overwriting(db); !done) return tl::unexpected(done.error());
  if (auto done = damaged.result(db); !done) return tl::unexpected(done.error());
  return found.size();
}

Result<std::uint64_t> TravellerRegister::expire(PartialDate today) {
  const std::string day = darvaza::to_string(today);
  if (auto done = state_->check_clock(day); !done) return tl::unexpected(done.error());
  sqlite3* const db = state_->database.get();
  std::vector<std::string> due;
  {
    const std::string first = earliest_kept(today, state_->days_kept);
    Statement days(db, "SELECT day FROM days WHERE destroyed IS NULL AND day < ?");
    days.bind(1, first);
    while (true) {
      const auto row = days.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) break;
      due.push_back(days.text(0));
    }
  }
  if (due.empty()) return 0;
  // What is put down before a key goes must be on the disk before it goes.
  if (auto done = run(db, "PRAGMA synchronous = FULL"); !done) return tl::unexpected(done.error());
  std::uint64_t gone = 0;
  for (const std::string& old : due) {
    const auto done = state_->destroy_day(old);
    if (!done) return tl::unexpected(done.error());
    gone += *done;
  }
  if (auto done = run(db, "PRAGMA synchronous = NORMAL"); !done) return tl::unexpected(done.error());
  if (auto done = finish_overwriting(db); !done) return tl::unexpected(done.error());
  return gone;
}

Result<RegisterStatus> TravellerRegister::status() const {
  RegisterStatus status;
  status.days_kept = state_->days_kept;
  const auto pending = overwriting_pending(state_->database.get());
  if (!pending) return tl::unexpected(pending.error());
  status.overwriting_pending = *pending;
  Statement days(state_->database.get(), "SELECT day, key_name, travellers, coalesce(destroyed, '') FROM days ORDER BY day");
  while (true) {
    const auto row = days.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return status;
    RegisterDay day{days.text(0), days.text(1), static_cast<std::uint64_t>(days.number(2)), days.text(3)};
    (day.destroyed.empty() ? status.kept : status.destroyed).push_back(std::move(day));
  }
}

}  // namespace darvaza::lookback
