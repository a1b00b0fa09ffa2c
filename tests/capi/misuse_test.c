/* Every misuse that can be detected is a status, with outputs at NULL, and leaves the handle as it
 * was. usage: misuse_test INDEX */
#include "check.h"

static darvaza_screener* screener;

/* A small traveller whose every part may be spoilt. */
struct subject {
  darvaza_name name;
  const darvaza_name* names[2];
  darvaza_document document;
  const darvaza_document* documents[1];
  darvaza_traveller traveller;
};

static void make(struct subject* subject) {
  memset(subject, 0, sizeof *subject);
  const darvaza_text name = TEXT("Ottoline Quixelbury");
  subject->name.struct_size = sizeof subject->name;
  subject->name.primary = name;
  subject->names[0] = subject->names[1] = &subject->name;
  subject->document.struct_size = sizeof subject->document;
  subject->documents[0] = &subject->document;
  subject->traveller.struct_size = sizeof subject->traveller;
  subject->traveller.names = subject->names;
  subject->traveller.names_count = 1;
  subject->traveller.documents = subject->documents;
  subject->traveller.documents_count = 1;
}

/* Screens the subject as the second of two; the first is always right. */
static void expect(const struct subject* subject, darvaza_status status, const char* field,
                   uint64_t offset, int line) {
  struct subject right;
  make(&right);
  const darvaza_traveller* travellers[] = {&right.traveller, &subject->traveller};
  darvaza_results* results = (darvaza_results*)&right; /* must be overwritten */
  darvaza_error* error = NULL;
  const darvaza_status got = darvaza_screen_batch(screener, travellers, 2, NULL, &results, &error);
  const darvaza_error_fields* fields = darvaza_error_data(error);
  if (got != status || results != NULL || fields == NULL || fields->code != status ||
      !text_is(fields->field, field) || fields->offset != offset || fields->message.size == 0) {
    ++check_failures;
    fprintf(stderr, "line %d: status %d, field %s\n", line, got,
            fields == NULL ? "" : fields->field.data);
  }
  darvaza_error_free(error);
  CHECK(darvaza_screen_batch(screener, travellers, 2, NULL, &results, NULL) == status);
}
#define EXPECT(subject, status, field, offset) expect(subject, status, field, offset, __LINE__)

static void wrong_travellers_are_named(void) {
  struct subject s;
  make(&s), s.traveller.struct_size = 3;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1]", 0);
  make(&s), s.traveller.struct_size = 1 << 20;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1]", 0);
  make(&s), s.traveller.reserved = 1;
  EXPECT(&s, DARVAZA_UNSUPPORTED, "travellers[1].reserved", 0);
  make(&s), s.name.reserved = -1;
  EXPECT(&s, DARVAZA_UNSUPPORTED, "travellers[1].names[0].reserved", 0);
  make(&s), s.name.struct_size = 0;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].names[0]", 0);
  make(&s), s.names[1] = NULL, s.traveller.names_count = 2;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].names[1]", 0);
  make(&s), s.traveller.names = NULL;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].names", 0);
  make(&s), s.traveller.names_count = DARVAZA_MAX_FACTS + 1;
  EXPECT(&s, DARVAZA_LIMIT, "travellers[1].names", 0);
  make(&s), s.name.primary.data = NULL;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].names[0].primary", 0);
  make(&s), s.name.primary.size = DARVAZA_MAX_TEXT_BYTES + 1;
  EXPECT(&s, DARVAZA_LIMIT, "travellers[1].names[0].primary", 0);
  make(&s), s.name.may_be_truncated = 2;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].names[0].may_be_truncated", 0);
  make(&s), s.traveller.sex = 4;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].sex", 0);
  make(&s), s.traveller.role = -1;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].role", 0);
  make(&s), s.traveller.bags = 65536;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].bags", 0);
  make(&s), s.traveller.birth_date.year = 1981, s.traveller.birth_date.month = 13;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].birth_date", 0);
  make(&s), s.document.expires.year = -1;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].documents[0].expires", 0);
  make(&s), s.document.struct_size = 8;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].documents[0]", 0);
  make(&s), s.traveller.nationalities_count = 1;
  EXPECT(&s, DARVAZA_INVALID_ARGUMENT, "travellers[1].nationalities", 0);
}

static void text_that_is_not_utf8_is_named_with_its_byte(void) {
  const struct {
    const char* bytes;
    uint64_t offset;
  } ill_formed[] = {{"ab\x80", 2},       {"\xC0\xAF", 0},          {"abc\xE2\x82", 3},
                    {"\xED\xA0\x80", 0}, {"x\xF4\x90\x80\x80", 1}, {"\xEF\xBF\xBD\xFF", 3}};
  struct subject s;
  for (size_t i = 0; i < sizeof ill_formed / sizeof *ill_formed; ++i) {
    make(&s);
    s.name.secondary.data = ill_formed[i].bytes;
    s.name.secondary.size = strlen(ill_formed[i].bytes);
    EXPECT(&s, DARVAZA_INVALID_TEXT, "travellers[1].names[0].secondary", ill_formed[i].offset);
  }
  /* U+FFFD itself, and a NUL byte, are text. */
  make(&s);
  s.name.secondary.data = "\xEF\xBF\xBD\0x";
  s.name.secondary.size = 5;
  darvaza_results* results = NULL;
  CHECK(darvaza_screen(screener, &s.traveller, NULL, &results, NULL) == DARVAZA_OK);
  darvaza_results_free(results);
}

static void a_struct_of_a_newer_program_is_taken_when_it_asks_for_nothing_new(void) {
  struct subject s;
  make(&s);
  struct {
    darvaza_name name;
    uint64_t new_field;
  } newer = {s.name, 0};
  newer.name.struct_size = sizeof newer;
  s.names[0] = &newer.name;
  darvaza_results* results = NULL;
  CHECK(darvaza_screen(screener, &s.traveller, NULL, &results, NULL) == DARVAZA_OK);
  darvaza_results_free(results);
  newer.new_field = 1;
  EXPECT(&s, DARVAZA_UNSUPPORTED, "travellers[1].names[0]", 0);
}

static void wrong_options_are_named(void) {
  struct subject s;
  make(&s);
  darvaza_screening_options good, options;
  good.struct_size = sizeof good;
  NEED(darvaza_screening_options_init(&good) == DARVAZA_OK);
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
#define WRONG(change, name)                                                   \
  options = good, change;                                                     \
  CHECK(darvaza_screen(screener, &s.traveller, &options, &results, &error) == \
        DARVAZA_INVALID_ARGUMENT);                                            \
  CHECK(error != NULL && text_is(darvaza_error_data(error)->field, name));    \
  darvaza_error_free(error)
  WRONG(options.struct_size = 0, "options");
  WRONG(options.top = 0, "options.top");
  WRONG(options.top = DARVAZA_MAX_TOP + 1, "options.top");
  WRONG(options.min_score_bp = -1, "options.min_score_bp");
  WRONG(options.min_score_bp = 10001, "options.min_score_bp");
  WRONG(options.review_score_bp = 10001, "options.review_score_bp");
  WRONG(options.hit_score_bp = -1, "options.hit_score_bp");
  WRONG((options.review_score_bp = 9000, options.hit_score_bp = 5000), "options.hit_score_bp");
  WRONG(options.exhaustive = 2, "options.exhaustive");
  WRONG(options.near_documents = -1, "options.near_documents");
  WRONG(options.threads = DARVAZA_MAX_THREADS + 1, "options.threads");
#undef WRONG
  options = good, options.reserved = 1;
  CHECK(darvaza_screen(screener, &s.traveller, &options, &results, &error) == DARVAZA_UNSUPPORTED);
  CHECK(error != NULL && text_is(darvaza_error_data(error)->field, "options.reserved"));
  darvaza_error_free(error);
  options = good, options.reserved2 = 1;
  CHECK(darvaza_screen(screener, &s.traveller, &options, &results, &error) == DARVAZA_UNSUPPORTED);
  CHECK(error != NULL && text_is(darvaza_error_data(error)->field, "options.reserved2"));
  darvaza_error_free(error);
  options.struct_size = 4;
  CHECK(darvaza_screening_options_init(&options) == DARVAZA_INVALID_ARGUMENT);
  darvaza_manifest_options manifest_options = {sizeof manifest_options, 6, 2026};
  darvaza_manifest* manifest = NULL;
  CHECK(darvaza_manifest_open_bytes("", 0, "m", 1, &manifest_options, &manifest, NULL) ==
        DARVAZA_INVALID_ARGUMENT);
  manifest_options.struct_size = 0;
  CHECK(darvaza_manifest_options_init(&manifest_options) == DARVAZA_INVALID_ARGUMENT);
  darvaza_mrz_options mrz_options = {sizeof mrz_options, 1899, 0, 50, 0};
  darvaza_mrz* mrz = NULL;
  CHECK(darvaza_mrz_parse("", 0, &mrz_options, &mrz, NULL) == DARVAZA_INVALID_ARGUMENT);
  mrz_options.reference_year = 2026, mrz_options.reserved = 1;
  CHECK(darvaza_mrz_parse("", 0, &mrz_options, &mrz, NULL) == DARVAZA_UNSUPPORTED);
  mrz_options.struct_size = 0;
  CHECK(darvaza_mrz_options_init(&mrz_options) == DARVAZA_INVALID_ARGUMENT);
}

static void null_where_it_is_not_allowed_is_a_status(void) {
  struct subject s;
  make(&s);
  const darvaza_traveller* travellers[] = {&s.traveller, NULL};
  darvaza_results* results = NULL;
  darvaza_screener* opened = NULL;
  darvaza_manifest* manifest = NULL;
  darvaza_travellers* list = NULL;
  darvaza_string* string = NULL;
  darvaza_comparison* comparison = NULL;
  darvaza_description* description = NULL;
  darvaza_mrz* mrz = NULL;
  darvaza_text text;
  size_t count = 1;
  const darvaza_result* const* answers = NULL;
  const darvaza_traveller* const* data = NULL;
  const darvaza_traveller* traveller = NULL;
  const darvaza_mrz_fields* mrz_fields = NULL;
  const darvaza_comparison_fields* comparison_fields = NULL;
  const darvaza_description_fields* description_fields = NULL;
  const darvaza_manifest_summary* summary = NULL;
  darvaza_error* error = NULL;
  CHECK(darvaza_screener_open(NULL, 1, NULL, &opened, &error) == DARVAZA_INVALID_ARGUMENT);
  CHECK(text_is(darvaza_error_data(error)->message, "is NULL"));
  darvaza_error_free(error);
#define REFUSED(call) CHECK((call) == DARVAZA_INVALID_ARGUMENT)
  REFUSED(darvaza_screener_open(NULL, 1, NULL, &opened, NULL));
  REFUSED(darvaza_screener_open("", 0, NULL, &opened, NULL));
  REFUSED(darvaza_screener_open("a\0b", 3, NULL, &opened, NULL));
  REFUSED(darvaza_screener_open("a", 1, NULL, NULL, NULL));
  REFUSED(darvaza_screener_swap(NULL, "a", 1, NULL));
  REFUSED(darvaza_screener_swap(screener, NULL, 0, NULL));
  REFUSED(darvaza_screener_describe(NULL, &description, NULL));
  REFUSED(darvaza_screener_describe(screener, NULL, NULL));
  REFUSED(darvaza_description_data(NULL, &description_fields));
  REFUSED(darvaza_screening_options_init(NULL));
  REFUSED(darvaza_screen(NULL, &s.traveller, NULL, &results, NULL));
  REFUSED(darvaza_screen(screener, NULL, NULL, &results, NULL));
  REFUSED(darvaza_screen(screener, &s.traveller, NULL, NULL, NULL));
  REFUSED(darvaza_screen_batch(NULL, travellers, 1, NULL, &results, NULL));
  REFUSED(darvaza_screen_batch(screener, travellers, 2, NULL, &results, NULL));
  REFUSED(darvaza_screen_batch(screener, NULL, 2, NULL, &results, NULL));
  REFUSED(darvaza_screen_batch(screener, travellers, 1, NULL, NULL, NULL));
  CHECK(darvaza_screen_batch(screener, travellers, DARVAZA_MAX_BATCH + 1, NULL, &results, NULL) ==
        DARVAZA_LIMIT);
  REFUSED(darvaza_check_document(NULL, &s.document, NULL, &results, NULL));
  REFUSED(darvaza_check_document(screener, NULL, NULL, &results, NULL));
  REFUSED(darvaza_results_data(NULL, &answers, &count));
  CHECK(count == 0);
  REFUSED(darvaza_results_json(NULL, 0, 0, &string, NULL));
  REFUSED(darvaza_string_data(NULL, &text));
  REFUSED(darvaza_manifest_options_init(NULL));
  REFUSED(darvaza_manifest_open(NULL, 0, NULL, &manifest, NULL));
  REFUSED(darvaza_manifest_open_bytes(NULL, 1, "m", 1, NULL, &manifest, NULL));
  REFUSED(darvaza_manifest_open_bytes("x", 1, "m", 1, NULL, NULL, NULL));
  CHECK(darvaza_manifest_open_bytes("x", 1, "\xFF", 1, NULL, &manifest, NULL) ==
        DARVAZA_INVALID_TEXT);
  REFUSED(darvaza_manifest_next(NULL, 1, &list, NULL));
  REFUSED(darvaza_travellers_data(NULL, &data, &count));
  REFUSED(darvaza_manifest_summary_data(NULL, &summary));
  REFUSED(darvaza_mrz_options_init(NULL));
  REFUSED(darvaza_mrz_parse(NULL, 1, NULL, &mrz, NULL));
  REFUSED(darvaza_mrz_parse("x", 1, NULL, NULL, NULL));
  CHECK(darvaza_mrz_parse("no zone", 7, NULL, &mrz, NULL) == DARVAZA_INPUT_REFUSED);
  REFUSED(darvaza_mrz_data(NULL, &mrz_fields));
  REFUSED(darvaza_mrz_traveller(NULL, &traveller));
  REFUSED(darvaza_mrz_json(NULL, &string, NULL));
  REFUSED(darvaza_compare(NULL, 1, "b", 1, &comparison, NULL));
  REFUSED(darvaza_compare("a", 1, "b", 1, NULL, NULL));
  CHECK(darvaza_compare("a", 1, "\xFF", 1, &comparison, NULL) == DARVAZA_INVALID_TEXT);
  REFUSED(darvaza_comparison_data(NULL, &comparison_fields));
  REFUSED(darvaza_comparison_json(NULL, &string, NULL));
  REFUSED(darvaza_date_parse("1980", 4, NULL, NULL));
#undef REFUSED
  darvaza_screener_free(NULL);
  darvaza_description_free(NULL);
  darvaza_results_free(NULL);
  darvaza_string_free(NULL);
  darvaza_manifest_free(NULL);
  darvaza_travellers_free(NULL);
  darvaza_mrz_free(NULL);
  darvaza_comparison_free(NULL);
  darvaza_error_free(NULL);
  CHECK(darvaza_error_data(NULL) == NULL);
}

static void numbers_out_of_range_are_a_status(void) {
  struct subject s;
  make(&s);
  darvaza_results* results = NULL;
  darvaza_string* string = NULL;
  NEED(darvaza_screen(screener, &s.traveller, NULL, &results, NULL) == DARVAZA_OK);
  CHECK(darvaza_results_json(results, 0, 2, &string, NULL) == DARVAZA_OUT_OF_RANGE);
  CHECK(darvaza_results_json(results, 2, 0, &string, NULL) == DARVAZA_OUT_OF_RANGE);
  CHECK(darvaza_results_json(results, SIZE_MAX, SIZE_MAX, &string, NULL) == DARVAZA_OUT_OF_RANGE);
  CHECK(darvaza_results_json(results, 1, SIZE_MAX, &string, NULL) == DARVAZA_OUT_OF_RANGE);
  CHECK(string == NULL);
  darvaza_results_free(results);
  darvaza_manifest* manifest = NULL;
  darvaza_travellers* travellers = NULL;
  NEED(darvaza_manifest_open_bytes("name\nx y\n", 9, "m", 1, NULL, &manifest, NULL) == DARVAZA_OK);
  CHECK(darvaza_manifest_next(manifest, 0, &travellers, NULL) == DARVAZA_INVALID_ARGUMENT);
  CHECK(darvaza_manifest_next(manifest, SIZE_MAX, &travellers, NULL) == DARVAZA_INVALID_ARGUMENT);
  darvaza_manifest_free(manifest);
}

int main(int count, char** arguments) {
  if (count != 2) return 2;
  NEED(darvaza_screener_open(arguments[1], strlen(arguments[1]), NULL, &screener, NULL) ==
       DARVAZA_OK);
  wrong_travellers_are_named();
  text_that_is_not_utf8_is_named_with_its_byte();
  a_struct_of_a_newer_program_is_taken_when_it_asks_for_nothing_new();
  wrong_options_are_named();
  null_where_it_is_not_allowed_is_a_status();
  numbers_out_of_range_are_a_status();
  darvaza_screener_free(screener);
  return check_end("misuse");
}
