/* The functions of org.darvaza.Native that need no handle. */
#include <stdio.h>
#include <stdlib.h>

#include "java_side.h"
#include "org_darvaza_Native.h"
#include "records_out.h"

/* A library of another major version has other structs; one of an older minor version lacks
 * something. */
JNIEXPORT void JNICALL Java_org_darvaza_Native_checkLibrary(JNIEnv* env, jclass type) {
  (void)type;
  const uint32_t library = darvaza_abi_version();
  if (library >> 16 == DARVAZA_ABI_VERSION >> 16 && library >= DARVAZA_ABI_VERSION) return;
  char message[96];
  snprintf(message, sizeof message, "libdarvaza has interface %u.%u; libdarvaza_jni needs %u.%u",
           library >> 16, library & 0xffffU, DARVAZA_ABI_VERSION >> 16,
           DARVAZA_ABI_VERSION & 0xffffU);
  jclass error = (*env)->FindClass(env, "java/lang/UnsatisfiedLinkError");
  if (error != NULL) (*env)->ThrowNew(env, error, message);
}

JNIEXPORT jstring JNICALL Java_org_darvaza_Native_version(JNIEnv* env, jclass type) {
  (void)type;
  return (*env)->NewStringUTF(env, darvaza_version());
}

JNIEXPORT jstring JNICALL Java_org_darvaza_Native_word(JNIEnv* env, jclass type, jint vocabulary,
                                                       jint value) {
  (void)type;
  const char* word = darvaza_word(vocabulary, value);
  return word == NULL ? NULL : (*env)->NewStringUTF(env, word);
}

JNIEXPORT void JNICALL Java_org_darvaza_Native_free(JNIEnv* env, jclass type, jobject buffer) {
  (void)type;
  free((*env)->GetDirectBufferAddress(env, buffer));
}

JNIEXPORT jint JNICALL Java_org_darvaza_Native_parseDate(JNIEnv* env, jclass type,
                                                         jbyteArray text) {
  (void)type;
  const java_bytes bytes = borrow_bytes(env, text);
  if (bytes.data == NULL) return 0;
  darvaza_date date = {0};
  darvaza_error* error = NULL;
  const darvaza_status status =
      darvaza_date_parse((const char*)bytes.data, bytes.size, &date, &error);
  release_bytes(env, bytes);
  if (status != DARVAZA_OK) throw_failure(env, status, error);
  return (jint)date.year * 65536 + (jint)date.month * 256 + (jint)date.day;
}

static jobject comparison_out(JNIEnv* env, darvaza_comparison* comparison) {
  const darvaza_comparison_fields* fields = NULL;
  darvaza_string* json = NULL;
  darvaza_text text = {"", 0};
  darvaza_error* error = NULL;
  darvaza_status status = darvaza_comparison_data(comparison, &fields);
  if (status == DARVAZA_OK) status = darvaza_comparison_json(comparison, &json, &error);
  if (status == DARVAZA_OK) status = darvaza_string_data(json, &text);
  flat_writer writer = {0};
  if (status == DARVAZA_OK) write_comparison(&writer, fields, text);
  darvaza_string_free(json);
  darvaza_comparison_free(comparison);
  if (status == DARVAZA_OK) return answered(env, &writer);
  throw_failure(env, status, error);
  return NULL;
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_compare(JNIEnv* env, jclass type,
                                                          jbyteArray name_a, jbyteArray name_b) {
  (void)type;
  const java_bytes a = borrow_bytes(env, name_a);
  if (a.data == NULL) return NULL;
  const java_bytes b = borrow_bytes(env, name_b);
  if (b.data == NULL) return release_bytes(env, a), NULL;
  darvaza_comparison* comparison = NULL;
  darvaza_error* error = NULL;
  const darvaza_status status = darvaza_compare((const char*)a.data, a.size, (const char*)b.data,
                                                b.size, &comparison, &error);
  release_bytes(env, b);
  release_bytes(env, a);
  if (status == DARVAZA_OK) return comparison_out(env, comparison);
  throw_failure(env, status, error);
  return NULL;
}

static jobject mrz_out(JNIEnv* env, darvaza_mrz* mrz) {
  const darvaza_mrz_fields* fields = NULL;
  const darvaza_traveller* traveller = NULL;
  darvaza_string* json = NULL;
  darvaza_text text = {"", 0};
  darvaza_error* error = NULL;
  darvaza_status status = darvaza_mrz_data(mrz, &fields);
  if (status == DARVAZA_OK) status = darvaza_mrz_traveller(mrz, &traveller);
  if (status == DARVAZA_OK) status = darvaza_mrz_json(mrz, &json, &error);
  if (status == DARVAZA_OK) status = darvaza_string_data(json, &text);
  flat_writer writer = {0};
  if (status == DARVAZA_OK) write_mrz(&writer, fields, traveller, text);
  darvaza_string_free(json);
  darvaza_mrz_free(mrz);
  if (status == DARVAZA_OK) return answered(env, &writer);
  throw_failure(env, status, error);
  return NULL;
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_parseMrz(JNIEnv* env, jclass type,
                                                           jbyteArray lines, jint reference_year,
                                                           jint youngest_age,
                                                           jint expiry_years_ahead) {
  (void)type;
  darvaza_mrz_options options = {.struct_size = sizeof options};
  darvaza_status status = darvaza_mrz_options_init(&options);
  if (reference_year != org_darvaza_Native_DEFAULT) options.reference_year = reference_year;
  if (youngest_age != org_darvaza_Native_DEFAULT) options.youngest_age = youngest_age;
  if (expiry_years_ahead != org_darvaza_Native_DEFAULT)
    options.expiry_years_ahead = expiry_years_ahead;
  const java_bytes bytes = borrow_bytes(env, lines);
  if (bytes.data == NULL) return NULL;
  darvaza_mrz* mrz = NULL;
  darvaza_error* error = NULL;
  if (status == DARVAZA_OK) {
    status = darvaza_mrz_parse((const char*)bytes.data, bytes.size, &options, &mrz, &error);
  }
  release_bytes(env, bytes);
  if (status == DARVAZA_OK) return mrz_out(env, mrz);
  throw_failure(env, status, error);
  return NULL;
}
