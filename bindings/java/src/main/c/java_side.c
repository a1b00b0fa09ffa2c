#include "java_side.h"

#include <stdlib.h>

java_bytes borrow_bytes(JNIEnv* env, jbyteArray array) {
  java_bytes bytes = {array, (*env)->GetByteArrayElements(env, array, NULL), 0};
  if (bytes.data != NULL) bytes.size = (size_t)(*env)->GetArrayLength(env, array);
  return bytes;
}

void release_bytes(JNIEnv* env, java_bytes bytes) {
  (*env)->ReleaseByteArrayElements(env, bytes.array, bytes.data, JNI_ABORT);
}

jbyteArray new_bytes(JNIEnv* env, const char* data, size_t size) {
  jbyteArray array = (*env)->NewByteArray(env, (jsize)size);
  if (array != NULL) (*env)->SetByteArrayRegion(env, array, 0, (jsize)size, (const jbyte*)data);
  return array;
}

static void throw_of(JNIEnv* env, const char* class_name, const char* message) {
  jclass type = (*env)->FindClass(env, class_name);
  if (type != NULL) (*env)->ThrowNew(env, type, message);
}

void throw_out_of_memory(JNIEnv* env) {
  throw_of(env, "java/lang/OutOfMemoryError", "libdarvaza_jni");
}

static void throw_exception(JNIEnv* env, darvaza_status status,
                            const darvaza_error_fields* fields) {
  jclass native = (*env)->FindClass(env, "org/darvaza/Native");
  jmethodID failure = native == NULL
                          ? NULL
                          : (*env)->GetStaticMethodID(env, native, "failure",
                                                      "(I[B[B[BJJJ)Lorg/darvaza/DarvazaException;");
  jbyteArray message =
      failure == NULL ? NULL : new_bytes(env, fields->message.data, fields->message.size);
  jbyteArray field =
      message == NULL ? NULL : new_bytes(env, fields->field.data, fields->field.size);
  jbyteArray file = field == NULL ? NULL : new_bytes(env, fields->file.data, fields->file.size);
  if (file == NULL) return; /* the reason is pending */
  jthrowable exception = (*env)->CallStaticObjectMethod(
      env, native, failure, (jint)status, message, field, file, (jlong)fields->line,
      (jlong)fields->record, (jlong)fields->offset);
  if (!(*env)->ExceptionCheck(env)) (*env)->Throw(env, exception);
}

void throw_failure(JNIEnv* env, darvaza_status status, darvaza_error* error) {
  const darvaza_error_fields* fields = darvaza_error_data(error);
  const darvaza_error_fields bare = {.struct_size = sizeof bare,
                                     .code = status,
                                     .message = {"no memory was left to say more", 30},
                                     .field = {"", 0},
                                     .file = {"", 0}};
  throw_exception(env, status, fields != NULL ? fields : &bare);
  darvaza_error_free(error);
}

jobject answered(JNIEnv* env, flat_writer* from) {
  jobject buffer = NULL;
  if (from->too_large) {
    throw_of(env, "java/lang/IllegalStateException",
             "the answers take more than 2 GiB: ask for them in parts");
  } else if (from->out_of_memory) {
    throw_out_of_memory(env);
  } else {
    buffer = (*env)->NewDirectByteBuffer(env, from->data, (jlong)from->size);
  }
  if (buffer == NULL) free(from->data);
  return buffer;
}
