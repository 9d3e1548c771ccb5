"""A diagnostic: a code, the places it concerns and the arguments of its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text file: lines and columns count from 1, the end column is the first one after it."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the words that stand under its carets; the first mark of a diagnostic is its place."""

    span: Span
    label: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """One fault. `arguments` fill the placeholders of the code's texts; `data_place` is said where no span can be."""

    code: str
    marks: tuple[Mark, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict)
    data_place: str = ""

    @property
    def span(self) -> Span | None:
        return self.marks[0].span if self.marks else None


def fault(
    code: str,
    *places: Span | Mark | None,
    at: str = "",
    arguments: Mapping[str, object] | None = None,
    **more: object,
) -> Diagnostic:
    """A diagnostic at those places; arguments are turned into text. `at` names a file or folder for want of a span."""
    marks = tuple(place if isinstance(place, Mark) else Mark(place) for place in places if place is not None)
    return Diagnostic(code, marks, {name: str(value) for name, value in {**(arguments or {}), **more}.items()}, at)


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """Nothing was done, for these reasons: raised at a stage's door when what it was handed can't be used."""

    def __init__(self, *diagnostics: Diagnostic, sources: Mapping[str, str] | None = None) -> None:
        super().__init__(*(d.code for d in diagnostics))
        self.diagnostics = diagnostics
        self.sources = dict(sources or {})
