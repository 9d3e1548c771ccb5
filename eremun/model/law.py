"""The register a pack rests on: regulations, assumptions, and what an item cites of them."""

from __future__ import annotations

from dataclasses import dataclass

from eremun.diagnostics.diagnostic import Span


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
