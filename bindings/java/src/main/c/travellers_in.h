/* Travellers as org.darvaza.FlatTravellers wrote them, as structs of the C library that point into
 * the buffer. */
#ifndef DARVAZA_JAVA_TRAVELLERS_IN_H
#define DARVAZA_JAVA_TRAVELLERS_IN_H

#include "flat_reader.h"

/* One block of memory with everything that the travellers consist of. */
typedef struct {
  const darvaza_traveller* const* travellers;
  size_t count;
  void* memory;
} question;

/* False when there is no memory or `from` is broken, which it then says; `memory` is to be freed in
 * any case. */
bool read_travellers(flat_reader* from, question* q);

darvaza_document read_document(flat_reader* from);

/* What ScreeningOptions.write wrote, over the C library's defaults. */
darvaza_status read_options(flat_reader* from, darvaza_screening_options* options);

#endif
