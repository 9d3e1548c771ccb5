"""What the pack `jabatan` must pay one person, worked out from the words of its page: sets of days, fractions, no engine.

Written apart from the pack's formulas: spells are cut to sets of days first, and only then paid.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor

AMOUNTS = {7: 3_854_725, 8: 4_371_943, 9: 5_439_503, 11: 7_188_745, 12: 9_298_296}  # since January 2023
TAX = {"II/c": 0, "III/a": 5, "IV/b": 15, "IX": 0}  # percent
DAYS_OF_ACTING = 20


@dataclass(frozen=True)
class Spell:
    """A post held from day to day; `kind` as the pack has it, `last` None while it runs."""

    kind: str
    first: date
    last: date | None
    unit: str
    grade: int
    post: str
    above: bool = False  # acting: one level above the own post
    candidate: bool = False


@dataclass(frozen=True)
class Person:
    nip: str
    unit: str  # that lists and pays him
    way: str  # of his region
    rank: str
    duty: date
    end: date | None
    performance: Fraction  # of 1
    spells: tuple[Spell, ...]
    listed: tuple[str, ...]  # units that list him


@dataclass
class Pay:
    """`rows`: of each spell its amount and its part of the tax; `reasons`: why he is not paid."""

    rows: list[tuple[int, int]] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)

    def total(self) -> int:
        return sum(amount for amount, _ in self.rows)


def month_of(first: date) -> list[date]:
    days = [first + timedelta(days=place) for place in range(31)]
    return [day for day in days if day.month == first.month]


def worked_out(person: Person, month: list[date], working: set[date]) -> Pay:
    on_duty = {day for day in month if day >= person.duty and (person.end is None or day <= person.end)}
    held = [{day for day in on_duty if spell.first <= day and (spell.last is None or day <= spell.last)}
            for spell in person.spells]  # fmt: skip
    acting: dict[tuple[str, str], set[date]] = {}
    for days, spell in zip(held, person.spells, strict=True):
        if spell.kind == "plt":
            acting.setdefault((spell.unit, spell.post), set()).update(days & working)
    enough = {post for post, days in acting.items() if len(days) >= DAYS_OF_ACTING}
    replaced = set().union(
        *(days for days, spell in zip(held, person.spells, strict=True)
          if spell.kind == "plt" and spell.above and (spell.unit, spell.post) in enough)
    )  # fmt: skip
    decides = deciding(person, month)
    pay = Pay()
    amounts = []
    for spell, days in zip(person.spells, held, strict=True):
        counted = days - replaced if spell.kind == "definitif" else days
        if spell.kind == "plh" or (spell.kind == "plt" and (spell.unit, spell.post) not in enough):
            counted = set()
        share = Fraction(len(counted), len(month)) if person.way == "bagi_hari" else Fraction(decides in counted)
        part = Fraction(1, 5) if spell.kind == "plt" and not spell.above else Fraction(1)
        candidate = Fraction(4, 5) if spell.candidate else Fraction(1)
        amounts.append(floor(AMOUNTS[spell.grade] * part * candidate * person.performance * share))
    pay.rows = list(zip(amounts, shared(floor(Fraction(sum(amounts) * TAX[person.rank], 100)), amounts), strict=True))
    own = [spell.unit for spell, days in zip(person.spells, held, strict=True)
           if spell.kind == "definitif" and decides in days]  # fmt: skip
    pay.reasons = set(reasons(person, month[0], sum(amounts), own))
    return pay


def deciding(person: Person, month: list[date]) -> date:
    if person.way == "hari_penentu":
        return month[14]
    return month[0] if person.way == "awal_bulan" else min(month[-1], person.end or month[-1])


def shared(tax: int, amounts: list[int]) -> list[int]:
    """By largest remainder; of equal ones the earlier spell, own posts before acting ones."""
    if not sum(amounts):
        return [0] * len(amounts)
    exact = [Fraction(tax * amount, sum(amounts)) for amount in amounts]
    parts = [floor(part) for part in exact]
    order = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in order[: tax - sum(parts)]:
        parts[place] += 1
    return parts


def reasons(person: Person, first: date, amount: int, own: list[str]) -> Iterable[str]:
    if person.end is not None and person.end < first:
        yield "sesudah_berhenti"
    if len(person.listed) > 1:
        yield "rekap_ganda"
    if amount and person.unit not in person.listed:
        yield "belum_direkap"
    if amount and own != [person.unit]:
        yield "unit_keliru"
