/* Writes what org.darvaza.FlatReader reads: numbers and texts one after the other, in memory that
 * grows. */
#ifndef DARVAZA_JAVA_FLAT_WRITER_H
#define DARVAZA_JAVA_FLAT_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "darvaza.h"

/* `data` is to be freed. Once memory is short, `out_of_memory` is set; once a Java buffer could not
 * hold it, `too_large`; nothing is written from then on. */
typedef struct {
  char* data;
  size_t size;
  size_t capacity;
  bool out_of_memory;
  bool too_large;
} flat_writer;

void write_number(flat_writer* to, int32_t number);
void write_count(flat_writer* to, size_t count);
void write_long(flat_writer* to, uint64_t number);
void write_text(flat_writer* to, darvaza_text text);
void write_date(flat_writer* to, darvaza_date date);

#endif
