/* What the tests in C share: a check that goes on after a failure, and texts. */
#ifndef DARVAZA_TESTS_CAPI_CHECK_H
#define DARVAZA_TESTS_CAPI_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "darvaza.h"

static int check_failures = 0;

static inline void check_that(int holds, const char* what, const char* file, int line) {
  if (holds) return;
  ++check_failures;
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
}
#define CHECK(condition) check_that((condition) != 0, #condition, __FILE__, __LINE__)

/* For what the rest of the test cannot do without. */
#define NEED(condition)              \
  do {                               \
    CHECK(condition);                \
    if (check_failures > 0) exit(1); \
  } while (0)

#define TEXT(literal) \
  { literal, sizeof literal - 1 }

static inline int text_is(darvaza_text text, const char* expected) {
  return text.size == strlen(expected) && memcmp(text.data, expected, text.size) == 0 &&
         text.data[text.size] == '\0';
}

/* Whether `text` holds `part`. */
static inline int text_has(darvaza_text text, const char* part) {
  return strstr(text.data, part) != NULL;
}

/* Who has one name, and nothing else is known of. */
static inline darvaza_traveller traveller_named(const darvaza_name* const* names) {
  darvaza_traveller traveller;
  memset(&traveller, 0, sizeof traveller);
  traveller.struct_size = sizeof traveller;
  traveller.names = names;
  traveller.names_count = 1;
  return traveller;
}

static inline int check_end(const char* test) {
  if (check_failures == 0) printf("%s: everything holds\n", test);
  return check_failures == 0 ? 0 : 1;
}

#endif
