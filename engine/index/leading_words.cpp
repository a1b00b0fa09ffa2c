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

std::size_t joined_leading_words(const Dictionary& dictionary, std::span<const NameToken> name, std::array<LeadingWords, JoinedReadings::kMost>& out) {
  if (!has_particles(name)) return 0;
  std::array<ReadToken, names::kMaxTokens> read;
  for (std::size_t i = 0; i < name.size(); ++i) read[i] = {&dictionary.tokens[name[i].token()], name[i].role()};
  const std::span<const ReadToken> tokens(read.data(), name.size());
  std::size_t count = 0;
  for (const Reading& reading : JoinedReadings(tokens).readings()) {
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
    if (known) out[count++] = words;
  }
  return count;
}

}  // namespace darvaza::index
