#include "manifests/edifact_tokenizer.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/core.h>

#include "manifests/edifact_tags.h"
#include "manifests/limits.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// How far a tag may be indented after a missing terminator, or its separator be away from it.
constexpr std::size_t kLookAhead = 32;

constexpr bool is_line_end(char c) { return c == '\r' || c == '\n'; }

bool all_differ(const ServiceCharacters& service) {
  std::string used{service.component, service.element, service.terminator};
  if (service.release != '\0') used += service.release;
  if (service.repetition != '\0') used += service.repetition;
  std::sort(used.begin(), used.end());
  return std::adjacent_find(used.begin(), used.end()) == used.end();
}

bool usable(const ServiceCharacters& service) {
  for (const char c : {service.component, service.element, service.release, service.repetition,
                       service.terminator}) {
    if (is_letter(c) || is_digit(c)) return false;
  }
  const bool blank = service.component == ' ' || service.element == ' ' ||
                     service.terminator == ' ' || is_line_end(service.element) ||
                     is_line_end(service.component);
  return !blank && all_differ(service);
}

/// Segments that hold names: "GO'ZAL" ends in what may be a tag.
bool holds_names(std::string_view tag) {
  static constexpr std::string_view kTags[] = {"NAD", "PDT", "TIF", "SSR"};
  return std::find(std::begin(kTags), std::end(kTags), tag) != std::end(kTags);
}

/// Segments of PAXLST in which no text with an apostrophe stands, least of all before a further element.
bool holds_codes(std::string_view tag) {
  static constexpr std::string_view kTags[] = {"ATT", "CNT", "DOC", "DTM", "GEI", "MEA", "NAT", "RFF"};
  return std::find(std::begin(kTags), std::end(kTags), tag) != std::end(kTags);
}

/// Whether `text` is a passenger tag of which one letter was replaced by something that is no ASCII letter: a Cyrillic А, a digit.
bool is_spoilt_tag(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    const bool continues_character = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continues_character) shape += is_letter(c) ? c : '?';
  }
  if (shape.size() != 3 || std::count(shape.begin(), shape.end(), '?') != 1) return false;
  return std::any_of(kPassengerTags.begin(), kPassengerTags.end(), [&](std::string_view tag) {
    return std::equal(tag.begin(), tag.end(), shape.begin(), [](char a, char b) { return a == b || b == '?'; });
  });
}

/// Whether what was taken in behind an unreleased terminator may be a segment's begin after all. "O'FARRELL" is a surname of a TIF, where an element
/// separator follows it: only tags that open a traveller's segment tell there.
bool may_be_a_segment(std::string_view taken, std::string_view tag, bool ends_element) {
  const std::string text = to_upper(without_blanks(taken.substr(0, kLookAhead)));
  const std::string_view begin = std::string_view(text).substr(0, 3);
  if (ends_element && is_spoilt_tag(text)) return true;
  if (tag == "TIF" ? !holds_names(begin) : !is_passenger_tag(begin)) return false;
  return ends_element || (text.size() > 3 && is_digit(text[3]));
}

/// The tag in capitals; "?" for what cannot be one, so that no data ends up in a place's text.
std::string clean_tag(std::string_view text) {
  std::string tag = to_upper(without_blanks(text.substr(0, kLookAhead)));
  const bool sound = tag.size() == 3 && std::all_of(tag.begin(), tag.end(), is_letter);
  return sound ? tag : "?";
}

/// Collects the characters of one segment into its components.
class SegmentAssembly {
 public:
  explicit SegmentAssembly(EdifactSegment& segment) : segment_(segment) {}

  void append(char c) {
    if (bytes_++ < kMaxSegmentBytes) {
      value_ += c;
    } else {
      segment_.overlong = true;
    }
  }

  /// A terminator that is a letter of a name.
  void append_terminator(char c) {
    append(c);
    taken_from_ = value_.size();
    segment_.unreleased = true;
  }

  void end_component(bool ends_element = false) {
    if (taken_from_ > 0) check_taken(ends_element);
    if (segment_.components() < kMaxSegmentComponents) {
      segment_.add(element_, repetition_, component_, value_);
    } else {
      segment_.overlong = true;
    }
    value_.clear();
    ++component_;
  }

  void end_repetition(bool ends_element = false) {
    end_component(ends_element);
    ++repetition_;
    component_ = 1;
  }

  void end_element() {
    end_repetition(true);
    if (segment_.unreleased && holds_codes(clean_tag(segment_.get(0)))) segment_.may_hide_segment = true;
    ++element_;
    repetition_ = 1;
  }

 private:
  void check_taken(bool ends_element) {
    const std::string_view taken = std::string_view(value_).substr(taken_from_);
    if (may_be_a_segment(taken, clean_tag(segment_.get(0)), ends_element)) segment_.may_hide_segment = true;
    taken_from_ = 0;
  }

  EdifactSegment& segment_;
  std::string value_;
  std::size_t taken_from_ = 0;  ///< in value_, behind the last unreleased terminator; 0: it holds none
  std::size_t bytes_ = 0;
  std::size_t element_ = 0, repetition_ = 1, component_ = 1;
};

bool may_begin_text(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

Result<ServiceCharacters> parse_service_string(std::string_view text, std::size_t* length) {
  if (text.size() < 6) {
    return fail(ErrorCode::input_refused, "the input ends inside the service string advice UNA");
  }
  // "UNA:+?*'" and a line end: the decimal mark is missing. With a decimal mark in its place, the
  // line end is the terminator.
  const bool short_form = is_line_end(text[5]) && text[2] != '.' && text[2] != ',';
  *length = short_form ? 5 : 6;
  const std::string_view marks = short_form ? text.substr(2, 3) : text.substr(3, 3);
  const auto or_unused = [](char c) { return c == ' ' ? '\0' : c; };
  const ServiceCharacters service{text[0], text[1], or_unused(marks[0]), or_unused(marks[1]),
                                  marks[2]};
  if (usable(service)) return service;
  return fail(ErrorCode::input_refused,
              "the service string advice UNA does not name separators that differ from each other "
              "and are neither letters, digits nor blanks");
}

Result<bool> EdifactTokenizer::next(EdifactSegment& segment) {
  segment.clear();
  const Result<bool> found = find_segment();
  if (!found || !*found) return found;
  segment.index = ++segments_;
  segment.byte = source_.offset();
  read_segment(segment);
  outside_ = segment.tag == "UNZ";
  return true;
}

Result<bool> EdifactTokenizer::find_segment() {
  for (std::string_view front = source_.peek(1); !front.empty(); front = source_.peek(1)) {
    if (is_blank(front[0]) || front[0] == service_.terminator) {
      source_.skip(1);
    } else if (at_service_string()) {
      if (const auto read = read_service_string(); !read) return tl::unexpected(read.error());
    } else if (!outside_ || at_tag()) {
      return true;
    } else {
      skip_stray_line();
    }
  }
  return false;
}

/// Whether, `from` bytes on, a known tag stands before an element separator. Blanks may stand
/// between them: "UNG *PAXLST".
bool EdifactTokenizer::at_tag(std::size_t from) {
  std::string_view ahead = source_.peek(from + kLookAhead);
  if (ahead.size() < from + 4) return false;
  ahead.remove_prefix(from);
  if (!is_passenger_tag(to_upper(ahead.substr(0, 3)))) return false;
  const std::string_view rest = trim(ahead.substr(3));
  return !rest.empty() && rest.front() == service_.element;
}

/// Inside an interchange, "UNA" only counts when a new one follows: an element of data could begin
/// with these letters after a lost terminator.
bool EdifactTokenizer::at_service_string(std::size_t from) {
  std::string_view ahead = source_.peek(from + 3 + 6 + kLookAhead);
  if (ahead.size() < from + 4) return false;
  ahead.remove_prefix(from);
  if (!ahead.starts_with("UNA") || is_letter(ahead[3]) || is_digit(ahead[3])) return false;
  if (outside_) return true;
  const std::string_view next = trim(ahead.substr(std::min<std::size_t>(ahead.size(), 9)));
  return next.starts_with("UNB") || next.starts_with("UNG") || next.starts_with("UNH");
}

Result<void> EdifactTokenizer::read_service_string() {
  std::size_t length = 0;
  auto service = parse_service_string(source_.peek(3 + 6).substr(3), &length);
  if (!service) {
    service.error().position = source_.offset();
    return tl::unexpected(service.error());
  }
  service_ = *service;
  source_.skip(3 + length);
  outside_ = true;
  return {};
}

void EdifactTokenizer::skip_stray_line() {
  if (segments_ > 0 && !stray_text_) {
    stray_text_ = true;
    stray_byte_ = source_.offset();
  }
  for (int c = source_.get(); c != ByteSource::kEnd; c = source_.get()) {
    const char at = static_cast<char>(c);
    if (is_line_end(at) || at == service_.terminator) return;
  }
}

/// After a line end inside a segment: whether the terminator was forgotten there.
bool EdifactTokenizer::next_line_is_a_segment() {
  const std::string_view ahead = source_.peek(kLookAhead);
  const auto text = std::find_if_not(ahead.begin(), ahead.end(), is_blank);
  const auto indent = static_cast<std::size_t>(text - ahead.begin());
  return at_tag(indent) || at_service_string(indent);
}

/// Whether the terminator that was just read is a letter of a name, "KO'CHKOROV" or "O'G'LI", that a sender forgot to release: no segment begins
/// behind it. The segment would end in the middle of the name, and the rest of the name would be a segment that nobody knows.
bool EdifactTokenizer::terminator_is_text(const EdifactSegment& segment) {
  if (segment.components() == 0) return false;  // a tag holds no name
  const std::string tag = clean_tag(segment.get(0));
  if (is_line_end(service_.terminator) || tag.starts_with("UN")) return false;
  std::string_view coming = source_.peek(kLookAhead);
  coming.remove_prefix(std::min(coming.find_first_not_of(' '), coming.size()));
  if (coming.empty() || !may_begin_text(coming.front())) return false;
  const std::string ahead = without_blanks(coming);  // lines are wrapped anywhere, inside of tags, too, and "NA D" is a tag (clean_tag)
  const bool has_shape_of_tag = ahead.size() > 2 && std::all_of(ahead.begin(), ahead.begin() + 3, is_letter);
  if (!has_shape_of_tag) return true;
  const std::string next = to_upper(std::string_view(ahead).substr(0, 3));
  const std::string_view rest = std::string_view(ahead).substr(3);
  if (rest.empty() || (next == "UNA" && !may_begin_text(rest.front()))) return false;
  const bool is_known = is_passenger_tag(next);
  const bool ends_tag = rest.front() == service_.element || rest.front() == service_.terminator || (is_known && rest.front() == service_.component);
  return !ends_tag || (!is_known && holds_names(tag));
}

void EdifactTokenizer::read_segment(EdifactSegment& segment) {
  SegmentAssembly assembly(segment);
  bool released = false;
  for (;;) {
    const int next = source_.get();
    if (next == ByteSource::kEnd) {
      segment.terminated = false;
      segment.released_end = released;
      break;
    }
    const char c = static_cast<char>(next);
    if (is_line_end(c) && c != service_.terminator) {
      if (!released && (segment.line_ended = next_line_is_a_segment())) break;
    } else if (released) {
      assembly.append(c);
      released = false;
    } else if (c == service_.terminator) {
      if (!terminator_is_text(segment)) break;
      assembly.append_terminator(c);
    } else if (c == service_.release && c != '\0') {
      released = true;
    } else if (c == service_.component) {
      assembly.end_component();
    } else if (c == service_.element) {
      assembly.end_element();
    } else if (c == service_.repetition && c != '\0') {
      assembly.end_repetition();
    } else {
      assembly.append(c);
    }
  }
  assembly.end_component();
  segment.tag = clean_tag(segment.get(0));
}

}  // namespace darvaza::manifests
