#include "names/glued_articles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "names/equivalent_names.h"
#include "names/known_names.h"
#include "names/sound_endings.h"
#include "names/spelling_table.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;
using enum romanize::Sound;

// From general knowledge. Names of Turkic peoples to which El or Al is put to make another name are left out: Elmurad is not Murad.
constexpr std::u32string_view kWithArticle[] = {
    U"abbas", U"agha", U"ahmad", U"ahmar", U"amer", U"amin", U"amir", U"aoun", U"asad", U"aswad", U"awad", U"awlaki", U"ayed", U"bachar", U"baker", U"bakr", U"baradei", U"bashir", U"bazzaz", U"bitar",
    U"dabbagh", U"fadel", U"fadl", U"fagih", U"fahad", U"faisal", U"faqih", U"faraj", U"fares", U"farouk", U"fayed", U"fayez", U"fayyad", U"fayyadh", U"gaafar", U"gamal", U"ghanem", U"ghanim",
    U"ghazal", U"ghoul", U"habib", U"haddad", U"hafez", U"hakam", U"hakim", U"hallaq", U"hamad", U"hamdan", U"hamed", U"hamid", U"hammad", U"hamoud", U"haqq", U"hariri", U"harith", U"hasan",
    U"hashem", U"hilal", U"hussein", U"imam", U"jaafar", U"jaber", U"jabr", U"jamal", U"jamel", U"jamil", U"jarrah", U"jasim", U"jazzar", U"kabir", U"karim", U"kashif", U"kazim", U"khaled",
    U"khalifa", U"khalil", U"khatib", U"khayyat", U"khouri", U"kurd", U"mabrouk", U"mahdi", U"mahmoud", U"majed", U"majid", U"maktoum", U"malik", U"mansour", U"masoud", U"matar", U"mokhtar",
    U"mubarak", U"mufti", U"muhanna", U"mukhtar", U"musawi", U"mustafa", U"mustapha", U"nabil", U"nahyan", U"naim", U"najjar", U"naser", U"nashar", U"nassar", U"nimr", U"obaid", U"omar", U"omari",
    U"othman", U"owais", U"qadi", U"qasim", U"rahim", U"rahman", U"rashed", U"rashid", U"sabah", U"sabbagh", U"saddiq", U"sadeq", U"sadiq", U"sadr", U"saeed", U"saffar", U"saghir", U"saied", U"salam",
    U"saleh", U"salem", U"salim", U"salman", U"samad", U"saqqaf", U"saqr", U"sarraj", U"saud", U"sayegh", U"sayyid", U"shaar", U"shaban", U"shaer", U"shafei", U"shahin", U"sharif", U"shaykh",
    U"sheikh", U"shibl", U"siddiq", U"tahan", U"taher", U"tamim", U"tawil", U"tayeb", U"tayyar", U"thani", U"wakil", U"walid", U"waqef", U"waqif", U"wazir", U"yasin", U"yousef", U"zaher", U"zaim",
    U"zarqa", U"zayd", U"zein", U"zubair"};

/// The name of a tribe or a place, which is borne as one likes.
constexpr Millinats kNisba = in_steps(1000);
constexpr std::size_t kShortest = 4;

/// Surnames and given names of other peoples in -i: Shevskiy, Elkhanli, Elberdi.
constexpr std::array<Sound, 5> kNoNisba[] = {{s, k, i}, {ts, k, i}, {c_any, k, i}, {e, r, d, i}, {t, u, r, d, i}, {e, l, d, i}};

bool is_nisba(const Sounds& name) {
  if (name.back() == i && name[name.size() - 2] == l && !romanize::is_vowel(name[name.size() - 3])) return false;
  if (std::any_of(std::begin(kNoNisba), std::end(kNoNisba), [&](const auto& ending) { return ends_with(name, ending_in(ending), 0); })) return false;
  if (name.system() == WritingSystem::arabic) return name.back() == y_any;
  constexpr int kConsonantsOfLongOnes = 3;
  if (name.back() == y_any) return consonant_count(name) >= kConsonantsOfLongOnes;  // Samarrai, but Murray
  return name.back() == i || (name.back() == e && name[name.size() - 2] == y_any && name[name.size() - 3] == a);  // Subaie, but Elodie
}

Sounds without_first(const Sounds& token, std::size_t count) {
  Sounds rest(token.system());
  for (std::size_t at = count; at < token.size(); ++at) rest.push_back(token[at]);
  return rest;
}

/// Nazar is near Naser, and Elnazar a name of its own.
constexpr std::array<Sound, 5> kNazar = {n, a, z, a, r};

bool takes_article(const Sounds& name) {
  if (ends_with(name, kNazar, 0)) return false;
  static const SpellingTable table = [] {
    std::vector<Sounds> sounds;
    for (const std::u32string_view word : kWithArticle) sounds.push_back(romanize::romanize(word));
    return SpellingTable(std::move(sounds));
  }();
  std::vector<SpellingTable::Similar> found;
  table.similar(name, kGroupLimit, found);
  return !found.empty();
}

bool has_article(const Sounds& token) { return (token[0] == a || token[0] == e) && token[1] == l; }

/// A name that merely begins so: Alberto, and Alberti, which is made of Albert.
bool is_its_own(const Sounds& with_article) {
  return !known_names(with_article).empty() || (is_nisba(with_article) && !known_names(without_last(with_article, 1)).empty());
}

}  // namespace

std::span<const std::u32string_view> names_with_article() { return kWithArticle; }

void add_article_forms(const Sounds& token, std::vector<OtherEnding>& out) {
  const WritingSystem system = token.system();
  if (token.size() < kShortest || (system != WritingSystem::latin && system != WritingSystem::cyrillic && system != WritingSystem::arabic)) return;
  Sounds bare = token, with_article = token;
  if (has_article(token)) {
    bare = without_first(token, 2);
    if (bare.size() < kShortest) return;
  } else {
    with_article = Sounds(system);
    with_article.push_back(system == WritingSystem::arabic ? a_init : a);
    with_article.push_back(l);
    with_article.append(token);
  }
  if (is_its_own(with_article)) return;
  const Sounds& other = has_article(token) ? bare : with_article;
  if (is_nisba(bare)) {
    out.push_back({other, kNisba, Stem::glued});
  } else if (takes_article(bare)) {
    out.push_back({other, kOtherForm, Stem::glued});
  }
}

}  // namespace darvaza::names
