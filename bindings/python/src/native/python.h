/* Python's stable ABI, as of the oldest version that has what a buffer-free module needs. */
#ifndef DARVAZA_PYTHON_PYTHON_H
#define DARVAZA_PYTHON_PYTHON_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030b0000
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#endif
