/* The library's errors as Python's exceptions. */
#ifndef DARVAZA_PYTHON_FAILURE_H
#define DARVAZA_PYTHON_FAILURE_H

#include "darvaza.h"
#include "python.h"

/* Raises the exception for `status` and frees `error`, which may be NULL. Returns NULL, for
 * returning. */
PyObject* raise_failure(darvaza_status status, darvaza_error* error);

/* Raises the exception for `status` of what is found wrong before the library is asked; `field` is
 * the argument, "" for none. Returns NULL. */
PyObject* raise_invalid(darvaza_status status, const char* field, const char* message);

#endif
