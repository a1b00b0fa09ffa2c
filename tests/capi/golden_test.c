/* The golden travellers through the C API: the same bytes as the golden answers, in batches and one
 * by one, asked by nobody in particular or by a post. usage:
 *   golden_test INDEX TRAVELLERS ANSWERS
 *   golden_test INDEX TRAVELLERS ANSWERS STATE LINE DATE */
#include "check.h"

static char* whole_file(const char* path) {
  FILE* file = fopen(path, "rb");
  NEED(file != NULL);
  static char bytes[1 << 20];
  const size_t size = fread(bytes, 1, sizeof bytes - 1, file);
  fclose(file);
  bytes[size] = '\0';
  return bytes;
}

/* Takes what the answers say from the front of `expected`. */
static const char* take(const darvaza_results* results, size_t count, const char* expected) {
  darvaza_string* json = NULL;
  darvaza_text text = {NULL, 0};
  NEED(darvaza_results_json(results, 0, count, &json, NULL) == DARVAZA_OK);
  NEED(darvaza_string_data(json, &text) == DARVAZA_OK);
  const int same = strncmp(text.data, expected, text.size) == 0;
  if (!same) fprintf(stderr, "answered %s\nexpected %s\n", text.data, expected);
  NEED(same);
  expected += text.size;
  darvaza_string_free(json);
  return expected;
}

static void replay(const darvaza_screener* screener, const char* path, size_t batch,
                   const darvaza_screening_options* options, const char* expected) {
  darvaza_manifest* manifest = NULL;
  NEED(darvaza_manifest_open(path, strlen(path), NULL, &manifest, NULL) == DARVAZA_OK);
  for (size_t count = 1; count > 0;) {
    darvaza_travellers* travellers = NULL;
    darvaza_results* results = NULL;
    const darvaza_traveller* const* data = NULL;
    NEED(darvaza_manifest_next(manifest, batch, &travellers, NULL) == DARVAZA_OK);
    NEED(darvaza_travellers_data(travellers, &data, &count) == DARVAZA_OK);
    if (count == 1) {
      NEED(darvaza_screen(screener, data[0], options, &results, NULL) == DARVAZA_OK);
    } else {
      NEED(darvaza_screen_batch(screener, data, count, options, &results, NULL) == DARVAZA_OK);
    }
    expected = take(results, count, expected);
    darvaza_results_free(results);
    darvaza_travellers_free(travellers);
  }
  CHECK(*expected == '\0');
  darvaza_manifest_free(manifest);
}

/* The post as the command line writes it: "UZB" "first" "2026-06-15". */
static void set_post(darvaza_screening_options* options, char** words) {
  options->state.data = words[0];
  options->state.size = strlen(words[0]);
  const char* word = darvaza_word(DARVAZA_WORDS_LINE, options->line);
  while (word != NULL && strcmp(word, words[1]) != 0) {
    word = darvaza_word(DARVAZA_WORDS_LINE, ++options->line);
  }
  NEED(word != NULL);
  NEED(darvaza_date_parse(words[2], strlen(words[2]), &options->today, NULL) == DARVAZA_OK);
}

int main(int count, char** arguments) {
  if (count != 4 && count != 7) return 2;
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  NEED(darvaza_screening_options_init(&options) == DARVAZA_OK);
  if (count == 7) set_post(&options, arguments + 4);
  darvaza_screener* screener = NULL;
  NEED(darvaza_screener_open(arguments[1], strlen(arguments[1]), NULL, &screener, NULL) ==
       DARVAZA_OK);
  const char* expected = whole_file(arguments[3]);
  NEED(strlen(expected) > 1000);
  replay(screener, arguments[2], 7, &options, expected);
  replay(screener, arguments[2], 1, &options, expected);
  darvaza_screener_free(screener);
  return check_end("golden");
}
