#include "flat_writer.h"

#include <stdlib.h>
#include <string.h>

static const size_t most_bytes = INT32_MAX;

static bool make_room(flat_writer* to, size_t bytes) {
  if (to->out_of_memory || to->too_large) return false;
  if (to->capacity - to->size >= bytes) return true;
  if (bytes > most_bytes - to->size) {
    to->too_large = true;
    return false;
  }
  size_t capacity = to->capacity == 0 ? 4096 : 2 * to->capacity;
  if (capacity < to->size + bytes) capacity = to->size + bytes;
  char* data = realloc(to->data, capacity);
  if (data == NULL) {
    to->out_of_memory = true;
    return false;
  }
  to->data = data;
  to->capacity = capacity;
  return true;
}

static void write_bytes(flat_writer* to, const void* bytes, size_t size) {
  if (size == 0 || !make_room(to, size)) return;
  memcpy(to->data + to->size, bytes, size);
  to->size += size;
}

void write_number(flat_writer* to, int32_t number) { write_bytes(to, &number, sizeof number); }

void write_count(flat_writer* to, size_t count) {
  if (count > most_bytes) to->too_large = true;
  write_number(to, (int32_t)count);
}

void write_long(flat_writer* to, uint64_t number) { write_bytes(to, &number, sizeof number); }

void write_text(flat_writer* to, darvaza_text text) {
  write_count(to, text.size);
  write_bytes(to, text.data, text.size);
}

void write_date(flat_writer* to, darvaza_date date) {
  write_number(to, date.year);
  write_number(to, date.month);
  write_number(to, date.day);
}
