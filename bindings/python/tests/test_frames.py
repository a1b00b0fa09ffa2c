import pytest

import darvaza
from conftest import build

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


def read_csv(text):
    import io

    return pandas.read_csv(io.StringIO(text))


def test_a_number_beside_an_empty_cell_is_the_number_that_stood_there(tmp_path):
    """pandas reads such a column as floats, and 90512806.0 without its point is another document."""
    lost = tmp_path / "documents.csv"
    lost.write_text("document_number,status\n90512806,lost\n")
    with darvaza.Screener(build(tmp_path / "lost.dvz", lost)) as screener:
        frame = read_csv("id,name,passport\n1,Xe Ye,90512806\n2,Orim Bulat,\n")
        assert frame.passport.dtype == "float64"
        assert list(darvaza.screen_frame(screener, frame).decision) == ["hit", "clear"]
        as_objects = pandas.DataFrame({"name": ["Xe Ye", "Orim Bulat"], "passport": [90512806.0, "AA1"]})
        assert list(darvaza.screen_frame(screener, as_objects).decision) == ["hit", "clear"]


def test_a_number_that_a_float_does_not_hold_in_full_is_refused(screener):
    frame = read_csv("name,passport\nXe Ye,99999999999999999\nOrim Bulat,\n")
    with pytest.raises(darvaza.InvalidArgumentError, match="dtype=str") as failure:
        darvaza.screen_frame(screener, frame)
    assert failure.value.field == "frame['passport']"


def test_what_could_not_be_read_of_a_row_stands_beside_its_answer(screener):
    frame = pandas.DataFrame({"name": ["Chidi OKONKWO", "Chidi OKONKWO"], "birth_date": ["31/31/1980", "1980-05-17"]})
    answers = darvaza.screen_frame(screener, frame)
    assert "the birth date is not a date" in answers.problems[0] and "31/31" not in answers.problems[0]
    assert answers.problems[1] == ""


def test_a_column_that_is_not_read_is_warned_of(screener):
    frame = pandas.DataFrame({"name": ["Chidi OKONKWO"], "Passport No (new)": ["T90512806"]})
    with pytest.warns(darvaza.FrameWarning, match="Passport No"):
        darvaza.screen_frame(screener, frame)


def test_a_frame_of_which_everything_is_read_is_not_warned_of(screener):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        darvaza.screen_frame(screener, pandas.DataFrame({"name": ["Chidi OKONKWO"]}))


def test_columns_that_are_no_numbers_are_written_as_before(screener):
    frame = pandas.DataFrame(
        {"name": ["Надер Дарьягозар"], "birth_date": pandas.to_datetime(["1971-03-02"]), "nationality": pandas.Categorical(["IRN"])}
    )
    answers = darvaza.screen_frame(screener, frame)
    assert answers.listed_id[0] == "QDi.901" and answers.problems[0] == ""
