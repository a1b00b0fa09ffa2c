"""Builds darvaza._native against the C library that is installed.

pkg-config says where it is; DARVAZA_INCLUDE_DIR and DARVAZA_LIBRARY_DIR take precedence, for a library that is not installed.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from setuptools import Extension, setup


def pkg_config(what):
    try:
        answer = subprocess.run(["pkg-config", what, "darvaza"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []  # the compiler looks where it always looks
    return shlex.split(answer.stdout)


def folders(variable, what, option):
    if variable in os.environ:
        return [os.environ[variable]]
    return [word[len(option) :] for word in pkg_config(what) if word.startswith(option)]


def refuse_without_library():
    """Before the compiler says it in its own words. sdist needs no library."""
    headers = [os.path.join(folder, "darvaza.h") for folder in (os.environ.get("DARVAZA_INCLUDE_DIR", ""), "/usr/include", "/usr/local/include")]
    if pkg_config("--modversion") or any(map(os.path.exists, headers)) or not {"build_ext", "bdist_wheel", "install", "develop"} & set(sys.argv):
        return
    sys.exit("darvaza's C library is not installed: expected libdarvaza-dev, or DARVAZA_INCLUDE_DIR (with darvaza.h) and DARVAZA_LIBRARY_DIR (with libdarvaza.so) in the environment")


refuse_without_library()
setup(
    ext_modules=[
        Extension(
            "darvaza._native",
            sorted(str(path) for path in Path("src/native").glob("*.c")),
            depends=sorted(str(path) for path in Path("src/native").glob("*.h")),
            include_dirs=folders("DARVAZA_INCLUDE_DIR", "--cflags-only-I", "-I"),
            library_dirs=folders("DARVAZA_LIBRARY_DIR", "--libs-only-L", "-L"),
            libraries=["darvaza"],
            extra_compile_args=["-std=c11"],
            py_limited_api=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
