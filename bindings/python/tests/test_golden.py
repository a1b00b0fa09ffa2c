"""What the command line writes for the samples, this package writes, byte for byte."""

import os
import subprocess

from darvaza import Manifest


def test_manifests_of_the_samples_give_the_bytes_of_the_command_line(index, screener, manifests):
    assert len(manifests) >= 7
    for path in manifests:
        command = [os.environ["DARVAZA_PROGRAM"], "screen", "--index", index, path]
        expected = subprocess.run(command, check=True, capture_output=True).stdout
        with Manifest(path) as manifest:
            written = "".join(screener.screen_batch(batch).json_lines() for batch in manifest.batches())
        assert written.encode() == expected
