/* The module darvaza._native: Darvaza's C API for Python. Nothing is decided here. */
#include "answers.h"
#include "classes.h"
#include "failure.h"
#include "manifest.h"
#include "records_out.h"
#include "screener.h"
#include "travellers_in.h"
#include "zones.h"

/* ---------------------------------------------------------------- functions */

static PyObject* version(PyObject* module, PyObject* unused) {
  (void)module, (void)unused;
  return PyUnicode_FromString(darvaza_version());
}

static PyObject* parse_date(PyObject* module, PyObject* argument) {
  (void)module;
  darvaza_text text = {0};
  if (!text_alone_in(argument, "text", &text)) return NULL;
  darvaza_date date = {0};
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_date_parse(text.data, text.size, &date, &error);
  return status == DARVAZA_OK ? date_out(date) : raise_failure(status, error);
}

static PyObject* comparison_out(const darvaza_comparison* comparison) {
  const darvaza_comparison_fields* fields = NULL;
  darvaza_string* json = NULL;
  darvaza_error* error = NULL;
  darvaza_status status = darvaza_comparison_data(comparison, &fields);
  if (status == DARVAZA_OK) status = darvaza_comparison_json(comparison, &json, &error);
  if (status != DARVAZA_OK) return raise_failure(status, error);
  return RECORD(classes.comparison, PyLong_FromLong(fields->score_bp),
                PyLong_FromLong(fields->weight_mn),
                evidence_out(fields->evidence, fields->evidence_count), string_out(json));
}

static PyObject* compare(PyObject* module, PyObject* arguments) {
  (void)module;
  PyObject* name_a = NULL;
  PyObject* name_b = NULL;
  darvaza_text a = {0};
  darvaza_text b = {0};
  if (!PyArg_ParseTuple(arguments, "OO", &name_a, &name_b) ||
      !text_alone_in(name_a, "name_a", &a) || !text_alone_in(name_b, "name_b", &b))
    return NULL;
  darvaza_comparison* comparison = NULL;
  darvaza_error* error = NULL;
  const darvaza_status status =
      darvaza_compare(a.data, a.size, b.data, b.size, &comparison, &error);
  if (status != DARVAZA_OK) return raise_failure(status, error);
  PyObject* answer = comparison_out(comparison);
  darvaza_comparison_free(comparison);
  return answer;
}

/* ---------------------------------------------------------------- module */

static PyMethodDef functions[] = {
    {"version", version, METH_NOARGS, "version()\n--\n\nThe version of the C library."},
    {"parse_date", parse_date, METH_O,
     "parse_date(text, /)\n--\n\nReads \"1980\", \"1980-05\", \"1980-05-17\" or \"19800517\" as a "
     "PartialDate; InputRefusedError for "
     "anything else."},
    {"compare", compare, METH_VARARGS,
     "compare(name_a, name_b, /)\n--\n\nCompares two names in any scripts, without a list. "
     "Symmetric."},
    {"parse_mrz", (PyCFunction)(void (*)(void))parse_mrz, METH_VARARGS | METH_KEYWORDS,
     "parse_mrz(lines, /, *, reference_year=None, youngest_age=None, "
     "expiry_years_ahead=None)\n--\n\nReads a machine-readable zone of two or three lines, as "
     "readers deliver them. A wrong "
     "check digit is\nno error; InputRefusedError for what has no known shape."},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                                        "darvaza._native",
                                        "Darvaza's C API for Python.",
                                        -1,
                                        functions,
                                        NULL,
                                        NULL,
                                        NULL,
                                        NULL};

/* A library of another major version has other structs; one of an older minor version lacks
 * something. */
static bool library_fits(void) {
  const uint32_t library = darvaza_abi_version();
  if (library >> 16 == DARVAZA_ABI_VERSION >> 16 && library >= DARVAZA_ABI_VERSION) return true;
  PyErr_Format(PyExc_ImportError,
               "libdarvaza has interface %u.%u; this package needs %u.%u or a later %u.x",
               library >> 16, library & 0xffffU, DARVAZA_ABI_VERSION >> 16,
               DARVAZA_ABI_VERSION & 0xffffU, DARVAZA_ABI_VERSION >> 16);
  return false;
}

PyMODINIT_FUNC PyInit__native(void) {
  if (!library_fits() || !classes_load()) return NULL;
  PyObject* module = PyModule_Create(&definition);
  if (module == NULL) return NULL;
  if (answers_add_types(module) && manifest_add_types(module) && screener_add_type(module))
    return module;
  Py_DECREF(module);
  return NULL;
}
