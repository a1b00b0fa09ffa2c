#include "travellers_in.h"

#include <stdio.h>

#include "classes.h"
#include "failure.h"

/* The attributes of Traveller, interned once: looking them up is most of what a traveller costs. */
static struct {
  PyObject *id, *names, *father_name, *birth_date, *birth_date_doubtful, *sex, *nationalities,
      *birth_place, *documents, *role, *locator, *related_locators, *reference, *flights,
      *addresses, *bags, *problems;
} attribute;

static bool load_attributes(void) {
  if (attribute.problems != NULL) return true;
  const struct {
    PyObject** object;
    const char* name;
  } names[] = {
      {&attribute.id, "id"},
      {&attribute.names, "names"},
      {&attribute.father_name, "father_name"},
      {&attribute.birth_date, "birth_date"},
      {&attribute.birth_date_doubtful, "birth_date_doubtful"},
      {&attribute.sex, "sex"},
      {&attribute.nationalities, "nationalities"},
      {&attribute.birth_place, "birth_place"},
      {&attribute.documents, "documents"},
      {&attribute.role, "role"},
      {&attribute.locator, "locator"},
      {&attribute.related_locators, "related_locators"},
      {&attribute.reference, "reference"},
      {&attribute.flights, "flights"},
      {&attribute.addresses, "addresses"},
      {&attribute.bags, "bags"},
      {&attribute.problems, "problems"},
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    *names[i].object = PyUnicode_InternFromString(names[i].name);
    if (*names[i].object == NULL) return false;
  }
  return true;
}

/* What is being read, for the message when it is not what was expected. */
typedef struct {
  place where;
  const char* field;
  Py_ssize_t index;
  const char* part;
} spot;

enum { place_bytes = 160 };

/* "travellers[3].names[0].primary"; `index` and `part` are left out when -1 and NULL. */
static void write_place(spot at, char text[place_bytes]) {
  const size_t size = place_bytes;
  int n = snprintf(text, size, "%s", at.where.argument);
  if (at.where.index >= 0) n += snprintf(text + n, size - (size_t)n, "[%zd]", at.where.index);
  if (at.field != NULL) n += snprintf(text + n, size - (size_t)n, ".%s", at.field);
  if (at.index >= 0) n += snprintf(text + n, size - (size_t)n, "[%zd]", at.index);
  if (at.part != NULL) snprintf(text + n, size - (size_t)n, ".%s", at.part);
}

/* Says where, what was expected and of which type it was: never what it says. */
static bool refuse_type(spot at, const char* expected, PyObject* object) {
  char text[place_bytes];
  write_place(at, text);
  PyObject* type = PyType_GetName(Py_TYPE(object));
  if (type != NULL) PyErr_Format(PyExc_TypeError, "%s: expected %s, not %U", text, expected, type);
  Py_XDECREF(type);
  return false;
}

static bool refuse_value(spot at, darvaza_status status, const char* expected) {
  char text[place_bytes];
  write_place(at, text);
  return raise_invalid(status, text, expected) != NULL;
}

/* A member of an enumeration, or its word. */
static bool word_in(const enumeration* words, PyObject* object, spot at, int32_t* value) {
  char text[place_bytes];
  write_place(at, text);
  return value_of(words, object, text, value);
}

/* Python keeps the UTF-8 of a string in the string: no copy is made. `object` must live as long as
 * the text is used. */
static bool text_in(PyObject* object, spot at, darvaza_text* text) {
  if (!PyUnicode_Check(object)) return refuse_type(at, "str", object);
  Py_ssize_t size = 0;
  text->data = PyUnicode_AsUTF8AndSize(object, &size);
  if (text->data == NULL) {
    PyErr_Clear();
    return refuse_value(at, DARVAZA_INVALID_TEXT,
                        "expected text that UTF-8 can hold, not half of a surrogate pair");
  }
  text->size = (size_t)size;
  return true;
}

static bool whole_number(PyObject* object, spot at, long least, long most, long* number) {
  *number = PyLong_AsLong(object);
  if (*number == -1 && PyErr_Occurred()) {
    PyErr_Clear();
    return refuse_type(at, "int", object);
  }
  return (*number >= least && *number <= most) ||
         refuse_value(at, DARVAZA_INVALID_ARGUMENT, "expected a number in its range");
}

static bool date_parts(PyObject* year, PyObject* month, PyObject* day, spot at,
                       darvaza_date* date) {
  long y = 0, m = 0, d = 0;
  if (!whole_number(year, at, 0, INT16_MAX, &y) || !whole_number(month, at, 0, UINT8_MAX, &m) ||
      !whole_number(day, at, 0, UINT8_MAX, &d)) {
    return false;
  }
  *date = (darvaza_date){(int16_t)y, (uint8_t)m, (uint8_t)d};
  return true;
}

/* PartialDate, datetime.date, or ISO text. */
static bool date_in(PyObject* object, spot at, darvaza_date* date) {
  if (object == classes.unknown_date) return true;
  if (PyTuple_Check(object) && PyTuple_Size(object) == 3) {
    return date_parts(PyTuple_GetItem(object, 0), PyTuple_GetItem(object, 1),
                      PyTuple_GetItem(object, 2), at, date);
  }
  if (PyUnicode_Check(object)) {
    darvaza_text text = {0};
    if (!text_in(object, at, &text)) return false;
    if (text.size == 0) return true;
    return darvaza_date_parse(text.data, text.size, date, NULL) == DARVAZA_OK ||
           refuse_value(at, DARVAZA_INVALID_ARGUMENT,
                        "expected a date such as \"1980\", \"1980-05\" or \"1980-05-17\"");
  }
  PyObject* year = PyObject_GetAttrString(object, "year");
  PyObject* month = PyObject_GetAttrString(object, "month");
  PyObject* day = PyObject_GetAttrString(object, "day");
  bool read = false;
  if (year != NULL && month != NULL && day != NULL) {
    read = date_parts(year, month, day, at, date);
  } else {
    PyErr_Clear();
    refuse_type(at, "PartialDate, datetime.date or str", object);
  }
  Py_XDECREF(year);
  Py_XDECREF(month);
  Py_XDECREF(day);
  return read;
}

/* A tuple of what `object` holds, which the arena keeps: lists may change while the search runs. */
static PyObject* items_in(arena* a, PyObject* object, spot at) {
  if (PyUnicode_Check(object) || PyBytes_Check(object) || PyDict_Check(object)) { /* of a dict the keys would be read */
    refuse_type(at, "a sequence of values", object);
    return NULL;
  }
  PyObject* items = PySequence_Tuple(object);
  if (items == NULL) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      refuse_type(at, "a sequence of values", object);
    }
    return NULL;
  }
  return arena_hold(a, items) ? items : NULL;
}

/* A named tuple of `type` with its parts: of the type, so that nobody's columns are exchanged in
 * silence; with the parts, because tuple.__new__ makes one without. */
static bool is_record(PyObject* object, PyObject* type, Py_ssize_t parts, const char* expected,
                      spot at) {
  const int is = PyObject_IsInstance(object, type);
  if (is < 0) return false;
  return (is == 1 && PyTuple_Size(object) == parts) || refuse_type(at, expected, object);
}

static bool part_text(PyObject* record, Py_ssize_t part, const char* name, spot at,
                      darvaza_text* text) {
  at.part = name;
  return text_in(PyTuple_GetItem(record, part), at, text);
}

static bool part_flag(PyObject* record, Py_ssize_t part, int32_t* flag) {
  const int truth = PyObject_IsTrue(PyTuple_GetItem(record, part));
  *flag = truth > 0;
  return truth >= 0;
}

static bool part_date(PyObject* record, Py_ssize_t part, const char* name, spot at,
                      darvaza_date* date) {
  at.part = name;
  return date_in(PyTuple_GetItem(record, part), at, date);
}

static bool name_in(PyObject* object, spot at, darvaza_name* name) {
  if (PyUnicode_Check(object)) return text_in(object, at, &name->primary);
  return is_record(object, classes.name, 3, "Name or str", at) &&
         part_text(object, 0, "primary", at, &name->primary) &&
         part_text(object, 1, "secondary", at, &name->secondary) &&
         part_flag(object, 2, &name->may_be_truncated);
}

static bool document_parts(PyObject* object, spot at, darvaza_document* document) {
  return is_record(object, classes.document, 6, "Document", at) &&
         part_text(object, 0, "number", at, &document->number) &&
         part_text(object, 1, "type", at, &document->type) &&
         part_text(object, 2, "issuing_state", at, &document->issuing_state) &&
         part_date(object, 3, "expires", at, &document->expires) &&
         part_date(object, 4, "issued", at, &document->issued) &&
         part_text(object, 5, "issued_at", at, &document->issued_at);
}

static bool flight_in(PyObject* object, spot at, darvaza_flight* flight) {
  return is_record(object, classes.flight, 8, "Flight", at) &&
         part_text(object, 0, "flight", at, &flight->flight) &&
         part_text(object, 1, "from_", at, &flight->from) &&
         part_text(object, 2, "to", at, &flight->to) &&
         part_text(object, 3, "departs", at, &flight->departs) &&
         part_text(object, 4, "arrives", at, &flight->arrives) &&
         part_text(object, 5, "operated_by", at, &flight->operated_by) &&
         part_text(object, 6, "seat", at, &flight->seat) && part_flag(object, 7, &flight->reported);
}

static bool address_in(PyObject* object, spot at, darvaza_address* address) {
  return is_record(object, classes.address, 3, "Address", at) &&
         part_text(object, 0, "type", at, &address->type) &&
         part_text(object, 1, "state", at, &address->state) &&
         part_text(object, 2, "text", at, &address->text);
}

static bool problem_in(PyObject* object, spot at, darvaza_problem* problem) {
  return is_record(object, classes.problem, 2, "Problem", at) &&
         part_text(object, 0, "where", at, &problem->where) &&
         part_text(object, 1, "text", at, &problem->text);
}

/* A list of structs: an array of pointers to elements that stand one after the other. */
#define STRUCTS_IN(type, read, read_all)                                                  \
  static bool read_all(arena* a, PyObject* object, spot at, const type* const** pointers, \
                       size_t* count) {                                                   \
    PyObject* items = items_in(a, object, at);                                            \
    if (items == NULL) return false;                                                      \
    const Py_ssize_t n = PyTuple_Size(items);                                             \
    if (n == 0) return true;                                                              \
    type* elements = arena_array(a, (size_t)n, sizeof(type));                             \
    const type** array = arena_array(a, (size_t)n, sizeof(type*));                        \
    if (elements == NULL || array == NULL) return false;                                  \
    for (Py_ssize_t i = 0; i < n; ++i) {                                                  \
      at.index = i;                                                                       \
      elements[i].struct_size = sizeof(type);                                             \
      array[i] = &elements[i];                                                            \
      if (!read(PyTuple_GetItem(items, i), at, &elements[i])) return false;               \
    }                                                                                     \
    *pointers = array;                                                                    \
    *count = (size_t)n;                                                                   \
    return true;                                                                          \
  }

STRUCTS_IN(darvaza_name, name_in, names_in)
STRUCTS_IN(darvaza_document, document_parts, documents_in)
STRUCTS_IN(darvaza_flight, flight_in, flights_in)
STRUCTS_IN(darvaza_address, address_in, addresses_in)
STRUCTS_IN(darvaza_problem, problem_in, problems_in)

static bool texts_in(arena* a, PyObject* object, spot at, const darvaza_text** texts,
                     size_t* count) {
  PyObject* items = items_in(a, object, at);
  if (items == NULL) return false;
  const Py_ssize_t n = PyTuple_Size(items);
  if (n == 0) return true;
  darvaza_text* array = arena_array(a, (size_t)n, sizeof *array);
  if (array == NULL) return false;
  for (Py_ssize_t i = 0; i < n; ++i) {
    at.index = i;
    if (!text_in(PyTuple_GetItem(items, i), at, &array[i])) return false;
  }
  *texts = array;
  *count = (size_t)n;
  return true;
}

/* An attribute of a traveller, which the arena keeps; NULL with an exception set. */
static PyObject* attribute_of(arena* a, PyObject* traveller, PyObject* name) {
  PyObject* value = PyObject_GetAttr(traveller, name);
  return value != NULL && arena_hold(a, value) ? value : NULL;
}

static bool attribute_text(arena* a, PyObject* traveller, PyObject* name, spot at,
                           darvaza_text* text) {
  PyObject* value = attribute_of(a, traveller, name);
  return value != NULL && text_in(value, at, text);
}

bool document_in(arena* a, PyObject* object, place where, darvaza_document* document) {
  document->struct_size = sizeof *document;
  Py_INCREF(object);
  return arena_hold(a, object) && document_parts(object, (spot){where, NULL, -1, NULL}, document);
}

static bool searched_facts_in(arena* a, PyObject* object, place where, darvaza_traveller* t) {
  PyObject* value;
  if (!attribute_text(a, object, attribute.id, (spot){where, "id", -1, NULL}, &t->id)) return false;
  value = attribute_of(a, object, attribute.names);
  if (value == NULL ||
      !names_in(a, value, (spot){where, "names", -1, NULL}, &t->names, &t->names_count))
    return false;
  if (!attribute_text(a, object, attribute.father_name, (spot){where, "father_name", -1, NULL},
                      &t->father_name))
    return false;
  value = attribute_of(a, object, attribute.birth_date);
  if (value == NULL || !date_in(value, (spot){where, "birth_date", -1, NULL}, &t->birth_date))
    return false;
  value = attribute_of(a, object, attribute.birth_date_doubtful);
  if (value == NULL) return false;
  const int doubtful = PyObject_IsTrue(value);
  if (doubtful < 0) return false;
  t->birth_date_doubtful = doubtful;
  value = attribute_of(a, object, attribute.sex);
  if (value == NULL || !word_in(&classes.sex, value, (spot){where, "sex", -1, NULL}, &t->sex))
    return false;
  value = attribute_of(a, object, attribute.nationalities);
  if (value == NULL || !texts_in(a, value, (spot){where, "nationalities", -1, NULL},
                                 &t->nationalities, &t->nationalities_count)) {
    return false;
  }
  if (!attribute_text(a, object, attribute.birth_place, (spot){where, "birth_place", -1, NULL},
                      &t->birth_place))
    return false;
  value = attribute_of(a, object, attribute.documents);
  return value != NULL && documents_in(a, value, (spot){where, "documents", -1, NULL},
                                       &t->documents, &t->documents_count);
}

static bool repeated_facts_in(arena* a, PyObject* object, place where, darvaza_traveller* t) {
  PyObject* value = attribute_of(a, object, attribute.role);
  if (value == NULL || !word_in(&classes.role, value, (spot){where, "role", -1, NULL}, &t->role))
    return false;
  value = attribute_of(a, object, attribute.flights);
  if (value == NULL ||
      !flights_in(a, value, (spot){where, "flights", -1, NULL}, &t->flights, &t->flights_count))
    return false;
  if (!attribute_text(a, object, attribute.locator, (spot){where, "locator", -1, NULL},
                      &t->locator))
    return false;
  value = attribute_of(a, object, attribute.related_locators);
  if (value == NULL || !texts_in(a, value, (spot){where, "related_locators", -1, NULL},
                                 &t->related_locators, &t->related_locators_count)) {
    return false;
  }
  if (!attribute_text(a, object, attribute.reference, (spot){where, "reference", -1, NULL},
                      &t->reference))
    return false;
  value = attribute_of(a, object, attribute.addresses);
  if (value == NULL || !addresses_in(a, value, (spot){where, "addresses", -1, NULL}, &t->addresses,
                                     &t->addresses_count)) {
    return false;
  }
  value = attribute_of(a, object, attribute.problems);
  if (value == NULL || !problems_in(a, value, (spot){where, "problems", -1, NULL}, &t->problems,
                                    &t->problems_count)) {
    return false;
  }
  value = attribute_of(a, object, attribute.bags);
  long bags = 0;
  if (value == NULL || !whole_number(value, (spot){where, "bags", -1, NULL}, 0, UINT16_MAX, &bags))
    return false;
  t->bags = (uint32_t)bags;
  return true;
}

static bool is_traveller(PyObject* object, spot at) {
  const int is = PyObject_IsInstance(object, classes.traveller);
  if (is < 0) return false;
  return is == 1 || refuse_type(at, "Traveller", object);
}

bool traveller_in(arena* a, PyObject* object, place where, darvaza_traveller* traveller) {
  traveller->struct_size = sizeof *traveller;
  return load_attributes() && is_traveller(object, (spot){where, NULL, -1, NULL}) &&
         searched_facts_in(a, object, where, traveller) &&
         repeated_facts_in(a, object, where, traveller);
}

bool text_alone_in(PyObject* object, const char* argument, darvaza_text* text) {
  return text_in(object, (spot){{argument, -1}, NULL, -1, NULL}, text);
}

bool text_argument_in(arena* a, PyObject* object, const char* argument, darvaza_text* text) {
  Py_INCREF(object);
  return arena_hold(a, object) && text_alone_in(object, argument, text);
}

bool date_argument_in(PyObject* object, const char* argument, darvaza_date* date) {
  return date_in(object, (spot){{argument, -1}, NULL, -1, NULL}, date);
}

bool travellers_in(arena* a, PyObject* iterable, const darvaza_traveller* const** travellers,
                   size_t* count) {
  PyObject* items = items_in(a, iterable, (spot){{"travellers", -1}, NULL, -1, NULL});
  if (items == NULL) return false;
  const Py_ssize_t n = PyTuple_Size(items);
  darvaza_traveller* elements = arena_array(a, (size_t)n, sizeof *elements);
  const darvaza_traveller** array = arena_array(a, (size_t)n, sizeof *array);
  if (elements == NULL || array == NULL) return false;
  for (Py_ssize_t i = 0; i < n; ++i) {
    array[i] = &elements[i];
    if (!traveller_in(a, PyTuple_GetItem(items, i), (place){"travellers", i}, &elements[i]))
      return false;
  }
  *travellers = array;
  *count = (size_t)n;
  return true;
}
