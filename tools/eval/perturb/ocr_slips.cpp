// Letters that readers of print take for others, one place a name.
#include "documents/look_alikes_table.h"
#include "eval/perturb/families.h"
#include "eval/perturb/letters.h"

namespace darvaza::perturb {
namespace {

using text::Script;

/// What is printed, and what is read instead; both ways round where `both`.
struct Confusion {
  std::u32string_view printed, read;
};

// Shapes that differ by a stroke in common fonts; letters run together.
constexpr Confusion kLatin[] = {
    {U"rn", U"m"}, {U"m", U"rn"}, {U"cl", U"d"}, {U"d", U"cl"}, {U"vv", U"w"}, {U"w", U"vv"},
    {U"li", U"h"}, {U"h", U"li"}, {U"nn", U"m"}, {U"l", U"i"},  {U"i", U"l"},  {U"h", U"b"},
    {U"b", U"h"},  {U"e", U"c"},  {U"c", U"e"},  {U"u", U"v"},  {U"v", U"u"},  {U"n", U"u"},
    {U"u", U"n"},  {U"f", U"t"},  {U"t", U"f"},  {U"g", U"q"},  {U"q", U"g"},  {U"a", U"o"},
    {U"o", U"a"},  {U"y", U"v"},  {U"O", U"Q"},  {U"Q", U"O"},  {U"O", U"D"},  {U"D", U"O"},
    {U"C", U"G"},  {U"G", U"C"},  {U"E", U"F"},  {U"F", U"E"},  {U"U", U"V"},  {U"V", U"U"},
    {U"I", U"L"},  {U"L", U"I"},  {U"I", U"T"},  {U"T", U"I"},  {U"H", U"N"},  {U"N", U"H"},
    {U"M", U"N"},  {U"P", U"R"},  {U"R", U"P"},  {U"B", U"R"},  {U"K", U"X"},  {U"V", U"Y"},
    {U"Y", U"V"},  {U"ş", U"s"},  {U"ç", U"c"},  {U"ğ", U"g"},  {U"ı", U"i"},  {U"ö", U"o"},
    {U"ü", U"u"},  {U"ə", U"a"}};

constexpr Confusion kCyrillic[] = {
    {U"ш", U"щ"}, {U"щ", U"ш"}, {U"и", U"й"}, {U"й", U"и"}, {U"е", U"ё"}, {U"ё", U"е"},
    {U"н", U"п"}, {U"п", U"н"}, {U"и", U"н"}, {U"н", U"и"}, {U"п", U"л"}, {U"л", U"п"},
    {U"о", U"с"}, {U"с", U"о"}, {U"е", U"с"}, {U"з", U"э"}, {U"э", U"з"}, {U"ь", U"ъ"},
    {U"ъ", U"ь"}, {U"ы", U"м"}, {U"ц", U"щ"}, {U"в", U"б"}, {U"к", U"қ"}, {U"қ", U"к"},
    {U"г", U"ғ"}, {U"ғ", U"г"}, {U"х", U"ҳ"}, {U"ҳ", U"х"}, {U"н", U"ң"}, {U"ң", U"н"},
    {U"у", U"ў"}, {U"ў", U"у"}, {U"ч", U"ҷ"}, {U"ҷ", U"ч"}, {U"и", U"ӣ"}, {U"ӣ", U"и"},
    {U"у", U"ү"}, {U"ү", U"у"}, {U"ө", U"о"}, {U"ә", U"э"}};

// Letters of one stroke that differ by their dots.
constexpr std::u32string_view kArabicStrokes[] = {U"بپتثنی", U"جچحخ", U"دذ", U"رزژ", U"سش", U"صض",
                                                  U"طظ",     U"عغ",   U"فق", U"کگ",  U"وؤ", U"هة"};

bool stands_at(std::u32string_view word, std::size_t at, std::u32string_view letters) {
  return word.substr(at, letters.size()) == letters;
}

/// Reads one place of the name by one of the confusions that fit there, chosen among all of them.
template <typename Confusions>
Varied misread(const Subject& subject, Random& random, Script script,
               const Confusions& confusions) {
  if (!is_written_in(subject, script)) return does_not_apply(kOtherScript);
  struct Reading {
    Place place;
    Confusion confusion;
  };
  std::vector<Reading> readings;
  for (std::size_t w = 0; w < subject.words.size(); ++w) {
    for (std::size_t at = 0; at < subject.words[w].size(); ++at) {
      for (const Confusion& confusion : confusions) {
        if (stands_at(subject.words[w], at, confusion.printed))
          readings.push_back({{w, at}, confusion});
      }
    }
  }
  if (readings.empty()) return does_not_apply(kNoSuchPlace);
  const Reading& chosen = readings[static_cast<std::size_t>(random.below(readings.size()))];
  Subject result = subject;
  result.words[chosen.place.word].replace(chosen.place.letter, chosen.confusion.printed.size(),
                                          chosen.confusion.read);
  return result;
}

Varied misread_dots(const Subject& subject, Random& random) {
  if (!is_written_in(subject, Script::arabic)) return does_not_apply(kOtherScript);
  const auto stroke_of = [](char32_t letter) -> std::u32string_view {
    for (const std::u32string_view letters : kArabicStrokes) {
      if (letters.find(letter) != std::u32string_view::npos) return letters;
    }
    return {};
  };
  const auto place = choose_place(subject, random, [&](std::u32string_view word, std::size_t at) {
    return !stroke_of(word[at]).empty();
  });
  if (!place) return does_not_apply(kNoSuchPlace);
  Subject result = subject;
  char32_t& letter = result.words[place->word][place->letter];
  const std::u32string_view stroke = stroke_of(letter);
  const std::size_t step = 1 + static_cast<std::size_t>(random.below(stroke.size() - 1));
  letter = stroke[(stroke.find(letter) + step) % stroke.size()];
  return result;
}

/// Letters for which a reader of machine-readable zones gives a digit or another letter, in
/// capitals.
std::vector<std::array<std::u32string, 2>> zone_confusions() {
  std::vector<std::array<std::u32string, 2>> all;
  for (const documents::ConfusablePair& pair : documents::confusable_pairs()) {
    const std::u32string a(1, static_cast<char32_t>(pair.a)), b(1, static_cast<char32_t>(pair.b));
    all.push_back({a, b});
    all.push_back({b, a});
  }
  return all;
}

Varied misread_zone(const Subject& subject, Random& random) {
  static const std::vector<std::array<std::u32string, 2>> texts = zone_confusions();
  static const std::vector<Confusion> confusions = [] {
    std::vector<Confusion> all;
    for (const auto& pair : texts) all.push_back({pair[0], pair[1]});
    return all;
  }();
  Subject capitals = subject;
  for (std::u32string& word : capitals.words) word = upper(word);
  return misread(capitals, random, Script::latin, confusions);
}

}  // namespace

std::vector<Variation> ocr_slips() {
  return {{"ocr-latin", "a Latin letter misread in print",
           [](const Subject& s, Random& r) { return misread(s, r, Script::latin, kLatin); }},
          {"ocr-cyrillic", "a Cyrillic letter misread in print",
           [](const Subject& s, Random& r) { return misread(s, r, Script::cyrillic, kCyrillic); }},
          {"ocr-arabic", "dots of an Arabic letter misread", misread_dots},
          {"ocr-zone",
           "a letter or digit for another one, as readers of machine-readable zones mistake them",
           misread_zone}};
}

}  // namespace darvaza::perturb
