#include "scoring/name_evidence.h"

#include <cstddef>
#include <string>
#include <utility>

#include "scoring/evidence_text.h"

namespace darvaza::scoring {
namespace {

constexpr std::int32_t kWeakAlias = -500;

std::int32_t grade_weight(NameGrade grade) { return grade == NameGrade::weak ? kWeakAlias : 0; }

using Tokens = std::span<const names::Token>;

void append_written(Tokens tokens, std::string& out) {
  for (const names::Token& token : tokens) {
    if (&token != &tokens.front()) out += ' ';
    out += token.text;
  }
}

void append_sounds(Tokens tokens, std::string& out) {
  for (const names::Token& token : tokens) {
    if (&token != &tokens.front()) out += ' ';
    for (romanize::Sound sound : token.sounds) out += romanize::spelling(sound);
  }
}

/// "nadir +6.0", or "nadir ~ нодир (nadir/nodir, difference 0.4) +5.6".
void append_pair(const names::AlignedTokens& pair, Tokens asked, Tokens listed, std::string& out) {
  const Tokens a = asked.subspan(pair.a_begin, pair.a_count);
  const Tokens b = listed.subspan(pair.b_begin, pair.b_count);
  const std::size_t begin = out.size();
  append_written(a, out);
  const std::size_t end = out.size();
  out += " ~ ";
  const std::size_t begin_b = out.size();
  append_written(b, out);
  const std::string_view text = out;
  if (text.substr(begin, end - begin) == text.substr(begin_b)) {
    out.resize(end);
  } else {
    out += " (";
    append_sounds(a, out);
    out += '/';
    append_sounds(b, out);
    out += pair.other_form ? ", other form " : ", difference ";
    append_nats(pair.cost, out);
    if (pair.other_name != 0) {
      out += ", another known name ";
      append_nats(pair.other_name, out);
    }
    out += ')';
  }
  out += ' ';
  append_signed_nats(pair.gain, out);
}

/// The reasons of one piece of evidence, one after the other.
class Reasons {
 public:
  Reasons(Tokens asked, Tokens listed) {
    // Both spellings and both readings of every token, and words about them: one allocation for nearly all names.
    constexpr std::size_t kWords = 96, kWordsOfToken = 24;
    std::size_t size = kWords;
    for (const Tokens& tokens : {asked, listed}) {
      for (const names::Token& token : tokens) size += 2 * token.text.size() + kWordsOfToken;
    }
    text_.reserve(size);
  }

  void add_pair(const names::AlignedTokens& pair, Tokens asked, Tokens listed) {
    separate();
    append_pair(pair, asked, listed, text_);
  }

  void add_unmatched(std::string_view whose, Tokens tokens, std::uint64_t mask) {
    bool any = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if ((mask >> i & 1) == 0) continue;
      if (!any) {
        separate();
        text_ += whose;
      }
      any = true;
      text_ += ' ';
      text_ += tokens[i].text;
    }
  }

  void add_nats(std::string_view words, std::int32_t millinats) {
    separate();
    text_ += words;
    append_signed_nats(millinats, text_);
  }

  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!text_.empty()) text_ += "; ";
  }

  std::string text_;
};

}  // namespace

std::int32_t weigh_name(const names::NameAlignment& alignment, NameGrade grade) {
  return alignment.total + grade_weight(grade);
}

Evidence explain_name(const names::NameAlignment& alignment, NameGrade grade, Tokens asked,
                      Tokens listed) {
  Reasons reasons(asked, listed);
  for (const auto& pair : alignment.pairs) reasons.add_pair(pair, asked, listed);
  reasons.add_unmatched("only the traveller:", asked, alignment.unmatched_a);
  reasons.add_unmatched("only the list:", listed, alignment.unmatched_b);
  if (alignment.whole != 0) reasons.add_nats("the whole name ", alignment.whole);
  if (alignment.left_over != 0) reasons.add_nats("left over ", alignment.left_over);
  if (alignment.fathers != 0) reasons.add_nats("names of fathers ", alignment.fathers);
  if (grade == NameGrade::weak) reasons.add_nats("weak alias ", kWeakAlias);
  return {EvidenceKind::name, weigh_name(alignment, grade), reasons.take()};
}

}  // namespace darvaza::scoring
