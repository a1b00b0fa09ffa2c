"""Plain data: who is at the border, and what the lists say about them.

Every type here is a value: it can be compared, pickled and printed, and holds no memory of the C
library. Texts that nobody stated are empty, dates that nobody stated are ``PartialDate()``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Sequence, Union


class _Word(str, Enum):
    """An enumeration whose members are the words of Darvaza's JSON."""

    def __str__(self) -> str:
        return str(self.value)


class Decision(_Word):
    """What the officer is told first. ``CLEAR`` is said only when everything was searched."""

    CLEAR = "clear"
    REVIEW = "review"
    HIT = "hit"
    INCOMPLETE = "incomplete"


class EvidenceKind(_Word):
    """What a piece of evidence is about."""

    PRIOR = "prior"
    NAME = "name"
    FATHER_NAME = "father_name"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    NATIONALITY = "nationality"
    SEX = "sex"
    DOCUMENT = "document"


class DocumentMatch(_Word):
    """How the number of a document agrees with a listed one, the surest first."""

    EXACT = "exact"
    RANGE = "range"
    CONFUSABLE = "confusable"
    TRANSPOSED = "transposed"
    ONE_WRONG_CHARACTER = "one wrong character"


class NumberFormat(_Word):
    """Whether a number has a form in which its issuing State numbers documents: a hint."""

    UNKNOWN = "unknown"
    USUAL = "usual"
    UNUSUAL = "unusual"


class DocumentStatus(_Word):
    """Why a document is listed."""

    LOST = "lost"
    STOLEN = "stolen"
    STOLEN_BLANK = "stolen blank"
    REVOKED = "revoked"
    INVALID = "invalid"


class Sex(_Word):
    """As travel documents print it; the empty word is "not stated"."""

    UNKNOWN = ""
    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


class TravellerRole(_Word):
    """As what somebody travels."""

    PASSENGER = "passenger"
    CREW = "crew"
    TRANSIT_PASSENGER = "transit passenger"
    TRANSIT_CREW = "transit crew"


class Line(_Word):
    """Who reads an answer: the officer at the booth, or those to whom the booth sends people."""

    SECOND = "second"
    FIRST = "first"


class AlertCategory(_Word):
    """Why somebody is listed, in the words that States agreed on."""

    UNSTATED = ""
    TERRORISM = "terrorism"
    DRUGS = "drugs"
    ARMS = "arms"
    TRAFFICKING_IN_PERSONS = "trafficking_in_persons"
    MIGRANT_SMUGGLING = "migrant_smuggling"
    GOODS = "goods"
    MONEY_LAUNDERING = "money_laundering"
    CYBER = "cyber"
    CULTURAL_GOODS = "cultural_goods"
    WILDLIFE = "wildlife"
    DOCUMENT = "document"
    MISSING_PERSON = "missing_person"
    PROTECTED_PERSON = "protected_person"


class Instruction(_Word):
    """What the owner of an entry asks for when the person is met."""

    UNSTATED = ""
    ARREST = "arrest"
    REFUSE = "refuse"
    CONTACT = "contact"
    DISCREET = "discreet"
    INQUIRY = "inquiry"
    SPECIFIC_CHECK = "specific_check"
    SEIZE_DOCUMENT = "seize_document"
    PROTECT = "protect"


class PartialDate(NamedTuple):
    """A date of which the day, or month and day, or everything may be unknown (0).

    >>> str(PartialDate(1980, 5))
    '1980-05'
    """

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        if not self.year:
            return ""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
            if self.day:
                text += f"-{self.day:02}"
        return text

    def __bool__(self) -> bool:
        return self.year != 0


AnyDate = Union[PartialDate, datetime.date, str]
"""Where a date is asked for: a ``PartialDate``, a ``datetime.date``, or text such as "1980-05"."""


class Name(NamedTuple):
    """One spelling of a name; one that came in one piece stands in ``primary``.

    ``may_be_truncated``: it filled its machine-readable field to the last position.
    """

    primary: str
    secondary: str = ""
    may_be_truncated: bool = False

    def __str__(self) -> str:
        return f"{self.secondary} {self.primary}".strip()


class Document(NamedTuple):
    """A travel document as presented. ``issuing_state`` is a code of Doc 9303-3 ("PAK", "D")."""

    number: str
    type: str = ""
    issuing_state: str = ""
    expires: AnyDate = PartialDate()
    issued: AnyDate = PartialDate()
    issued_at: str = ""


class Flight(NamedTuple):
    """One flight of a journey. Times are local: "2007-02-19T15:40"."""

    flight: str = ""
    from_: str = ""
    to: str = ""
    departs: str = ""
    arrives: str = ""
    operated_by: str = ""
    seat: str = ""
    reported: bool = False


class Address(NamedTuple):
    """An address of a traveller: type "R" (residence) or "D" (destination), State, text."""

    type: str
    state: str
    text: str


class Problem(NamedTuple):
    """Something that could not be read: where, and what was expected. No personal data."""

    where: str
    text: str


@dataclass(slots=True)
class Traveller:
    """Who is at the border. Everything may be left out; what is stated must be of the type shown.

    ``names`` are different spellings of one person's name, each a ``Name`` or a string that holds
    the whole name; ``nationalities`` are codes of Doc 9303-3.

    >>> Traveller(id="t1", names=["Nader DARYAGOZAR"], birth_date="1971-03-02", nationalities=["IRN"])
    ... # doctest: +ELLIPSIS
    Traveller(id='t1', names=['Nader DARYAGOZAR'], ...
    """

    id: str = ""
    names: Sequence[Name | str] = ()
    father_name: str = ""
    birth_date: AnyDate = PartialDate()
    birth_date_doubtful: bool = False
    sex: Sex = Sex.UNKNOWN
    nationalities: Sequence[str] = ()
    birth_place: str = ""
    documents: Sequence[Document] = ()
    role: TravellerRole = TravellerRole.PASSENGER
    locator: str = ""
    related_locators: Sequence[str] = ()
    reference: str = ""
    flights: Sequence[Flight] = ()
    addresses: Sequence[Address] = ()
    bags: int = 0
    problems: Sequence[Problem] = ()


class Evidence(NamedTuple):
    """One reason. ``weight_mn`` is a logarithm of odds in thousandths of a nat."""

    kind: EvidenceKind
    weight_mn: int
    text: str

    @property
    def weight(self) -> float:
        """The weight in nats: 2.303 makes the listed person ten times as likely."""
        return self.weight_mn / 1000


class EntryTerms(NamedTuple):
    """On what terms an entry is shared: docs/entry-terms.md.

    ``releasable_to``: codes of the States that may see it besides its owner; ``None``: all.
    """

    owner: str
    focal_point: str
    legal_basis: str
    category: AlertCategory
    instruction: Instruction
    visible_from: Line
    releasable_to: tuple[str, ...] | None
    valid_from: PartialDate
    valid_until: PartialDate
    review: PartialDate
    source_reference: str


class Candidate(NamedTuple):
    """A listed person who may be the traveller. A candidate is never proof."""

    list: str
    id: str
    score_bp: int
    weight_mn: int
    name: str
    evidence: tuple[Evidence, ...]
    handling: str
    category: str
    terms: EntryTerms | None = None
    """None where none are stated."""

    @property
    def score(self) -> float:
        """0 to 1, four decimals."""
        return self.score_bp / 10000


class DocumentHit(NamedTuple):
    """A document of the traveller that is reported lost, stolen or revoked: unconfirmed."""

    list: str
    number: str
    type: str
    issuer: str
    status: DocumentStatus
    match: DocumentMatch
    difference_mn: int
    format: NumberFormat
    lost: PartialDate
    reported: PartialDate
    review: PartialDate
    reporting_state: str
    reference: str
    handling: str
    terms: EntryTerms | None = None
    """Those of its list; None where none are stated."""


class Description(NamedTuple):
    """What an index holds."""

    format_version: int
    bytes: int
    entries: int
    names: int
    tokens: int
    lost_documents: int
    person_documents: int
    digest: str
    """Names this very index: equal digests, equal answers."""
    tables_fingerprint: str
    sources: tuple[str, ...]
    """One JSON object each: file, format, list, list_date, counts."""


class ManifestFormat(_Word):
    """How a passenger list is written."""

    AUTO = "auto"
    CSV = "csv"
    JSONL = "jsonl"
    PAXLST = "paxlst"
    PNRGOV = "pnrgov"
    MRZ = "mrz"


class ManifestSummary(NamedTuple):
    """What was read of a manifest, and what was wrong with it as a whole.

    When ``complete`` is false, travellers may be missing: do not take the answers as complete.
    """

    format: ManifestFormat
    complete: bool
    travellers: int
    problems: tuple[Problem, ...]


class Comparison(NamedTuple):
    """Two names, no list. ``json`` is the object that ``darvaza compare --json`` prints."""

    score_bp: int
    weight_mn: int
    evidence: tuple[Evidence, ...]
    json: str

    @property
    def score(self) -> float:
        """0 to 1, four decimals."""
        return self.score_bp / 10000


class MrzFormat(_Word):
    """The formats of machine-readable zones in Doc 9303."""

    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    MRV_A = "MRV-A"
    MRV_B = "MRV-B"


class MrzCheck(NamedTuple):
    """One check digit: as computed, as printed, whether it holds, and whether it does when repaired."""

    field: str
    expected: str
    found: str
    holds: bool
    repaired: bool


class MrzRepair(NamedTuple):
    """One misread character and what is read instead; line and position count from 1."""

    line: int
    position: int
    field: str
    found: str
    taken: str


class Mrz(NamedTuple):
    """What a machine-readable zone says; ``traveller`` is ready for screening, its ``id`` empty."""

    format: MrzFormat
    checks_hold: bool
    document_code: str
    issuing_state: str
    document_number: str
    printed_number: str
    nationality: str
    birth_date: PartialDate
    expires: PartialDate
    sex: Sex
    personal_sex: Sex
    optional_data: str
    personal_number: str
    personal_birth_date: PartialDate
    employer: str
    name: Name
    arabic_name: Name
    checks: tuple[MrzCheck, ...]
    repairs: tuple[MrzRepair, ...]
    problems: tuple[Problem, ...]
    traveller: Traveller
    json: str
