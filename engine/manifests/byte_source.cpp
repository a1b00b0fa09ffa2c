#include "manifests/byte_source.h"

#include <algorithm>
#include <ios>

namespace darvaza::manifests {
namespace {

constexpr std::size_t kBlockBytes = 16 * 1024;

}  // namespace

bool ByteSource::refill(std::size_t needed) {
  if (held_.size() - at_ >= needed) return true;
  held_.erase(0, at_);
  dropped_ += at_;
  at_ = 0;
  while (held_.size() < needed && !ended_) {
    const std::size_t before = held_.size();
    held_.resize(before + kBlockBytes);
    try {
      // What a pipe or a connection already holds does not wait for the rest of a block.
      constexpr auto kBlock = static_cast<std::streamsize>(kBlockBytes);
      const std::streamsize ready = in_.good() ? in_.rdbuf()->in_avail() : 0;
      in_.read(held_.data() + before, ready > 0 ? std::min(ready, kBlock) : kBlock);
    } catch (const std::ios_base::failure&) {
      // The caller's stream was set to throw; what it knows is asked for below.
    }
    held_.resize(before + static_cast<std::size_t>(in_.gcount()));
    ended_ = !in_.good();
    failed_ = in_.bad();
  }
  return held_.size() >= needed;
}

std::string_view ByteSource::peek(std::size_t count) {
  refill(count);
  return std::string_view(held_).substr(at_, count);
}

void ByteSource::skip(std::size_t count) {
  while (count > 0 && get() != kEnd) --count;
}

ByteSourceBuffer::int_type ByteSourceBuffer::underflow() {
  const std::string_view next = source_.peek(sizeof block_);
  if (next.empty()) return traits_type::eof();
  std::copy(next.begin(), next.end(), block_);
  const std::size_t size = next.size();
  source_.skip(size);
  setg(block_, block_, block_ + size);
  return traits_type::to_int_type(block_[0]);
}

}  // namespace darvaza::manifests
