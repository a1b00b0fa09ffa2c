#include "screener.h"

#include "answers.h"
#include "classes.h"
#include "failure.h"
#include "manifest.h"
#include "options.h"
#include "records_out.h"
#include "travellers_in.h"
#include "types.h"

/* `calls` counts those that run without the GIL: whoever closes meanwhile leaves freeing to the
 * last of them. */
typedef struct {
  PyObject_HEAD darvaza_screener* handle;
  size_t calls;
  bool closed;
  PyObject* log; /* a callable, or NULL */
} screener_object;

static void free_when_unused(screener_object* self) {
  if (!self->closed || self->calls != 0) return;
  darvaza_screener* handle = self->handle;
  self->handle = NULL;
  darvaza_screener_free(handle);
}

static bool enter(screener_object* self) {
  if (self->closed) {
    return raise_invalid(DARVAZA_INVALID_ARGUMENT, "", "the screener is closed") != NULL;
  }
  ++self->calls;
  return true;
}

static void leave(screener_object* self) {
  --self->calls;
  free_when_unused(self);
}

/* Called by the library on the thread of a call that has given up the GIL. */
static void log_to_python(void* user, darvaza_log_level level, const char* message, size_t size) {
  screener_object* self = user;
  const PyGILState_STATE state = PyGILState_Ensure();
  PyObject* returned =
      PyObject_CallFunction(self->log, "is#", (int)level, message, (Py_ssize_t)size);
  if (returned == NULL) PyErr_WriteUnraisable(self->log);
  Py_XDECREF(returned);
  PyGILState_Release(state);
}

static PyObject* screener_new(PyTypeObject* type, PyObject* arguments, PyObject* keywords) {
  static char* names[] = {"path", "log", NULL};
  PyObject* path = NULL;
  PyObject* log = Py_None;
  if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "O&|O", names, PyUnicode_FSConverter, &path,
                                   &log))
    return NULL;
  char* bytes = NULL;
  Py_ssize_t size = 0;
  allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
  screener_object* self =
      PyBytes_AsStringAndSize(path, &bytes, &size) < 0 ? NULL : (screener_object*)allocate(type, 0);
  if (self == NULL) {
    Py_DECREF(path);
    return NULL;
  }
  self->closed = true;
  if (log != Py_None) {
    Py_INCREF(log);
    self->log = log;
  }
  const darvaza_open_options options = {
      .struct_size = sizeof options, .log = self->log != NULL ? log_to_python : NULL, .user = self};
  darvaza_error* error = NULL;
  darvaza_status status;
  Py_BEGIN_ALLOW_THREADS status =
      darvaza_screener_open(bytes, (size_t)size, &options, &self->handle, &error);
  Py_END_ALLOW_THREADS Py_DECREF(path);
  if (status != DARVAZA_OK) {
    Py_DECREF(self);
    return raise_failure(status, error);
  }
  self->closed = false;
  return (PyObject*)self;
}

static int screener_traverse(PyObject* object, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(object));
  Py_VISIT(((screener_object*)object)->log);
  return 0;
}

static int screener_clear(PyObject* object) {
  screener_object* self = (screener_object*)object;
  self->closed = true;
  free_when_unused(self); /* before the log goes, to which it may speak */
  Py_CLEAR(self->log);
  return 0;
}

static void screener_dealloc(PyObject* object) {
  PyObject_GC_UnTrack(object);
  screener_clear(object);
  type_dealloc(object);
}

static PyObject* screener_close(PyObject* object, PyObject* unused) {
  (void)unused;
  screener_object* self = (screener_object*)object;
  self->closed = true;
  free_when_unused(self);
  Py_RETURN_NONE;
}

static PyObject* screener_enter(PyObject* object, PyObject* unused) {
  (void)unused;
  Py_INCREF(object);
  return object;
}

static PyObject* screener_exit(PyObject* object, PyObject* arguments) {
  (void)arguments;
  return screener_close(object, NULL);
}

static PyObject* screener_closed(PyObject* object, void* unused) {
  (void)unused;
  return PyBool_FromLong(((screener_object*)object)->closed);
}

/* What is asked of a screener: one traveller, many, or a document. */
typedef struct {
  darvaza_traveller traveller;
  const darvaza_traveller* const* travellers;
  size_t count;
  darvaza_document document;
} question;

/* How one kind of question is read and asked, and what becomes of its results. */
typedef struct {
  const char* argument;
  bool (*read)(arena* a, PyObject* argument, question* q);
  darvaza_status (*ask)(const darvaza_screener* screener, const question* q,
                        const darvaza_screening_options* options, darvaza_results** results,
                        darvaza_error** error);
  PyObject* (*answer)(darvaza_results* results);
} question_kind;

/* The one positional argument of `arguments`, borrowed. */
static PyObject* only_argument(PyObject* arguments, const char* name) {
  if (PyTuple_Size(arguments) == 1) return PyTuple_GetItem(arguments, 0);
  return PyErr_Format(PyExc_TypeError, "expected one argument, %s, and options by keyword", name);
}

static PyObject* answer_to(PyObject* object, PyObject* arguments, PyObject* keywords,
                           const question_kind* kind) {
  screener_object* self = (screener_object*)object;
  PyObject* argument = only_argument(arguments, kind->argument);
  darvaza_screening_options options;
  question q = {0};
  arena a = {0};
  if (argument == NULL || !screening_options_in(&a, keywords, &options) ||
      !kind->read(&a, argument, &q) || !enter(self)) {
    arena_free(&a);
    return NULL;
  }
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  darvaza_status status;
  Py_BEGIN_ALLOW_THREADS status = kind->ask(self->handle, &q, &options, &results, &error);
  Py_END_ALLOW_THREADS leave(self);
  arena_free(&a);
  return status == DARVAZA_OK ? kind->answer(results) : raise_failure(status, error);
}

static bool read_one(arena* a, PyObject* argument, question* q) {
  return traveller_in(a, argument, (place){"traveller", -1}, &q->traveller);
}

static bool read_many(arena* a, PyObject* argument, question* q) {
  return travellers_borrow(argument, &q->travellers, &q->count) ||
         travellers_in(a, argument, &q->travellers, &q->count);
}

static bool read_document(arena* a, PyObject* argument, question* q) {
  return document_in(a, argument, (place){"document", -1}, &q->document);
}

static darvaza_status ask_one(const darvaza_screener* screener, const question* q,
                              const darvaza_screening_options* options, darvaza_results** results,
                              darvaza_error** error) {
  return darvaza_screen(screener, &q->traveller, options, results, error);
}

static darvaza_status ask_many(const darvaza_screener* screener, const question* q,
                               const darvaza_screening_options* options, darvaza_results** results,
                               darvaza_error** error) {
  return darvaza_screen_batch(screener, q->travellers, q->count, options, results, error);
}

static darvaza_status ask_document(const darvaza_screener* screener, const question* q,
                                   const darvaza_screening_options* options,
                                   darvaza_results** results, darvaza_error** error) {
  return darvaza_check_document(screener, &q->document, options, results, error);
}

static PyObject* screener_screen(PyObject* object, PyObject* arguments, PyObject* keywords) {
  static const question_kind one = {"a Traveller", read_one, ask_one, answers_only};
  return answer_to(object, arguments, keywords, &one);
}

static PyObject* screener_screen_batch(PyObject* object, PyObject* arguments, PyObject* keywords) {
  static const question_kind many = {"an iterable of Traveller", read_many, ask_many, answers_new};
  return answer_to(object, arguments, keywords, &many);
}

static PyObject* screener_check_document(PyObject* object, PyObject* arguments,
                                         PyObject* keywords) {
  static const question_kind document = {"a Document", read_document, ask_document, answers_only};
  return answer_to(object, arguments, keywords, &document);
}

static PyObject* screener_swap(PyObject* object, PyObject* argument) {
  screener_object* self = (screener_object*)object;
  PyObject* path = NULL;
  if (!PyUnicode_FSConverter(argument, &path)) return NULL;
  char* bytes = NULL;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize(path, &bytes, &size) < 0 || !enter(self)) {
    Py_DECREF(path);
    return NULL;
  }
  darvaza_error* error = NULL;
  darvaza_status status;
  Py_BEGIN_ALLOW_THREADS status = darvaza_screener_swap(self->handle, bytes, (size_t)size, &error);
  Py_END_ALLOW_THREADS leave(self);
  Py_DECREF(path);
  if (status != DARVAZA_OK) return raise_failure(status, error);
  Py_RETURN_NONE;
}

static PyObject* description_out(const darvaza_description_fields* d) {
  return RECORD(classes.description, PyLong_FromUnsignedLongLong(d->format_version),
                PyLong_FromUnsignedLongLong(d->bytes), PyLong_FromUnsignedLongLong(d->entries),
                PyLong_FromUnsignedLongLong(d->names), PyLong_FromUnsignedLongLong(d->tokens),
                PyLong_FromUnsignedLongLong(d->lost_documents),
                PyLong_FromUnsignedLongLong(d->person_documents), text_out(d->digest),
                text_out(d->tables_fingerprint), texts_out(d->sources, d->sources_count));
}

static PyObject* screener_describe(PyObject* object, PyObject* unused) {
  (void)unused;
  screener_object* self = (screener_object*)object;
  darvaza_description* description = NULL;
  darvaza_error* error = NULL;
  const darvaza_description_fields* fields = NULL;
  if (!enter(self)) return NULL;
  darvaza_status status = darvaza_screener_describe(self->handle, &description, &error);
  leave(self);
  if (status == DARVAZA_OK) status = darvaza_description_data(description, &fields);
  PyObject* answer = status == DARVAZA_OK ? description_out(fields) : raise_failure(status, error);
  darvaza_description_free(description);
  return answer;
}

/* Options as help() shows them. */
#define SHOWN "top=None, min_score_bp=None"
#define THRESHOLDS                                                                        \
  SHOWN                                                                                   \
      ", review_score_bp=None, hit_score_bp=None, exhaustive=None, near_documents=None, " \
      "time_limit_us=None"
#define POST "state=None, line=None, today=None, today_by_clock=None"

bool screener_add_type(PyObject* module) {
  static PyMethodDef methods[] = {
      {"screen", (PyCFunction)(void (*)(void))screener_screen, METH_VARARGS | METH_KEYWORDS,
       "screen($self, traveller, /, *, " THRESHOLDS ", " POST
       ")\n--\n\nScreens one traveller and returns an Answer. Options "
       "that are left out "
       "are the library's defaults.\n\n`state`, `line` and `today` say which post asks: what it "
       "may "
       "not see is left out. Without them everything is seen. `today_by_clock` says that `today` is "
       "a clock's, which may be behind:\nwhere the lists are of a later day, nobody is left out as "
       "not yet listed.\n\nMay be called from many threads "
       "at once; gives up the GIL while it searches."},
      {"screen_batch", (PyCFunction)(void (*)(void))screener_screen_batch,
       METH_VARARGS | METH_KEYWORDS,
       "screen_batch($self, travellers, /, *, " THRESHOLDS ", threads=None, " POST
       ")\n--\n\nScreens all travellers against one version of "
       "the index and "
       "returns Answers in their order.\n\nTakes any iterable of Traveller, or Travellers of a "
       "Manifest, which cost nothing to "
       "hand over. One wrong\ntraveller fails the call. May be called from many threads at once; "
       "gives up the GIL while it searches."},
      {"check_document", (PyCFunction)(void (*)(void))screener_check_document,
       METH_VARARGS | METH_KEYWORDS,
       "check_document($self, document, /, *, " SHOWN
       ", near_documents=None, time_limit_us=None, " POST
       ")\n--\n\nChecks the document of a traveller who is not "
       "known. The decision is always "
       "INCOMPLETE, because a\ndocument alone clears nobody; look at `documents` and "
       "`candidates`."},
      {"swap", screener_swap, METH_O,
       "swap($self, path, /)\n--\n\nOpens another index and lets it serve. Calls that run go on "
       "with the one "
       "they began with; when it "
       "cannot\nbe opened, the old one goes on serving. May be called while others screen."},
      {"describe", screener_describe, METH_NOARGS,
       "describe($self)\n--\n\nWhat the index that serves holds: a Description."},
      {"close", screener_close, METH_NOARGS,
       "close($self)\n--\n\nCloses the index; calls that run end as usual, answers stay valid. "
       "More "
       "than once is fine."},
      {"__enter__", screener_enter, METH_NOARGS, NULL},
      {"__exit__", screener_exit, METH_VARARGS, NULL},
      {NULL, NULL, 0, NULL}};
  static PyGetSetDef attributes[] = {
      {"closed", screener_closed, NULL, "Whether close() was called.", NULL},
      {NULL, NULL, NULL, NULL, NULL}};
  static PyType_Slot slots[] = {{Py_tp_doc,
                                 "Screener(path, log=None)\n--\n\nAn open index. All methods may "
                                 "be called from many threads at once.\n\n"
                                 "`log(level, message)` is told what an operator should know of: "
                                 "an index opened, swapped in or refused.\n"
                                 "Level 0 is for information, 1 a warning, 2 an error."},
                                {Py_tp_new, screener_new},
                                {Py_tp_traverse, screener_traverse},
                                {Py_tp_clear, screener_clear},
                                {Py_tp_dealloc, screener_dealloc},
                                {Py_tp_methods, methods},
                                {Py_tp_getset, attributes},
                                {0, NULL}};
  static PyType_Spec spec = {"darvaza._native.Screener", sizeof(screener_object), 0,
                             Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};
  return type_add(module, &spec) != NULL;
}
