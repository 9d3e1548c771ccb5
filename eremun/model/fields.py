"""Reading one item of a pack: its keys, and scalars as what they must be.

Every refusal is collected, with the nearest known word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.model.accepted import ACCEPTABLE, Accepted, Begins
from eremun.model.headings_meant import heading_meant
from eremun.model.law import Basis
from eremun.model.lost import Lost
from eremun.model.meant import day_meant, number_meant
from eremun.sources import syntax as s
from eremun.sources.formula_parser import KEYWORDS, MOST_DIGITS, grouped, parse_formula
from eremun.values.numbers import decimal_text, decimals_of, parse_number
from eremun.values.periods import parse_date
from eremun.values.types import BOOLEAN, DATE, NIP, TEXT, Kind, Type, number
from eremun.values.units import parse_unit, without_multiples

MOST_NAMES, MOST_COMPARED, LONGEST_COMPARED = 16, 200, 60
NAME = re.compile(r"[^\W\d_]\w*")
ACCEPT = "accept"
HARMLESS = ("E209", "E210")


def nearby(word: str, known: Iterable[str]) -> dict[str, str]:
    """Arguments of a message about an unknown word: `nearest`, the word most like it (or ""), and those `known`."""
    compared = tuple(dict.fromkeys(islice(known, MOST_COMPARED)))
    shown = ", ".join(compared[:MOST_NAMES]) + (", …" if len(compared) > MOST_NAMES else "")
    return {"nearest": _nearest(word, compared), "known": shown or "-"}


@lru_cache(maxsize=1000)
def _nearest(word: str, known: tuple[str, ...]) -> str:
    short = [name for name in known if len(name) <= LONGEST_COMPARED]
    if alike := next((name for name in short if name.casefold() == word.casefold()), None):
        return alike
    return next(iter(get_close_matches(word[: LONGEST_COMPARED + 1], short, n=1, cutoff=0.6)), "")


def said(type_: Type) -> str:
    """The type as a message says it: the unit or list that the author names, else words in the reader's language."""
    plain = type_.unit is not None and str(type_.unit) == "number"
    return f"@{type_.kind.value}" if plain or type_.kind in (Kind.BOOLEAN, Kind.DATE, Kind.TEXT) else str(type_)


def shown(value: Fraction, type_: Type) -> str:
    """A number as a formula of that type would have it, with % or its unit; a fraction where no decimals are enough. A
    fourth decimal keeps a dot from being read as one between thousands."""
    unit = str(type_.unit)
    scaled = value * 100 if unit == "persen" else value
    decimals = decimals_of(scaled)
    digits = str(scaled) if decimals is None else decimal_text(scaled, decimals)
    if decimals is not None and grouped(digits.lstrip("-")):
        digits = decimal_text(scaled, decimals + 1)
    return digits + {"persen": "%", "number": ""}.get(unit, f" {unit}")


class Collector:
    """What all parts of the builder share: faults found, enums, files, dates of grains, the chapter's basis.
    `trouble` counts what touches the meaning of items, so that a reader sees whether its item is at fault."""

    def __init__(self, lost: Lost | None = None) -> None:
        self.faults: list[Diagnostic] = []
        self.lost = lost or Lost()
        self.trouble = 0
        self.enums: dict[str, tuple[str, ...]] = {}
        self.files: dict[str, str] = {}
        self.dates: dict[str, str] = {}
        self.default_basis: Basis | None = None
        self.cited: list[Basis] = []
        self.accepted: list[Accepted] = []
        self.begins: list[Begins] = []

    def refuse(self, code: str, *places: Span | Mark, **arguments: object) -> None:
        found = fault(code, *places, arguments=arguments)
        self.trouble += code not in HARMLESS
        if not self.lost.explains(found):
            self.faults.append(found)

    def gone(self, node: s.Node | None) -> bool:
        """Whether the node stands for something refused already."""
        lost = isinstance(node, (s.Scalar, s.Mapping)) and node.lost
        self.trouble += lost
        return lost

    def mapping(self, node: s.Node | None, place: Span, what: str) -> s.Mapping:
        if isinstance(node, s.Mapping):
            return node
        if self.gone(node):
            return s.Mapping((), place, lost=True)
        if node is not None and not (isinstance(node, s.Scalar) and not node.text):
            self.refuse("E200", node.span, what=what, wanted="@mapping")
            return s.Mapping((), place, lost=True)
        return s.Mapping((), place)

    def items(self, node: s.Node | None, what: str) -> tuple[s.Node, ...]:
        if isinstance(node, s.Sequence):
            return node.items
        if node is not None and not self.gone(node):
            self.refuse("E200", node.span, what=what, wanted="@list")
        return ()

    def words(self, node: s.Node | None, what: str) -> tuple[s.Scalar, ...]:
        """A list of which every item is one word."""
        found = []
        for item in self.items(node, what):
            if isinstance(item, s.Scalar) and not self.gone(item):
                found.append(item)
            elif not isinstance(item, s.Scalar):
                self.refuse("E200", item.span, what=what, wanted="@one")
        return tuple(found)

    def type_named(self, scalar: s.Scalar) -> Type | None:
        if self.gone(scalar):
            return None
        simple = {"boolean": BOOLEAN, "date": DATE, "nip": NIP, "text": TEXT}
        unit = parse_unit(scalar.text)
        if scalar.text in simple:
            return simple[scalar.text]
        if unit is not None:
            return number(unit)
        if scalar.text in self.enums:
            return Type(Kind.ENUM, enum=scalar.text)
        if instead := without_multiples(scalar.text):
            self.refuse("E214", scalar.span, name=scalar.text, instead=instead)
            return None
        known = [*simple, "rupiah", "menit", "hari", "poin", "persen", "number", *self.enums]
        self.refuse("E204", scalar.span, name=scalar.text, **nearby(scalar.text, known))
        return None

    def number(self, scalar: s.Scalar) -> tuple[Fraction, bool] | None:
        """The value of a number and whether it had a %."""
        if self.gone(scalar):
            return None
        text = scalar.text.strip()
        if len(text.replace("_", "")) > MOST_DIGITS:
            self.refuse("E142", scalar.span, most=MOST_DIGITS)
            return None
        found = parse_number(text)
        digits = text.lstrip("-").rstrip("%")
        if re.fullmatch(r"[1-9][0-9]{0,2}(\.[0-9]{3})+", digits):
            self.refuse("E113", scalar.span, text=text, meant=text.replace(".", "_"))
            return None
        if found is None:
            self.refuse("E203", scalar.span, text=text, meant=number_meant(text))
        return found

    def cite(self, basis: s.Scalar | None, assumption: s.Scalar | None) -> Basis | None:
        """An entry of either register, or both; None where neither is said."""
        place = basis or assumption
        if place is None:
            return None
        regulation, _, article = (basis.text if basis else "").strip().partition(" ")
        found = Basis(regulation or None, article.strip(), assumption.text if assumption else None, place.span)
        self.cited.append(found)
        return found

    def day(self, scalar: s.Scalar) -> date | None:
        found = parse_date(scalar.text)
        if found is None:
            self.refuse("E205", scalar.span, text=scalar.text, meant=day_meant(scalar.text))
        return found


class Fields:
    """The keys of one item, each read once; unknown keys are refused when it is made."""

    def __init__(self, to: Collector, node: s.Node | None, what: str, allowed: str, place: Span) -> None:
        self.to, self.what = to, what
        self.node = to.mapping(node, place, what)
        self.span = place
        known = allowed.split()
        to.gone(self.node)
        self.unknown: dict[str, str] = {}
        for key, value in self.node.entries:
            if key.text not in known:
                self.refuse_heading(key, value, known)
        if ACCEPT in known:
            self.accept()

    def refuse_heading(self, key: s.Scalar, value: s.Node, known: list[str]) -> None:
        """Nothing is said any more of the names that would stand under it."""
        near = nearby(key.text, known)
        near["nearest"] = self.unknown[key.text] = heading_meant(key.text, known) or near["nearest"]
        self.to.refuse("E201", key.span, key=key.text, what=self.what, **near)
        for name in s.keys_in(value):
            self.to.lost.name(name)

    def may_be(self, key: str) -> bool:
        """Whether an unknown heading may have been meant for the key."""
        return self.node.get(key) is None and any(meant in (key, "") for meant in self.unknown.values())

    def accept(self) -> None:
        """Warnings that the author accepts on this item, each with his reason."""
        for code, node in self.entries(ACCEPT):
            if code.text not in ACCEPTABLE:
                self.to.refuse("E212", code.span, text=code.text, known=", ".join(ACCEPTABLE))
            elif isinstance(node, s.Scalar):
                self.to.accepted.append(Accepted(code.text, node.text.strip(), code.span, self.span))
            else:
                self.to.refuse("E200", node.span, what=code.text, wanted="@one")

    def get(self, key: str) -> s.Node | None:
        return self.node.get(key)

    def has(self, key: str) -> bool:
        return self.node.get(key) is not None

    def key_span(self, key: str) -> Span:
        return next((k.span for k, _ in self.node.entries if k.text == key), self.span)

    def missing(self, key: str) -> None:
        if self.unknown:
            self.to.trouble += 1  # one of those may be meant for it
        elif not self.node.lost:
            self.to.refuse("E202", self.span, key=key, what=self.what)

    def scalar(self, key: str, needed: bool = False) -> s.Scalar | None:
        node = self.node.get(key)
        if self.to.gone(node):
            return None
        if isinstance(node, s.Scalar) and (node.text or node.quoted):
            return node
        if node is None or isinstance(node, s.Scalar):
            if needed:
                self.missing(key)
            return None
        self.to.refuse("E200", node.span, what=key, wanted="@one")
        return None

    def text(self, key: str, default: str = "", needed: bool = False) -> str:
        scalar = self.scalar(key, needed)
        return scalar.text.strip() if scalar else default

    def words(self, key: str, needed: bool = False) -> tuple[s.Scalar, ...]:
        """A list of words, or one word."""
        node = self.node.get(key)
        if node is None:
            if needed:
                self.missing(key)
            return ()
        if isinstance(node, s.Scalar):
            return () if self.to.gone(node) else (node,)
        return self.to.words(node, key)

    def distinct(self, key: str, needed: bool = False) -> tuple[s.Scalar, ...]:
        """A list of words of which none stands twice."""
        found: dict[str, s.Scalar] = {}
        for word in self.words(key, needed):
            if word.text in found:
                self.to.refuse("E213", word.span, Mark(found[word.text].span, "@first"), name=word.text)
            found.setdefault(word.text, word)
        return tuple(found.values())

    def entries(self, key: str) -> Iterator[tuple[s.Scalar, s.Node]]:
        node = self.node.get(key)
        if node is not None:
            yield from self.to.mapping(node, self.key_span(key), key).entries

    def flag(self, key: str) -> bool:
        scalar = self.scalar(key)
        if scalar is not None and scalar.text not in ("true", "false"):
            self.to.refuse("E212", scalar.span, text=scalar.text, known="true, false")
        return scalar is not None and scalar.text == "true"

    def choice(self, key: str, known: tuple[str, ...], default: str) -> str:
        scalar = self.scalar(key)
        if scalar is None:
            return default
        if scalar.text not in known:
            self.to.refuse("E212", scalar.span, text=scalar.text, known=", ".join(known))
            return default
        return scalar.text

    def day(self, key: str, needed: bool = False) -> date | None:
        scalar = self.scalar(key, needed)
        return self.to.day(scalar) if scalar else None

    def formula(self, key: str, inside_braces: bool = False) -> tuple[s.Formula, str] | None:
        """The formula under a key and its text; None (and a fault) where there is none."""
        scalar = self.scalar(key, needed=True)
        if scalar is None:
            return None
        if scalar.flow and not inside_braces:
            self.to.refuse("E114", scalar.span, key=key)
            return None
        found = parse_formula(scalar, self.to.faults)
        if found is None:
            self.to.trouble += 1
            return None
        return found, " ".join(scalar.text.split())

    def basis(self, needed: bool = True) -> Basis | None:
        """What the item rests on: its own `basis` and `assumption`, else the chapter's."""
        own = self.own_basis()
        if own is None and self.to.default_basis is None and needed and not self.may_be("basis"):
            self.to.refuse("E210", self.span, what=self.what)
        return own or self.to.default_basis

    def own_basis(self) -> Basis | None:
        """What stands under `basis` and `assumption` here; None where neither does."""
        return self.to.cite(self.scalar("basis"), self.scalar("assumption"))


def checked_name(to: Collector, key: s.Scalar) -> bool:
    """Whether the key is a name that formulas can use."""
    if NAME.fullmatch(key.text) and key.text not in (*KEYWORDS, "period"):
        return True
    joined = re.sub(r"\W+", "_", key.text.strip())
    meant = joined if NAME.fullmatch(joined) and joined not in KEYWORDS and joined != "period" else ""
    to.refuse("E211", key.span, name=key.text, meant=meant)
    to.lost.name(key.text)
    to.lost.name(joined)
    return False
