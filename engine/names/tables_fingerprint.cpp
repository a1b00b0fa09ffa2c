#include "names/tables_fingerprint.h"

#include <span>
#include <string_view>
#include <vector>

#include "names/equivalent_names.h"
#include "names/glued_articles.h"
#include "names/person_name.h"
#include "names/phrase_costs.h"
#include "names/skeleton.h"
#include "names/syllabic_names.h"
#include "names/sound_costs.h"
#include "names/surname_endings.h"
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

/// Every letter of the scripts with rules of their own, alone and before and after another one, so that rules
/// for first, last and neighbouring letters show.
void add_letters(Fingerprint& fingerprint) {
  struct Block { char32_t first, last, neighbour; };
  constexpr Block kBlocks[] = {{U'a', U'\u024F', U'a'}, {U'а', U'\u052F', U'а'}, {U'ء', U'\u06FF', U'ا'},
                                {U'\u03B1', U'\u03C9', U'α'}, {U'\u0561', U'\u0587', U'ա'}, {U'\u05D0', U'\u05EA', U'ו'}, {U'\u10D0', U'\u10F6', U'ა'}, {U'\u0905', U'\u094D', U'क'},
                                {U'\u0780', U'\u07B0', U'ބ'}, {U'\u0985', U'\u09CE', U'ক'}, {U'\u0A05', U'\u0A71', U'ਕ'}, {U'\u0A85', U'\u0ACD', U'ક'}, {U'\u0B05', U'\u0B71', U'କ'}, {U'\u0B83', U'\u0BCD', U'க'},
                                {U'\u0C05', U'\u0C4D', U'క'}, {U'\u0C85', U'\u0CCD', U'ಕ'}, {U'\u0D05', U'\u0D7F', U'ക'}, {U'\u0D82', U'\u0DDF', U'ක'}, {U'\u0E01', U'\u0E4D', U'ก'}, {U'\u0E81', U'\u0ECD', U'ກ'},
                                {U'\u0F40', U'\u0FBC', U'ཀ'}, {U'\u1000', U'\u103E', U'က'}, {U'\u1200', U'\u135A', U'ለ'}, {U'\u1780', U'\u17D2', U'ក'}, {U'\u17B6', U'\u17D0', U'គ'}};
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

void add(const PersonName& name, Fingerprint& fingerprint) {
  for (const Token& token : name.tokens) {
    fingerprint.add(token.sounds);
    add_keys(token.sounds, fingerprint);
    fingerprint.add(static_cast<std::uint64_t>(token.role));
    fingerprint.add(static_cast<std::uint64_t>(token.apart));
  }
}

/// No letters that go through ICU, whose transliterator takes longer to make than an index to open.
void add_names(Fingerprint& fingerprint) {
  constexpr std::string_view kProbes[] = {"Haji Abdurrahman bin M. Rustamovich, FNU", "عبدالرحمن الحسن", "Абдуррахман оглы", "Abdur Georgine Renaultx Chuwadjicz Mirabdullah Abdukarim Evdirehman",
                                          "Ahmadzoda Abbaszade Khudabux Maqsud Bauyrzhanuly", "Габдрахман Ахмадзода Ҷаъфар Карим оғли", "ئابدۇكېرىم احمدزاده",
                                          "نصرالله کھوکھر ذوالفقار مدد ئەمەت", "Щукин-Жданьев Хъядзё Къагъгӏэ",
                                          "김철수 남궁현 尉迟 单 בנימין ਸਿੰਘ Μπάμπης",
                                          // The elements of Thai names, and what the readers do beyond single letters.
                                          "ธนา วรพจน์ จักรพงษ์ พรหมมา พราหม เพชรรัตน์ เพ็ชร บุตร มิตร ฉัตรชัย เนตร ภัทรพล ชาติ ญาติ ธาตุ เกตุ เหตุ เกียรติ ภูมิ วรวุฒิ พุฒิ โชติ สมบัติ ทรัพย์ ทรง ทราย",
                                          "สมุทร จิตร วิจิตร พิจิตร ธรรม เกษม พงศธร อรทัย อรอนงค์ กฤษณะ เจริญ สุวรรณ ชวลิต ประเสริฐ ปิยพร มนตรี สมัคร อยู่ เกรียง เดือน เนย เลิศ สุข บัว ไชย แก้ว เต็ม",
                                          "ສີສະຫວາດ ຄຳໄຕ ດວງຈັນ ຫຼ້າ ໜູ ເດືອນ ເງິນ ບຸນທອງ ແກ້ວ ວຽງ ໂຄດ ເຄັນ", "សុវណ្ណា កញ្ញា សុភ័ក្ត្រ ជ័យ ច័ន្ទ ប៊ុនធឿន ម៉ៅ សំអាត ពិសិដ្ឋ ពន្លឺ សីហនុ ភារុណ គុំ សាំ ពុះ",
                                          "အောင်ဆန်းစုကြည်ထွန်းညွန့်ဥက္ကာစန္ဒာဇင်မာသိန်းအိဝန်နိုင်မိုးလှခိုက်တုတ်ဗိုလ်", "བསྟན་འཛིན་རྡོ་རྗེ་པདྨ་ཀརྨ་ཟླ་བ་ངག་དབང་དགེ་འདུན་བཀྲ་ཤིས་ཆོས་རྒྱལ་དབྱངས་ཅན་ལྷ་མོ",
                                          "முருகன் சண்முகம் லட்சுமி ஞானம் மூர்த்தி அஃபான் செந்தில் கண்ணன் பன்றி பற்று", "වික්‍රමසිංහ ප්‍රසන්න", "ትዕግሥት መኮንን መንግሥቱ ገብርኤል ውብሸት ህይወት እስክንድር", "ޝިފާ މުހައްމަދު އަލީއް",
                                          "ପଟ୍ଟନାୟକ వెంకటేశ్వర్లు ಮಲ್ಲಿಕಾರ್ಜುನ സംഗീത കറ്റ ന്റെ രാജൻ", "ڀٽو ڏنو ڪلهوڙو جەلال", "Gkikas Jungkook Caasha Ismaaciil Cabdiraxmaan Lakshmi", "Abdullojon Abdulaev Абдуллоев عبداللە عبدول مُوسَىٰ بـن", "ธนพล ວິໄລວັນ ຫຼວງ သန်းထွန်း វណ្ណារី Cabdullahi",
                                          // What is no letter by itself: links, initials of two letters, palochkas, accents for apostrophes, Kazakh ı and ý.
                                          "Jalal-u-Din Fazl-e-Haq Alla U Din", "Gh. Karim Nazari", "Дж. Карим Назари", "МухIаммад Х1усен АхIмад Кiрил ГӀали", "Bo\u00B4ri Nadirbəy", "Jolaıuly Áliıa Dáýren Ýálı Aýdar", "ລັດສະວົງ សុខស្រី",
                                          // Surnames of Belarus, Albanian letters, a syllable of one Cyrillic letter.
                                          "Piatrou Пятрова Xhafer", "Ким Ё Чжон",
                                          // When a father's name is a surname.
                                          "Nadir Karimović", "Karimović N.",
                                          // What says whose child or wife somebody is, and what only seems to.
                                          "Gul Rang s/o Haji Sher Dil Agha", "Gul, wife of Dil, Rang", "Gul Rang farzand-e Dil", "Gul dukhtar Dil Agha", "Gul pesar Dil", "Ben Dil bin Haji Rang", "Muhammad Farzand Ali", "Agha valad-e Dil", "Nasir Walad", "Гуль сын Дил", "Ким Сын Чхоль", "گل ولد دل", "ناصر ولد حماد", "محمد فرزند علی", "زلمی فرزند دل",
                                          "گل د دل زوی", "गुल पुत्र दिल", "Gul farzand Haji Dil", "Gul s/o late Dil", "Гуль сын Сафара", "Гуль сын Мусы", "زهرا بنت الهدی", "Nasir Walad Dil",
                                          // Abbreviations, Abdul in India's scripts, non-joiners.
                                          "Nurettin Hidoyatulla Rahmatilla Ziyoviddin Gamaleldin Nuredin Britten Хайруллин Нуретдинов نورالدین نصرالله", "Rahmat Ullah", "Исо Yahyo Mehriniso", "UDDIN, Md. Nizam", "Nadir Sheikh", "Nadir Zarbofan El Sayed", "Najm al-Din", "Рахмат Улло", "رحمة الله", "الله داد", "نجم الدین", "অব্দুল আবদুল અબ્દુલ્લા মোঃ", "سید‌جواد‌هاشمی", "SHEIKH, Nadir", "Abdul Nadir Sheikh", "Maulawi Nadir Mufti", "Nadir bin Zarbof"};
  for (std::string_view probe : kProbes) {
    add(parse_name(probe), fingerprint);
    if (has_glued_reading(probe)) add(parse_glued(probe), fingerprint);  // as the builder asks
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

/// As it keeps customary other forms by endings.
void add_endings(Fingerprint& fingerprint) {
  for (const std::u32string_view probe : {U"karimov", U"həsənli", U"qodirzoda", U"jumaboy", U"petrovskaya", U"muratuly", U"ravshanbek", U"каримпур", U"кадырова", U"کریموف", U"نظرزاده", U"ghamdi", U"alhassan"}) {
    for (const OtherEnding& form : other_endings(romanize::romanize(probe))) {
      fingerprint.add(form.sounds);
      fingerprint.add(static_cast<std::uint64_t>(form.cost));
      fingerprint.add(static_cast<std::uint64_t>(form.stem));
      for (const romanize::WritingSystem other : {romanize::WritingSystem::latin, romanize::WritingSystem::arabic}) fingerprint.add(static_cast<std::uint64_t>(stem_limit(form.stem, form.sounds.system(), other)));
    }
  }
}

/// Which names are searched for with the article glued to them.
void add_names_with_article(Fingerprint& fingerprint) {
  for (const std::u32string_view name : names_with_article()) {
    for (const char32_t letter : name) fingerprint.add(letter);
  }
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
  add_endings(fingerprint);
  add_names_with_article(fingerprint);
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
