// Sources: the Unicode character database (digits, full-width forms); Unicode TR 39 (Cyrillic and
// Greek letters of Latin shape); for the confusion groups, published measurements of OCR-B readers
// (SynthPass, 2026) and the repair tables of other readers of machine-readable zones.
#include "documents/look_alikes_table.h"

namespace darvaza::documents {
namespace {

constexpr LookAlikeRow kLetters[] = {
    {U"АВЕЁКМНОРСТУХЅІЇЈҮ", "ABEEKMHOPCTYXSIIJY"},  // Cyrillic
    {U"авеёкмнорстухѕіїјү", "ABEEKMHOPCTYXSIIJY"},
    {U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"},  // Greek
    {U"αβεζηικμνορτυχ", "ABEZHIKMNOPTYX"},
    {U"İı", "II"},  // Turkish and Azerbaijani
    {U"ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {U"ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
};

constexpr char32_t kZeros[] = {
    0x0660,  // Arabic-Indic
    0x06F0,  // Persian and Urdu
    0x0966,  // Devanagari
    0x09E6,  // Bengali
    0xFF10,  // full-width
};

// Documents are filed in indexes by what the groups make of their numbers: a change of groups is a change of the index format.
// The groups must not overlap. 7 is taken for Z more often than for T, so it stands with 2 and Z;
// G stands with 6 although it is also taken for Q: Q is taken for 0 as well. Whoever looks a number up
// tries G for Q and Q for G besides.
constexpr std::string_view kConfusions[] = {"0ODQU", "1ILT", "2Z7", "5S", "8B", "6G"};

// Shares of some 140 substitutions in the measurement; it names the counts of the first ten pairs. What follows
// them stands in the repair tables of readers and was met once or twice: 2 of 140.
constexpr std::int32_t kRare = 4'250;
constexpr ConfusablePair kPairs[] = {
    {'0', 'O', 1'150}, {'G', 'Q', 2'150}, {'7', 'Z', 2'750}, {'0', 'U', 2'850}, {'5', 'S', 3'150},
    {'1', 'L', 3'350}, {'O', 'Q', 3'350}, {'I', 'T', 3'350}, {'1', 'I', 3'550}, {'2', 'Z', 3'550},
    {'8', 'B', kRare}, {'6', 'G', kRare}, {'0', 'D', kRare}, {'0', 'Q', kRare}, {'O', 'D', kRare},
    {'O', 'U', kRare}, {'D', 'Q', kRare}, {'I', 'L', kRare}, {'1', 'T', kRare}, {'L', 'T', kRare},
};

}  // namespace

std::span<const LookAlikeRow> look_alike_letters() { return kLetters; }
std::span<const char32_t> digit_zeros() { return kZeros; }
std::span<const std::string_view> confusion_groups() { return kConfusions; }
std::span<const ConfusablePair> confusable_pairs() { return kPairs; }

}  // namespace darvaza::documents
