// Korean and Chinese names as several romanisations and dialects spell them: surnames, and syllables of Korean given names.
// Facts: Revised Romanization (2000), McCune-Reischauer (1939), the DPRK's spellings, and those customary in passports of the
// Republic of Korea; Kontsevich's Cyrillic. Hanyu Pinyin, Wade-Giles; spellings customary in Hong Kong (Cantonese), Singapore,
// Malaysia and Indonesia (Hokkien, Teochew, Hakka) of the hundred commonest Chinese surnames.
#include "names/equivalent_names.h"

namespace darvaza::names {
namespace {

constexpr Millinats kSpelling = kOtherSpelling;
/// The same letter as another dialect reads it: a bearer mostly keeps to one.
constexpr Millinats kReading = kOtherForm;

constexpr RomanisedNames kGroups[] = {
    // Hisên of the Kurds is Husayn, and Həsən of Azerbaijan Hasan: a vowel apart, so that only these very letters say which.
    {U"hisen husayn husain hussain hussein huseyn huseyin hossein husein hüseyin gusein хусейн хусайн гусейн", kReading},
    {U"həsən hasan hassan gasan ҳасан гасан", kReading},
    // Neither is Kamal.
    {U"cəmaləddin gamaleldin jamaluddin cemalettin djamaleddine jamoliddin джамалутдин жамолиддин", kReading},
    // Korean surnames.
    {U"kim gim ким", kSpelling}, {U"lee li yi ri rhee rhie и ли", kSpelling}, {U"park pak bak bark пак", kSpelling},
    {U"choi choe chwe choy чхве цой", kSpelling}, {U"jung jeong chung chong jong cheong чон чжон чен", kSpelling}, {U"kang gang кан", kSpelling},
    {U"cho jo joh чо", kSpelling}, {U"yoon yun youn юн", kSpelling}, {U"jang chang чан", kSpelling}, {U"lim im rim yim rhim им лим", kSpelling},
    {U"oh o", kSpelling}, {U"seo suh so со", kSpelling}, {U"shin sin син", kSpelling}, {U"kwon gwon kweon квон", kSpelling}, {U"hwang whang хван", kSpelling},
    {U"ahn an ан", kSpelling}, {U"jeon jun chun chon jon cheon", kSpelling}, {U"yoo yu ryu you lyu ю рю", kSpelling}, {U"ko go koh goh ко", kSpelling},
    {U"moon mun мун", kSpelling}, {U"yang ryang", kSpelling}, {U"son sohn сон", kSpelling}, {U"bae pae bai пэ", kSpelling},
    {U"baek paek baik paik back пэк", kSpelling}, {U"heo hur huh her хо", kSpelling}, {U"noh roh no ro nho но ро", kSpelling}, {U"shim sim", kSpelling},
    {U"joo ju chu", kSpelling}, {U"koo gu ku goo", kSpelling}, {U"kwak gwak", kSpelling}, {U"woo u wu", kSpelling}, {U"jin chin", kSpelling},
    {U"na ra nah rah la", kSpelling}, {U"ji chi jee", kSpelling}, {U"eom um om uhm", kSpelling}, {U"bang pang", kSpelling}, {U"gong kong", kSpelling},
    {U"byun byeon pyon byon", kSpelling}, {U"yeo yo ryo yuh", kSpelling}, {U"do to doh toh", kSpelling}, {U"gil kil", kSpelling},
    {U"seol sul sol", kSpelling}, {U"gi ki kee", kSpelling}, {U"namgung namkung namkoong", kSpelling}, {U"seonu sunwoo sonu", kSpelling},
    // Syllables of Korean given names.
    {U"un eun ын ун", kSpelling}, {U"yong yeong young ryong ён ен", kSpelling}, {U"kyong gyeong kyung кён кен гён ген", kSpelling},
    {U"myong myeong myung мён мен", kSpelling}, {U"hyon hyeon hyun хён хен", kSpelling}, {U"song seong sung сон", kSpelling}, {U"sok seok suk сок", kSpelling},
    {U"chol cheol чхоль чоль", kSpelling}, {U"hyok hyeok hyuk хёк хек", kSpelling}, {U"tok deok duk ток док", kSpelling}, {U"ui eui ый ы", kSpelling},
    {U"hui hee heui hi хи", kSpelling}, {U"chun joon jun чун чхун", kSpelling}, {U"pyong byeong byung пён пен бён бен", kSpelling}, {U"kwang gwang кван гван", kSpelling},
    {U"kuk guk kook кук гук", kSpelling}, {U"tae dae тэ дэ", kSpelling}, {U"chae jae чэ", kSpelling}, {U"tong dong тон дон", kSpelling},
    {U"chon cheon чхон", kSpelling}, {U"chang чхан", kSpelling}, {U"nok rok lok нок рок", kSpelling},
    {U"pom beom bum пом бом", kSpelling}, {U"kun geun keun кын гын", kSpelling}, {U"pil phil", kSpelling}, {U"so seo", kSpelling},
    {U"won weon", kSpelling}, {U"chong jong чжон", kSpelling}, {U"chang jang чжан", kSpelling}, {U"yon yeon youn ryon ён", kSpelling}, {U"sop seop sup", kSpelling},
    {U"kyu gyu кю гю", kSpelling}, {U"u woo", kSpelling}, {U"chin jin", kSpelling}, {U"chu joo ju", kSpelling},
    // Chinese surnames, Pinyin and Wade-Giles.
    {U"zhang chang", kSpelling}, {U"zhao chao", kSpelling}, {U"zhou chou", kSpelling}, {U"xu hsu", kSpelling}, {U"zhu chu", kSpelling}, {U"guo kuo", kSpelling},
    {U"gao kao", kSpelling}, {U"luo lo", kSpelling}, {U"zheng cheng", kSpelling}, {U"xie hsieh", kSpelling}, {U"song sung", kSpelling}, {U"deng teng", kSpelling},
    {U"cao tsao", kSpelling}, {U"zeng tseng", kSpelling}, {U"xiao hsiao", kSpelling}, {U"cai tsai", kSpelling},
    {U"tian tien", kSpelling}, {U"dong tung", kSpelling}, {U"ye yeh", kSpelling}, {U"jiang chiang", kSpelling}, {U"du tu", kSpelling}, {U"ding ting", kSpelling},
    {U"ren jen", kSpelling}, {U"zhong chung", kSpelling}, {U"cui tsui", kSpelling}, {U"jin chin", kSpelling}, {U"shi shih", kSpelling}, {U"dai tai", kSpelling},
    {U"jia chia", kSpelling}, {U"xia hsia", kSpelling}, {U"qiu chiu", kSpelling}, {U"zou tsou", kSpelling}, {U"xiong hsiung", kSpelling}, {U"qin chin", kSpelling},
    {U"bai pai", kSpelling}, {U"yan yen", kSpelling}, {U"xue hsueh", kSpelling}, {U"duan tuan", kSpelling}, {U"long lung", kSpelling}, {U"he ho", kSpelling},
    {U"gu ku", kSpelling}, {U"gong kung", kSpelling}, {U"qian chien", kSpelling}, {U"ke ko", kSpelling}, {U"xi hsi", kSpelling}, {U"hong hung", kSpelling},
    {U"ouyang auyeung auyong", kReading},
    // Chinese surnames, Mandarin and southern readings.
    {U"wang wong ong heng", kReading}, {U"huang wong ng oey wee ooi", kReading}, {U"zhang chang cheung teo teoh chong tiong", kReading},
    {U"liu lau low lew liew", kReading}, {U"chen chan tan", kReading}, {U"yang yeung yeo yeoh", kReading}, {U"zhao chao chiu", kReading}, {U"wu ng goh go", kReading},
    {U"zhou chou chow chau chew", kReading}, {U"xu hsu tsui chui", kReading}, {U"sun suen sng soon", kReading}, {U"zhu chu choo", kReading},
    {U"hu woo wu foo", kReading}, {U"guo kuo kwok kwek quek", kReading}, {U"lin lam lim", kReading}, {U"luo law loh lo", kReading}, {U"gao kao ko koh", kReading},
    {U"zheng cheng tay teh", kReading}, {U"liang leung leong neo", kReading}, {U"xie hsieh tse chia cheah", kReading}, {U"song sung soong", kReading},
    {U"tang tong", kReading}, {U"xu hsu hui koh khoo", kReading}, {U"deng tang teng", kReading}, {U"feng fung pang foong", kReading}, {U"han hon", kReading},
    {U"cao tsao tso chaw", kReading}, {U"zeng tseng tsang", kReading}, {U"peng pang phang", kReading}, {U"xiao siu siew seow hsiao", kReading},
    {U"cai tsai choi chua choy tsoi", kReading}, {U"pan poon phua", kReading}, {U"yuan yuen", kReading}, {U"ye yip yap yeap yeh", kReading},
    {U"jiang cheung tseung chiang", kReading}, {U"su so soh", kReading}, {U"lu lui loo", kReading}, {U"shen sum sim", kReading}, {U"lu lo loh", kReading},
    {U"fu foo poh", kReading}, {U"zhong cheong chung", kReading}, {U"tan tam tham", kReading}, {U"liao liu leow", kReading}, {U"lu luk loke", kReading},
    {U"shi shek sek", kReading}, {U"qiu yau khoo chiu", kReading}, {U"fang fong png", kReading}, {U"zou chau tsou", kReading}, {U"qin chun", kReading},
    {U"jiang kong kang chiang", kReading}, {U"yan yim", kReading}, {U"xue sit", kReading}, {U"lei lui", kReading}, {U"li lai", kReading}, {U"gong kung", kReading},
    {U"hong hung ang", kReading}, {U"wen wan woon", kReading}, {U"ou au", kReading}, 
};

}  // namespace

std::span<const RomanisedNames> romanised_name_groups() { return kGroups; }

}  // namespace darvaza::names
