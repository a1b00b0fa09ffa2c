/* Reads what org.darvaza.FlatWriter wrote: numbers and texts one after the other. Texts are not
 * copied. */
#ifndef DARVAZA_JAVA_FLAT_READER_H
#define DARVAZA_JAVA_FLAT_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "darvaza.h"

/* `broken` says that more was asked for than there is; what was read since is 0. */
typedef struct {
  const char* at;
  const char* end;
  bool broken;
} flat_reader;

int32_t read_number(flat_reader* from);
int64_t read_long(flat_reader* from);
darvaza_text read_text(flat_reader* from);
darvaza_date read_date(flat_reader* from);

#endif
