// Names as machine-readable zones hold them (Doc 9303-3 §4.6 and §6; Doc 9303-4 §4.2.3, 9303-5,
// 9303-6).
#include "documents/mrz_layout.h"
#include "documents/mrz_name.h"
#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"
#include "romanize/orthography.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::perturb {
namespace {

std::string_view system_for(text::Script script) {
  switch (script) {
    case text::Script::latin:
      return "latn-icao-9303";
    case text::Script::cyrillic:
      return "cyrl-icao-9303";
    case text::Script::arabic:
      return "arab-icao-9303";
    default:
      return {};
  }
}

/// The word in capitals A to Z; a hyphen divides, apostrophes and full stops vanish (Doc 9303-3
/// §4.6). Empty when it has other letters.
std::string zone_word(std::u32string_view word) {
  const std::u32string native = text::normalise(text::encode_utf8(word)).text;
  const romanize::Orthography* system =
      romanize::find_orthography(system_for(text::dominant_script(native)));
  if (system == nullptr || !romanize::covers(*system, native)) return {};
  std::string out;
  for (const char32_t c : romanize::romanise(*system, native)) {
    if (c == U'-' || c == U'<') out += '<';
    if (c >= U'a' && c <= U'z') out += static_cast<char>(c - U'a' + U'A');
  }
  return out;
}

/// Words from `begin` to `end` with fillers between them; empty when one has no letters of a zone.
std::string identifier(const Subject& subject, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string word = zone_word(subject.words[i]);
    if (word.empty()) return {};
    out += (out.empty() ? "" : "<") + word;
  }
  return out;
}

/// Primary and secondary identifier in a field of `length`: what is too long loses its end, but of
/// the secondary one a letter is left.
std::string name_field(std::string primary, const std::string& secondary, std::size_t length) {
  if (secondary.empty()) return primary.substr(0, length);
  constexpr std::size_t kFillersAndLetter = 3;
  primary.resize(std::min(primary.size(), length - kFillersAndLetter));
  return (primary + "<<" + secondary).substr(0, length);
}

void add_words(std::string_view text, std::vector<std::u32string>& words) {
  const Subject read = subject_of(text, {});
  words.insert(words.end(), read.words.begin(), read.words.end());
}

Varied zoned(const Subject& subject, std::size_t length, bool only_cut) {
  if (subject.words.empty()) return does_not_apply(kTooFewWords);
  const std::size_t given = subject.words.size() - subject.surname_words;
  const std::string primary = identifier(subject, given, subject.words.size());
  const std::string secondary = identifier(subject, 0, given);
  if (primary.empty() || secondary.empty() != (given == 0))
    return does_not_apply("letters that zones do not have");
  const std::string field = name_field(primary, secondary, length);
  const bool is_cut = field.size() < primary.size() + (given == 0 ? 0 : 2) + secondary.size();
  if (only_cut && !is_cut) return does_not_apply("short enough for the field");
  const TravellerName name = documents::parse_mrz_name(field);
  Subject result;
  result.birth_date = subject.birth_date;
  add_words(name.secondary, result.words);
  const std::size_t read_given = result.words.size();
  add_words(name.primary, result.words);
  result.surname_words = result.words.size() - read_given;
  if (result == subject) return does_not_apply(kUnchanged);
  return result;
}

std::size_t name_length(MrzFormat format) {
  for (const documents::MrzLayout& layout : documents::mrz_layouts()) {
    if (layout.format == format) return layout.name.length();
  }
  return 0;
}

Variation zone(std::string id, std::string title, MrzFormat format, bool only_cut) {
  const std::size_t length = name_length(format);
  return {std::move(id), std::move(title),
          [=](const Subject& subject, Random&) { return zoned(subject, length, only_cut); }};
}

}  // namespace

std::vector<Variation> zones() {
  return {
      zone("zone-td3", "passport's zone: capitals A to Z, 39 places", MrzFormat::td3, false),
      zone("zone-td1", "identity card's zone: capitals A to Z, 30 places", MrzFormat::td1, false),
      zone("zone-td3-cut", "too long for a passport's zone: cut at 39 places", MrzFormat::td3,
           true),
      zone("zone-td1-cut", "too long for an identity card's zone: cut at 30 places", MrzFormat::td1,
           true)};
}

}  // namespace darvaza::perturb
