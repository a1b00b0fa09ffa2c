import sys

import pytest

import darvaza
from darvaza import Decision, Document, Traveller


def test_a_listed_person_is_a_hit_with_reasons_that_add_up(screener, nader):
    answer = screener.screen(nader)
    assert answer.id == "f1"
    assert answer.decision is Decision.HIT
    assert answer.complete
    first = answer.candidates[0]
    assert (first.list, first.id) == ("un-sc", "QDi.901")
    assert first.score == first.score_bp / 10000 >= 0.9
    assert sum(reason.weight_mn for reason in first.evidence) == first.weight_mn
    assert "birth_date" in [reason.kind for reason in first.evidence]


def test_nobody_is_clear_without_being_searched_for(screener):
    nobody = screener.screen(Traveller(names=["Chidi OKONKWO"]))
    nameless = screener.screen(Traveller())
    assert nobody.decision is Decision.CLEAR and nobody.complete
    assert nameless.decision is Decision.INCOMPLETE and not nameless.complete
    assert nameless.problems


def test_a_batch_answers_in_order_as_single_calls_do(screener, nader):
    travellers = [Traveller(id="1", names=["Chidi OKONKWO"]), nader, Traveller(id="3")]
    answers = screener.screen_batch(travellers)
    assert len(answers) == 3
    assert [answer.decision for answer in answers] == ["clear", "hit", "incomplete"]
    assert [answer.json() for answer in answers] == [screener.screen(t).json() for t in travellers]
    assert answers.json_lines() == "".join(answer.json() + "\n" for answer in answers)


def test_answers_do_not_depend_on_threads(screener, nader):
    travellers = [nader, Traveller(names=["Chidi OKONKWO"])] * 50
    one = screener.screen_batch(travellers, threads=1)
    four = screener.screen_batch(travellers, threads=4)
    assert one.json_lines() == four.json_lines()


def test_a_batch_of_none_is_answered(screener):
    assert list(screener.screen_batch([])) == []


def test_a_batch_takes_any_iterable(screener, nader):
    assert len(screener.screen_batch(nader for _ in range(3))) == 3


def test_options_change_the_answer_and_none_is_the_default(screener, nader):
    on_every_list = Traveller(names=["Darvaza Sinamaev"], birth_date="1900-01-01")
    assert len(screener.screen(on_every_list).candidates) == 6
    assert len(screener.screen(on_every_list, top=2).candidates) == 2
    assert screener.screen(nader, exhaustive=True, near_documents=True).json() == screener.screen(nader).json()
    assert screener.screen(nader, hit_score_bp=10000, review_score_bp=10000).decision != Decision.HIT
    assert screener.screen(nader, top=None, min_score_bp=None).json() == screener.screen(nader).json()


def test_a_time_limit_that_has_passed_is_incomplete(screener, nader):
    answers = screener.screen_batch([nader] * 2000, exhaustive=True, time_limit_us=1)
    assert {answer.decision for answer in answers} == {Decision.INCOMPLETE}


@pytest.mark.parametrize(
    "options, error",
    [
        ({"topp": 3}, TypeError),
        ({"top": "3"}, TypeError),
        ({"top": -1}, ValueError),
        ({"top": 2**40}, ValueError),
        ({"top": 0}, darvaza.InvalidArgumentError),
        ({"min_score_bp": 10001}, darvaza.InvalidArgumentError),
    ],
)
def test_options_that_cannot_be_are_refused(screener, nader, options, error):
    with pytest.raises(error):
        screener.screen(nader, **options)


def test_a_lost_document_is_found_without_its_holder(screener):
    answer = screener.check_document(Document("T90512806", issuing_state="IRN"))
    assert answer.decision is Decision.INCOMPLETE
    [hit] = answer.documents
    assert (hit.list, hit.number, hit.status, hit.match) == ("lost-documents", "T90512806", "lost", "exact")
    assert str(hit.reported) == "2025-09-12"
    assert hit.reporting_state == "IRN"


def test_a_swap_changes_who_is_listed_and_a_failed_one_changes_nothing(screener, small_index, nader, tmp_path):
    screener.swap(small_index)
    assert screener.screen(nader).decision is Decision.CLEAR
    (tmp_path / "no.dvz").write_bytes(b"no index")
    with pytest.raises(darvaza.InputRefusedError):
        screener.swap(tmp_path / "no.dvz")
    with pytest.raises(FileNotFoundError):
        screener.swap(tmp_path / "missing.dvz")
    assert screener.screen(nader).decision is Decision.CLEAR


def test_answers_outlive_the_screener(index, nader):
    with darvaza.Screener(index) as screener:
        answers = screener.screen_batch([nader])
    assert screener.closed
    assert answers[0].candidates[0].id == "QDi.901"


def test_a_closed_screener_says_so(index, nader):
    screener = darvaza.Screener(index)
    screener.close()
    screener.close()
    for call in (lambda: screener.screen(nader), lambda: screener.swap(index), screener.describe):
        with pytest.raises(ValueError, match="closed"):
            call()


def test_the_log_is_told_of_indexes(index, small_index):
    told = []
    with darvaza.Screener(index, log=lambda level, message: told.append((level, message))) as screener:
        screener.swap(small_index)
        with pytest.raises(darvaza.DarvazaError):
            screener.swap("missing.dvz")
    assert len(told) >= 3
    assert {level for level, _ in told} <= {0, 1, 2}


def test_a_log_that_raises_does_not_fail_the_call(index, nader, monkeypatch):
    def log(level, message):
        raise RuntimeError("no log")

    told = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    with darvaza.Screener(index, log=log) as screener:
        assert screener.screen(nader).decision is Decision.HIT
    assert [str(what.exc_value) for what in told] == ["no log"]
