// Which engine answers.
#pragma once

namespace darvaza::audit {

/// "0.1.0+" and 16 hexadecimal digits of the digest of the engine's sources. Two programs with the
/// same build answer the same question with the same bytes. Static storage.
const char* engine_build();

}  // namespace darvaza::audit
