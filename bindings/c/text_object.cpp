#include "text_object.h"

#include "shown.h"

extern "C" {

darvaza_status darvaza_string_data(const darvaza_string* string, darvaza_text* text) {
  if (text != nullptr) *text = {nullptr, 0};
  if (string == nullptr || text == nullptr) return DARVAZA_INVALID_ARGUMENT;
  *text = darvaza::c::text_of(string->text);
  return DARVAZA_OK;
}

void darvaza_string_free(darvaza_string* string) { delete string; }

}  // extern "C"
