"""Screening of what a pandas DataFrame holds. pandas is needed only here, and only when it is called."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from darvaza._native import Answer, Screener
from darvaza.errors import InvalidArgumentError
from darvaza.manifests import Manifest

if TYPE_CHECKING:
    import pandas

COLUMNS = ["decision", "complete", "candidates", "documents", "list", "listed_id", "score", "listed_name", "problems"]


class FrameWarning(UserWarning):
    """Something of a frame was not read, or not to its end: the answers do not speak for it."""



def screen_frame(screener: Screener, frame: pandas.DataFrame, **options: Any) -> pandas.DataFrame:
    """Screens every row of ``frame`` and returns one row an answer, with the same index.

    The columns are those of a CSV manifest, recognised by name (docs/manifest-formats.md): ``name`` or
    ``surname`` and ``given_names``, ``birth_date``, ``nationality``, ``document_number`` and so on. A column that is not known is
    passed over, and a ``FrameWarning`` names it. ``options`` are those of ``Screener.screen_batch``.

    What comes back: ``decision``, ``complete``, how many ``candidates`` and reported ``documents`` there are, of
    the first candidate ``list``, ``listed_id``, ``score`` and ``listed_name``, and ``problems``: what of the row could not be read, "" when
    there is nothing.

    Numbers that pandas has turned into floats, as it does beside an empty cell, are whole numbers again: 90512806.0 is the passport
    90512806. InvalidArgumentError for those that a float cannot hold in full (read such columns with ``dtype=str``), and when not every row
    gave a traveller: no answer may stand beside another row than its own.
    """
    import pandas

    content = _with_whole_numbers(frame).to_csv(index=False).encode()
    rows: list[tuple[object, ...]] = []
    with Manifest.from_bytes(content, "the frame", format="csv") as manifest:
        for travellers in manifest.batches():
            rows.extend(_row(answer) for answer in screener.screen_batch(travellers, **options))
        summary = manifest.summary()
    if len(rows) != len(frame):
        raise InvalidArgumentError(f"{len(rows)} travellers were read from {len(frame)} rows", "frame")
    unread = [f"{problem.where}: {problem.text}" for problem in summary.problems]
    if not summary.complete:
        unread.append("travellers may be missing from the answers")
    for text in unread:
        warnings.warn(text, FrameWarning, stacklevel=2)
    return pandas.DataFrame(rows, columns=COLUMNS, index=frame.index)


def _with_whole_numbers(frame: pandas.DataFrame) -> pandas.DataFrame:
    """A copy whose floats without a fraction are integers: written as "90512806.0" they would be other numbers."""
    import pandas

    columns: dict[int, Any] = {}  # by position: names may be there twice
    for i in range(frame.shape[1]):
        column = frame.iloc[:, i]
        may_hold_floats = column.dtype.kind in "fO"
        columns[i] = pandas.Series([_whole(value, frame.columns[i]) for value in column], dtype=object) if may_hold_floats else column.array
    whole = pandas.DataFrame(columns)
    whole.columns = frame.columns
    return whole


def _whole(value: Any, column: object) -> Any:
    import numpy

    if not isinstance(value, (float, numpy.floating)) or not numpy.isfinite(value) or value != int(value):
        return value
    # From here on floats skip integers: this may be another number than the one that was read.
    whole = int(value)
    if abs(whole) >= 2 ** (int(numpy.finfo(type(value)).nmant) + 1):
        raise InvalidArgumentError("a number that a float does not hold in full: read the column as text (dtype=str)", f"frame[{column!r}]")
    return whole


def _row(answer: Answer) -> tuple[object, ...]:
    head = (
        str(answer.decision),
        answer.complete,
        len(answer.candidates),
        len(answer.documents),
    )
    problems = "; ".join(f"{problem.where}: {problem.text}" for problem in answer.problems)
    if not answer.candidates:
        return head + ("", "", None, "", problems)
    first = answer.candidates[0]
    return head + (first.list, first.id, first.score, first.name, problems)
