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
        "input/output",
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


def test_what_cannot_be_read_is_an_os_error(tmp_path):
    with pytest.raises(darvaza.InputOutputError) as failure:
        list(darvaza.Manifest(tmp_path))
    assert isinstance(failure.value, OSError)
    assert failure.value.file == str(tmp_path)


@pytest.mark.parametrize(
    ("facts", "kind", "field"),
    [
        ({"names": ["Ali \ud800"]}, darvaza.InvalidTextError, "traveller.names[0]"),
        ({"birth_date": "02.03.1971"}, darvaza.InvalidArgumentError, "traveller.birth_date"),
        ({"sex": "male"}, darvaza.InvalidArgumentError, "traveller.sex"),
        ({"role": "pilot"}, darvaza.InvalidArgumentError, "traveller.role"),
        ({"bags": 70000}, darvaza.InvalidArgumentError, "traveller.bags"),
    ],
)
def test_every_wrong_value_is_an_error_of_the_package(screener, facts, kind, field):
    with pytest.raises(kind) as failure:
        screener.screen(darvaza.Traveller(**facts))
    assert (failure.value.field, failure.value.status) == (field, kind.status)
    assert isinstance(failure.value, ValueError)


@pytest.mark.parametrize(("option", "value"), [("top", -1), ("min_score_bp", 2**40), ("line", "third"), ("today", "soon"), ("state", "\ud800")])
def test_every_wrong_option_is_an_error_of_the_package(screener, nader, option, value):
    with pytest.raises(darvaza.DarvazaError) as failure:
        screener.screen(nader, **{option: value})
    assert failure.value.field == option and failure.value.message


def test_calls_that_come_too_late_or_too_early_say_so(index, nader):
    screener = darvaza.Screener(index)
    screener.close()
    with pytest.raises(darvaza.InvalidArgumentError, match="the screener is closed"):
        screener.screen(nader)
    with darvaza.Manifest.from_bytes(b"id,name\n1,A B\n", "one.csv") as manifest:
        with pytest.raises(darvaza.InvalidArgumentError, match="read to its end"):
            manifest.summary()
    with pytest.raises(darvaza.InvalidArgumentError, match="the manifest is closed"):
        manifest.summary()
    with pytest.raises(darvaza.InvalidArgumentError, match="format"):
        darvaza.Manifest.from_bytes(b"", "x", format="xls")


def test_arguments_of_functions_are_named():
    with pytest.raises(TypeError, match="name_a: expected str, not NoneType"):
        darvaza.compare(None, "a")
    with pytest.raises(darvaza.InvalidTextError, match="name_b"):
        darvaza.compare("a", "\udc00")
    with pytest.raises(darvaza.InvalidTextError, match="lines"):
        darvaza.parse_mrz("\udc00")
    with pytest.raises(TypeError, match="lines: expected str"):
        darvaza.parse_mrz(7)
    with pytest.raises(darvaza.InvalidTextError, match="text"):
        darvaza.parse_date("\udc00")


def test_contradicting_thresholds_are_refused(screener, nader):
    with pytest.raises(darvaza.InvalidArgumentError) as failure:
        screener.screen(nader, review_score_bp=9000, hit_score_bp=5000)
    assert failure.value.field == "options.hit_score_bp"
