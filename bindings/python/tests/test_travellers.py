import datetime

import pytest

import darvaza
from darvaza import Address, Document, Flight, Name, PartialDate, Problem, Sex, Traveller, TravellerRole


def refused(screener, error, **facts):
    """The message with which a traveller with these facts is refused, single and in a batch."""
    with pytest.raises(error) as single:
        screener.screen(Traveller(**facts))
    with pytest.raises(error) as batch:
        screener.screen_batch([Traveller(names=["A B"]), Traveller(**facts)])
    assert str(single.value).replace("traveller", "travellers[1]", 1) == str(batch.value)
    return str(single.value)


def test_names_may_be_strings_or_names(screener, nader):
    whole = screener.screen(nader)
    nader.names = (Name("Дарьягозар", "Надер"),)
    assert screener.screen(nader).candidates[0].id == whole.candidates[0].id


@pytest.mark.parametrize("date", ["1971-03-02", "19710302", PartialDate(1971, 3, 2), datetime.date(1971, 3, 2)])
def test_dates_may_be_written_in_any_way(screener, nader, date):
    expected = screener.screen(nader).json()
    nader.birth_date = date
    assert screener.screen(nader).json() == expected


def test_unknown_dates_may_be_empty(screener, nader):
    nader.birth_date = ""
    empty = screener.screen(nader).json()
    nader.birth_date = PartialDate()
    assert screener.screen(nader).json() == empty


def test_sex_may_be_a_word(screener, nader):
    nader.sex = Sex.MALE
    expected = screener.screen(nader).json()
    nader.sex = "M"
    assert screener.screen(nader).json() == expected
    assert "sex" in expected


def test_every_fact_reaches_the_library(screener):
    flight = Flight("DZ0101", "UTA", "UTB", "2026-01-15T15:40", "2026-01-15T17:40", "", "22C", True)
    answer = screener.screen(
        Traveller(
            id="all",
            names=[Name("OKONKWO", "CHIDI", True), "Chidi Okonkwo"],
            father_name="Obi",
            birth_date="1980-05",
            birth_date_doubtful=True,
            sex=Sex.OTHER,
            nationalities=["NGA", "D"],
            birth_place="Lagos",
            documents=[Document("T90512806", "P", "IRN", "2030-01-01", datetime.date(2020, 1, 1), "Lagos")],
            role=TravellerRole.TRANSIT_CREW,
            locator="ABC123",
            related_locators=["DEF456"],
            reference="7",
            flights=[flight],
            addresses=[Address("R", "NGA", "1, Street")],
            bags=2,
            problems=[Problem("line 7", "something was odd")],
        )
    )
    assert answer.flights == (flight,)
    assert answer.documents[0].number == "T90512806"
    assert Problem("line 7", "something was odd") in answer.problems


def test_what_is_of_the_wrong_type_is_named(screener):
    assert refused(screener, TypeError, id=7) == "traveller.id: expected str, not int"
    assert refused(screener, TypeError, names=[7]) == "traveller.names[0]: expected Name or str, not int"
    assert refused(screener, TypeError, names="Ali") == "traveller.names: expected a sequence of values, not str"
    assert refused(screener, TypeError, names={"primary": "Ali"}) == "traveller.names: expected a sequence of values, not dict", "primary is nobody's name"
    assert refused(screener, TypeError, names=[Name("Ali", 3)]) == "traveller.names[0].secondary: expected str, not int"
    assert refused(screener, TypeError, documents=[("1",)]) == "traveller.documents[0]: expected Document, not tuple"
    assert refused(screener, TypeError, birth_date=1980) == (
        "traveller.birth_date: expected PartialDate, datetime.date or str, not int"
    )
    assert refused(screener, TypeError, names=[tuple.__new__(Name, ())]) == (
        "traveller.names[0]: expected Name or str, not Name"
    )
    with pytest.raises(TypeError, match=r"travellers\[0\]: expected Traveller, not str"):
        screener.screen_batch(["Ali"])


def test_what_is_of_the_wrong_value_is_named_and_not_repeated(screener):
    message = refused(screener, ValueError, birth_date="1980-13-01")
    assert message.startswith("traveller.birth_date: expected a date") and "13" not in message
    assert refused(screener, ValueError, bags=70000) == "traveller.bags: expected a number in its range"
    assert "surrogate" in refused(screener, ValueError, names=["Ali \ud800"])
    assert "Q" not in refused(screener, ValueError, sex="Q").replace("travellers", "")


def test_the_library_names_what_it_refuses(screener):
    with pytest.raises(darvaza.LimitError) as failure:
        screener.screen_batch([Traveller(names=["A B"]), Traveller(names=["x" * 70000])])
    assert failure.value.field == "travellers[1].names[0].primary"
    with pytest.raises(darvaza.InvalidArgumentError) as failure:
        screener.screen(Traveller(names=["A B"], birth_date=PartialDate(1980, 13, 1)))
    assert failure.value.field == "traveller.birth_date"
