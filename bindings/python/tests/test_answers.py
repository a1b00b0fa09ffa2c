from collections.abc import Iterable

import pytest

import darvaza


def test_answers_are_a_sequence(screener, nader):
    answers = screener.screen_batch([nader, nader])
    assert answers[-1].id == "f1"
    assert len(list(answers)) == 2 and isinstance(answers, Iterable)
    with pytest.raises(IndexError):
        answers[2]
    with pytest.raises(IndexError):
        answers[-3]


def test_a_part_of_a_sequence_is_a_tuple(screener, nader):
    other = darvaza.Traveller(id="o", names=["Chidi Okonkwo"])
    answers = screener.screen_batch([nader, other, nader])
    assert [answer.id for answer in answers[1:]] == ["o", "f1"]
    assert [answer.id for answer in answers[::-2]] == ["f1", "f1"]
    assert answers[3:] == ()
    with pytest.raises(TypeError):
        answers["0"]
    with darvaza.Manifest.from_bytes(b"id,name\n1,A B\n2,C D\n", "two.csv") as manifest:
        [batch] = manifest.batches()
    assert [traveller.id for traveller in batch[:1]] == ["1"] and batch[-1].id == "2"


def test_help_names_the_options():
    import inspect

    for call in (darvaza.Screener.screen, darvaza.Screener.screen_batch, darvaza.Screener.check_document):
        assert {"top", "state", "line", "today", "time_limit_us"} <= set(inspect.signature(call).parameters)
    assert "reference_year" in inspect.signature(darvaza.parse_mrz).parameters


def test_what_is_printed_does_not_say_who_it_is(screener, nader):
    printed = repr(screener.screen(nader))
    assert "hit" in printed
    assert "f1" not in printed and "DARYAGOZAR" not in printed


def test_candidates_are_made_once(screener, nader):
    answer = screener.screen(nader)
    assert answer.candidates is answer.candidates


def test_answers_are_made_by_screening_only(screener, nader):
    with pytest.raises(TypeError):
        type(screener.screen(nader))()
