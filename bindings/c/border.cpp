#include "border.h"

#include <memory>
#include <new>
#include <system_error>
#include <utility>

#include "shown.h"

struct darvaza_error {
  explicit darvaza_error(darvaza::c::Failure&& given) : failure(std::move(given)) {
    fields.struct_size = sizeof fields;
    fields.code = failure.code;
    fields.message = darvaza::c::text_of(failure.message);
    fields.field = darvaza::c::text_of(failure.field);
    fields.file = darvaza::c::text_of(failure.file);
    fields.line = failure.line;
    fields.record = failure.record;
    fields.offset = failure.offset;
  }
  darvaza_error(const darvaza_error&) = delete;
  darvaza_error& operator=(const darvaza_error&) = delete;

  const darvaza::c::Failure failure;
  darvaza_error_fields fields{};
};

namespace darvaza::c {
namespace {

darvaza_status status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return DARVAZA_INVALID_ARGUMENT;
    case ErrorCode::input_refused:
      return DARVAZA_INPUT_REFUSED;
    case ErrorCode::input_missing:
      return DARVAZA_INPUT_MISSING;
    case ErrorCode::io:
      return DARVAZA_IO;
    case ErrorCode::internal:
      break;
  }
  return DARVAZA_INTERNAL;
}

/// Written only when there is memory again.
std::string message_of(darvaza_status code) {
  return code == DARVAZA_OUT_OF_MEMORY ? "memory or threads ran out"
                                       : "a broken invariant of the library: please report";
}

}  // namespace

tl::unexpected<Failure> failed(const Error& error) {
  return tl::unexpected(Failure{status_of(error.code),
                                error.message,
                                {},
                                error.file,
                                error.line,
                                error.record,
                                error.position});
}

darvaza_status report(Failure&& failure, darvaza_error** error) noexcept {
  const darvaza_status status = failure.code;
  if (error == nullptr) return status;
  try {
    if (failure.message.empty()) failure.message = message_of(status);
    *error = std::make_unique<darvaza_error>(std::move(failure)).release();
  } catch (...) {
    *error = nullptr;  // no memory even to say so
  }
  return status;
}

darvaza_status report_exception(darvaza_error** error) noexcept {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return report({DARVAZA_OUT_OF_MEMORY, {}}, error);
  } catch (const std::system_error&) {  // of the standard library's calls, only those of threads
                                        // throw it here
    return report({DARVAZA_OUT_OF_MEMORY, {}}, error);
  } catch (...) {
    return report({DARVAZA_INTERNAL, {}}, error);
  }
}

}  // namespace darvaza::c

extern "C" {

const darvaza_error_fields* darvaza_error_data(const darvaza_error* error) {
  return error == nullptr ? nullptr : &error->fields;
}

void darvaza_error_free(darvaza_error* error) { delete error; }

}  // extern "C"
