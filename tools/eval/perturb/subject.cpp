#include "eval/perturb/subject.h"

#include "text/utf8.h"

namespace darvaza::perturb {
namespace {

void add_words(std::string_view text, std::vector<std::u32string>& words) {
  std::u32string word;
  for (const char32_t c : text::decode_utf8(text) + U' ') {
    const bool divides = c == U' ' || c == U'\u00a0' || c == U'\t' || c == U',' || c == U'،';
    if (!divides) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
}

}  // namespace

Subject subject_of(std::string_view listed_name, PartialDate birth_date) {
  Subject subject;
  subject.birth_date = birth_date;
  const std::size_t comma = listed_name.find(',');
  if (comma != std::string_view::npos) add_words(listed_name.substr(comma), subject.words);
  const std::size_t given = subject.words.size();
  add_words(listed_name.substr(0, comma), subject.words);
  const std::size_t surname = subject.words.size() - given;
  if (comma != std::string_view::npos) {
    subject.surname_words = surname;
  } else if (surname == 0) {
    subject.surname_words = 0;
  }
  return subject;
}

std::string name_of(const Subject& subject) {
  std::string name;
  for (const std::u32string& word : subject.words) {
    if (!name.empty()) name += ' ';
    name += text::encode_utf8(word);
  }
  return name;
}

}  // namespace darvaza::perturb
