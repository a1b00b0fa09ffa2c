// Any other matcher, as a program that reads cases and writes scores.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "eval/eval_options.h"

namespace darvaza::eval {

/// Runs `matcher.command` by /bin/sh with `input` as its standard input and returns the lines that
/// it writes, without line ends. Its standard error is ours. `most_lines`: more are an error, as is
/// a line over 64 KiB, a failing command or one that cannot be run. The input goes through a
/// temporary file, so that neither side can wait for the other.
Result<std::vector<std::string>> run_piped(const PipedMatcher& matcher, const std::string& input,
                                           std::size_t most_lines);

/// The scores of pairs. In: CSV with the columns name_a and name_b. Out: one line a pair, in order,
/// whose last field (after the last comma) is the score; a first line that ends in no number is a
/// heading. So `darvaza compare --pairs /dev/stdin` is such a program.
Result<std::vector<double>> piped_scores(const PipedMatcher& matcher, const std::string& input,
                                         std::size_t pairs);

/// What a matcher finds for one query: entries' identifiers and scores, best first.
using PipedAnswer = std::vector<std::pair<std::string, double>>;
/// The answers to queries. In: CSV with the columns id, name, birth_date, sex, nationality. Out:
/// one line a query, in order: entry,score,entry,score,... (CSV), best first; an empty line when
/// nothing is found.
Result<std::vector<PipedAnswer>> piped_answers(const PipedMatcher& matcher,
                                               const std::string& input, std::size_t queries);

}  // namespace darvaza::eval
