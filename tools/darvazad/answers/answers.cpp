#include "answers/answers.h"

#include <algorithm>

#include <fmt/core.h>

#include "answering/document_decision.h"
#include "audit/answer_record.h"
#include "audit/engine_build.h"
#include "http/problem.h"

namespace darvaza::daemon {

/// Digests take longer to make than to compare what they are made of.
std::shared_ptr<const Answers::Production> Answers::production_of(const Asking& asking) const {
  const audit::Settings settings{asking.options, asking.by_documents};
  const std::string written = audit::to_json(settings);
  {
    const std::lock_guard lock(mutex_);
    if (latest_ && latest_->settings == written && latest_->lists == asking.lists.digest)
      return latest_;
  }
  auto made = std::make_shared<const Production>(Production{
      written, asking.lists.digest,
      fmt::format(R"(, "produced_by": {{"indexes": {}, "engine": "{}", "policy": "{}"}}}})",
                  audit::digests_json(asking.lists.digest), audit::engine_build(),
                  audit::policy_digest(settings))});
  const std::lock_guard lock(mutex_);
  return latest_ = std::move(made);
}

Answer Answers::form(const Asking& asking, const Traveller& traveller) const {
  Answer answer{asking.lists.screener->screen(traveller, asking.options), {}, {}};
  if (asking.by_documents) tool::decide_by_documents(traveller, answer.result);
  answer.text = to_json(answer.result);
  bool revised = false;
  for (AnswerParty* party : parties_) revised |= party->revise(asking, traveller, answer.result);
  if (revised) answer.found = std::exchange(answer.text, to_json(answer.result));
  for (AnswerParty* party : parties_) party->told(asking, traveller, answer);
  answer.text.pop_back();
  answer.text += production_of(asking)->member;
  return answer;
}

void Answers::entry_told(const Asking& asking, std::string_view list, std::string_view id,
                         bool shown) const {
  for (AnswerParty* party : parties_) party->entry_told(asking, list, id, shown);
}

void Answers::when_kept(std::size_t party, std::function<void(bool)> then) const {
  if (party == parties_.size()) return then(true);
  parties_[party]->when_kept([this, party, then = std::move(then)](bool kept) {
    if (!kept) return then(false);
    when_kept(party + 1, then);
  });
}

bool Answers::refuse() const {
  return std::any_of(parties_.begin(), parties_.end(),
                     [](const AnswerParty* party) { return party->refuses(); });
}

std::string Answers::metrics() const {
  std::string text;
  for (const AnswerParty* party : parties_) text += party->metrics();
  return text;
}

Response unkept_answer() {
  return busy(503, "the audit log cannot be written: nothing is answered without it", 5);
}

}  // namespace darvaza::daemon
