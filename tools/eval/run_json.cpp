#include "eval/run_json.h"

#include "eval/described_json.h"
#include "eval/run.h"
#include "eval/run_describe.h"

namespace darvaza::eval {

BOOST_DESCRIBE_STRUCT(Figure, (), (name, label, estimate, threshold, higher_is_better))
BOOST_DESCRIBE_STRUCT(ThresholdRow, (),
                      (threshold, true_positives, false_positives, false_negatives, true_negatives,
                       precision, recall, f1))
BOOST_DESCRIBE_STRUCT(CurvePoint, (), (threshold, false_alarm_rate, recall, precision))
BOOST_DESCRIBE_STRUCT(RankShare, (), (rank, share))
BOOST_DESCRIBE_STRUCT(ReliabilityBin, (), (low, high, count, mean_score, share_true))
BOOST_DESCRIBE_STRUCT(Calibration, (), (bins, expected_error))
BOOST_DESCRIBE_STRUCT(CostPoint, (), (threshold, misses, false_alarms, cost))
BOOST_DESCRIBE_STRUCT(Cost, (), (least, points))
BOOST_DESCRIBE_STRUCT(Slice, (), (dimension, value, cases, positives, figures))
BOOST_DESCRIBE_STRUCT(Case, (),
                      (id, asked, truth, answer, where, score, answer_score, rank, evidence,
                       answer_evidence))
BOOST_DESCRIBE_STRUCT(Matcher, (),
                      (name, about, seconds, figures, thresholds, curve, ranks, calibration, cost,
                       slices, misses, false_alarms))
BOOST_DESCRIBE_STRUCT(DataFile, (), (role, path, bytes, sha256))
BOOST_DESCRIBE_STRUCT(Run, (),
                      (format, kind, title, command, engine_version, tables_fingerprint, date,
                       seconds, seed, bootstrap_rounds, confidence, miss_price, alarm_price,
                       threads, files, cases, positives, listed_names, listed_entries, remarks,
                       matchers, outcomes_file))

std::string to_json(const Run& run) {
  std::string text;
  JsonWriter(text).write(run);
  text += '\n';
  return text;
}

Result<Run> run_from_json(std::string_view text, const std::string& file) {
  boost::json::error_code error;
  const boost::json::value json = boost::json::parse({text.data(), text.size()}, error);
  if (error) return fail(ErrorCode::input_refused, "is no JSON: " + error.message(), file);
  const std::string expected = Run{}.format;
  const boost::json::value* format =
      json.is_object() ? json.get_object().if_contains("format") : nullptr;
  if (format == nullptr || *format != boost::json::value(expected)) {
    return fail(ErrorCode::input_refused,
                "expected a run of `darvaza eval --json`, \"format\": \"" + expected + '"', file);
  }
  Run run;
  JsonReader reader;
  if (!reader.read(json, run)) return fail(ErrorCode::input_refused, reader.fault(), file);
  return run;
}

}  // namespace darvaza::eval
