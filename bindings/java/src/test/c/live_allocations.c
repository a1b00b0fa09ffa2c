/* For LD_PRELOAD: how much memory that libdarvaza, libdarvaza_jni and the C++ library under them
 * asked for is not given back. Valgrind does not get through a JVM; this counts exactly.
 *
 * When the process ends, the number of such allocations that live is written to the file that the
 * variable LIVE_ALLOCATIONS names. The JVM's own are left out by who calls. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* glibc's own, under its own names. */
extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* old, size_t size);
extern void __libc_free(void* memory);

enum { TABLE = 1 << 20 }; /* far more than ever live at once */
static void* table[TABLE];
static long live;
static atomic_flag taken = ATOMIC_FLAG_INIT;

static void lock(void) {
  while (atomic_flag_test_and_set_explicit(&taken, memory_order_acquire)) {
  }
}
static void unlock(void) { atomic_flag_clear_explicit(&taken, memory_order_release); }

static size_t slot_of(void* memory) { return ((uintptr_t)memory >> 4) * 0x9E3779B97F4A7C15u >> 44; }

static bool is_counted(void* caller) {
  struct dl_find_object object;
  if (_dl_find_object(caller, &object) != 0) return false;
  const char* name = object.dlfo_link_map->l_name;
  return strstr(name, "libdarvaza") != NULL || strstr(name, "libstdc++") != NULL;
}

static void* kept(void* memory, void* caller) {
  if (memory == NULL || !is_counted(caller)) return memory;
  lock();
  size_t slot = slot_of(memory);
  while (table[slot] != NULL) slot = (slot + 1) % TABLE;
  table[slot] = memory;
  ++live;
  unlock();
  return memory;
}

/* Linear probing without tombstones: what stands behind moves up. */
static void forgotten(void* memory) {
  if (memory == NULL) return;
  lock();
  size_t slot = slot_of(memory);
  while (table[slot] != NULL && table[slot] != memory) slot = (slot + 1) % TABLE;
  if (table[slot] != NULL) {
    --live;
    for (size_t next = (slot + 1) % TABLE; table[next] != NULL; next = (next + 1) % TABLE) {
      const size_t home = slot_of(table[next]);
      if ((next - home) % TABLE < (next - slot) % TABLE) continue;
      table[slot] = table[next];
      slot = next;
    }
    table[slot] = NULL;
  }
  unlock();
}

#define CALLER __builtin_return_address(0)

void* malloc(size_t size) { return kept(__libc_malloc(size), CALLER); }
void* calloc(size_t count, size_t size) { return kept(__libc_calloc(count, size), CALLER); }
void* realloc(void* old, size_t size) {
  void* memory = __libc_realloc(old, size);
  if (memory == NULL && size != 0) return NULL;
  forgotten(old);
  return kept(memory, CALLER);
}
void free(void* memory) {
  forgotten(memory);
  __libc_free(memory);
}

__attribute__((destructor)) static void report(void) {
  const char* path = getenv("LIVE_ALLOCATIONS");
  FILE* out = path == NULL ? NULL : fopen(path, "w");
  if (out == NULL) return;
  fprintf(out, "%ld\n", live);
  fclose(out);
}
