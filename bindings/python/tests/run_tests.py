"""Runs one kind of test: `pytest`, `mypy` or `valgrind`. Exit status 77: what it takes is not installed.

Environment: DARVAZA_PROGRAM (the command line), DARVAZA_SOURCE_DIR (the tree), PYTHONPATH (the package under test).
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
HERE = Path(__file__).parent
PYTHON = HERE.parent


def skip(package):
    print(f"skipped: {package} is not installed")
    return SKIPPED


def run_pytest():
    if importlib.util.find_spec("pytest") is None:
        return skip("python3-pytest")
    return subprocess.call([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE)])


def run_mypy():
    mypy = shutil.which("mypy")
    if mypy is None:
        return skip("mypy")
    files = [str(PYTHON / "src/darvaza"), str(PYTHON / "examples/screen_manifest.py")]
    options = ["--config-file", str(PYTHON / "pyproject.toml"), "--cache-dir", os.devnull]
    environment = {**os.environ, "MYPYPATH": str(PYTHON / "src")}
    environment.pop("PYTHONPATH", None)
    return subprocess.call([mypy, *options, *files], env=environment)


def run_valgrind():
    """Definite leaks and wrong accesses whose stack shows this package or the library; Python's own are none of ours.

    Values that were not set are left to the tests of the C API: RE2 looks at some, on purpose.
    """
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return skip("valgrind")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        options = ["--leak-check=full", "--show-leak-kinds=definite", "--undef-value-errors=no"]
        options += ["--num-callers=40", "--fullpath-after="]
        command = [valgrind, *options, f"--log-file={log}"]
        status = subprocess.call(
            command + [sys.executable, str(HERE / "use_everything.py")],
            env={**os.environ, "PYTHONMALLOC": "malloc"},
        )
        report = log.read_text()
    if status != 0 or "LEAK SUMMARY" not in report and "no leaks are possible" not in report:
        print(report)
        return 1
    blocks = re.split(r"\n==\d+== \n", report)
    # A frame of ours: with debugging information it names the source, without it the library.
    ours = [b for b in blocks if re.search(r"(at|by) 0x.*(darvaza|/src/native/|_native\.abi3)", b)]
    print("\n\n".join(ours) or "no leak and no wrong access in the library or the package")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit({"pytest": run_pytest, "mypy": run_mypy, "valgrind": run_valgrind}[sys.argv[1]]())
