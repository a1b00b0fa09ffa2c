// The register of recent travellers: who was screened, for a set number of days, so that a newer list can be held
// against them.
//
//   auto registered = TravellerRegister::open("travellers.db", "travellers.key", today);
//   registered->add(batch, today);
//   registered->visit(8192, [&](std::span<const KeptTraveller> some) { ... });
//
// An SQLite database (write-ahead log). Each traveller is sealed by itself (XChaCha20-Poly1305) under the key of the day
// on which they were added (day_keys.h); in clear stand the day, a number and the sealed length, rounded up. A day that is
// over is destroyed with its key: docs/decisions/0029-looking-back.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/partial_date.h"
#include "lookback/kept_traveller.h"

namespace darvaza::lookback {

inline constexpr int kMostDaysKept = 3660;

/// A day of the register.
struct RegisterDay {
  std::string day;       ///< "2026-11-26"
  std::string key_name;  ///< of the key under which its travellers are, or were, sealed
  std::uint64_t travellers = 0;
  std::string destroyed;  ///< when that began, the key still being there: a UTC time; empty for a day that is kept
};

struct RegisterStatus {
  int days_kept = 0;  ///< a traveller is kept on the day of adding and this many days after
  /// Somebody was reading when travellers were last deleted: the sealed rows may still stand in the database or its log. The
  /// next opening overwrites them.
  bool overwriting_pending = false;
  std::vector<RegisterDay> kept;       ///< the oldest first
  std::vector<RegisterDay> destroyed;  ///< the same: the receipts of what was destroyed
};

/// Who says what day it is, and what may be destroyed on that word.
enum class Opening : std::uint8_t {
  /// The clock: refused as suspect when the register has travellers and was last opened more than kMostDaysUnused days before. Set wrong by a
  /// year, it would destroy everybody at once.
  by_the_clock,
  on_a_confirmed_day,  ///< somebody who looked at a calendar: any later day is taken
  to_look,             ///< nobody: nothing is destroyed, whatever is due. For status() alone
};
/// A post may stand still for a week without anybody having to say that its clock is right.
inline constexpr int kMostDaysUnused = 7;

/// Whose travellers an identifier means that the travellers of several manifests bear.
enum class Manifests : std::uint8_t { only_one, every };

struct Removal {
  std::uint64_t travellers = 0;     ///< removed
  std::set<std::string> manifests;  ///< of those whom the call may mean, removed or not
};

/// One register, opened. For one thread; several processes may have it open at once.
class TravellerRegister {
 public:
  /// Makes an empty register that keeps travellers for `days_kept` (1 to kMostDaysKept) days, and its key file. Neither
  /// file may exist.
  static Result<void> create(const std::filesystem::path& file, const std::filesystem::path& keys, int days_kept);

  /// Opens the register, destroys what is due on `today` (in full) and overwrites what is pending (at most a second). Errors:
  /// input_missing; io; and input_refused, nothing being destroyed then: for a file that is no register, for another register's key file, for a
  /// register with a day whose key is gone though it was not destroyed here (an old copy), due or not; when `today` is before the last day on which
  /// travellers were added: a clock that went back must not keep anybody longer; and for a clock that ran ahead (Opening).
  static Result<TravellerRegister> open(const std::filesystem::path& file, const std::filesystem::path& keys, PartialDate today,
                                        Opening opening = Opening::by_the_clock);

  TravellerRegister(TravellerRegister&&) noexcept;
  TravellerRegister& operator=(TravellerRegister&&) noexcept;
  ~TravellerRegister();

  /// Adds travellers under the day `today`: all or none. Some 300,000 a second.
  Result<void> add(std::span<const KeptTraveller> travellers, PartialDate today);

  /// Hands out all travellers in the order of adding, at most `batch` at a time, as they were when the call began.
  /// `use` returns whether to go on.
  Result<void> visit(std::size_t batch, const std::function<bool(std::span<KeptTraveller>)>& use);

  /// The same with work that threads share: `work` is given a batch on any of `threads` threads, while others are still being read, and
  /// returns what is to be done with the outcome. That is called on this thread in the order of adding and returns whether to go on. A few
  /// batches a thread are in memory at a time, and what `work` was given lasts until its outcome is done with.
  using Outcome = std::function<bool()>;
  Result<void> visit(std::size_t batch, unsigned threads, const std::function<Outcome(std::span<KeptTraveller>)>& work);

  /// Removes the travellers of this identifier, of `manifest` alone unless that is empty. Where senders give no identifiers, the first traveller of every
  /// manifest is "1": where those of several manifests bear the identifier, nobody is removed, unless `manifests` says that all are meant. Their day's
  /// key stays: backups made before hold them until the day is destroyed. Rows that cannot be opened may be of this identifier: they are an error, as in
  /// visit, after those that can be were removed.
  Result<Removal> remove(std::string_view id, std::string_view manifest = {}, Manifests manifests = Manifests::only_one);

  /// Destroys the days that are due on `today`: first the key, then the rows (overwritten with zeros). Returns the travellers
  /// that went. `open` and `add` do the same, and refuse the same days.
  Result<std::uint64_t> expire(PartialDate today);

  Result<RegisterStatus> status() const;

 private:
  struct State;
  struct Batch;
  explicit TravellerRegister(std::unique_ptr<State> state);
  Result<std::uint64_t> destroy_due(PartialDate today);
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::lookback
