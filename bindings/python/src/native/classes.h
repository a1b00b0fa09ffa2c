/* The classes of darvaza.records and darvaza.errors, and their enumerations by the values that the
 * C library gives them. */
#ifndef DARVAZA_PYTHON_CLASSES_H
#define DARVAZA_PYTHON_CLASSES_H

#include "darvaza.h"
#include "python.h"

enum { words_most = 16 };

/* The members of one enumeration, by value. */
typedef struct {
  PyObject* members[words_most];
  int32_t count;
} enumeration;

/* Filled when the module is imported, not changed afterwards. */
typedef struct {
  PyObject *traveller, *name, *document, *flight, *address, *problem, *date;
  PyObject *evidence, *candidate, *document_hit, *entry_terms, *description;
  PyObject *manifest_summary, *comparison, *mrz, *mrz_check, *mrz_repair;
  PyObject* unknown_date; /* PartialDate() */
  PyObject* error;        /* DarvazaError */
  PyObject* errors[words_most];
  enumeration decision, evidence_kind, document_match, document_status, number_format,
      manifest_format, mrz_format, sex, role, line, alert_category, instruction;
} class_table;

extern class_table classes;

/* Imports them; false with an exception set, also when the library knows a word that the classes do
 * not. */
bool classes_load(void);

/* A new reference to the member for `value`; NULL with an exception set when there is none. */
PyObject* member_of(const enumeration* words, int32_t value);

/* The value whose member or word `object` is; false with an exception set that names `field`. */
bool value_of(const enumeration* words, PyObject* object, const char* field, int32_t* value);

#endif
