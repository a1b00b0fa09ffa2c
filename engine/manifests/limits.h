// How much of one input the readers hold at a time, and what happens beyond.
//
// None of these loses anything in silence: whatever is cut is reported beside the traveller or,
// when it may have hidden travellers, makes the manifest incomplete.
#pragma once

#include <cstddef>

namespace darvaza::manifests {

/// One EDIFACT segment. ISO 9735 allows some 3,000 bytes for the longest PAXLST segment (five free
/// texts of 512); the rest of a longer one is skipped.
inline constexpr std::size_t kMaxSegmentBytes = 64 * 1024;
/// Components of one segment. The largest in real messages (PNRGOV taxes) have about 200.
inline constexpr std::size_t kMaxSegmentComponents = 1024;
/// One line of JSON Lines; a traveller with ten documents takes about 2 KiB.
inline constexpr std::size_t kMaxJsonLineBytes = 256 * 1024;
/// One line of machine-readable zones; the longest, two lines of TD3 run together, has 88.
inline constexpr std::size_t kMaxMrzLineBytes = 1024;
/// Names, nationalities or documents of one traveller, each.
inline constexpr std::size_t kMaxFactsPerTraveller = 256;
/// Problems listed for one traveller or, separately, for one manifest; the last says "and more".
inline constexpr std::size_t kMaxProblems = 200;
/// What the recognition of a format looks at.
inline constexpr std::size_t kRecognitionBytes = 16 * 1024;

}  // namespace darvaza::manifests
