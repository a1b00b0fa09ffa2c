#include "answers/answers.h"

namespace darvaza::daemon {

Answer Answers::form(const Asking& asking, const Traveller& traveller,
                     void (*decide)(ScreeningResult&)) const {
  Answer answer{asking.lists.screener->screen(traveller, asking.options), {}};
  if (decide != nullptr) decide(answer.result);
  for (AnswerParty* party : parties_) party->revise(asking, traveller, answer.result);
  answer.text = to_json(answer.result);
  for (AnswerParty* party : parties_) party->told(asking, traveller, answer);
  return answer;
}

}  // namespace darvaza::daemon
