/* Keyword arguments as option structs of the C library. What the caller leaves out, or gives as
 * None, keeps the library's own default. */
#ifndef DARVAZA_PYTHON_OPTIONS_H
#define DARVAZA_PYTHON_OPTIONS_H

#include "arena.h"
#include "darvaza.h"
#include "python.h"

/* `keywords` may be NULL. Each returns false with an exception set. Texts live as long as `a`. */
bool screening_options_in(arena* a, PyObject* keywords, darvaza_screening_options* options);
bool manifest_options_in(PyObject* keywords, darvaza_manifest_options* options);
bool mrz_options_in(PyObject* keywords, darvaza_mrz_options* options);

#endif
