"""Headings: receives those of a file and the declared columns, says in which place each column stands.

Refuses a column that is not there or stands twice; what the table does not name is ignored, and listed.
"""

from __future__ import annotations

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.model.inputs import Input

MOST_LISTED = 60
LONGEST_LIST = 1000


def places(headings: list[str], declared: Input, file: str) -> dict[str, int]:
    """The place of every declared column, from 0."""
    found = {name: _standing(headings, column.headers) for name, column in declared.columns.items()}
    faults = [*_missing(found, headings, declared, file), *_repeated(found, headings, file)]
    if faults:
        raise Refused(*faults)
    return {name: at[0] for name, at in found.items()}


def ignored(headings: list[str], taken: dict[str, int]) -> tuple[str, ...]:
    """The headings that no column took; those without a name are not worth saying."""
    used = set(taken.values())
    return tuple(heading for place, heading in enumerate(headings) if place not in used and heading)


def names_found(headings: list[str], declared: Input) -> int:
    """How many of the declared columns these headings name."""
    return sum(bool(_standing(headings, column.headers)) for column in declared.columns.values())


def _standing(headings: list[str], headers: tuple[str, ...]) -> list[int]:
    return [place for place, heading in enumerate(headings) if heading in headers]


def _missing(found: dict[str, list[int]], headings: list[str], declared: Input, file: str) -> list[Diagnostic]:
    missing = [" / ".join(declared.columns[name].headers) for name, at in found.items() if not at]
    if not missing:
        return []
    return [fault("E704", at=file, file=file, columns=", ".join(missing), headings=_listed(headings))]


def _listed(headings: list[str]) -> str:
    """The headings for a message; what is no table can have very many, or a very long one."""
    listed = ", ".join(heading or '""' for heading in headings[:MOST_LISTED])
    cut = len(headings) > MOST_LISTED or len(listed) > LONGEST_LIST
    return listed[:LONGEST_LIST] + " …" if cut else listed


def _repeated(found: dict[str, list[int]], headings: list[str], file: str) -> list[Diagnostic]:
    return [
        fault("E705", at=file, file=file, column=name, headings=", ".join(headings[place] for place in at))
        for name, at in found.items()
        if len(at) > 1
    ]
