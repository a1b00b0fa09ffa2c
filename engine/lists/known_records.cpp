#include "lists/known_records.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <utility>

namespace darvaza::lists {
namespace {

constexpr int kHashBits = std::numeric_limits<std::uint64_t>::digits;
constexpr int kFirstPlaceBits = 10;

/// The same for no two records that anybody will meet; never 0.
std::uint64_t hash_of(std::string_view list, std::string_view id) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // which of the two texts a letter stands in makes a difference
  const std::hash<std::string_view> hash;
  return std::max<std::uint64_t>(hash(list) * kOdd + hash(id), 1);
}

std::uint64_t some_odd_number() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device() | 1;
}

}  // namespace

KnownRecords::KnownRecords() : spread_(some_odd_number()), place_bits_(kFirstPlaceBits), places_(std::size_t{1} << place_bits_) {}

bool KnownRecords::add(std::string_view list, std::string_view id) {
  constexpr std::size_t kFull = 3, kOf = 4;
  if ((count_ + 1) * kOf > places_.size() * kFull) grow();
  const std::uint64_t hash = hash_of(list, id);
  std::uint64_t& place = place_of(hash);
  if (place == hash) return true;
  place = hash;
  ++count_;
  return false;
}

std::uint64_t& KnownRecords::place_of(std::uint64_t hash) {
  std::size_t at = (hash * spread_) >> (kHashBits - place_bits_);
  while (places_[at] != 0 && places_[at] != hash) at = (at + 1) & (places_.size() - 1);
  return places_[at];
}

void KnownRecords::grow() {
  const std::vector<std::uint64_t> before = std::exchange(places_, std::vector<std::uint64_t>(std::size_t{1} << ++place_bits_));
  for (const std::uint64_t hash : before) {
    if (hash != 0) place_of(hash) = hash;
  }
}

}  // namespace darvaza::lists
