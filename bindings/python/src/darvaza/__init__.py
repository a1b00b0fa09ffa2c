"""Is this traveller, or this document, on any watchlist, and why do you say so?

>>> import darvaza                                                     # doctest: +SKIP
>>> with darvaza.Screener("lists.dvz") as screener:
...     answer = screener.screen(darvaza.Traveller(names=["Nader DARYAGOZAR"], birth_date="1971-03-02"))
...     print(answer.decision, [(c.list, c.id, c.score) for c in answer.candidates])

``Screener`` opens an index that ``darvaza build`` wrote and answers; ``Manifest`` reads passenger lists; ``parse_mrz``
reads machine-readable zones; ``compare`` compares two names. Everything is asked of the C library libdarvaza;
this package holds no matching and no settings of its own. Only ``Decision.CLEAR`` clears; a hit is never proof.
"""

from darvaza._native import (
    Answer,
    Answers,
    Screener,
    Travellers,
    compare,
    parse_date,
    parse_mrz,
    version,
)
from darvaza.errors import (
    DarvazaError,
    InputMissingError,
    InputOutputError,
    InputRefusedError,
    InternalError,
    InvalidArgumentError,
    InvalidTextError,
    LimitError,
    OutOfMemoryError,
    OutOfRangeError,
    UnsupportedError,
)
from darvaza.frames import FrameWarning, screen_frame
from darvaza.manifests import Manifest
from darvaza.records import (
    Address,
    AlertCategory,
    AnyDate,
    Candidate,
    Comparison,
    Decision,
    Description,
    Document,
    DocumentHit,
    DocumentMatch,
    DocumentStatus,
    EntryTerms,
    Evidence,
    EvidenceKind,
    Flight,
    Instruction,
    Line,
    ManifestFormat,
    ManifestSummary,
    Mrz,
    MrzCheck,
    MrzFormat,
    MrzRepair,
    Name,
    NumberFormat,
    PartialDate,
    Problem,
    Sex,
    Traveller,
    TravellerRole,
)

__version__ = version()

__all__ = [
    "Address",
    "AlertCategory",
    "Answer",
    "Answers",
    "AnyDate",
    "Candidate",
    "Comparison",
    "DarvazaError",
    "Decision",
    "Description",
    "Document",
    "DocumentHit",
    "DocumentMatch",
    "DocumentStatus",
    "EntryTerms",
    "Evidence",
    "EvidenceKind",
    "Flight",
    "FrameWarning",
    "InputMissingError",
    "InputOutputError",
    "InputRefusedError",
    "Instruction",
    "InternalError",
    "InvalidArgumentError",
    "InvalidTextError",
    "LimitError",
    "Line",
    "Manifest",
    "ManifestFormat",
    "ManifestSummary",
    "Mrz",
    "MrzCheck",
    "MrzFormat",
    "MrzRepair",
    "Name",
    "NumberFormat",
    "OutOfMemoryError",
    "OutOfRangeError",
    "PartialDate",
    "Problem",
    "Screener",
    "Sex",
    "Traveller",
    "TravellerRole",
    "Travellers",
    "UnsupportedError",
    "compare",
    "parse_date",
    "parse_mrz",
    "screen_frame",
    "version",
]
