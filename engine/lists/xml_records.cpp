#include "lists/xml_records.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

#include <expat.h>
#include <fmt/core.h>

#include "text/utf8.h"
#include "text/words.h"

namespace darvaza::lists {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;

std::string_view local_name(std::string_view qualified) {
  const auto colon = qualified.rfind(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

/// Turns expat's events into trees of records. One object reads one stream.
class RecordParser {
 public:
  RecordParser(std::istream& in, const std::string& name, std::size_t record_depth,
               const XmlRootVisitor& root, const XmlRecordVisitor& record, const XmlLimits& limits);

  Result<void> run();

 private:
  static RecordParser& self(void* data) { return *static_cast<RecordParser*>(data); }
  static void on_start(void* data, const char* name, const char** attributes) {
    self(data).start(name, attributes);
  }
  static void on_end(void* data, const char*) { self(data).end(); }
  static void on_text(void* data, const char* text, int size) {
    self(data).add_text({text, static_cast<std::size_t>(size)});
  }
  static void on_other(void* data, const char*, int) { self(data).fed_since_event_ = 0; }
  static void on_doctype(void* data, const char*, const char*, const char*, int) {
    self(data).refuse(
        "a document type declaration: lists have none, and entities are not accepted");
  }

  static int on_unknown_encoding(void* data, const char* name, XML_Encoding*) {
    self(data).refuse_encoding(name);
    return XML_STATUS_ERROR;
  }

  void refuse_encoding(std::string_view encoding);
  void start(const char* name, const char** attributes);
  void end();
  void add_text(std::string_view text);
  void charge(std::size_t bytes);
  void give(const Result<void>& verdict);
  void refuse(std::string message);
  void stop(Error error);
  void feed(std::string_view block, bool last);
  std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }

  struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::istream& in_;
  const std::string& name_;
  std::size_t record_depth_;
  const XmlRootVisitor& root_;
  const XmlRecordVisitor& record_;
  const XmlLimits& limits_;

  std::size_t depth_ = 0;
  std::size_t record_bytes_ = 0;
  std::size_t fed_since_event_ = 0;  ///< bytes given to expat since it last reported anything
  XmlElement tree_;                  ///< the record in progress
  std::vector<XmlElement*> open_;    ///< its open elements, outermost first
  std::optional<Error> error_;
};

RecordParser::RecordParser(std::istream& in, const std::string& name, std::size_t record_depth,
                           const XmlRootVisitor& root, const XmlRecordVisitor& record,
                           const XmlLimits& limits)
    : parser_(XML_ParserCreate(nullptr)),
      in_(in),
      name_(name),
      record_depth_(record_depth),
      root_(root),
      record_(record),
      limits_(limits) {
  if (!parser_) return;
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &on_start, &on_end);
  XML_SetCharacterDataHandler(parser_.get(), &on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
  XML_SetDefaultHandler(parser_.get(), &on_other);
  XML_SetUnknownEncodingHandler(parser_.get(), &on_unknown_encoding, this);
}

void RecordParser::stop(Error error) {
  if (!error_) error_ = std::move(error);
  XML_StopParser(parser_.get(), XML_FALSE);
}

void RecordParser::refuse(std::string message) {
  stop(Error{ErrorCode::input_refused, std::move(message), name_, line(), 0, 0});
}

void RecordParser::refuse_encoding(std::string_view encoding) {
  constexpr std::size_t kLongest = 40;
  error_ = Error{ErrorCode::input_refused,
                 fmt::format("the XML is in the character set \"{}\", which is not read: expected UTF-8, UTF-16 or ISO-8859-1 (iconv, and the name in the first line)",
                             text::to_valid_utf8(encoding.substr(0, kLongest))),
                 name_, line(), 0, 0};
}

void RecordParser::give(const Result<void>& verdict) {
  if (verdict) return;
  Error error = verdict.error();
  if (error.file.empty()) error.file = name_;
  if (error.line == 0) error.line = line();
  stop(std::move(error));
}

void RecordParser::charge(std::size_t bytes) {
  record_bytes_ += bytes;
  if (record_bytes_ > limits_.record_bytes) {
    refuse(fmt::format("a record of more than {} bytes", limits_.record_bytes));
  }
}

void RecordParser::start(const char* name, const char** attributes) {
  fed_since_event_ = 0;
  if (error_) return;
  if (++depth_ > limits_.depth) {
    refuse(fmt::format("elements nested more than {} deep", limits_.depth));
    return;
  }
  if (depth_ != 1 && depth_ < record_depth_) return;
  if (depth_ <= record_depth_) {
    tree_ = XmlElement{};
    record_bytes_ = 0;
    open_.assign(1, &tree_);
  } else {
    open_.push_back(&open_.back()->children.emplace_back());
  }
  XmlElement& element = *open_.back();
  element.name = local_name(name);
  element.line = line();
  charge(sizeof(XmlElement) + element.name.size());
  for (; *attributes != nullptr; attributes += 2) {
    element.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    charge(element.attributes.back().first.size() + element.attributes.back().second.size());
  }
  if (depth_ == 1) give(root_(element));
}

void RecordParser::end() {
  fed_since_event_ = 0;
  if (error_) return;
  if (depth_ >= record_depth_) {
    open_.pop_back();
    if (depth_ == record_depth_) give(record_(tree_));
  }
  --depth_;
}

void RecordParser::add_text(std::string_view text) {
  fed_since_event_ = 0;
  if (error_ || depth_ < record_depth_ || open_.empty()) return;
  open_.back()->text += text;
  charge(text.size());
}

/// Gives a block to expat, and its complaint a place.
void RecordParser::feed(std::string_view block, bool last) {
  fed_since_event_ += block.size();
  const auto status =
      XML_Parse(parser_.get(), block.data(), static_cast<int>(block.size()), last ? 1 : 0);
  if (error_) return;
  if (status != XML_STATUS_OK) {
    refuse(
        fmt::format("not well-formed XML: {}", XML_ErrorString(XML_GetErrorCode(parser_.get()))));
  } else if (fed_since_event_ > limits_.unfinished_bytes) {
    refuse(fmt::format("a tag or comment of more than {} bytes", limits_.unfinished_bytes));
  }
}

Result<void> RecordParser::run() {
  if (!parser_) return fail(ErrorCode::internal, "no memory for an XML parser", name_);
  std::array<char, kBlockBytes> block;
  while (!error_) {
    in_.read(block.data(), static_cast<std::streamsize>(block.size()));
    if (in_.bad()) return fail(ErrorCode::io, "the file cannot be read", name_, line());
    const auto size = static_cast<std::size_t>(in_.gcount());
    feed({block.data(), size}, size == 0);
    if (size == 0) break;
  }
  if (error_) return tl::unexpected(*error_);
  return {};
}

}  // namespace

const XmlElement* XmlElement::child(std::string_view child_name) const {
  for (const XmlElement& element : children) {
    if (element.name == child_name) return &element;
  }
  return nullptr;
}

std::string XmlElement::value(std::string_view child_name) const {
  for (const XmlElement& element : children) {
    if (element.name != child_name) continue;
    if (std::string words = text::collapsed(element.text); !words.empty()) return words;
  }
  return {};
}

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

void each_repeated_value(const XmlElement& record, std::span<const std::string_view> several, const std::function<void(std::string_view)>& tell) {
  std::unordered_map<std::string_view, std::string> first;
  for (const XmlElement& element : record.children) {
    each_repeated_value(element, several, tell);
    std::string words = text::collapsed(element.text);
    if (words.empty() || std::find(several.begin(), several.end(), element.name) != several.end()) continue;
    const auto [known, is_new] = first.try_emplace(element.name, words);
    if (!is_new && known->second != words) tell(element.name);
  }
}

std::string repeated_value_remark(std::string_view name) {
  constexpr std::size_t kMostShown = 40;
  return fmt::format("an element that stands twice, and of which one is read: {}", name.substr(0, kMostShown));
}

Result<void> read_xml_records(std::istream& in, const std::string& name, std::size_t record_depth,
                              const XmlRootVisitor& root, const XmlRecordVisitor& record,
                              const XmlLimits& limits) {
  return RecordParser(in, name, record_depth, root, record, limits).run();
}

Result<std::string> read_xml_root_name(std::istream& in, const std::string& name) {
  std::string root_name;
  const auto stop_at_root = [&](const XmlElement& root) -> Result<void> {
    root_name = root.name;
    return fail(ErrorCode::internal, "found");
  };
  const auto result =
      read_xml_records(in, name, 2, stop_at_root, [](const XmlElement&) { return Result<void>{}; });
  if (root_name.empty() && !result) return tl::unexpected(result.error());
  return root_name;
}

}  // namespace darvaza::lists
