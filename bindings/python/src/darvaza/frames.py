"""Screening of what a pandas DataFrame holds. pandas is needed only here, and only when it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from darvaza._native import Answer, Screener
from darvaza.manifests import Manifest

if TYPE_CHECKING:
    import pandas

COLUMNS = ["decision", "complete", "candidates", "documents", "list", "listed_id", "score", "listed_name"]


def screen_frame(screener: Screener, frame: pandas.DataFrame, **options: Any) -> pandas.DataFrame:
    """Screens every row of ``frame`` and returns one row an answer, with the same index.

    The columns are those of a CSV manifest, recognised by name (docs/manifest-formats.md): ``name`` or
    ``surname`` and ``given_names``, ``birth_date``, ``nationality``, ``document_number`` and so on; others are passed over.
    ``options`` are those of ``Screener.screen_batch``.

    What comes back: ``decision``, ``complete``, how many ``candidates`` and reported ``documents`` there are, and of
    the first candidate ``list``, ``listed_id``, ``score`` and ``listed_name``. ValueError when not every row gave a traveller: no
    answer may stand beside another row than its own.
    """
    import pandas

    content = frame.to_csv(index=False).encode()
    rows: list[tuple[object, ...]] = []
    with Manifest.from_bytes(content, "the frame", format="csv") as manifest:
        for travellers in manifest.batches():
            rows.extend(_row(answer) for answer in screener.screen_batch(travellers, **options))
    if len(rows) != len(frame):
        raise ValueError(f"{len(rows)} travellers were read from {len(frame)} rows")
    return pandas.DataFrame(rows, columns=COLUMNS, index=frame.index)


def _row(answer: Answer) -> tuple[object, ...]:
    head = (
        str(answer.decision),
        answer.complete,
        len(answer.candidates),
        len(answer.documents),
    )
    if not answer.candidates:
        return head + ("", "", None, "")
    first = answer.candidates[0]
    return head + (first.list, first.id, first.score, first.name)
