/* org.darvaza.Manifest. */
#include "java_side.h"
#include "org_darvaza_Native.h"
#include "records_out.h"

static darvaza_manifest* manifest_of(jlong handle) { return (darvaza_manifest*)(intptr_t)handle; }

/* The C library's defaults, under what the caller stated. */
static darvaza_status manifest_options(jint format, jint reference_year,
                                       darvaza_manifest_options* options) {
  *options = (darvaza_manifest_options){.struct_size = sizeof *options};
  const darvaza_status status = darvaza_manifest_options_init(options);
  if (format != org_darvaza_Native_DEFAULT) options->format = format;
  if (reference_year != org_darvaza_Native_DEFAULT) options->reference_year = reference_year;
  return status;
}

static jlong opened(JNIEnv* env, darvaza_status status, darvaza_manifest* manifest,
                    darvaza_error* error) {
  if (status == DARVAZA_OK) return (jlong)(intptr_t)manifest;
  throw_failure(env, status, error);
  return 0;
}

JNIEXPORT jlong JNICALL Java_org_darvaza_Native_openManifest(JNIEnv* env, jclass type,
                                                             jbyteArray path, jint format,
                                                             jint reference_year) {
  (void)type;
  const java_bytes bytes = borrow_bytes(env, path);
  if (bytes.data == NULL) return 0;
  darvaza_manifest_options options;
  darvaza_manifest* manifest = NULL;
  darvaza_error* error = NULL;
  darvaza_status status = manifest_options(format, reference_year, &options);
  if (status == DARVAZA_OK) {
    status =
        darvaza_manifest_open((const char*)bytes.data, bytes.size, &options, &manifest, &error);
  }
  release_bytes(env, bytes);
  return opened(env, status, manifest, error);
}

JNIEXPORT jlong JNICALL Java_org_darvaza_Native_openManifestBytes(JNIEnv* env, jclass type,
                                                                  jbyteArray content,
                                                                  jbyteArray name, jint format,
                                                                  jint reference_year) {
  (void)type;
  const java_bytes name_bytes = borrow_bytes(env, name);
  if (name_bytes.data == NULL) return 0;
  const java_bytes bytes = borrow_bytes(env, content);
  if (bytes.data == NULL) return release_bytes(env, name_bytes), 0;
  darvaza_manifest_options options;
  darvaza_manifest* manifest = NULL;
  darvaza_error* error = NULL;
  darvaza_status status = manifest_options(format, reference_year, &options);
  if (status == DARVAZA_OK) {
    status = darvaza_manifest_open_bytes((const char*)bytes.data, bytes.size,
                                         (const char*)name_bytes.data, name_bytes.size, &options,
                                         &manifest, &error);
  }
  release_bytes(env, bytes);
  release_bytes(env, name_bytes);
  return opened(env, status, manifest, error);
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_nextTravellers(JNIEnv* env, jclass type,
                                                                 jlong manifest, jint most) {
  (void)type;
  darvaza_travellers* travellers = NULL;
  darvaza_error* error = NULL;
  const darvaza_traveller* const* data = NULL;
  size_t count = 0;
  darvaza_status status = darvaza_manifest_next(manifest_of(manifest), most < 0 ? 0 : (size_t)most,
                                                &travellers, &error);
  if (status == DARVAZA_OK) status = darvaza_travellers_data(travellers, &data, &count);
  flat_writer writer = {0};
  if (status == DARVAZA_OK) write_travellers(&writer, data, count);
  darvaza_travellers_free(travellers);
  if (status == DARVAZA_OK) return answered(env, &writer);
  throw_failure(env, status, error);
  return NULL;
}

JNIEXPORT jobject JNICALL Java_org_darvaza_Native_manifestSummary(JNIEnv* env, jclass type,
                                                                  jlong manifest) {
  (void)type;
  const darvaza_manifest_summary* summary = NULL;
  const darvaza_status status = darvaza_manifest_summary_data(manifest_of(manifest), &summary);
  if (status != DARVAZA_OK) return throw_failure(env, status, NULL), NULL;
  flat_writer writer = {0};
  write_summary(&writer, summary);
  return answered(env, &writer);
}

JNIEXPORT void JNICALL Java_org_darvaza_Native_closeManifest(JNIEnv* env, jclass type,
                                                             jlong manifest) {
  (void)env, (void)type;
  darvaza_manifest_free(manifest_of(manifest));
}
