#include "index/leading_words.h"

namespace darvaza::index {

using names::TokenRole;

LeadingWords leading_words(std::span<const NameToken> name) {
  LeadingWords words;
  for (const NameToken& token : name) {
    if (leads(token.role())) words.add(token.token(), token.role() == TokenRole::name);
  }
  return words;
}

void OtherReadings::add_joined_particles(const Dictionary& dictionary, std::span<const NameToken> name) {
  std::array<ReadToken, names::kMaxTokens> read;
  for (std::size_t i = 0; i < name.size(); ++i) read[i] = {&dictionary.tokens[name[i].token()], name[i].role()};
  const std::span<const ReadToken> tokens(read.data(), name.size());
  const JoinedReadings joined_particles(tokens);
  for (const Reading& reading : joined_particles.readings()) {
    LeadingWords words;
    bool known = true;
    for (const WordRun run : reading.words()) {
      const NameToken first = name[run.begin];
      if (run.count == 1) {
        if (leads(first.role())) words.add(first.token(), first.role() == TokenRole::name);
        continue;
      }
      const auto joined = dictionary.find(joined_sounds(tokens.subspan(run.begin, run.count)));
      known = known && joined;
      if (joined) words.add(*joined, true);
    }
    if (known) readings_[count_++] = words;
  }
}

void OtherReadings::add_joined_names(const Dictionary& dictionary, std::span<const NameToken> name) {
  const auto is_name = [](NameToken token) { return token.role() == TokenRole::name; };
  for (std::size_t i = 0; i + 1 < name.size() && count_ < readings_.size(); ++i) {
    if (!is_name(name[i]) || !is_name(name[i + 1])) continue;
    const romanize::Sounds &first = dictionary.tokens[name[i].token()], &second = dictionary.tokens[name[i + 1].token()];
    if (first.system() != second.system()) continue;
    romanize::Sounds both = first;
    both.join(second);
    const auto joined = dictionary.find(both);
    if (!joined) continue;
    LeadingWords words;
    for (std::size_t at = 0; at < name.size(); ++at) {
      if (at == i) words.add(*joined, true);
      else if (at != i + 1 && leads(name[at].role())) words.add(name[at].token(), is_name(name[at]));
    }
    readings_[count_++] = words;
  }
}

}  // namespace darvaza::index
