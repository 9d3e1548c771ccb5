"""One code of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Texts:
    """What a message says in one language. `{name}` stands for an argument; `fix` is empty where none can be typed."""

    message: str
    reason: str
    fix: str
    explanation: str = ""


@dataclass(frozen=True)
class Code:
    """A code, its slug, its texts, and a bad and a good example for `eremun rule CODE`."""

    code: str
    slug: str
    id: Texts
    en: Texts
    bad: str = ""
    good: str = ""
