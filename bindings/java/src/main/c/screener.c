/* org.darvaza.Screener. */
#include <stdlib.h>

#include "java_side.h"
#include "org_darvaza_Native.h"
#include "records_out.h"
#include "travellers_in.h"

/* What a Screener of Java holds. */
typedef struct {
  darvaza_screener* handle;
  JavaVM* machine;
  jobject logger; /* a global reference, or NULL */
} java_screener;

static java_screener* screener_of(jlong handle) { return (java_screener*)(intptr_t)handle; }

static void log_on_thread(JNIEnv* env, jobject logger, darvaza_log_level level, const char* message,
                          size_t size) {
  jclass native = (*env)->FindClass(env, "org/darvaza/Native");
  jmethodID log = native == NULL ? NULL
                                 : (*env)->GetStaticMethodID(env, native, "log",
                                                             "(Ljava/lang/System$Logger;I[B)V");
  jbyteArray text = log == NULL ? NULL : new_bytes(env, message, size);
  if (text != NULL) (*env)->CallStaticVoidMethod(env, native, log, logger, (jint)level, text);
  (*env)->ExceptionClear(env); /* a logger that fails must not fail the call */
}

/* The library calls this on the thread of a call, which is one of Java's. */
static void log_to_java(void* user, darvaza_log_level level, const char* message, size_t size) {
  java_screener* screener = user;
  void* env = NULL;
  if ((*screener->machine)->GetEnv(screener->machine, &env, JNI_VERSION_1_8) != JNI_OK) return;
  JNIEnv* java = env;
  if ((*java)->PushLocalFrame(java, 8) == 0) {
    log_on_thread(java, screener->logger, level, message, size);
    (*java)->PopLocalFrame(java, NULL);
  } else {
    (*java)->ExceptionClear(java);
  }
}

static void free_screener(JNIEnv* env, java_screener* screener) {
  darvaza_screener_free(screener->handle);
  if (screener->logger != NULL) (*env)->DeleteGlobalRef(env, screener->logger);
  free(screener);
}

JNIEXPORT jlong JNICALL Java_org_darvaza_Native_openScreener(JNIEnv* env, jclass type,
                                                             jbyteArray path, jobject logger) {
  (void)type;
  java_screener* screener = calloc(1, sizeof *screener);
  if (screener == NULL) return throw_out_of_memory(env), 0;
  (*env)->GetJavaVM(env, &screener->machine);
  if (logger != NULL) screener->logger = (*env)->NewGlobalRef(env, logger);
  const java_bytes bytes = borrow_bytes(env, path);
  if (bytes.data == NULL) return free_screener(env, screener), 0;
  const darvaza_open_options options = {.struct_size = sizeof options,
                                        .log = screener->logger != NULL ? log_to_java : NULL,
                                        .user = screener};
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_screener_open((const char*)bytes.data, bytes.size, &options,
                                                      &screener->handle, &error);
  release_bytes(env, bytes);
  if (status == DARVAZA_OK) return (jlong)(intptr_t)screener;
  free_screener(env, screener);
  throw_failure(env, status, error);
  return 0;
}

JNIEXPORT void JNICALL Java_org_darvaza_Native_closeScreener(JNIEnv* env, jclass type,
                                                             jlong screener) {
  (void)type;
  free_screener(env, screener_of(screener));
}

JNIEXPORT void JNICALL Java_org_darvaza_Native_swap(JNIEnv* env, jclass type, jlong screener,
                                                    jbyteArray path) {
  (void)type;
  const java_bytes bytes = borrow_bytes(env, path);
  if (bytes.data == NULL) return;
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_screener_swap(screener_of(screener)->handle,
                                                      (const char*)bytes.data, bytes.size, &error);
  release_bytes(env, bytes);
  if (status != DARVAZA_OK) throw_failure(env, status, error);
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_describe(JNIEnv* env, jclass type,
                                                           jlong screener) {
  (void)type;
  darvaza_description* description = NULL;
  darvaza_error* error = NULL;
  const darvaza_description_fields* fields = NULL;
  darvaza_status status =
      darvaza_screener_describe(screener_of(screener)->handle, &description, &error);
  if (status == DARVAZA_OK) status = darvaza_description_data(description, &fields);
  flat_writer writer = {0};
  if (status == DARVAZA_OK) write_description(&writer, fields);
  darvaza_description_free(description);
  if (status == DARVAZA_OK) return answered(env, &writer);
  throw_failure(env, status, error);
  return NULL;
}

/* The results in the form that was asked for; frees them. */
static jobject results_out(JNIEnv* env, darvaza_results* results, jint mode) {
  const darvaza_result* const* data = NULL;
  size_t count = 0;
  darvaza_error* error = NULL;
  darvaza_status status = darvaza_results_data(results, &data, &count);
  flat_writer writer = {0};
  if (status == DARVAZA_OK && mode == org_darvaza_Native_BATCH_AS_JSON) {
    darvaza_string* json = NULL;
    darvaza_text text = {"", 0};
    status = darvaza_results_json(results, 0, count, &json, &error);
    if (status == DARVAZA_OK) status = darvaza_string_data(json, &text);
    if (status == DARVAZA_OK) write_text(&writer, text);
    darvaza_string_free(json);
  } else if (status == DARVAZA_OK) {
    write_results(&writer, data, count);
  }
  darvaza_results_free(results);
  if (status == DARVAZA_OK) return answered(env, &writer);
  throw_failure(env, status, error);
  return NULL;
}

static jobject screened(JNIEnv* env, const java_screener* screener, const question* q,
                        const darvaza_screening_options* options, jint mode) {
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  const darvaza_status status =
      mode == org_darvaza_Native_SINGLE
          ? darvaza_screen(screener->handle, q->travellers[0], options, &results, &error)
          : darvaza_screen_batch(screener->handle, q->travellers, q->count, options, &results,
                                 &error);
  if (status == DARVAZA_OK) return results_out(env, results, mode);
  throw_failure(env, status, error);
  return NULL;
}

/* The question that FlatWriter wrote. */
static flat_reader reader_of(JNIEnv* env, jobject buffer, jint bytes) {
  const char* at = (*env)->GetDirectBufferAddress(env, buffer);
  return (flat_reader){at, at + bytes, false};
}

static jobject refuse_question(JNIEnv* env, const flat_reader* from) {
  if (from->broken) {
    throw_failure(env, DARVAZA_INTERNAL, NULL);
  } else {
    throw_out_of_memory(env);
  }
  return NULL;
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_screen(JNIEnv* env, jclass type, jlong screener,
                                                         jobject buffer, jint bytes, jint mode) {
  (void)type;
  flat_reader from = reader_of(env, buffer, bytes);
  darvaza_screening_options options;
  const darvaza_status status = read_options(&from, &options);
  if (status != DARVAZA_OK) return throw_failure(env, status, NULL), NULL;
  question q = {0};
  const bool read = read_travellers(&from, &q);
  jobject answer =
      read ? screened(env, screener_of(screener), &q, &options, mode) : refuse_question(env, &from);
  free(q.memory);
  return answer;
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_checkDocument(JNIEnv* env, jclass type,
                                                                jlong screener, jobject buffer,
                                                                jint bytes) {
  (void)type;
  flat_reader from = reader_of(env, buffer, bytes);
  darvaza_screening_options options;
  darvaza_status status = read_options(&from, &options);
  const darvaza_document document = read_document(&from);
  if (from.broken) return refuse_question(env, &from);
  darvaza_results* results = NULL;
  darvaza_error* error = NULL;
  if (status == DARVAZA_OK) {
    status = darvaza_check_document(screener_of(screener)->handle, &document, &options, &results,
                                    &error);
  }
  if (status == DARVAZA_OK) return results_out(env, results, org_darvaza_Native_SINGLE);
  throw_failure(env, status, error);
  return NULL;
}
