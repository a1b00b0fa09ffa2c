"""An index of the fictional lists of data-samples, built once by the command line."""

import os
import subprocess
from pathlib import Path

import pytest

import darvaza

SAMPLES = Path(os.environ["DARVAZA_SOURCE_DIR"], "data-samples")


def build(output, *lists):
    program = os.environ["DARVAZA_PROGRAM"]
    subprocess.run([program, "build", "--output", output, *lists], check=True, capture_output=True)
    return output


@pytest.fixture(scope="session")
def manifests():
    return sorted((SAMPLES / "manifests").iterdir())


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    lists = sorted((SAMPLES / "lists").iterdir())
    return build(tmp_path_factory.mktemp("index") / "all.dvz", *lists)


@pytest.fixture(scope="session")
def small_index(tmp_path_factory):
    """Without the list on which Nader Daryagozar stands."""
    return build(tmp_path_factory.mktemp("index") / "small.dvz", SAMPLES / "lists/national.csv")


@pytest.fixture(scope="session")
def shared_index(tmp_path_factory):
    """Entries on terms: a discreet one, one that is not released to all, stolen blanks."""
    lists = sorted((SAMPLES / "shared").iterdir())
    return build(tmp_path_factory.mktemp("index") / "shared.dvz", *lists)


@pytest.fixture
def screener(index):
    with darvaza.Screener(index) as opened:
        yield opened


@pytest.fixture
def nader():
    """Listed as NADER DARYAGOZAR, un-sc QDi.901, born 1971-03-02: see data-samples/README.md, traveller f1."""
    return darvaza.Traveller(
        id="f1",
        names=["Надер Дарьягозар"],
        birth_date="1971-03-02",
        nationalities=["IRN"],
    )
