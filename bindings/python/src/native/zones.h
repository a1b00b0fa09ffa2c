/* Machine-readable zones. */
#ifndef DARVAZA_PYTHON_ZONES_H
#define DARVAZA_PYTHON_ZONES_H

#include "python.h"

/* The function parse_mrz of the module. */
PyObject* parse_mrz(PyObject* module, PyObject* arguments, PyObject* keywords);

#endif
