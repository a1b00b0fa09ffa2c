/* Who may see what, and on what terms entries are shared: the joint alerts of the samples, asked by
 * posts. usage: post_test INDEX_OF_SHARED_LISTS */
#include "check.h"

static darvaza_screener* screener;

static darvaza_screening_options post(const char* state, darvaza_line line, darvaza_date today) {
  darvaza_screening_options options;
  options.struct_size = sizeof options;
  NEED(darvaza_screening_options_init(&options) == DARVAZA_OK);
  options.state.data = state;
  options.state.size = strlen(state);
  options.line = line;
  options.today = today;
  return options;
}

static const darvaza_date no_day = {0, 0, 0};
static const darvaza_date in_june = {2026, 6, 15};

/* The one answer about somebody of this name; to be freed with `*results`. */
static const darvaza_result* asked(const char* surname, const char* given,
                                   const darvaza_screening_options* options,
                                   darvaza_results** results) {
  darvaza_name name;
  memset(&name, 0, sizeof name);
  name.struct_size = sizeof name;
  name.primary.data = surname;
  name.primary.size = strlen(surname);
  name.secondary.data = given;
  name.secondary.size = strlen(given);
  const darvaza_name* names[] = {&name};
  const darvaza_traveller traveller = traveller_named(names);
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_screen(screener, &traveller, options, results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(*results, &answers, &count) == DARVAZA_OK && count == 1);
  return answers[0];
}

static darvaza_decision decision_about_dastan(const darvaza_screening_options* options) {
  darvaza_results* results = NULL;
  const darvaza_decision decision = asked("KOKBULAGOV", "DASTAN", options, &results)->decision;
  darvaza_results_free(results);
  return decision;
}

static void an_entry_is_seen_by_those_to_whom_it_is_released_while_it_is_valid(void) {
  /* ja-4: of Kyrgyzstan, released to Tajikistan, 2025-01-01 to 2026-06-30 */
  darvaza_screening_options options = post("", DARVAZA_LINE_SECOND, no_day);
  CHECK(decision_about_dastan(NULL) == DARVAZA_HIT);
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
  options = post("TJK", DARVAZA_LINE_FIRST, in_june);
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
  options = post("Kyrgyzstan", DARVAZA_LINE_FIRST, in_june); /* the owner */
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
  options = post("UZ", DARVAZA_LINE_SECOND, in_june);
  CHECK(decision_about_dastan(&options) == DARVAZA_CLEAR);
  options = post("TJK", DARVAZA_LINE_SECOND, (darvaza_date){2026, 6, 30});
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
  options = post("TJK", DARVAZA_LINE_SECOND, (darvaza_date){2026, 7, 1});
  CHECK(decision_about_dastan(&options) == DARVAZA_CLEAR);
}

static void a_discreet_entry_is_the_second_lines_with_its_terms(void) {
  /* ja-1 is discreet; ja-2, of a similar name, is for both lines. */
  const darvaza_screening_options first = post("UZB", DARVAZA_LINE_FIRST, in_june);
  const darvaza_screening_options second = post("UZB", DARVAZA_LINE_SECOND, in_june);
  darvaza_results* results = NULL;
  const darvaza_result* answer = asked("SAVSANOV", "GULBAHOR", &first, &results);
  NEED(answer->candidates_count == 1);
  CHECK(text_is(answer->candidates[0]->id, "ja-2"));
  const darvaza_entry_terms* terms = answer->candidates[0]->terms;
  NEED(terms != NULL && terms->struct_size == sizeof *terms);
  CHECK(terms->category == DARVAZA_ALERT_MISSING_PERSON);
  CHECK(terms->instruction == DARVAZA_INSTRUCTION_PROTECT);
  CHECK(terms->visible_from == DARVAZA_LINE_FIRST);
  CHECK(terms->releasable_to_all == 1 && terms->releasable_to_count == 0);
  darvaza_results_free(results);

  answer = asked("SAVSANOV", "GULBAHOR", &second, &results);
  NEED(answer->candidates_count == 2);
  CHECK(text_is(answer->candidates[0]->id, "ja-1"));
  terms = answer->candidates[0]->terms;
  NEED(terms != NULL);
  CHECK(text_is(terms->owner, "TJK"));
  CHECK(text_is(terms->focal_point, "Dushanbe duty desk"));
  CHECK(text_is(terms->legal_basis, "joint agreement art. 4"));
  CHECK(terms->category == DARVAZA_ALERT_DRUGS);
  CHECK(terms->instruction == DARVAZA_INSTRUCTION_DISCREET);
  CHECK(terms->visible_from == DARVAZA_LINE_SECOND);
  CHECK(terms->releasable_to_all == 0);
  NEED(terms->releasable_to_count == 2);
  CHECK(text_is(terms->releasable_to[0], "KGZ") && text_is(terms->releasable_to[1], "UZB"));
  CHECK(terms->valid_from.year == 2026 && terms->valid_from.month == 1);
  CHECK(terms->valid_until.year == 0);
  CHECK(terms->review.year == 2027 && terms->review.day == 1);
  CHECK(text_is(terms->source_reference, "D/2026/17"));
  darvaza_results_free(results);
}

static void a_document_has_the_terms_of_its_list(void) {
  darvaza_document document;
  memset(&document, 0, sizeof document);
  document.struct_size = sizeof document;
  document.number.data = "KG9071050";
  document.number.size = 9;
  darvaza_screening_options options = post("TJK", DARVAZA_LINE_FIRST, in_june);
  darvaza_results* results = NULL;
  const darvaza_result* const* answers = NULL;
  size_t count = 0;
  NEED(darvaza_check_document(screener, &document, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  NEED(answers[0]->documents_count == 1 && answers[0]->documents[0]->terms != NULL);
  CHECK(answers[0]->documents[0]->terms->instruction == DARVAZA_INSTRUCTION_SEIZE_DOCUMENT);
  CHECK(text_is(answers[0]->documents[0]->terms->legal_basis, "joint agreement art. 7"));
  darvaza_results_free(results);
  options = post("TUR", DARVAZA_LINE_SECOND, in_june); /* not released to it */
  NEED(darvaza_check_document(screener, &document, &options, &results, NULL) == DARVAZA_OK);
  NEED(darvaza_results_data(results, &answers, &count) == DARVAZA_OK);
  CHECK(answers[0]->documents_count == 0);
  darvaza_results_free(results);
}

/* Its struct ends where the post begins: what lies behind is not its own. */
static void a_program_of_interface_1_0_sees_everything_as_before(void) {
  darvaza_screening_options options = post("UZB", DARVAZA_LINE_FIRST, in_june);
  options.struct_size = offsetof(darvaza_screening_options, state);
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
  memset(&options, 0xEE, sizeof options);
  options.struct_size = offsetof(darvaza_screening_options, state);
  CHECK(darvaza_screening_options_init(&options) == DARVAZA_OK);
  CHECK(options.state.size == (size_t)0xEEEEEEEEEEEEEEEE); /* left alone */
  CHECK(decision_about_dastan(&options) == DARVAZA_HIT);
}

static void expect_refused(darvaza_screening_options options, const char* field) {
  const darvaza_document document = {sizeof document, TEXT("KG9071050"), TEXT(""), TEXT(""),
                                     {0, 0, 0},       {0, 0, 0},         TEXT("")};
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  CHECK(darvaza_check_document(screener, &document, &options, &results, &error) ==
        DARVAZA_INVALID_ARGUMENT);
  CHECK(results == NULL);
  NEED(error != NULL);
  CHECK(text_is(darvaza_error_data(error)->field, field));
  darvaza_error_free(error);
}

/* A battery is empty, and the clock says a day before the entry began; the index was written later. */
static void a_clock_that_is_behind_hides_nobody(void) {
  const darvaza_date before = {2024, 12, 1};
  darvaza_screening_options options = post("TJK", DARVAZA_LINE_FIRST, before);
  CHECK(decision_about_dastan(&options) == DARVAZA_CLEAR); /* somebody asks about that day */
  options.today_by_clock = 1;
  darvaza_results* results = NULL;
  const darvaza_result* answer = asked("KOKBULAGOV", "DASTAN", &options, &results);
  CHECK(answer->decision == DARVAZA_HIT);
  NEED(answer->problems_count == 1);
  CHECK(text_is(answer->problems[0]->where, "today"));
  darvaza_results_free(results);
  options.today_by_clock = 2;
  expect_refused(options, "options.today_by_clock");
  options = post("TJK", DARVAZA_LINE_FIRST, no_day);
  options.today_by_clock = 1;
  expect_refused(options, "options.today_by_clock");
  options = post("TJK", DARVAZA_LINE_FIRST, before);
  options.struct_size = offsetof(darvaza_screening_options, today_by_clock); /* of interface 1.1 */
  options.today_by_clock = 1;
  CHECK(decision_about_dastan(&options) == DARVAZA_CLEAR);
  CHECK(darvaza_screening_options_init(&options) == DARVAZA_OK);
  CHECK(options.today_by_clock == 1); /* left alone */
}

/* Else it would be a post that sees more than it may. */
static void a_post_that_cannot_be_is_refused(void) {
  expect_refused(post("Nowhere Land", DARVAZA_LINE_FIRST, in_june), "options.state");
  expect_refused(post("QQQ", DARVAZA_LINE_FIRST, in_june), "options.state");
  expect_refused(post("UZB", 2, in_june), "options.line");
  expect_refused(post("UZB", -1, in_june), "options.line");
  expect_refused(post("UZB", DARVAZA_LINE_FIRST, (darvaza_date){2026, 6, 0}), "options.today");
  expect_refused(post("UZB", DARVAZA_LINE_FIRST, (darvaza_date){0, 11, 26}), "options.today");
  expect_refused(post("UZB", DARVAZA_LINE_FIRST, (darvaza_date){2026, 2, 30}), "options.today");
  expect_refused(post("UZB", DARVAZA_LINE_FIRST, (darvaza_date){1405, 9, 5}), "options.today");
  expect_refused(post("UZB", DARVAZA_LINE_FIRST, (darvaza_date){1, 1, 1}), "options.today");
}

int main(int count, char** arguments) {
  if (count != 2) return 2;
  NEED(darvaza_screener_open(arguments[1], strlen(arguments[1]), NULL, &screener, NULL) ==
       DARVAZA_OK);
  an_entry_is_seen_by_those_to_whom_it_is_released_while_it_is_valid();
  a_discreet_entry_is_the_second_lines_with_its_terms();
  a_document_has_the_terms_of_its_list();
  a_program_of_interface_1_0_sees_everything_as_before();
  a_post_that_cannot_be_is_refused();
  a_clock_that_is_behind_hides_nobody();
  darvaza_screener_free(screener);
  return check_end("post");
}
