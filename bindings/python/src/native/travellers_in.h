/* Travellers of Python, as structs of the C library. */
#ifndef DARVAZA_PYTHON_TRAVELLERS_IN_H
#define DARVAZA_PYTHON_TRAVELLERS_IN_H

#include "arena.h"
#include "darvaza.h"

/* Where something stands in the arguments, for messages: "travellers[3]" is {"travellers", 3},
 * "traveller" is {"traveller", -1}. */
typedef struct {
  const char* argument;
  Py_ssize_t index;
} place;

/* Each returns false with an exception set when `object` is not what is expected. What they point
 * to lives as long as `a`. */
bool traveller_in(arena* a, PyObject* object, place where, darvaza_traveller* traveller);
bool document_in(arena* a, PyObject* object, place where, darvaza_document* document);

/* The same of a text whose object the caller keeps: the arguments of a call. */
bool text_alone_in(PyObject* object, const char* argument, darvaza_text* text);

/* A text or a date (PartialDate, datetime.date, ISO text) that stands alone as `argument`. */
bool text_argument_in(arena* a, PyObject* object, const char* argument, darvaza_text* text);
bool date_argument_in(PyObject* object, const char* argument, darvaza_date* date);

/* The travellers of any iterable, as the array of pointers that a batch takes. */
bool travellers_in(arena* a, PyObject* iterable, const darvaza_traveller* const** travellers,
                   size_t* count);

#endif
