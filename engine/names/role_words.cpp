#include "names/role_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

#include "names/letters.h"
#include "names/word_set.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using namespace std::string_view_literals;

// Sources: "A Guide to Names and Naming Practices" (2006); ODNI ICS-630-01; the rules of names in
// standards of the region. One row a language or family of words.
constexpr std::u32string_view kParticles[] = {
    // Arabic article in its Latin, Cyrillic and Arabic-script forms, assimilated ones included.
    U"al", U"el", U"il", U"ul", U"ol", U"ar", U"as", U"ash", U"at", U"ad", U"az", U"an", U"ur", U"us", U"ud",
    U"uz", U"un", U"er", U"es", U"ed", U"ech", U"аль", U"эль", U"ал", U"эл", U"ар", U"ас", U"аш", U"ат", U"ад",
    U"аз", U"ан", U"ут", U"ур", U"уд", U"ال",
    // "son of", "daughter of".
    U"bin", U"ibn", U"ben", U"bn", U"bint", U"ould", U"wuld", U"binti", U"бин", U"ибн", U"бен", U"бинт", U"بن", U"ابن",
    U"بنت", U"ولد", U"בן", U"בת",
    // European.
    U"de", U"di", U"da", U"du", U"del", U"der", U"den", U"van", U"von", U"la", U"le", U"dos", U"y", U"e",
};

// "Son of", "daughter of", "offspring of" behind the father's name. Apostrophes are left out (oʻgʻli).
constexpr std::u32string_view kFollowers[] = {
    U"oglu", U"oğlu", U"ogly", U"oglı", U"oğlı", U"oghlu", U"oghly", U"oghli", U"ogli", U"ugli", U"uglu", U"ugly", U"uly", U"uulu", U"uuly", U"ulu",
    U"qizi", U"qızı", U"kizi", U"kızı", U"kyzy", U"gyzy", U"gizi", U"qyzy", U"kizy", U"tegi", U"оглы", U"оглу", U"оғлу", U"оғли", U"огли", U"угли", U"углы", U"ўғли", U"ули",
    U"улы", U"ұлы", U"уулу", U"кызы", U"қизи", U"кизи", U"қызы", U"гызы", U"тегі", U"теги", U"اوغلو", U"اوغلی", U"اوغلي", U"ئوغلى", U"قیزی", U"قىزى", U"ۇلى",
};
// The same written together with the name.
constexpr std::u32string_view kFollowerEndings[] = {U"uly", U"uulu", U"kyzy", U"qyzy", U"улы", U"ұлы", U"уулу", U"кызы", U"қызы", U"тегі"};

// Papers of Afghanistan, Pakistan, Iran, Tajikistan and India, and of clerks who write Russian and English. Not zoja, a woman's name; not so, do and wo, which
// are names of Korea, China and Burma; not дружина and син; not valade and pesare, European surnames.
constexpr std::u32string_view kChildren[] = {
    U"дочь", U"жена", U"вдова", U"супруга", U"валади", U"писари", U"духтари", U"фарзанди", U"ҳамсари", U"завҷаи", U"завчаи",
    U"زوجۂ", U"زوجهٔ", U"بیوہ", U"بیوۂ", U"بیوه", U"पुत्र", U"पुत्री", U"सुपुत्र", U"सुपुत्री", U"पत्नी",
};
constexpr std::u32string_view kChildrenOrParts[] = {
    U"walad", U"walade", U"waladi", U"valad", U"dukhtar", U"dokhtar", U"dukhter", U"pesar", U"hamsar", U"dokhtare", U"dukhtare", U"hamsare", U"zawja", U"zawjah", U"zawje", U"zawjeh", U"zowja", U"zowje", U"zowjeh", U"zowjah", U"zouja", U"zauja", U"zaujah",
    U"валад", U"دختر", U"پسر", U"همسر", U"زوجہ", U"زوجه", U"زوجة",
};
constexpr std::u32string_view kChildrenInPersian[] = {U"ولد", U"بنت"};
constexpr std::u32string_view kChildrenOrNames[] = {U"farzande", U"فرزند", U"фарзанд"};
constexpr std::u32string_view kChildrenOrSyllables[] = {U"сын"};
// Given names and surnames unless a vowel follows, or a title: Farzand Ali, Walid, Wald.
constexpr std::u32string_view kChildrenOrNamesInLatin[] = {U"wald", U"walid", U"farzand"};
constexpr std::u32string_view kChildrenOf[] = {U"son", U"daughter", U"child", U"grandson", U"granddaughter", U"wife", U"widow", U"husband"};
constexpr std::u32string_view kOfs[] = {U"of", U"o", U"د"};
constexpr std::u32string_view kChildrenBehind[] = {U"زوی", U"زوي", U"لور", U"مېرمن", U"ښځه"};

constexpr std::u32string_view kCourtesiesOfFathers[] = {U"the", U"late", U"shri", U"sri", U"shree", U"marhum", U"marhoom", U"مرحوم", U"покойного", U"स्व", U"स्वर्गीय", U"श्री"};

constexpr std::u32string_view kTitlesOfFathers[] = {U"haji", U"hajji", U"hadji", U"haj", U"hajj", U"alhaj", U"mullah", U"mulla", U"molla", U"mollah", U"maulavi", U"mawlawi", U"maulvi", U"molavi", U"mawlavi", U"moulavi"};

constexpr std::string_view kMuhammads[] = {"muhammad", "mohammad", "mohammed", "muhammed", "mohamed", "mohamad", "muhamad", "muhamed", "мухаммад", "мухаммед", "мохаммад", "محمد"};

constexpr std::u32string_view kTitles[] = {
    U"mr", U"mrs", U"ms", U"miss", U"dr", U"doctor", U"prof", U"professor", U"eng", U"engineer", U"ing", U"sir", U"col", U"colonel", U"gen", U"general", U"brig",
    U"brigadier", U"maj", U"major", U"capt", U"captain", U"lt", U"lieutenant", U"sgt", U"haji", U"hajji", U"hadji", U"haj", U"hajj", U"alhaj", U"alhaji", U"hadj",
    U"haci", U"hacı", U"hoji", U"mullah", U"mulla", U"maulavi", U"mawlawi", U"maulvi", U"molavi", U"mawlavi", U"moulavi", U"maulawi", U"moulawi", U"mowlavi", U"mowlawi", U"moulvi", U"maulwi", U"molvi", U"maulana", U"mawlana", U"seyh", U"ustad",
    U"ustaz", U"ostad", U"ayatollah", U"agha", U"хаджи", U"хожи", U"ҳожи", U"мулла", U"мулло", U"маулави", U"молави", U"мавлави", U"доктор", U"генерал",
    U"полковник", U"инженер", U"устод", U"муфтий", U"حاجی", U"حاجي", U"الحاج", U"حاج", U"ملا", U"ملأ", U"ملاّ", U"مولوی", U"مولوي", U"مولانا", U"الشيخ", U"استاد", U"استاذ",
    U"دکتر", U"دكتر", U"دكتور", U"الدكتور", U"ڈاکٹر", U"السيد", U"آیت\u200cالله", U"مهندس", U"انجنیر", U"جنرال", U"ډاکټر",
};
// Borne as surnames, too: by very many (Sheikh, Sayed, Qazi), ...
constexpr std::u32string_view kCommonSurnamesToo[] = {
    U"qazi", U"sayed", U"sayyed", U"sayyid", U"seyed", U"seyyed", U"shaikh", U"shaykh", U"sheik", U"sheikh", U"shekh", U"sheykh", U"shiekh", U"shaik", U"cheikh", U"şeyh", U"syed", U"сайид",
    U"сеид", U"шайх", U"шейх", U"سيد", U"سید", U"شيخ", U"شیخ", U"قاضی",
};
// ... and by some.
constexpr std::u32string_view kSurnamesToo[] = {
    U"emir", U"hafez", U"hafiz", U"imam", U"kari", U"mollah", U"molla", U"mufti", U"muftiy", U"qari", U"sayid", U"имам", U"кари", U"қорӣ", U"муфти", U"саид", U"امام", U"حافظ", U"قاري", U"قاری", U"مفتي", U"مفتی",
};

constexpr std::u32string_view kFillers[] = {U"fnu", U"lnu", U"xx", U"xxx", U"xxxx", U"nmn", U"nfn", U"nln",
                                            U"unknown", U"unk", U"na", U"null", U"none"};

using Endings = std::span<const std::u32string_view>;

// Of patronymics, by their last letter.
constexpr std::u32string_view kOnH[] = {U"ovich", U"evich", U"yevich", U"ovych", U"evych", U"ovitch", U"evitch", U"avich", U"avych", U"owich", U"ewich", U"owitsch", U"ewitsch"};
constexpr std::u32string_view kOnC[] = {U"ovic", U"evic", U"owic", U"ewic"};
constexpr std::u32string_view kOnCedilla[] = {U"oviç", U"eviç", U"owiç", U"ewiç"};
constexpr std::u32string_view kOnZ[] = {U"ovicz", U"owicz"};
constexpr std::u32string_view kOnA[] = {U"ovna", U"evna", U"yevna", U"ivna", U"ouna", U"euna", U"auna", U"owna", U"ewna"};
constexpr std::u32string_view kOnChe[] = {U"ович", U"евич", U"ёвич", U"йович", U"івич", U"ич"};
constexpr std::u32string_view kOnCyrillicA[] = {U"овна", U"евна", U"ёвна", U"івна", U"ївна", U"ична"};
constexpr std::u32string_view kOnCyrillicI[] = {U"ични"};

Endings patronymic_endings(char32_t last) {
  switch (last) {
    case U'h': return kOnH;
    case U'c': return kOnC;
    case U'ç': return kOnCedilla;
    case U'z': return kOnZ;
    case U'a': return kOnA;
    case U'ч': return kOnChe;
    case U'а': return kOnCyrillicA;
    case U'и': return kOnCyrillicI;
    default: return {};
  }
}

template <std::size_t... Sizes>
constexpr auto joined(const std::u32string_view (&... words)[Sizes]) {
  std::array<std::u32string_view, (Sizes + ...)> all;
  auto at = all.begin();
  ((at = std::copy(std::begin(words), std::end(words), at)), ...);
  return all;
}

// Four places a word, see WordSet.
constexpr WordSet<512> kParticleSet(kParticles);
constexpr WordSet<256> kFollowerSet(kFollowers);
constexpr auto kAllTitles = joined(kTitles, kCommonSurnamesToo, kSurnamesToo);
constexpr auto kAllSurnamesToo = joined(kCommonSurnamesToo, kSurnamesToo);
constexpr WordSet<1024> kTitleSet(kAllTitles);
constexpr WordSet<256> kSurnameTooSet(kAllSurnamesToo);
constexpr WordSet<64> kFillerSet(kFillers);
constexpr auto kKinWords = joined(kChildren, kChildrenOrParts, kChildrenInPersian, kChildrenOrNames, kChildrenOrSyllables, kChildrenOrNamesInLatin, kChildrenOf, kChildrenBehind, kOfs);
constexpr WordSet<512> kKinSet(kKinWords);

}  // namespace

std::optional<TokenRole> role_of_word(std::u32string_view word) {
  if (kParticleSet.contains(word) || kFollowerSet.contains(word)) return TokenRole::particle;
  if (kTitleSet.contains(word)) return TokenRole::title;
  return std::nullopt;
}

bool is_surname_too(std::u32string_view word) { return kSurnameTooSet.contains(word); }

std::span<const std::u32string_view> titles_that_are_common_surnames() { return kCommonSurnamesToo; }

bool follows_father(std::u32string_view word) { return kFollowerSet.contains(word); }

bool is_father_with_follower(std::u32string_view word) {
  constexpr std::size_t kShortestStem = 3;
  // Of the last letters of all endings, so that most words are told by one look.
  if (word.empty() || std::u32string_view(U"yuыуі").find(word.back()) == std::u32string_view::npos) return false;
  return std::any_of(std::begin(kFollowerEndings), std::end(kFollowerEndings), [&](std::u32string_view ending) {
    return word.size() >= ending.size() + kShortestStem && word.ends_with(ending);
  });
}

KinWord kin_word(std::u32string_view word) {
  if (!kKinSet.contains(word)) return KinWord::none;
  if (is_any_of(word, kChildren)) return KinWord::child;
  if (is_any_of(word, kChildrenOrParts)) return KinWord::child_or_part;
  if (is_any_of(word, kChildrenInPersian)) return KinWord::child_in_persian;
  if (is_any_of(word, kChildrenOrNames)) return KinWord::child_or_name;
  if (is_any_of(word, kChildrenOrSyllables)) return KinWord::child_or_syllable;
  if (is_any_of(word, kChildrenOrNamesInLatin)) return KinWord::child_or_name_in_latin;
  if (is_any_of(word, kChildrenOf)) return KinWord::child_of;
  if (is_any_of(word, kChildrenBehind)) return KinWord::child_behind;
  if (word == U"د") return KinWord::pashto_of;
  return word == U"of" ? KinWord::of : KinWord::o;
}

bool may_be_glued(const romanize::Sounds& word) {
  static const auto all = [] {
    constexpr auto kWords = joined(kChildrenOrParts, kChildrenInPersian, kChildrenOrNames, kChildrenOrNamesInLatin);
    std::vector<romanize::Sounds> sounds;
    for (const std::u32string_view of_kin : kWords) sounds.push_back(romanize::romanize(of_kin));
    std::sort(sounds.begin(), sounds.end());
    return sounds;
  }();
  return std::binary_search(all.begin(), all.end(), word);
}

bool is_title_of_father(std::u32string_view word) { return is_any_of(word, kTitlesOfFathers); }

bool is_courtesy_of_father(std::u32string_view word) { return is_any_of(word, kCourtesiesOfFathers); }

bool is_muhammad(std::string_view text) { return std::find(std::begin(kMuhammads), std::end(kMuhammads), text) != std::end(kMuhammads); }

bool is_filler(std::u32string_view word) { return kFillerSet.contains(word); }

bool is_patronymic(std::u32string_view word) {
  constexpr std::size_t kShortestStem = 2;
  const Endings endings = word.empty() ? Endings() : patronymic_endings(word.back());
  return std::any_of(endings.begin(), endings.end(), [&](std::u32string_view ending) {
    return word.size() >= ending.size() + kShortestStem && word.ends_with(ending);
  });
}

}  // namespace darvaza::names
