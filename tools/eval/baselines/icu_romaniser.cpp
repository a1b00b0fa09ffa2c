#include "eval/baselines/icu_romaniser.h"

#include <cstdint>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace darvaza::baselines {

struct IcuRomaniser::Transform {
  std::unique_ptr<icu::Transliterator> icu;
};

IcuRomaniser::IcuRomaniser() : transform_(std::make_unique<Transform>()) {
  UErrorCode status = U_ZERO_ERROR;
  transform_->icu.reset(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) transform_->icu.reset();
}

IcuRomaniser::IcuRomaniser(IcuRomaniser&&) noexcept = default;
IcuRomaniser& IcuRomaniser::operator=(IcuRomaniser&&) noexcept = default;
IcuRomaniser::~IcuRomaniser() = default;

bool IcuRomaniser::usable() const { return transform_->icu != nullptr; }

std::string IcuRomaniser::romanise(std::string_view utf8) const {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  if (usable()) transform_->icu->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  return latin;
}

}  // namespace darvaza::baselines
