#include "classes.h"

#include <stdio.h>

#include "failure.h"

class_table classes;

static bool load_enumeration(PyObject* records, const char* name, darvaza_vocabulary vocabulary,
                             enumeration* words) {
  PyObject* type = PyObject_GetAttrString(records, name);
  if (type == NULL) return false;
  const char* word;
  while ((word = darvaza_word(vocabulary, words->count)) != NULL) {
    if (words->count == words_most) {
      PyErr_Format(PyExc_ImportError, "the library has more than %d words for %s", words_most,
                   name);
      break;
    }
    PyObject* member = PyObject_CallFunction(type, "s", word);
    if (member == NULL) break;
    words->members[words->count++] = member;
  }
  Py_DECREF(type);
  return word == NULL;
}

/* The classes of errors by status: each names its status as the library does. */
static bool load_errors(PyObject* errors) {
  classes.error = PyObject_GetAttrString(errors, "DarvazaError");
  if (classes.error == NULL) return false;
  PyObject* all = PyObject_CallMethod(classes.error, "__subclasses__", NULL);
  if (all == NULL) return false;
  const char* word;
  for (int32_t code = 1;
       code < words_most && (word = darvaza_word(DARVAZA_WORDS_STATUS, code)) != NULL; ++code) {
    for (Py_ssize_t i = 0; i < PyList_Size(all); ++i) {
      PyObject* type = PyList_GetItem(all, i);
      PyObject* status = PyObject_GetAttrString(type, "status");
      if (status != NULL && PyUnicode_CompareWithASCIIString(status, word) == 0) {
        Py_INCREF(type);
        classes.errors[code] = type;
      }
      Py_XDECREF(status);
    }
  }
  Py_DECREF(all);
  return !PyErr_Occurred();
}

static bool load_records(PyObject* records) {
  const struct {
    const char* name;
    PyObject** type;
  } types[] = {
      {"Traveller", &classes.traveller},     {"Name", &classes.name},
      {"Document", &classes.document},       {"Flight", &classes.flight},
      {"Address", &classes.address},         {"Problem", &classes.problem},
      {"PartialDate", &classes.date},        {"Evidence", &classes.evidence},
      {"Candidate", &classes.candidate},     {"DocumentHit", &classes.document_hit},
      {"Description", &classes.description}, {"ManifestSummary", &classes.manifest_summary},
      {"Comparison", &classes.comparison},   {"Mrz", &classes.mrz},
      {"MrzCheck", &classes.mrz_check},      {"MrzRepair", &classes.mrz_repair},
      {"EntryTerms", &classes.entry_terms},
  };
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    *types[i].type = PyObject_GetAttrString(records, types[i].name);
    if (*types[i].type == NULL) return false;
  }
  classes.unknown_date = PyObject_CallNoArgs(classes.date);
  if (classes.unknown_date == NULL) return false;

  const struct {
    const char* name;
    darvaza_vocabulary vocabulary;
    enumeration* words;
  } enumerations[] = {
      {"Decision", DARVAZA_WORDS_DECISION, &classes.decision},
      {"EvidenceKind", DARVAZA_WORDS_EVIDENCE_KIND, &classes.evidence_kind},
      {"DocumentMatch", DARVAZA_WORDS_DOCUMENT_MATCH, &classes.document_match},
      {"DocumentStatus", DARVAZA_WORDS_DOCUMENT_STATUS, &classes.document_status},
      {"NumberFormat", DARVAZA_WORDS_NUMBER_FORMAT, &classes.number_format},
      {"ManifestFormat", DARVAZA_WORDS_MANIFEST_FORMAT, &classes.manifest_format},
      {"MrzFormat", DARVAZA_WORDS_MRZ_FORMAT, &classes.mrz_format},
      {"Sex", DARVAZA_WORDS_SEX, &classes.sex},
      {"TravellerRole", DARVAZA_WORDS_ROLE, &classes.role},
      {"Line", DARVAZA_WORDS_LINE, &classes.line},
      {"AlertCategory", DARVAZA_WORDS_ALERT_CATEGORY, &classes.alert_category},
      {"Instruction", DARVAZA_WORDS_INSTRUCTION, &classes.instruction},
  };
  for (size_t i = 0; i < sizeof enumerations / sizeof enumerations[0]; ++i) {
    if (!load_enumeration(records, enumerations[i].name, enumerations[i].vocabulary,
                          enumerations[i].words))
      return false;
  }
  return true;
}

bool classes_load(void) {
  PyObject* errors = PyImport_ImportModule("darvaza.errors");
  PyObject* records = PyImport_ImportModule("darvaza.records");
  const bool loaded =
      errors != NULL && records != NULL && load_errors(errors) && load_records(records);
  Py_XDECREF(errors);
  Py_XDECREF(records);
  return loaded;
}

PyObject* member_of(const enumeration* words, int32_t value) {
  if (value >= 0 && value < words->count) {
    Py_INCREF(words->members[value]);
    return words->members[value];
  }
  return PyErr_Format(PyExc_RuntimeError,
                      "the library returned the value %d, which is newer than this package",
                      (int)value);
}

bool value_of(const enumeration* words, PyObject* object, const char* field, int32_t* value) {
  for (int32_t i = 0; i < words->count; ++i) {
    if (words->members[i] == object) {
      *value = i;
      return true;
    }
  }
  for (int32_t i = 0; i < words->count && PyUnicode_Check(object); ++i) {
    const int equal = PyObject_RichCompareBool(words->members[i], object, Py_EQ);
    if (equal < 0) return false;
    if (equal) {
      *value = i;
      return true;
    }
  }
  /* An enumeration's members are words. */
  const char* example = PyUnicode_AsUTF8AndSize(words->members[words->count - 1], NULL);
  if (example == NULL) return false;
  char message[96];
  snprintf(message, sizeof message, "none of the words that there are, such as \"%s\"", example);
  return raise_invalid(DARVAZA_INVALID_ARGUMENT, field, message) != NULL;
}
