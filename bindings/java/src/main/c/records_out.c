#include "records_out.h"

/* A list: how many, then each. */
#define WRITE_LIST(to, items, write)                                                \
  do {                                                                              \
    write_count((to), items##_count);                                               \
    for (size_t item = 0; item < items##_count; ++item) write((to), (items)[item]); \
  } while (0)

static void write_problem(flat_writer* to, const darvaza_problem* problem) {
  write_text(to, problem->where);
  write_text(to, problem->text);
}

static void write_flight(flat_writer* to, const darvaza_flight* flight) {
  write_text(to, flight->flight);
  write_text(to, flight->from);
  write_text(to, flight->to);
  write_text(to, flight->departs);
  write_text(to, flight->arrives);
  write_text(to, flight->operated_by);
  write_text(to, flight->seat);
  write_number(to, flight->reported);
}

static void write_reason(flat_writer* to, const darvaza_evidence* evidence) {
  write_number(to, evidence->kind);
  write_number(to, evidence->weight_mn);
  write_text(to, evidence->text);
}

/* Whether there are any, then what they say. */
static void write_terms(flat_writer* to, const darvaza_entry_terms* terms) {
  write_number(to, terms != NULL);
  if (terms == NULL) return;
  write_text(to, terms->owner);
  write_text(to, terms->focal_point);
  write_text(to, terms->legal_basis);
  write_number(to, terms->category);
  write_number(to, terms->instruction);
  write_number(to, terms->visible_from);
  write_number(to, terms->releasable_to_all);
  WRITE_LIST(to, terms->releasable_to, write_text);
  write_date(to, terms->valid_from);
  write_date(to, terms->valid_until);
  write_date(to, terms->review);
  write_text(to, terms->source_reference);
}

static void write_candidate(flat_writer* to, const darvaza_candidate* candidate) {
  write_text(to, candidate->list);
  write_text(to, candidate->id);
  write_number(to, candidate->score_bp);
  write_number(to, candidate->weight_mn);
  write_text(to, candidate->name);
  WRITE_LIST(to, candidate->evidence, write_reason);
  write_text(to, candidate->handling);
  write_text(to, candidate->category);
  write_terms(to, candidate->terms);
}

static void write_document_hit(flat_writer* to, const darvaza_document_hit* hit) {
  write_text(to, hit->list);
  write_text(to, hit->number);
  write_text(to, hit->type);
  write_text(to, hit->issuer);
  write_number(to, hit->status);
  write_number(to, hit->match);
  write_number(to, hit->difference_mn);
  write_number(to, hit->format);
  write_date(to, hit->lost);
  write_date(to, hit->reported);
  write_date(to, hit->review);
  write_text(to, hit->reporting_state);
  write_text(to, hit->reference);
  write_text(to, hit->handling);
  write_terms(to, hit->terms);
}

static void write_result(flat_writer* to, const darvaza_result* result) {
  write_text(to, result->id);
  write_number(to, result->decision);
  write_number(to, result->complete);
  WRITE_LIST(to, result->candidates, write_candidate);
  WRITE_LIST(to, result->documents, write_document_hit);
  WRITE_LIST(to, result->problems, write_problem);
  WRITE_LIST(to, result->flights, write_flight);
}

void write_results(flat_writer* to, const darvaza_result* const* results, size_t results_count) {
  WRITE_LIST(to, results, write_result);
}

static void write_name(flat_writer* to, const darvaza_name* name) {
  write_text(to, name->primary);
  write_text(to, name->secondary);
  write_number(to, name->may_be_truncated);
}

static void write_document(flat_writer* to, const darvaza_document* document) {
  write_text(to, document->number);
  write_text(to, document->type);
  write_text(to, document->issuing_state);
  write_date(to, document->expires);
  write_date(to, document->issued);
  write_text(to, document->issued_at);
}

static void write_address(flat_writer* to, const darvaza_address* address) {
  write_text(to, address->type);
  write_text(to, address->state);
  write_text(to, address->text);
}

static void write_traveller(flat_writer* to, const darvaza_traveller* t) {
  write_text(to, t->id);
  WRITE_LIST(to, t->names, write_name);
  write_text(to, t->father_name);
  write_date(to, t->birth_date);
  write_number(to, t->birth_date_doubtful);
  write_number(to, t->sex);
  WRITE_LIST(to, t->nationalities, write_text);
  write_text(to, t->birth_place);
  WRITE_LIST(to, t->documents, write_document);
  write_number(to, t->role);
  write_text(to, t->locator);
  WRITE_LIST(to, t->related_locators, write_text);
  write_text(to, t->reference);
  WRITE_LIST(to, t->flights, write_flight);
  WRITE_LIST(to, t->addresses, write_address);
  write_number(to, (int32_t)t->bags);
  WRITE_LIST(to, t->problems, write_problem);
}

void write_travellers(flat_writer* to, const darvaza_traveller* const* travellers,
                      size_t travellers_count) {
  WRITE_LIST(to, travellers, write_traveller);
}

void write_description(flat_writer* to, const darvaza_description_fields* description) {
  write_long(to, description->format_version);
  write_long(to, description->bytes);
  write_long(to, description->entries);
  write_long(to, description->names);
  write_long(to, description->tokens);
  write_long(to, description->lost_documents);
  write_long(to, description->person_documents);
  write_text(to, description->digest);
  write_text(to, description->tables_fingerprint);
  WRITE_LIST(to, description->sources, write_text);
}

void write_summary(flat_writer* to, const darvaza_manifest_summary* summary) {
  write_number(to, summary->format);
  write_number(to, summary->complete);
  write_long(to, summary->travellers);
  WRITE_LIST(to, summary->problems, write_problem);
}

void write_comparison(flat_writer* to, const darvaza_comparison_fields* comparison,
                      darvaza_text json) {
  write_number(to, comparison->score_bp);
  write_number(to, comparison->weight_mn);
  WRITE_LIST(to, comparison->evidence, write_reason);
  write_text(to, json);
}

static void write_check(flat_writer* to, const darvaza_mrz_check* check) {
  write_text(to, check->field);
  write_number(to, (unsigned char)check->expected);
  write_number(to, (unsigned char)check->found);
  write_number(to, check->holds);
  write_number(to, check->repaired);
}

static void write_repair(flat_writer* to, const darvaza_mrz_repair* repair) {
  write_number(to, repair->line);
  write_number(to, repair->position);
  write_text(to, repair->field);
  write_number(to, (unsigned char)repair->found);
  write_number(to, (unsigned char)repair->taken);
}

void write_mrz(flat_writer* to, const darvaza_mrz_fields* zone, const darvaza_traveller* traveller,
               darvaza_text json) {
  write_number(to, zone->format);
  write_number(to, zone->checks_hold);
  write_text(to, zone->document_code);
  write_text(to, zone->issuing_state);
  write_text(to, zone->document_number);
  write_text(to, zone->printed_number);
  write_text(to, zone->nationality);
  write_date(to, zone->birth_date);
  write_date(to, zone->expires);
  write_number(to, zone->sex);
  write_number(to, zone->personal_sex);
  write_text(to, zone->optional_data);
  write_text(to, zone->personal_number);
  write_date(to, zone->personal_birth_date);
  write_text(to, zone->employer);
  write_name(to, zone->name);
  write_name(to, zone->arabic_name);
  WRITE_LIST(to, zone->checks, write_check);
  WRITE_LIST(to, zone->repairs, write_repair);
  WRITE_LIST(to, zone->problems, write_problem);
  write_traveller(to, traveller);
  write_text(to, json);
}
