// Everything that one run of `darvaza eval` found: plain data, from which the terminal's tables,
// JSON, CSV and reports are written. docs/eval-json.md describes the JSON form (run_json.h), member
// by member.
//
// What counts as one decision, by kind of run:
//   pairs      a pair of names; positive: one person's, the score is that of the pair
//   retrieval  a query whose person is listed; the first ten listed persons, best first, are its
//   answer screening  a traveller; positive: listed, the score is that of the true entry (or -1
//   when it is not among the
//              candidates); negative: not listed, the score is that of the best candidate (0
//              without one)
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace darvaza::eval {

/// A value that does not exist, such as a share of nothing. JSON null, an empty field of CSV.
inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

enum class Kind : std::uint8_t { pairs, retrieval, screening };

/// A figure of the data and the interval that a bootstrap gives it: were the cases drawn anew, the
/// figure would fall between `low` and `high` in Run::confidence of all draws. Both ends are kNone
/// when no interval was asked for.
struct Estimate {
  double value = kNone;
  double low = kNone;
  double high = kNone;
};

/// One of the measures of docs/eval.md.
struct Figure {
  std::string name;   ///< for programs: "auc", "recall_at_1_in_1000", "r_at_1"; stable
  std::string label;  ///< for people: "recall at 1 false alarm in 1,000"
  Estimate estimate;
  double threshold = kNone;  ///< the score at which it was taken, where there is one
  bool higher_is_better = true;
};

/// What is decided right and wrong when scores from `threshold` on raise an alarm.
struct ThresholdRow {
  double threshold = 0;
  std::uint64_t true_positives = 0, false_positives = 0, false_negatives = 0, true_negatives = 0;
  Estimate precision, recall, f1;
};

/// One point of the ROC curve (false_alarm_rate, recall), the precision-recall curve (recall,
/// precision) and the DET curve (false_alarm_rate, 1 - recall) at once. Points go from the
/// strictest threshold to the loosest: both rates rise. At most 1,000 points a curve; the ends and
/// the corners of the hull are kept.
struct CurvePoint {
  double threshold = 0;
  double false_alarm_rate = 0;
  double recall = 0;
  double precision = kNone;  ///< kNone where nothing raises an alarm
};

/// How many queries have their person among the first `rank` answers.
struct RankShare {
  std::uint64_t rank = 0;  ///< from 1
  Estimate share;
};

/// Cases whose score lies in [low, high), the last bin including its end.
struct ReliabilityBin {
  double low = 0, high = 0;
  std::uint64_t count = 0;
  double mean_score = kNone;  ///< kNone when count is 0
  Estimate share_true;        ///< how many of them are right, to be held against mean_score
};

/// Whether scores can be read as probabilities. Pairs: score against match; retrieval: score of the
/// first answer against its being right; screening: score of the best candidate against its being
/// right. No bins when a score lies outside of 0 to 1.
struct Calibration {
  std::vector<ReliabilityBin> bins;
  Estimate expected_error;  ///< mean of |share_true - mean_score| over the bins, weighted by count
};

struct CostPoint {
  double threshold = 0;
  std::uint64_t misses = 0;
  std::uint64_t false_alarms = 0;
  double cost = 0;  ///< misses and false alarms at their prices, together
};

/// What decisions cost at every threshold, when a miss and a false alarm have a price. No points in
/// a retrieval run.
struct Cost {
  CostPoint least;                ///< at the cheapest threshold
  std::vector<CostPoint> points;  ///< from the loosest threshold to the strictest, at most 1,000
};

/// The same figures for a part of the cases.
struct Slice {
  std::string dimension;  ///< "script", "language", "country", "source", "kind", "length", or a
                          ///< column's name
  std::string value;      ///< "Arabic > Latin"
  std::uint64_t cases = 0;
  std::uint64_t positives = 0;
  std::vector<Figure>
      figures;  ///< pairs and screening: a part of Matcher::figures, by the same names
};

/// One decision that went wrong.
struct Case {
  std::string id;      ///< of the pair, query or traveller: as in the data, otherwise "row 17"
  std::string asked;   ///< name_a, the query's or the traveller's name
  std::string truth;   ///< pairs: name_b; retrieval and screening: the true entry's name and id;
                       ///< empty: not listed
  std::string answer;  ///< what the matcher put first instead: name and id; empty for pairs or when
                       ///< nothing was found
  std::string where;   ///< its group, kind and other labels: "Cyrl>Latn, ep:Abkhazia:ru"
  double score = 0;    ///< of the pair, or of the true entry (-1: not among the candidates)
  double answer_score = kNone;  ///< of `answer`
  std::uint64_t rank =
      0;  ///< of the true entry, from 1; 0: not among the candidates, or not asked for
  std::vector<std::string>
      evidence;  ///< why the pair, or the true entry, scored so: "name +9.234: ..."
  std::vector<std::string> answer_evidence;  ///< why `answer` scored so
};

/// What one matcher did with all cases.
struct Matcher {
  std::string name;    ///< "darvaza", "jaro-winkler", or as given to --matcher
  std::string about;   ///< one line: what it does, or its command
  double seconds = 0;  ///< wall time for all cases, preparation included
  std::vector<Figure> figures;
  std::vector<ThresholdRow>
      thresholds;                 ///< from the lowest to the highest; none in a retrieval run
  std::vector<CurvePoint> curve;  ///< none in a retrieval run, or when one of the classes is empty
  std::vector<RankShare> ranks;   ///< retrieval only
  Calibration calibration;
  Cost cost;
  std::vector<Slice> slices;  ///< in order of dimension and value
  std::vector<Case> misses;   ///< the worst first
  std::vector<Case>
      false_alarms;  ///< the worst first; retrieval: wrong persons ranked first, surest first
};

/// A file that was read.
struct DataFile {
  std::string role;  ///< "pairs", "list", "queries", "index", "positives", "negatives", "truth"
  std::string path;  ///< as given
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hexadecimal digits, as sha256sum prints
};

/// The whole run.
struct Run {
  std::string format = "darvaza-eval-1";
  Kind kind = Kind::pairs;
  std::string title;           ///< of --title; empty: none was given
  std::string command;         ///< as typed, quoted for a shell
  std::string engine_version;  ///< "0.1.0"
  std::string
      tables_fingerprint;  ///< 16 hexadecimal digits: the tables that this build scores with
  std::string date;        ///< when the run began, UTC: "2026-01-15T10:00:00Z"
  double seconds = 0;      ///< wall time of everything
  std::uint64_t seed = 0;  ///< of the bootstrap
  std::uint64_t bootstrap_rounds = 0;  ///< 0: no intervals
  double confidence = 0.95;            ///< of every interval
  double miss_price = 0;               ///< of --miss-cost
  double alarm_price = 0;              ///< of --alarm-cost
  std::uint64_t threads = 0;
  std::vector<DataFile> files;
  std::uint64_t cases = 0;           ///< pairs, queries or travellers
  std::uint64_t positives = 0;       ///< of them: one person's, or listed
  std::uint64_t listed_names = 0;    ///< in the list or index; 0 for pairs
  std::uint64_t listed_entries = 0;  ///< likewise
  std::vector<std::string>
      remarks;  ///< what a reader of the figures must know: rows left out, too few cases
  std::vector<Matcher> matchers;  ///< the engine first, then baselines, then those of --matcher
  std::string
      outcomes_file;  ///< the companion with each case's outcome, beside the JSON; empty: none
};

}  // namespace darvaza::eval
