/* darvaza.Travellers and the reader under darvaza.Manifest. */
#ifndef DARVAZA_PYTHON_MANIFEST_H
#define DARVAZA_PYTHON_MANIFEST_H

#include "darvaza.h"
#include "python.h"

bool manifest_add_types(PyObject* module);

/* When `object` is Travellers: what it holds, as long as it lives. False, without an exception,
 * when it is something else. */
bool travellers_borrow(PyObject* object, const darvaza_traveller* const** travellers,
                       size_t* count);

#endif
