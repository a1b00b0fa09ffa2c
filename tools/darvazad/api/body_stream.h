// The body of a streamed exchange as an input stream.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <streambuf>
#include <utility>

#include "http/message.h"

namespace darvaza::daemon {

/// Ends at the end of the body, or after `limit` bytes (0: none), and then is `too_large`.
class BodyBuffer : public std::streambuf {
 public:
  /// `before_waiting` is called before more of the body is waited for: answers that are ready must
  /// not wait with it.
  BodyBuffer(Exchange& exchange, std::uint64_t limit, std::function<void()> before_waiting = {})
      : exchange_(exchange), limit_(limit), before_waiting_(std::move(before_waiting)) {}

  bool too_large() const { return limit_ != 0 && read_ > limit_; }

 protected:
  /// Waits for the next piece: what has come then can be read without waiting for more.
  std::streamsize showmanyc() override {
    return traits_type::eq_int_type(underflow(), traits_type::eof()) ? -1 : egptr() - gptr();
  }

  int_type underflow() override {
    if (before_waiting_) before_waiting_();
    const std::size_t size = exchange_.read(bytes_.data(), bytes_.size());
    read_ += size;
    if (size == 0 || too_large()) return traits_type::eof();
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return traits_type::to_int_type(bytes_.front());
  }

 private:
  Exchange& exchange_;
  std::uint64_t limit_;
  std::function<void()> before_waiting_;
  std::uint64_t read_ = 0;
  std::array<char, 16 * 1024> bytes_{};
};

}  // namespace darvaza::daemon
