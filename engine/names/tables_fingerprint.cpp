#include "names/tables_fingerprint.h"

#include <span>
#include <string_view>
#include <vector>

#include "names/equivalent_names.h"
#include "names/person_name.h"
#include "names/phrase_costs.h"
#include "names/skeleton.h"
#include "names/syllabic_names.h"
#include "names/sound_costs.h"
#include "names/token_cost.h"
#include "romanize/romanize.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// FNV-1a: a fingerprint against mistakes, not against attackers (list releases are signed).
class Fingerprint {
 public:
  void add(std::uint64_t value) {
    for (int byte = 0; byte < 8; ++byte) value_ = (value_ ^ (value >> (8 * byte) & 0xff)) * 0x100000001b3;
  }
  void add(const romanize::Sounds& sounds) {
    add(static_cast<std::uint64_t>(sounds.system()) << 8 | sounds.size());
    for (romanize::Sound s : sounds) add(static_cast<std::uint64_t>(s));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325;
};

/// Every letter of the scripts with tables, alone and before and after another one, so that rules
/// for first, last and neighbouring letters show.
void add_letters(Fingerprint& fingerprint) {
  struct Block { char32_t first, last, neighbour; };
  constexpr Block kBlocks[] = {{U'a', U'\u024F', U'a'}, {U'а', U'\u052F', U'а'}, {U'ء', U'\u06FF', U'ا'},
                                {U'\u03B1', U'\u03C9', U'α'}, {U'\u0561', U'\u0587', U'ա'}, {U'\u05D0', U'\u05EA', U'ו'}, {U'\u10D0', U'\u10F6', U'ა'}, {U'\u0905', U'\u094D', U'क'},
                                {U'\u0B01', U'\u0B71', U'କ'}, {U'\u0B83', U'\u0BCD', U'க'}, {U'\u0D01', U'\u0D7F', U'ക'}, {U'\u0D82', U'\u0DDF', U'ක'}, {U'\u0780', U'\u07B0', U'ބ'},
                                {U'\u0E01', U'\u0E4D', U'ก'}, {U'\u0E81', U'\u0ECD', U'ກ'}, {U'\u0F40', U'\u0FBC', U'ག'}, {U'\u1000', U'\u104F', U'က'}, {U'\u1200', U'\u135F', U'መ'},
                                {U'\u1780', U'\u17D3', U'ក'}};
  for (const Block& block : kBlocks) {
    for (char32_t letter = block.first; letter <= block.last; ++letter) {
      fingerprint.add(romanize::romanize(std::u32string{letter}));
      fingerprint.add(romanize::romanize(std::u32string{letter, block.neighbour}));
      fingerprint.add(romanize::romanize(std::u32string{block.neighbour, letter}));
    }
  }
}

void add_keys(const romanize::Sounds& sounds, Fingerprint& fingerprint) {
  std::vector<std::uint32_t> keys;
  skeleton_keys(sounds, keys);
  for (std::uint32_t key : keys) fingerprint.add(key);
  skeleton_probes(sounds, keys);
  for (std::uint32_t key : keys) fingerprint.add(key);
  prefix_keys(sounds, keys);
  for (std::uint32_t key : keys) fingerprint.add(key);
}

/// No letters that go through ICU, whose transliterator takes longer to make than an index to open.
void add_names(Fingerprint& fingerprint) {
  constexpr std::string_view kProbes[] = {"Haji Abdurrahman bin M. Rustamovich, FNU", "عبدالرحمن الحسن", "Абдуррахман оглы", "Abdur Georgine Renaultx Chuwadjicz Mirabdullah Abdukarim Evdirehman",
                                          "Ahmadzoda Abbaszade Khudabux Maqsud Bauyrzhanuly", "Габдрахман Ахмадзода Ҷаъфар Карим оғли", "ئابدۇكېرىم احمدزاده",
                                          "نصرالله کھوکھر ذوالفقار مدد ئەمەت", "Щукин-Жданьев Хъядзё Къагъгӏэ",
                                          "김철수 남궁현 尉迟 单 בנימין ਸਿੰਘ Μπάμπης", "ธนพล จักรพงษ์ ວິໄລວັນ သန်းထွန်း བསྟན་འཛིན་པདྨ ຫຼວງ វណ្ណារី Cabdullahi"};
  for (std::string_view probe : kProbes) {
    for (const Token& token : parse_name(probe).tokens) {
      fingerprint.add(token.sounds);
      add_keys(token.sounds, fingerprint);
      fingerprint.add(static_cast<std::uint64_t>(token.role));
    }
  }
}

void add_costs(Fingerprint& fingerprint) {
  using romanize::WritingSystem;
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < romanize::kWritingSystemCount; ++b) {
      const SoundCosts& costs = sound_costs(static_cast<WritingSystem>(a), static_cast<WritingSystem>(b));
      for (const auto& row : costs.meet) for (std::uint16_t cost : row) fingerprint.add(cost);
      for (const auto& row : costs.drop) for (std::uint16_t cost : row) fingerprint.add(cost);
      for (const auto& row : costs.add) for (std::uint16_t cost : row) fingerprint.add(cost);
    }
  }
}

void add(const Phrase& phrase, Fingerprint& fingerprint) {
  fingerprint.add(phrase.size);
  for (romanize::Sound s : phrase.sounds) fingerprint.add(static_cast<std::uint64_t>(s));
}

void add_phrases(Fingerprint& fingerprint) {
  using romanize::WritingSystem;
  for (std::size_t a = 0; a < romanize::kWritingSystemCount; ++a) {
    for (std::size_t b = a; b < romanize::kWritingSystemCount; ++b) {
      for (const PhraseCost& habit : phrase_costs(static_cast<WritingSystem>(a), static_cast<WritingSystem>(b)).all()) {
        add(habit.a, fingerprint);
        add(habit.b, fingerprint);
        fingerprint.add(std::uint64_t{habit.cost} << 1 | habit.at_end);
      }
    }
  }
}

/// The index keeps for every token of its dictionary which others are customary forms of it.
void add_groups(Fingerprint& fingerprint) {
  const auto add_words = [&](std::u32string_view words, Millinats cost) {
    for (const char32_t letter : words) fingerprint.add(letter);
    fingerprint.add(static_cast<std::uint64_t>(cost));
  };
  for (const std::u32string_view group : equivalent_name_groups()) add_words(group, kOtherForm);
  for (const RomanisedNames& group : romanised_name_groups()) add_words(group.words, group.cost);
  for (const std::u32string& group : chinese_syllable_groups()) add_words(group, kOtherSpelling);
}

/// They say which particles are names.
void add_syllables(Fingerprint& fingerprint) {
  for (const SyllablesOfCountry& country : {korean_syllables(), chinese_syllables()}) {
    for (const std::string_view list : {country.family_names, country.syllables}) {
      for (const char letter : list) fingerprint.add(static_cast<std::uint64_t>(letter));
    }
  }
}

void add_exchange(Fingerprint& fingerprint) {
  fingerprint.add(kExchange);
  fingerprint.add(kLeastExchanged);
  fingerprint.add(kExchangeReach);
}

std::uint64_t compute() {
  Fingerprint fingerprint;
  add_letters(fingerprint);
  add_names(fingerprint);
  add_costs(fingerprint);
  add_phrases(fingerprint);
  add_groups(fingerprint);
  add_syllables(fingerprint);
  add_exchange(fingerprint);
  return fingerprint.value();
}

}  // namespace

std::uint64_t tables_fingerprint() {
  static const std::uint64_t value = compute();
  return value;
}

}  // namespace darvaza::names
