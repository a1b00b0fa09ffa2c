#include "manifests/edifact_envelope.h"

#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "manifests/edifact_count.h"
#include "manifests/edifact_tokenizer.h"
#include "manifests/limits.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// Where the reading stands between a message's header and its trailer.
enum class MessageState {
  none,
  open,      ///< UNH was read
  implicit,  ///< segments outside of any message, read as one
  trailed,   ///< UNT was read; what follows before the next header still belongs to the message
};

/// A group or interchange whose header was read (ISO 9735-1 §8).
struct Frame {
  bool open = false;
  std::string reference;
  std::uint64_t contents = 0;
};

class EnvelopeReader {
 public:
  EnvelopeReader(ByteSource& source, MessageReader& reader, ManifestSink& sink)
      : tokens_(source), reader_(reader), sink_(sink) {}

  Result<void> run();

 private:
  Result<void> take();
  void report_shape();
  void begin_interchange();
  void begin_group();
  Result<void> begin_message();
  Result<void> open_message(MessageHeader header, MessageState state);
  Result<void> pass_on();
  void end_message();
  void end_group();
  void end_interchange();
  void close_message();
  void close_group();
  void check_trailer(std::uint64_t contents, std::string_view reference, std::string_view what);
  Result<void> finish();
  void report_end_inside_segment();

  EdifactTokenizer tokens_;
  MessageReader& reader_;
  ManifestSink& sink_;
  EdifactSegment segment_, last_;
  Frame interchange_, group_;
  std::uint64_t groups_ = 0;    ///< in this interchange
  std::uint64_t messages_ = 0;  ///< in this interchange
  MessageState message_ = MessageState::none;
  std::string message_reference_;
  std::uint64_t message_segments_ = 0;
  bool said_trailed_ = false;
  std::string syntax_, group_type_;
  PassengerMessage identity_;  ///< what UNB and UNG say of the messages in them
};

PassengerMessage::Party party_of(const EdifactSegment& segment, std::size_t element) {
  return {std::string(segment.get(element, 1)), std::string(segment.get(element, 2))};
}

Result<void> EnvelopeReader::run() {
  for (;;) {
    const auto more = tokens_.next(segment_);
    if (!more) {
      close_group();
      return tl::unexpected(more.error());
    }
    if (!*more) return finish();
    report_shape();
    if (auto taken = take(); !taken) return taken;
    std::swap(segment_, last_);
  }
}

Result<void> EnvelopeReader::take() {
  ++message_segments_;
  if (segment_.tag == "UNH") return begin_message();
  if (segment_.tag == "UNB") {
    begin_interchange();
  } else if (segment_.tag == "UNG") {
    begin_group();
  } else if (segment_.tag == "UNT") {
    end_message();
  } else if (segment_.tag == "UNE") {
    end_group();
  } else if (segment_.tag == "UNZ") {
    end_interchange();
  } else {
    return pass_on();
  }
  return {};
}

void EnvelopeReader::report_shape() {
  if (segment_.line_ended) {
    sink_.problem(segment_.place(), "the segment's terminator is missing; its line end was taken");
  }
  if (segment_.unreleased) {
    sink_.problem(segment_.place(), "a terminator stands inside of the segment's text, as in O'BRIEN: taken as text, expected a release character before it");
  }
  if (segment_.may_hide_segment) {
    sink_.incomplete(segment_.place(), "what stands behind a terminator that was taken as text may be a segment of its own, its tag spoilt: a traveller may be missing");
  }
  if (segment_.tag == "?") {
    sink_.incomplete(segment_.place(), "a segment that does not begin with a tag of three letters: what it says was not read");
  }
  if (segment_.overlong) {
    // A terminator may have been lost in it: then passengers went with the skipped part.
    sink_.incomplete(segment_.place(),
                     fmt::format("the segment has more than {} bytes or {} components; the rest of "
                                 "it was skipped",
                                 kMaxSegmentBytes, kMaxSegmentComponents));
  }
}

void EnvelopeReader::begin_interchange() {
  close_group();
  if (interchange_.open) {
    sink_.incomplete(segment_.place(), "a new interchange begins before the UNZ of the last one");
  }
  interchange_ = {true, std::string(segment_.get(5)), 0};
  syntax_ = segment_.get(1);
  identity_ = {};
  identity_.syntax = segment_.get(1);
  identity_.syntax_version = segment_.get(1, 2);
  identity_.sender = party_of(segment_, 2);
  identity_.recipient = party_of(segment_, 3);
  identity_.interchange_reference = segment_.get(5);
  identity_.application = segment_.get(7);
  group_type_.clear();
  groups_ = messages_ = 0;
}

void EnvelopeReader::begin_group() {
  close_group();
  group_ = {true, std::string(segment_.get(5)), 0};
  group_type_ = to_upper(segment_.get(1));
  identity_.grouped = true;
  identity_.group_sender = party_of(segment_, 2);
  identity_.group_recipient = party_of(segment_, 3);
  identity_.group_reference = segment_.get(5);
  ++groups_;
}

Result<void> EnvelopeReader::begin_message() {
  MessageHeader header{to_upper(segment_.get(2, 1)), {}, syntax_, segment_.place(), identity_};
  header.message.reference = segment_.get(1);
  header.message.version = segment_.get(2, 2);
  header.message.release = segment_.get(2, 3);
  header.message.agency = segment_.get(2, 4);
  header.message.association = segment_.get(2, 5);
  header.message.access_reference = segment_.get(3);
  if (header.type.empty()) header.type = group_type_;
  header.version = fmt::format("{}:{}", segment_.get(2, 2), segment_.get(2, 3));
  if (header.version == ":") header.version.clear();

  // S010: the first of several messages about one flight says C, the last F.
  const std::string_view part = segment_.get(4, 1);
  if (!part.empty() && (parse_count(part) != 1 || segment_.get(4, 2) == "C")) {
    sink_.problem(segment_.place(),
                  "the message is one part of several about one flight (UNH S010); only the parts "
                  "in this input were read");
  }
  return open_message(std::move(header), MessageState::open);
}

Result<void> EnvelopeReader::open_message(MessageHeader header, MessageState state) {
  close_message();
  message_ = state;
  message_reference_ = segment_.get(1);
  message_segments_ = 1;
  said_trailed_ = false;
  ++messages_;
  ++group_.contents;
  auto begun = reader_.begin(header);
  if (!begun) message_ = MessageState::none;
  return begun;
}

Result<void> EnvelopeReader::pass_on() {
  if (message_ == MessageState::none) {
    sink_.problem(segment_.place(), "a segment stands outside of any message; read as part of one");
    auto begun = open_message({group_type_, {}, syntax_, segment_.place(), identity_},
                              MessageState::implicit);
    if (!begun) return begun;
  }
  if (message_ == MessageState::trailed && !said_trailed_) {
    sink_.problem(segment_.place(), "a segment stands after the UNT of its message");
    said_trailed_ = true;
  }
  reader_.segment(segment_);
  return {};
}

/// Count in element 1, reference in element 2, of UNT, UNE and UNZ alike.
void EnvelopeReader::check_trailer(std::uint64_t contents, std::string_view reference,
                                   std::string_view what) {
  const auto stated = parse_count(segment_.get(1));
  if (!stated) {
    sink_.problem(segment_.place(), fmt::format("the number of {} is missing or no number", what));
  } else if (*stated != contents) {
    sink_.problem(segment_.place(),
                  fmt::format("{} {} are announced, {} were read", *stated, what, contents));
  }
  if (without_blanks(reference) != without_blanks(segment_.get(2))) {
    sink_.problem(segment_.place(), "the reference is not that of the header");
  }
}

void EnvelopeReader::end_message() {
  if (message_ != MessageState::open) {
    sink_.problem(segment_.place(), "UNT without UNH");
  } else {
    check_trailer(message_segments_, message_reference_, "segments");
  }
  if (message_ != MessageState::none) message_ = MessageState::trailed;
}

void EnvelopeReader::end_group() {
  close_message();
  if (group_.open) {
    check_trailer(group_.contents, group_.reference, "messages");
  } else {
    sink_.problem(segment_.place(), "UNE without UNG");
  }
  group_.open = false;
  group_type_.clear();
  identity_.grouped = false;
}

void EnvelopeReader::end_interchange() {
  close_group();
  if (!interchange_.open) {
    sink_.problem(segment_.place(), "UNZ without UNB");
  } else if (groups_ > 0) {
    check_trailer(groups_, interchange_.reference, "groups");
  } else {
    check_trailer(messages_, interchange_.reference, "messages");
  }
  interchange_.open = false;
}

/// A message that ends without UNT may have lost passengers with it.
void EnvelopeReader::close_message() {
  if (message_ == MessageState::none) return;
  const bool whole = message_ == MessageState::trailed;
  if (!whole) {
    sink_.incomplete(last_.place(),
                     "the message ends here without its UNT: segments may be missing");
  }
  message_ = MessageState::none;
  reader_.end(whole);
}

void EnvelopeReader::close_group() {
  close_message();
  if (group_.open) sink_.problem(last_.place(), "the group ends here without its UNE");
  group_.open = false;
}

Result<void> EnvelopeReader::finish() {
  if (last_.index == 0) {
    return fail(ErrorCode::input_refused,
                "no UN/EDIFACT segment was found: expected UNA, UNB or UNH at the start of a line");
  }
  if (!last_.terminated) report_end_inside_segment();
  close_group();
  if (interchange_.open) sink_.incomplete(last_.place(), "the input ends before UNZ");
  if (tokens_.stray_text()) {
    sink_.problem(fmt::format("byte {}", tokens_.stray_byte()),
                  "text that is no segment stands after UNZ; it was skipped");
  }
  return {};
}

void EnvelopeReader::report_end_inside_segment() {
  const std::string text = last_.released_end
                               ? "the input ends with a release character, inside the segment"
                               : "the input ends inside the segment";
  // Nothing but another interchange could have followed an UNZ.
  if (last_.tag == "UNZ") {
    sink_.problem(last_.place(), text);
  } else {
    sink_.incomplete(last_.place(), text);
  }
}

}  // namespace

Result<void> read_interchanges(ByteSource& source, MessageReader& reader, ManifestSink& sink) {
  return EnvelopeReader(source, reader, sink).run();
}

}  // namespace darvaza::manifests
