#pragma once

namespace darvaza {

/// "0.1.0": the version of the library that is linked, not of the headers. Static storage.
const char* version();

}  // namespace darvaza
