// Segments into messages: the second of three layers (tokenizer, envelope, message).
//
// UNB [UNG] UNH … UNT [UNE] UNZ, any number of them one after the other. Counts, references and
// missing trailers are checked here, and every finding goes into the summary; none of them stops
// the reading. Segments that stand between UNT and the next UNH still go to the message before
// them: a trailer in the wrong place must not hide a passenger.
#pragma once

#include <cstdint>
#include <string>

#include "darvaza/error.h"
#include "darvaza/read_travellers.h"
#include "manifests/byte_source.h"
#include "manifests/edifact_segment.h"
#include "manifests/manifest_sink.h"

namespace darvaza::manifests {

/// What UNH says (and, where it is silent, UNG).
struct MessageHeader {
  std::string type;               ///< "PAXLST"; empty when neither UNH nor UNG says
  std::string version;            ///< "D:02B"; empty when not stated
  std::string syntax;             ///< syntax identifier of UNB, "UNOA"; empty without UNB
  std::string place;              ///< of UNH
  PassengerMessage message = {};  ///< what the service segments say; the rest is the reader's
};

/// The third layer: what is in a message.
class MessageReader {
 public:
  virtual ~MessageReader() = default;
  /// A message begins. An error stops the reading of the whole input.
  virtual Result<void> begin(const MessageHeader& header) = 0;
  virtual void segment(const EdifactSegment& segment) = 0;
  /// The message has ended: with UNT, or, when `whole` is false, without. Called once per begin().
  virtual void end(bool whole) = 0;
};

/// Reads all interchanges of `source`. Fails with ErrorCode::input_refused when no segment is found
/// or a UNA makes no sense, and with whatever `reader` fails.
Result<void> read_interchanges(ByteSource& source, MessageReader& reader, ManifestSink& sink);

}  // namespace darvaza::manifests
