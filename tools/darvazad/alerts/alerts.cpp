#include "alerts/alerts.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <exception>
#include <iterator>
#include <map>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <openssl/rand.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "answers/document_evidence.h"
#include "api/entry_version.h"
#include "api/parameters.h"
#include "records/today.h"
#include "releases/durable_files.h"
#include "text/hex.h"
#include "text/input_file.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds kLook{100};
/// How often inboxes of other processes are looked for, in looks.
constexpr unsigned kLooksBetweenAbandoned = 50;
/// So many candidates of one traveller can make alerts.
constexpr std::size_t kMostCandidates = 100;
/// Lists that were replaced are kept in memory for what waits, but not any number of them.
constexpr std::size_t kMostLists = 4;
/// The second search has time: nobody waits for it.
constexpr std::chrono::seconds kSearchTime{30};
constexpr std::uint64_t kMostSecretBytes = 4096;
constexpr std::size_t kLeastSecretBytes = 16;

/// An analyst who browses has met nobody.
bool is_encounter(std::string_view route) { return route != "/search/*"; }

AlertThreshold threshold_of(const Settings& settings) {
  if (settings.alerts.from == "review")
    return {basis_points(settings.screening.review_score), true};
  return {basis_points(settings.screening.hit_score), false};
}

/// The first line of each channel's file.
Result<std::vector<std::string>> secrets_of(const std::vector<ChannelSettings>& channels) {
  std::vector<std::string> secrets;
  for (const ChannelSettings& channel : channels) {
    if (auto kept = text::check_secrecy(channel.secret_file); !kept) return tl::unexpected(kept.error());
    auto secret = releases::read_bounded(channel.secret_file, kMostSecretBytes);
    if (!secret) return tl::unexpected(secret.error());
    secret->erase(std::min(secret->find_first_of("\r\n"), secret->size()));
    if (secret->size() < kLeastSecretBytes)
      return fail(ErrorCode::input_refused,
                  fmt::format("channel {}: a secret has at least {} bytes", channel.name,
                              kLeastSecretBytes),
                  channel.secret_file);
    secrets.push_back(std::move(*secret));
  }
  return secrets;
}

}  // namespace

/// One console: a place on the board, and what its post may read.
class Alerts::Console : public EventFeed {
 public:
  Console(Alerts& alerts, const Post& post, std::uint64_t position)
      : alerts_(alerts), post_(post), position_(position) {
    ++alerts_.consoles_;
  }
  ~Console() override { --alerts_.consoles_; }

  std::string take() override {
    std::string events = std::exchange(beginning_, {});
    if (ended_) return {};
    post_.today = records::local_today();  // a console may stay for weeks, and what is shown ends by days
    const Post post = alerts_.lists_.current().screener->with_known_day(post_);
    if (alerts_.board_.read(position_, post, events) == Board::Reading::lost) {
      ended_ = true;
      return events + "event: end\ndata: {\"reason\":\"too slow\"}\n\n";
    }
    if (alerts_.draining_) {
      ended_ = true;
      return events + "event: end\ndata: {\"reason\":\"the daemon ends\"}\n\n";
    }
    return events;
  }
  std::string_view heartbeat() const override { return ":\n\n"; }
  bool ended() const override { return ended_; }

 private:
  Alerts& alerts_;
  Post post_;
  std::uint64_t position_;
  std::string beginning_ = ":\n\nretry: 2000\n\n";
  bool ended_ = false;
};

Alerts::Alerts(const Settings& settings, const ListsInUse& lists, const Clearing* clearing, Say say)
    : settings_(settings),
      own_(settings.alerts),
      lists_(lists),
      clearing_(clearing),
      say_(std::move(say)),
      threshold_(threshold_of(settings)),
      board_(settings.alerts.replay) {}

Result<std::unique_ptr<Alerts>> Alerts::start(const Settings& settings, const ListsInUse& lists,
                                              const Clearing* clearing, Say say) {
  std::unique_ptr<Alerts> alerts(new Alerts(settings, lists, clearing, std::move(say)));
  if (auto opened = alerts->open(); !opened) return tl::unexpected(opened.error());
  alerts->thread_ = std::thread([&self = *alerts] { self.run(); });
  return alerts;
}

Alerts::~Alerts() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    woken_.notify_all();
    thread_.join();
  }
  stopping_ = true;
  for (const auto& channel : channels_) channel->wake();
  channels_.clear();
  if (inbox_ != nullptr && inbox_->waiting_bytes() == 0) inbox_->remove();
  if (lock_ >= 0) close(lock_);
}

Result<void> Alerts::open() {
  const fs::path directory = own_.directory;
  if (auto made = releases::make_directories(directory); !made) return made;
  unsigned char random[12];
  if (RAND_bytes(random, sizeof random) != 1)
    return fail(ErrorCode::io, "the system gives no randomness");
  id_prefix_ = text::hex(random);
  auto secrets = secrets_of(settings_.channels);
  if (!secrets) return tl::unexpected(secrets.error());
  secrets_ = std::move(*secrets);
  auto inbox = Inbox::create(directory, own_.inbox_bytes);
  if (!inbox) return tl::unexpected(inbox.error());
  inbox_ = std::move(*inbox);
  const fs::path file = directory / "lock";
  lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0)
    return fail(ErrorCode::io, fmt::format("cannot be opened: {}", std::strerror(errno)),
                file.string());
  return {};
}

Result<void> Alerts::check(const Settings& settings) {
  const auto secrets = secrets_of(settings.channels);
  if (!secrets) return tl::unexpected(secrets.error());
  const fs::path directory = settings.alerts.directory;
  if (!directory.empty() && access(directory.c_str(), W_OK | X_OK) != 0 && errno != ENOENT)
    return fail(ErrorCode::io, fmt::format("cannot be written: {}", std::strerror(errno)),
                directory.string());
  return {};
}

/// The same work whether or not anything was found, for a post of the first line: how long it takes
/// must not say whether something was withheld.
void Alerts::told(const Asking& asking, const Traveller& traveller, const Answer& answer) {
  const ScreeningResult& result = answer.result;
  // What the request's limits cut from the answer counts in its decision.
  // Where documents alone decide, who bears a listed person's is for review, whatever the score.
  const bool found = result.withheld || !result.documents.empty() ||
                     result.decision == Decision::hit || result.decision == Decision::incomplete ||
                     (threshold_.unsure_documents && result.decision == Decision::review) ||
                     std::any_of(result.candidates.begin(), result.candidates.end(),
                                 [this](const Candidate& candidate) {
                                   return candidate.score_bp >= threshold_.score_bp;
                                 });
  const Post& post = asking.options.post;
  if (!is_encounter(asking.route) || (post.line == Line::second && !found)) return;
  Encounter encounter;
  encounter.id = fmt::format("{}-{}", id_prefix_, next_id_++);
  encounter.asked = std::time(nullptr);
  encounter.post = asking.asker.post;
  encounter.purpose = asking.asker.purpose;
  encounter.seen_by = post;
  encounter.index = asking.lists.digest;
  encounter.searched = found;
  encounter.near_documents = asking.options.near_documents;
  encounter.traveller = traveller;
  if (!leave(encounter, asking.lists)) ++lost_;
}

/// Large questions fill the inbox between two looks: the one that makes it half full wakes the
/// thread. Only that one: while nothing can be written an inbox stays full.
bool Alerts::leave(const Encounter& encounter, const ListsInUse::Version& lists) {
  const std::string bytes = to_bytes(encounter);
  const auto is_filling = [this] { return inbox_->waiting_bytes() > own_.inbox_bytes / 2; };
  bool begins_to_fill = false;
  {
    const std::lock_guard lock(answered_mutex_);
    if (std::none_of(answered_.begin(), answered_.end(),
                     [&](const auto& known) { return known.digest == lists.digest; }))
      answered_.push_back(lists);
    const bool was_filling = is_filling();
    if (!inbox_->put(bytes)) return false;
    begins_to_fill = !was_filling && is_filling();
  }
  if (begins_to_fill) {
    {
      const std::lock_guard lock(mutex_);
      filling_ = true;
    }
    woken_.notify_all();
  }
  return true;
}

/// An entry that was a hit and is gone from the newest lists is still its owner's to hear of. What
/// a process left behind whose lists are gone with it is searched for in those that serve.
ListsInUse::Version Alerts::lists_that_answered(const Encounter& encounter) {
  ListsInUse::Version current = lists_.current();
  if (current.digest == encounter.index) return current;
  const std::lock_guard lock(answered_mutex_);
  const auto kept = std::find_if(answered_.begin(), answered_.end(), [&](const auto& known) {
    return known.digest == encounter.index;
  });
  if (kept != answered_.end()) return *kept;
  ++newer_lists_met_;
  return current;
}

/// Of what waits no longer. Unmapping large lists takes milliseconds: without the lock.
void Alerts::let_go_of_lists() {
  std::vector<ListsInUse::Version> gone;
  const std::lock_guard lock(answered_mutex_);
  if (inbox_->waiting_bytes() == 0) return answered_.swap(gone);
  if (answered_.size() <= kMostLists) return;
  const auto kept = answered_.end() - static_cast<std::ptrdiff_t>(kMostLists);
  gone.assign(std::make_move_iterator(answered_.begin()), std::make_move_iterator(kept));
  answered_.erase(answered_.begin(), kept);
}

std::unique_ptr<EventFeed> Alerts::feed(const Post& post, std::string_view after) {
  if (consoles_ >= own_.consoles) return nullptr;
  return std::make_unique<Console>(*this, post, after.empty() ? board_.end() : board_.after(after));
}

AlertCounts Alerts::counts() const {
  AlertCounts counts;
  counts.made = made_;
  counts.lost = lost_;
  counts.newer_lists = newer_lists_;
  counts.waiting_bytes = inbox_->waiting_bytes();
  counts.journal_failures = journal_failures_;
  counts.consoles = consoles_;
  const std::lock_guard lock(mutex_);
  for (const auto& channel : channels_) counts.channels.push_back(channel->counts());
  return counts;
}

/// One process writes the journal: while a daemon that is being replaced still answers, the next
/// one only gathers.
bool Alerts::become_the_writer() {
  if (journal_ != nullptr) return true;
  if (flock(lock_, LOCK_EX | LOCK_NB) != 0) return false;
  auto opened = Journal::open(own_.directory, {own_.file_bytes, own_.files});
  if (!opened) {
    if (journal_failures_++ == 0) say_("alerts cannot be written: " + to_string(opened.error()));
    flock(lock_, LOCK_UN);
    return false;
  }
  const std::uint64_t end = (*opened)->end();
  JournalReader reader(**opened, end > own_.replay ? end - own_.replay : 1);
  while (const auto line = reader.read()) {
    if (auto alert = alert_of_line(*line)) board_.add(std::move(*alert));
  }
  const std::lock_guard lock(mutex_);
  journal_ = std::move(*opened);
  start_channels();
  return true;
}

/// An owner's alerts go to the channels of that owner, and of the focal point if they name one;
/// those of nobody's channel go to the channels without an owner.
void Alerts::start_channels() {
  const auto is_for = [](const ChannelSettings& channel, const Alert& alert) {
    return !channel.owner.empty() && state_named(channel.owner) == alert.terms.owner &&
           (channel.focal_point.empty() || channel.focal_point == alert.terms.focal_point);
  };
  for (std::size_t i = 0; i < settings_.channels.size(); ++i) {
    const ChannelSettings& channel = settings_.channels[i];
    auto webhook =
        Webhook::make({channel.url, secrets_[i], channel.ca, channel.timeout_seconds}, stopping_);
    if (!webhook) {
      say_(fmt::format("channel {}: {}", channel.name, to_string(webhook.error())));
      continue;
    }
    const auto takes = [this, &channel, is_for](const Alert& alert) {
      if (!channel.owner.empty()) return is_for(channel, alert);
      return std::none_of(settings_.channels.begin(), settings_.channels.end(),
                          [&](const ChannelSettings& other) { return is_for(other, alert); });
    };
    channels_.push_back(
        std::make_unique<Channel>(channel, std::move(*webhook), *journal_, stopping_, takes, say_));
  }
}

/// Waits for the next look. False when it is time to end.
bool Alerts::pause() {
  std::unique_lock lock(mutex_);
  woken_.wait_for(lock, kLook, [this] { return ending_ || filling_; });
  filling_ = false;
  return !ending_;
}

void Alerts::run() {
  // Whoever asks in the meantime comes first.
  constexpr int kNiceness = 10;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
  std::uint64_t lost_told = 0;
  for (unsigned look = 0;; ++look) {
    const bool last = !pause();
    if (become_the_writer()) {
      if (look % kLooksBetweenAbandoned == 0) look_for_abandoned();
      look_into(*inbox_);
    }
    let_go_of_lists();
    if (const std::uint64_t lost = lost_; lost > lost_told) {
      say_(fmt::format("ALERTS MAY BE MISSING: {} answers found no room or were damaged",
                       lost - lost_told));
      lost_told = lost;
    }
    if (last) return;
  }
}

void Alerts::look_for_abandoned() {
  while (const auto inbox = Inbox::abandoned(own_.directory)) {
    look_into(*inbox);
    if (inbox->waiting_bytes() != 0) return;
    inbox->remove();
  }
}

/// Many at a time: what is slow is to have it on the disk.
void Alerts::look_into(Inbox& inbox) {
  constexpr std::size_t kAtOnce = 256;
  for (bool more = true; more;) {
    std::uint64_t position = inbox.begin();
    std::vector<Alert> alerts;
    newer_lists_met_ = 0;
    for (std::size_t i = 0; more && i < kAtOnce; ++i) more = look_at_next(inbox, position, alerts);
    // What cannot be written stays where it is, for the next look.
    if (!alerts.empty() && !write(alerts)) return;
    inbox.drop(position);
    newer_lists_ += newer_lists_met_;
  }
}

/// False when there is no more.
bool Alerts::look_at_next(Inbox& inbox, std::uint64_t& position, std::vector<Alert>& alerts) {
  bool damaged = false;
  const auto bytes = inbox.read(position, damaged);
  if (damaged) ++lost_;
  if (!bytes) return false;
  const auto encounter = encounter_of(*bytes);
  if (!encounter || (encounter->searched && !search_again(*encounter, alerts))) ++lost_;
  return true;
}

/// Memory may be short for one and not for the next.
bool Alerts::search_again(const Encounter& encounter, std::vector<Alert>& alerts) {
  try {
    add_alerts(encounter, alerts);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

/// What the second line of the State that met the traveller would have been shown: what is not
/// released to a State makes no alert of what its posts see, or the owner would learn of travellers
/// from a State that it keeps its entry from.
void Alerts::add_alerts(const Encounter& encounter, std::vector<Alert>& alerts) {
  const ListsInUse::Version lists = lists_that_answered(encounter);
  // Only the lists that serve can be asked for versions; of others each try would open files.
  const bool serves = lists.digest == lists_.current().digest;
  ScreeningOptions options;
  options.top = kMostCandidates;
  options.near_documents = encounter.near_documents;
  options.post = encounter.seen_by;
  options.post.line = Line::second;
  options.post.today_by_clock = true;  // whoever met them asked about today
  options.deadline = std::chrono::steady_clock::now() + kSearchTime;
  options.min_score_bp = std::min(options.min_score_bp, threshold_.score_bp);
  // Of documents alone nothing is known but who bears them.
  if (encounter.traveller.names.empty()) options.min_score_bp = 0;
  ScreeningResult result = lists.screener->screen(encounter.traveller, options);
  if (clearing_ != nullptr && serves) {
    clearing_->mark(lists, options.post.state, encounter.traveller, result);
  }
  std::map<std::string, std::size_t> met;
  for (const Candidate& candidate : result.candidates) {
    const std::size_t nth = met[entry_of(candidate)]++;
    const bool enough = candidate.score_bp >= threshold_.score_bp ||
                        (threshold_.unsure_documents && bears_document(candidate));
    // Nobody but the owner's own State silences what the owner is told.
    const EntryTerms& terms = candidate.terms;
    const bool silenced = !candidate.cleared_by.empty() &&
                          (terms.owner.empty() || terms.owner == encounter.seen_by.state);
    if (!enough || silenced) continue;
    const std::string version =
        serves ? version_of(lists_, lists, options.post, candidate) : std::string();
    alerts.push_back(alert_of(encounter, candidate, nth, version, lists.digest, detail()));
  }
  for (const DocumentHit& document : result.documents) {
    if (!threshold_.unsure_documents && !is_sure(document)) continue;
    const std::size_t nth = met[record_of(document)]++;
    alerts.push_back(alert_of(encounter, document, nth, lists.digest, detail()));
  }
}

TravellerDetail Alerts::detail() const {
  return own_.traveller == "presented" ? TravellerDetail::presented : TravellerDetail::reference;
}

bool Alerts::write(std::vector<Alert>& alerts) {
  std::vector<std::string> lines;
  for (const Alert& alert : alerts) lines.push_back(to_line(alert));
  if (const auto written = journal_->append(lines); !written) {
    // Told once for each time that it begins; /metrics has the rest.
    if (!std::exchange(failing_, true))
      say_("ALERTS WAIT: the journal cannot be written: " + to_string(written.error()));
    ++journal_failures_;
    return false;
  }
  if (std::exchange(failing_, false)) say_("the journal of alerts is written again");
  made_ += alerts.size();
  for (Alert& alert : alerts) board_.add(std::move(alert));
  for (const auto& channel : channels_) channel->wake();
  return true;
}

}  // namespace darvaza::daemon
