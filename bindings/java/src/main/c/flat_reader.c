#include "flat_reader.h"

#include <string.h>

static const char* take(flat_reader* from, size_t bytes) {
  if (from->broken || (size_t)(from->end - from->at) < bytes) {
    from->broken = true;
    return NULL;
  }
  const char* at = from->at;
  from->at += bytes;
  return at;
}

int32_t read_number(flat_reader* from) {
  int32_t number = 0;
  const char* at = take(from, sizeof number);
  if (at != NULL) memcpy(&number, at, sizeof number);
  return number;
}

int64_t read_long(flat_reader* from) {
  int64_t number = 0;
  const char* at = take(from, sizeof number);
  if (at != NULL) memcpy(&number, at, sizeof number);
  return number;
}

darvaza_text read_text(flat_reader* from) {
  const int32_t size = read_number(from);
  const char* at = size < 0 ? NULL : take(from, (size_t)size);
  return at == NULL ? (darvaza_text){"", 0} : (darvaza_text){at, (size_t)size};
}

/* What does not fit becomes a month that the C library refuses. */
darvaza_date read_date(flat_reader* from) {
  const int32_t year = read_number(from);
  const int32_t month = read_number(from);
  const int32_t day = read_number(from);
  const bool fits = year >= 0 && year <= INT16_MAX && month >= 0 && month <= UINT8_MAX &&
                    day >= 0 && day <= UINT8_MAX;
  return fits ? (darvaza_date){(int16_t)year, (uint8_t)month, (uint8_t)day}
              : (darvaza_date){1, UINT8_MAX, 0};
}
