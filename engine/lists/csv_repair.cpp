#include "lists/csv_repair.h"

#include "text/utf8.h"

namespace darvaza::lists {

void repair_utf8(text::CsvRow& row, SourceRecorder& recorder) {
  bool repaired = false;
  for (std::string& field : row.fields) {
    std::string valid = text::to_valid_utf8(field);
    if (valid == field) continue;
    field = std::move(valid);
    repaired = true;
  }
  if (repaired) {
    recorder.remark({row.record, row.line}, "bytes that are not UTF-8 were replaced");
  }
}

}  // namespace darvaza::lists
