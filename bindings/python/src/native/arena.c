#include "arena.h"

#include <stdlib.h>
#include <string.h>

enum { chunk_bytes = 1 << 16 };

struct arena_chunk {
  arena_chunk* next;
  size_t used;
  size_t capacity;
  max_align_t bytes[];
};

void* arena_array(arena* a, size_t count, size_t size) {
  const size_t unit = sizeof(max_align_t);
  if (size != 0 && count > (SIZE_MAX / 2) / size) return PyErr_NoMemory();
  const size_t bytes = (count * size + unit - 1) / unit * unit;
  if (a->chunks == NULL || a->chunks->capacity - a->chunks->used < bytes) {
    const size_t capacity = bytes > chunk_bytes ? bytes : chunk_bytes;
    arena_chunk* chunk = malloc(sizeof *chunk + capacity);
    if (chunk == NULL) return PyErr_NoMemory();
    chunk->next = a->chunks;
    chunk->used = 0;
    chunk->capacity = capacity;
    a->chunks = chunk;
  }
  void* memory = (char*)a->chunks->bytes + a->chunks->used;
  a->chunks->used += bytes;
  return memset(memory, 0, bytes);
}

bool arena_hold(arena* a, PyObject* object) {
  if (a->held_count == a->held_capacity) {
    const size_t capacity = a->held_capacity == 0 ? 64 : 2 * a->held_capacity;
    PyObject** held = realloc(a->held, capacity * sizeof *held);
    if (held == NULL) {
      Py_DECREF(object);
      PyErr_NoMemory();
      return false;
    }
    a->held = held;
    a->held_capacity = capacity;
  }
  a->held[a->held_count++] = object;
  return true;
}

void arena_free(arena* a) {
  while (a->chunks != NULL) {
    arena_chunk* next = a->chunks->next;
    free(a->chunks);
    a->chunks = next;
  }
  for (size_t i = 0; i < a->held_count; ++i) Py_DECREF(a->held[i]);
  free(a->held);
  *a = (arena){0};
}
