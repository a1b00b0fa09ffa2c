/* Every call of darvaza.h, used as meant. usage: calls_test INDEX OTHER_INDEX SAMPLES */
#include "check.h"

static darvaza_screener* screener;
static const char* samples;

static const darvaza_name nader = {sizeof(darvaza_name), TEXT("Дарьягозар"), TEXT("Надер"), 0, 0};

static void versions_are_those_of_the_header(void) {
  CHECK(darvaza_abi_version() == DARVAZA_ABI_VERSION);
  CHECK(strcmp(darvaza_version(), EXPECTED_VERSION) == 0);
}

static void a_listed_person_is_a_hit_with_reasons_that_add_up(void) {
  const darvaza_name* names[] = {&nader};
  darvaza_traveller traveller = traveller_named(names);
  traveller.id.data = "t17";
  traveller.id.size = 3;
  traveller.birth_date.year = 1971;
  traveller.birth_date.month = 3;
  traveller.birth_date.day = 2;
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  NEED(darvaza_screen(screener, &traveller, NULL, &results, &error) == DARVAZA_OK);
  CHECK(error == NULL);
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK && count == 1);
  const darvaza_result* answer = answers[0];
  CHECK(answer->struct_size == sizeof *answer);
  CHECK(text_is(answer->id, "t17"));
  CHECK(answer->decision == DARVAZA_HIT);
  CHECK(answer->complete == 1);
  CHECK(answer->documents_count == 0);
  CHECK(answer->problems_count == 0);
  NEED(answer->candidates_count >= 1);
  const darvaza_candidate* best = answer->candidates[0];
  CHECK(text_is(best->list, "un-sc"));
  CHECK(text_is(best->id, "QDi.901"));
  CHECK(text_is(best->name, "NADER DARYAGOZAR"));
  CHECK(best->score_bp > 9900 && best->score_bp <= 10000);
  CHECK(best->handling.size > 0);
  CHECK(best->terms == NULL); /* its list states none */
  int32_t sum = 0;
  for (size_t i = 0; i < best->evidence_count; ++i) sum += best->evidence[i]->weight_mn;
  CHECK(best->evidence_count == 3);
  CHECK(best->evidence[0]->kind == DARVAZA_EVIDENCE_PRIOR);
  CHECK(best->evidence[1]->kind == DARVAZA_EVIDENCE_NAME);
  CHECK(text_has(best->evidence[1]->text, "daryagozar"));
  CHECK(sum == best->weight_mn);
  darvaza_results_free(results);
}

static void a_stranger_is_clear_and_who_has_no_name_is_incomplete(void) {
  const darvaza_name stranger = {sizeof stranger, TEXT("Quixelbury"), TEXT("Ottoline"), 0, 0};
  const darvaza_name* names[] = {&stranger};
  darvaza_traveller known = traveller_named(names);
  darvaza_traveller unknown = traveller_named(names);
  unknown.names_count = 0;
  const darvaza_traveller* travellers[] = {&known, &unknown};
  darvaza_results* results = NULL;
  NEED(darvaza_screen_batch(screener, travellers, 2, NULL, &results, NULL) == DARVAZA_OK);
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK && count == 2);
  CHECK(answers[0]->decision == DARVAZA_CLEAR);
  CHECK(answers[1]->decision == DARVAZA_INCOMPLETE);
  CHECK(answers[1]->complete == 0);
  NEED(answers[1]->problems_count == 1);
  CHECK(text_is(answers[1]->problems[0]->where, "name"));
  darvaza_results_free(results);
  NEED(darvaza_screen_batch(screener, NULL, 0, NULL, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK && count == 0);
  darvaza_results_free(results);
}

static void a_state_that_nobody_knows_is_a_problem_of_the_answer(void) {
  const darvaza_name* names[] = {&nader};
  darvaza_traveller traveller = traveller_named(names);
  const darvaza_text states[] = {TEXT("Islamic Republic of Iran"), TEXT("Nowhere Land")};
  traveller.nationalities = states;
  traveller.nationalities_count = 2;
  darvaza_results* results = NULL;
  NEED(darvaza_screen(screener, &traveller, NULL, &results, NULL) == DARVAZA_OK);
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  NEED(answers[0]->problems_count == 1);
  CHECK(text_is(answers[0]->problems[0]->where, "nationality"));
  CHECK(answers[0]->decision == DARVAZA_HIT);
  darvaza_results_free(results);
}

static void options_cut_what_is_shown_and_a_limit_in_time_makes_it_incomplete(void) {
  const darvaza_name* names[] = {&nader};
  const darvaza_traveller traveller = traveller_named(names);
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  NEED(darvaza_screening_options_init(&options) == DARVAZA_OK);
  CHECK(options.top == 10 && options.min_score_bp == 5000 && options.time_limit_us == 0);
  options.min_score_bp = 10000; /* nobody is as sure as that; the decision stays */
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_screen(screener, &traveller, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  CHECK(answers[0]->candidates_count == 0 && answers[0]->decision == DARVAZA_HIT);
  CHECK(answers[0]->problems_count == 1 && text_is(answers[0]->problems[0]->where, "options"));
  darvaza_results_free(results);
  options.min_score_bp = 0;
  options.top = 1;
  NEED(darvaza_screen(screener, &traveller, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  CHECK(answers[0]->candidates_count == 1);
  darvaza_results_free(results);
  options.time_limit_us = 1; /* over before the search begins */
  NEED(darvaza_screen(screener, &traveller, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  CHECK(answers[0]->decision == DARVAZA_INCOMPLETE);
  darvaza_results_free(results);
  options.time_limit_us = UINT64_MAX;
  NEED(darvaza_screen(screener, &traveller, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  CHECK(answers[0]->decision == DARVAZA_HIT);
  darvaza_results_free(results);
}

static void a_lost_document_is_told_without_its_holder(void) {
  darvaza_document document;
  memset(&document, 0, sizeof document);
  document.struct_size = sizeof document;
  document.number.data = "C90000120";
  document.number.size = 9;
  document.issuing_state.data = "Tajikistan";
  document.issuing_state.size = 10;
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_check_document(screener, &document, NULL, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK && count == 1);
  CHECK(answers[0]->decision == DARVAZA_INCOMPLETE);
  NEED(answers[0]->documents_count == 1);
  const darvaza_document_hit* hit = answers[0]->documents[0];
  CHECK(text_is(hit->number, "C90000100 to C90000149"));
  CHECK(text_is(hit->issuer, "TJK"));
  CHECK(hit->match == DARVAZA_MATCH_RANGE);
  CHECK(hit->status == DARVAZA_DOCUMENT_STOLEN_BLANK);
  CHECK(hit->reported.year == 2024 && hit->reported.month == 12 && hit->reported.day == 2);
  darvaza_results_free(results);
  /* Without a number nothing was looked up, and that is said of the document. */
  document.number.size = 0;
  NEED(darvaza_check_document(screener, &document, NULL, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK && count == 1);
  NEED(answers[0]->problems_count > 0);
  CHECK(text_is(answers[0]->problems[0]->where, "document"));
  darvaza_results_free(results);
}

static void json_is_one_line_an_answer(void) {
  const darvaza_name* names[] = {&nader};
  const darvaza_traveller traveller = traveller_named(names);
  const darvaza_traveller* travellers[] = {&traveller, &traveller, &traveller};
  darvaza_results* results = NULL;
  darvaza_string *two = NULL, *none = NULL;
  darvaza_text text = {NULL, 0};
  NEED(darvaza_screen_batch(screener, travellers, 3, NULL, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_json(results, 1, 2, &two, NULL) == DARVAZA_OK);
  NEED(darvaza_string_data(two, &text) == DARVAZA_OK);
  const char* end = strchr(text.data, '\n');
  NEED(end != NULL);
  const size_t line = (size_t)(end - text.data) + 1;
  CHECK(text.size == 2 * line);
  CHECK(memcmp(text.data, text.data + line, line) == 0);
  CHECK(text_has(text, "{\"id\": \"\", \"decision\": \"hit\""));
  NEED(darvaza_results_json(results, 3, 0, &none, NULL) == DARVAZA_OK);
  NEED(darvaza_string_data(none, &text) == DARVAZA_OK);
  CHECK(text_is(text, ""));
  darvaza_string_free(two);
  darvaza_string_free(none);
  darvaza_results_free(results);
}

static void a_manifest_gives_its_travellers_and_then_its_summary(void) {
  char path[4096];
  snprintf(path, sizeof path, "%s/manifests/flight-dz202.edi", samples);
  darvaza_manifest* manifest = NULL;
  NEED(darvaza_manifest_open(path, strlen(path), NULL, &manifest, NULL) == DARVAZA_OK);
  const darvaza_manifest_summary* summary = NULL;
  CHECK(darvaza_manifest_summary_data(manifest, &summary) == DARVAZA_INVALID_ARGUMENT);
  size_t sizes[4] = {0, 0, 0, 0};
  for (int i = 0; i < 4; ++i) {
    darvaza_travellers* travellers = NULL;
    const darvaza_traveller* const* data = NULL;
    NEED(darvaza_manifest_next(manifest, 2, &travellers, NULL) == DARVAZA_OK);
    NEED(darvaza_travellers_data(travellers, &data, &sizes[i]) == DARVAZA_OK);
    if (i == 0) {
      NEED(sizes[0] == 2);
      CHECK(text_is(data[0]->id, "1"));
      NEED(data[0]->names_count == 1 && data[0]->flights_count == 1);
      CHECK(text_is(data[0]->names[0]->primary, "RUEZGARTEPE"));
      CHECK(text_is(data[0]->flights[0]->flight, "DZ0202"));
      CHECK(data[0]->birth_date.year == 1969);
      darvaza_results* results = NULL;
      const darvaza_result* const* answers = NULL;
      NEED(darvaza_screen_batch(screener, data, sizes[0], NULL, &results, NULL) == DARVAZA_OK);
      NEED(darvaza_results_data(results, &answers, &sizes[0]) == DARVAZA_OK);
      CHECK(answers[0]->decision == DARVAZA_HIT);
      CHECK(answers[0]->flights_count == 1);
      darvaza_results_free(results);
    }
    darvaza_travellers_free(travellers);
  }
  CHECK(sizes[1] == 2 && sizes[2] == 1 && sizes[3] == 0); /* five on board */
  NEED(darvaza_manifest_summary_data(manifest, &summary) == DARVAZA_OK);
  CHECK(summary->format == DARVAZA_MANIFEST_PAXLST);
  CHECK(summary->travellers == 5);
  CHECK(summary->complete == 1);
  darvaza_manifest_free(manifest);
}

static void a_manifest_in_memory_may_be_left_before_its_end(void) {
  static char rows[200000];
  size_t size = (size_t)snprintf(rows, sizeof rows, "name\n");
  while (size + 20 < sizeof rows) size += (size_t)snprintf(rows + size, 20, "Ottoline Quixel\n");
  darvaza_manifest* manifest = NULL;
  darvaza_travellers* travellers = NULL;
  NEED(darvaza_manifest_open_bytes(rows, size, "rows", 4, NULL, &manifest, NULL) == DARVAZA_OK);
  NEED(darvaza_manifest_next(manifest, 1, &travellers, NULL) == DARVAZA_OK);
  darvaza_travellers_free(travellers);
  darvaza_manifest_free(manifest);
}

static void a_manifest_that_breaks_off_is_not_complete(void) {
  const char rows[] = "name\nOttoline Quixelbury\n\"Barnaby";
  darvaza_manifest* manifest = NULL;
  darvaza_travellers* travellers = NULL;
  const darvaza_manifest_summary* summary = NULL;
  const darvaza_traveller* const* data = NULL;
  size_t count = 0;
  NEED(darvaza_manifest_open_bytes(rows, sizeof rows - 1, "rows", 4, NULL, &manifest, NULL) ==
       DARVAZA_OK);
  NEED(darvaza_manifest_next(manifest, 10, &travellers, NULL) == DARVAZA_OK);
  NEED(darvaza_travellers_data(travellers, &data, &count) == DARVAZA_OK);
  NEED(count == 1);
  CHECK(text_is(data[0]->names[0]->primary, "Ottoline Quixelbury"));
  darvaza_travellers_free(travellers);
  NEED(darvaza_manifest_next(manifest, 10, &travellers, NULL) == DARVAZA_OK);
  darvaza_travellers_free(travellers);
  NEED(darvaza_manifest_summary_data(manifest, &summary) == DARVAZA_OK);
  CHECK(summary->format == DARVAZA_MANIFEST_CSV);
  CHECK(summary->complete == 0);
  NEED(summary->problems_count == 1);
  CHECK(text_is(summary->problems[0]->where, "line 3"));
  darvaza_manifest_free(manifest);
}

/* With each call again; what is refused has no summary. */
static void expect_refused(darvaza_manifest* manifest, darvaza_status status, const char* file) {
  for (int again = 0; again < 2; ++again) {
    darvaza_travellers* travellers = NULL;
    darvaza_error* error = NULL;
    CHECK(darvaza_manifest_next(manifest, 10, &travellers, &error) == status);
    CHECK(travellers == NULL);
    NEED(error != NULL);
    CHECK(text_is(darvaza_error_data(error)->file, file));
    darvaza_error_free(error);
  }
  const darvaza_manifest_summary* summary = NULL;
  CHECK(darvaza_manifest_summary_data(manifest, &summary) == DARVAZA_INVALID_ARGUMENT);
  darvaza_manifest_free(manifest);
}

static void what_is_no_manifest_is_refused(void) {
  darvaza_manifest* manifest = NULL;
  NEED(darvaza_manifest_open_bytes("", 0, "rows", 4, NULL, &manifest, NULL) == DARVAZA_OK);
  expect_refused(manifest, DARVAZA_INPUT_REFUSED, "rows");
  NEED(darvaza_manifest_open(samples, strlen(samples), NULL, &manifest, NULL) == DARVAZA_OK);
  expect_refused(manifest, DARVAZA_IO, samples); /* a directory */
  CHECK(darvaza_manifest_open("/no/such", 8, NULL, &manifest, NULL) == DARVAZA_INPUT_MISSING);
}

static void a_zone_gives_its_fields_and_its_traveller(void) {
  const char zone[] =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<"
      "10\n";
  darvaza_mrz_options options;
  options.struct_size = sizeof options;
  NEED(darvaza_mrz_options_init(&options) == DARVAZA_OK);
  options.reference_year = 2026;
  darvaza_mrz* mrz = NULL;
  const darvaza_mrz_fields* fields = NULL;
  const darvaza_traveller* traveller = NULL;
  darvaza_string* json = NULL;
  darvaza_text text = {NULL, 0};
  NEED(darvaza_mrz_parse(zone, sizeof zone - 1, &options, &mrz, NULL) == DARVAZA_OK);
  NEED(darvaza_mrz_data(mrz, &fields) == DARVAZA_OK);
  CHECK(fields->format == DARVAZA_MRZ_TD3);
  CHECK(fields->checks_hold == 1);
  CHECK(fields->checks_count == 5);
  CHECK(text_is(fields->document_number, "L898902C3"));
  CHECK(text_is(fields->issuing_state, "UTO"));
  CHECK(text_is(fields->name->primary, "ERIKSSON"));
  CHECK(text_is(fields->name->secondary, "ANNA MARIA"));
  CHECK(fields->arabic_name->primary.size == 0);
  CHECK(fields->birth_date.year == 1974 && fields->birth_date.month == 8);
  CHECK(fields->sex == DARVAZA_SEX_FEMALE);
  NEED(darvaza_mrz_traveller(mrz, &traveller) == DARVAZA_OK);
  NEED(traveller->documents_count >= 1);
  CHECK(text_is(traveller->documents[0]->number, "L898902C3"));
  NEED(darvaza_mrz_json(mrz, &json, NULL) == DARVAZA_OK);
  NEED(darvaza_string_data(json, &text) == DARVAZA_OK);
  CHECK(strncmp(text.data, "{\"format\":\"TD3\"", 15) == 0);
  darvaza_string_free(json);
  darvaza_results* results = NULL;
  CHECK(darvaza_screen(screener, traveller, NULL, &results, NULL) == DARVAZA_OK);
  darvaza_results_free(results);
  darvaza_mrz_free(mrz);
}

static void two_spellings_of_a_name_compare_well(void) {
  const char a[] = "Darvaza Sinamaev", b[] = "دروازه سینامایف";
  darvaza_comparison* comparison = NULL;
  const darvaza_comparison_fields* fields = NULL;
  darvaza_string* json = NULL;
  darvaza_text text = {NULL, 0};
  NEED(darvaza_compare(a, sizeof a - 1, b, sizeof b - 1, &comparison, NULL) == DARVAZA_OK);
  NEED(darvaza_comparison_data(comparison, &fields) == DARVAZA_OK);
  CHECK(fields->score_bp > 9900);
  NEED(fields->evidence_count == 2);
  CHECK(fields->evidence[0]->weight_mn + fields->evidence[1]->weight_mn == fields->weight_mn);
  NEED(darvaza_comparison_json(comparison, &json, NULL) == DARVAZA_OK);
  NEED(darvaza_string_data(json, &text) == DARVAZA_OK);
  CHECK(text_has(text, "{\"score\": 0.99"));
  darvaza_string_free(json);
  darvaza_comparison_free(comparison);
}

static void an_index_says_what_it_holds(void) {
  darvaza_description* description = NULL;
  const darvaza_description_fields* fields = NULL;
  NEED(darvaza_screener_describe(screener, &description, NULL) == DARVAZA_OK);
  NEED(darvaza_description_data(description, &fields) == DARVAZA_OK);
  CHECK(fields->entries == 30);
  CHECK(fields->lost_documents == 6);
  CHECK(fields->digest.size == 32);
  NEED(fields->sources_count == 9);
  CHECK(text_has(fields->sources[0], "lost-documents.csv"));
  darvaza_description_free(description);
}

struct lines {
  int count;
  int errors;
  char last[512];
};

static void keep(void* user, darvaza_log_level level, const char* message, size_t size) {
  struct lines* lines = user;
  ++lines->count;
  lines->errors += level == DARVAZA_LOG_ERROR;
  snprintf(lines->last, sizeof lines->last, "%s", message);
  CHECK(strlen(message) == size);
}

static darvaza_decision decision_about_nader(const darvaza_screener* asked) {
  const darvaza_name* names[] = {&nader};
  const darvaza_traveller traveller = traveller_named(names);
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_screen(asked, &traveller, NULL, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  const darvaza_decision decision = answers[0]->decision;
  darvaza_results_free(results);
  return decision;
}

static void a_swap_changes_the_answers_and_a_refused_one_does_not(const char* index,
                                                                  const char* other) {
  struct lines lines = {0, 0, ""};
  const darvaza_open_options options = {sizeof options, keep, &lines};
  darvaza_screener* live = NULL;
  darvaza_error* error = NULL;
  NEED(darvaza_screener_open(index, strlen(index), &options, &live, NULL) == DARVAZA_OK);
  CHECK(lines.count == 1 && strstr(lines.last, "serves now: 30 entries") != NULL);
  CHECK(decision_about_nader(live) == DARVAZA_HIT);
  NEED(darvaza_screener_swap(live, other, strlen(other), NULL) == DARVAZA_OK);
  CHECK(lines.count == 2 && lines.errors == 0);
  CHECK(decision_about_nader(live) == DARVAZA_CLEAR);
  CHECK(darvaza_screener_swap(live, "/no/such", 8, &error) == DARVAZA_INPUT_MISSING);
  NEED(error != NULL);
  CHECK(darvaza_error_data(error)->code == DARVAZA_INPUT_MISSING);
  CHECK(text_is(darvaza_error_data(error)->file, "/no/such"));
  darvaza_error_free(error);
  CHECK(lines.count == 3 && lines.errors == 1);
  CHECK(decision_about_nader(live) == DARVAZA_CLEAR);
  darvaza_screener_free(live);
}

static void words_are_those_of_the_json(void) {
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_STATUS, DARVAZA_INTERNAL), "internal") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_STATUS, DARVAZA_INTERNAL + 1) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_DECISION, DARVAZA_INCOMPLETE), "incomplete") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_DECISION, 4) == NULL);
  CHECK(darvaza_word(DARVAZA_WORDS_DECISION, -1) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_EVIDENCE_KIND, DARVAZA_EVIDENCE_FATHER_NAME),
               "father_name") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_EVIDENCE_KIND, 8) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_DOCUMENT_MATCH, 4), "one wrong character") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_DOCUMENT_MATCH, 5) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_DOCUMENT_STATUS, 2), "stolen blank") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_DOCUMENT_STATUS, 5) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_NUMBER_FORMAT, DARVAZA_FORMAT_UNUSUAL), "unusual") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_NUMBER_FORMAT, 3) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_MANIFEST_FORMAT, DARVAZA_MANIFEST_MRZ), "mrz") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_MANIFEST_FORMAT, 6) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_MRZ_FORMAT, DARVAZA_MRZ_MRV_B), "MRV-B") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_MRZ_FORMAT, 5) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_SEX, DARVAZA_SEX_FEMALE), "F") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_SEX, 4) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_ROLE, DARVAZA_CREW), "crew") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_ROLE, 4) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_LINE, DARVAZA_LINE_FIRST), "first") == 0);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_LINE, DARVAZA_LINE_SECOND), "second") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_LINE, 2) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_ALERT_CATEGORY, DARVAZA_ALERT_UNSTATED), "") == 0);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_ALERT_CATEGORY, DARVAZA_ALERT_PROTECTED_PERSON),
               "protected_person") == 0);
  CHECK(darvaza_word(DARVAZA_WORDS_ALERT_CATEGORY, 14) == NULL);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_INSTRUCTION, DARVAZA_INSTRUCTION_DISCREET), "discreet") ==
        0);
  CHECK(strcmp(darvaza_word(DARVAZA_WORDS_INSTRUCTION, DARVAZA_INSTRUCTION_PROTECT), "protect") ==
        0);
  CHECK(darvaza_word(DARVAZA_WORDS_INSTRUCTION, 9) == NULL);
  CHECK(darvaza_word(13, 0) == NULL);
}

static void dates_may_be_known_in_part(void) {
  darvaza_date date = {1, 1, 1};
  CHECK(darvaza_date_parse("1980-05", 7, &date, NULL) == DARVAZA_OK);
  CHECK(date.year == 1980 && date.month == 5 && date.day == 0);
  CHECK(darvaza_date_parse("1981-02-29", 10, &date, NULL) == DARVAZA_INPUT_REFUSED);
  CHECK(date.year == 0 && date.month == 0 && date.day == 0);
}

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const char *index = arguments[1], *other = arguments[2];
  samples = arguments[3];
  NEED(darvaza_screener_open(index, strlen(index), NULL, &screener, NULL) == DARVAZA_OK);
  versions_are_those_of_the_header();
  a_listed_person_is_a_hit_with_reasons_that_add_up();
  a_stranger_is_clear_and_who_has_no_name_is_incomplete();
  a_state_that_nobody_knows_is_a_problem_of_the_answer();
  options_cut_what_is_shown_and_a_limit_in_time_makes_it_incomplete();
  a_lost_document_is_told_without_its_holder();
  json_is_one_line_an_answer();
  a_manifest_gives_its_travellers_and_then_its_summary();
  a_manifest_in_memory_may_be_left_before_its_end();
  a_manifest_that_breaks_off_is_not_complete();
  what_is_no_manifest_is_refused();
  a_zone_gives_its_fields_and_its_traveller();
  two_spellings_of_a_name_compare_well();
  an_index_says_what_it_holds();
  a_swap_changes_the_answers_and_a_refused_one_does_not(index, other);
  words_are_those_of_the_json();
  dates_may_be_known_in_part();
  darvaza_screener_free(screener);
  return check_end("calls");
}
