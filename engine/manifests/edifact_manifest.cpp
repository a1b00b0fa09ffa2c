#include "manifests/edifact_manifest.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "manifests/edifact_envelope.h"
#include "manifests/paxlst_codes.h"
#include "manifests/paxlst_reader.h"
#include "manifests/pnrgov_reader.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// Message types are codes of six letters; anything else is not repeated in a text.
std::string type_word(const std::string& type) {
  const bool sound = type.size() == 6 && std::all_of(type.begin(), type.end(), is_letter);
  return sound ? type : "unknown";
}

/// A message that lists nobody, such as the answer CUSRES. Should there be travellers in it after
/// all, the manifest is not complete.
class ForeignReader : public MessageReader {
 public:
  explicit ForeignReader(ManifestSink& sink) : sink_(sink) {}

  Result<void> begin(const MessageHeader& header) override {
    sink_.problem(header.place,
                  fmt::format("the message is not a passenger list (type {}); it was passed over",
                              type_word(header.type)));
    return {};
  }
  void segment(const EdifactSegment& segment) override {
    const bool traveller = segment.tag == "TIF" || segment.tag == "PDT" ||
                           (segment.tag == "NAD" && party_role(segment.get(1)));
    if (traveller) {
      sink_.incomplete(segment.place(), "a traveller in a message that is not a passenger list");
    }
  }
  void end(bool) override {}

 private:
  ManifestSink& sink_;
};

class TypeSwitch : public MessageReader {
 public:
  TypeSwitch(const ManifestOptions& options, ManifestSink& sink)
      : paxlst_(options, sink),
        pnrgov_(options.reference_year, sink),
        foreign_(sink),
        sink_(sink),
        usual_(options.format == ManifestFormat::pnrgov ? "PNRGOV" : "PAXLST") {}

  Result<void> begin(const MessageHeader& header) override {
    if (header.type.empty()) {
      sink_.problem(header.place,
                    fmt::format("the message does not state its type; read as {}", usual_));
    }
    const std::string_view type = header.type.empty() ? usual_ : header.type;
    current_ = type == "PAXLST"   ? static_cast<MessageReader*>(&paxlst_)
               : type == "PNRGOV" ? static_cast<MessageReader*>(&pnrgov_)
                                  : &foreign_;
    return current_->begin(header);
  }
  void segment(const EdifactSegment& segment) override { current_->segment(segment); }
  void end(bool whole) override { current_->end(whole); }

 private:
  PaxlstReader paxlst_;
  PnrgovReader pnrgov_;
  ForeignReader foreign_;
  ManifestSink& sink_;
  std::string_view usual_;
  MessageReader* current_ = nullptr;  ///< the reader of the message that has begun
};

}  // namespace

Result<void> read_edifact(ByteSource& source, const ManifestOptions& options, ManifestSink& sink) {
  TypeSwitch reader(options, sink);
  if (auto read = read_interchanges(source, reader, sink); !read) {
    return broke_off(sink, read.error());
  }
  return {};
}

}  // namespace darvaza::manifests
