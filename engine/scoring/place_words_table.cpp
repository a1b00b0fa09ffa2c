// Written from general knowledge of the region, not taken over from any list; certainly not complete. A word that is
// missing here costs little: a kind of place then counts as shared, a renamed town as different.
#include "scoring/place_words_table.h"

namespace darvaza::scoring {
namespace {

constexpr std::string_view kGeneric =
    // English
    "province district region city town village county state area division agency municipality governorate territory "
    "subdistrict federal capital republic islamic near born the of in and at possibly probably also "
    // parts of very many names of places
    "khan dera dara darreh qala qalah qalai kala kalay kalai kot garh chak bala payan deh dih "
    "хан дара кала калаи боло поён خان درہ دره قلعه کوٹ دېره ڈیره بالا پایین ده کلی "
    "north south east west northern southern eastern western central upper lower "
    // Latin spellings of regional words
    "tehsil tahsil taluka zila shahr shahri shahar shahrestan ostan ostane wilayat velayat velayati welayat vilayat viloyat "
    "viloyati tuman tumani shahristan nohiya nohiyai kishlak qishlaq oblast oblasti obl rayon raion rayoni raioni "
    "gorod selo krai respublika oblysy audany muhafazat madinat qaryat mantiqat "
    // Russian, Tajik, Uzbek, Kazakh, Kyrgyz
    "область области обл район района город города гор село деревня посёлок посёлка пос кишлак аул край республика "
    "провинция уезд вилоят вилояти ноҳия ноҳияи шаҳр шаҳри туман тумани облысы ауданы қаласы облусу району шаары "
    // Persian, Dari, Pashto, Urdu, Arabic
    "ولایت ولسوالی ولسوالۍ استان شهر شهرستان بخش روستا روستای قریه ناحیه ضلع صوبہ تحصیل شہر گاؤں ښار "
    "محافظة مدينة قرية منطقة ولاية جمهوری جمهورية اسلامی";

constexpr std::string_view kTownEndings = "abad abod obod абад обод آباد اباد";

constexpr StateWord kStateWords[] = {
    {"афганистан", "AFG"},    {"афғонистон", "AFG"},   {"افغانستان", "AFG"},   {"пакистан", "PAK"},
    {"покистон", "PAK"},      {"پاکستان", "PAK"},      {"باكستان", "PAK"},     {"иран", "IRN"},
    {"эрон", "IRN"},          {"ایران", "IRN"},        {"إيران", "IRN"},       {"таджикистан", "TJK"},
    {"тоҷикистон", "TJK"},    {"tojikiston", "TJK"},   {"تاجیکستان", "TJK"},   {"узбекистан", "UZB"},
    {"ўзбекистон", "UZB"},    {"ozbekiston", "UZB"},   {"uzbekiston", "UZB"},  {"ازبکستان", "UZB"},
    {"киргизия", "KGZ"},      {"кыргызстан", "KGZ"},   {"قرقیزستان", "KGZ"},   {"казахстан", "KAZ"},
    {"қазақстан", "KAZ"},     {"qazaqstan", "KAZ"},    {"قزاقستان", "KAZ"},    {"туркменистан", "TKM"},
    {"туркмения", "TKM"},     {"türkmenistan", "TKM"}, {"ترکمنستان", "TKM"},   {"россия", "RUS"},
    {"rossiya", "RUS"},       {"روسیه", "RUS"},        {"روسيا", "RUS"},       {"ссср", "SUN"},
    {"ussr", "SUN"},          {"азербайджан", "AZE"},  {"azərbaycan", "AZE"},  {"آذربایجان", "AZE"},
    {"турция", "TUR"},        {"türkiye", "TUR"},      {"ترکیه", "TUR"},       {"تركيا", "TUR"},
    {"индия", "IND"},         {"هند", "IND"},          {"الهند", "IND"},       {"بھارت", "IND"},
    {"китай", "CHN"},         {"چین", "CHN"},          {"الصين", "CHN"},       {"ирак", "IRQ"},
    {"عراق", "IRQ"},          {"العراق", "IRQ"},       {"сирия", "SYR"},       {"سوریه", "SYR"},
    {"سوريا", "SYR"},
};

constexpr std::string_view kRenamed[] = {
    "khujand leninabad",
    "dushanbe stalinabad",
    "bokhtar qurghonteppa kurgantyube",
    "bishkek frunze",
    "karakol przhevalsk",
    "astana nursultan tselinograd akmola akmolinsk",
    "almaty almaata",
    "taraz jambyl dzhambul",
    "semey semipalatinsk",
    "aktau shevchenko",
    "atyrau guryev",
    "oral uralsk",
    "kyzylorda perovsk",
    "ashgabat ashkhabad",
    "turkmenbashi krasnovodsk",
    "turkmenabat chardzhou charjew",
    "dashoguz tashauz",
    "mary merv",
    "navoi kermine",
    "faisalabad lyallpur",
    "sahiwal montgomery",
    "attock campbellpur",
    "shaheedbenazirabad nawabshah",
    "kermanshah bakhtaran",
    "urmia rezaiyeh",
    "anzali pahlavi",
    "zahedan duzdab",
    "asadabad chaghasarai",
    "ganja kirovabad",
    "gyumri leninakan",
    "petersburg leningrad petrograd",
    "volgograd stalingrad",
    "yekaterinburg sverdlovsk",
    "samara kuybyshev",
    "moscow moskva",
    "damascus dimashq",
    "aleppo halab",
    "mumbai bombay",
    "kolkata calcutta",
    "chennai madras",
};

}  // namespace

std::string_view generic_place_words() { return kGeneric; }
std::string_view town_endings() { return kTownEndings; }
std::span<const StateWord> state_words() { return kStateWords; }
std::span<const std::string_view> renamed_towns() { return kRenamed; }

}  // namespace darvaza::scoring
