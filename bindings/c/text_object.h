// Text that was made for the caller.
#pragma once

#include <string>

#include "darvaza.h"

struct darvaza_string {
  const std::string text;
};
