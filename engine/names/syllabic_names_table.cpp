// Facts. Korea: surnames, Statistics Korea, census of 2015; syllables of given names, estimated from the commonest names of births since
// 1940 that the Supreme Court has published, and checked with the commonest full names among 42.7 million people that NICE has (2012:
// 영숙 is borne by 4.4 in a thousand, the product of its syllables says 2.5). China: surnames and letters of given
// names, National Citizen Identity Information Center, births of 1930 to 2008, as published by Bao (ChineseNames, 2021): letters of one
// reading together, those of fewer than one in a thousand people estimated. Shares of one in ten thousand people.
#include "names/syllabic_names.h"

namespace darvaza::names {

const SyllablesOfCountry& korean_syllables() {
  static constexpr SyllablesOfCountry kKorea{
      "gim,kim 2154 lee,i,li,yi,ri,rhee,ly 1473 bak,park,pak,bark 845 choe,choi,chwe 471 jeong,jung,chung,chong,jong,cheong 433 "
      "gang,kang 255 jo,cho,joe 293 yun,yoon,youn 206 jang,chang 200 im,lim,rim,yim 187 han 156 o,oh 154 seo,suh,so 151 sin,shin 151 "
      "gwon,kwon 142 hwang 140 an,ahn 138 song 138 jeon,jun,chon,chun 138 hong 113 yu,yoo,ryu,you 190 go,ko,koh 95 mun,moon 94 "
      "yang,ryang 100 son,sohn 92 bae,pae 81 baek,paek,paik,baik 77 heo,hur,ho,huh 68 nam 55 sim,shim 55 no,noh,roh,ro 66 ha 46 gwak,kwak 41 "
      "seong,sung 40 cha 39 ju,joo,chu 47 u,woo,wu 39 gu,koo,ku 39 min 34 na,ra 36 jin,chin 40 ji,chi,jee 32 eom,om,um 29 chae 26 won 26 "
      "cheon,chon,chun 24 bang,pang 28 gong,kong 19 hyeon,hyon,hyun 18 ham 16 byeon,pyon,byun 21 yeom,yom 14 yeo,yo 15 chu,choo 12 "
      "do,to 12 so 11 seok,sok,suk 12 seon,son,sun 9 seol,sol 9 ma 8 gil,kil 8 yeon,yon 8 wi 6 pyo 6 myeong,myong 6 gi,ki 6 ban,pan 6 "
      "wang 5 geum,kum 5 ok 5 yuk 5 in 5 maeng 4 je,che 4 mo 4 namgung 4 tak 4 guk,kuk 4",
      "yeong 700 jeong 700 hyeon 500 su 500 seong 500 gyeong 450 eun 450 mi 400 ji 400 jin 400 min 400 hui 400 sun 400 suk 350 ho 350 ju 350 "
      "sang 300 jae 300 dong 300 yeon 300 in 300 won 300 seon 300 ja 300 yong 250 ok 250 seung 250 jun 250 jong 250 gi 250 u 250 "
      "seok 220 hun 220 cheol 200 hye 200 tae 200 myeong 200 sik 180 gwang 150 gyu 150 hwan 150 byeong 150 yun 150 seo 150 a 150 "
      "nam 130 chang 130 hwa 130 yu 120 il 120 ae 120 hyeong 100 chun 80 so 80 ha 80 bok 70 deok 70 ran 70 geum 70 hae 70 geun 70 "
      "dae 70 ye 70 uk 70 gil 60 hyeok 60 seop 60 chan 60 geon 60 bin 60 i 60 han 60 hong 50 sin 50 hak 50 guk 50 bong 50 beom 50 ung 50 do 50 "
      "mun 50 jung 50 chae 50 hyo 50 na 50 bun 40 rye 40 bae 40 taek 40 gyun 40 yeol 40 gwon 40 man 40 se 40 wan 40 da 40 ra 40 un 40 ri 40 "
      "gang 30 cheon 30 mal 30 bo 30 ui 30 ik 30 hyang 30 gwan 30 si 30 rin 25 gu 20 gun 20 yeo 20 ryeon 20 rim 30 song 20 je 20 pil 20 "
      "heon 20 gyo 20 gye 20 gwi 20 dal 15 mu 15 yul 15 jeom 15 seul 15 du 15 eon 10 an 10 dan 10 ram 10 ryeong 10 sam 10 saeng 10 seol 10 "
      "sol 10 yeop 10 o 10 wol 10 im 10 jang 10 jo 10 cha 10 chung 10 hu 10 heung 10 gon 10 gap 10 nan 10 eung 10 go 5 no 5 sul 5 sim 5 yo 5 "
      "eul 5 jeon 5 cheong 5 chi 5 tak 5 pan 5 pal 5 pyeong 5 geol 5 don 5 deuk 5 bi 5 cho 5 jik 5 rak 5 ro 5 ryong 25 ryeol 5 nim 5 mo 5",
      3500};
  return kKorea;
}

const SyllablesOfCountry& chinese_syllables() {
  static constexpr SyllablesOfCountry kChina{
      "wang 786 li 760 zhang 715 liu 550 chen 457 yang 342 huang 235 wu 239 zhao 211 zhou 196 xu 243 sun 146 zhu 142 ma 133 hu 120 guo 115 "
      "he 132 gao 106 luo 107 lin 100 zheng 91 liang 84 xie 80 song 73 tang 89 han 64 feng 65 deng 62 cao 62 peng 59 zeng 57 xiao 55 tian 54 "
      "dong 53 yuan 54 yu 119 pan 51 jiang 115 du 50 cai 49 cheng 56 wei 83 ye 46 lu 149 ding 45 su 47 ren 43 shen 54 yao 42 cui 40 zhong 42 "
      "tan 40 fan 52 jin 45 shi 81 liao 35 jia 35 xia 33 fu 50 fang 37 zou 31 bai 34 xiong 30 meng 36 qin 47 qiu 33 yin 39 xue 27 yan 63 hou 31 "
      "duan 25 lei 25 long 22 tao 22 gu 34 hao 21 mao 21 shao 21 gong 27 wan 20 qian 19 dai 35 kong 18 xiang 22 chang 17 mo 17 kang 16 wen 34 "
      "niu 16 lai 16 hong 16 ge 17 xing 14 an 15 qi 25 qiao 14 yi 15 pang 13 ni 13 nie 12 yue 12 zhai 12 geng 11 ou 11 zhuang 11 zuo 10 "
      "jiao 10 lan 17 guan 19 gan 10 bao 15 shang 12 bi 9 shu 8 ning 8 qu 17 mei 8 tong 12 ruan 8 ji 26 miao 12 shan 8 pei 8 ling 8 huo 8 "
      "sheng 8 zhan 10 ran 8 xin 7 ke 7 tu 7 ouyang 7 chai 7 weng 7 pu 6 teng 7 rao 6 ai 6 mu 11 you 6 che 5 zhuo 4 dou 4 chu 4 lou 4",
      "yu 480 ying 440 li 430 hua 390 hong 335 xiao 330 yan 320 zhi 310 wei 310 mei 305 jin 295 jun 285 ming 275 feng 275 xiu 270 wen 270 "
      "zhen 240 jian 240 hui 240 ping 235 qing 230 xiang 230 lan 225 yun 220 yong 220 xin 220 gui 210 rong 210 lin 210 guo 200 jing 200 "
      "fang 195 chun 190 yi 190 shu 175 sheng 170 cheng 160 hai 160 jia 150 xing 145 zhong 140 ling 140 qin 135 lian 135 min 135 fu 130 jie 130 "
      "yang 130 xue 125 yuan 125 xia 125 de 120 dong 120 shi 120 juan 115 chang 115 liang 110 xi 110 yue 110 ji 110 guang 100 qi 100 xian 100 "
      "bo 95 long 95 qiang 95 zheng 90 bao 90 cai 90 quan 90 ya 90 bin 87 ai 85 ting 85 shan 85 hao 85 you 85 lei 85 zi 80 fen 75 bing 75 rui 75 "
      "su 70 chao 70 tao 70 fei 65 tian 65 meng 65 he 65 yin 65 cui 60 peng 60 si 60 jiang 60 kai 60 han 60 huan 60 gang 55 ju 55 qian 55 na 55 "
      "dan 55 ke 55 pei 55 wu 55 ren 50 xu 50 yao 50 lu 50 nan 50 shao 50 zhu 50 chen 50 da 50 an 45 qiu 45 fa 40 shuang 40 qiao 40 kang 40 "
      "ning 40 qun 40 shou 40 shun 40 xuan 40 chuan 40 jiao 35 kun 35 lai 35 mao 35 tai 35 tong 35 wan 35 xiong 35 zong 35 ye 35 qiong 35 e 35 "
      "gen 30 liu 30 miao 30 song 30 zhao 30 fan 30 bi 30 di 30 nai 30 hu 25 heng 25 le 25 nian 25 shui 25 wang 25 zhou 25 ze 25 zhe 25 er 25 "
      "guan 25 jiu 20 ran 20 shuai 20 zhan 20 zhang 20 zu 20 biao 20 cong 20 hang 20 san 20 xun 20 bai 15 kui 15 mu 15 ni 15 tie 15 zeng 15 "
      "dao 15 ding 15 en 15 man 15 luo 10 mo 10 pan 10 ruo 10 sen 10 sha 10 shen 10 shuo 10 tang 10 zhuo 10 zuo 10 bei 10 ben 10 chi 10 gao 10 "
      "ge 10 gong 10 hou 10 jue 10 shang 10 xie 10 zai 10 chong 10 huang 5 la 5 pu 5 ba 5 ban 5 dai 5 du 5 duo 5 gan 5 gu 5 lang 5 lv 10 nong 5 "
      "nu 5 qu 5 sai 5 ti 5 tuan 5 zhuang 5 chu 5 bu 5 huo 5 kuan 5 kuo 5 ma 5 mi 5 po 5 run 20 sui 10 sun 5 tan 5 zhuan 5 ang 5",
      1900};
  return kChina;
}

}  // namespace darvaza::names
