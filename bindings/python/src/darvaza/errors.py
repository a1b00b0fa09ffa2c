"""What can go wrong: one class a status of the C library, each also the built-in class that fits it.

Errors hold no personal data: neither names nor numbers of travellers or listed persons.
"""

from __future__ import annotations


class DarvazaError(Exception):
    """A call that failed. Nothing of its effect remains; what it was called on goes on working."""

    status = ""
    """The status as the C library words it: "input refused"."""

    def __init__(
        self,
        message: str,
        field: str = "",
        file: str = "",
        line: int = 0,
        record: int = 0,
        offset: int = 0,
    ) -> None:
        super().__init__(message)
        self.message = message
        """What was found and what was expected, one sentence."""
        self.field = field
        """The argument that was wrong: "travellers[3].names[0].primary"; empty: none."""
        self.file = file
        """The file or stream that was wrong; empty: none."""
        self.line = line
        """In ``file``, from 1; 0: unknown."""
        self.record = record
        """In ``file``, from 1; 0: unknown."""
        self.offset = offset
        """In ``field`` or ``file``, in bytes from 0; 0 also where unknown."""

    def __str__(self) -> str:
        place = self.field or self.file
        if self.line:
            place += f":{self.line}"
        if self.record:
            place += f": record {self.record}"
        if self.offset:
            place += f": byte {self.offset}"
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[type, tuple[str, str, str, int, int, int]]:
        return (
            type(self),
            (self.message, self.field, self.file, self.line, self.record, self.offset),
        )


class InvalidArgumentError(DarvazaError, ValueError):
    """A value is out of its range: mend the program."""

    status = "invalid argument"


class InvalidTextError(DarvazaError, ValueError):
    """A text is not well-formed; ``field`` and ``offset`` say where."""

    status = "invalid text"


class OutOfRangeError(DarvazaError, IndexError):
    """No item has this number."""

    status = "out of range"


class LimitError(DarvazaError, ValueError):
    """More than the library takes in one call: nothing of the call was done."""

    status = "limit"


class UnsupportedError(DarvazaError, NotImplementedError):
    """The program uses something that the installed library does not know: update the library."""

    status = "unsupported"


class InputRefusedError(DarvazaError, ValueError):
    """A file, message or zone was read and is not acceptable as a whole."""

    status = "input refused"


class InputMissingError(DarvazaError, FileNotFoundError):
    """A file does not exist or cannot be opened."""

    status = "input missing"


class InputOutputError(DarvazaError, OSError):
    """The operating system refused to read."""

    status = "input/output"


class OutOfMemoryError(DarvazaError, MemoryError):
    """Memory or threads ran out; the next call may succeed."""

    status = "out of memory"


class InternalError(DarvazaError, RuntimeError):
    """A broken invariant of the library: please report."""

    status = "internal"
