#include "options.h"

#include <limits.h>

#include "classes.h"
#include "failure.h"
#include "travellers_in.h"

typedef enum {
  option_int32,
  option_uint32,
  option_uint64,
  option_flag,
  option_text,
  option_date,
  option_line,
  option_manifest_format
} option_kind;

typedef struct {
  const char* name;
  size_t offset;
  option_kind kind;
} option;

static bool int32_in(const char* name, PyObject* value, int32_t* field) {
  const long number = PyLong_AsLong(value);
  if (number == -1 && PyErr_Occurred()) return false;
  if (number < INT32_MIN || number > INT32_MAX) {
    return raise_invalid(DARVAZA_INVALID_ARGUMENT, name, "a number out of its range") != NULL;
  }
  *field = (int32_t)number;
  return true;
}

static bool unsigned_in(const char* name, PyObject* value, uint64_t most, uint64_t* field) {
  PyObject* whole = PyNumber_Index(value);
  if (whole == NULL) return false;
  const unsigned long long number = PyLong_AsUnsignedLongLong(whole);
  Py_DECREF(whole);
  const bool failed = number == ULLONG_MAX && PyErr_Occurred();
  if (failed && !PyErr_ExceptionMatches(PyExc_OverflowError)) return false;
  if (failed || number > most) {
    PyErr_Clear();
    return raise_invalid(DARVAZA_INVALID_ARGUMENT, name, "a number out of its range") != NULL;
  }
  *field = number;
  return true;
}

/* "", as of a setting that is missing, would see everything. */
static bool is_empty_text(const option* o, PyObject* value) {
  return (o->kind == option_text || o->kind == option_date) && PyUnicode_Check(value) &&
         PyUnicode_GetLength(value) == 0;
}

static bool option_in(arena* a, const option* o, PyObject* value, char* options) {
  if (is_empty_text(o, value)) {
    return raise_invalid(DARVAZA_INVALID_ARGUMENT, o->name, "is empty; expected None where none is meant") != NULL;
  }
  void* field = options + o->offset;
  uint64_t number = 0;
  switch (o->kind) {
    case option_int32:
      return int32_in(o->name, value, field);
    case option_uint32:
      if (!unsigned_in(o->name, value, UINT32_MAX, &number)) return false;
      *(uint32_t*)field = (uint32_t)number;
      return true;
    case option_uint64:
      return unsigned_in(o->name, value, UINT64_MAX, field);
    case option_flag: {
      const int truth = PyObject_IsTrue(value);
      if (truth >= 0) *(int32_t*)field = truth;
      return truth >= 0;
    }
    case option_text:
      return text_argument_in(a, value, o->name, field);
    case option_date:
      return date_argument_in(value, o->name, field);
    case option_line:
      return value_of(&classes.line, value, o->name, field);
    case option_manifest_format:
      return value_of(&classes.manifest_format, value, o->name, field);
  }
  return false;
}

static bool keywords_in(arena* a, PyObject* keywords, const option* known, size_t count,
                        char* options) {
  PyObject* key = NULL;
  PyObject* value = NULL;
  Py_ssize_t position = 0;
  while (keywords != NULL && PyDict_Next(keywords, &position, &key, &value)) {
    const option* found = NULL;
    for (size_t i = 0; i < count && found == NULL; ++i) {
      if (PyUnicode_CompareWithASCIIString(key, known[i].name) == 0) found = &known[i];
    }
    if (found == NULL) {
      PyErr_Format(PyExc_TypeError, "there is no option %R", key);
      return false;
    }
    if (value != Py_None && !option_in(a, found, value, options)) return false;
  }
  return true;
}

bool screening_options_in(arena* a, PyObject* keywords, darvaza_screening_options* options) {
  static const option known[] = {
      {"top", offsetof(darvaza_screening_options, top), option_uint32},
      {"min_score_bp", offsetof(darvaza_screening_options, min_score_bp), option_int32},
      {"review_score_bp", offsetof(darvaza_screening_options, review_score_bp), option_int32},
      {"hit_score_bp", offsetof(darvaza_screening_options, hit_score_bp), option_int32},
      {"exhaustive", offsetof(darvaza_screening_options, exhaustive), option_flag},
      {"near_documents", offsetof(darvaza_screening_options, near_documents), option_flag},
      {"time_limit_us", offsetof(darvaza_screening_options, time_limit_us), option_uint64},
      {"threads", offsetof(darvaza_screening_options, threads), option_uint32},
      {"state", offsetof(darvaza_screening_options, state), option_text},
      {"line", offsetof(darvaza_screening_options, line), option_line},
      {"today", offsetof(darvaza_screening_options, today), option_date},
      {"today_by_clock", offsetof(darvaza_screening_options, today_by_clock), option_flag},
  };
  *options = (darvaza_screening_options){.struct_size = sizeof *options};
  const darvaza_status status = darvaza_screening_options_init(options);
  if (status != DARVAZA_OK) return raise_failure(status, NULL) != NULL;
  return keywords_in(a, keywords, known, sizeof known / sizeof known[0], (char*)options);
}

bool manifest_options_in(PyObject* keywords, darvaza_manifest_options* options) {
  static const option known[] = {
      {"format", offsetof(darvaza_manifest_options, format), option_manifest_format},
      {"reference_year", offsetof(darvaza_manifest_options, reference_year), option_int32},
  };
  *options = (darvaza_manifest_options){.struct_size = sizeof *options};
  const darvaza_status status = darvaza_manifest_options_init(options);
  if (status != DARVAZA_OK) return raise_failure(status, NULL) != NULL;
  return keywords_in(NULL, keywords, known, sizeof known / sizeof known[0], (char*)options);
}

bool mrz_options_in(PyObject* keywords, darvaza_mrz_options* options) {
  static const option known[] = {
      {"reference_year", offsetof(darvaza_mrz_options, reference_year), option_int32},
      {"youngest_age", offsetof(darvaza_mrz_options, youngest_age), option_int32},
      {"expiry_years_ahead", offsetof(darvaza_mrz_options, expiry_years_ahead), option_int32},
  };
  *options = (darvaza_mrz_options){.struct_size = sizeof *options};
  const darvaza_status status = darvaza_mrz_options_init(options);
  if (status != DARVAZA_OK) return raise_failure(status, NULL) != NULL;
  return keywords_in(NULL, keywords, known, sizeof known / sizeof known[0], (char*)options);
}
