#include "screening/name_scorer.h"

#include "scoring/name_evidence.h"

namespace darvaza::screening {
namespace {

/// Rarity is the traveller's side of an alignment; the listed side sets no limit of its own.
constexpr names::Millinats kNoLimit = 20'000;

void weigh_listed(const index::Index& index, const index::NameView& name,
                  std::vector<names::WeighedToken>& out) {
  out.clear();
  for (const index::NameToken& token : name.tokens) {
    out.push_back({&index.token(token.token()), token.role(), false, kNoLimit, token.token()});
    out.back().apart = token.is_apart();
    out.back().glued = token.is_glued();
  }
}

/// The tokens of a listed name with their spelling. The index holds their sounds, the listed text their
/// spelling; in a forged index the two need not agree, and then the sounds must do.
std::vector<names::Token> listed_tokens(const index::Index& index, const index::NameView& name) {
  const bool is_glued = index::is_glued_reading(name.tokens);
  std::vector<names::Token> tokens = (is_glued ? names::parse_glued(name.text) : names::parse_name(name.text)).tokens;
  if (tokens.size() == name.tokens.size()) return tokens;
  tokens.clear();
  for (const index::NameToken& token : name.tokens) {
    const romanize::Sounds& sounds = index.token(token.token());
    tokens.push_back({sounds, token.role(), false, romanize::spelling(sounds)});
  }
  return tokens;
}

}  // namespace

std::int32_t score_name(const index::Index& index, const AskedName& asked, index::NameId listed_name,
                        std::vector<names::WeighedToken>& listed, names::NameAlignment& alignment) {
  const index::NameView name = index.name(listed_name);
  weigh_listed(index, name, listed);
  names::align_names(asked.tokens(), listed, &asked.meetings(), alignment);
  return scoring::weigh_name(alignment, name.grade);
}

Evidence explain_listed_name(const index::Index& index, const AskedName& asked,
                             index::NameId listed_name) {
  std::vector<names::WeighedToken> listed;
  names::NameAlignment alignment;
  score_name(index, asked, listed_name, listed, alignment);
  const index::NameView name = index.name(listed_name);
  return scoring::explain_name(alignment, name.grade, asked.name().tokens, listed_tokens(index, name));
}

}  // namespace darvaza::screening
