/* The N-th allocation fails, for every N of every call: a status and nothing else, no leak, and the
 * next answer is the same. usage: memory_test INDEX SHARED_INDEX */
#include "check.h"

/* glibc's own allocator, under its own names; operator new of the C++ library ends up in malloc. */
extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* old, size_t size);
extern void __libc_free(void* memory);

static long failing = 0; /* counts down to the allocation that fails; 0: none does */
static int failed = 0;
static long live = 0;

static int fails(void) {
  if (__atomic_load_n(&failing, __ATOMIC_RELAXED) == 0) return 0;
  if (__atomic_sub_fetch(&failing, 1, __ATOMIC_RELAXED) != 0) return 0;
  return failed = 1;
}
static void* counted(void* memory) {
  if (memory != NULL) __atomic_add_fetch(&live, 1, __ATOMIC_RELAXED);
  return memory;
}
void* malloc(size_t size) { return fails() ? NULL : counted(__libc_malloc(size)); }
void* calloc(size_t count, size_t size) {
  return fails() ? NULL : counted(__libc_calloc(count, size));
}
void* realloc(void* old, size_t size) {
  if (fails()) return NULL;
  if (old == NULL) return counted(__libc_realloc(NULL, size));
  return __libc_realloc(old, size);
}
void free(void* memory) {
  if (memory != NULL) __atomic_sub_fetch(&live, 1, __ATOMIC_RELAXED);
  __libc_free(memory);
}

static const char* index_path;
static darvaza_screener* screener;
static darvaza_screener* shared; /* entries with terms */
static char answer[20000];       /* what the last successful call said */

static void keep(darvaza_string* json) {
  darvaza_text text = {NULL, 0};
  CHECK(darvaza_string_data(json, &text) == DARVAZA_OK);
  snprintf(answer, sizeof answer, "%s", text.data);
}

static const darvaza_name names_of[] = {
    {sizeof(darvaza_name), TEXT("Дарьягозар"), TEXT("Надер"), 0, 0},
    {sizeof(darvaza_name), TEXT("A name that is far too long to fit into a short string"),
     TEXT("Ottoline"), 0, 0}};

static darvaza_status screen_two(darvaza_error** error) {
  const darvaza_name* names[] = {&names_of[0], &names_of[1]};
  const darvaza_document document = {sizeof document, TEXT("C90000120"), TEXT("P"), TEXT("TJK"),
                                     {2030, 1, 1},    {0, 0, 0},         TEXT("")};
  const darvaza_document* documents[] = {&document};
  darvaza_traveller traveller = traveller_named(names);
  traveller.names_count = 2;
  traveller.documents = documents;
  traveller.documents_count = 1;
  traveller.birth_date.year = 1971;
  const darvaza_traveller* travellers[] = {&traveller, &traveller};
  darvaza_results* results = NULL;
  darvaza_string* json = NULL;
  darvaza_status status = darvaza_screen_batch(screener, travellers, 2, NULL, &results, error);
  if (status == DARVAZA_OK) status = darvaza_results_json(results, 0, 2, &json, error);
  if (status == DARVAZA_OK) keep(json);
  darvaza_string_free(json);
  darvaza_results_free(results);
  return status;
}

static darvaza_status ask_as_a_post(darvaza_error** error) {
  static const darvaza_name name = {sizeof name, TEXT("SAVSANOV"), TEXT("GULBAHOR"), 0, 0};
  const darvaza_name* names[] = {&name};
  const darvaza_traveller traveller = traveller_named(names);
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  darvaza_status status = darvaza_screening_options_init(&options);
  const darvaza_text state = TEXT("Republic of Uzbekistan");
  options.state = state;
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  if (status == DARVAZA_OK) {
    status = darvaza_screen(shared, &traveller, &options, &results, error);
  }
  if (status == DARVAZA_OK && darvaza_results_data(results, &answers, &count) == DARVAZA_OK &&
      answers[0]->candidates_count > 0) {
    const darvaza_entry_terms* terms = answers[0]->candidates[0]->terms;
    snprintf(answer, sizeof answer, "%s %s", terms->focal_point.data, terms->releasable_to[1].data);
  }
  darvaza_results_free(results);
  return status;
}

static darvaza_status open_and_describe(darvaza_error** error) {
  darvaza_screener* opened = NULL;
  darvaza_description* description = NULL;
  const darvaza_description_fields* fields = NULL;
  darvaza_status status =
      darvaza_screener_open(index_path, strlen(index_path), NULL, &opened, error);
  if (status == DARVAZA_OK) status = darvaza_screener_describe(opened, &description, error);
  if (status == DARVAZA_OK && darvaza_description_data(description, &fields) == DARVAZA_OK) {
    snprintf(answer, sizeof answer, "%s %d", fields->digest.data, (int)fields->sources_count);
  }
  darvaza_description_free(description);
  darvaza_screener_free(opened);
  return status;
}

static darvaza_status swap_to_the_same(darvaza_error** error) {
  const darvaza_status status =
      darvaza_screener_swap(screener, index_path, strlen(index_path), error);
  if (status == DARVAZA_OK) snprintf(answer, sizeof answer, "swapped");
  return status;
}

static darvaza_status read_a_manifest(darvaza_error** error) {
  static const char rows[] =
      "{\"name\": \"Ottoline Quixelbury of a very long name\", \"nationality\": "
      "\"IRN\"}\n{\"name\": \"x\"}\n";
  darvaza_manifest* manifest = NULL;
  darvaza_travellers *two = NULL, *none = NULL;
  const darvaza_traveller* const* data = NULL;
  size_t count = 0;
  darvaza_status status =
      darvaza_manifest_open_bytes(rows, sizeof rows - 1, "rows", 4, NULL, &manifest, error);
  if (status == DARVAZA_OK) status = darvaza_manifest_next(manifest, 2, &two, error);
  if (status == DARVAZA_OK) status = darvaza_manifest_next(manifest, 2, &none, error);
  if (status == DARVAZA_OK && darvaza_travellers_data(two, &data, &count) == DARVAZA_OK) {
    snprintf(answer, sizeof answer, "%d %s", (int)count,
             count > 0 ? data[0]->names[0]->primary.data : "");
  }
  darvaza_travellers_free(two);
  darvaza_travellers_free(none);
  darvaza_manifest_free(manifest);
  return status;
}

static darvaza_status read_a_zone(darvaza_error** error) {
  static const char zone[] =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<"
      "10\n";
  darvaza_mrz* mrz = NULL;
  darvaza_string* json = NULL;
  darvaza_status status = darvaza_mrz_parse(zone, sizeof zone - 1, NULL, &mrz, error);
  if (status == DARVAZA_OK) status = darvaza_mrz_json(mrz, &json, error);
  if (status == DARVAZA_OK) keep(json);
  darvaza_string_free(json);
  darvaza_mrz_free(mrz);
  return status;
}

static darvaza_status compare_names(darvaza_error** error) {
  static const char a[] = "Darvaza Sinamaev", b[] = "دروازه سینامایف";
  darvaza_comparison* comparison = NULL;
  darvaza_string* json = NULL;
  darvaza_status status = darvaza_compare(a, sizeof a - 1, b, sizeof b - 1, &comparison, error);
  if (status == DARVAZA_OK) status = darvaza_comparison_json(comparison, &json, error);
  if (status == DARVAZA_OK) keep(json);
  darvaza_string_free(json);
  darvaza_comparison_free(comparison);
  return status;
}

/* Fails the allocations of `call` one after the other; returns how many there are. */
static long fail_each(darvaza_status (*call)(darvaza_error**), const char* what) {
  static char expected[sizeof answer];
  darvaza_error* error = NULL;
  NEED(call(&error) == DARVAZA_OK);
  memcpy(expected, answer, sizeof expected);
  for (long n = 1;; ++n) {
    answer[0] = '\0';
    failed = 0;
    failing = n;
    const darvaza_status status = call(&error);
    failing = 0;
    if (status != DARVAZA_OK) {
      if (status != DARVAZA_OUT_OF_MEMORY) {
        ++check_failures;
        fprintf(stderr, "%s: allocation %ld fails: status %d, %s\n", what, n, status,
                error == NULL ? "" : darvaza_error_data(error)->message.data);
      }
      CHECK(answer[0] == '\0');
      CHECK(error == NULL || darvaza_error_data(error)->code == status);
      darvaza_error_free(error);
      CHECK(call(NULL) == DARVAZA_OK); /* with memory again */
    }
    if (strcmp(answer, expected) != 0) {
      ++check_failures;
      fprintf(stderr, "%s: allocation %ld fails: another answer\n", what, n);
    }
    if (!failed || check_failures > 20) return n - 1;
  }
}

static void no_call_minds(darvaza_status (*call)(darvaza_error**), const char* what) {
  const long allocations = fail_each(call, what);
  const long before = live;
  fail_each(call, what);
  printf("%s: %ld allocations\n", what, allocations);
  CHECK(allocations > 0);
  CHECK(live <= before); /* a leak would leave something with each failure */
}

int main(int count, char** arguments) {
  if (count != 3) return 2;
  index_path = arguments[1];
  NEED(darvaza_screener_open(arguments[2], strlen(arguments[2]), NULL, &shared, NULL) ==
       DARVAZA_OK);
  NEED(darvaza_screener_open(index_path, strlen(index_path), NULL, &screener, NULL) == DARVAZA_OK);
  no_call_minds(screen_two, "screen");
  no_call_minds(ask_as_a_post, "post");
  no_call_minds(open_and_describe, "open");
  no_call_minds(swap_to_the_same, "swap");
  no_call_minds(read_a_manifest, "manifest");
  no_call_minds(read_a_zone, "mrz");
  no_call_minds(compare_names, "compare");
  darvaza_screener_free(screener);
  darvaza_screener_free(shared);
  return check_end("memory");
}
