#include "records_out.h"

#include "classes.h"

PyObject* record_of(PyObject* type, PyObject** arguments, Py_ssize_t count) {
  PyObject* tuple = PyTuple_New(count);
  bool whole = tuple != NULL;
  for (Py_ssize_t i = 0; i < count; ++i) {
    whole = whole && arguments[i] != NULL;
    if (tuple == NULL) {
      Py_XDECREF(arguments[i]);
    } else {
      PyTuple_SetItem(tuple, i, arguments[i]);
    }
  }
  PyObject* record = whole ? PyObject_CallObject(type, tuple) : NULL;
  Py_XDECREF(tuple);
  return record;
}

PyObject* text_out(darvaza_text text) {
  return PyUnicode_FromStringAndSize(text.data, (Py_ssize_t)text.size);
}

PyObject* string_out(darvaza_string* string) {
  darvaza_text text = {"", 0};
  darvaza_string_data(string, &text);
  PyObject* object = text_out(text);
  darvaza_string_free(string);
  return object;
}

PyObject* date_out(darvaza_date date) {
  if (date.year == 0) {
    Py_INCREF(classes.unknown_date);
    return classes.unknown_date;
  }
  return RECORD(classes.date, PyLong_FromLong(date.year), PyLong_FromLong(date.month),
                PyLong_FromLong(date.day));
}

PyObject* name_out(const darvaza_name* name) {
  return RECORD(classes.name, text_out(name->primary), text_out(name->secondary),
                PyBool_FromLong(name->may_be_truncated));
}

static PyObject* problem_out(const darvaza_problem* problem) {
  return RECORD(classes.problem, text_out(problem->where), text_out(problem->text));
}

static PyObject* flight_out(const darvaza_flight* flight) {
  return RECORD(classes.flight, text_out(flight->flight), text_out(flight->from),
                text_out(flight->to), text_out(flight->departs), text_out(flight->arrives),
                text_out(flight->operated_by), text_out(flight->seat),
                PyBool_FromLong(flight->reported));
}

static PyObject* reason_out(const darvaza_evidence* evidence) {
  return RECORD(classes.evidence, member_of(&classes.evidence_kind, evidence->kind),
                PyLong_FromLong(evidence->weight_mn), text_out(evidence->text));
}

static PyObject* none_out(void) {
  Py_INCREF(Py_None);
  return Py_None;
}

static PyObject* terms_out(const darvaza_entry_terms* terms) {
  if (terms == NULL) return none_out();
  return RECORD(classes.entry_terms, text_out(terms->owner), text_out(terms->focal_point),
                text_out(terms->legal_basis), member_of(&classes.alert_category, terms->category),
                member_of(&classes.instruction, terms->instruction),
                member_of(&classes.line, terms->visible_from),
                terms->releasable_to_all
                    ? none_out()
                    : texts_out(terms->releasable_to, terms->releasable_to_count),
                date_out(terms->valid_from), date_out(terms->valid_until), date_out(terms->review),
                text_out(terms->source_reference));
}

static PyObject* candidate_out(const darvaza_candidate* candidate) {
  return RECORD(
      classes.candidate, text_out(candidate->list), text_out(candidate->id),
      PyLong_FromLong(candidate->score_bp), PyLong_FromLong(candidate->weight_mn),
      text_out(candidate->name), evidence_out(candidate->evidence, candidate->evidence_count),
      text_out(candidate->handling), text_out(candidate->category), terms_out(candidate->terms));
}

static PyObject* document_hit_out(const darvaza_document_hit* hit) {
  return RECORD(classes.document_hit, text_out(hit->list), text_out(hit->number),
                text_out(hit->type), text_out(hit->issuer),
                member_of(&classes.document_status, hit->status),
                member_of(&classes.document_match, hit->match), PyLong_FromLong(hit->difference_mn),
                member_of(&classes.number_format, hit->format), date_out(hit->lost),
                date_out(hit->reported), date_out(hit->review), text_out(hit->reporting_state),
                text_out(hit->reference), text_out(hit->handling), terms_out(hit->terms));
}

static PyObject* document_out(const darvaza_document* document) {
  return RECORD(classes.document, text_out(document->number), text_out(document->type),
                text_out(document->issuing_state), date_out(document->expires),
                date_out(document->issued), text_out(document->issued_at));
}

static PyObject* address_out(const darvaza_address* address) {
  return RECORD(classes.address, text_out(address->type), text_out(address->state),
                text_out(address->text));
}

PyObject* problems_out(const darvaza_problem* const* problems, size_t count) {
  TUPLE_OUT(problems[i], problem_out);
}
PyObject* flights_out(const darvaza_flight* const* flights, size_t count) {
  TUPLE_OUT(flights[i], flight_out);
}
PyObject* evidence_out(const darvaza_evidence* const* evidence, size_t count) {
  TUPLE_OUT(evidence[i], reason_out);
}
PyObject* candidates_out(const darvaza_candidate* const* candidates, size_t count) {
  TUPLE_OUT(candidates[i], candidate_out);
}
PyObject* document_hits_out(const darvaza_document_hit* const* hits, size_t count) {
  TUPLE_OUT(hits[i], document_hit_out);
}
PyObject* texts_out(const darvaza_text* texts, size_t count) { TUPLE_OUT(texts[i], text_out); }

static PyObject* names_out(const darvaza_name* const* names, size_t count) {
  TUPLE_OUT(names[i], name_out);
}
static PyObject* documents_out(const darvaza_document* const* documents, size_t count) {
  TUPLE_OUT(documents[i], document_out);
}
static PyObject* addresses_out(const darvaza_address* const* addresses, size_t count) {
  TUPLE_OUT(addresses[i], address_out);
}

PyObject* traveller_out(const darvaza_traveller* t) {
  return RECORD(classes.traveller, text_out(t->id), names_out(t->names, t->names_count),
                text_out(t->father_name), date_out(t->birth_date),
                PyBool_FromLong(t->birth_date_doubtful), member_of(&classes.sex, t->sex),
                texts_out(t->nationalities, t->nationalities_count), text_out(t->birth_place),
                documents_out(t->documents, t->documents_count), member_of(&classes.role, t->role),
                text_out(t->locator), texts_out(t->related_locators, t->related_locators_count),
                text_out(t->reference), flights_out(t->flights, t->flights_count),
                addresses_out(t->addresses, t->addresses_count), PyLong_FromUnsignedLong(t->bags),
                problems_out(t->problems, t->problems_count));
}
