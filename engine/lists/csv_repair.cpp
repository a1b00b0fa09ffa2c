#include "lists/csv_repair.h"

#include <utility>

#include <fmt/core.h>

#include "text/utf8.h"
#include "text/word_count.h"

namespace darvaza::lists {

void Utf8Repair::mend(text::CsvRow& row, SourceRecorder& recorder) {
  bool repaired = false, lost_word = false;
  for (std::string& field : row.fields) {
    std::string valid = text::to_valid_utf8(field);
    if (valid == field) continue;
    field = std::move(valid);
    repaired = true;
    lost_word |= text::count_words(field).illegible > 0;
  }
  ++rows_;
  mended_ += repaired;
  lost_words_ += lost_word;
  if (repaired) recorder.remark({row.record, row.line}, "bytes that are not UTF-8 were replaced");
}

Result<void> Utf8Repair::verdict(const SourceRecorder& recorder) const {
  constexpr std::uint64_t kOneOf = 20, kFewest = 20;
  const bool words = lost_words_ > 0 && lost_words_ * kOneOf >= rows_;
  const bool letters = mended_ >= kFewest && mended_ * kOneOf >= rows_;
  if (!words && !letters) return {};
  return fail(ErrorCode::input_refused,
              fmt::format("{} of {} rows hold bytes that are not UTF-8: the file seems to be in another character set; expected UTF-8, as by "
                          "iconv -f WINDOWS-1251 -t UTF-8 (Arabic script: WINDOWS-1256, western letters: WINDOWS-1252)",
                          mended_, rows_),
              recorder.file());
}

}  // namespace darvaza::lists
