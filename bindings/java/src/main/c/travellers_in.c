#include "travellers_in.h"

#include <stdlib.h>

/* Where the next struct of each kind goes. Each has one pointer in the array beside it. */
typedef struct {
  darvaza_name* names;
  const darvaza_name** name_pointers;
  darvaza_text* texts;
  darvaza_document* documents;
  const darvaza_document** document_pointers;
  darvaza_flight* flights;
  const darvaza_flight** flight_pointers;
  darvaza_address* addresses;
  const darvaza_address** address_pointers;
  darvaza_problem* problems;
  const darvaza_problem** problem_pointers;
  size_t names_left, texts_left, documents_left, flights_left, addresses_left, problems_left;
} supply;

static darvaza_name read_name(flat_reader* from) {
  darvaza_name name = {.struct_size = sizeof name};
  name.primary = read_text(from);
  name.secondary = read_text(from);
  name.may_be_truncated = read_number(from);
  return name;
}

darvaza_document read_document(flat_reader* from) {
  darvaza_document document = {.struct_size = sizeof document};
  document.number = read_text(from);
  document.type = read_text(from);
  document.issuing_state = read_text(from);
  document.expires = read_date(from);
  document.issued = read_date(from);
  document.issued_at = read_text(from);
  return document;
}

static darvaza_flight read_flight(flat_reader* from) {
  darvaza_flight flight = {.struct_size = sizeof flight};
  flight.flight = read_text(from);
  flight.from = read_text(from);
  flight.to = read_text(from);
  flight.departs = read_text(from);
  flight.arrives = read_text(from);
  flight.operated_by = read_text(from);
  flight.seat = read_text(from);
  flight.reported = read_number(from);
  return flight;
}

static darvaza_address read_address(flat_reader* from) {
  darvaza_address address = {.struct_size = sizeof address};
  address.type = read_text(from);
  address.state = read_text(from);
  address.text = read_text(from);
  return address;
}

static darvaza_problem read_problem(flat_reader* from) {
  darvaza_problem problem = {.struct_size = sizeof problem};
  problem.where = read_text(from);
  problem.text = read_text(from);
  return problem;
}

/* How many there are, when the supply has so many. */
static size_t read_count(flat_reader* from, size_t* left) {
  const int32_t count = read_number(from);
  if (count < 0 || (size_t)count > *left) from->broken = true;
  if (from->broken) return 0;
  *left -= (size_t)count;
  return (size_t)count;
}

/* A list of structs: takes them and their pointers from the supply. */
#define READ_LIST(kind, kinds, read)                       \
  do {                                                     \
    t->kinds##_count = read_count(from, &s->kinds##_left); \
    t->kinds = s->kind##_pointers;                         \
    for (size_t i = 0; i < t->kinds##_count; ++i) {        \
      *s->kinds = read(from);                              \
      *s->kind##_pointers++ = s->kinds++;                  \
    }                                                      \
  } while (0)

static const darvaza_text* read_texts(flat_reader* from, supply* s, size_t* count) {
  const darvaza_text* texts = s->texts;
  *count = read_count(from, &s->texts_left);
  for (size_t i = 0; i < *count; ++i) *s->texts++ = read_text(from);
  return texts;
}

static void read_traveller(flat_reader* from, supply* s, darvaza_traveller* t) {
  t->struct_size = sizeof *t;
  t->id = read_text(from);
  READ_LIST(name, names, read_name);
  t->father_name = read_text(from);
  t->birth_date = read_date(from);
  t->birth_date_doubtful = read_number(from);
  t->sex = read_number(from);
  t->nationalities = read_texts(from, s, &t->nationalities_count);
  t->birth_place = read_text(from);
  READ_LIST(document, documents, read_document);
  t->role = read_number(from);
  t->locator = read_text(from);
  t->related_locators = read_texts(from, s, &t->related_locators_count);
  t->reference = read_text(from);
  READ_LIST(flight, flights, read_flight);
  READ_LIST(address, addresses, read_address);
  const int32_t bags = read_number(from);
  t->bags = bags < 0 ? UINT32_MAX : (uint32_t)bags; /* the C library refuses it */
  READ_LIST(problem, problems, read_problem);
}

/* Every item takes some bytes of the question: more than it has bytes cannot be there, and the
 * sizes below cannot overflow. */
static size_t read_total(flat_reader* from) {
  const int32_t total = read_number(from);
  if (total < 0 || total > from->end - from->at) from->broken = true;
  return from->broken ? 0 : (size_t)total;
}

/* Memory for all structs, then all pointers; all sizes are multiples of a pointer's. */
static bool stock(supply* s, question* q, darvaza_traveller** travellers) {
  const size_t bytes = q->count * (sizeof(darvaza_traveller) + sizeof(void*)) +
                       s->names_left * (sizeof(darvaza_name) + sizeof(void*)) +
                       s->texts_left * sizeof(darvaza_text) +
                       s->documents_left * (sizeof(darvaza_document) + sizeof(void*)) +
                       s->flights_left * (sizeof(darvaza_flight) + sizeof(void*)) +
                       s->addresses_left * (sizeof(darvaza_address) + sizeof(void*)) +
                       s->problems_left * (sizeof(darvaza_problem) + sizeof(void*));
  char* at = calloc(1, bytes + 1);
  q->memory = at;
  if (at == NULL) return false;
#define CUT(type, pointer, n) pointer = (type*)(void*)at, at += (n) * sizeof(type)
  CUT(darvaza_traveller, *travellers, q->count);
  CUT(darvaza_name, s->names, s->names_left);
  CUT(darvaza_text, s->texts, s->texts_left);
  CUT(darvaza_document, s->documents, s->documents_left);
  CUT(darvaza_flight, s->flights, s->flights_left);
  CUT(darvaza_address, s->addresses, s->addresses_left);
  CUT(darvaza_problem, s->problems, s->problems_left);
  CUT(const darvaza_name*, s->name_pointers, s->names_left);
  CUT(const darvaza_document*, s->document_pointers, s->documents_left);
  CUT(const darvaza_flight*, s->flight_pointers, s->flights_left);
  CUT(const darvaza_address*, s->address_pointers, s->addresses_left);
  CUT(const darvaza_problem*, s->problem_pointers, s->problems_left);
  q->travellers = (const darvaza_traveller* const*)(void*)at;
#undef CUT
  return true;
}

bool read_travellers(flat_reader* from, question* q) {
  supply s = {0};
  s.names_left = read_total(from);
  s.texts_left = read_total(from);
  s.documents_left = read_total(from);
  s.flights_left = read_total(from);
  s.addresses_left = read_total(from);
  s.problems_left = read_total(from);
  q->count = read_total(from);
  darvaza_traveller* travellers = NULL;
  if (from->broken || !stock(&s, q, &travellers)) return false;
  const darvaza_traveller** pointers = (const darvaza_traveller**)(uintptr_t)q->travellers;
  for (size_t i = 0; i < q->count; ++i) {
    read_traveller(from, &s, &travellers[i]);
    pointers[i] = &travellers[i];
  }
  return !from->broken;
}

/* The value, or what it was when none was stated. */
static int64_t read_option(flat_reader* from, int64_t fallback) {
  const bool stated = read_number(from) != 0;
  const int64_t value = read_long(from);
  return stated ? value : fallback;
}

darvaza_status read_options(flat_reader* from, darvaza_screening_options* options) {
  *options = (darvaza_screening_options){.struct_size = sizeof *options};
  const darvaza_status status = darvaza_screening_options_init(options);
  options->top = (uint32_t)read_option(from, options->top);
  options->min_score_bp = (int32_t)read_option(from, options->min_score_bp);
  options->review_score_bp = (int32_t)read_option(from, options->review_score_bp);
  options->hit_score_bp = (int32_t)read_option(from, options->hit_score_bp);
  options->exhaustive = (int32_t)read_option(from, options->exhaustive);
  options->near_documents = (int32_t)read_option(from, options->near_documents);
  options->time_limit_us = (uint64_t)read_option(from, (int64_t)options->time_limit_us);
  options->threads = (uint32_t)read_option(from, options->threads);
  options->line = (int32_t)read_option(from, options->line);
  options->today_by_clock = (int32_t)read_option(from, options->today_by_clock);
  const bool state_stated = read_number(from) != 0;
  const darvaza_text state = read_text(from);
  if (state_stated) options->state = state;
  const bool today_stated = read_number(from) != 0;
  const darvaza_date today = read_date(from);
  if (today_stated) options->today = today;
  return status;
}
