/* What the C library answers, as org.darvaza.FlatRecords reads it. */
#ifndef DARVAZA_JAVA_RECORDS_OUT_H
#define DARVAZA_JAVA_RECORDS_OUT_H

#include "flat_writer.h"

void write_results(flat_writer* to, const darvaza_result* const* results, size_t count);
void write_travellers(flat_writer* to, const darvaza_traveller* const* travellers, size_t count);
void write_description(flat_writer* to, const darvaza_description_fields* description);
void write_summary(flat_writer* to, const darvaza_manifest_summary* summary);
void write_comparison(flat_writer* to, const darvaza_comparison_fields* comparison,
                      darvaza_text json);
void write_mrz(flat_writer* to, const darvaza_mrz_fields* zone, const darvaza_traveller* traveller,
               darvaza_text json);

#endif
