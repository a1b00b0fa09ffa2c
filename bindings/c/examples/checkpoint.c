/* A checkpoint booth: machine-readable zones come from a passport reader, one answer a traveller
 * goes to the first line's screen.
 *
 *   checkpoint --index lists.dvz                         zones from standard input (a keyboard
 * wedge, a file) checkpoint --index lists.dvz --device /dev/ttyUSB0   from a serial reader, 9600
 * baud, 8N1
 *
 *   --deadline-ms N          answer within so many milliseconds of the zone's last line (200)
 *   --discreet LIST          entries of this list are not shown to the first line but written to
 * --alerts; repeatable
 *   --discreet-category WORD the same of entries of this category; repeatable
 *   --alerts FILE            where discreet alerts go (standard error)
 *
 * SIGHUP opens the index file again: `darvaza build` has replaced it.
 *
 * The first line sees GREEN, AMBER or RED. Whoever could not be screened is AMBER, never GREEN: a
 * zone that cannot be read, an error, a deadline that passed. GREEN beside an alert needs that
 * nothing but discreet entries was found.
 *
 *   cc -std=c99 -o checkpoint checkpoint.c $(pkg-config --cflags --libs darvaza)
 */
#define _DEFAULT_SOURCE

#include <darvaza.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RULES = 32, LINE_BYTES = 128, ZONE_BYTES = 3 * LINE_BYTES };

struct booth {
  darvaza_screener* screener;
  const char* index;
  FILE* alerts;
  uint64_t deadline_us;
  const char* discreet_lists[MAX_RULES];
  int discreet_lists_count;
  const char* discreet_categories[MAX_RULES];
  int discreet_categories_count;
};

static volatile sig_atomic_t reload = 0;

static void ask_for_reload(int signal) {
  (void)signal;
  reload = 1;
}

static uint64_t now_us(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* Says what went wrong, and frees it. */
static void complain(const char* doing, darvaza_status status, darvaza_error* error) {
  const darvaza_error_fields* fields = darvaza_error_data(error);
  fprintf(stderr, "checkpoint: %s: %s: %s\n", doing, darvaza_word(DARVAZA_WORDS_STATUS, status),
          fields == NULL ? "" : fields->message.data);
  darvaza_error_free(error);
}

static void log_line(void* user, darvaza_log_level level, const char* message, size_t size) {
  (void)level;
  (void)size;
  fprintf((FILE*)user, "checkpoint: %s\n", message);
}

/* ------------------------------------------------------------------ the discreet rule */

static int is_one_of(darvaza_text text, const char* const* words, int count) {
  for (int i = 0; i < count; ++i) {
    if (strcmp(text.data, words[i]) == 0) return 1;
  }
  return 0;
}

static int is_discreet(const struct booth* booth, const darvaza_candidate* candidate) {
  return is_one_of(candidate->list, booth->discreet_lists, booth->discreet_lists_count) ||
         is_one_of(candidate->category, booth->discreet_categories,
                   booth->discreet_categories_count);
}

/* Writes the discreet candidates to the alerts and says how many there are. */
static size_t alert(const struct booth* booth, const darvaza_result* answer) {
  size_t discreet = 0;
  for (size_t i = 0; i < answer->candidates_count; ++i) {
    const darvaza_candidate* candidate = answer->candidates[i];
    if (!is_discreet(booth, candidate)) continue;
    ++discreet;
    fprintf(booth->alerts, "DISCREET %s: %s %s, score %d.%04d, %s\n", answer->id.data,
            candidate->list.data, candidate->id.data, candidate->score_bp / 10000,
            candidate->score_bp % 10000, candidate->handling.data);
  }
  fflush(booth->alerts);
  return discreet;
}

/* ------------------------------------------------------------------ one traveller */

static const char* light(darvaza_decision decision) {
  switch (decision) {
    case DARVAZA_CLEAR:
      return "GREEN";
    case DARVAZA_HIT:
      return "RED";
    default:
      return "AMBER"; /* a review, an incomplete search, and whatever later versions may say */
  }
}

/* What the first line sees. */
static void show(const struct booth* booth, const darvaza_result* answer, size_t top) {
  const size_t discreet = alert(booth, answer);
  /* More may be meant than is shown when the list of candidates is full. */
  const int only_discreet = discreet > 0 && discreet == answer->candidates_count &&
                            answer->candidates_count < top && answer->documents_count == 0 &&
                            answer->complete;
  printf("%s %s\n", only_discreet ? light(DARVAZA_CLEAR) : light(answer->decision),
         answer->id.data);
  for (size_t i = 0; i < answer->candidates_count; ++i) {
    const darvaza_candidate* candidate = answer->candidates[i];
    if (is_discreet(booth, candidate)) continue;
    printf("  %s %s: %s. %s\n", candidate->list.data, candidate->id.data, candidate->name.data,
           candidate->handling.data);
  }
  for (size_t i = 0; i < answer->documents_count; ++i) {
    const darvaza_document_hit* hit = answer->documents[i];
    printf("  %s %s: document %s. %s\n", hit->list.data,
           darvaza_word(DARVAZA_WORDS_DOCUMENT_STATUS, hit->status), hit->number.data,
           hit->handling.data);
  }
  for (size_t i = 0; !answer->complete && i < answer->problems_count; ++i) {
    printf("  not screened: %s\n", answer->problems[i]->text.data);
  }
}

static darvaza_status screen(const struct booth* booth, const darvaza_traveller* read,
                             unsigned number, uint64_t began_us, darvaza_error** error) {
  char id[32];
  darvaza_traveller traveller = *read;
  traveller.id.data = id;
  traveller.id.size = (size_t)snprintf(id, sizeof id, "traveller %u", number);
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  darvaza_status status = darvaza_screening_options_init(&options);
  if (status != DARVAZA_OK) return status;
  const uint64_t spent_us = now_us() - began_us;
  options.time_limit_us = spent_us < booth->deadline_us ? booth->deadline_us - spent_us : 1;
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  status = darvaza_screen(booth->screener, &traveller, &options, &results, error);
  if (status == DARVAZA_OK) status = darvaza_results_data(results, &answers, &count);
  if (status == DARVAZA_OK) show(booth, answers[0], options.top);
  darvaza_results_free(results);
  return status;
}

static void answer_zone(const struct booth* booth, const char* zone, size_t size, unsigned number) {
  const uint64_t began_us = now_us();
  darvaza_mrz* mrz = NULL;
  darvaza_error* error = NULL;
  const darvaza_traveller* traveller = NULL;
  darvaza_status status = darvaza_mrz_parse(zone, size, NULL, &mrz, &error);
  if (status == DARVAZA_OK) status = darvaza_mrz_traveller(mrz, &traveller);
  if (status == DARVAZA_OK) status = screen(booth, traveller, number, began_us, &error);
  if (status != DARVAZA_OK) {
    printf("AMBER traveller %u\n  not screened: read the document again or send to second line\n",
           number);
    complain("screening", status, error);
  }
  fflush(stdout);
  darvaza_mrz_free(mrz);
  const uint64_t took_us = now_us() - began_us;
  if (took_us > booth->deadline_us) {
    fprintf(stderr, "checkpoint: traveller %u took %" PRIu64 " us\n", number, took_us);
  }
}

/* ------------------------------------------------------------------ the reader */

/* A serial line as passport readers speak: raw, 9600 baud, 8 bits, no parity. */
static int open_device(const char* path) {
  const int device = open(path, O_RDONLY | O_NOCTTY);
  struct termios line;
  if (device < 0 || tcgetattr(device, &line) != 0) return device; /* a pipe needs no settings */
  cfmakeraw(&line);
  cfsetispeed(&line, B9600);
  line.c_cflag |= CLOCAL | CREAD;
  line.c_cc[VMIN] = 1;
  line.c_cc[VTIME] = 0;
  tcsetattr(device, TCSANOW, &line);
  return device;
}

static void swap_index(const struct booth* booth) {
  reload = 0;
  darvaza_error* error = NULL;
  const darvaza_status status =
      darvaza_screener_swap(booth->screener, booth->index, strlen(booth->index), &error);
  if (status != DARVAZA_OK) complain("the index before goes on serving", status, error);
}

/* Bytes of the reader, gathered into lines and zones. */
struct zone {
  char text[ZONE_BYTES];
  size_t size; /* of the whole lines before */
  size_t line; /* of the line under way */
  int lines;
  int wanted; /* three lines of some 30 characters, or two longer ones; known after the first */
};

/* Takes one byte; 1 when it ends a zone. */
static int take(struct zone* zone, char byte) {
  if (byte != '\r' && byte != '\n') {
    if (zone->line < LINE_BYTES - 2) zone->text[zone->size + zone->line++] = byte;
    return 0;
  }
  if (zone->line == 0) { /* the second of CR and LF, or a blank line, which ends what was begun */
    return zone->lines > 0 && zone->text[zone->size - 1] == byte;
  }
  zone->size += zone->line;
  zone->text[zone->size++] = byte;
  if (zone->lines++ == 0) zone->wanted = zone->line < 33 ? 3 : 2;
  zone->line = 0;
  return zone->lines == zone->wanted;
}

static int run(const struct booth* booth, int reader) {
  struct zone zone = {{0}, 0, 0, 0, 0};
  unsigned number = 0;
  for (;;) {
    char bytes[256];
    const ssize_t got = read(reader, bytes, sizeof bytes);
    if (reload) swap_index(booth);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return perror("checkpoint: the reader"), 74;
    for (ssize_t i = 0; i < got; ++i) {
      if (!take(&zone, bytes[i])) continue;
      answer_zone(booth, zone.text, zone.size, ++number);
      memset(&zone, 0, sizeof zone);
    }
    if (got == 0) { /* the end: what was begun is answered, too */
      if (zone.size + zone.line > 0) answer_zone(booth, zone.text, zone.size + zone.line, ++number);
      return 0;
    }
  }
}

/* ------------------------------------------------------------------ the command line */

static int usage(void) {
  fprintf(stderr,
          "usage: checkpoint --index FILE [--device FILE] [--deadline-ms N] [--discreet LIST]...\n"
          "                  [--discreet-category WORD]... [--alerts FILE]\n");
  return 2;
}

int main(int count, char** arguments) {
  struct booth booth = {NULL, NULL, stderr, 200000, {NULL}, 0, {NULL}, 0};
  const char *device = NULL, *alerts = NULL;
  if (count % 2 == 0) return usage();
  for (int i = 1; i < count; i += 2) {
    const char *option = arguments[i], *value = arguments[i + 1];
    if (strcmp(option, "--index") == 0) {
      booth.index = value;
    } else if (strcmp(option, "--device") == 0) {
      device = value;
    } else if (strcmp(option, "--deadline-ms") == 0) {
      booth.deadline_us = strtoull(value, NULL, 10) * 1000;
    } else if (strcmp(option, "--alerts") == 0) {
      alerts = value;
    } else if (strcmp(option, "--discreet") == 0 && booth.discreet_lists_count < MAX_RULES) {
      booth.discreet_lists[booth.discreet_lists_count++] = value;
    } else if (strcmp(option, "--discreet-category") == 0 &&
               booth.discreet_categories_count < MAX_RULES) {
      booth.discreet_categories[booth.discreet_categories_count++] = value;
    } else {
      return usage();
    }
  }
  if (booth.index == NULL || booth.deadline_us == 0) return usage();
  if (alerts != NULL && (booth.alerts = fopen(alerts, "a")) == NULL) return perror(alerts), 74;
  const int reader = device == NULL ? STDIN_FILENO : open_device(device);
  if (reader < 0) return perror(device), 66;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ask_for_reload; /* without SA_RESTART: a read that waits is interrupted */
  sigaction(SIGHUP, &action, NULL);

  const darvaza_open_options options = {sizeof options, log_line, stderr};
  darvaza_error* error = NULL;
  const darvaza_status status =
      darvaza_screener_open(booth.index, strlen(booth.index), &options, &booth.screener, &error);
  if (status != DARVAZA_OK) return complain("opening the index", status, error), 66;
  const int exit_status = run(&booth, reader);
  darvaza_screener_free(booth.screener);
  if (booth.alerts != stderr) fclose(booth.alerts);
  return exit_status;
}
