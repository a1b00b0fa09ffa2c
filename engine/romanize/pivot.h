// The pivot: about forty sounds in which names from all scripts meet.
//
// Every token of a name, whatever its script, becomes a short string of sounds. The pivot keeps apart
// what some source keeps apart: it does not decide what an ambiguous letter means. Latin c is /k/,
// /s/ or (Turkish, Azerbaijani) /dʒ/, and nobody says which orthography a Latin string is in; so it has a
// sound of its own, c_any, which the cost tables put close to k, s and dj. The same holds for Latin j, x,
// w and y and for Arabic و, ی and the ا that begins a word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace darvaza::romanize {

enum class Sound : std::uint8_t {
  none,  ///< the gap of alignments; never part of a token
  // Vowels. Arabic script writes only long ones; see `w_any` and `y_any`.
  a, e, i, o, u, y,  ///< y: the back unrounded vowel of Russian ы, Turkish ı, Kazakh ы
  a_init,  ///< Arabic-script ا that begins a word: the seat of a vowel that is not written, a, e, i, o or u
  // Between vowel and consonant.
  w_any,  ///< Arabic-script و, Latin w
  y_any,  ///< Arabic-script ی and ي, Cyrillic й, Latin y next to a vowel
  // Consonants.
  b, p, m, f, v, d, t, z, s, sh, zh, ch, dj, ts, dz, k, q, g, gh, kh, h, l, r, n,
  th,      ///< Arabic ث; Latin th, which is also an aspirated or Arabic ت + ه
  dh,      ///< Arabic ذ; Latin dh
  dad,     ///< Arabic ض: d in Arabic, z in Persian and Turkic
  ayn,     ///< Arabic ع; ʿ and ʼ where they are written
  h_end,   ///< final Arabic ه and ة: a, e, ah, eh, at or nothing in other scripts
  // Latin letters whose sound depends on the orthography.
  c_any,  ///< c: k, s, dj, ts
  j_any,  ///< j: dj, zh, y, kh
  x_any,  ///< x: kh, h, ks, sh
  count
};

inline constexpr std::size_t kSoundCount = static_cast<std::size_t>(Sound::count);

/// Whether a sound may be left unwritten or freely exchanged: vowels and the two half vowels.
constexpr bool is_vowel(Sound s) { return s >= Sound::a && s <= Sound::y_any; }

/// A readable spelling for explanations: "sh", "kh", "ʿ". Static storage.
std::string_view spelling(Sound sound);

/// The writing systems that the cost tables tell apart. Costs between the first three are learned from data; those of the
/// others are worked out from them (names/derived_costs.h). `southern` is Tamil and the scripts of Indochina and Tibet, which are
/// spelled with or without voice and breath. Armenian, Georgian and Greek letters count as `cyrillic`, which
/// write what is heard, too; the other letters of India, Ethiopic and Thaana are read
/// into Latin ones; scripts without rules of their own reach the pivot by way of ICU's transliteration into
/// Latin and count as `latin` from there on.
enum class WritingSystem : std::uint8_t { latin, cyrillic, arabic, hebrew, hangul, han, southern };
inline constexpr std::size_t kLearnedSystemCount = 3;
inline constexpr std::size_t kWritingSystemCount = 7;
/// Arabic and Hebrew letters write long vowels at most.
constexpr bool leaves_vowels_out(WritingSystem system) { return system == WritingSystem::arabic || system == WritingSystem::hebrew; }

/// One token in the pivot: a value type without allocation. Tokens of more than kCapacity sounds
/// are cut there: no attested name part is as long, and two that agree so far agree.
class Sounds {
 public:
  static constexpr std::size_t kCapacity = 30;

  constexpr Sounds() = default;
  constexpr explicit Sounds(WritingSystem system) : system_(system) {}

  constexpr WritingSystem system() const { return system_; }
  /// The same sounds, written in another system.
  constexpr Sounds in(WritingSystem system) const {
    Sounds same = *this;
    same.system_ = system;
    return same;
  }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr Sound operator[](std::size_t i) const { return sounds_[i]; }
  constexpr Sound back() const { return sounds_[size_ - 1u]; }
  constexpr const Sound* begin() const { return sounds_.data(); }
  constexpr const Sound* end() const { return sounds_.data() + size_; }

  /// Appends, or does nothing when the token is full.
  constexpr void push_back(Sound s) {
    if (size_ < kCapacity) sounds_[size_++] = s;
  }
  constexpr void pop_back() { sounds_[--size_] = Sound::none; }
  constexpr void append(const Sounds& other) {
    for (Sound s : other) push_back(s);
  }
  /// Appends a word as if it were written together with this one: d and the j of Muhammad Jan are the dj of Muhammadjan, two letters that
  /// are alike are one. Digraphs of one script alone (Latin sh, kh) are not formed: the same name is glued without them in others.
  void join(const Sounds& word);

  /// Unused places hold Sound::none, so that whole objects can be compared.
  friend constexpr bool operator==(const Sounds&, const Sounds&) = default;
  friend constexpr auto operator<=>(const Sounds&, const Sounds&) = default;

 private:
  WritingSystem system_ = WritingSystem::latin;
  std::uint8_t size_ = 0;
  std::array<Sound, kCapacity> sounds_{};
};
static_assert(sizeof(Sounds) == 32);

/// How many of the sounds are no vowels. Over all places, used or not, so that the loop has a fixed length: Sound::none comes before the vowels, consonants behind.
constexpr int consonant_count(const Sounds& sounds) {
  static_assert(Sound::none < Sound::a && Sound::y_any < Sound::b);
  std::uint8_t count = 0;
  for (std::size_t i = 0; i < Sounds::kCapacity; ++i) count = static_cast<std::uint8_t>(count + (sounds.begin()[i] > Sound::y_any ? 1 : 0));
  return count;
}

/// The readable spelling of a whole token, for explanations.
std::string spelling(const Sounds& sounds);

}  // namespace darvaza::romanize
