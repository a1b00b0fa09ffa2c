#include "darvaza/read_travellers.h"

#include <algorithm>
#include <streambuf>
#include <utility>

#include <gtest/gtest.h>

#include "manifests/read_text.h"
#include "manifests/recognise_format.h"

namespace darvaza::manifests {
namespace {

TEST(ManifestFormatWords, AreReadAndWrittenAlike) {
  for (const auto* word : {"auto", "csv", "jsonl", "paxlst", "pnrgov", "mrz"}) {
    const auto format = parse_manifest_format(word);
    ASSERT_TRUE(format) << word;
    EXPECT_EQ(to_string(*format), word);
  }
  const auto unknown = parse_manifest_format("xml");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::usage);
  EXPECT_NE(unknown.error().message.find("paxlst"), std::string::npos);
}

TEST(RecogniseFormat, GoesByContent) {
  EXPECT_EQ(recognise_format("\n {\"name\": 1}"), ManifestFormat::jsonl);
  EXPECT_EQ(recognise_format(" UNA:+.?*'\n"), ManifestFormat::paxlst);
  EXPECT_EQ(recognise_format("UNB+UNOA:4"), ManifestFormat::paxlst);
  EXPECT_EQ(recognise_format("UNB+IATA:1'UNH+1+PNRGOV:10:1"), ManifestFormat::pnrgov);
  EXPECT_EQ(recognise_format("QN TTTRRMO\r\n.AAABBXH 010203\r\nUNA:+.? 'UNB"),
            ManifestFormat::paxlst);
  EXPECT_EQ(recognise_format("I<UTOD231458907<<<<<<<<<<<<<<<\n"), ManifestFormat::mrz);
  EXPECT_EQ(recognise_format("I<UTO\n\nI<UTOD231458907<<<<<<<<<<<<<<<\n"), ManifestFormat::mrz);
  EXPECT_EQ(recognise_format("id,Full Name\n"), ManifestFormat::csv);
  EXPECT_EQ(recognise_format("mrz\n"), ManifestFormat::csv);
  EXPECT_EQ(recognise_format("document number,x\n"), ManifestFormat::csv);
}

TEST(RecogniseFormat, KnowsWhatItDoesNotKnow) {
  for (const auto* text : {"", " \n", "id,dob\n", "UNBELIEVABLE\n", "[{}]", "<xml/>", "%PDF-1.7"}) {
    EXPECT_EQ(recognise_format(text), std::nullopt) << text;
  }
}

TEST(ReadTravellers, RefusesInputOfWhichNothingCanBeMade) {
  for (const auto* text :
       {"", "\n \n", "\xEF\xBB\xBF", "nonsense", "UNA", "UNA:+.? ", "UNAAAAAAA"}) {
    const auto read = read_text(text);
    ASSERT_FALSE(read.summary) << text;
    EXPECT_EQ(read.summary.error().code, ErrorCode::input_refused);
    EXPECT_EQ(read.summary.error().file, "test");
  }
}

TEST(ReadTravellers, SaysWhatAnInputIsThatIsNoTextInUtf8) {
  EXPECT_EQ(read_text(std::string("\x1F\x8B\x08\0\0\0\0\0", 8)).summary.error().message.substr(0, 22), "a gzip file: expected ");
  EXPECT_EQ(read_text(std::string("\xFF\xFEi\0d\0,\0n\0", 10)).summary.error().message.substr(0, 25), "text in UTF-16: expected ");
  EXPECT_EQ(read_text("nonsense").summary.error().message.substr(0, 30), "the format is not recognised: ");
}

TEST(ReadTravellers, AFormatThatWasNamedIsTaken) {
  EXPECT_FALSE(read_text("name\nMarina Testova\n", ManifestFormat::paxlst).summary);
  EXPECT_FALSE(read_text("name\nMarina Testova\n", ManifestFormat::pnrgov).summary);
  EXPECT_EQ(read_text("name\nMarina Testova\n", ManifestFormat::csv).travellers.size(), 1u);
}

/// A pipe: bytes come one at a time and cannot be sought.
class Pipe : public std::streambuf {
 public:
  explicit Pipe(std::string text) : text_(std::move(text)) {}

 protected:
  int_type underflow() override {
    if (at_ == text_.size()) return traits_type::eof();
    setg(&text_[at_], &text_[at_], &text_[at_] + 1);
    ++at_;
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

TEST(ReadTravellers, NeedsNoSeeking) {
  for (const std::string& text :
       {interchange("NAD+FL+++TESTOVA:MARINA'", 1), std::string("name\nMarina Testova\n"),
        std::string("{\"name\": \"Marina Testova\"}")}) {
    Pipe pipe(text);
    std::istream in(&pipe);
    std::size_t count = 0;
    const auto summary = read_travellers(in, "pipe", {}, [&](Traveller&&) { ++count; });
    ASSERT_TRUE(summary);
    EXPECT_EQ(count, 1u);
    EXPECT_EQ(summary->travellers, 1u);
  }
}

/// A device that fails after its text.
class BrokenDevice : public Pipe {
 public:
  using Pipe::Pipe;

 protected:
  int_type underflow() override {
    const int_type next = Pipe::underflow();
    if (next == traits_type::eof()) throw std::ios_base::failure("device");
    return next;
  }
};

TEST(ReadTravellers, AReadErrorIsNotAnEnd) {
  BrokenDevice before("na");
  std::istream first(&before);
  const auto refused = read_travellers(first, "device", {}, nullptr);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::io);

  std::string body;
  for (int i = 0; i < 2000; ++i) body += "NAD+FL+++TESTOVA:MARINA'";
  BrokenDevice after(interchange(body, 2000));
  std::istream second(&after);
  second.exceptions(std::ios_base::badbit);
  const auto summary = read_travellers(second, "device", {}, nullptr);
  ASSERT_TRUE(summary);
  EXPECT_GT(summary->travellers, 0u);
  EXPECT_FALSE(summary->complete);
}

TEST(ReadTravellers, AListOfNobodyIsToldAndOnlyAMessageMayBeOne) {
  const auto headings = read_text("id,name,document_number\n");
  ASSERT_TRUE(headings.summary);
  EXPECT_EQ(headings.summary->travellers, 0u);
  EXPECT_FALSE(headings.complete());
  EXPECT_TRUE(headings.says("no traveller"));
  const auto message = read_text(interchange("", 0));
  ASSERT_TRUE(message.summary);
  EXPECT_TRUE(message.complete());
  EXPECT_TRUE(message.says("no traveller"));
}

TEST(ReadTravellers, OtherSeparatorsAreNamed) {
  for (const auto& [text, separator] : {std::pair{"id;name\n1;Marina Testova\n", "separated by semicolons: expected"}, std::pair{"id\tname\n1\tMarina\n", "separated by tabs: expected"}}) {
    const auto read = read_text(text);
    ASSERT_FALSE(read.summary);
    EXPECT_NE(read.summary.error().message.find(separator), std::string::npos) << read.summary.error().message;
  }
}

}  // namespace
}  // namespace darvaza::manifests
