"""The golden travellers, and all manifests of the samples: the bytes that the command line writes."""

import os
import subprocess
from pathlib import Path

from darvaza import Manifest

GOLDEN = Path(os.environ["DARVAZA_SOURCE_DIR"], "tests/golden")
ANSWERS = (GOLDEN / "answers.jsonl").read_bytes()


def golden_batches(most):
    with Manifest(GOLDEN / "travellers.jsonl") as manifest:
        yield from manifest.batches(most)


def test_batches_of_golden_travellers_get_golden_answers(screener):
    for most in 1, 7, 1024:
        lines = "".join(screener.screen_batch(batch).json_lines() for batch in golden_batches(most))
        assert lines.encode() == ANSWERS


def test_golden_travellers_as_records_get_golden_answers(screener):
    [batch] = golden_batches(1024)
    travellers = list(batch)
    assert screener.screen_batch(travellers).json_lines().encode() == ANSWERS
    lines = [screener.screen(traveller).json() + "\n" for traveller in travellers]
    assert "".join(lines).encode() == ANSWERS


def test_manifests_of_the_samples_give_the_bytes_of_the_command_line(index, screener, manifests):
    assert len(manifests) >= 7
    for path in manifests:
        command = [os.environ["DARVAZA_PROGRAM"], "screen", "--index", index, path]
        expected = subprocess.run(command, check=True, capture_output=True).stdout
        with Manifest(path) as manifest:
            written = "".join(screener.screen_batch(batch).json_lines() for batch in manifest.batches())
        assert written.encode() == expected
