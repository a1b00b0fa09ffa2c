import threading

import pytest

import darvaza
from darvaza import Manifest

CSV = "id,name,birth_date,nationality\n1,Chidi OKONKWO,1980-05,NGA\n2,Надер Дарьягозар,1971-03-02,IRN\n"


def test_a_manifest_is_iterated_over():
    with Manifest.from_bytes(CSV.encode(), "two.csv") as manifest:
        first, second = manifest
        assert (first.id, str(first.birth_date), first.nationalities) == ("1", "1980-05", ("NGA",))
        assert str(second.names[0]) == "Надер Дарьягозар"
        summary = manifest.summary()
    assert (summary.format, summary.complete, summary.travellers, summary.problems) == ("csv", True, 2, ())


def test_batches_are_screened_as_they_are(screener):
    with Manifest.from_bytes(CSV.encode(), "two.csv") as manifest:
        [batch] = manifest.batches()
    answers = screener.screen_batch(batch)
    assert [answer.id for answer in answers] == ["1", "2"]
    assert answers.json_lines() == screener.screen_batch(list(batch)).json_lines()


def test_batches_are_of_the_size_asked_for():
    with Manifest.from_bytes(CSV.encode() + b"3,X Y,,\n", "three.csv") as manifest:
        assert [len(batch) for batch in manifest.batches(2)] == [2, 1]


def test_travellers_that_were_read_are_kept_whole(manifests, screener):
    """Out of C and back again, nothing is lost."""
    for path in manifests:
        with Manifest(path) as manifest:
            for batch in manifest.batches():
                assert len(batch) > 0
                assert screener.screen_batch(list(batch)).json_lines() == screener.screen_batch(batch).json_lines()


def test_a_file_that_is_missing_or_unreadable_is_named(tmp_path):
    with pytest.raises(FileNotFoundError) as failure:
        Manifest(tmp_path / "missing.csv")
    assert failure.value.file.endswith("missing.csv")
    manifest = Manifest.from_bytes(b"\x00\x01\x02", "noise")
    with pytest.raises(darvaza.InputRefusedError) as failure:
        list(manifest)
    assert failure.value.file == "noise"


def test_the_summary_is_there_at_the_end_only():
    with Manifest.from_bytes(CSV.encode(), "two.csv") as manifest:
        with pytest.raises(darvaza.InvalidArgumentError):
            manifest.summary()


def test_a_manifest_may_be_closed_before_its_end():
    manifest = Manifest.from_bytes(CSV.encode() * 1000, "long.csv")
    next(iter(manifest))
    manifest.close()
    manifest.close()
    with pytest.raises(ValueError, match="closed"):
        next(iter(manifest))


def test_a_format_may_be_given_and_a_wrong_one_is_refused():
    with Manifest.from_bytes(CSV.encode(), "two.csv", format="csv", reference_year=2026) as manifest:
        assert len(list(manifest)) == 2
    with pytest.raises(ValueError, match="format"):
        Manifest.from_bytes(CSV.encode(), "two.csv", format="xml")


def test_a_manifest_that_another_thread_reads_says_so(tmp_path):
    """A pipe that nobody writes to keeps the first thread waiting."""
    import os

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: setattr(writer, "file", open(pipe, "wb")))
    writer.start()
    manifest = Manifest(pipe)
    writer.join()
    reading = threading.Thread(target=lambda: list(manifest))
    reading.start()
    while True:  # until the thread has begun to wait
        try:
            manifest.summary()
        except RuntimeError as failure:
            assert "another thread" in str(failure)
            break
        except darvaza.InvalidArgumentError:
            pass
    writer.file.write(CSV.encode())
    writer.file.close()
    reading.join()
    assert manifest.summary().travellers == 2
