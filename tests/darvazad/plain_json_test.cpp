// Numbers without exponents, everything else as it was.
#include "answers/plain_json.h"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

TEST(PlainJson, NumbersHaveNoExponent) {
  EXPECT_EQ(plain_json(0.974), "0.974");
  EXPECT_EQ(plain_json(0.0001), "0.0001");
  EXPECT_EQ(plain_json(-6.0), "-6");
  EXPECT_EQ(plain_json(17.808), "17.808");
  EXPECT_EQ(plain_json(12345), "12345");
}

TEST(PlainJson, EverythingElseIsAsItWas) {
  const std::string text = R"({"a\"":[1,null,true,"\u0001ä\\",{}],"b":[],"c":{"d":0.5,"e":-3}})";
  EXPECT_EQ(plain_json(boost::json::parse(text)), text);
}

}  // namespace
}  // namespace darvaza::daemon
