import pickle

import pytest

import darvaza


def test_every_status_has_its_class():
    statuses = {kind.status for kind in darvaza.DarvazaError.__subclasses__()}
    assert statuses == {
        "invalid argument",
        "invalid text",
        "out of range",
        "limit",
        "unsupported",
        "input refused",
        "input missing",
        "io",
        "out of memory",
        "internal",
    }


def test_errors_are_the_built_in_ones_too(tmp_path):
    with pytest.raises(FileNotFoundError) as failure:
        darvaza.Screener(tmp_path / "missing.dvz")
    assert isinstance(failure.value, darvaza.DarvazaError)
    assert failure.value.file.endswith("missing.dvz")
    assert "missing.dvz" in str(failure.value)


def test_a_damaged_index_is_refused(index, tmp_path):
    damaged = tmp_path / "damaged.dvz"
    damaged.write_bytes(index.read_bytes()[:-100])
    with pytest.raises(darvaza.InputRefusedError) as failure:
        darvaza.Screener(damaged)
    assert failure.value.message


def test_errors_can_be_pickled():
    error = darvaza.InputMissingError("it is not there", file="a.dvz", line=3)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.line) == (darvaza.InputMissingError, "a.dvz:3: it is not there", 3)


def test_the_place_stands_before_the_message():
    error = darvaza.InvalidTextError("not UTF-8", field="traveller.names[0].primary", offset=4)
    assert str(error) == "traveller.names[0].primary: byte 4: not UTF-8"
