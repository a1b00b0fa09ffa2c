"""Passenger lists, as iterators over travellers."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Iterator

from darvaza._native import ManifestReader, Travellers
from darvaza.records import ManifestFormat, ManifestSummary, Traveller


class Manifest:
    """A passenger list that is read while it is iterated over: CSV, JSON Lines, PAXLST, PNRGOV or MRZ lines.

    >>> with Manifest("ferry.csv") as manifest:                        # doctest: +SKIP
    ...     for travellers in manifest.batches():
    ...         for answer in screener.screen_batch(travellers):
    ...             print(answer.json())
    ...     if not manifest.summary().complete:
    ...         print("travellers may be missing from the answers")

    When the input cannot be read any further, the travellers before come first; then InputRefusedError says where.
    Not for several threads at once.
    """

    def __init__(
        self,
        path: str | bytes | os.PathLike[str],
        *,
        format: ManifestFormat | str | None = None,
        reference_year: int | None = None,
    ) -> None:
        """Opens the file ``path``.

        ``format`` is recognised by content when it is left out. ``reference_year`` is the one by which
        two-digit years are read, the current year when it is left out.
        """
        self._reader = ManifestReader(path, format=format, reference_year=reference_year)

    @classmethod
    def from_bytes(
        cls,
        content: bytes,
        name: str,
        *,
        format: ManifestFormat | str | None = None,
        reference_year: int | None = None,
    ) -> Manifest:
        """Reads what is in memory; ``name`` is what errors call it."""
        manifest = cls.__new__(cls)
        manifest._reader = ManifestReader.from_bytes(
            content, name, format=format, reference_year=reference_year
        )
        return manifest

    def batches(self, most: int = 1024) -> Iterator[Travellers]:
        """Travellers, ``most`` at a time, ready for ``Screener.screen_batch`` without being copied."""
        while batch := self._reader.next(most):
            yield batch

    def __iter__(self) -> Iterator[Traveller]:
        """One traveller after the other."""
        for batch in self.batches():
            yield from batch

    def summary(self) -> ManifestSummary:
        """What was read, once all travellers have been; InvalidArgumentError before."""
        return self._reader.summary()

    def close(self) -> None:
        """Stops reading. More than once is fine."""
        self._reader.close()

    def __enter__(self) -> Manifest:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
