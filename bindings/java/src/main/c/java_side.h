/* What every native function needs of Java: bytes in, buffers and exceptions out. */
#ifndef DARVAZA_JAVA_JAVA_SIDE_H
#define DARVAZA_JAVA_JAVA_SIDE_H

#include <jni.h>

#include "flat_writer.h"

/* The bytes of a Java array, until release_bytes; `data` is NULL, with an OutOfMemoryError pending,
 * when there is no memory. */
typedef struct {
  jbyteArray array;
  jbyte* data;
  size_t size;
} java_bytes;

java_bytes borrow_bytes(JNIEnv* env, jbyteArray array);
void release_bytes(JNIEnv* env, java_bytes bytes);

/* NULL, with an OutOfMemoryError pending, when there is no memory. */
jbyteArray new_bytes(JNIEnv* env, const char* data, size_t size);

/* Lets a DarvazaException be thrown; frees `error`, which may be NULL. */
void throw_failure(JNIEnv* env, darvaza_status status, darvaza_error* error);

void throw_out_of_memory(JNIEnv* env);

/* The written bytes as a direct buffer, to be freed with Native.free; NULL with an exception
 * pending when there was no room. */
jobject answered(JNIEnv* env, flat_writer* from);

#endif
