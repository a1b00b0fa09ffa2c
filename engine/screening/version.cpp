#include "darvaza/version.h"

namespace darvaza {

const char* version() { return DARVAZA_VERSION; }

}  // namespace darvaza
