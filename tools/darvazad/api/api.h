// Which question goes where, who may ask it, and what it may look like.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

#include "access/access.h"
#include "alerts/alerts.h"
#include "answers/answers.h"
#include "api/lists_in_use.h"
#include "cleared/cleared_store.h"
#include "config/settings.h"
#include "http/message.h"
#include "metrics/metrics.h"
#include "upkeep/upkeep.h"
#include "work/pacer.h"
#include "work/work_queue.h"

namespace darvaza::daemon {

class Api : public Service {
 public:
  /// All arguments outlive the object.
  Api(const Settings& settings, ListsInUse& lists);

  Admission admit(const Head& head) override;
  void answer(const Admission& admission, Head&& head, std::string&& body, Reply reply) override;
  void stream(const Admission& admission, const Head& head, Exchange& exchange) override;
  void answered(const Admission* admission, int status, std::chrono::microseconds took) override;
  std::unique_ptr<EventFeed> feed(const Admission& admission, const Head& head,
                                  Response& response) override;
  void connections(std::size_t open) override;
  void handshake_failed(std::string_view reason, bool is_certificates_fault) override;

  /// Loads the lists anew, on a thread of its own, and calls `done`; false when that is already
  /// going on twice.
  bool reload(std::function<void(const ListsInUse::Reloaded&)> done);

  /// Who must know of reloads that clients ask for, before the first question; called on the thread
  /// of reloads.
  void tell_reloads(std::function<void(const ListsInUse::Reloaded&)> told) {
    told_of_reload_ = std::move(told);
  }

  /// Where those join who must know of every answer, before the first question.
  Answers& answers() { return answers_; }

  /// What is configured of the two, before the first question; both outlive the object.
  void serve(Alerts* alerts, ClearedStore* cleared) {
    alerts_ = alerts;
    cleared_ = cleared;
  }
  /// Who looks whenever lists were loaded, before the first question; outlives the object.
  void keep_up(Upkeep& upkeep) { upkeep_ = &upkeep; }

  /// From now on /readyz says that other daemons should be asked, and consoles are told.
  void drain();

 private:
  std::optional<Response> refuse(const Head& head, std::size_t route);
  void ask(std::size_t route, Moment begun, Head&& head, std::string&& body, Reply reply);
  void reload_and_tell(Reply reply);
  void open_entries() const;
  void ask_for_rules(std::size_t route, Moment begun, Head&& head, std::string&& body, Reply reply);
  Response tell(std::size_t route);
  Asking asking(const Head& head, std::size_t route) const;
  void send_when_kept(const Asking& asking, Moment begun, Response&& response, Reply reply);
  void send_at_beat(Moment begun, std::chrono::milliseconds beat,
                    const std::shared_ptr<Response>& ready, const Reply& reply);

  const Settings& settings_;
  ListsInUse& lists_;
  Metrics metrics_;
  Answers answers_;
  Access access_;
  Alerts* alerts_ = nullptr;
  ClearedStore* cleared_ = nullptr;
  Upkeep* upkeep_ = nullptr;
  std::function<void(const ListsInUse::Reloaded&)> told_of_reload_;
  std::atomic<bool> draining_ = false;
  Pacer pacer_;
  WorkQueue questions_;
  WorkQueue reloads_{1, 1};
  WorkQueue rules_{1, 64};  ///< SQLite may wait for a disk, or for another process
};

}  // namespace darvaza::daemon
