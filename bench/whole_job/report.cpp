#include "whole_job/report.h"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "whole_job/machine.h"

namespace darvaza::bench {
namespace {

boost::json::value or_null(std::optional<double> value) {
  if (!value) return nullptr;
  return *value;
}

std::string text_of(std::optional<double> us) {
  return us ? fmt::format("{:.1f}", *us) : std::string("-");
}

boost::json::object json_of(const Recall& recall) {
  return {{"planted", recall.planted}, {"found", recall.found}, {"first", recall.first}};
}

boost::json::object json_of(const Agreement& agreement) {
  return {{"asked", agreement.asked},
          {"same_answers", agreement.same_answers},
          {"candidates", agreement.candidates},
          {"lost", agreement.lost.size()},
          {"lost_firsts", agreement.lost_firsts()},
          {"alerts", agreement.alerts},
          {"alerts_exhaustive", agreement.alerts_exhaustive},
          {"recall", json_of(agreement.recall)}};
}

boost::json::object json_of(const Round& round) {
  return {{"threads", round.threads},
          {"travellers", round.travellers},
          {"per_second", round.per_second()},
          {"processor_us", round.processor_us()}};
}

std::vector<double> rates(const std::vector<Round>& rounds, unsigned threads) {
  std::vector<double> rates;
  for (const Round& round : rounds) {
    if (round.threads == threads) rates.push_back(round.per_second());
  }
  std::sort(rates.begin(), rates.end());
  return rates;
}

double per_traveller_us(double seconds, std::size_t asked) {
  return asked == 0 ? 0 : seconds * 1e6 / static_cast<double>(asked);
}

}  // namespace

Report::Report(const std::string& output, const SceneWanted& wanted, const Bounds& bounds)
    : wanted_(wanted), bounds_(bounds), to_file_(!output.empty()) {
  if (to_file_) out_.open(output, std::ios::binary | std::ios::app);
}

boost::json::object Report::line(const char* system) const {
  return {{"system", system},
          {"names", wanted_.names},
          {"seed", wanted_.seed},
          {"kind", wanted_.kind == generate::Kind::nasty ? "nasty" : "usual"}};
}

void Report::write(const boost::json::object& line) {
  if (!to_file_) return;
  boost::json::object whole = line;
  whole["bounds"] = {{"least_recall", bounds_.least_recall}, {"least_kept", bounds_.least_kept}};
  whole["machine"] = describe_machine();
  out_ << boost::json::serialize(whole) << '\n' << std::flush;
}

bool Report::close() {
  if (!to_file_) return true;
  out_.close();
  return out_.good();
}

void Report::index(const IndexFigures& figures) {
  const double bytes_per_name =
      static_cast<double>(figures.bytes) / static_cast<double>(wanted_.names);
  fmt::print("{} names: built in {:.2f} s, {:.1f} bytes a name, opened in {:.1f} ms\n",
             wanted_.names, figures.build_seconds, bytes_per_name, figures.open_ms);
  boost::json::object out = line("darvaza-index");
  out["build_seconds"] = figures.build_seconds;
  out["index_bytes"] = figures.bytes;
  out["bytes_per_name"] = bytes_per_name;
  out["open_ms"] = figures.open_ms;
  write(out);
}

void Report::answers(Question question, const Recall& recall, const Agreement& agreement) {
  fmt::print(
      "{} names, {}: {} of {} planted travellers found, {} of them first; against the exhaustive "
      "scorer on {} travellers: {} same answers, {} of {} candidates lost, {} of them first, {} "
      "and {} alerts\n",
      wanted_.names, to_string(question), recall.found, recall.planted, recall.first,
      agreement.asked, agreement.same_answers, agreement.lost.size(), agreement.candidates,
      agreement.lost_firsts(), agreement.alerts, agreement.alerts_exhaustive);
  for (const LostCandidate& lost : agreement.lost) {
    fmt::print("{} names, {}: {} loses {}, place {}, score {:.4f}\n", wanted_.names,
               to_string(question), lost.traveller, lost.entry, lost.place, lost.score_bp / 1e4);
  }
}

void Report::speed(Question question, const Recall& recall, const Agreement& agreement,
                   const Speed& speed) {
  const std::vector<double> one = rates(speed.rounds, 1), two = rates(speed.rounds, 2);
  double processor_us = speed.rounds.front().processor_us();
  for (const Round& round : speed.rounds) {
    if (round.threads == 1) processor_us = std::min(processor_us, round.processor_us());
  }
  const auto p50 = speed.each.quantile_us(0.50), p99 = speed.each.quantile_us(0.99),
             p999 = speed.each.quantile_us(0.999);
  fmt::print(
      "{} names, {}: {:.0f} travellers a second on one thread ({:.0f} to {:.0f}), {:.0f} on two "
      "({:.0f} to {:.0f}); {:.1f} us of processor; p50 {} us, p99 {}, p99.9 {}, longest {:.1f} of "
      "{}\n",
      wanted_.names, to_string(question), one[one.size() / 2], one.front(), one.back(),
      two[two.size() / 2], two.front(), two.back(), processor_us, text_of(p50), text_of(p99),
      text_of(p999), speed.each.most_us(), speed.each.count());
  boost::json::object out = line("darvaza");
  out["question"] = to_string(question);
  out["us_per_traveller"] = 1e6 / one[one.size() / 2];
  out["processor_us"] = processor_us;
  out["per_second_1"] = one[one.size() / 2];
  out["per_second_2"] = two[two.size() / 2];
  out["p50_us"] = or_null(p50);
  out["p99_us"] = or_null(p99);
  out["p999_us"] = or_null(p999);
  out["longest_us"] = speed.each.most_us();
  out["mean_us"] = speed.each.mean_us();
  out["timed"] = speed.each.count();
  boost::json::array& rounds = out["rounds"].emplace_array();
  for (const Round& round : speed.rounds) rounds.emplace_back(json_of(round));
  out["recall"] = json_of(recall);
  out["against_exhaustive"] = json_of(agreement);
  write(out);
}

void Report::exhaustive(Question question, const Agreement& agreement) {
  const double us = per_traveller_us(agreement.exhaustive_seconds, agreement.asked);
  fmt::print("{} names, {}: exhaustive scorer {:.0f} us a traveller ({} asked), {} of {} found\n",
             wanted_.names, to_string(question), us, agreement.asked, agreement.recall.found,
             agreement.recall.planted);
  boost::json::object out = line("exhaustive");
  out["question"] = to_string(question);
  out["us_per_traveller"] = us;
  out["asked"] = agreement.asked;
  out["recall"] = json_of(agreement.recall);
  write(out);
}

void Report::jaro_winkler(const BaselineTiming& timing) {
  const double us = per_traveller_us(timing.seconds, timing.asked);
  fmt::print(
      "{} names, name: ICU + Jaro-Winkler, exhaustive, {:.0f} us a traveller ({} asked), {} of {} "
      "among the first ten; list romanised in {:.2f} s\n",
      wanted_.names, us, timing.asked, timing.recall.found, timing.recall.planted,
      timing.prepare_seconds);
  boost::json::object out = line("icu-jaro-winkler");
  out["question"] = to_string(Question::name);
  out["us_per_traveller"] = us;
  out["asked"] = timing.asked;
  out["prepare_seconds"] = timing.prepare_seconds;
  out["recall"] = json_of(timing.recall);
  write(out);
}

}  // namespace darvaza::bench
