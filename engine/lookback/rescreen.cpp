#include "lookback/rescreen.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include <fmt/core.h>

#include "lists/snapshot_line.h"

namespace darvaza::lookback {
namespace {

/// So few that what is read, opened and searched stays in the cache.
constexpr std::size_t kBatch = 1024;
/// New records are looked for among all candidates, not among the best few.
constexpr std::size_t kAllCandidates = 10'000;

/// What is told of a lost document, which has no identifier.
std::string document_key(std::string_view number, std::string_view type, StateCode issuer, DocumentStatus status, StateCode reporter) {
  return fmt::format("{}\t{}\t{}\t{}\t{}", number, type, issuer.text(), static_cast<int>(status), reporter.text());
}

int rank(Decision decision) {
  switch (decision) {
    case Decision::clear:
      return 0;
    case Decision::review:
      return 1;
    case Decision::hit:
      return 2;
    case Decision::incomplete:
      break;
  }
  return 0;  // says nothing of what was found: the causes do
}

const Candidate* candidate_in(const ScreeningResult& answer, const AlertCause& cause) {
  const auto found = std::find_if(answer.candidates.begin(), answer.candidates.end(),
                                  [&](const Candidate& candidate) { return candidate.list == cause.list && candidate.id == cause.id; });
  return found == answer.candidates.end() ? nullptr : &*found;
}

/// Found as surely: the same number may have been reported of another State's document before.
bool has_document(const ScreeningResult& answer, const AlertCause& cause) {
  return std::any_of(answer.documents.begin(), answer.documents.end(),
                     [&](const DocumentHit& hit) { return hit.list == cause.list && hit.number == cause.id && hit.match <= cause.match; });
}

/// What one run over a register asks of every traveller. For many threads.
class Rescreening {
 public:
  Rescreening(const NewsOfRecords& news, const RescreenRequest& request) : news_(news), request_(request) {
    options_ = request.options;
    options_.deadline = std::chrono::steady_clock::time_point::max();
    options_.post = request.now->with_known_day(request.options.post);  // an older edition knows less of the day, and is asked about the same
    wide_ = options_;
    wide_.top = kAllCandidates;
    wide_.min_score_bp = request.options.review_score_bp;
    wide_before_ = wide_;
    wide_before_.post.today = request.day_before;
    if (request.day_before != request.options.post.today) wide_before_.post.not_before = {};  // no clock said it
  }

  /// What is new about one traveller.
  struct Finding {
    bool complete = false;
    bool known_before = false;
    std::optional<Alert> alert;
  };
  Finding hold(KeptTraveller& kept) const {
    const ScreeningResult found = request_.search_news ? request_.search_news(kept.traveller, wide_) : request_.now->screen(kept.traveller, wide_);
    Finding finding{found.complete, false, std::nullopt};
    auto causes = causes_in(found);
    if (causes.empty()) return finding;
    finding.alert = alert(std::move(kept), std::move(causes));
    finding.known_before = !finding.alert;
    return finding;
  }

 private:
  std::vector<AlertCause> causes_in(const ScreeningResult& found) const {
    std::vector<AlertCause> causes;
    for (const Candidate& candidate : found.candidates) {
      if (const auto news = news_.of_entry(candidate.list, candidate.id)) {
        causes.push_back({candidate.list, candidate.id, false, *news, candidate.score_bp, std::nullopt, {}, {}});
      }
    }
    for (const DocumentHit& hit : found.documents) {
      if (const auto news = news_.of_document(hit)) causes.push_back({hit.list, hit.number, true, *news, 0, std::nullopt, {}, hit.match});
    }
    return causes;
  }

  /// The alert; nothing when the edition before said as much.
  std::optional<Alert> alert(KeptTraveller&& kept, std::vector<AlertCause>&& causes) const {
    Alert alert;
    alert.answer = request_.now->screen(kept.traveller, options_);
    if (request_.before != nullptr) {
      const ScreeningResult before = request_.before->screen(kept.traveller, wide_before_);
      alert.was = before.decision;
      const bool rose = rank(alert.answer.decision) > rank(before.decision);
      const bool stronger = std::count_if(causes.begin(), causes.end(), [&](AlertCause& cause) { return is_stronger(before, cause); }) != 0;
      if (!rose && !stronger) return std::nullopt;
    }
    alert.kept = std::move(kept);
    alert.causes = std::move(causes);
    return alert;
  }

  /// Whether the cause is a candidate of a higher class than before, or one with whom something else is to be done; what was told of it
  /// before is put down.
  bool is_stronger(const ScreeningResult& before, AlertCause& cause) const {
    if (cause.document) return !has_document(before, cause);
    const Candidate* const known = candidate_in(before, cause);
    if (known == nullptr) return true;
    cause.score_before_bp = known->score_bp;
    const std::int32_t hit = request_.options.hit_score_bp;
    const bool other_instruction = cause.news == News::other_instruction;
    if (other_instruction) cause.handling_before = known->handling;
    return other_instruction || (known->score_bp < hit && cause.score_bp >= hit);
  }

  const NewsOfRecords& news_;
  const RescreenRequest& request_;
  ScreeningOptions options_, wide_, wide_before_;
};

/// The outcome for some travellers.
struct Part {
  RescreenReport report;
  std::vector<Alert> alerts;

  void add(Rescreening::Finding&& finding, RescreenReport::NotSearched&& who) {
    ++report.travellers;
    report.incomplete += finding.complete ? 0 : 1;
    if (!finding.complete && report.not_searched.size() < RescreenReport::kMostNamed) report.not_searched.push_back(std::move(who));
    report.known_before += finding.known_before ? 1 : 0;
    if (!finding.alert) return;
    ++report.alerts;
    alerts.push_back(std::move(*finding.alert));
  }
};

void add(const RescreenReport& part, RescreenReport& all) {
  const std::size_t room = RescreenReport::kMostNamed - all.not_searched.size();
  const auto end = part.not_searched.begin() + static_cast<std::ptrdiff_t>(std::min(room, part.not_searched.size()));
  all.not_searched.insert(all.not_searched.end(), part.not_searched.begin(), end);
  all.travellers += part.travellers;
  all.alerts += part.alerts;
  all.known_before += part.known_before;
  all.incomplete += part.incomplete;
}

}  // namespace

Result<NewsOfRecords> NewsOfRecords::of(std::string_view list, const ListNews& news) {
  NewsOfRecords records;
  records.list_ = list;
  for (const NewRecord& record : news.records) {
    if (auto done = records.add(record.line, record.news); !done) return tl::unexpected(done.error());
  }
  return records;
}

Result<NewsOfRecords> NewsOfRecords::withdrawn(std::string_view list, const ListNews& news) {
  NewsOfRecords records;
  records.list_ = list;
  for (const std::string_view line : news.withdrawn) {
    if (auto done = records.add(line, News::changed); !done) return tl::unexpected(done.error());
  }
  return records;
}

Result<void> NewsOfRecords::add(std::string_view line, News news) {
  const auto record = lists::parse_snapshot_line(line);
  if (!record) return tl::unexpected(record.error());
  if (const auto* const entry = std::get_if<WatchlistEntry>(&*record)) {
    entries_.emplace(entry->id, news);
    return {};
  }
  const auto& lost = std::get<LostDocument>(*record);
  const std::string number = lost.range_end.empty() ? lost.number : lost.number + " to " + lost.range_end;
  documents_.emplace(document_key(number, lost.type, lost.issuing_state, lost.status, lost.reporting_state), news);
  return {};
}

std::optional<News> NewsOfRecords::of_entry(std::string_view list, std::string_view id) const {
  if (list != list_) return std::nullopt;
  const auto found = entries_.find(std::string(id));
  return found == entries_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<News> NewsOfRecords::of_document(const DocumentHit& hit) const {
  if (hit.list != list_) return std::nullopt;
  const auto found = documents_.find(document_key(hit.number, hit.type, hit.issuer, hit.status, hit.reporting_state));
  return found == documents_.end() ? std::nullopt : std::optional(found->second);
}

Result<RescreenReport> rescreen(TravellerRegister& travellers, const NewsOfRecords& news, const RescreenRequest& request,
                                const std::function<bool(Alert&&)>& alert, const std::function<void(std::uint64_t)>& progress) {
  RescreenReport report;
  const Rescreening run(news, request);
  const auto visited = travellers.visit(kBatch, request.threads, [&](std::span<KeptTraveller> kept) -> TravellerRegister::Outcome {
    auto part = std::make_shared<Part>();
    for (KeptTraveller& one : kept) {
      RescreenReport::NotSearched who{one.manifest, one.traveller.id};
      part->add(run.hold(one), std::move(who));
    }
    return [&, part] {
      add(part->report, report);
      for (Alert& found : part->alerts) {
        if (!alert(std::move(found))) return false;
      }
      if (progress) progress(report.travellers);
      return true;
    };
  });
  if (!visited) return tl::unexpected(visited.error());
  return report;
}

}  // namespace darvaza::lookback
