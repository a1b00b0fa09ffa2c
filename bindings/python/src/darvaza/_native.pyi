import os
from types import TracebackType
from typing import Callable, Iterable, Iterator, overload

from darvaza.records import (
    AnyDate,
    Candidate,
    Comparison,
    Decision,
    Description,
    Document,
    DocumentHit,
    Flight,
    Line,
    ManifestFormat,
    ManifestSummary,
    Mrz,
    PartialDate,
    Problem,
    Traveller,
)

_Path = str | bytes | os.PathLike[str]

class Answer:
    @property
    def id(self) -> str: ...
    @property
    def decision(self) -> Decision: ...
    @property
    def complete(self) -> bool: ...
    @property
    def candidates(self) -> tuple[Candidate, ...]: ...
    @property
    def documents(self) -> tuple[DocumentHit, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...
    @property
    def flights(self) -> tuple[Flight, ...]: ...
    def json(self) -> str: ...

class Answers:
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> Answer: ...
    @overload
    def __getitem__(self, part: slice, /) -> tuple[Answer, ...]: ...
    def __iter__(self) -> Iterator[Answer]: ...
    def json_lines(self) -> str: ...

class Travellers:
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> Traveller: ...
    @overload
    def __getitem__(self, part: slice, /) -> tuple[Traveller, ...]: ...
    def __iter__(self) -> Iterator[Traveller]: ...

class Screener:
    def __new__(cls, path: _Path, log: Callable[[int, str], object] | None = None) -> Screener: ...
    def screen(
        self,
        traveller: Traveller,
        /,
        *,
        top: int | None = None,
        min_score_bp: int | None = None,
        review_score_bp: int | None = None,
        hit_score_bp: int | None = None,
        exhaustive: bool | None = None,
        near_documents: bool | None = None,
        time_limit_us: int | None = None,
        state: str | None = None,
        line: Line | str | None = None,
        today: AnyDate | None = None,
        today_by_clock: bool | None = None,
    ) -> Answer: ...
    def screen_batch(
        self,
        travellers: Iterable[Traveller] | Travellers,
        /,
        *,
        top: int | None = None,
        min_score_bp: int | None = None,
        review_score_bp: int | None = None,
        hit_score_bp: int | None = None,
        exhaustive: bool | None = None,
        near_documents: bool | None = None,
        time_limit_us: int | None = None,
        threads: int | None = None,
        state: str | None = None,
        line: Line | str | None = None,
        today: AnyDate | None = None,
        today_by_clock: bool | None = None,
    ) -> Answers: ...
    def check_document(
        self,
        document: Document,
        /,
        *,
        top: int | None = None,
        min_score_bp: int | None = None,
        near_documents: bool | None = None,
        time_limit_us: int | None = None,
        state: str | None = None,
        line: Line | str | None = None,
        today: AnyDate | None = None,
        today_by_clock: bool | None = None,
    ) -> Answer: ...
    def swap(self, path: _Path, /) -> None: ...
    def describe(self) -> Description: ...
    @property
    def closed(self) -> bool: ...
    def close(self) -> None: ...
    def __enter__(self) -> Screener: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

class ManifestReader:
    def __new__(
        cls,
        path: _Path,
        /,
        *,
        format: ManifestFormat | str | None = None,
        reference_year: int | None = None,
    ) -> ManifestReader: ...
    @classmethod
    def from_bytes(
        cls,
        content: bytes,
        name: str,
        /,
        *,
        format: ManifestFormat | str | None = None,
        reference_year: int | None = None,
    ) -> ManifestReader: ...
    def next(self, most: int, /) -> Travellers: ...
    def summary(self) -> ManifestSummary: ...
    def close(self) -> None: ...

def version() -> str: ...
def parse_date(text: str, /) -> PartialDate: ...
def compare(name_a: str, name_b: str, /) -> Comparison: ...
def parse_mrz(
    lines: str | bytes,
    /,
    *,
    reference_year: int | None = None,
    youngest_age: int | None = None,
    expiry_years_ahead: int | None = None,
) -> Mrz: ...
