/* What every type of this module does alike. */
#ifndef DARVAZA_PYTHON_TYPES_H
#define DARVAZA_PYTHON_TYPES_H

#include "python.h"

/* Makes the type and adds it to the module; borrowed, NULL with an exception set. */
PyTypeObject* type_add(PyObject* module, PyType_Spec* spec);

/* The end of a dealloc: the object's memory and its reference to the type. */
void type_dealloc(PyObject* object);

/* What stands in brackets behind a sequence of `length` items: one of them, or a tuple for a slice.
 */
PyObject* part_of(PyObject* object, PyObject* key, Py_ssize_t length, ssizeargfunc item);

#endif
