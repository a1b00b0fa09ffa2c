#include "zones.h"

#include "classes.h"
#include "failure.h"
#include "options.h"
#include "records_out.h"
#include "travellers_in.h"

static PyObject* check_out(const darvaza_mrz_check* check) {
  return RECORD(classes.mrz_check, text_out(check->field),
                PyUnicode_FromStringAndSize(&check->expected, 1),
                PyUnicode_FromStringAndSize(&check->found, 1), PyBool_FromLong(check->holds),
                PyBool_FromLong(check->repaired));
}

static PyObject* repair_out(const darvaza_mrz_repair* repair) {
  return RECORD(classes.mrz_repair, PyLong_FromLong(repair->line),
                PyLong_FromLong(repair->position), text_out(repair->field),
                PyUnicode_FromStringAndSize(&repair->found, 1),
                PyUnicode_FromStringAndSize(&repair->taken, 1));
}

static PyObject* checks_out(const darvaza_mrz_check* const* checks, size_t count) {
  TUPLE_OUT(checks[i], check_out);
}
static PyObject* repairs_out(const darvaza_mrz_repair* const* repairs, size_t count) {
  TUPLE_OUT(repairs[i], repair_out);
}

static PyObject* mrz_out(const darvaza_mrz* mrz) {
  const darvaza_mrz_fields* z = NULL;
  const darvaza_traveller* traveller = NULL;
  darvaza_string* json = NULL;
  darvaza_error* error = NULL;
  darvaza_status status = darvaza_mrz_data(mrz, &z);
  if (status == DARVAZA_OK) status = darvaza_mrz_traveller(mrz, &traveller);
  if (status == DARVAZA_OK) status = darvaza_mrz_json(mrz, &json, &error);
  if (status != DARVAZA_OK) return raise_failure(status, error);
  return RECORD(
      classes.mrz, member_of(&classes.mrz_format, z->format), PyBool_FromLong(z->checks_hold),
      text_out(z->document_code), text_out(z->issuing_state), text_out(z->document_number),
      text_out(z->printed_number), text_out(z->nationality), date_out(z->birth_date),
      date_out(z->expires), member_of(&classes.sex, z->sex),
      member_of(&classes.sex, z->personal_sex), text_out(z->optional_data),
      text_out(z->personal_number), date_out(z->personal_birth_date), text_out(z->employer),
      name_out(z->name), name_out(z->arabic_name), checks_out(z->checks, z->checks_count),
      repairs_out(z->repairs, z->repairs_count), problems_out(z->problems, z->problems_count),
      traveller_out(traveller), string_out(json));
}

/* Text, or bytes as a reader delivers them. */
static bool lines_in(PyObject* given, darvaza_text* lines) {
  if (!PyBytes_Check(given)) return text_alone_in(given, "lines", lines);
  lines->data = PyBytes_AsString(given);
  lines->size = (size_t)PyBytes_Size(given);
  return true;
}

PyObject* parse_mrz(PyObject* module, PyObject* arguments, PyObject* keywords) {
  (void)module;
  PyObject* given = NULL;
  darvaza_text lines = {0};
  darvaza_mrz_options options;
  if (!PyArg_ParseTuple(arguments, "O", &given) || !lines_in(given, &lines) ||
      !mrz_options_in(keywords, &options))
    return NULL;
  darvaza_mrz* mrz = NULL;
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_mrz_parse(lines.data, lines.size, &options, &mrz, &error);
  if (status != DARVAZA_OK) return raise_failure(status, error);
  PyObject* zone = mrz_out(mrz);
  darvaza_mrz_free(mrz);
  return zone;
}
