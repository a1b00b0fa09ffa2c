// Any bytes through text/: what comes out is well-formed, the engine agrees with the book about
// what is, and normalising twice is normalising once.
#include <algorithm>
#include <string>

#include "fuzz/fuzz_target.h"
#include "fuzz/well_formed_utf8.h"
#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace darvaza::fuzz {
namespace {

void check_utf8(std::string_view bytes) {
  const std::string mended = text::to_valid_utf8(bytes);
  require(is_well_formed_utf8(mended), "mended text is well-formed");
  require((mended == bytes) == is_well_formed_utf8(bytes), "only ill-formed text is mended");
  require(text::encode_utf8(text::decode_utf8(bytes)) == mended, "decoding and encoding mends");
}

void check_progress(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t before = bytes.size();
    text::take_code_point(bytes);
    require(bytes.size() < before && before - bytes.size() <= 4, "a code point has 1 to 4 bytes");
  }
}

/// The longest run of combining marks, of which normalise() keeps the first kMaxCombiningMarks.
std::size_t longest_run_of_marks(std::u32string_view text) {
  std::size_t run = 0, longest = 0;
  for (const char32_t c : text) {
    run = text::is_combining_mark(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

void check_normalised(std::string_view bytes) {
  const text::Normalised once = text::normalise(bytes);
  require(once.cut == (bytes.size() > text::kMaxNameBytes), "a cut is said, and only a cut");
  require(once.text.find(text::kReplacement) == std::u32string::npos, "nothing ill-formed is kept");
  const std::string utf8 = text::encode_utf8(once.text);
  require(is_well_formed_utf8(utf8), "normalised text is well-formed");
  // Compatibility forms grow (U+FDFA into 18 letters): what grew over a limit is cut the second
  // time.
  if (utf8.size() > text::kMaxNameBytes) return;
  if (longest_run_of_marks(once.text) > text::kMaxCombiningMarks) return;
  const text::Normalised twice = text::normalise(utf8);
  require(twice.text == once.text, "normalising twice is normalising once");
  require(!twice.altered, "nothing invisible is left to take out");
}

/// Words do not change each other: a limit that counts across words would lose letters of later
/// ones.
void check_words_apart(std::string_view bytes) {
  if (bytes.size() + 1 > text::kMaxNameBytes) return;
  const std::string_view first = bytes.substr(0, bytes.size() / 2);
  const std::string_view second = bytes.substr(first.size());
  const std::string both = std::string(first) + ' ' + std::string(second);
  require(text::normalise(both).text ==
              text::normalise(first).text + U' ' + text::normalise(second).text,
          "two words are normalised as each of them");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = darvaza::fuzz::as_text(data, size);
  darvaza::fuzz::check_utf8(bytes);
  darvaza::fuzz::check_progress(bytes);
  darvaza::fuzz::check_normalised(bytes);
  darvaza::fuzz::check_words_apart(bytes);
  return 0;
}
