#include "failure.h"

#include "classes.h"

static PyObject* class_of(darvaza_status status) {
  if (status > 0 && status < words_most && classes.errors[status] != NULL)
    return classes.errors[status];
  return classes.error;
}

PyObject* raise_failure(darvaza_status status, darvaza_error* error) {
  PyObject* type = class_of(status);
  const darvaza_error_fields* fields = darvaza_error_data(error);
  if (fields == NULL) {
    const char* word = darvaza_word(DARVAZA_WORDS_STATUS, status);
    PyErr_SetString(type, word != NULL ? word : "a status that is newer than this package");
    return NULL;
  }
  PyObject* exception = PyObject_CallFunction(
      type, "s#s#s#KKK", fields->message.data, (Py_ssize_t)fields->message.size, fields->field.data,
      (Py_ssize_t)fields->field.size, fields->file.data, (Py_ssize_t)fields->file.size,
      (unsigned long long)fields->line, (unsigned long long)fields->record,
      (unsigned long long)fields->offset);
  darvaza_error_free(error);
  if (exception != NULL) {
    PyErr_SetObject(type, exception);
    Py_DECREF(exception);
  }
  return NULL;
}

PyObject* raise_invalid(darvaza_status status, const char* field, const char* message) {
  PyObject* type = class_of(status);
  PyObject* exception = PyObject_CallFunction(type, "ss", message, field);
  if (exception != NULL) {
    PyErr_SetObject(type, exception);
    Py_DECREF(exception);
  }
  return NULL;
}
