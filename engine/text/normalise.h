// One form for all the ways in which the same characters can be written.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace darvaza::text {

/// Names beyond this many bytes are cut: no attested name is as long, and ICU's normalisation is
/// quadratic in runs of combining marks (64 KiB take 0.7 s).
inline constexpr std::size_t kMaxNameBytes = 1024;
/// Combining marks beyond this many in a row are dropped; real text has at most 4.
inline constexpr std::size_t kMaxCombiningMarks = 30;

struct Normalised {
  std::u32string text;
  bool cut = false;      ///< longer than kMaxNameBytes: only the beginning was used
  /// Invisible characters or ill-formed bytes were taken out; not told of the (non-)joiners that belong to Arabic script.
  bool altered = false;
};

/// Compatibility-composed (NFKC), lower-cased for names of every language of the region, without
/// characters that cannot be seen (format controls, bidi controls, variation selectors, tags,
/// ill-formed bytes). Turkish İ becomes i, ı stays ı; capital I becomes i, because nobody says
/// whether the text is Turkish. Never fails; bounded by kMaxNameBytes; thread-safe.
Normalised normalise(std::string_view utf8);

/// The same without allocating for nearly every name: the text lies in the object itself, which is meant to live
/// on the stack, unless ICU had to compose it.
class NormalisedText {
 public:
  explicit NormalisedText(std::string_view utf8);
  NormalisedText(const NormalisedText&) = delete;
  NormalisedText& operator=(const NormalisedText&) = delete;

  std::u32string_view text() const { return text_; }
  bool cut() const { return cut_; }
  bool altered() const { return altered_; }

 private:
  bool lower_plain(std::string_view utf8);

  std::u32string_view text_;
  bool cut_ = false;
  bool altered_ = false;
  std::array<char32_t, kMaxNameBytes> room_;  ///< not initialised beyond the text: 4 KiB would cost more than a name
  std::u32string composed_;
};

/// The letter without its diacritics (é → e, ҫ → ҫ where Unicode has no decomposition).
char32_t base_letter(char32_t letter);

/// Text of any script in Latin letters by ICU's Any-Latin, lower-cased: for scripts that Darvaza has
/// no table of its own for. Slow (tens of microseconds). Thread-safe.
std::u32string to_latin(std::u32string_view text);

}  // namespace darvaza::text
