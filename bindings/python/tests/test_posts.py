"""Who may see what, and on what terms entries are shared: the joint alerts of the samples, asked by posts."""

import datetime

import pytest

import darvaza
from darvaza import AlertCategory, Document, EntryTerms, Instruction, Line, PartialDate, Screener, Traveller

DASTAN = Traveller(names=["Dastan KOKBULAGOV"])  # ja-4: of Kyrgyzstan, released to Tajikistan until 2026-06-30
GULBAHOR = Traveller(names=["Gulbahor SAVSANOV"])  # ja-1, discreet; ja-2, of a similar name, is not


@pytest.fixture
def shared(shared_index):
    with Screener(shared_index) as opened:
        yield opened


@pytest.mark.parametrize(
    "post, decision",
    [
        ({}, "hit"),
        ({"state": None, "line": None, "today": None}, "hit"),
        ({"state": "TJK", "today": "2026-06-30"}, "hit"),
        ({"state": "TJK", "today": datetime.date(2026, 7, 1)}, "clear"),
        ({"state": "Uzbekistan"}, "clear"),
        ({"state": "KG", "line": Line.FIRST, "today": PartialDate(2026, 6, 1)}, "hit"),
    ],
)
def test_an_entry_is_seen_by_those_to_whom_it_is_released_while_it_is_valid(shared, post, decision):
    assert shared.screen(DASTAN, **post).decision == decision


@pytest.mark.parametrize("option", ["state", "today"])
def test_an_empty_text_does_not_see_everything(shared, option):
    with pytest.raises(darvaza.InvalidArgumentError, match="is empty"):
        shared.screen(DASTAN, **{option: ""})


def test_a_discreet_entry_is_the_second_lines_with_its_terms(shared):
    assert [c.id for c in shared.screen(GULBAHOR, state="UZB", line="first").candidates] == ["ja-2"]
    second = shared.screen(GULBAHOR, state="UZB", line="second").candidates
    assert [c.id for c in second] == ["ja-1", "ja-2"]
    assert second[0].terms == EntryTerms(
        owner="TJK",
        focal_point="Dushanbe duty desk",
        legal_basis="joint agreement art. 4",
        category=AlertCategory.DRUGS,
        instruction=Instruction.DISCREET,
        visible_from=Line.SECOND,
        releasable_to=("KGZ", "UZB"),
        valid_from=PartialDate(2026, 1, 1),
        valid_until=PartialDate(),
        review=PartialDate(2027, 1, 1),
        source_reference="D/2026/17",
    )
    assert second[1].terms.category is AlertCategory.MISSING_PERSON
    assert second[1].terms.releasable_to is None


def test_a_document_has_the_terms_of_its_list_and_a_list_may_state_none(shared, screener):
    [hit] = shared.check_document(Document("KG9071050"), state="TJK").documents
    assert hit.terms.instruction is Instruction.SEIZE_DOCUMENT
    assert shared.check_document(Document("KG9071050"), state="TUR").documents == ()
    [hit] = screener.check_document(Document("T90512806", issuing_state="IRN")).documents
    assert hit.terms is None


def test_a_clock_that_is_behind_hides_nobody(shared):
    assert shared.screen(DASTAN, state="TJK", today="2024-12-01").decision == "clear"  # somebody asks about that day
    answer = shared.screen(DASTAN, state="TJK", today="2024-12-01", today_by_clock=True)
    assert answer.decision == "hit"
    assert [problem.where for problem in answer.problems] == ["today"]
    [batch] = shared.screen_batch([DASTAN], state="TJK", today="2024-12-01", today_by_clock=True)
    assert batch.decision == "hit"


@pytest.mark.parametrize(
    "post, error",
    [
        ({"state": "Nowhere Land"}, darvaza.InvalidArgumentError),
        ({"state": 7}, TypeError),
        ({"line": "third"}, ValueError),
        ({"today": "2026-06"}, darvaza.InvalidArgumentError),
        ({"today": "soon"}, ValueError),
        ({"today": 2026}, TypeError),
        ({"today_by_clock": True}, darvaza.InvalidArgumentError),
    ],
)
def test_a_post_that_cannot_be_is_refused(shared, post, error):
    with pytest.raises(error):
        shared.screen(DASTAN, **post)
