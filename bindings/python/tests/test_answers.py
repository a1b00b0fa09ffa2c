from collections.abc import Iterable

import pytest


def test_answers_are_a_sequence(screener, nader):
    answers = screener.screen_batch([nader, nader])
    assert answers[-1].id == "f1"
    assert len(list(answers)) == 2 and isinstance(answers, Iterable)
    with pytest.raises(IndexError):
        answers[2]


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
