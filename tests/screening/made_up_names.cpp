#include "screening/made_up_names.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/core.h>

namespace darvaza::screening {
namespace {

/// How one syllable is written; spellings are separated by blanks. Made up, but differing as real
/// transliterations do.
struct Syllable {
  std::string_view latin, cyrillic, arabic;
};
constexpr Syllable kSyllables[] = {
    {"bakh bah bax", "бах баҳ", "بخ"},
    {"dar dor", "дар дор", "در دار"},
    {"gul gol goul", "гул гуль", "گل"},
    {"shir sher sheer", "шир шер", "شیر شير"},
    {"mur mor", "мур", "مر مور"},
    {"zam zem", "зам", "زم"},
    {"rus ros", "рус рос", "رس روس"},
    {"tem tim", "тем тим", "تم تیم"},
    {"yar yor", "яр ёр", "یار"},
    {"nav naw", "нав", "نو"},
    {"kesh kish", "кеш киш", "کش كش"},
    {"pay poy pai", "пай пой", "پای"},
    {"jan jon dzhan", "джан жон", "جان"},
    {"fir feer", "фир", "فیر فير"},
    {"las los", "лас лос", "لس"},
    {"vuz wuz", "вуз", "ووز"},
    {"qal kal gal", "кал қал", "قال"},
    {"char chor", "чар чор", "چار"},
    {"sut sot", "сут", "سوت"},
    {"hel khel", "хел", "هل"},
    {"ghaz gaz", "газ ғаз", "غاز"},
    {"zhan jan", "жан", "ژان"},
    {"or ur", "ор ур", "اور"},
    {"es is", "ес ис", "اس"},
};

std::vector<std::string_view> spellings(const Syllable& syllable, NameScript script) {
  std::string_view rest = script == NameScript::latin      ? syllable.latin
                          : script == NameScript::cyrillic ? syllable.cyrillic
                                                           : syllable.arabic;
  std::vector<std::string_view> out;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// The bytes [begin, end) of the `at`-th character.
std::pair<std::size_t, std::size_t> character(std::string_view text, std::size_t at) {
  std::size_t begin = 0;
  for (std::size_t seen = 0; begin < text.size(); ++begin) {
    if (begins_character(text[begin]) && seen++ == at) break;
  }
  std::size_t end = begin + 1;
  while (end < text.size() && !begins_character(text[end])) ++end;
  return {begin, std::min(end, text.size())};
}

}  // namespace

MadeUpName MadeUpNames::make() {
  MadeUpName name;
  name.words.resize(2 + below(2));
  for (auto& word : name.words) {
    for (std::size_t left = 2 + below(2); left > 0; --left) {
      word.push_back(below(std::size(kSyllables)));
    }
  }
  return name;
}

std::string MadeUpNames::spell(const MadeUpName& name, NameScript script) {
  std::string text;
  for (const auto& word : name.words) {
    if (!text.empty()) text += ' ';
    for (const std::size_t syllable : word) {
      const auto choices = spellings(kSyllables[syllable], script);
      text += choices[below(choices.size())];
    }
  }
  return text;
}

std::string MadeUpNames::spell_carelessly(MadeUpName name) {
  if (below(3) == 0) std::swap(name.words.front(), name.words.back());
  if (name.words.size() == 3 && below(3) == 0) name.words.erase(name.words.begin() + 1);
  std::string text = spell(name, kNameScripts[below(3)]);
  if (below(4) == 0) {
    const auto [begin, end] = character(text, below(text.size() / 2));
    const std::string letter = text.substr(begin, end - begin);
    below(2) == 0 ? text.erase(begin, end - begin) : text.insert(begin, letter);
  }
  return text;
}

MadeUpList make_up_list(std::size_t count, MadeUpNames& names) {
  MadeUpList list{{"made-up.csv", "id,name,aliases,birth_date\n"}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    const MadeUpName& name = list.names.emplace_back(names.make());
    const std::string alias =
        names.below(3) == 0 ? names.spell(name, kNameScripts[names.below(3)]) : "";
    list.file.content +=
        fmt::format("m-{},{},{},{}\n", i, names.spell(name, kNameScripts[names.below(3)]), alias,
                    1950 + names.below(50));
  }
  return list;
}

std::vector<Traveller> make_up_travellers(std::size_t count, const MadeUpList& list,
                                          MadeUpNames& names) {
  std::vector<Traveller> travellers;
  for (std::size_t i = 0; i < count; ++i) {
    const MadeUpName& name = i % 4 == 3 ? names.make() : list.names[names.below(list.names.size())];
    Traveller traveller = named(names.spell_carelessly(name));
    traveller.id = fmt::format("t{}", i);
    if (i % 2 == 0) traveller.birth_date.year = static_cast<std::int16_t>(1950 + names.below(50));
    travellers.push_back(std::move(traveller));
  }
  return travellers;
}

}  // namespace darvaza::screening
