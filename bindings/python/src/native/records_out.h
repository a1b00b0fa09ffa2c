/* What the C library answers, as values of darvaza.records: new references, NULL with an exception
 * set. */
#ifndef DARVAZA_PYTHON_RECORDS_OUT_H
#define DARVAZA_PYTHON_RECORDS_OUT_H

#include "darvaza.h"
#include "python.h"

PyObject* text_out(darvaza_text text);
PyObject* date_out(darvaza_date date);
PyObject* name_out(const darvaza_name* name);

/* Tuples of records. */
PyObject* problems_out(const darvaza_problem* const* problems, size_t count);
PyObject* flights_out(const darvaza_flight* const* flights, size_t count);
PyObject* evidence_out(const darvaza_evidence* const* evidence, size_t count);
PyObject* candidates_out(const darvaza_candidate* const* candidates, size_t count);
PyObject* document_hits_out(const darvaza_document_hit* const* hits, size_t count);
PyObject* texts_out(const darvaza_text* texts, size_t count);

PyObject* traveller_out(const darvaza_traveller* traveller);

/* Calls `type` with the `count` arguments, whose references it takes over; NULL also when one of
 * them is NULL. */
PyObject* record_of(PyObject* type, PyObject** arguments, Py_ssize_t count);
#define RECORD(type, ...)                       \
  record_of((type), (PyObject*[]){__VA_ARGS__}, \
            (Py_ssize_t)(sizeof((PyObject*[]){__VA_ARGS__}) / sizeof(PyObject*)))

/* A tuple with what `make` gives for each of `count` elements. */
#define TUPLE_OUT(element, make)                        \
  PyObject* tuple = PyTuple_New((Py_ssize_t)count);     \
  for (size_t i = 0; i < count && tuple != NULL; ++i) { \
    PyObject* item = make(element);                     \
    if (item == NULL) {                                 \
      Py_CLEAR(tuple);                                  \
    } else {                                            \
      PyTuple_SetItem(tuple, (Py_ssize_t)i, item);      \
    }                                                   \
  }                                                     \
  return tuple

/* The text of `string`, which is freed. */
PyObject* string_out(darvaza_string* string);

#endif
