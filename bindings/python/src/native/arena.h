/* What one call into the C library borrows: memory for its structs, and the Python objects whose
 * texts these point at. Holding the objects keeps the texts alive while the GIL is released,
 * whatever other threads do with the travellers meanwhile. */
#ifndef DARVAZA_PYTHON_ARENA_H
#define DARVAZA_PYTHON_ARENA_H

#include "python.h"

typedef struct arena_chunk arena_chunk;

typedef struct {
  arena_chunk* chunks;
  PyObject** held;
  size_t held_count;
  size_t held_capacity;
} arena;

/* Zeroed memory for `count` elements of `size` bytes, aligned for any of them; NULL with
 * MemoryError set. */
void* arena_array(arena* a, size_t count, size_t size);

/* Takes over the reference to `object` until arena_free; false with MemoryError set (the reference
 * is then given up). */
bool arena_hold(arena* a, PyObject* object);

void arena_free(arena* a);

#endif
