import os
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(os.environ["DARVAZA_SOURCE_DIR"], "bindings/python/examples/screen_manifest.py")


def run(index, manifest):
    return subprocess.run([sys.executable, EXAMPLE, index, manifest], capture_output=True, text=True)


def test_the_manifest_is_screened_and_who_was_not_is_told(index, manifests):
    done = run(index, next(path for path in manifests if path.name == "ferry.csv"))
    assert "9 travellers in" in done.stdout and "(csv)" in done.stdout
    assert "\nf1: hit\n" in done.stdout and "un-sc QDi.901" in done.stdout
    assert "\nf5:" not in done.stdout  # clear
    assert "\nf8: incomplete\n" in done.stdout
    assert "1 travellers were not screened; the list is whole" in done.stdout
    assert done.returncode == 1


def test_a_manifest_of_whom_all_were_screened_succeeds(index, tmp_path):
    (tmp_path / "one.csv").write_text("id,name\n1,Chidi OKONKWO\n")
    done = run(index, tmp_path / "one.csv")
    assert "    1 clear\n" in done.stdout and done.returncode == 0, done.stderr
