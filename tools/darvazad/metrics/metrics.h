// What the daemon counts, in the format of Prometheus. Nothing personal: routes, statuses, times.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/alert_counts.h"
#include "answers/answers.h"
#include "upkeep/facts.h"

namespace darvaza::daemon {

/// Thread-safe.
class Metrics : public AnswerParty {
 public:
  /// `routes` are the paths that are told apart: "/v1/screen".
  explicit Metrics(const std::vector<std::string>& routes);
  ~Metrics() override;

  /// `route` counts in the order given; beyond: what has no route.
  void answered(std::size_t route, int status, std::chrono::microseconds took);
  void reloaded(bool successful);
  void connections(std::size_t open);
  void waiting(std::size_t questions);
  void entries(std::size_t listed);
  void held_back(const std::string& source, bool is_held_back);
  void alerts(const AlertCounts& counts);
  void cleared(bool available, std::size_t rules);
  void handshake_failed(std::string_view reason);
  /// Takes the place of the facts before.
  void facts(const Facts& facts);

  void told(const Asking& asking, const Traveller& traveller, const Answer& answer) override;

  std::string metrics() const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::daemon
