#include "scoring/name_evidence.h"

#include <fmt/format.h>

#include <cstddef>

namespace darvaza::scoring {
namespace {

constexpr std::int32_t kWeakAlias = -500;

std::int32_t grade_weight(NameGrade grade) { return grade == NameGrade::weak ? kWeakAlias : 0; }

std::string nats(std::int32_t millinats) { return fmt::format("{:+.1f}", millinats / 1000.0); }

using Tokens = std::span<const names::Token>;

std::string join(Tokens tokens, auto text_of) {
  std::string out;
  for (const names::Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += text_of(token);
  }
  return out;
}

std::string written(Tokens tokens) {
  return join(tokens, [](const names::Token& token) { return token.text; });
}

std::string sounding(Tokens tokens) {
  return join(tokens, [](const names::Token& token) { return romanize::spelling(token.sounds); });
}

std::string describe(const names::AlignedTokens& pair, Tokens asked, Tokens listed) {
  const Tokens a = asked.subspan(pair.a_begin, pair.a_count);
  const Tokens b = listed.subspan(pair.b_begin, pair.b_count);
  if (written(a) == written(b)) return fmt::format("{} {}", written(a), nats(pair.gain));
  return fmt::format("{} ~ {} ({}/{}, {} {:.1f}) {}", written(a), written(b), sounding(a), sounding(b),
                     pair.other_form ? "other form" : "difference", pair.cost / 1000.0, nats(pair.gain));
}

std::string unmatched(Tokens tokens, std::uint64_t mask) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if ((mask >> i & 1) != 0) out += (out.empty() ? "" : " ") + tokens[i].text;
  }
  return out;
}

}  // namespace

std::int32_t weigh_name(const names::NameAlignment& alignment, NameGrade grade) {
  return alignment.total + grade_weight(grade);
}

Evidence explain_name(const names::NameAlignment& alignment, NameGrade grade, Tokens asked,
                      Tokens listed) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  for (const auto& pair : alignment.pairs) add(describe(pair, asked, listed));
  if (const auto rest = unmatched(asked, alignment.unmatched_a); !rest.empty()) add("only the traveller: " + rest);
  if (const auto rest = unmatched(listed, alignment.unmatched_b); !rest.empty()) add("only the list: " + rest);
  if (alignment.whole != 0) add("the whole name " + nats(alignment.whole));
  if (alignment.left_over != 0) add("left over " + nats(alignment.left_over));
  if (grade == NameGrade::weak) add("weak alias " + nats(kWeakAlias));
  return {EvidenceKind::name, weigh_name(alignment, grade), text};
}

}  // namespace darvaza::scoring
