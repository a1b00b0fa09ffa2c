// What a run found, as one line of JSON a measurement and as lines for people.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "whole_job/baselines.h"
#include "whole_job/recall.h"
#include "whole_job/scene.h"
#include "whole_job/timing.h"

namespace darvaza::bench {

/// What answers had to be for anything to be timed; stands in every result, so that a run with
/// lower bounds is not taken for another.
struct Bounds {
  double least_recall = 0.95;  ///< of the planted travellers, asked with facts
  double least_kept = 0.999;   ///< of the exhaustive scorer's candidates
};

struct IndexFigures {
  double build_seconds = 0, open_ms = 0;
  std::uint64_t bytes = 0;
};

struct Speed {
  std::vector<Round> rounds;  ///< one thread and all, in turn
  TimeQuantiles each;
};

/// Writes to standard output, and JSON lines to a file; bench/README.md describes the fields.
class Report {
 public:
  /// `output` may be empty: no file.
  Report(const std::string& output, const SceneWanted& wanted, const Bounds& bounds);

  void index(const IndexFigures& figures);
  /// Answers first: nothing about the time of wrong ones.
  void answers(Question question, const Recall& recall, const Agreement& agreement);
  void speed(Question question, const Recall& recall, const Agreement& agreement,
             const Speed& speed);
  void exhaustive(Question question, const Agreement& agreement);
  void jaro_winkler(const BaselineTiming& timing);

  /// False when the file could not be written.
  bool close();

 private:
  boost::json::object line(const char* system) const;
  void write(const boost::json::object& line);

  SceneWanted wanted_;
  Bounds bounds_;
  bool to_file_;
  std::ofstream out_;
};

}  // namespace darvaza::bench
