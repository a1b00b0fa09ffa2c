"""`pip install .` without a network, and the package that it made. Exit status 77: pip or setuptools is not installed.

Environment: DARVAZA_INCLUDE_DIR and DARVAZA_LIBRARY_DIR say where the C library is, which is not installed here.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).parents[1]

missing = [name for name in ("pip", "setuptools", "wheel") if importlib.util.find_spec(name) is None]
if missing:
    print(f"skipped: python3-{missing[0]} is not installed")
    sys.exit(77)

with tempfile.TemporaryDirectory() as folder:
    source, target = Path(folder, "source"), Path(folder, "target")
    shutil.copytree(SOURCE, source)
    command = [sys.executable, "-m", "pip", "install", "--no-build-isolation", "--no-index", "--no-compile"]
    subprocess.run([*command, "--target", target, source], check=True, env={**os.environ, "CFLAGS": "-O0"})
    installed = subprocess.run(
        [sys.executable, "-c", "import darvaza; print(darvaza._native.__file__, darvaza.version())"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(target), "LD_LIBRARY_PATH": os.environ["DARVAZA_LIBRARY_DIR"]},
    ).stdout.strip()
    assert installed.startswith(str(target)), installed
    assert "_native.abi3.so" in installed, installed
    assert (target / "darvaza/py.typed").exists() and (target / "darvaza/_native.pyi").exists()
    print(installed)
