/* The library's errors as Python's exceptions. */
#ifndef DARVAZA_PYTHON_FAILURE_H
#define DARVAZA_PYTHON_FAILURE_H

#include "darvaza.h"
#include "python.h"

/* Raises the exception for `status` and frees `error`, which may be NULL. Returns NULL, for
 * returning. */
PyObject* raise_failure(darvaza_status status, darvaza_error* error);

#endif
