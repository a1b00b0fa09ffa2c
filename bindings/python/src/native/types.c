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

PyObject* part_of(PyObject* object, PyObject* key, Py_ssize_t length, ssizeargfunc item) {
  if (!PySlice_Check(key)) {
    const Py_ssize_t index = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (index == -1 && PyErr_Occurred()) return NULL;
    return item(object, index < 0 ? index + length : index);
  }
  Py_ssize_t start = 0, stop = 0, step = 0;
  if (PySlice_Unpack(key, &start, &stop, &step) < 0) return NULL;
  const Py_ssize_t count = PySlice_AdjustIndices(length, &start, &stop, step);
  PyObject* items = PyTuple_New(count);
  for (Py_ssize_t i = 0; items != NULL && i < count; ++i) {
    PyObject* one = item(object, start + i * step);
    if (one == NULL || PyTuple_SetItem(items, i, one) < 0) {
      Py_DECREF(items);
      items = NULL;
    }
  }
  return items;
}
