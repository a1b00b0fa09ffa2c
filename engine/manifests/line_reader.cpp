#include "manifests/line_reader.h"

namespace darvaza::manifests {

bool LineReader::next() {
  text_.clear();
  cut_ = false;
  int c = source_.get();
  if (c == ByteSource::kEnd) return false;
  ++number_;
  for (; c != ByteSource::kEnd && c != '\n' && c != '\r'; c = source_.get()) {
    if (text_.size() < limit_) {
      text_ += static_cast<char>(c);
    } else {
      cut_ = true;
    }
  }
  if (c == '\r' && source_.peek(1) == "\n") source_.skip(1);
  return true;
}

}  // namespace darvaza::manifests
