#include "whole_job/recall.h"

#include <algorithm>
#include <chrono>

namespace darvaza::bench {
namespace {

const Planted* find_planted(const std::vector<Planted>& planted, std::size_t traveller) {
  const auto found = std::lower_bound(
      planted.begin(), planted.end(), traveller,
      [](const Planted& entry, std::size_t number) { return entry.traveller < number; });
  return found != planted.end() && found->traveller == traveller ? &*found : nullptr;
}

void count(Recall& recall, const ScreeningResult& answer, const Planted& planted) {
  const auto& candidates = answer.candidates;
  const auto found =
      std::find_if(candidates.begin(), candidates.end(),
                   [&](const Candidate& candidate) { return candidate.id == planted.entry; });
  ++recall.planted;
  if (found == candidates.end()) return;
  ++recall.found;
  if (found == candidates.begin()) ++recall.first;
}

void note_lost(std::vector<LostCandidate>& lost, const ScreeningResult& answer,
               const ScreeningResult& exhaustive) {
  for (std::size_t i = 0; i < exhaustive.candidates.size(); ++i) {
    const Candidate& wanted = exhaustive.candidates[i];
    const bool found = std::any_of(
        answer.candidates.begin(), answer.candidates.end(), [&](const Candidate& candidate) {
          return candidate.id == wanted.id && candidate.score_bp == wanted.score_bp;
        });
    if (!found) lost.push_back({exhaustive.id, wanted.id, i + 1, wanted.score_bp});
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Recall::found_share() const { return share(found, planted); }

double Agreement::kept_share() const { return share(candidates - lost.size(), candidates); }

std::size_t Agreement::lost_firsts() const {
  return static_cast<std::size_t>(
      std::count_if(lost.begin(), lost.end(),
                    [](const LostCandidate& candidate) { return candidate.place == 1; }));
}

Recall measure_recall(const Screener& screener, const std::vector<Traveller>& travellers,
                      const std::vector<Planted>& planted) {
  Recall recall;
  for (const Planted& entry : planted) {
    count(recall, screener.screen(travellers[entry.traveller]), entry);
  }
  return recall;
}

Agreement compare_with_exhaustive(const Screener& screener,
                                  const std::vector<Traveller>& travellers,
                                  const std::vector<Planted>& planted,
                                  const std::vector<std::size_t>& sample, double seconds) {
  constexpr std::size_t kLeast = 2;
  ScreeningOptions every_name;
  every_name.exhaustive = true;
  Agreement agreement;
  for (const std::size_t number : sample) {
    if (agreement.asked >= kLeast && agreement.exhaustive_seconds > seconds) break;
    const auto start = std::chrono::steady_clock::now();
    const ScreeningResult exhaustive = screener.screen(travellers[number], every_name);
    agreement.exhaustive_seconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const ScreeningResult answer = screener.screen(travellers[number]);
    ++agreement.asked;
    agreement.same_answers += to_json(answer) == to_json(exhaustive);
    agreement.candidates += exhaustive.candidates.size();
    note_lost(agreement.lost, answer, exhaustive);
    agreement.alerts += answer.decision != Decision::clear;
    agreement.alerts_exhaustive += exhaustive.decision != Decision::clear;
    if (const Planted* entry = find_planted(planted, number); entry != nullptr) {
      count(agreement.recall, exhaustive, *entry);
    }
  }
  return agreement;
}

}  // namespace darvaza::bench
