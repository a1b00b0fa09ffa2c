#include "work/pacer.h"

#include <future>
#include <string>

#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

TEST(Pacer, ABeatIsTheFirstWholeMultipleThatIsNotTooEarly) {
  const Moment begun{};
  const auto beat_of = [&](microseconds ready) {
    return next_beat(begun, begun + ready, milliseconds(5)) - begun;
  };
  EXPECT_EQ(beat_of(microseconds(0)), milliseconds(5));
  EXPECT_EQ(beat_of(microseconds(1)), milliseconds(5));
  EXPECT_EQ(beat_of(microseconds(5000)), milliseconds(5));
  EXPECT_EQ(beat_of(microseconds(5001)), milliseconds(10));
  EXPECT_EQ(beat_of(microseconds(12'000)), milliseconds(15));
}

TEST(Pacer, CallsInTheOrderOfTheirTimesAndNotBefore) {
  Pacer pacer;
  const Moment now = std::chrono::steady_clock::now();
  std::string order;
  std::promise<Moment> last;
  pacer.at(now + milliseconds(40), [&] {
    order += 'b';
    last.set_value(std::chrono::steady_clock::now());
  });
  pacer.at(now + milliseconds(20), [&] { order += 'a'; });
  EXPECT_GE(last.get_future().get(), now + milliseconds(40));
  EXPECT_EQ(order, "ab");
}

TEST(Pacer, EndsWhenAllWasCalled) {
  bool called = false;
  {
    Pacer().at(std::chrono::steady_clock::now() + milliseconds(20), [&] { called = true; });
  }
  EXPECT_TRUE(called);
}

}  // namespace
}  // namespace darvaza::daemon
