"""The golden travellers, and all manifests of the samples: the bytes that the command line writes."""

import os
import subprocess
from pathlib import Path

import pytest

from darvaza import Manifest, Screener

GOLDEN = Path(os.environ["DARVAZA_SOURCE_DIR"], "tests/golden")
ANSWERS = (GOLDEN / "answers.jsonl").read_bytes()


def golden_batches(most, name="travellers.jsonl"):
    with Manifest(GOLDEN / name) as manifest:
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


@pytest.mark.parametrize("line", ["first", "second"])
def test_posts_get_golden_answers(shared_index, line):
    expected = (GOLDEN / f"post-{line}.jsonl").read_bytes()
    post = {"state": "UZB", "line": line, "today": "2026-06-15"}
    with Screener(shared_index) as screener:
        [batch] = golden_batches(1024, "post-travellers.jsonl")
        assert screener.screen_batch(batch, **post).json_lines().encode() == expected
        lines = [screener.screen(traveller, **post).json() + "\n" for traveller in batch]
        assert "".join(lines).encode() == expected


def test_manifests_of_the_samples_give_the_bytes_of_the_command_line(index, screener, manifests):
    assert len(manifests) >= 7
    for path in manifests:
        command = [os.environ["DARVAZA_PROGRAM"], "screen", "--index", index, path]
        expected = subprocess.run(command, check=True, capture_output=True).stdout
        with Manifest(path) as manifest:
            written = "".join(screener.screen_batch(batch).json_lines() for batch in manifest.batches())
        assert written.encode() == expected
