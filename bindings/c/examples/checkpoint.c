/* A checkpoint booth: machine-readable zones come from a passport reader, one answer a traveller
 * goes to the first line's screen.
 *
 *   checkpoint --index lists.dvz            zones from standard input (a keyboard wedge, a file)
 *   checkpoint --index lists.dvz --device /dev/ttyUSB0    from a serial reader, 9600 baud, 8N1
 *
 *   --deadline-ms N   answer within so many milliseconds of the zone's last line (200)
 *   --state STATE     whose post this is: entries that are not released to it are not shown
 *   --alerts FILE     where goes what only the second line may know (standard error)
 *
 * SIGHUP opens the index file again: `darvaza build` has replaced it.
 *
 * The first line sees GREEN, AMBER or RED. Whoever could not be screened is AMBER, never GREEN: a
 * zone that cannot be read, an error, a deadline that passed.
 *
 * Discreet entries must not be noticed at the booth. Every traveller is asked for twice: by the
 * first line, whose answer is as if those entries did not exist and is shown at once, and then by
 * the second line. What the second sees and the first does not goes to the alerts. How long the
 * light takes says nothing of it, because it does not wait for the second answer.
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
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 128, ZONE_BYTES = 3 * LINE_BYTES };

struct booth {
  darvaza_screener* screener;
  const char* index;
  const char* state; /* "": whoever keeps the lists */
  FILE* alerts;
  uint64_t deadline_us;
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

/* ------------------------------------------------------------------ what the two lines see */

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

static void show(const darvaza_result* answer) {
  printf("%s %s\n", light(answer->decision), answer->id.data);
  for (size_t i = 0; i < answer->candidates_count; ++i) {
    const darvaza_candidate* candidate = answer->candidates[i];
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
  fflush(stdout);
}

static int is_hidden_from_first_line(const darvaza_entry_terms* terms) {
  return terms != NULL && (terms->instruction == DARVAZA_INSTRUCTION_DISCREET ||
                           terms->visible_from == DARVAZA_LINE_SECOND);
}

static void alert(FILE* alerts, const darvaza_result* answer) {
  for (size_t i = 0; i < answer->candidates_count; ++i) {
    const darvaza_candidate* candidate = answer->candidates[i];
    if (!is_hidden_from_first_line(candidate->terms)) continue;
    fprintf(alerts, "ALERT %s: %s %s, score %d.%04d, %s\n", answer->id.data, candidate->list.data,
            candidate->id.data, candidate->score_bp / 10000, candidate->score_bp % 10000,
            candidate->handling.data);
  }
  for (size_t i = 0; i < answer->documents_count; ++i) {
    const darvaza_document_hit* hit = answer->documents[i];
    if (!is_hidden_from_first_line(hit->terms)) continue;
    fprintf(alerts, "ALERT %s: %s, document %s, %s\n", answer->id.data, hit->list.data,
            hit->number.data, hit->handling.data);
  }
  if (!answer->complete) {
    fprintf(alerts, "ALERT %s: not searched for to the end\n", answer->id.data);
  }
  fflush(alerts);
}

/* ------------------------------------------------------------------ one traveller */

static darvaza_date today(void) {
  const time_t now = time(NULL);
  struct tm day;
  localtime_r(&now, &day);
  const darvaza_date date = {(int16_t)(day.tm_year + 1900), (uint8_t)(day.tm_mon + 1),
                             (uint8_t)day.tm_mday};
  return date;
}

/* What this line of the post is answered; *results is to be freed. */
static darvaza_status ask(const struct booth* booth, const darvaza_traveller* traveller,
                          darvaza_line line, uint64_t time_limit_us, darvaza_results** results,
                          const darvaza_result** answer, darvaza_error** error) {
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  darvaza_status status = darvaza_screening_options_init(&options);
  if (status != DARVAZA_OK) return status;
  options.time_limit_us = time_limit_us;
  options.state.data = booth->state;
  options.state.size = strlen(booth->state);
  options.line = line;
  /* Whom the booth sees as well must not push a discreet entry out of the second line's answer. */
  if (line == DARVAZA_LINE_SECOND) options.top = DARVAZA_MAX_TOP;
  options.today = today();
  options.today_by_clock = 1;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  status = darvaza_screen(booth->screener, traveller, &options, results, error);
  if (status == DARVAZA_OK) status = darvaza_results_data(*results, &answers, &count);
  if (status == DARVAZA_OK) *answer = answers[0];
  return status;
}

static darvaza_status show_light(const struct booth* booth, const darvaza_traveller* traveller,
                                 uint64_t began_us, darvaza_error** error) {
  const uint64_t spent_us = now_us() - began_us;
  const uint64_t left_us = spent_us < booth->deadline_us ? booth->deadline_us - spent_us : 1;
  darvaza_results* results = NULL;
  const darvaza_result* answer = NULL;
  const darvaza_status status =
      ask(booth, traveller, DARVAZA_LINE_FIRST, left_us, &results, &answer, error);
  if (status == DARVAZA_OK) show(answer);
  darvaza_results_free(results);
  return status;
}

/* Nobody waits any more, but no alert may get lost. */
static void look_for_alerts(const struct booth* booth, const darvaza_traveller* traveller) {
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  const darvaza_result* answer = NULL;
  const darvaza_status status =
      ask(booth, traveller, DARVAZA_LINE_SECOND, booth->deadline_us, &results, &answer, &error);
  if (status == DARVAZA_OK) {
    alert(booth->alerts, answer);
  } else {
    fprintf(booth->alerts, "ALERT %s: not searched for\n", traveller->id.data);
    complain("looking for alerts", status, error);
  }
  darvaza_results_free(results);
}

static void answer_zone(const struct booth* booth, const char* zone, size_t size, unsigned number) {
  const uint64_t began_us = now_us();
  char id[32];
  const darvaza_text id_text = {id, (size_t)snprintf(id, sizeof id, "traveller %u", number)};
  darvaza_mrz* mrz = NULL;
  darvaza_error* error = NULL;
  const darvaza_traveller* read = NULL;
  darvaza_traveller traveller;
  darvaza_status status = darvaza_mrz_parse(zone, size, NULL, &mrz, &error);
  if (status == DARVAZA_OK) status = darvaza_mrz_traveller(mrz, &read);
  if (status == DARVAZA_OK) {
    traveller = *read;
    traveller.id = id_text;
    status = show_light(booth, &traveller, began_us, &error);
  }
  if (status != DARVAZA_OK) {
    printf("AMBER %s\n  not screened: read the document again or send to second line\n", id);
    fflush(stdout);
    complain("screening", status, error);
  }
  const uint64_t took_us = now_us() - began_us;
  if (took_us > booth->deadline_us) {
    fprintf(stderr, "checkpoint: %s took %" PRIu64 " us\n", id, took_us);
  }
  if (read != NULL) look_for_alerts(booth, &traveller);
  darvaza_mrz_free(mrz);
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

/* Waits for bytes, or for a signal that only `while_waiting` lets through: one that came between a look at `reload` and a read
 * would lie there until the next traveller. */
static ssize_t read_bytes(int reader, char* bytes, size_t size, const sigset_t* while_waiting) {
  fd_set readers;
  FD_ZERO(&readers);
  FD_SET(reader, &readers);
  if (pselect(reader + 1, &readers, NULL, NULL, NULL, while_waiting) < 0) return -1;
  return read(reader, bytes, size);
}

/* `is_line`: a serial line, which has no end but that the reader was unplugged. */
static int run(const struct booth* booth, int reader, int is_line, const sigset_t* while_waiting) {
  struct zone zone = {{0}, 0, 0, 0, 0};
  unsigned number = 0;
  for (;;) {
    char bytes[256];
    const ssize_t got = read_bytes(reader, bytes, sizeof bytes, while_waiting);
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
      if (is_line) fprintf(stderr, "checkpoint: the reader is gone\n");
      return is_line ? 74 : 0;
    }
  }
}

/* ------------------------------------------------------------------ the command line */

static int usage(void) {
  fprintf(stderr,
          "usage: checkpoint --index FILE [--device FILE] [--deadline-ms N] [--state STATE]\n"
          "                  [--alerts FILE]\n");
  return 2;
}

/* A State that nobody knows is better told now than at the first traveller. */
static darvaza_status try_post(const struct booth* booth, darvaza_error** error) {
  darvaza_traveller nobody;
  memset(&nobody, 0, sizeof nobody);
  nobody.struct_size = sizeof nobody;
  darvaza_results* results = NULL;
  const darvaza_result* answer = NULL;
  const darvaza_status status =
      ask(booth, &nobody, DARVAZA_LINE_FIRST, booth->deadline_us, &results, &answer, error);
  darvaza_results_free(results);
  return status;
}

int main(int count, char** arguments) {
  struct booth booth = {NULL, NULL, "", stderr, 200000};
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
    } else if (strcmp(option, "--state") == 0) {
      booth.state = value;
    } else if (strcmp(option, "--alerts") == 0) {
      alerts = value;
    } else {
      return usage();
    }
  }
  if (booth.index == NULL || booth.deadline_us == 0) return usage();
  if (alerts != NULL && (booth.alerts = fopen(alerts, "a")) == NULL) return perror(alerts), 74;
  const int reader = device == NULL ? STDIN_FILENO : open_device(device);
  if (reader < 0) return perror(device), 66;
  const int is_line = device != NULL && isatty(reader);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ask_for_reload;
  sigaction(SIGHUP, &action, NULL);
  sigset_t hangup, while_waiting;
  sigemptyset(&hangup);
  sigaddset(&hangup, SIGHUP);
  sigprocmask(SIG_BLOCK, &hangup, &while_waiting);
  sigdelset(&while_waiting, SIGHUP);

  const darvaza_open_options options = {sizeof options, log_line, stderr};
  darvaza_error* error = NULL;
  darvaza_status status =
      darvaza_screener_open(booth.index, strlen(booth.index), &options, &booth.screener, &error);
  if (status != DARVAZA_OK) return complain("opening the index", status, error), 66;
  status = try_post(&booth, &error);
  if (status != DARVAZA_OK) return complain("the post", status, error), 2;
  const int exit_status = run(&booth, reader, is_line, &while_waiting);
  darvaza_screener_free(booth.screener);
  if (booth.alerts != stderr) fclose(booth.alerts);
  return exit_status;
}
