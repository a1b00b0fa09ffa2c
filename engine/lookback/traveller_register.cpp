#include "lookback/traveller_register.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/core.h>
#include <sodium.h>

#include "index/parallel.h"
#include "lookback/day_keys.h"
#include "lookback/sealed.h"
#include "releases/durable_files.h"
#include "releases/keys.h"
#include "releases/utc_time.h"
#include "sqlite/database.h"

namespace darvaza::lookback {
namespace {

using sqlite::Database;
using sqlite::Transaction;

constexpr const char* kSchema = R"(
  CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE days (day TEXT PRIMARY KEY, key_name TEXT NOT NULL, travellers INTEGER NOT NULL, destroyed TEXT) WITHOUT ROWID;
  CREATE TABLE travellers (number INTEGER PRIMARY KEY, day TEXT NOT NULL, sealed BLOB NOT NULL);
  CREATE INDEX travellers_of_day ON travellers (day);)";
/// secure_delete: what is deleted is overwritten with zeros in the pages; the log is emptied after every destruction.
constexpr const char* kSettings = "PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
constexpr int kBusyMilliseconds = 20'000;
/// "DVZR". Not looked at from end to end: that would take longer than to rescreen, and every row is sealed.
constexpr Database::Kind kKind{0x44565A52, 1, kSchema, kSettings, kBusyMilliseconds, false};
/// Facts that come and go: "destroying DAY" (since when) between the first and the last step of destroying a day, and this
/// one from a deletion until the log, which may hold what was deleted, has been emptied.
constexpr const char* kOverwritingPending = "overwriting pending";
/// The last day on which the register was opened, by a clock that was believed or by somebody's word.
constexpr const char* kLastOpened = "last opened";
/// Emptying the log waits for readers, and a rescreening reads for minutes: it is rather left to the next opening.
constexpr int kCheckpointMilliseconds = 1'000;

std::chrono::sys_days to_days(PartialDate date) {
  using namespace std::chrono;
  return year_month_day(year(date.year), month(date.month), day(date.day));
}

std::string earliest_kept(PartialDate today, int days_kept) {
  const std::chrono::year_month_day first(to_days(today) - std::chrono::days(days_kept));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(first.year()), static_cast<unsigned>(first.month()), static_cast<unsigned>(first.day()));
}

/// To be called in the transaction that deletes.
Result<void> note_overwriting(const Database& database) {
  return database.prepare("INSERT OR REPLACE INTO facts VALUES (?, 1)").bind(kOverwritingPending).finish();
}

Result<bool> overwriting_pending(const Database& database) {
  Database::Statement fact = database.prepare("SELECT 1 FROM facts WHERE name = ?");
  return fact.bind(kOverwritingPending).step();
}

/// Empties the log, so that what was deleted is nowhere; left pending when somebody reads what was before.
Result<void> finish_overwriting(const Database& database) {
  const auto pending = overwriting_pending(database);
  if (!pending) return tl::unexpected(pending.error());
  if (!*pending) return {};
  const auto emptied = database.empty_log(kCheckpointMilliseconds);
  if (!emptied) return tl::unexpected(emptied.error());
  if (!*emptied) return {};
  return database.prepare("DELETE FROM facts WHERE name = ?").bind(kOverwritingPending).finish();
}

/// Rows that do not open, counted.
struct Damaged {
  std::uint64_t rows = 0;
  std::int64_t first = 0;

  void note(std::int64_t number) {
    if (++rows == 1) first = number;
  }
  /// Those of later rows.
  void add(const Damaged& later) {
    if (rows == 0) first = later.first;
    rows += later.rows;
  }
  Result<void> result(const std::filesystem::path& file) const {
    if (rows == 0) return {};
    Error error{ErrorCode::input_refused, fmt::format("{} travellers cannot be opened: damaged, or not sealed for this register", rows), {}, 0, 0, 0};
    error.record = static_cast<std::uint64_t>(first);
    error.file = file.string();
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
  std::filesystem::path file;
  Database database;
  DayKeys keys;
  std::string id;  ///< random: what is sealed for one register does not open in another
  int days_kept = 0;

  std::string context(std::string_view day) const { return fmt::format("darvaza-register {} {}", id, day); }

  /// A clock that went back must neither keep anybody longer nor date anybody earlier.
  Result<void> check_day(const std::string& today) const {
    Database::Statement last = database.prepare("SELECT max(day) FROM days WHERE destroyed IS NULL");
    const auto row = last.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row || last.text(0) <= today) return {};
    return fail(ErrorCode::input_refused, fmt::format("clock suspect: today is {}, and travellers were added on {}", today, last.text(0)), file.string());
  }

  /// One that ran ahead must not destroy what is not due: nothing brings it back, while one that stands still is set.
  Result<void> check_clock(PartialDate today) const {
    Database::Statement last = database.prepare(
        "SELECT max(day) FROM (SELECT value AS day FROM facts WHERE name = ? UNION ALL SELECT day FROM days WHERE destroyed IS NULL) "
        "WHERE EXISTS (SELECT 1 FROM days WHERE destroyed IS NULL)");
    const auto row = last.bind(kLastOpened).step();
    if (!row) return tl::unexpected(row.error());
    const auto before = *row ? parse_iso_date(last.text(0)) : std::nullopt;
    if (!before || !before->full()) return {};  // nobody is kept
    const auto unused = (to_days(today) - to_days(*before)).count();
    if (unused <= kMostDaysUnused) return {};
    return fail(ErrorCode::input_refused,
                fmt::format("clock suspect: today is {}, and the register was last opened on {}, {} days before; nothing was destroyed, added or shown. Set the "
                            "clock; if it is right, say so by `darvaza register expire --date` and today's date",
                            darvaza::to_string(today), last.text(0), unused),
                file.string());
  }
  Result<void> note_opened(const std::string& today) const {
    Database::Statement known = database.prepare("SELECT 1 FROM facts WHERE name = ? AND value = ?");
    const auto row = known.bind(kLastOpened).bind(today).step();
    if (!row) return tl::unexpected(row.error());
    if (*row) return {};
    return database.prepare("INSERT OR REPLACE INTO facts VALUES (?, ?)").bind(kLastOpened).bind(today).finish();
  }

  /// Whether the key file is this register's, and the register the newest of its copies: every day that is kept has its
  /// key, unless its destruction began here. To be called in a write transaction: only there do both files stand still.
  Result<void> reload_and_check_keys() {
    if (auto done = keys.reload(); !done) return done;
    Database::Statement days = database.prepare("SELECT day, key_name FROM days WHERE destroyed IS NULL AND NOT EXISTS (SELECT 1 FROM facts WHERE name = 'destroying ' || day)");
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
    auto transaction = Transaction::begin(database, Transaction::Kind::write);
    if (!transaction) return tl::unexpected(transaction.error());
    return reload_and_check_keys();
  }

  void open(Batch& batch) const;

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
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return tl::unexpected(transaction.error());
  if (auto done = reload_and_check_keys(); !done) return done;
  if (keys.find(day) != nullptr) {
    Database::Statement note = database.prepare("INSERT OR REPLACE INTO facts SELECT 'destroying ' || day, ? FROM days WHERE day = ? AND destroyed IS NULL");
    const std::string now = releases::to_text(releases::utc_now());
    if (auto done = note.bind(now).bind(day).finish(); !done) return done;
  }
  return transaction->commit();
}

/// First the key, which nothing brings back; a crash after it leaves rows that nobody can read and that the next call
/// removes. The receipt says when the destruction began: a moment at which the key was still there.
Result<std::uint64_t> TravellerRegister::State::destroy_day(const std::string& day) {
  if (auto done = begin_destroying(day); !done) return tl::unexpected(done.error());
  const Database& db = database;
  auto transaction = Transaction::begin(db, Transaction::Kind::write);
  if (!transaction) return tl::unexpected(transaction.error());
  Database::Statement receipt = db.prepare("UPDATE days SET destroyed = facts.value FROM facts WHERE days.day = ? AND days.destroyed IS NULL AND facts.name = 'destroying ' || days.day");
  if (auto done = receipt.bind(day).finish(); !done) return tl::unexpected(done.error());
  if (db.changes() == 0) return 0;  // another process was faster
  if (auto done = keys.destroy(day); !done) return tl::unexpected(done.error());
  if (auto done = db.prepare("DELETE FROM travellers WHERE day = ?").bind(day).finish(); !done) return tl::unexpected(done.error());
  const auto gone = db.changes();
  if (auto done = db.prepare("DELETE FROM facts WHERE name = 'destroying ' || ?").bind(day).finish(); !done) return tl::unexpected(done.error());
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
    auto database = Database::open(file, kKind, Database::Access::create);
    if (!database) return tl::unexpected(database.error());
    auto transaction = Transaction::begin(*database, Transaction::Kind::write);
    if (!transaction) return tl::unexpected(transaction.error());
    std::array<unsigned char, 16> id{};
    ::randombytes_buf(id.data(), id.size());
    const std::string name = releases::digest_of({reinterpret_cast<const char*>(id.data()), id.size()}).substr(0, 32);
    Database::Statement add = database->prepare("INSERT INTO facts VALUES (?, ?)");
    if (auto done = add.bind("id").bind(name).finish(); !done) return done;
    if (auto done = add.bind("days_kept").bind(std::int64_t{days_kept}).finish(); !done) return done;
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

Result<TravellerRegister> TravellerRegister::open(const std::filesystem::path& file, const std::filesystem::path& key_file, PartialDate today, Opening opening) {
  if (::sodium_init() < 0) return fail(ErrorCode::internal, "libsodium cannot be started");
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return fail(ErrorCode::input_missing, "there is no such register", file.string());
  auto database = Database::open(file, kKind, Database::Access::write);
  if (!database) return tl::unexpected(database.error());
  const auto days_kept = database->number("SELECT value FROM facts WHERE name = 'days_kept'");
  if (!days_kept) return tl::unexpected(days_kept.error());
  std::string name;
  {
    Database::Statement id = database->prepare("SELECT value FROM facts WHERE name = 'id'");
    const auto row = id.step();
    if (!row) return tl::unexpected(row.error());
    if (*row) name = id.text(0);
  }
  auto keys = DayKeys::read(key_file, name);
  if (!keys) return tl::unexpected(keys.error());
  TravellerRegister opened(
      std::make_unique<State>(State{file, std::move(*database), std::move(*keys), std::move(name), static_cast<int>(*days_kept)}));
  // Before anything is destroyed: the keys must not be another register's.
  if (auto done = opened.state_->check_key_file(); !done) {
    if (done.error().file.empty()) done.error().file = key_file.string();
    return tl::unexpected(done.error());
  }
  if (opening != Opening::to_look) {
    const auto done = opening == Opening::by_the_clock ? opened.expire(today) : opened.destroy_due(today);
    if (!done) return tl::unexpected(done.error());
  }
  if (auto done = finish_overwriting(opened.state_->database); !done) return tl::unexpected(done.error());
  return opened;
}

Result<void> TravellerRegister::add(std::span<const KeptTraveller> travellers, PartialDate today) {
  if (auto done = expire(today); !done) return tl::unexpected(done.error());
  if (travellers.empty()) return {};
  const Database& db = state_->database;
  const std::string day = darvaza::to_string(today);
  auto transaction = Transaction::begin(db, Transaction::Kind::write);
  if (!transaction) return tl::unexpected(transaction.error());
  const auto key = state_->keys.find_or_make(day);
  if (!key) return tl::unexpected(key.error());
  const std::string context = state_->context(day), name = key_name(**key);
  {
    Database::Statement other = db.prepare("SELECT 1 FROM days WHERE day = ? AND destroyed IS NULL AND key_name <> ?");
    const auto row = other.bind(day).bind(name).step();
    if (!row) return tl::unexpected(row.error());
    if (*row) return fail(ErrorCode::input_refused, "the key file was changed since travellers were added today: the key of " + day + " is another");
  }
  Database::Statement count = db.prepare("INSERT INTO days VALUES (?, ?, ?, NULL) ON CONFLICT (day) DO UPDATE SET travellers = travellers + excluded.travellers, "
                  "destroyed = NULL, key_name = excluded.key_name");
  if (auto done = count.bind(day).bind(name).bind(static_cast<std::int64_t>(travellers.size())).finish(); !done) return done;
  Database::Statement insert = db.prepare("INSERT INTO travellers (day, sealed) VALUES (?, ?)");
  std::string plain;
  for (const KeptTraveller& traveller : travellers) {
    plain.clear();
    append_bytes(traveller, plain);
    const std::string sealed = seal(plain, context, **key);
    if (auto done = insert.bind(day).bind_blob(sealed).finish(); !done) return done;
  }
  ::sodium_memzero(plain.data(), plain.size());
  return transaction->commit();
}

/// Some of the travellers on their way through the threads.
struct TravellerRegister::Batch {
  std::vector<SealedRow> sealed;
  std::vector<KeptTraveller> opened;
  Damaged damaged;
  Outcome outcome;
};

void TravellerRegister::State::open(Batch& batch) const {
  batch.opened.reserve(batch.sealed.size());
  for (const SealedRow& row : batch.sealed) {
    auto kept = open(row);
    if (kept) {
      batch.opened.push_back(std::move(*kept));
    } else {
      batch.damaged.note(row.number);
    }
  }
  batch.sealed = {};
}

Result<void> TravellerRegister::visit(std::size_t batch_size, unsigned threads, const std::function<Outcome(std::span<KeptTraveller>)>& work) {
  const Database& db = state_->database;
  auto transaction = Transaction::begin(db, Transaction::Kind::read);
  if (!transaction) return tl::unexpected(transaction.error());
  // After the first look at the register, which settles what this transaction sees: a key is always there before its rows.
  if (const auto seen = db.number("SELECT count(*) FROM days"); !seen) return tl::unexpected(seen.error());
  if (auto done = state_->keys.reload(); !done) return done;
  Database::Statement rows = db.prepare("SELECT number, day, sealed FROM travellers ORDER BY number");
  Damaged damaged;
  std::atomic<bool> wanted = true;
  const auto open_and_work = [&](Batch& batch) {
    if (!wanted) return;  // batches that wait when the last one was enough
    state_->open(batch);
    if (!batch.opened.empty()) batch.outcome = work(batch.opened);
  };
  const auto collect = [&](const Batch& batch) {
    damaged.add(batch.damaged);
    if (wanted && batch.outcome) wanted = batch.outcome();
  };
  index::OrderedPipeline<Batch> pipeline(std::max(1U, threads), open_and_work, collect);
  Result<bool> row = true;
  while (row && *row && wanted) {
    Batch batch;
    while (batch.sealed.size() < batch_size && (row = rows.step()) && *row) {
      batch.sealed.push_back({rows.number(0), rows.text(1), rows.text(2)});
    }
    pipeline.submit(std::move(batch));
  }
  pipeline.drain();
  if (!row) return tl::unexpected(row.error());
  return damaged.result(state_->file);
}

Result<void> TravellerRegister::visit(std::size_t batch, const std::function<bool(std::span<KeptTraveller>)>& use) {
  return visit(batch, std::clamp(std::thread::hardware_concurrency(), 1U, 8U),
               [&](std::span<KeptTraveller> some) -> Outcome { return [&use, some] { return use(some); }; });
}

Result<Removal> TravellerRegister::remove(std::string_view id, std::string_view manifest, Manifests manifests) {
  const Database& db = state_->database;
  auto transaction = Transaction::begin(db, Transaction::Kind::write);
  if (!transaction) return tl::unexpected(transaction.error());
  // Keys that others made since: without them their travellers would be passed over.
  if (auto done = state_->keys.reload(); !done) return tl::unexpected(done.error());
  std::vector<std::pair<std::int64_t, std::string>> found;
  Removal removal;
  Damaged damaged;
  {
    Database::Statement rows = db.prepare("SELECT number, day, sealed FROM travellers");
    while (true) {
      const auto row = rows.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) break;
      const auto kept = state_->open({rows.number(0), rows.text(1), rows.text(2)});
      if (!kept) damaged.note(rows.number(0));
      const bool meant = kept && kept->traveller.id == id && (manifest.empty() || kept->manifest == manifest);
      if (!meant) continue;
      found.emplace_back(rows.number(0), rows.text(1));
      removal.manifests.insert(kept->manifest);
    }
  }
  // Of rows that cannot be opened the caller is told when they say which are meant.
  if (manifests == Manifests::only_one && removal.manifests.size() > 1) return removal;
  Database::Statement remove = db.prepare("DELETE FROM travellers WHERE number = ?");
  Database::Statement count = db.prepare("UPDATE days SET travellers = travellers - 1 WHERE day = ?");
  for (const auto& [number, day] : found) {
    if (auto done = remove.bind(number).finish(); !done) return tl::unexpected(done.error());
    if (auto done = count.bind(day).finish(); !done) return tl::unexpected(done.error());
  }
  if (!found.empty()) {
    if (auto done = note_overwriting(db); !done) return tl::unexpected(done.error());
  }
  if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
  if (auto done = finish_overwriting(db); !done) return tl::unexpected(done.error());
  if (auto done = damaged.result(state_->file); !done) return tl::unexpected(done.error());
  removal.travellers = found.size();
  return removal;
}

Result<std::uint64_t> TravellerRegister::expire(PartialDate today) {
  if (auto done = state_->check_clock(today); !done) return tl::unexpected(done.error());
  return destroy_due(today);
}

Result<std::uint64_t> TravellerRegister::destroy_due(PartialDate today) {
  const std::string day = darvaza::to_string(today);
  if (auto done = state_->check_day(day); !done) return tl::unexpected(done.error());
  if (auto done = state_->note_opened(day); !done) return tl::unexpected(done.error());
  const Database& db = state_->database;
  std::vector<std::string> due;
  {
    const std::string first = earliest_kept(today, state_->days_kept);
    Database::Statement days = db.prepare("SELECT day FROM days WHERE destroyed IS NULL AND day < ?");
    days.bind(first);
    while (true) {
      const auto row = days.step();
      if (!row) return tl::unexpected(row.error());
      if (!*row) break;
      due.push_back(days.text(0));
    }
  }
  if (due.empty()) return 0;
  // What is put down before a key goes must be on the disk before it goes.
  if (auto done = db.run("PRAGMA synchronous = FULL"); !done) return tl::unexpected(done.error());
  std::uint64_t gone = 0;
  for (const std::string& old : due) {
    const auto done = state_->destroy_day(old);
    if (!done) return tl::unexpected(done.error());
    gone += *done;
  }
  if (auto done = db.run("PRAGMA synchronous = NORMAL"); !done) return tl::unexpected(done.error());
  if (auto done = finish_overwriting(db); !done) return tl::unexpected(done.error());
  return gone;
}

Result<RegisterStatus> TravellerRegister::status() const {
  RegisterStatus status;
  status.days_kept = state_->days_kept;
  const auto pending = overwriting_pending(state_->database);
  if (!pending) return tl::unexpected(pending.error());
  status.overwriting_pending = *pending;
  Database::Statement days = state_->database.prepare("SELECT day, key_name, travellers, coalesce(destroyed, '') FROM days ORDER BY day");
  while (true) {
    const auto row = days.step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return status;
    RegisterDay day{days.text(0), days.text(1), static_cast<std::uint64_t>(days.number(2)), days.text(3)};
    (day.destroyed.empty() ? status.kept : status.destroyed).push_back(std::move(day));
  }
}

}  // namespace darvaza::lookback
