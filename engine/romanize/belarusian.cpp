// A rule of letters cannot read them: o and e that bear no stress are a and ia (Сакалоў, Sokolov), and Latin -ou and -au end the names of Greeks, Arabs
// and West Africans as well (Ioannou, Abdou). Written from general knowledge: surnames in -ov and -ev that are frequent in Belarus.
// Facts: the instruction on the transliteration of Belarusian names for passports (Ministry of the Interior, 2008).
#include "romanize/belarusian.h"

#include <algorithm>
#include <iterator>

#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

/// Without the end that says man or woman, and without the apostrophe of Вараб'ёў.
struct Stem {
  std::u32string_view belarusian, russian;
};
constexpr Stem kStems[] = {  // in the order of the letters
    {U"ahapa", U"агапо"}, {U"aliaksandra", U"александро"}, {U"aliaksee", U"алексее"}, {U"aliakseye", U"алексее"}, {U"andree", U"андрее"}, {U"andreye", U"андрее"},
    {U"antona", U"антоно"}, {U"arlo", U"орло"}, {U"artsemye", U"артемье"}, {U"artsiomye", U"артемье"}, {U"asipa", U"осипо"}, {U"bahdana", U"богдано"},
    {U"barana", U"барано"}, {U"barysa", U"борисо"}, {U"belavusa", U"белоусо"}, {U"bialiae", U"беляе"}, {U"bialiaye", U"беляе"}, {U"bialo", U"бело"},
    {U"bialouso", U"белоусо"}, {U"byko", U"быко"}, {U"charno", U"черно"}, {U"danila", U"данило"}, {U"davyda", U"давыдо"}, {U"dzianisa", U"денисо"},
    {U"dzmitryie", U"дмитрие"}, {U"dzmitryye", U"дмитрие"}, {U"filipa", U"филиппо"}, {U"fiodara", U"федоро"}, {U"fralo", U"фроло"}, {U"harbacho", U"горбаче"},
    {U"hauryla", U"гаврило"}, {U"hracho", U"граче"}, {U"hroma", U"громо"}, {U"hryhorye", U"григорье"}, {U"husako", U"гусако"}, {U"huse", U"гусе"},
    {U"iafima", U"ефимо"}, {U"iafrema", U"ефремо"}, {U"iahora", U"егоро"}, {U"iakaule", U"яковле"}, {U"iarmako", U"ермако"}, {U"ihnata", U"игнато"},
    {U"ivano", U"ивано"}, {U"kamaro", U"комаро"}, {U"kandratsye", U"кондратье"}, {U"karalio", U"короле"}, {U"kavalio", U"ковале"}, {U"kazako", U"казако"},
    {U"kazlo", U"козло"}, {U"kiryla", U"кирилло"}, {U"kisialio", U"киселе"}, {U"klimo", U"климо"}, {U"krylo", U"крыло"}, {U"kuzniatso", U"кузнецо"},
    {U"lazara", U"лазаре"}, {U"lebedze", U"лебеде"}, {U"liabedze", U"лебеде"}, {U"liavona", U"леоно"}, {U"makara", U"макаро"}, {U"maksima", U"максимо"},
    {U"maroza", U"морозо"}, {U"martyna", U"мартыно"}, {U"matsveye", U"матвее"}, {U"melnika", U"мельнико"}, {U"mikalaye", U"николае"}, {U"mikhaila", U"михайло"},
    {U"mikhalio", U"михале"}, {U"navika", U"новико"}, {U"nazara", U"назаро"}, {U"nikalaye", U"николае"}, {U"nikifara", U"никифоро"}, {U"novika", U"новико"},
    {U"paliako", U"поляко"}, {U"papo", U"попо"}, {U"patapa", U"потапо"}, {U"paula", U"павло"}, {U"piatro", U"петро"}, {U"platona", U"платоно"},
    {U"prokhara", U"прохоро"}, {U"rabko", U"рябко"}, {U"radzivona", U"родионо"}, {U"ramana", U"романо"}, {U"rybako", U"рыбако"}, {U"ryhorye", U"григорье"},
    {U"sakalo", U"соколо"}, {U"salauio", U"соловье"}, {U"salauyo", U"соловье"}, {U"shcharbako", U"щербако"}, {U"siamiona", U"семено"}, {U"siarheye", U"сергее"},
    {U"sidara", U"сидоро"}, {U"smirno", U"смирно"}, {U"stsiapana", U"степано"}, {U"tarasa", U"тарасо"}, {U"trafima", U"трофимо"}, {U"tsimafeye", U"тимофее"},
    {U"tsito", U"тито"}, {U"tsviatko", U"цветко"}, {U"uladzimira", U"владимиро"}, {U"varabjo", U"воробье"}, {U"varabyo", U"воробье"}, {U"vasilie", U"василье"},
    {U"vasilye", U"василье"}, {U"vinahrada", U"виноградо"}, {U"yafima", U"ефимо"}, {U"yafrema", U"ефремо"}, {U"yahora", U"егоро"}, {U"yakaule", U"яковле"},
    {U"yarmako", U"ермако"}, {U"zaitsa", U"зайце"}, {U"zakhara", U"захаро"}, {U"zaytsa", U"зайце"}, {U"zhuraulio", U"журавле"}, {U"агапа", U"агапо"},
    {U"аляксандра", U"александро"}, {U"аляксее", U"алексее"}, {U"андрэе", U"андрее"}, {U"антона", U"антоно"}, {U"арло", U"орло"}, {U"арцеме", U"артемье"},
    {U"арцёме", U"артемье"}, {U"асіпа", U"осипо"}, {U"багдана", U"богдано"}, {U"барана", U"барано"}, {U"барыса", U"борисо"}, {U"белавуса", U"белоусо"},
    {U"бяло", U"бело"}, {U"бялоўсо", U"белоусо"}, {U"бяляе", U"беляе"}, {U"варабьё", U"воробье"}, {U"варабё", U"воробье"}, {U"васілье", U"василье"},
    {U"вінаграда", U"виноградо"}, {U"гарбачо", U"горбаче"}, {U"гаўрыла", U"гаврило"}, {U"грачо", U"граче"}, {U"грома", U"громо"}, {U"грыгоре", U"григорье"},
    {U"давыда", U"давыдо"}, {U"даніла", U"данило"}, {U"дзмітрые", U"дмитрие"}, {U"дзяніса", U"денисо"}, {U"жураўлё", U"журавле"}, {U"зайца", U"зайце"},
    {U"захара", U"захаро"}, {U"кавалё", U"ковале"}, {U"казло", U"козло"}, {U"камаро", U"комаро"}, {U"кандрацье", U"кондратье"}, {U"каралё", U"короле"},
    {U"клімо", U"климо"}, {U"кузняцо", U"кузнецо"}, {U"кірыла", U"кирилло"}, {U"кісялё", U"киселе"}, {U"лазара", U"лазаре"}, {U"лебедзе", U"лебеде"},
    {U"лябедзе", U"лебеде"}, {U"лявона", U"леоно"}, {U"макара", U"макаро"}, {U"максіма", U"максимо"}, {U"мароза", U"морозо"}, {U"мартына", U"мартыно"},
    {U"мацвее", U"матвее"}, {U"мельніка", U"мельнико"}, {U"мікалае", U"николае"}, {U"міхайла", U"михайло"}, {U"міхалё", U"михале"}, {U"навіка", U"новико"},
    {U"назара", U"назаро"}, {U"новіка", U"новико"}, {U"нікалае", U"николае"}, {U"нікіфара", U"никифоро"}, {U"паляко", U"поляко"}, {U"папо", U"попо"},
    {U"патапа", U"потапо"}, {U"паўла", U"павло"}, {U"платона", U"платоно"}, {U"прохара", U"прохоро"}, {U"пятро", U"петро"}, {U"рабко", U"рябко"},
    {U"радзівона", U"родионо"}, {U"рамана", U"романо"}, {U"рыгоре", U"григорье"}, {U"сакало", U"соколо"}, {U"салаўё", U"соловье"}, {U"смірно", U"смирно"},
    {U"сцяпана", U"степано"}, {U"сямёна", U"семено"}, {U"сяргее", U"сергее"}, {U"сідара", U"сидоро"}, {U"тараса", U"тарасо"}, {U"трафіма", U"трофимо"},
    {U"уладзіміра", U"владимиро"}, {U"фрало", U"фроло"}, {U"фёдара", U"федоро"}, {U"філіпа", U"филиппо"}, {U"цвятко", U"цветко"}, {U"цімафее", U"тимофее"},
    {U"ціто", U"тито"}, {U"чарно", U"черно"}, {U"шчарбако", U"щербако"}, {U"ягора", U"егоро"}, {U"якаўле", U"яковле"}, {U"ярмако", U"ермако"}, {U"яфрэма", U"ефремо"},
    {U"яфіма", U"ефимо"}, {U"івано", U"ивано"}, {U"ігната", U"игнато"},
};

/// The end of a man's or a woman's form.
struct End {
  std::u32string_view belarusian, russian;
};
constexpr End kEnds[] = {{U"u", U"в"}, {U"ў", U"в"}, {U"va", U"ва"}, {U"ва", U"ва"}};

constexpr bool comes_before(const Stem& stem, std::u32string_view word) { return stem.belarusian < word; }
static_assert(std::is_sorted(std::begin(kStems), std::end(kStems), [](const Stem& a, const Stem& b) { return a.belarusian < b.belarusian; }));
// What is read for one is none itself.
static_assert(std::none_of(std::begin(kStems), std::end(kStems), [](const Stem& a) {
  return std::any_of(std::begin(kStems), std::end(kStems), [&](const Stem& b) { return a.russian == b.belarusian; });
}));

}  // namespace

Sounds belarusian_surname(std::u32string_view word, WritingSystem system) {
  const auto* end = std::find_if(std::begin(kEnds), std::end(kEnds), [&](const End& of) { return word.ends_with(of.belarusian); });
  if (end == std::end(kEnds)) return Sounds();
  word.remove_suffix(end->belarusian.size());
  const auto* stem = std::lower_bound(std::begin(kStems), std::end(kStems), word, comes_before);
  if (stem == std::end(kStems) || stem->belarusian != word) return Sounds();
  return romanize_cyrillic(std::u32string(stem->russian) + std::u32string(end->russian)).in(system);
}

}  // namespace darvaza::romanize
