#include "names/second_halves.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <iterator>
#include <string>
#include <vector>

#include "names/compounds.h"
#include "names/word_set.h"
#include "romanize/romanize.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

using Word = std::u32string_view;

enum class Kind : std::uint8_t {
  god,       ///< allah, الله: also begins names, Allah Dad
  of_god,    ///< with the article of the nominative, which only stands behind another word: Ullah
  religion,  ///< din: a name by itself where no article stands before it
  of_religion,
};

struct Half {
  Word written;
  Kind kind;
  Word as_one;  ///< how it is written together with the word before
};

// Not ulla and alla, women in the north of Europe and in Russia; not udin and odin. Names that are written so still meet those in one word.
constexpr Half kHalves[] = {
    {U"allah", Kind::god, U"ullah"},      {U"alloh", Kind::god, U"ullah"},      {U"ellah", Kind::of_god, U"ullah"},   {U"illah", Kind::of_god, U"ullah"},   {U"ullah", Kind::of_god, U"ullah"},
    {U"ollah", Kind::of_god, U"ullah"},   {U"ulloh", Kind::of_god, U"ullah"},   {U"olloh", Kind::of_god, U"ullah"},   {U"oullah", Kind::of_god, U"ullah"},  {U"ullo", Kind::of_god, U"ullah"},
    {U"allahi", Kind::of_god, U"ullahi"}, {U"ullahi", Kind::of_god, U"ullahi"}, {U"ollahi", Kind::of_god, U"ullahi"},
    {U"аллах", Kind::god, U"улла"},      {U"аллаҳ", Kind::god, U"улла"},      {U"уллах", Kind::of_god, U"улла"},   {U"оллах", Kind::of_god, U"улла"},   {U"уллаҳ", Kind::of_god, U"улла"},
    {U"уллоҳ", Kind::of_god, U"улла"},   {U"оллоҳ", Kind::of_god, U"улла"},   {U"уллох", Kind::of_god, U"улла"},   {U"оллох", Kind::of_god, U"улла"},   {U"улло", Kind::of_god, U"улла"},
    {U"الله", Kind::god, U"الله"},        {U"اللہ", Kind::god, U"الله"},        {U"اللە", Kind::god, U"الله"},        {U"ٱلله", Kind::god, U"الله"},        {U"اللهی", Kind::of_god, U"اللهی"},   {U"اللهي", Kind::of_god, U"اللهی"},
    {U"din", Kind::religion, U"uddin"},   {U"deen", Kind::religion, U"uddin"},  {U"dine", Kind::religion, U"uddin"},  {U"dīn", Kind::religion, U"uddin"},   {U"дин", Kind::religion, U"уддин"},
    {U"دین", Kind::religion, U"الدین"},   {U"دين", Kind::religion, U"الدین"},
    {U"uddin", Kind::of_religion, U"uddin"},  {U"uddeen", Kind::of_religion, U"uddin"}, {U"oddin", Kind::of_religion, U"uddin"},  {U"eddin", Kind::of_religion, U"uddin"},
    {U"eddine", Kind::of_religion, U"uddin"}, {U"iddin", Kind::of_religion, U"uddin"},  {U"addin", Kind::of_religion, U"uddin"},  {U"addeen", Kind::of_religion, U"uddin"},
    {U"aldin", Kind::of_religion, U"uddin"},  {U"aldeen", Kind::of_religion, U"uddin"}, {U"eldin", Kind::of_religion, U"uddin"},  {U"eldeen", Kind::of_religion, U"uddin"},
    {U"eldine", Kind::of_religion, U"uddin"}, {U"уддин", Kind::of_religion, U"уддин"},  {U"эддин", Kind::of_religion, U"уддин"},  {U"аддин", Kind::of_religion, U"уддин"}};

constexpr auto kWritten = [] {
  std::array<Word, std::size(kHalves)> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kHalves[i].written;
  return words;
}();
constexpr WordSet<256> kWrittenSet(kWritten);

/// What is given, kept or loved by God, whose name then stands first: Allah Dad, Allah Bakhsh.
constexpr Word kBehindGod[] = {U"dad",  U"daad", U"bakhsh", U"baksh", U"buksh", U"bukhsh", U"bux", U"yar", U"nawaz", U"ditta", U"dita", U"rakha", U"rakhi", U"rakhio", U"wasaya", U"dino", U"dinno",
                               U"verdi", U"qoli", U"gholi", U"quli", U"дод", U"дад", U"бахш", U"ёр", U"верди", U"кули",
                               U"داد", U"بخش", U"یار", U"نواز", U"دتہ", U"دتا", U"رکھا", U"رکھی", U"وسایا", U"ڏنو", U"وردی", U"قلی"};
/// Before the Religion. Links (Jalal u Din) are particles by then, other letters are initials.
constexpr Word kArticles[] = {U"al", U"el", U"il", U"ul", U"ol", U"ad", U"ed", U"ud", U"u", U"e", U"i", U"o", U"аль", U"эль", U"ал", U"эл", U"ад", U"уд", U"у", U"и", U"э", U"ال"};

bool is_any_of(Word word, std::span<const Word> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool is_of_god(const Half& half) { return half.kind == Kind::god || half.kind == Kind::of_god; }

const Half* half(Word word) {
  const auto* row = std::find_if(std::begin(kHalves), std::end(kHalves), [&](const Half& h) { return h.written == word; });
  return row == std::end(kHalves) ? nullptr : row;
}

/// A name whose halves are looked for, its words in letters.
class Halves {
 public:
  Halves(PersonName& name, std::uint64_t& marks) : tokens_(name.tokens), marks_(marks) {
    for (const Token& token : tokens_) words_.push_back(text::decode_utf8(token.text));
  }

  void join() {
    family_name_last();
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
      const Half* second = half(words_[at]);
      if (second == nullptr) continue;
      const std::size_t words_between = second->kind == Kind::religion ? 1 : 0;
      if (at <= words_between || (words_between == 1 && !is_article(at - 1)) || begins_next(*second, at)) continue;
      const std::size_t first = at - 1 - words_between;
      if (!can_be_first(first, at)) continue;
      write_as_one(*second, first, at);
      at = first;
    }
  }

 private:
  /// "ULLAH, Rahmat", "DIN NIZAM UD": in the order in which it is said.
  void family_name_last() {
    if (tokens_.size() < 2) return;
    const Half* first = half(words_.front());
    if (first == nullptr || first->kind == Kind::god || (first->kind == Kind::religion && !is_article(tokens_.size() - 1))) return;
    std::rotate(tokens_.begin(), tokens_.begin() + 1, tokens_.end());
    std::rotate(words_.begin(), words_.begin() + 1, words_.end());
    marks_ = marks_ >> 1 | (marks_ & 1) << (tokens_.size() - 1);
  }

  bool is_article(std::size_t at) const { return tokens_[at].role == TokenRole::particle && is_any_of(words_[at], kArticles); }

  bool begins_next(const Half& second, std::size_t at) const {
    if (!abdullah_of(words_[at - 1]).empty()) return false;
    return second.kind == Kind::god && at + 1 < tokens_.size() && is_any_of(words_[at + 1], kBehindGod);
  }

  bool can_be_first(std::size_t first, std::size_t last) const {
    const Token& token = tokens_[first];
    if (token.role == TokenRole::particle || token.role == TokenRole::initial || half(words_[first]) != nullptr) return false;
    return token.sounds.system() == tokens_[last].sounds.system() && !is_abdullah(words_[first]);
  }

  void write_as_one(const Half& second, std::size_t first, std::size_t last) {
    std::u32string& word = words_[first];
    const Word abdullah = is_of_god(second) ? abdullah_of(word) : Word{};
    // رحمة الله is Rahmatullah
    if (!word.empty() && word.back() == U'ة') word.back() = U'ت';
    word = abdullah.empty() ? word.append(second.as_one) : std::u32string(abdullah);
    Token& token = tokens_[first];
    token.sounds = romanize::romanize(word);
    token.role = TokenRole::name;
    token.cut = tokens_[last].cut;
    text::encode_utf8(word, token.text);
    erase_behind(first, last, tokens_);
    erase_behind(first, last, words_);
    take_marks_behind(first, last);
  }

  void take_marks_behind(std::size_t first, std::size_t last) {
    const auto below = [](std::size_t bit) { return bit == kMaxTokens ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1; };
    const bool is_marked = (marks_ & below(last + 1) & ~below(first)) != 0;
    marks_ = (marks_ & below(first)) | std::uint64_t{is_marked} << first | (marks_ >> (last - first) & ~below(first + 1));
  }

  template <typename T>
  static void erase_behind(std::size_t first, std::size_t last, std::vector<T>& from) {
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(first) + 1, from.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  }

  std::vector<Token>& tokens_;
  std::uint64_t& marks_;
  std::vector<std::u32string> words_;
};

}  // namespace

bool is_second_half(Word word) { return kWrittenSet.contains(word); }

void join_second_halves(PersonName& name, std::uint64_t& marks) { Halves(name, marks).join(); }

}  // namespace darvaza::names
