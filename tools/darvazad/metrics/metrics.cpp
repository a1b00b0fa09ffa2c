#include "metrics/metrics.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <fmt/core.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace darvaza::daemon {
namespace {

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Histogram;

/// Seconds: from what the fastest answers take to the deadline of a single question and beyond.
const Histogram::BucketBoundaries kSeconds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                              0.025,  0.05,    0.1,    0.25,  1,      5,     30};

/// By their number: `Decision` counts from 0.
constexpr std::array kDecisions = {Decision::clear, Decision::review, Decision::hit,
                                   Decision::incomplete};

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<Counter>& requests = prometheus::BuildCounter()
                                              .Name("darvazad_requests_total")
                                              .Help("Answers by route and HTTP status")
                                              .Register(registry);
  std::vector<std::string> routes;
  /// Found again by numbers: by its labels a counter takes longer to find than a name to compare.
  std::map<std::pair<std::size_t, int>, Counter*> counters;
  std::mutex counters_mutex;

  Counter& counter(std::size_t route, int status) {
    const std::lock_guard lock(counters_mutex);
    Counter*& found = counters[{route, status}];
    if (found == nullptr) {
      found = &requests.Add({{"route", routes[route]}, {"status", fmt::format("{}", status)}});
    }
    return *found;
  }
  std::vector<Histogram*> seconds;
  std::array<Counter*, kDecisions.size()> decisions{};
  std::array<Counter*, 2> reloads{};
  prometheus::Family<Counter>& handshakes = prometheus::BuildCounter()
                                                .Name("darvazad_tls_handshakes_failed_total")
                                                .Help("TLS connections that did not come about, by reason")
                                                .Register(registry);
  std::mutex facts_mutex;
  std::unique_ptr<prometheus::Registry> facts = std::make_unique<prometheus::Registry>();
  Gauge* connections = nullptr;
  Gauge* waiting = nullptr;
  Gauge* entries = nullptr;

  /// What is counted elsewhere and only shown here; appears once there is something to show.
  void show(const char* name, const char* help, double value,
            const prometheus::Labels& labels = {}) {
    prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add(labels).Set(value);
  }
};

Metrics::Metrics(const std::vector<std::string>& routes) : state_(std::make_unique<State>()) {
  prometheus::Registry& registry = state_->registry;
  state_->routes = routes;
  state_->routes.emplace_back("none");
  auto& seconds = prometheus::BuildHistogram()
                      .Name("darvazad_request_seconds")
                      .Help("From the end of the header to the end of the answer")
                      .Register(registry);
  for (const std::string& route : state_->routes) {
    state_->seconds.push_back(&seconds.Add({{"route", route}}, kSeconds));
  }
  auto& decisions = prometheus::BuildCounter()
                        .Name("darvazad_travellers_total")
                        .Help("Travellers screened, by decision")
                        .Register(registry);
  for (const Decision decision : kDecisions) {
    state_->decisions.at(static_cast<std::size_t>(decision)) =
        &decisions.Add({{"decision", std::string(to_string(decision))}});
  }
  auto& reloads = prometheus::BuildCounter()
                      .Name("darvazad_reloads_total")
                      .Help("Attempts to load lists anew, by result")
                      .Register(registry);
  state_->reloads = {&reloads.Add({{"result", "failed"}}), &reloads.Add({{"result", "done"}})};
  const auto gauge = [&registry](const char* name, const char* help) {
    return &prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
  };
  state_->connections = gauge("darvazad_connections", "Open connections");
  state_->waiting = gauge("darvazad_waiting_requests", "Requests that wait for a thread");
  state_->entries = gauge("darvazad_listed_entries", "Persons on the lists in use");
}

Metrics::~Metrics() = default;

void Metrics::answered(std::size_t route, int status, std::chrono::microseconds took) {
  route = std::min(route, state_->routes.size() - 1);
  state_->counter(route, status).Increment();
  state_->seconds[route]->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::told(const Asking& /*asking*/, const Traveller& /*traveller*/, const Answer& answer) {
  state_->decisions.at(static_cast<std::size_t>(answer.result.decision))->Increment();
}

void Metrics::reloaded(bool successful) { state_->reloads.at(successful ? 1 : 0)->Increment(); }

void Metrics::connections(std::size_t open) { state_->connections->Set(static_cast<double>(open)); }

void Metrics::waiting(std::size_t questions) {
  state_->waiting->Set(static_cast<double>(questions));
}

void Metrics::entries(std::size_t listed) { state_->entries->Set(static_cast<double>(listed)); }

void Metrics::held_back(const std::string& source, bool is_held_back) {
  state_->show(
      "darvazad_lists_held_back",
      "1 while the newest edition of these lists cannot be opened and the one before it serves",
      is_held_back ? 1 : 0, {{"source", source}});
}

void Metrics::alerts(const AlertCounts& counts) {
  const auto show = [this](const char* name, const char* help, std::uint64_t value) {
    state_->show(name, help, static_cast<double>(value));
  };
  show("darvazad_alerts", "Alerts written to the journal since the start", counts.made);
  show("darvazad_alerts_lost", "Answers that could not be looked at for alerts", counts.lost);
  show("darvazad_alerts_newer_lists",
       "Answers looked at for alerts in newer lists than those that answered", counts.newer_lists);
  show("darvazad_alerts_waiting_bytes", "Answers not yet looked at for alerts",
       counts.waiting_bytes);
  show("darvazad_alerts_journal_failures", "Attempts to write the journal that failed",
       counts.journal_failures);
  show("darvazad_consoles", "Consoles that read alerts", counts.consoles);
  for (const ChannelCounts& channel : counts.channels) {
    const auto of_channel = [&](const char* name, const char* help, std::uint64_t value) {
      state_->show(name, help, static_cast<double>(value), {{"channel", channel.name}});
    };
    of_channel("darvazad_channel_delivered", "Alerts delivered since the start", channel.delivered);
    of_channel("darvazad_channel_failures", "Attempts to deliver that failed", channel.failures);
    of_channel("darvazad_channel_set_aside", "Alerts that the receiver refused too often",
               channel.set_aside);
    of_channel("darvazad_channel_missed", "Alerts that left the journal before they could be sent",
               channel.missed);
    of_channel("darvazad_channel_behind",
               "Alerts of the journal not yet looked at for this channel", channel.behind);
  }
}

void Metrics::cleared(bool available, std::size_t rules) {
  state_->show("darvazad_cleared_available", "1 while decisions on cleared travellers can be read",
               available ? 1 : 0);
  state_->show("darvazad_cleared_rules", "Decisions on cleared travellers that hold",
               static_cast<double>(rules));
}

void Metrics::handshake_failed(std::string_view reason) { state_->handshakes.Add({{"reason", std::string(reason)}}).Increment(); }

void Metrics::facts(const Facts& facts) {
  auto registry = std::make_unique<prometheus::Registry>();
  for (const Fact& fact : facts)
    prometheus::BuildGauge().Name(fact.name).Help(fact.help).Register(*registry).Add(fact.labels).Set(fact.value);
  const std::lock_guard lock(state_->facts_mutex);
  state_->facts.swap(registry);
}

std::string Metrics::metrics() const {
  const std::lock_guard lock(state_->facts_mutex);
  return prometheus::TextSerializer().Serialize(state_->registry.Collect()) +
         prometheus::TextSerializer().Serialize(state_->facts->Collect());
}

}  // namespace darvaza::daemon
