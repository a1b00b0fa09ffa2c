// Options that `screen` and `match` share.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

#include "darvaza/screener.h"

namespace darvaza::tool {

struct ScreeningArguments {
  std::string index;
  std::size_t top = 10;
  double min_score = 0.5;
  double review_score = 0.5;
  double hit_score = 0.9;
  bool exhaustive = false;
  bool near_documents = false;

  ScreeningOptions options() const {
    ScreeningOptions out;
    out.top = top;
    out.min_score_bp = static_cast<std::int32_t>(std::lround(min_score * 10000));
    out.review_score_bp = static_cast<std::int32_t>(std::lround(review_score * 10000));
    out.hit_score_bp = static_cast<std::int32_t>(std::lround(hit_score * 10000));
    out.exhaustive = exhaustive;
    out.near_documents = near_documents;
    return out;
  }
};

inline void add_screening_arguments(CLI::App& command, ScreeningArguments& arguments) {
  command.add_option("-i,--index", arguments.index, "The index that `darvaza build` wrote")
      ->required()
      ->type_name("INDEX");
  command.add_option("--top", arguments.top, "At most this many candidates an answer, 1 to 10000")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(1, 10000).description(""));
  command
      .add_option("--min-score", arguments.min_score,
                  "Leave out candidates below this score, 0 to 1")
      ->capture_default_str()
      ->type_name("S")
      ->check(CLI::Range(0.0, 1.0).description(""));
  command
      .add_option("--review-score", arguments.review_score,
                  "From this score on a candidate makes the answer review, 0 to 1")
      ->capture_default_str()
      ->type_name("S")
      ->check(CLI::Range(0.0, 1.0).description(""));
  command
      .add_option("--hit-score", arguments.hit_score,
                  "From this score on a candidate makes the answer hit, 0 to 1")
      ->capture_default_str()
      ->type_name("S")
      ->check(CLI::Range(0.0, 1.0).description(""));
  command.add_flag("--exhaustive", arguments.exhaustive,
                   "Score every listed name instead of searching the index: slow");
  command.add_flag("--near-documents", arguments.near_documents,
                   "Find documents also under numbers with one wrong or two exchanged characters");
}

}  // namespace darvaza::tool
