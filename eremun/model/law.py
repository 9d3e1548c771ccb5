"""The registers a pack rests on: regulations, assumptions, and what an item cites of them.

Every pack has registers of its own; an item cites that of its pack, or of one that its pack uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from eremun.diagnostics.diagnostic import Span
from eremun.sources.packs import pack_of

T = TypeVar("T")


@dataclass(frozen=True)
class Regulation:
    """A regulation. `amends` and `replaces` name others of the register."""

    name: str
    title: str
    span: Span
    amends: str | None = None
    replaces: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Assumption:
    """Something no source says; `note` says what is taken and from where."""

    name: str
    note: str
    span: Span


@dataclass(frozen=True)
class Basis:
    """What an item rests on: an entry of either register, or both. `article`: the words after the regulation's name."""

    regulation: str | None
    article: str
    assumption: str | None
    span: Span


@dataclass(frozen=True)
class Register(Generic[T]):
    """Entries of all packs, by (name of the pack, own name); `uses`: what each pack uses."""

    entries: Mapping[tuple[str, str], T] = field(default_factory=dict)
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, name: str, place: Span) -> T | None:
        """What that name means where it is cited: the entry of the same pack, else of the nearest that it uses."""
        found = (self.entries.get((pack, name)) for pack in self._packs(place))
        return next((entry for entry in found if entry is not None), None)

    def seen_from(self, place: Span) -> list[str]:
        """All names that can be cited there."""
        packs = list(self._packs(place))
        return [name for pack, name in self.entries if pack in packs]

    def _packs(self, place: Span) -> Iterator[str]:
        todo = [pack_of(place.file)]
        seen: list[str] = []
        while todo:
            pack = todo.pop(0)
            if pack not in seen:
                seen.append(pack)
                yield pack
                todo += self.uses.get(pack, ())
