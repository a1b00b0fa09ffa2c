#include "names/abbreviations.h"

#include "names/word_set.h"

namespace darvaza::names {
namespace {

// Passports of Bangladesh, India, Malaysia and Pakistan. Not Moh, a Chinese surname, and Muh, a Korean syllable; M. is an initial like others.
constexpr std::u32string_view kMuhammad[] = {U"mohd", U"md", U"muhd", U"mhd", U"mohmd", U"mhmd", U"мохд", U"мд", U"মোঃ", U"মো", U"মুঃ", U"मो", U"मोहद"};
constexpr WordSet<64> kMuhammadSet(kMuhammad);

}  // namespace

std::u32string_view written_out(std::u32string_view word) {
  return kMuhammadSet.contains(word) ? std::u32string_view(U"mohammad") : std::u32string_view{};
}

}  // namespace darvaza::names
