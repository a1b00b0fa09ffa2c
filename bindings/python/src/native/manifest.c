#include "manifest.h"

#include "classes.h"
#include "failure.h"
#include "options.h"
#include "records_out.h"
#include "types.h"

typedef struct {
  PyObject_HEAD darvaza_travellers* travellers;
  const darvaza_traveller* const* data;
  size_t count;
} travellers_object;

/* `busy` while a call waits for input without the GIL: a manifest is not for several threads at
 * once. */
typedef struct {
  PyObject_HEAD darvaza_manifest* handle;
  bool busy;
} reader_object;

static PyTypeObject* travellers_type;

/* ---------------------------------------------------------------- Travellers */

static PyObject* travellers_new(darvaza_travellers* travellers) {
  travellers_object* self = PyObject_New(travellers_object, travellers_type);
  if (self == NULL) {
    darvaza_travellers_free(travellers);
    return NULL;
  }
  self->travellers = travellers;
  self->data = NULL;
  self->count = 0;
  const darvaza_status status = darvaza_travellers_data(travellers, &self->data, &self->count);
  if (status == DARVAZA_OK) return (PyObject*)self;
  Py_DECREF(self);
  return raise_failure(status, NULL);
}

bool travellers_borrow(PyObject* object, const darvaza_traveller* const** travellers,
                       size_t* count) {
  if (Py_TYPE(object) != travellers_type) return false;
  *travellers = ((travellers_object*)object)->data;
  *count = ((travellers_object*)object)->count;
  return true;
}

static void travellers_dealloc(PyObject* object) {
  darvaza_travellers_free(((travellers_object*)object)->travellers);
  type_dealloc(object);
}

static Py_ssize_t travellers_length(PyObject* object) {
  return (Py_ssize_t)((travellers_object*)object)->count;
}

static PyObject* travellers_item(PyObject* object, Py_ssize_t index) {
  const travellers_object* self = (travellers_object*)object;
  if (index >= 0 && (size_t)index < self->count) return traveller_out(self->data[index]);
  PyErr_SetString(PyExc_IndexError, "there are not so many travellers");
  return NULL;
}

static PyObject* travellers_part(PyObject* object, PyObject* key) {
  return part_of(object, key, travellers_length(object), travellers_item);
}

/* ---------------------------------------------------------------- ManifestReader */

static bool begin(reader_object* self) {
  if (self->handle == NULL) {
    return raise_invalid(DARVAZA_INVALID_ARGUMENT, "", "the manifest is closed") != NULL;
  }
  if (self->busy) {
    PyErr_SetString(PyExc_RuntimeError, "the manifest is being read by another thread");
    return false;
  }
  self->busy = true;
  return true;
}

static reader_object* reader_allocate(PyTypeObject* type) {
  allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
  return (reader_object*)allocate(type, 0);
}

/* What became of opening: the reader, or the failure. */
static PyObject* opened(reader_object* self, darvaza_status status, darvaza_error* error) {
  if (status == DARVAZA_OK) return (PyObject*)self;
  Py_DECREF(self);
  return raise_failure(status, error);
}

static PyObject* open_path(PyTypeObject* type, PyObject* path,
                           const darvaza_manifest_options* options) {
  char* bytes = NULL;
  Py_ssize_t size = 0;
  reader_object* self =
      PyBytes_AsStringAndSize(path, &bytes, &size) < 0 ? NULL : reader_allocate(type);
  if (self == NULL) return NULL;
  darvaza_error* error = NULL;
  darvaza_status status;
  Py_BEGIN_ALLOW_THREADS status =
      darvaza_manifest_open(bytes, (size_t)size, options, &self->handle, &error);
  Py_END_ALLOW_THREADS return opened(self, status, error);
}

static PyObject* reader_new(PyTypeObject* type, PyObject* arguments, PyObject* keywords) {
  PyObject* path = NULL;
  darvaza_manifest_options options;
  if (!manifest_options_in(keywords, &options) ||
      !PyArg_ParseTuple(arguments, "O&", PyUnicode_FSConverter, &path))
    return NULL;
  PyObject* reader = open_path(type, path, &options);
  Py_DECREF(path);
  return reader;
}

static PyObject* reader_from_bytes(PyObject* type, PyObject* arguments, PyObject* keywords) {
  const char* bytes = NULL;
  const char* name = NULL;
  Py_ssize_t size = 0;
  Py_ssize_t name_size = 0;
  darvaza_manifest_options options;
  if (!manifest_options_in(keywords, &options) ||
      !PyArg_ParseTuple(arguments, "y#s#", &bytes, &size, &name, &name_size)) {
    return NULL;
  }
  reader_object* self = reader_allocate((PyTypeObject*)type);
  if (self == NULL) return NULL;
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_manifest_open_bytes(
      bytes, (size_t)size, name, (size_t)name_size, &options, &self->handle, &error);
  return opened(self, status, error);
}

static PyObject* reader_next(PyObject* object, PyObject* argument) {
  reader_object* self = (reader_object*)object;
  const size_t max = PyLong_AsSize_t(argument);
  if ((max == (size_t)-1 && PyErr_Occurred()) || !begin(self)) return NULL;
  darvaza_travellers* travellers = NULL;
  darvaza_error* error = NULL;
  darvaza_status status;
  Py_BEGIN_ALLOW_THREADS status = darvaza_manifest_next(self->handle, max, &travellers, &error);
  Py_END_ALLOW_THREADS self->busy = false;
  return status == DARVAZA_OK ? travellers_new(travellers) : raise_failure(status, error);
}

static PyObject* reader_summary(PyObject* object, PyObject* unused) {
  (void)unused;
  reader_object* self = (reader_object*)object;
  if (!begin(self)) return NULL;
  self->busy = false;
  const darvaza_manifest_summary* summary = NULL;
  const darvaza_status status = darvaza_manifest_summary_data(self->handle, &summary);
  if (status != DARVAZA_OK)
    return raise_invalid(status, "",
                         "expected a manifest that was read to its end without an error");
  return RECORD(classes.manifest_summary, member_of(&classes.manifest_format, summary->format),
                PyBool_FromLong(summary->complete),
                PyLong_FromUnsignedLongLong(summary->travellers),
                problems_out(summary->problems, summary->problems_count));
}

/* Freeing waits for a read that is under way, on a thread that never needs the GIL. */
static void free_reader(reader_object* self) {
  darvaza_manifest* handle = self->handle;
  self->handle = NULL;
  if (handle == NULL) return;
  Py_BEGIN_ALLOW_THREADS darvaza_manifest_free(handle);
  Py_END_ALLOW_THREADS
}

static PyObject* reader_close(PyObject* object, PyObject* unused) {
  (void)unused;
  reader_object* self = (reader_object*)object;
  if (self->handle == NULL) Py_RETURN_NONE;
  if (!begin(self)) return NULL;
  self->busy = false;
  free_reader(self);
  Py_RETURN_NONE;
}

static void reader_dealloc(PyObject* object) {
  free_reader((reader_object*)object);
  type_dealloc(object);
}

bool manifest_add_types(PyObject* module) {
  static PyType_Slot travellers_slots[] = {
      {Py_tp_doc,
       "Travellers as they were read, ready for Screener.screen_batch. Immutable; may be read by "
       "many threads."},
      {Py_tp_dealloc, travellers_dealloc},
      {Py_sq_length, travellers_length},
      {Py_sq_item, travellers_item},
      {Py_mp_length, travellers_length},
      {Py_mp_subscript, travellers_part},
      {Py_tp_iter, PySeqIter_New},
      {0, NULL}};
  static PyType_Spec travellers_spec = {"darvaza._native.Travellers", sizeof(travellers_object), 0,
                                        Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                                        travellers_slots};
  static PyMethodDef methods[] = {
      {"from_bytes", (PyCFunction)(void (*)(void))reader_from_bytes,
       METH_VARARGS | METH_KEYWORDS | METH_CLASS,
       "from_bytes(bytes, name, **options)\n--\n\nReads what is in memory; `name` is what errors "
       "call it."},
      {"next", reader_next, METH_O, "next(most)\n--\n\nThe next Travellers; none at the end."},
      {"summary", reader_summary, METH_NOARGS,
       "summary()\n--\n\nWhat was read, once next() has given none."},
      {"close", reader_close, METH_NOARGS, "close()\n--\n\nStops reading. More than once is fine."},
      {NULL, NULL, 0, NULL}};
  static PyType_Slot slots[] = {
      {Py_tp_doc, "ManifestReader(path, **options)\n--\n\nA passenger list that is being read."},
      {Py_tp_new, reader_new},
      {Py_tp_dealloc, reader_dealloc},
      {Py_tp_methods, methods},
      {0, NULL}};
  static PyType_Spec spec = {"darvaza._native.ManifestReader", sizeof(reader_object), 0,
                             Py_TPFLAGS_DEFAULT, slots};
  return (travellers_type = type_add(module, &travellers_spec)) != NULL &&
         type_add(module, &spec) != NULL;
}
