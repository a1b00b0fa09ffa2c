import pytest

import darvaza
from darvaza import Decision, PartialDate, Sex

ZONE = "P<IRNGOLBARFI<<MARIAM<<<<<<<<<<<<<<<<<<<<<<<\nL907712504IRN8807157F3007147<<<<<<<<<<<<<<<8\n"


def test_a_zone_is_read():
    zone = darvaza.parse_mrz(ZONE, reference_year=2026)
    assert zone.format == "TD3" and zone.checks_hold
    assert (zone.document_code, zone.issuing_state, zone.document_number) == ("P", "IRN", "L90771250")
    assert (zone.birth_date, zone.expires) == (PartialDate(1988, 7, 15), PartialDate(2030, 7, 14))
    assert zone.sex is Sex.FEMALE
    assert (zone.name.primary, zone.name.secondary) == ("GOLBARFI", "MARIAM")
    assert [(check.field, check.holds) for check in zone.checks][0] == ("document number", True)
    assert zone.json.startswith("{")


def test_a_zone_is_screened(screener):
    answer = screener.screen(darvaza.parse_mrz(ZONE).traveller)
    assert answer.decision is Decision.HIT
    assert (answer.candidates[0].list, answer.candidates[0].id) == ("un-sc", "QDi.906")


def test_a_wrong_check_digit_is_told():
    zone = darvaza.parse_mrz(ZONE.replace("8807157F", "8807158F"), reference_year=2026)
    assert not zone.checks_hold
    wrong = [check for check in zone.checks if check.field == "birth date"]
    assert [(check.expected, check.found, check.holds) for check in wrong] == [("7", "8", False)]
    assert zone.problems and zone.traveller.birth_date_doubtful


def test_the_reference_year_chooses_the_century():
    assert darvaza.parse_mrz(ZONE, reference_year=1990).birth_date.year == 1988
    assert darvaza.parse_mrz(ZONE, reference_year=2090).birth_date.year == 2088


def test_bytes_of_a_reader_are_taken_as_they_are():
    assert darvaza.parse_mrz(b"\x02" + ZONE.replace("\n", "\r").encode() + b"\x03").name.primary == "GOLBARFI"


def test_what_is_no_zone_is_refused():
    with pytest.raises(darvaza.InputRefusedError):
        darvaza.parse_mrz("P<IRN")


def test_two_names_are_compared():
    same = darvaza.compare("Мухаммад Рахимов", "Muhammad Rahimov")
    other = darvaza.compare("Мухаммад Рахимов", "Chidi Okonkwo")
    assert same.score > 0.5 > other.score
    assert sum(reason.weight_mn for reason in same.evidence) == same.weight_mn
    assert same.json.startswith("{")
