import pytest

import darvaza

pandas = pytest.importorskip("pandas", reason="python3-pandas is not installed")


def test_a_frame_is_screened_row_by_row(screener):
    frame = pandas.DataFrame(
        {
            "name": ["Chidi OKONKWO", "Надер Дарьягозар", None],
            "birth_date": [None, "1971-03-02", None],
            "nationality": ["NGA", "IRN", "IRN"],
            "document_number": [None, None, "T90512806"],
        },
        index=["a", "b", "c"],
    )
    answers = darvaza.screen_frame(screener, frame)
    assert list(answers.index) == ["a", "b", "c"]
    assert list(answers.decision) == ["clear", "hit", "incomplete"]
    assert list(answers.documents) == [0, 0, 1]
    assert answers.loc["b", "listed_id"] == "QDi.901" and answers.loc["b", "score"] >= 0.9
    assert list(answers.complete) == [True, True, False]


def test_options_reach_the_search(screener):
    on_every_list = pandas.DataFrame({"name": ["Darvaza Sinamaev"], "birth_date": ["1900-01-01"]})
    assert darvaza.screen_frame(screener, on_every_list).candidates[0] == 6
    assert darvaza.screen_frame(screener, on_every_list, top=2).candidates[0] == 2


def test_a_frame_without_known_columns_is_refused(screener):
    with pytest.raises(darvaza.InputRefusedError):
        darvaza.screen_frame(screener, pandas.DataFrame({"colour": ["red"]}))
