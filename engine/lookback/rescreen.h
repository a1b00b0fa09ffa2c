// Recent travellers held against what is new on a list.
//
// A traveller is an alert when a new or changed record is a candidate for them that it was not before, or a stronger one:
// it reaches the review threshold now, or the hit threshold, or the whole answer rose; or when the record now asks for something
// else to be done with the person it was a candidate for before. That every word of a name became a
// little rarer or more common with the new edition is no reason.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/screener.h"
#include "lookback/list_news.h"
#include "lookback/traveller_register.h"

namespace darvaza::lookback {

/// A record that leads to an alert.
struct AlertCause {
  std::string list;
  std::string id;         ///< of the entry, or the number of the lost document
  bool document = false;  ///< a lost document
  News news = News::added;
  std::int32_t score_bp = 0;                     ///< 0 for documents
  std::optional<std::int32_t> score_before_bp;  ///< nothing: no candidate before, or the edition before was not asked
  std::string handling_before;  ///< what the edition before told the officer, where another instruction is the news
  DocumentMatch match = DocumentMatch::exact;  ///< how the lost document was found
};

struct Alert {
  KeptTraveller kept;
  std::vector<AlertCause> causes;  ///< in the order of the answer; never empty
  std::optional<Decision> was;     ///< nothing: the edition before was not asked
  ScreeningResult answer;          ///< of the whole newer index
};

struct RescreenReport {
  std::uint64_t travellers = 0;
  std::uint64_t alerts = 0;
  std::uint64_t known_before = 0;  ///< for whom new records are candidates, but no more than they were
  std::uint64_t incomplete = 0;    ///< who could not be searched for: without a usable name, for instance
  struct NotSearched {
    std::string manifest, id;
  };
  std::vector<NotSearched> not_searched;  ///< the first kMostNamed of those, in the order of adding
  static constexpr std::size_t kMostNamed = 100;
};

/// The records of which alerts are made, by what answers call them.
class NewsOfRecords {
 public:
  /// `list` as the index calls it. Errors: a line that is not canonical.
  static Result<NewsOfRecords> of(std::string_view list, const ListNews& news);
  static Result<NewsOfRecords> withdrawn(std::string_view list, const ListNews& news);

  std::optional<News> of_entry(std::string_view list, std::string_view id) const;
  std::optional<News> of_document(const DocumentHit& hit) const;
  bool empty() const { return entries_.empty() && documents_.empty(); }

 private:
  Result<void> add(std::string_view line, News news);

  std::string list_;
  std::unordered_map<std::string, News> entries_;
  std::unordered_map<std::string, News> documents_;
};

struct RescreenRequest {
  const Screener* now = nullptr;     ///< the whole index of the newer edition
  const Screener* before = nullptr;  ///< of the older one; null: every candidate is an alert
  ScreeningOptions options;          ///< of the newer edition's day; `deadline` is not used
  PartialDate day_before;            ///< on which the older edition is asked
  unsigned threads = 1;
  /// Answers a traveller from the new records alone, with the scores that the whole index would give, everything from the
  /// lower of options' thresholds on; from many threads at once. Nothing: every traveller is screened against the whole index.
  std::function<ScreeningResult(const Traveller&, const ScreeningOptions&)> search_news;
};

/// Screens all travellers of the register. `alert` receives the alerts in the order of adding and returns whether to go on; `progress`, which
/// may be empty, the travellers so far. Errors: those of TravellerRegister::visit; what could be read was answered before.
Result<RescreenReport> rescreen(TravellerRegister& travellers, const NewsOfRecords& news, const RescreenRequest& request,
                                const std::function<bool(Alert&&)>& alert, const std::function<void(std::uint64_t)>& progress = {});

}  // namespace darvaza::lookback
