#include "cleared/clearing.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "answers/document_evidence.h"
#include "api/entry_version.h"
#include "documents/document_number.h"

namespace darvaza::daemon {
namespace {

/// Where travellers are screened: a check of documents silences nothing, and yente's clients know
/// no rules.
bool is_screening(std::string_view route) {
  return route == "/v1/screen" || route == "/v1/screen/batch" || route == "/v1/manifests";
}

/// Whether a list attributes a document of the traveller to a person, whoever that is: such a
/// person may score too little to be among the candidates.
bool is_document_listed(const Asking& asking, const Traveller& traveller) {
  Traveller nameless = traveller;
  nameless.names.clear();
  ScreeningOptions options = asking.options;
  options.min_score_bp = 0;
  options.top = 1;
  return !asking.lists.screener->screen(nameless, options).candidates.empty();
}

/// As the engine decides (docs/json.md), without those who are cleared.
Decision decide(const Asking& asking, const Traveller& traveller, const ScreeningResult& result) {
  if (!result.complete) return Decision::incomplete;
  const auto best = std::find_if(result.candidates.begin(), result.candidates.end(),
                                 [](const Candidate& c) { return c.cleared_by.empty(); });
  const std::int32_t score = best == result.candidates.end() ? -1 : best->score_bp;
  const bool sure_document = std::any_of(result.documents.begin(), result.documents.end(), is_sure);
  if (sure_document || score >= asking.options.hit_score_bp) return Decision::hit;
  if (!result.documents.empty() || score >= asking.options.review_score_bp ||
      is_document_listed(asking, traveller))
    return Decision::review;
  return Decision::clear;
}

}  // namespace

Clearing::Clearing(const ClearedStore& store, const ListsInUse& lists,
                   const std::vector<PostSettings>& posts)
    : store_(store), lists_(lists), posts_(posts) {}

/// A rule about an entry that the first line does not see must not cost a first-line question time.
std::vector<ClearedRule> Clearing::rules_for(const Post& post, const Traveller& traveller) const {
  std::vector<ClearedRule> found;
  const auto rules = store_.rules();
  if (rules->size() == 0) return found;
  const std::int64_t now = std::time(nullptr);
  for (const TravelDocument& document : traveller.documents) {
    if (document.issuing_state.empty()) continue;
    const std::string number = documents::normalise_number(document.number);
    for (const ClearedRule& rule : rules->of(post.state, document.issuing_state, number)) {
      if (rule.expires > now && (rule.first_line || post.line == Line::second))
        found.push_back(rule);
    }
  }
  return found;
}

bool Clearing::mark(const ListsInUse::Version& lists, const std::vector<ClearedRule>& rules,
                    ScreeningResult& result) const {
  if (!result.documents.empty()) return false;
  bool any = false;
  for (Candidate& candidate : result.candidates) {
    if (bears_document(candidate)) continue;
    for (const ClearedRule& rule : rules) {
      if (rule.list != candidate.list || rule.entry != candidate.id) continue;
      if (rule.version != version_of(lists_, lists, candidate.list, candidate.id)) continue;
      candidate.cleared_by = rule.id;
      any = true;
    }
  }
  return any;
}

bool Clearing::mark(const ListsInUse::Version& lists, StateCode state, const Traveller& traveller,
                    ScreeningResult& result) const {
  return mark(lists, rules_for({state, Line::second, {}}, traveller), result);
}

bool Clearing::may_know(const Asking& asking) const {
  if (asking.options.post.line == Line::second) return true;
  const auto post = std::find_if(posts_.begin(), posts_.end(), [&](const PostSettings& one) {
    return one.name == asking.asker.post;
  });
  return post != posts_.end() &&
         std::find(post->roles.begin(), post->roles.end(), "clear") != post->roles.end();
}

bool Clearing::revise(const Asking& asking, const Traveller& traveller, ScreeningResult& result) {
  if (!is_screening(asking.route) || result.decision == Decision::clear) return false;
  const std::vector<ClearedRule> rules = rules_for(asking.options.post, traveller);
  if (rules.empty()) return false;
  // What the request's own limits cut may be what the decision has to rest on now.
  Asking wide = asking;
  wide.options.top += rules.size() + 1;
  wide.options.min_score_bp = std::min(wide.options.min_score_bp, wide.options.review_score_bp);
  ScreeningResult all = wide.lists.screener->screen(traveller, wide.options);
  if (!mark(asking.lists, rules, all)) return false;
  all.decision = decide(asking, traveller, all);
  all.withheld = true;  // the owner of a silenced entry may hear of it all the same
  const bool shown = may_know(asking);
  std::erase_if(all.candidates, [&](const Candidate& candidate) {
    return candidate.score_bp < asking.options.min_score_bp ||
           (!shown && !candidate.cleared_by.empty());
  });
  if (all.candidates.size() > asking.options.top) all.candidates.resize(asking.options.top);
  result = std::move(all);
  return true;
}

}  // namespace darvaza::daemon
