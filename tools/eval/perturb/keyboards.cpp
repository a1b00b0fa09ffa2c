// Sources: the layouts that Unicode's CLDR and the operating systems give for each language; ISIRI
// 9147 for Persian; ISO/IEC 9995 for the offset of the rows.
#include "eval/perturb/keyboards.h"

namespace darvaza::perturb {
namespace {

using text::Script;

constexpr Keyboard kKeyboards[] = {
    {"qwerty", "English keyboard", Script::latin, {U"", U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"}},
    {"qwertz", "German keyboard", Script::latin, {U"", U"qwertzuiopü", U"asdfghjklöä", U"yxcvbnm"}},
    {"azerty", "French keyboard", Script::latin, {U"", U"azertyuiop", U"qsdfghjklm", U"wxcvbn"}},
    {"turkish",
     "Turkish Q keyboard",
     Script::latin,
     {U"", U"qwertyuıopğü", U"asdfghjklşi", U"zxcvbnmöç"}},
    {"azerbaijani",
     "Azerbaijani keyboard",
     Script::latin,
     {U"", U"qüertyuiopöğ", U"asdfghjklıə", U"zxcvbnmçş"}},
    {"jcuken",
     "Russian keyboard",
     Script::cyrillic,
     {U"", U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"}},
    {"kazakh",
     "Kazakh keyboard",
     Script::cyrillic,
     {U" әіңғ  үұқөһ", U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"}},
    {"persian",
     "Persian keyboard",
     Script::arabic,
     {U"", U"ضصثقفغعهخحجچ", U"شسیبلاتنمکگ", U"ظطزرذدپو"}},
    {"arabic",
     "Arabic keyboard",
     Script::arabic,
     {U"", U"ضصثقفغعهخحجد", U"شسيبلاتنمكط", U"ئءؤر ىةوزظ"}},
};

/// How far each row begins to the right of the row of digits, in quarters of a key.
constexpr std::array<int, 4> kOffset = {0, 2, 3, 5};
constexpr int kKeyWidth = 4;

}  // namespace

std::span<const Keyboard> keyboards() { return kKeyboards; }

std::u32string neighbours(const Keyboard& keyboard, char32_t letter) {
  const auto position = [](std::size_t row, std::size_t column) {
    return kOffset[row] + kKeyWidth * static_cast<int>(column);
  };
  std::u32string out;
  for (std::size_t row = 0; row < keyboard.rows.size(); ++row) {
    const std::size_t column = keyboard.rows[row].find(letter);
    if (column == std::u32string_view::npos || letter == U' ') continue;
    for (std::size_t other = row == 0 ? 0 : row - 1;
         other < keyboard.rows.size() && other <= row + 1; ++other) {
      for (std::size_t i = 0; i < keyboard.rows[other].size(); ++i) {
        const int distance = position(other, i) - position(row, column);
        const bool touches = other == row ? distance == kKeyWidth || distance == -kKeyWidth
                                          : distance < kKeyWidth && distance > -kKeyWidth;
        if (touches && keyboard.rows[other][i] != U' ') out += keyboard.rows[other][i];
      }
    }
  }
  return out;
}

}  // namespace darvaza::perturb
