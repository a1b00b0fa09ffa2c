// A manifest of 100,000 passengers streams: each traveller is handed on before much more of the
// input has been read than they stand in, so that memory does not grow with the manifest.
#include <algorithm>
#include <functional>
#include <istream>
#include <streambuf>
#include <string>

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

constexpr std::size_t kPassengers = 100'000;
/// Blocks of reading and what a segment or booking may hold.
constexpr std::size_t kSlack = 64 * 1024;

/// Makes the text of one passenger after the other, and knows how much of it was asked for.
class PassengerStream : public std::streambuf {
 public:
  PassengerStream(std::string beginning, std::function<std::string(std::size_t)> passenger,
                  std::string end)
      : held_(std::move(beginning)), passenger_(std::move(passenger)), end_(std::move(end)) {
    setg(held_.data(), held_.data(), held_.data() + held_.size());
  }

  std::size_t passengers_made() const { return made_; }

 protected:
  int_type underflow() override {
    if (made_ > kPassengers) return traits_type::eof();
    held_ = made_ < kPassengers ? passenger_(made_) : end_;
    ++made_;
    setg(held_.data(), held_.data(), held_.data() + held_.size());
    return traits_type::to_int_type(held_[0]);
  }

 private:
  std::string held_;
  std::function<std::string(std::size_t)> passenger_;
  std::string end_;
  std::size_t made_ = 0;
};

/// Reads all, and expects that the reader is never more than `kSlack` bytes ahead of what it has
/// handed on.
void expect_streaming(PassengerStream& stream, std::size_t bytes_a_passenger) {
  std::istream in(&stream);
  std::size_t delivered = 0, furthest = 0;
  const auto summary = read_travellers(in, "test", {}, [&](Traveller&& traveller) {
    ++delivered;
    ASSERT_EQ(traveller.id, std::to_string(delivered));
    furthest = std::max(furthest,
                        stream.passengers_made() - std::min(delivered, stream.passengers_made()));
  });
  ASSERT_TRUE(summary);
  EXPECT_TRUE(summary->complete);
  EXPECT_EQ(delivered, kPassengers);
  EXPECT_EQ(summary->travellers, kPassengers);
  EXPECT_LE(furthest * bytes_a_passenger, kSlack);
}

/// A connection over which lines come one by one: each is there only when somebody waits for it.
class LineByLine : public std::streambuf {
 public:
  explicit LineByLine(std::function<void()> before_waiting)
      : before_waiting_(std::move(before_waiting)) {}

 protected:
  std::streamsize showmanyc() override {
    return underflow() == traits_type::eof() ? -1 : egptr() - gptr();
  }
  int_type underflow() override {
    before_waiting_();
    if (lines_ == 3) return traits_type::eof();
    ++lines_;
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  std::function<void()> before_waiting_;
  std::string line_ = "{\"name\": \"TESTOVA MARINA\"}\n";
  int lines_ = 0;
};

TEST(Streaming, ALineIsDeliveredBeforeTheNextIsWaitedFor) {
  std::size_t delivered = 0;
  std::vector<std::size_t> delivered_when_waiting;
  LineByLine lines([&] { delivered_when_waiting.push_back(delivered); });
  std::istream in(&lines);
  ASSERT_TRUE(
      read_travellers(in, "test", {ManifestFormat::jsonl}, [&](Traveller&&) { ++delivered; }));
  EXPECT_EQ(delivered, 3U);
  ASSERT_GE(delivered_when_waiting.size(), 4U);
  EXPECT_EQ(delivered_when_waiting[1], 1U);
  EXPECT_EQ(delivered_when_waiting[2], 2U);
  EXPECT_EQ(delivered_when_waiting[3], 3U);
}

TEST(Streaming, OnePaxlstMessageOfAHundredThousandPassengers) {
  const std::string first = "NAD+FL+++TESTOVA:MARINA'DTM+329:800517'DOC+P+N1'";
  PassengerStream stream(
      "UNB+UNOA:4+A+B+260115:0900+R'UNH+M+PAXLST:D:15B:UN'TDT+20+DZ101'LOC+125+UTA'LOC+87+UTB'",
      [&](std::size_t) { return first; }, "UNT+1+M'UNZ+1+R'");
  expect_streaming(stream, first.size());
}

TEST(Streaming, OnePnrgovMessageOfAHundredThousandPassengers) {
  const std::string first =
      "SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINAMRS:A:1'SSR+DOCS:HK:1:DZ:::::/P/KAZ/N1/KAZ/17MAY80/F/"
      "31JAN30/TESTOVA/MARINA'TVL+150126:1540+UTA+UTB+DZ+101'";
  PassengerStream stream(
      "UNB+IATA:1+A+B+260115:0900+R'UNH+M+PNRGOV:11:1:IA'MSG+:22'TVL+150126:1540+UTA+UTB+DZ+101'",
      [&](std::size_t) { return first; }, "UNT+1+M'UNZ+1+R'");
  expect_streaming(stream, first.size());
}

}  // namespace
}  // namespace darvaza::manifests
