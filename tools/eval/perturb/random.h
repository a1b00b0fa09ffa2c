// Pseudo-random numbers that are the same everywhere: the standard library's distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace darvaza::perturb {

/// SplitMix64 (Steele, Lea, Flood 2014): one addition and three shifts a number, every seed is
/// good.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// The generator of record `number` of stream `stream`: records can be made again, in any order.
  static Random of_record(std::uint64_t seed, std::uint64_t stream, std::uint64_t number) {
    return Random(Random(Random(seed ^ stream * 0xd1b54a32d192ed03).next() ^ number).next());
  }

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  /// 0 to `bound` - 1, for a bound of 1 or more. The bias is below bound / 2^64.
  std::uint64_t below(std::uint64_t bound) {
    return static_cast<std::uint64_t>(static_cast<Wide>(next()) * bound >> 64);
  }
  bool chance(std::uint64_t per_mille) { return below(1000) < per_mille; }

  template <typename T, std::size_t kCount>
  const T& pick(const T (&items)[kCount]) {
    return items[static_cast<std::size_t>(below(kCount))];
  }

 private:
  __extension__ using Wide = unsigned __int128;
  std::uint64_t state_;
};

}  // namespace darvaza::perturb
