// Han letters in pinyin, by way of ICU; family names that are read otherwise than the dictionary's first reading by a table.
// Japanese readings are not known: they need a dictionary of names.
// Facts: Ministry of Public Security of China, national name report 2020 (the hundred commonest surnames); Xiandai Hanyu
// Cidian, for the readings of surnames.
#include "romanize/han.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "romanize/romanize.h"
#include "text/normalise.h"

namespace darvaza::romanize {
namespace {

struct Reading {
  std::u32string_view surname;
  std::string_view reading;
};
constexpr Reading kReadings[] = {
    {U"尉迟", "yuchi"}, {U"尉遲", "yuchi"}, {U"万俟", "moqi"}, {U"長孫", "zhangsun"}, {U"长孙", "zhangsun"}, {U"澹台", "tantai"}, {U"单", "shan"},
    {U"單", "shan"},    {U"解", "xie"},     {U"仇", "qiu"},    {U"查", "zha"},        {U"曾", "zeng"},       {U"区", "ou"},       {U"區", "ou"},
    {U"朴", "piao"},    {U"覃", "qin"},    {U"盖", "ge"},         {U"蓋", "ge"},         {U"乐", "yue"},      {U"樂", "yue"},
    {U"缪", "miao"},    {U"繆", "miao"},    {U"冼", "xian"},   {U"召", "shao"},       {U"宁", "ning"},     
    {U"折", "she"},     {U"翟", "zhai"},    {U"員", "yun"},    {U"员", "yun"},
};

constexpr std::u32string_view kDouble[] = {U"欧阳", U"歐陽", U"司马", U"司馬", U"上官", U"诸葛", U"諸葛", U"夏侯", U"东方", U"東方", U"皇甫", U"公孙", U"公孫",
                                           U"慕容", U"司徒", U"令狐", U"宇文", U"端木", U"轩辕", U"軒轅", U"闻人", U"聞人", U"南宫", U"南宮", U"西门", U"西門"};

constexpr std::u32string_view kSingle =
    U"王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻闫余潘杜"
    U"戴夏钟鍾鐘汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱丘秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文单單解仇查区區习習洪梅严嚴温溫柯翁";

}  // namespace

HanSurname han_surname(std::u32string_view word) {
  const auto* known = std::find_if(std::begin(kReadings), std::end(kReadings), [&](const Reading& reading) { return word.starts_with(reading.surname); });
  if (known != std::end(kReadings)) return {known->surname.size(), known->reading};
  const bool two = std::any_of(std::begin(kDouble), std::end(kDouble), [&](std::u32string_view surname) { return word.starts_with(surname); });
  if (two) return {2};
  return {!word.empty() && kSingle.find(word[0]) != std::u32string_view::npos ? std::size_t{1} : std::size_t{0}};
}

Sounds romanize_han(std::u32string_view token) {
  const HanSurname surname = han_surname(token);
  const std::size_t read = surname.reading.empty() ? 0 : surname.letters;
  std::u32string latin(surname.reading.begin(), surname.reading.end());
  // ICU sets the syllables apart; passports write them as one word.
  const std::u32string rest = read < token.size() ? text::to_latin(token.substr(read)) : std::u32string();
  for (const char32_t c : rest) {
    if (c != U' ') latin += c;
  }
  return romanize_latin(latin).in(WritingSystem::han);
}

}  // namespace darvaza::romanize
