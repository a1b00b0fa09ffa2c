/* darvaza.Screener: an open index. */
#ifndef DARVAZA_PYTHON_SCREENER_H
#define DARVAZA_PYTHON_SCREENER_H

#include "python.h"

bool screener_add_type(PyObject* module);

#endif
