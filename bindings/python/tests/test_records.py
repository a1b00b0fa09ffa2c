import pickle

import darvaza
from darvaza import Decision, Name, PartialDate, Sex


def test_dates_print_what_is_known():
    assert [str(PartialDate(*parts)) for parts in [(), (1980,), (1980, 5), (1980, 5, 17), (980, 5, 7)]] == [
        "",
        "1980",
        "1980-05",
        "1980-05-17",
        "0980-05-07",
    ]
    assert not PartialDate() and PartialDate(1980)


def test_dates_are_read_by_the_library():
    assert darvaza.parse_date("19800517") == PartialDate(1980, 5, 17)
    assert darvaza.parse_date("1980-05") == PartialDate(1980, 5)


def test_words_are_strings():
    assert Decision.HIT == "hit" and f"{Decision.HIT}" == "hit" and str(Sex.UNKNOWN) == ""


def test_names_print_as_they_are_spoken():
    assert str(Name("ROSTAMI", "NADER")) == "NADER ROSTAMI" and str(Name("ROSTAMI")) == "ROSTAMI"


def test_travellers_and_candidates_can_be_pickled(screener, nader):
    assert pickle.loads(pickle.dumps(nader)) == nader
    candidates = screener.screen(nader).candidates
    assert pickle.loads(pickle.dumps(candidates)) == candidates


def test_the_index_is_described(screener):
    description = screener.describe()
    assert description.entries == 30 and description.lost_documents == 6
    assert any('"un-sc"' in source for source in description.sources)
    assert description.digest


def test_the_package_has_the_version_of_the_project():
    import os

    assert darvaza.__version__ == os.environ["DARVAZA_VERSION"]
    pyproject = os.path.join(os.environ["DARVAZA_SOURCE_DIR"], "bindings/python/pyproject.toml")
    with open(pyproject) as file:
        assert f'version = "{darvaza.__version__}"' in file.read()
