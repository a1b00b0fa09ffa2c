// Preloaded into a program: its N-th call that changes files fails or kills it.
//
//   DARVAZA_FAULT=fail:17     the 17th such call fails with ENOSPC
//   DARVAZA_FAULT=kill:17     the program is killed in place of the 17th
//   DARVAZA_FAULT_COUNT=FILE  how many calls there were is written there at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("DARVAZA_FAULT_COUNT");
  FILE *file = path != NULL ? fopen(path, "w") : NULL;
  if (file == NULL) return;
  fprintf(file, "%ld\n", calls);
  fclose(file);
}

/// Whether this call is to fail.
static int fault(void) {
  const char *wanted = getenv("DARVAZA_FAULT");
  const long number =
      __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);  // files are written by several threads
  if (wanted == NULL || strlen(wanted) < 6 || atol(wanted + 5) != number) return 0;
  if (wanted[0] == 'k') kill(getpid(), SIGKILL);
  errno = ENOSPC;
  return 1;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  static ssize_t (*real)(int, const void *, size_t);
  if (real == NULL) real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  if (descriptor > 2 && fault()) return -1;
  return real(descriptor, bytes, count);
}

int fsync(int descriptor) {
  static int (*real)(int);
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return fault() ? -1 : real(descriptor);
}

int rename(const char *from, const char *to) {
  static int (*real)(const char *, const char *);
  if (real == NULL) real = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  return fault() ? -1 : real(from, to);
}

int link(const char* from, const char* to) {
  static int (*real)(const char*, const char*);
  if (real == NULL) real = (int (*)(const char*, const char*))dlsym(RTLD_NEXT, "link");
  return fault() ? -1 : real(from, to);
}

int symlink(const char *target, const char *path) {
  static int (*real)(const char *, const char *);
  if (real == NULL) real = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "symlink");
  return fault() ? -1 : real(target, path);
}
