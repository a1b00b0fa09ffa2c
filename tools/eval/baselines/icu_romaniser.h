// ICU's romanisation, as systems without tables of their own use it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace darvaza::baselines {

/// `Any-Latin; Latin-ASCII; Lower`. What ICU leaves unconverted stays (the transform of Arabic
/// script writes no vowels that are not written). Const members may be called from many threads.
class IcuRomaniser {
 public:
  IcuRomaniser();
  IcuRomaniser(IcuRomaniser&&) noexcept;
  IcuRomaniser& operator=(IcuRomaniser&&) noexcept;
  ~IcuRomaniser();

  /// False when this ICU lacks the transforms; names then stay as they are.
  bool usable() const;
  std::string romanise(std::string_view utf8) const;

 private:
  struct Transform;
  std::unique_ptr<Transform> transform_;
};

}  // namespace darvaza::baselines
