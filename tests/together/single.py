"""One fault as a change of a pack's text: where, what, which code it must give and on which line.

`level` says what must be sound for the fault to be seen: `text` nothing else, `type` what its item reads,
`value` also what that reads in turn. `also`: other items that it needs or touches. The fault is told in `line`, which
counts from the first line of `mark` (the new text) in the file `place` (the same).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Item = tuple[str, str]


@dataclass(frozen=True)
class Single:
    code: str
    file: str
    item: Item
    old: str
    new: str
    line: int = 0
    level: Literal["text", "type", "value"] = "text"
    also: tuple[Item, ...] = ()
    place: str = ""
    mark: str = ""


def rule(grain: str, name: str) -> Item:
    return grain, name


def parameter(name: str) -> Item:
    return "parameters", name


def table(name: str) -> Item:
    return "tables", name


def column(grain: str, name: str) -> Item:
    return grain, name


def rows(grain: str) -> Item:
    """The keys and relations of a grain."""
    return grain, ""
