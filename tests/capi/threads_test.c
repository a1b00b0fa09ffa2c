/* 16 threads ask one handle while its lists are swapped a hundred times: no answer mixes two lists,
 * none is lost. usage: threads_test INDEX OTHER_INDEX */
#include <pthread.h>

#include "check.h"

enum { THREADS = 16, SWAPS = 100 };

static darvaza_screener* screener;
static int swapped = 0;
static long asked = 0;
static long mixed = 0;
static long lost = 0;

static const darvaza_name listed = {sizeof(darvaza_name), TEXT("Дарьягозар"), TEXT("Надер"), 0, 0};

static void count(long* counter) { __atomic_add_fetch(counter, 1, __ATOMIC_RELAXED); }

/* A batch of three about the same person, who stands in one index and not in the other. */
static void ask(const darvaza_traveller* const* travellers,
                const darvaza_screening_options* options) {
  darvaza_results* results = NULL;
  darvaza_string* json = NULL;
  const darvaza_result* const* answers = NULL;
  size_t answered = 0;
  count(&asked);
  if (darvaza_screen_batch(screener, travellers, 3, options, &results, NULL) != DARVAZA_OK ||
      darvaza_results_data(results, &answers, &answered) != DARVAZA_OK || answered != 3 ||
      darvaza_results_json(results, 0, 3, &json, NULL) != DARVAZA_OK) {
    count(&lost);
  } else {
    const darvaza_decision first = answers[0]->decision;
    if (first != DARVAZA_HIT && first != DARVAZA_CLEAR) count(&mixed);
    if (answers[1]->decision != first || answers[2]->decision != first) count(&mixed);
  }
  darvaza_string_free(json);
  darvaza_results_free(results);
}

static void* run(void* unused) {
  const darvaza_name* names[] = {&listed};
  darvaza_traveller traveller;
  memset(&traveller, 0, sizeof traveller);
  traveller.struct_size = sizeof traveller;
  traveller.names = names;
  traveller.names_count = 1;
  const darvaza_traveller* travellers[] = {&traveller, &traveller, &traveller};
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  if (darvaza_screening_options_init(&options) != DARVAZA_OK) count(&lost);
  options.threads = 1;
  while (__atomic_load_n(&swapped, __ATOMIC_ACQUIRE) < SWAPS) {
    ask(travellers, &options);
    darvaza_description* description = NULL;
    if (darvaza_screener_describe(screener, &description, NULL) != DARVAZA_OK) count(&lost);
    darvaza_description_free(description);
  }
  return unused;
}

int main(int argument_count, char** arguments) {
  if (argument_count != 3) return 2;
  NEED(darvaza_screener_open(arguments[1], strlen(arguments[1]), NULL, &screener, NULL) ==
       DARVAZA_OK);
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; ++i) NEED(pthread_create(&threads[i], NULL, run, NULL) == 0);
  for (int i = 0; i < SWAPS; ++i) {
    const char* path = arguments[i % 2 == 0 ? 2 : 1];
    CHECK(darvaza_screener_swap(screener, path, strlen(path), NULL) == DARVAZA_OK);
    __atomic_store_n(&swapped, i + 1, __ATOMIC_RELEASE);
  }
  for (int i = 0; i < THREADS; ++i) CHECK(pthread_join(threads[i], NULL) == 0);
  CHECK(asked >= THREADS);
  CHECK(mixed == 0);
  CHECK(lost == 0);
  printf("%ld batches during %d swaps\n", asked, SWAPS);
  darvaza_screener_free(screener);
  return check_end("threads");
}
