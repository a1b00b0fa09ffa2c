#include "types.h"

PyTypeObject* type_add(PyObject* module, PyType_Spec* spec) {
  PyTypeObject* type = (PyTypeObject*)PyType_FromModuleAndSpec(module, spec, NULL);
  if (type == NULL) return NULL;
  const int added = PyModule_AddType(module, type);
  if (added < 0) {
    Py_DECREF(type);
    return NULL;
  }
  return type;
}

void type_dealloc(PyObject* object) {
  PyTypeObject* type = Py_TYPE(object);
  freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
  release(object);
  Py_DECREF(type);
}
