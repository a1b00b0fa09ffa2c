// What JSON needs to know of the figures that runs and comparisons share.
#pragma once

#include <boost/describe.hpp>

#include "eval/run.h"

namespace darvaza::eval {

BOOST_DESCRIBE_ENUM(Kind, pairs, retrieval, screening)
BOOST_DESCRIBE_STRUCT(Estimate, (), (value, low, high))

}  // namespace darvaza::eval
