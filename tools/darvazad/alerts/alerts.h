// Alerts to those who answer for entries: made of what was answered, after it was answered.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "alerts/alert.h"
#include "alerts/alert_counts.h"
#include "alerts/board.h"
#include "alerts/channel.h"
#include "alerts/inbox.h"
#include "alerts/journal.h"
#include "answers/answers.h"
#include "api/lists_in_use.h"
#include "cleared/clearing.h"
#include "config/settings.h"
#include "http/message.h"

namespace darvaza::daemon {

/// An answer leaves its question in the inbox. A thread looks there ten times a second, searches
/// again, now with the eyes of the second line, and writes what it finds to the journal, from where
/// channels and consoles have it. What a first-line officer is shown, and when, depends on none of
/// this: their questions are all left in the inbox, hit or no hit. The second search is for
/// the few of whom something came up.
class Alerts : public AnswerParty {
 public:
  using Say = std::function<void(const std::string&)>;  ///< called from several threads

  /// Makes the directory where needed, and starts. `lists` and `clearing` outlive the object.
  /// Errors: io, and input_missing for a secret that cannot be read.
  static Result<std::unique_ptr<Alerts>> start(const Settings& settings, const ListsInUse& lists,
                                               const Clearing* clearing, Say say);
  /// What would keep it from starting; for `--check`. Makes nothing.
  static Result<void> check(const Settings& settings);
  /// Looks at all that was answered, then ends. What is not delivered stays for the next start.
  ~Alerts() override;

  void told(const Asking& asking, const Traveller& traveller, const Answer& answer) override;

  /// For a console: the alerts that `post` may read, from now on or behind the one of the id
  /// `after`. Null when as many consoles as allowed are reading. The feed must go before this.
  std::unique_ptr<EventFeed> feed(const Post& post, std::string_view after);
  /// Consoles are told that the daemon ends.
  void drain() { draining_ = true; }

  AlertCounts counts() const;

 private:
  class Console;
  Alerts(const Settings& settings, const ListsInUse& lists, const Clearing* clearing, Say say);
  Result<void> open();
  void run();
  bool become_the_writer();
  void start_channels();
  void look_into(Inbox& inbox);
  bool look_at_next(Inbox& inbox, std::uint64_t& position, std::vector<Alert>& alerts);
  void look_for_abandoned();
  bool search_again(const Encounter& encounter, std::vector<Alert>& alerts);
  void add_alerts(const Encounter& encounter, std::vector<Alert>& alerts);
  bool leave(const Encounter& encounter, const ListsInUse::Version& lists);
  ListsInUse::Version lists_that_answered(const Encounter& encounter);
  void let_go_of_lists();
  bool write(std::vector<Alert>& alerts);
  bool pause();
  TravellerDetail detail() const;

  const Settings& settings_;
  const AlertSettings& own_;
  const ListsInUse& lists_;
  const Clearing* clearing_;
  const Say say_;
  const AlertThreshold threshold_;
  Board board_;
  std::unique_ptr<Inbox> inbox_;
  std::vector<std::string> secrets_;  ///< of the channels, in their order
  std::string id_prefix_;             ///< of this process
  std::atomic<std::uint64_t> next_id_ = 0;
  std::atomic<std::uint64_t> made_ = 0, lost_ = 0, journal_failures_ = 0, consoles_ = 0;
  std::atomic<std::uint64_t> newer_lists_ = 0;
  std::uint64_t newer_lists_met_ = 0;  ///< of what is being looked into; of the thread
  std::atomic<bool> draining_ = false;
  bool failing_ = false;                ///< the journal; of the thread
  std::atomic<bool> stopping_ = false;  ///< channels stop
  std::mutex answered_mutex_;           ///< of answered_, and held while the inbox is filled
  /// The lists that answered what waits in the inbox, the oldest first. They may have been
  /// replaced.
  std::vector<ListsInUse::Version> answered_;
  mutable std::mutex mutex_;  ///< of ending_ and what follows
  bool ending_ = false;       ///< the thread ends once all is looked at
  bool filling_ = false;      ///< the inbox: the thread looks before its time
  std::condition_variable woken_;
  std::unique_ptr<Journal> journal_;  ///< once this process is the one that writes
  std::vector<std::unique_ptr<Channel>> channels_;
  int lock_ = -1;
  std::thread thread_;
};

}  // namespace darvaza::daemon
