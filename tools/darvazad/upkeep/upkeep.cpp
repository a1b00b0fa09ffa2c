#include "upkeep/upkeep.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/core.h>

#include "releases/durable_files.h"
#include "releases/utc_time.h"

namespace darvaza::daemon {
namespace {

using releases::UtcSeconds;

constexpr std::chrono::minutes kPause{1};
constexpr std::chrono::hours kAgain{24};
constexpr UtcSeconds kRootEarly = 60 * 86'400;

/// Until when a note of a post holds. The updater verified it before it put it there; what the
/// daemon searches does not hang on it. Nothing: it cannot be read.
std::optional<UtcSeconds> expiry_of(const std::filesystem::path& note) {
  constexpr std::uint64_t kMostBytes = 64 * 1024;
  constexpr std::string_view kLine = "\nexpires: ";
  const auto text = releases::read_bounded(note, kMostBytes);
  if (!text) return std::nullopt;
  const std::size_t at = text->find(kLine);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t begin = at + kLine.size();
  return releases::parse_utc(
      std::string_view(*text).substr(begin, text->find('\n', begin) - begin));
}

}  // namespace

Upkeep::Upkeep(const Settings& settings, const ListsInUse& lists, Say say,
               std::vector<CertificateFile> certificates)
    : lists_(lists),
      say_(std::move(say)),
      posts_(settings.list_posts),
      certificates_(std::move(certificates)) {
  if (!settings.audit.indexes.empty())
    archive_ = std::make_unique<IndexArchive>(settings.audit.indexes, settings.audit.index_days);
}

Result<std::unique_ptr<Upkeep>> Upkeep::make(const Settings& settings, const ListsInUse& lists,
                                             Say say) {
  auto certificates = certificate_files(settings.tls);
  if (!certificates) return tl::unexpected(certificates.error());
  return std::unique_ptr<Upkeep>(
      new Upkeep(settings, lists, std::move(say), std::move(*certificates)));
}

Upkeep::~Upkeep() { stop(); }

void Upkeep::start() {
  look();
  thread_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    while (!woken_.wait_for(lock, kPause, [this] { return stopped_; })) {
      lock.unlock();
      look();
      lock.lock();
    }
  });
}

void Upkeep::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Upkeep::look() {
  const std::lock_guard one_at_a_time(looking_);
  Worries worries;
  Facts facts;
  look_at_lists(worries, facts);
  look_at_posts(worries, facts);
  look_at_certificates(worries, facts);
  if (archive_) {
    if (std::string fault = archive_->keep(lists_.current()); !fault.empty())
      worries.push_back("INDEX NOT ARCHIVED, answers of now cannot be replayed later: " + fault);
    for (Fact& fact : archive_->facts()) facts.push_back(std::move(fact));
  }
  tell(worries);
  tell_refused_certificates();
  const std::lock_guard lock(mutex_);
  facts_ = std::move(facts);
}

void Upkeep::look_at_lists(Worries& worries, Facts& facts) const {
  const ListsInUse::Standing standing = lists_.standing();
  if (!standing.in_the_future.empty())
    worries.push_back(fmt::format("the lists are of {}, which is in the future here: a clock is wrong; no entry is left out for its first day",
                                  standing.in_the_future));
  for (const Problem& unmet : standing.unmet)
    worries.push_back(unmet.text + ": no answer is complete");
  facts.push_back({"darvazad_required_lists_unmet",
                   "Required lists that are missing, expired or of a wrong clock: above 0 no "
                   "answer is complete",
                   static_cast<double>(standing.unmet.size())});
  for (const ListInUse& list : standing.lists) {
    const bool is_from_the_future = list.age_days.value_or(0) < 0;
    if (is_from_the_future)
      worries.push_back(
          fmt::format("the list '{}' was issued {}, which is in the future here: a clock is wrong",
                      list.list, list.issued));
    if (list.stale)
      worries.push_back(fmt::format("the list '{}' has expired: version {}, valid until {}",
                                    list.list, list.version, list.expires));
    const auto show = [&](const char* name, const char* help, double value) {
      facts.push_back({name, help, value, {{"list", list.list}}});
    };
    show("darvazad_list_version", "Signed release of a list that serves",
         static_cast<double>(list.version));
    show("darvazad_list_issued_timestamp_seconds", "When it was issued",
         static_cast<double>(releases::parse_utc(list.issued).value_or(0)));
    show("darvazad_list_expires_timestamp_seconds", "Until when it holds",
         static_cast<double>(releases::parse_utc(list.expires).value_or(0)));
    show("darvazad_list_stale", "1 once it has expired", list.stale ? 1 : 0);
    show("darvazad_list_clock_suspect", "1 while it comes from the future: a clock is wrong",
         is_from_the_future ? 1 : 0);
  }
}

void Upkeep::look_at_posts(Worries& worries, Facts& facts) const {
  const UtcSeconds now = releases::utc_now();
  for (const std::string& post : posts_) {
    const auto confirmed = expiry_of(std::filesystem::path(post) / "timestamp");
    const auto root = expiry_of(std::filesystem::path(post) / "root");
    if (confirmed && *confirmed <= now)
      worries.push_back(fmt::format(
          "{}: nobody confirms that its list is the newest; the last timestamp expired {}", post,
          releases::to_text(*confirmed)));
    if (root && *root <= now + kRootEarly)
      worries.push_back(
          fmt::format("{}: the root {} {}: nothing new can be installed from then on, until the "
                      "list's owners make its successor",
                      post, *root <= now ? "expired" : "expires", releases::to_text(*root)));
    const std::map<std::string, std::string> labels{{"post", post}};
    facts.push_back({"darvazad_post_confirmed_until_timestamp_seconds",
                     "When the last timestamp of a post expires; 0: it cannot be read",
                     static_cast<double>(confirmed.value_or(0)), labels});
    facts.push_back({"darvazad_post_root_expires_timestamp_seconds",
                     "When the root of a post expires; 0: it cannot be read",
                     static_cast<double>(root.value_or(0)), labels});
  }
}

void Upkeep::look_at_certificates(Worries& worries, Facts& facts) const {
  for (const CertificateFile& certificate : certificates_) {
    if (std::string warning = certificate_warning(certificate, releases::utc_now());
        !warning.empty())
      worries.push_back(std::move(warning));
    facts.push_back({"darvazad_certificate_expires_timestamp_seconds",
                     "When the first certificate of a file expires, as it was at the start",
                     static_cast<double>(certificate.expires),
                     {{"file", certificate.file}}});
  }
}

void Upkeep::tell(const Worries& worries) {
  const auto now = Clock::now();
  for (const std::string& worry : worries) {
    const auto [known, is_new] = told_.try_emplace(worry, now);
    if (!is_new && now - known->second < kAgain) continue;
    known->second = now;
    say_(worry);
  }
  std::erase_if(told_, [&](const auto& known) {
    const bool is_over = std::find(worries.begin(), worries.end(), known.first) == worries.end();
    if (is_over) say_("no longer: " + known.first);
    return is_over;
  });
}

void Upkeep::certificate_refused(std::string_view reason) {
  const std::lock_guard lock(mutex_);
  ++refused_[std::string(reason)];
}

/// At most a line a minute, whoever tries how often.
void Upkeep::tell_refused_certificates() {
  std::map<std::string, std::uint64_t> refused;
  {
    const std::lock_guard lock(mutex_);
    refused.swap(refused_);
  }
  std::string text;
  for (const auto& [reason, count] : refused)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, reason);
  if (!text.empty())
    say_("TLS connections refused for the client's certificate in the last minute: " + text);
}

Facts Upkeep::facts() const {
  const std::lock_guard lock(mutex_);
  return facts_;
}

}  // namespace darvaza::daemon
