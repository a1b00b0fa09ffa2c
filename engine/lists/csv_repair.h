// What a list in CSV may hold and the engine may not: ill-formed UTF-8.
#pragma once

#include <cstdint>

#include "darvaza/error.h"
#include "lists/source_recorder.h"
#include "text/csv_rows.h"

namespace darvaza::lists {

/// One file's rows. Single bytes are replaced: a person is not lost for a letter, but whoever publishes the list should hear
/// of it. A file of another character set is none of that: nobody in it could be found by name.
class Utf8Repair {
 public:
  /// Replaces ill-formed UTF-8 in `row` by U+FFFD, with a remark.
  void mend(text::CsvRow& row, SourceRecorder& recorder);

  /// At the end of the file. Refuses one in which every twentieth row or more lost a whole word, or, in files of some size, letters.
  Result<void> verdict(const SourceRecorder& recorder) const;

 private:
  std::uint64_t rows_ = 0;
  std::uint64_t mended_ = 0;
  std::uint64_t lost_words_ = 0;  ///< rows with a word of which nothing is left
};

}  // namespace darvaza::lists
