#include "answers.h"

#include "classes.h"
#include "failure.h"
#include "records_out.h"
#include "types.h"

typedef struct {
  PyObject_HEAD darvaza_results* results;
  const darvaza_result* const* data;
  size_t count;
} answers_object;

typedef struct {
  PyObject_HEAD answers_object* answers;
  size_t index;
  PyObject* candidates; /* made when first asked for */
} answer_object;

static PyTypeObject* answers_type;
static PyTypeObject* answer_type;

/* ---------------------------------------------------------------- Answers */

PyObject* answers_new(darvaza_results* results) {
  answers_object* self = PyObject_New(answers_object, answers_type);
  if (self == NULL) {
    darvaza_results_free(results);
    return NULL;
  }
  self->results = results;
  self->data = NULL;
  self->count = 0;
  const darvaza_status status = darvaza_results_data(results, &self->data, &self->count);
  if (status == DARVAZA_OK) return (PyObject*)self;
  Py_DECREF(self);
  return raise_failure(status, NULL);
}

static void answers_dealloc(PyObject* object) {
  darvaza_results_free(((answers_object*)object)->results);
  type_dealloc(object);
}

static Py_ssize_t answers_length(PyObject* object) {
  return (Py_ssize_t)((answers_object*)object)->count;
}

static PyObject* answers_item(PyObject* object, Py_ssize_t index) {
  answers_object* self = (answers_object*)object;
  if (index < 0 || (size_t)index >= self->count) {
    PyErr_SetString(PyExc_IndexError, "there are not so many answers");
    return NULL;
  }
  answer_object* answer = PyObject_New(answer_object, answer_type);
  if (answer == NULL) return NULL;
  Py_INCREF(object);
  answer->answers = self;
  answer->index = (size_t)index;
  answer->candidates = NULL;
  return (PyObject*)answer;
}

static PyObject* answers_part(PyObject* object, PyObject* key) {
  return part_of(object, key, answers_length(object), answers_item);
}

static PyObject* json_of(answers_object* self, size_t first, size_t count) {
  darvaza_string* json = NULL;
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_results_json(self->results, first, count, &json, &error);
  return status == DARVAZA_OK ? string_out(json) : raise_failure(status, error);
}

static PyObject* answers_json_lines(PyObject* object, PyObject* unused) {
  (void)unused;
  answers_object* self = (answers_object*)object;
  return json_of(self, 0, self->count);
}

PyObject* answers_only(darvaza_results* results) {
  PyObject* answers = answers_new(results);
  if (answers == NULL) return NULL;
  PyObject* answer = answers_item(answers, 0);
  Py_DECREF(answers);
  return answer;
}

/* ---------------------------------------------------------------- Answer */

static const darvaza_result* result_of(PyObject* object) {
  const answer_object* self = (answer_object*)object;
  return self->answers->data[self->index];
}

static void answer_dealloc(PyObject* object) {
  answer_object* self = (answer_object*)object;
  Py_DECREF((PyObject*)self->answers);
  Py_XDECREF(self->candidates);
  type_dealloc(object);
}

static PyObject* answer_id(PyObject* self, void* unused) {
  (void)unused;
  return text_out(result_of(self)->id);
}

static PyObject* answer_decision(PyObject* self, void* unused) {
  (void)unused;
  return member_of(&classes.decision, result_of(self)->decision);
}

static PyObject* answer_complete(PyObject* self, void* unused) {
  (void)unused;
  return PyBool_FromLong(result_of(self)->complete);
}

static PyObject* answer_candidates(PyObject* object, void* unused) {
  (void)unused;
  answer_object* self = (answer_object*)object;
  if (self->candidates == NULL) {
    const darvaza_result* result = result_of(object);
    self->candidates = candidates_out(result->candidates, result->candidates_count);
  }
  Py_XINCREF(self->candidates);
  return self->candidates;
}

static PyObject* answer_documents(PyObject* self, void* unused) {
  (void)unused;
  return document_hits_out(result_of(self)->documents, result_of(self)->documents_count);
}

static PyObject* answer_problems(PyObject* self, void* unused) {
  (void)unused;
  return problems_out(result_of(self)->problems, result_of(self)->problems_count);
}

static PyObject* answer_flights(PyObject* self, void* unused) {
  (void)unused;
  return flights_out(result_of(self)->flights, result_of(self)->flights_count);
}

static PyObject* answer_json(PyObject* object, PyObject* unused) {
  (void)unused;
  answer_object* self = (answer_object*)object;
  PyObject* line = json_of(self->answers, self->index, 1);
  if (line == NULL) return NULL;
  PyObject* json = PyUnicode_Substring(line, 0, PyUnicode_GetLength(line) - 1);
  Py_DECREF(line);
  return json;
}

/* Whose answer it is is not told: what is printed ends up in logs. */
static PyObject* answer_repr(PyObject* self) {
  const darvaza_result* result = result_of(self);
  const char* decision = darvaza_word(DARVAZA_WORDS_DECISION, result->decision);
  return PyUnicode_FromFormat("<darvaza.Answer %s, %zu candidates, %zu documents>",
                              decision == NULL ? "?" : decision, result->candidates_count,
                              result->documents_count);
}

/* ---------------------------------------------------------------- types */

bool answers_add_types(PyObject* module) {
  static PyMethodDef answers_methods[] = {
      {"json_lines", answers_json_lines, METH_NOARGS,
       "All answers as JSON Lines, the same bytes as `darvaza screen` writes (docs/json.md)."},
      {NULL, NULL, 0, NULL}};
  static PyType_Slot answers_slots[] = {{Py_tp_doc,
                                         "Answers of one call, in the order of its travellers. "
                                         "Immutable; may be read by many threads."},
                                        {Py_tp_dealloc, answers_dealloc},
                                        {Py_tp_methods, answers_methods},
                                        {Py_sq_length, answers_length},
                                        {Py_sq_item, answers_item},
                                        {Py_mp_length, answers_length},
                                        {Py_mp_subscript, answers_part},
                                        {Py_tp_iter, PySeqIter_New},
                                        {0, NULL}};
  static PyType_Spec answers_spec = {"darvaza._native.Answers", sizeof(answers_object), 0,
                                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                                     answers_slots};

  static PyGetSetDef answer_attributes[] = {
      {"id", answer_id, NULL, "The traveller's own identifier.", NULL},
      {"decision", answer_decision, NULL,
       "What the officer is told first; only Decision.CLEAR clears.", NULL},
      {"complete", answer_complete, NULL, "False exactly when the decision is Decision.INCOMPLETE.",
       NULL},
      {"candidates", answer_candidates, NULL,
       "Listed persons who may be the traveller, best first.", NULL},
      {"documents", answer_documents, NULL,
       "The traveller's documents that are reported, the surest first.", NULL},
      {"problems", answer_problems, NULL, "What could not be read or understood.", NULL},
      {"flights", answer_flights, NULL, "The traveller's journey.", NULL},
      {NULL, NULL, NULL, NULL, NULL}};
  static PyMethodDef answer_methods[] = {
      {"json", answer_json, METH_NOARGS,
       "The answer as one JSON object, without line end (docs/json.md)."},
      {NULL, NULL, 0, NULL}};
  static PyType_Slot answer_slots[] = {{Py_tp_doc, "The answer about one traveller."},
                                       {Py_tp_dealloc, answer_dealloc},
                                       {Py_tp_repr, answer_repr},
                                       {Py_tp_getset, answer_attributes},
                                       {Py_tp_methods, answer_methods},
                                       {0, NULL}};
  static PyType_Spec answer_spec = {"darvaza._native.Answer", sizeof(answer_object), 0,
                                    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
                                    answer_slots};

  return (answers_type = type_add(module, &answers_spec)) != NULL &&
         (answer_type = type_add(module, &answer_spec)) != NULL;
}
