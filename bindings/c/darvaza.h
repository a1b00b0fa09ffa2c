/* Darvaza for programs in C, and for whatever can call C: is this traveller, or this document, on
 * any list, and why do you say so?
 *
 *   darvaza_screener* screener = NULL;
 *   darvaza_error* error = NULL;
 *   if (darvaza_screener_open("lists.dvz", 9, NULL, &screener, &error) != DARVAZA_OK) { ... }
 *
 *   darvaza_name name = {.struct_size = sizeof name};
 *   name.primary = (darvaza_text){"DARYAGOZAR", 10};
 *   name.secondary = (darvaza_text){"NADER", 5};
 *   const darvaza_name* names[] = {&name};
 *   darvaza_traveller traveller = {.struct_size = sizeof traveller};
 *   traveller.names = names;
 *   traveller.names_count = 1;
 *   traveller.birth_date = (darvaza_date){1971, 3, 2};
 *   darvaza_results* results = NULL;
 *   const darvaza_result* const* answers = NULL;
 *   size_t count = 0;
 *   if (darvaza_screen(screener, &traveller, NULL, &results, &error) == DARVAZA_OK &&
 *       darvaza_results_data(results, &answers, &count) == DARVAZA_OK) {
 *     act_upon(answers[0]->decision);
 *   }
 *   darvaza_results_free(results);
 *   darvaza_screener_free(screener);
 *
 * A hit is never proof: it says "unconfirmed, contact the owner of the entry". And DARVAZA_CLEAR is
 * the only decision that clears: any status but DARVAZA_OK, and DARVAZA_INCOMPLETE, mean "not
 * screened".
 *
 * RULES THAT HOLD FOR EVERY FUNCTION
 *
 * Status. A call that can fail returns a darvaza_status. When it is not DARVAZA_OK, every output is
 * NULL or 0, nothing of the call's effect remains, and the handle goes on working as before.
 *
 * Errors. `error` may be NULL. When it is not, `*error` is set: to NULL on success, else to an
 * object that says what, where and what was expected (darvaza_error_data), to be freed by
 * darvaza_error_free. It stays NULL after a failure when there was no memory for it. Errors hold no
 * personal data: neither names nor numbers of travellers or listed persons.
 *
 * Ownership. What a function named *_open, *_new or with a handle as its last-but-one parameter
 * (`**`) gives is yours: free it by the *_free of its type (NULL is fine). Everything else is
 * borrowed from the object that returned it and lives until that object is freed. The library keeps
 * no pointer into what you pass in after the call has returned, except the log sink's `user`.
 *
 * Threads. A function that takes a handle as `const` may be called from many threads at once on one
 * handle; one that takes it without `const` needs the handle for itself during the call. Free a
 * handle when no call uses it any more. There is no global state, no last error of a thread, no
 * signal handler, no locale. Threads that a call starts have ended when it returns; the one
 * exception is darvaza_manifest, which reads on a thread of its own until it is freed.
 *
 * Text is UTF-8 of explicit length. What you pass must be well-formed (DARVAZA_INVALID_TEXT
 * otherwise, with field and byte offset) and need not end in NUL; `data` may be NULL when `size` is
 * 0. What the library returns is well-formed, `data` is never NULL, and data[size] is a NUL byte,
 * so that it may be printed; text itself may hold NUL bytes only where yours did.
 *
 * Structs. Each begins with `struct_size`: set it to sizeof of the struct and everything that you
 * do not know to zero, as an initialiser with {.struct_size = sizeof x} does. A struct of an older
 * program is shorter, and what it lacks counts as zero. A longer one of a newer program is taken
 * when what this library does not know is zero (else DARVAZA_UNSUPPORTED, also for a `reserved`
 * that is not). In structs that the library returns, struct_size says how many bytes are there.
 * darvaza_text and darvaza_date are fixed for ever. Lists of structs are arrays of pointers, so
 * that a struct can grow without moving its neighbours.
 *
 * Cost. "Microseconds" and the like are meant for one processor of today and an index that is in
 * memory. Every call's memory is bounded by its input and the limits below.
 */
#ifndef DARVAZA_H
#define DARVAZA_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define DARVAZA_API __attribute__((visibility("default")))
#else
#define DARVAZA_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ versions */

/** The interface of this header: major * 65536 + minor. The major number is that of the shared
 * library's SONAME (libdarvaza.so.1) and rises when programs must be built again; the minor one
 * when something is added. */
#define DARVAZA_ABI_VERSION 0x00010002

/** The interface of the library that is linked, as DARVAZA_ABI_VERSION. Never fails; any thread. */
DARVAZA_API uint32_t darvaza_abi_version(void);

/** The version of the library that is linked, "0.1.0". Static, ends in NUL. Never fails; any
 * thread. */
DARVAZA_API const char* darvaza_version(void);

/* ------------------------------------------------------------------ status and errors */

/** What became of a call. Values are fixed for ever; later versions may add some. */
typedef int32_t darvaza_status;
enum {
  DARVAZA_OK = 0,
  DARVAZA_INVALID_ARGUMENT = 1, /**< a NULL that is not allowed, a value out of its range, a
                                   struct_size that cannot be: mend the program */
  DARVAZA_INVALID_TEXT =
      2, /**< a text that is not well-formed UTF-8: `field` and `offset` say where */
  DARVAZA_OUT_OF_RANGE = 3, /**< no item has this number */
  DARVAZA_LIMIT = 4,        /**< more than DARVAZA_MAX_...: nothing of the call was done */
  DARVAZA_UNSUPPORTED =
      5, /**< the program uses a field that this library does not know: update the library */
  DARVAZA_INPUT_REFUSED =
      6, /**< a file, message or zone was read and is not acceptable as a whole */
  DARVAZA_INPUT_MISSING = 7, /**< a file does not exist or cannot be opened */
  DARVAZA_IO = 8,            /**< the operating system refused to read */
  DARVAZA_OUT_OF_MEMORY = 9, /**< memory or threads ran out; the next call may succeed */
  DARVAZA_INTERNAL = 10      /**< a broken invariant of this library: please report */
};

/** What went wrong, in full. Immutable: any number of threads may read it. */
typedef struct darvaza_error darvaza_error;

typedef struct darvaza_text {
  const char* data;
  size_t size; /**< bytes */
} darvaza_text;

typedef struct darvaza_error_fields {
  size_t struct_size;
  darvaza_status code;
  int32_t reserved;
  darvaza_text message; /**< what was found and what was expected; one sentence of English, without
                           personal data */
  darvaza_text
      field; /**< the argument that was wrong, "travellers[3].names[0].primary"; empty: none */
  darvaza_text file; /**< the file or stream that was wrong; empty: none */
  uint64_t line;     /**< in `file`, from 1; 0: unknown */
  uint64_t record;   /**< in `file`, from 1; 0: unknown */
  uint64_t offset;   /**< in `field` or `file`, in bytes from 0; 0 also where unknown */
} darvaza_error_fields;

/** The fields of `error`, borrowed from it; NULL for NULL. Never fails; any thread. */
DARVAZA_API const darvaza_error_fields* darvaza_error_data(const darvaza_error* error);
DARVAZA_API void darvaza_error_free(darvaza_error* error);

/* ------------------------------------------------------------------ limits */

enum {
  DARVAZA_MAX_BATCH = 100000, /**< travellers of one call */
  DARVAZA_MAX_FACTS = 256,    /**< names, nationalities, documents, flights, addresses, locators,
                                 problems of one traveller, each */
  DARVAZA_MAX_TEXT_BYTES = 65536, /**< one text of a traveller; of a name only the first 1,024 bytes
                                     are searched for, and the answer says so */
  DARVAZA_MAX_TOP = 10000,        /**< candidates of one answer */
  DARVAZA_MAX_THREADS = 1024
};

/* ------------------------------------------------------------------ plain facts */

/** A Gregorian date of which the day, or month and day, or everything may be unknown (0). A year of
 * 1200 to 1499 belongs to the Solar Hijri or the Islamic calendar. */
typedef struct darvaza_date {
  int16_t year;  /**< 1 to 9999; 0: nothing is known */
  uint8_t month; /**< 1 to 12; 0: unknown */
  uint8_t day;   /**< 1 to 31; 0: unknown */
} darvaza_date;

/** Reads "1980", "1980-05", "1980-05-17" (ISO 8601; also "19800517"; "00" is an unknown month or
 * day; what follows a "T" is ignored). DARVAZA_INPUT_REFUSED for anything else and for days that do
 * not exist; `*date` is then unknown. Any thread; nanoseconds. */
DARVAZA_API darvaza_status darvaza_date_parse(const char* text, size_t text_size,
                                              darvaza_date* date, darvaza_error** error);

typedef int32_t darvaza_sex;
enum {
  DARVAZA_SEX_UNKNOWN = 0,
  DARVAZA_SEX_FEMALE = 1,
  DARVAZA_SEX_MALE = 2,
  DARVAZA_SEX_OTHER = 3
};

typedef int32_t darvaza_role;
enum {
  DARVAZA_PASSENGER = 0,
  DARVAZA_CREW = 1,
  DARVAZA_TRANSIT_PASSENGER = 2,
  DARVAZA_TRANSIT_CREW = 3
};

/** Something that could not be read or understood. It costs nobody their screening: it travels into
 * the answer. */
typedef struct darvaza_problem {
  size_t struct_size;
  darvaza_text
      where; /**< "line 7", "segment 12 (DTM), byte 482", "name"; empty: about the whole record */
  darvaza_text text; /**< what was found and what was expected; never the traveller's data */
} darvaza_problem;

/** One spelling of a name, in any script. Which part is the surname makes no difference. */
typedef struct darvaza_name {
  size_t struct_size;
  darvaza_text primary; /**< Doc 9303's primary identifier, usually the surname; a name in one piece
                           stands here */
  darvaza_text secondary;   /**< usually the given names */
  int32_t may_be_truncated; /**< 1: the name filled its machine-readable field to the end, and may
                               have been cut */
  int32_t reserved;
} darvaza_name;

/** A document that a traveller presents. */
typedef struct darvaza_document {
  size_t struct_size;
  darvaza_text number; /**< as presented */
  darvaza_text type;   /**< "P", "V", "I" as presented; may be empty */
  darvaza_text
      issuing_state; /**< a code of Doc 9303 or ISO 3166, or an English name; empty: unknown */
  darvaza_date expires;
  darvaza_date issued;
  darvaza_text issued_at; /**< place of issue; not searched for */
} darvaza_document;

/** One flight of the journey. Not searched for: it is repeated in the answer. */
typedef struct darvaza_flight {
  size_t struct_size;
  darvaza_text flight; /**< carrier and number, "AA0123" */
  darvaza_text from;   /**< IATA location code */
  darvaza_text to;
  darvaza_text departs; /**< local time, "2007-02-19T15:40"; empty: not stated */
  darvaza_text arrives;
  darvaza_text operated_by; /**< code-share: who flies it; empty: the carrier itself */
  darvaza_text seat;
  int32_t reported; /**< 1: the message is about this flight; 0: another leg of the journey */
  int32_t reserved;
} darvaza_flight;

typedef struct darvaza_address {
  size_t struct_size;
  darvaza_text type;  /**< "R" residence, "D" destination; empty: not stated */
  darvaza_text state; /**< as darvaza_document::issuing_state */
  darvaza_text text;  /**< street, city, region, postal code, separated by ", " */
} darvaza_address;

/** Who is at the border. Everything but struct_size may be zero; who has no name is
 * DARVAZA_INCOMPLETE.
 *
 *  A State is given as a code of Doc 9303 or ISO 3166 (alpha-2 or alpha-3) or by an English name.
 * One that is none of these is a problem in the answer, not an error; a code of one to three
 * capital letters that is not assigned is kept as it is. Readers (manifests, zones) return Doc 9303
 * codes. */
typedef struct darvaza_traveller {
  size_t struct_size;
  darvaza_text id; /**< your own; the answer repeats it. Manifest readers that find none number the
                      records */
  const darvaza_name* const* names; /**< different spellings of one person's name */
  size_t names_count;
  darvaza_text father_name;
  darvaza_date birth_date;
  darvaza_sex sex;
  int32_t birth_date_doubtful; /**< 1: read beside a check digit that does not hold */
  darvaza_role role;
  const darvaza_text* nationalities; /**< an array of texts */
  size_t nationalities_count;
  darvaza_text birth_place;
  const darvaza_document* const* documents;
  size_t documents_count;
  /* What follows is not searched for. */
  const darvaza_flight* const* flights; /**< in order of travel */
  size_t flights_count;
  darvaza_text locator;                 /**< the carrier's booking reference */
  const darvaza_text* related_locators; /**< bookings that this one was split from or into */
  size_t related_locators_count;
  darvaza_text reference; /**< by which the carrier knows this traveller in its message */
  const darvaza_address* const* addresses;
  size_t addresses_count;
  const darvaza_problem* const*
      problems; /**< what was wrong when the traveller was read; the answer repeats them */
  size_t problems_count;
  uint32_t bags; /**< pieces of checked baggage, at most 65535; 0: none or not stated */
  int32_t reserved;
} darvaza_traveller;

/* ------------------------------------------------------------------ an open index */

/** An open index and what is needed to screen against it. Every function but free may be called on
 * it from many threads at once. */
typedef struct darvaza_screener darvaza_screener;

typedef int32_t darvaza_log_level;
enum { DARVAZA_LOG_INFO = 0, DARVAZA_LOG_WARNING = 1, DARVAZA_LOG_ERROR = 2 };

/** Receives what an operator should know of: an index opened or swapped in, an index refused. Is
 * called by the thread whose call it is about, perhaps by several at once, never during a search,
 * and must not call back into the library. `message` is borrowed for the call, ends in NUL, and
 * holds no personal data. */
typedef void (*darvaza_log_sink)(void* user, darvaza_log_level level, const char* message,
                                 size_t message_size);

typedef struct darvaza_open_options {
  size_t struct_size;
  darvaza_log_sink log; /**< NULL: nothing is logged. The library itself never prints */
  void* user;           /**< handed to `log`; must live as long as the screener */
} darvaza_open_options;

/** Opens and verifies the index at `path` (of `path_size` bytes, without NUL), mapped into memory
 * and shared with other processes. An index file must be replaced by rename, as `darvaza build`
 * does, never written in place. `options` may be NULL. DARVAZA_INPUT_MISSING, DARVAZA_IO, or
 * DARVAZA_INPUT_REFUSED: damaged, truncated, of another version, no index. Reads the whole file
 * once: some 100 ms for a million names that are in the page cache. */
DARVAZA_API darvaza_status darvaza_screener_open(const char* path, size_t path_size,
                                                 const darvaza_open_options* options,
                                                 darvaza_screener** screener,
                                                 darvaza_error** error);
DARVAZA_API void darvaza_screener_free(darvaza_screener* screener);

/** Opens and verifies the index at `path` beside the one that serves, then lets it serve. Calls
 * that run go on with the index that they began with, so that no answer mixes two; calls that begin
 * later use the new one. On any failure the old index goes on serving. Results stay valid. Of two
 * swaps at once the one that ends later stays. Errors and cost as for opening; searches are not
 * held up. During the swap both indexes are in memory; the old one goes when its last call ends. */
DARVAZA_API darvaza_status darvaza_screener_swap(const darvaza_screener* screener, const char* path,
                                                 size_t path_size, darvaza_error** error);

/** What the serving index holds. Yours; a copy, not changed by later swaps. */
typedef struct darvaza_description darvaza_description;

typedef struct darvaza_description_fields {
  size_t struct_size;
  uint64_t format_version;
  uint64_t bytes; /**< of the file */
  uint64_t entries;
  uint64_t names;
  uint64_t tokens; /**< distinct name tokens */
  uint64_t lost_documents;
  uint64_t person_documents;
  darvaza_text digest;             /**< names this very index: equal digests, equal answers */
  darvaza_text tables_fingerprint; /**< of the tables of names and sounds that it was built with */
  const darvaza_text* sources; /**< one JSON object each, as `darvaza inspect --json` writes them:
                                  file, format, list, list_date, counts */
  size_t sources_count;
} darvaza_description_fields;

DARVAZA_API darvaza_status darvaza_screener_describe(const darvaza_screener* screener,
                                                     darvaza_description** description,
                                                     darvaza_error** error);
/** Borrowed from `description`. */
DARVAZA_API darvaza_status darvaza_description_data(const darvaza_description* description,
                                                    const darvaza_description_fields** fields);
DARVAZA_API void darvaza_description_free(darvaza_description* description);

/* ------------------------------------------------------------------ terms of entries */

/** The officer at the booth, or those to whom the booth sends people. */
typedef int32_t darvaza_line;
enum {
  DARVAZA_LINE_SECOND = 0, /**< sees all that is released to its State */
  DARVAZA_LINE_FIRST = 1   /**< does not see discreet entries, nor those for the second line */
};

/** Why somebody is listed, in the words that States agreed on. */
typedef int32_t darvaza_alert_category;
enum {
  DARVAZA_ALERT_UNSTATED = 0,
  DARVAZA_ALERT_TERRORISM = 1,
  DARVAZA_ALERT_DRUGS = 2,
  DARVAZA_ALERT_ARMS = 3,
  DARVAZA_ALERT_TRAFFICKING_IN_PERSONS = 4,
  DARVAZA_ALERT_MIGRANT_SMUGGLING = 5,
  DARVAZA_ALERT_GOODS = 6,
  DARVAZA_ALERT_MONEY_LAUNDERING = 7,
  DARVAZA_ALERT_CYBER = 8,
  DARVAZA_ALERT_CULTURAL_GOODS = 9,
  DARVAZA_ALERT_WILDLIFE = 10,
  DARVAZA_ALERT_DOCUMENT = 11,        /**< lost, stolen or revoked */
  DARVAZA_ALERT_MISSING_PERSON = 12,  /**< to be found, not suspected of anything */
  DARVAZA_ALERT_PROTECTED_PERSON = 13 /**< a victim, or at risk */
};

/** What the owner asks for when the person is met. */
typedef int32_t darvaza_instruction;
enum {
  DARVAZA_INSTRUCTION_UNSTATED = 0,
  DARVAZA_INSTRUCTION_ARREST = 1,
  DARVAZA_INSTRUCTION_REFUSE = 2,   /**< entry or stay */
  DARVAZA_INSTRUCTION_CONTACT = 3,  /**< the owner, before anything else */
  DARVAZA_INSTRUCTION_DISCREET = 4, /**< let nothing be noticed: never shown to the first line */
  DARVAZA_INSTRUCTION_INQUIRY = 5,  /**< ask the person */
  DARVAZA_INSTRUCTION_SPECIFIC_CHECK = 6, /**< search person, vehicle, goods */
  DARVAZA_INSTRUCTION_SEIZE_DOCUMENT = 7,
  DARVAZA_INSTRUCTION_PROTECT = 8
};

/** On what terms an entry is shared: who answers for it, what is to be done, who may know of it,
 * for how long (docs/entry-terms.md). */
typedef struct darvaza_entry_terms {
  size_t struct_size;
  darvaza_text owner;       /**< code of Doc 9303; empty: not stated */
  darvaza_text focal_point; /**< whom to contact, as the owner writes it */
  darvaza_text legal_basis;
  darvaza_alert_category category;
  darvaza_instruction instruction;
  darvaza_line visible_from; /**< DARVAZA_LINE_FIRST: both lines see it */
  int32_t releasable_to_all; /**< 1: every State may see it; 0: the owner and those that follow */
  const darvaza_text* releasable_to; /**< codes of Doc 9303 */
  size_t releasable_to_count;
  darvaza_date valid_from; /**< this and the next both inclusive; unknown: no limit */
  darvaza_date valid_until;
  darvaza_date review; /**< when the owner is to confirm or delete the entry */
  int32_t reserved;
  darvaza_text source_reference; /**< the owner's own */
} darvaza_entry_terms;

/* ------------------------------------------------------------------ screening */

/** How to screen. NULL in its place means what darvaza_screening_options_init sets: the engine's
 * defaults. */
typedef struct darvaza_screening_options {
  size_t struct_size;
  uint32_t top;         /**< at most this many candidates an answer, 1 to DARVAZA_MAX_TOP */
  int32_t min_score_bp; /**< candidates below are left out; hundredths of a percent, 0 to 10000; 0:
                           the best ones, whatever their score. The decision counts those who are
                           left out, too: where nobody is left to name, a problem says so */
  int32_t
      review_score_bp;  /**< from this score on a candidate makes the answer DARVAZA_REVIEW, ... */
  int32_t hit_score_bp; /**< ... and from this on DARVAZA_HIT; not below review_score_bp, both 0 to
                           10000 (who scores 9998 is clear of 10000, though shown);
                           docs/score.md says how the defaults were chosen */
  int32_t exhaustive;   /**< 1: scores every listed name instead of searching the index; slow, for
                           checking */
  int32_t near_documents; /**< 1: finds documents also under numbers with one wrong or two exchanged
                             characters */
  /** Microseconds from the begin of the call after which searches are given up; 0: none. What was
   * found by then is told, and the answers concerned are DARVAZA_INCOMPLETE; documents are checked
   * all the same. Looked at every few milliseconds. The only setting with which equal questions may
   * have unequal answers. */
  uint64_t time_limit_us;
  uint32_t threads; /**< of a batch: 1 to DARVAZA_MAX_THREADS; 0: one per processor. Answers do not
                       depend on it */
  int32_t reserved;
  /* Since interface 1.1: the post that asks. What it may not see (docs/entry-terms.md) is left out
   * before candidates are ranked and before the decision. The defaults see everything. */
  darvaza_text state; /**< whose post it is: a code of Doc 9303 or ISO 3166, or an English name.
                         Empty: whoever keeps the lists. One that is not known is refused, because
                         nothing may stand for it */
  darvaza_date today; /**< the day on which entries must be valid, with month and day, of 1900 or later
                           (DARVAZA_INVALID_ARGUMENT otherwise); unknown: no
                         entry is too early or too late */
  darvaza_line line;  /**< who reads the answer */
  /* Since interface 1.2. */
  int32_t today_by_clock; /**< 1: a clock said `today`, which must then be known. One that is behind
                             would hide entries that have begun: where the lists are of a later day,
                             entries begin by that; where it is later by more than a day, no entry is
                             too early, and every answer has a problem that says so. 0: somebody asks
                             about a day, of the past perhaps */
  int32_t reserved2;
} darvaza_screening_options;

/** Sets every field but struct_size, which must be set before, to the engine's default. */
DARVAZA_API darvaza_status darvaza_screening_options_init(darvaza_screening_options* options);

/** What the officer is told first. Only DARVAZA_CLEAR clears. */
typedef int32_t darvaza_decision;
enum {
  DARVAZA_CLEAR = 0,  /**< every list was searched to the end; nobody scored high enough, and no
                         document is reported */
  DARVAZA_REVIEW = 1, /**< somebody listed may be meant, or a document may be a reported one */
  DARVAZA_HIT =
      2, /**< somebody listed is very probably meant, or a document is reported; unconfirmed */
  DARVAZA_INCOMPLETE = 3 /**< the search could not be done or not be finished, whatever it found:
                            treat as not screened */
};

typedef int32_t darvaza_evidence_kind;
enum {
  DARVAZA_EVIDENCE_PRIOR = 0, /**< how unlikely a listed person is before anything is known */
  DARVAZA_EVIDENCE_NAME = 1,
  DARVAZA_EVIDENCE_FATHER_NAME = 2,
  DARVAZA_EVIDENCE_BIRTH_DATE = 3,
  DARVAZA_EVIDENCE_BIRTH_PLACE = 4,
  DARVAZA_EVIDENCE_NATIONALITY = 5,
  DARVAZA_EVIDENCE_SEX = 6,
  DARVAZA_EVIDENCE_DOCUMENT = 7
};

/** One reason. The weights of a candidate add up to its total, and that alone determines the score.
 */
typedef struct darvaza_evidence {
  size_t struct_size;
  darvaza_evidence_kind kind;
  int32_t weight_mn; /**< natural-log odds in thousandths: +2303 is ten times as likely, -2303 ten
                        times less */
  darvaza_text text; /**< for a person to read; names both sides and, for names, which token met
                        which. Wording may change */
} darvaza_evidence;

/** A listed person who may be the traveller. Never proof. */
typedef struct darvaza_candidate {
  size_t struct_size;
  darvaza_text list; /**< "un-sc" */
  darvaza_text id;   /**< the source's own identifier of the entry */
  int32_t score_bp;  /**< 0 to 10000: hundredths of a percent */
  int32_t weight_mn; /**< the sum of the evidence; orders candidates of equal score */
  darvaza_text name; /**< the listed spelling that agrees best; may hold invisible characters:
                        escape what you show */
  const darvaza_evidence* const* evidence; /**< in the order of darvaza_evidence_kind */
  size_t evidence_count;
  darvaza_text handling; /**< what to do */
  darvaza_text category; /**< programme or reason in the source's own words; may be empty */
  /* Since interface 1.1. */
  const darvaza_entry_terms* terms; /**< on which the entry is shared; NULL where none are stated */
} darvaza_candidate;

typedef int32_t darvaza_document_match;
enum {
  DARVAZA_MATCH_EXACT = 0,
  DARVAZA_MATCH_RANGE = 1, /**< inside a listed run of blanks */
  DARVAZA_MATCH_CONFUSABLE =
      2, /**< characters that readers and typists take for one another differ */
  DARVAZA_MATCH_TRANSPOSED = 3, /**< with near_documents: two neighbouring characters exchanged */
  DARVAZA_MATCH_ONE_WRONG_CHARACTER =
      4 /**< with near_documents: as often as not another document of the series */
};

typedef int32_t darvaza_document_status;
enum {
  DARVAZA_DOCUMENT_LOST = 0,
  DARVAZA_DOCUMENT_STOLEN = 1,
  DARVAZA_DOCUMENT_STOLEN_BLANK = 2,
  DARVAZA_DOCUMENT_REVOKED = 3,
  DARVAZA_DOCUMENT_INVALID = 4
};

typedef int32_t darvaza_number_format;
enum { DARVAZA_FORMAT_UNKNOWN = 0, DARVAZA_FORMAT_USUAL = 1, DARVAZA_FORMAT_UNUSUAL = 2 };

/** A document of the traveller that is reported lost, stolen or revoked. Unconfirmed by nature.
 * Documents that a list attributes to a person are not here but among that candidate's evidence. */
typedef struct darvaza_document_hit {
  size_t struct_size;
  darvaza_text list;
  darvaza_text number; /**< as listed; "first to last" for a run of blanks */
  darvaza_text type;
  darvaza_text issuer; /**< code of Doc 9303; empty: not stated */
  darvaza_document_status status;
  darvaza_document_match match;
  int32_t difference_mn; /**< how unusual the misreading would be, thousandths of a nat; 0: the same
                            number. Orders hits of one class */
  darvaza_number_format format; /**< whether the number presented has a form of its State */
  darvaza_date lost;
  darvaza_date reported;
  darvaza_date review;
  int32_t reserved;
  darvaza_text reporting_state;
  darvaza_text reference; /**< the reporting State's own; may be empty */
  darvaza_text handling;  /**< what to do and whom to contact */
  /* Since interface 1.1. */
  const darvaza_entry_terms* terms; /**< of the list; NULL where none are stated */
} darvaza_document_hit;

/** The answer about one traveller. */
typedef struct darvaza_result {
  size_t struct_size;
  darvaza_text id; /**< the traveller's */
  darvaza_decision decision;
  int32_t complete; /**< 0 exactly when the decision is DARVAZA_INCOMPLETE */
  const darvaza_candidate* const* candidates; /**< best first */
  size_t candidates_count;
  const darvaza_document_hit* const* documents; /**< the surest first */
  size_t documents_count;
  const darvaza_problem* const* problems;
  size_t problems_count;
  const darvaza_flight* const* flights; /**< the traveller's */
  size_t flights_count;
} darvaza_result;

/** Answers of one call, in the order of its travellers. Yours; immutable, so that any number of
 * threads may read it; outlives the screener. */
typedef struct darvaza_results darvaza_results;

/** Screens one traveller; `*results` then holds one answer. `options` may be NULL.
 *  What the traveller lacks is no error but said in the answer. DARVAZA_INVALID_TEXT,
 * DARVAZA_LIMIT, DARVAZA_INVALID_ARGUMENT say in `field` what was wrong; nothing was screened then.
 * Microseconds to, for names that are all common, milliseconds. */
DARVAZA_API darvaza_status darvaza_screen(const darvaza_screener* screener,
                                          const darvaza_traveller* traveller,
                                          const darvaza_screening_options* options,
                                          darvaza_results** results, darvaza_error** error);

/** Screens `count` travellers (0 is fine) against one version of the index: answers[i] is about
 * travellers[i]. The array and what it points to must stay unchanged during the call. Answers are
 * the same bytes as of `count` single calls. One wrong traveller fails the call: nobody was
 * screened, `field` names it. Adds little to the cost of the searches: prefer it where more than
 * one traveller is there. */
DARVAZA_API darvaza_status darvaza_screen_batch(const darvaza_screener* screener,
                                                const darvaza_traveller* const* travellers,
                                                size_t count,
                                                const darvaza_screening_options* options,
                                                darvaza_results** results, darvaza_error** error);

/** Checks one document, of a traveller who is not known: one answer, with the document among
 * `documents` when it is reported, and among `candidates` who is listed with it. The decision is
 * always DARVAZA_INCOMPLETE, because a document alone clears nobody; that nothing was found does
 * mean that every list of documents was looked through to the end, unless a problem of the
 * "document" says that its number is empty or cannot be read. Microseconds. */
DARVAZA_API darvaza_status darvaza_check_document(const darvaza_screener* screener,
                                                  const darvaza_document* document,
                                                  const darvaza_screening_options* options,
                                                  darvaza_results** results, darvaza_error** error);

/** All answers: (*answers)[0] to (*answers)[*count - 1], with everything below them. Borrowed.
 * Nanoseconds. */
DARVAZA_API darvaza_status darvaza_results_data(const darvaza_results* results,
                                                const darvaza_result* const** answers,
                                                size_t* count);
DARVAZA_API void darvaza_results_free(darvaza_results* results);

/** Text that was made for you. Yours; immutable. */
typedef struct darvaza_string darvaza_string;
/** Borrowed from `string`. */
DARVAZA_API darvaza_status darvaza_string_data(const darvaza_string* string, darvaza_text* text);
DARVAZA_API void darvaza_string_free(darvaza_string* string);

/** The answers from `first` on, `count` of them, as JSON Lines: one object a line, each line ended
 * by "\n", the same bytes as `darvaza screen` writes (docs/json.md). DARVAZA_OUT_OF_RANGE when
 * there are not so many. A microsecond or two an answer. */
DARVAZA_API darvaza_status darvaza_results_json(const darvaza_results* results, size_t first,
                                                size_t count, darvaza_string** json,
                                                darvaza_error** error);

/* ------------------------------------------------------------------ manifests */

typedef int32_t darvaza_manifest_format;
enum {
  DARVAZA_MANIFEST_AUTO = 0, /**< recognised by content */
  DARVAZA_MANIFEST_CSV = 1,
  DARVAZA_MANIFEST_JSONL = 2,
  DARVAZA_MANIFEST_PAXLST = 3,
  DARVAZA_MANIFEST_PNRGOV = 4,
  DARVAZA_MANIFEST_MRZ = 5
};

typedef struct darvaza_manifest_options {
  size_t struct_size;
  darvaza_manifest_format format;
  int32_t reference_year; /**< the current year, by which two-digit years are read; 1900 to 9800 */
} darvaza_manifest_options;

/** Sets every field but struct_size, which must be set before: any format, and the current year
 * (UTC). */
DARVAZA_API darvaza_status darvaza_manifest_options_init(darvaza_manifest_options* options);

/** A passenger list that is being read. Not for several threads at once. */
typedef struct darvaza_manifest darvaza_manifest;

/** Travellers as they were read. Yours; immutable, outlives the manifest. */
typedef struct darvaza_travellers darvaza_travellers;

/** Opens a file (a pipe or device is fine, too) and begins to read it, on a thread of its own and
 * some hundred travellers ahead at most. `options` may be NULL. DARVAZA_INPUT_MISSING; errors in
 * the content come with darvaza_manifest_next. */
DARVAZA_API darvaza_status darvaza_manifest_open(const char* path, size_t path_size,
                                                 const darvaza_manifest_options* options,
                                                 darvaza_manifest** manifest,
                                                 darvaza_error** error);
/** The same of `size` bytes in memory, of which a copy is taken. `name` is what errors call them.
 */
DARVAZA_API darvaza_status darvaza_manifest_open_bytes(const char* bytes, size_t size,
                                                       const char* name, size_t name_size,
                                                       const darvaza_manifest_options* options,
                                                       darvaza_manifest** manifest,
                                                       darvaza_error** error);
/** Also while the file is not read to its end. Waits for a read of a pipe or device that is under
 * way. */
DARVAZA_API void darvaza_manifest_free(darvaza_manifest* manifest);

/** The next travellers in the order of the input: `max` of them (1 to DARVAZA_MAX_BATCH), fewer
 * only at the end, and 0 after it. Waits for input. When the input cannot be read any further, the
 * travellers before come first, then, with each further call, DARVAZA_INPUT_REFUSED or DARVAZA_IO
 * with the place. A few microseconds a traveller. */
DARVAZA_API darvaza_status darvaza_manifest_next(darvaza_manifest* manifest, size_t max,
                                                 darvaza_travellers** travellers,
                                                 darvaza_error** error);

/** All of them, ready for darvaza_screen_batch. Borrowed. */
DARVAZA_API darvaza_status darvaza_travellers_data(const darvaza_travellers* travellers,
                                                   const darvaza_traveller* const** data,
                                                   size_t* count);
DARVAZA_API void darvaza_travellers_free(darvaza_travellers* travellers);

typedef struct darvaza_manifest_summary {
  size_t struct_size;
  darvaza_manifest_format format; /**< what it was read as */
  /** 0: the input ended or broke off in a way that may have hidden travellers; answers for the
   * manifest must not be taken as complete. */
  int32_t complete;
  uint64_t travellers;
  const darvaza_problem* const* problems; /**< of the message as a whole */
  size_t problems_count;
} darvaza_manifest_summary;

/** What was read, once darvaza_manifest_next has given 0 travellers; DARVAZA_INVALID_ARGUMENT
 * before, and after an error. Borrowed from the manifest. */
DARVAZA_API darvaza_status darvaza_manifest_summary_data(const darvaza_manifest* manifest,
                                                         const darvaza_manifest_summary** summary);

/* ------------------------------------------------------------------ machine-readable zones */

typedef struct darvaza_mrz_options {
  size_t struct_size;
  int32_t reference_year; /**< the current year, by which two-digit years are read; 1900 to 9800 */
  int32_t youngest_age;   /**< holders turn at least this old in that year; 0 to 99 */
  int32_t expiry_years_ahead; /**< documents expire at most so many years after it; 0 to 99 */
  int32_t reserved;
} darvaza_mrz_options;

/** Sets every field but struct_size, which must be set before: the engine's defaults, and the
 * current year (UTC). */
DARVAZA_API darvaza_status darvaza_mrz_options_init(darvaza_mrz_options* options);

typedef int32_t darvaza_mrz_format;
enum {
  DARVAZA_MRZ_TD1 = 0,
  DARVAZA_MRZ_TD2 = 1,
  DARVAZA_MRZ_TD3 = 2,
  DARVAZA_MRZ_MRV_A = 3,
  DARVAZA_MRZ_MRV_B = 4
};

/** One check digit and whether it holds. */
typedef struct darvaza_mrz_check {
  size_t struct_size;
  darvaza_text
      field;     /**< "document number", "birth date", "expiry", "optional data", "composite" */
  char expected; /**< computed from the field */
  char found;    /**< as printed */
  char reserved[6];
  int32_t holds;    /**< as printed */
  int32_t repaired; /**< does not hold as printed, but does over what is read instead */
} darvaza_mrz_check;

/** One character that the optical reader took for another, and what is read instead. */
typedef struct darvaza_mrz_repair {
  size_t struct_size;
  int32_t line;     /**< from 1 */
  int32_t position; /**< from 1 */
  darvaza_text field;
  char found;
  char taken;
  char reserved[6];
} darvaza_mrz_repair;

typedef struct darvaza_mrz_fields {
  size_t struct_size;
  darvaza_mrz_format format;
  int32_t checks_hold;          /**< 1: every check digit holds */
  darvaza_text document_code;   /**< without fillers: "P", "PE", "V", "ID" */
  darvaza_text issuing_state;   /**< as printed; may be a code that is not assigned */
  darvaza_text document_number; /**< without fillers; repaired */
  darvaza_text
      printed_number; /**< the same before repairs; empty when nothing of it was repaired */
  darvaza_text nationality;
  darvaza_date birth_date;
  darvaza_date expires;
  darvaza_sex sex;
  darvaza_sex personal_sex;   /**< what the personal number says */
  darvaza_text optional_data; /**< without trailing fillers */
  darvaza_text
      personal_number; /**< where the issuing State is known to put one there; else empty */
  darvaza_date personal_birth_date;
  int32_t reserved;
  darvaza_text employer;    /**< of a crew member certificate */
  const darvaza_name* name; /**< fillers turned into blanks */
  const darvaza_name*
      arabic_name; /**< in Arabic letters, where the zone holds their X-escapes; else empty */
  const darvaza_mrz_check* const* checks;
  size_t checks_count;
  const darvaza_mrz_repair* const* repairs;
  size_t repairs_count;
  const darvaza_problem* const* problems;
  size_t problems_count;
} darvaza_mrz_fields;

/** What a zone says. Yours; immutable. */
typedef struct darvaza_mrz darvaza_mrz;

/** Reads one zone (TD1, TD2, TD3, MRV-A, MRV-B of Doc 9303) from its two or three lines as readers
 * deliver it: lines separated by CR, LF, other control characters or blanks, or run together;
 * blanks for fillers; lower case. Any bytes may be passed; at most 1 KiB is looked at. A wrong
 * check digit is no error: it stands in `checks` and `problems`. DARVAZA_INPUT_REFUSED for what has
 * no known shape. `options` may be NULL. Any thread; microseconds. */
DARVAZA_API darvaza_status darvaza_mrz_parse(const char* lines, size_t lines_size,
                                             const darvaza_mrz_options* options, darvaza_mrz** mrz,
                                             darvaza_error** error);
/** Borrowed. */
DARVAZA_API darvaza_status darvaza_mrz_data(const darvaza_mrz* mrz,
                                            const darvaza_mrz_fields** fields);
/** The traveller whom the zone describes, ready for darvaza_screen; `id` is empty. Borrowed. */
DARVAZA_API darvaza_status darvaza_mrz_traveller(const darvaza_mrz* mrz,
                                                 const darvaza_traveller** traveller);
/** The zone as one JSON object without line end, the same bytes as the member `zone` of `darvaza
 * mrz --json`. */
DARVAZA_API darvaza_status darvaza_mrz_json(const darvaza_mrz* mrz, darvaza_string** json,
                                            darvaza_error** error);
DARVAZA_API void darvaza_mrz_free(darvaza_mrz* mrz);

/* ------------------------------------------------------------------ two names */

typedef struct darvaza_comparison_fields {
  size_t struct_size;
  int32_t score_bp;  /**< 0 to 10000: how probable it is that both are one person's name, if half of
                        such pairs are */
  int32_t weight_mn; /**< the sum of the evidence */
  const darvaza_evidence* const* evidence;
  size_t evidence_count;
} darvaza_comparison_fields;

/** Two names, no list. Yours; immutable. */
typedef struct darvaza_comparison darvaza_comparison;

/** Compares two names in any scripts; symmetric. Names without letters score 0. A score from here
 * is not one of darvaza_screen. Any thread; microseconds. */
DARVAZA_API darvaza_status darvaza_compare(const char* name_a, size_t name_a_size,
                                           const char* name_b, size_t name_b_size,
                                           darvaza_comparison** comparison, darvaza_error** error);
/** Borrowed. */
DARVAZA_API darvaza_status darvaza_comparison_data(const darvaza_comparison* comparison,
                                                   const darvaza_comparison_fields** fields);
/** As one JSON object without line end, the same bytes as `darvaza compare --json`. */
DARVAZA_API darvaza_status darvaza_comparison_json(const darvaza_comparison* comparison,
                                                   darvaza_string** json, darvaza_error** error);
DARVAZA_API void darvaza_comparison_free(darvaza_comparison* comparison);

/* ------------------------------------------------------------------ words of the enumerations */

typedef int32_t darvaza_vocabulary;
enum {
  DARVAZA_WORDS_STATUS = 0,          /**< darvaza_status: "ok", "invalid argument", ... */
  DARVAZA_WORDS_DECISION = 1,        /**< "clear", "review", "hit", "incomplete" */
  DARVAZA_WORDS_EVIDENCE_KIND = 2,   /**< "prior", "name", ... */
  DARVAZA_WORDS_DOCUMENT_MATCH = 3,  /**< "exact", ... */
  DARVAZA_WORDS_DOCUMENT_STATUS = 4, /**< "lost", ... */
  DARVAZA_WORDS_NUMBER_FORMAT = 5,   /**< "unknown", "usual", "unusual" */
  DARVAZA_WORDS_MANIFEST_FORMAT = 6, /**< "auto", "csv", ... */
  DARVAZA_WORDS_MRZ_FORMAT = 7,      /**< "TD1", ... */
  DARVAZA_WORDS_SEX = 8,             /**< "", "F", "M", "X" */
  DARVAZA_WORDS_ROLE = 9, /**< "passenger", "crew", "transit passenger", "transit crew" */
  /* Since interface 1.1. */
  DARVAZA_WORDS_LINE = 10,           /**< "second", "first" */
  DARVAZA_WORDS_ALERT_CATEGORY = 11, /**< "", "terrorism", ... */
  DARVAZA_WORDS_INSTRUCTION = 12     /**< "", "arrest", ... */
};

/** The word by which JSON and the command line call `value` of an enumeration; static, ends in NUL.
 * NULL when the enumeration has no such value, so that the words can be listed by counting from 0.
 * Never fails; any thread. */
DARVAZA_API const char* darvaza_word(darvaza_vocabulary vocabulary, int32_t value);

#ifdef __cplusplus
}
#endif

#endif /* DARVAZA_H */
