/* darvaza.Answers and darvaza.Answer: results that stay in the C library's memory until somebody
 * reads them. */
#ifndef DARVAZA_PYTHON_ANSWERS_H
#define DARVAZA_PYTHON_ANSWERS_H

#include "darvaza.h"
#include "python.h"

/* Adds both types to `module`. */
bool answers_add_types(PyObject* module);

/* Takes `results` over, also when it fails. */
PyObject* answers_new(darvaza_results* results);

/* The only answer of `results`, which is taken over. */
PyObject* answers_only(darvaza_results* results);

#endif
