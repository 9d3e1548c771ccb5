"""Typed formulas at random: each method writes one formula of its type from names that the grain can see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
NUMERIC = ("number", "rupiah", "persen", "menit", "hari")
LITERALS = {
    "number": ("0", "1", "2", "3", "7", "10", "0.5", "0.25", "1000", "0.3"),
    "rupiah": ("0 rupiah", "1 rupiah", "100 rupiah", "2_500_000 rupiah"),
    "persen": ("0%", "1%", "2.5%", "33.33%", "50%", "100%"),
    "menit": ("0 menit", "1 menit", "30 menit", "450 menit"),
    "hari": ("0 hari", "1 hari", "28 hari", "31 hari"),
}
DATES = ("2024-02-29", "2026-02-28", "2026-05-31", "2026-05-01", "1970-01-01", "2000-02-29", "1999-12-31")


@dataclass
class Names:
    """What formulas on one grain can read: names by type, those that may be missing, and where its rows come from."""

    plain: dict[str, list[str]] = field(default_factory=dict)
    optional: dict[str, list[str]] = field(default_factory=dict)
    rows: list[str] = field(default_factory=list)
    exists: list[str] = field(default_factory=list)

    def add(self, type_: str, name: str, optional: bool = False) -> None:
        (self.optional if optional else self.plain).setdefault(type_, []).append(name)


class Writer:
    """Writes formulas on a grain; `pick` chooses, `finer` are the names of grains whose rows lead here."""

    def __init__(self, pick: Callable[[Sequence[Any]], Any], names: Names, finer: dict[str, Names]) -> None:
        self.pick, self.names, self.finer = pick, names, finer
        self.inside = False  # of a where: no sums there

    def of(self, type_: str, depth: int) -> str:
        if type_ in NUMERIC:
            return self.number(type_, depth)
        return {"boolean": self.truth, "date": self.date, "kind": self.word}[type_](depth)

    def either(self, *writers: Callable[[], str | None]) -> str:
        """The first of the writers, in an order by chance, that has something to write."""
        start = self.pick(range(len(writers)))
        for writer in (*writers[start:], *writers[:start]):
            written = writer()
            if written is not None:
                return written
        raise AssertionError("nothing to write")

    # Leaves

    def name(self, type_: str) -> str | None:
        names = self.names.plain.get(type_, [])
        return self.pick(names) if names else None

    def maybe(self, type_: str, depth: int) -> str | None:
        """A name that may be missing: guarded, with a default, or as it is."""
        names = self.names.optional.get(type_, [])
        if not names:
            return None
        name = self.pick(names)
        form = self.pick(("default", "default", "guard", "bare"))
        if form == "bare":
            return str(name)
        other = self.of(type_, depth - 1)
        if form == "default":
            return f"({name} default {other})"
        return f"(if present({name}) then {name} else {other})"

    # Numbers

    def number(self, unit: str, depth: int) -> str:
        if depth <= 0:
            return self.either(lambda: self.name(unit), lambda: self.name(unit), lambda: str(self.pick(LITERALS[unit])))
        return self.either(
            lambda: self.name(unit),
            lambda: self.sign(unit, depth),
            lambda: self.product(unit, depth),
            lambda: self.quotient(unit, depth),
            lambda: self.choice(unit, depth),
            lambda: self.extreme(unit, depth),
            lambda: self.maybe(unit, depth),
            lambda: self.rows(unit, depth),
            lambda: self.special(unit, depth),
        )

    def sign(self, unit: str, depth: int) -> str:
        left, right = self.number(unit, depth - 1), self.number(unit, depth - 1)
        return f"({left} {self.pick('+-')} {right})" if self.pick(range(6)) else f"(-{left})"

    def product(self, unit: str, depth: int) -> str:
        factor = self.pick(("number", "persen"))
        if unit == "number":
            factor = "number"
        left, right = self.number(unit, depth - 1), self.number(factor, depth - 1)
        return f"{left} * {right}" if self.pick((True, False)) else f"{right} * {left}"

    def quotient(self, unit: str, depth: int) -> str:
        top = self.number(unit, depth - 1)
        form = self.pick(("constant", "positive", "guarded", "not zero", "like"))
        if form == "constant":
            return f"{top} / {self.pick(('2', '3', '7', '0.3', '100', '-4'))}"
        if form == "like" and unit in ("number", "persen"):
            like = self.pick(("rupiah", "menit"))
            return f"({self.number(like, depth - 1)}) / {self.positive(like, depth)}"
        if form == "guarded":
            below, low = self.number("number", 1), self.pick(("0", "0", "1", "0.5"))
            return f"(if {below} > {low} then ({top}) / ({below}) else {self.number(unit, 0)})"
        if form == "not zero":
            below = self.positive("number", depth)
            return f"(if {below} != 0 then ({top}) / {below} else {self.number(unit, 0)})"
        return f"({top}) / {self.positive('number', depth)}"

    def positive(self, unit: str, depth: int) -> str:
        """A divisor that is never below 0, but may be 0."""
        zero = LITERALS[unit][0]
        return self.either(
            lambda: self.name(unit) if self.pick(range(3)) else None,
            lambda: f"max({self.number(unit, depth - 1)}, {zero})",
            lambda: f"max({self.number(unit, depth - 1)}, {LITERALS[unit][1]})",
        )

    def choice(self, type_: str, depth: int) -> str:
        return f"(if {self.truth(depth - 1)} then {self.of(type_, depth - 1)} else {self.of(type_, depth - 1)})"

    def extreme(self, unit: str, depth: int) -> str:
        parts = [self.number(unit, depth - 1) for _ in range(self.pick((2, 2, 3)))]
        return f"{self.pick(('min', 'max'))}({', '.join(parts)})"

    def special(self, unit: str, depth: int) -> str | None:
        if unit == "hari":
            return f"({self.date(depth - 1)} - {self.date(depth - 1)})"
        if unit == "persen":
            return (
                f"rate[{self.number('number', depth - 1)}]"
                if self.pick((True, False))
                else f"share_of[{self.word(depth - 1)}]"
            )
        if unit == "rupiah":
            return f"fare[{self.word(depth - 1)}, {self.number('number', depth - 1)}]"
        if unit == "menit":
            return f"{self.number('number', depth - 1)} * 1 menit"
        return self.either(
            lambda: f"{self.pick(('year', 'month', 'day', 'weekday'))}({self.date(depth - 1)})",
            lambda: f"months({self.date(depth - 1)}, {self.date(depth - 1)})",
            lambda: f"digits({self.pick(self.names.plain['nip'])}, {self.pick(('1, 8', '5, 6', '18, 18', '1, 18', '9, 14'))})"
            if "nip" in self.names.plain else None,
            lambda: f"size[{self.word(depth - 1)}]",
            lambda: f"band[{self.number('number', depth - 1)}]",
        )  # fmt: skip

    # Rows

    def rows(self, unit: str, depth: int) -> str | None:
        if self.inside or not self.names.rows:
            return None
        rows = self.pick(self.names.rows)  # a grain, or `visit via held`
        grain, _, via = rows.partition(" ")
        below = self.finer[grain]
        where = self.where(below) if self.pick((True, True, False)) else ""
        if unit == "number" and self.pick((True, False)):
            return f"count({rows}{where})"
        found = [name for name in below.plain.get(unit, []) if "." not in name]
        if not found:
            return None
        word, name = self.pick(("sum", "sum", "min", "max", "average")), self.pick(found)
        total = f"{word}({grain}.{name}{' ' if via else ''}{via}{where})"
        if word == "sum" or self.pick(range(5)) == 0:
            return total
        return f"({total} default {self.number(unit, depth - 1)})"

    def where(self, names: Names) -> str:
        writer = Writer(self.pick, names, {})
        writer.inside = True
        return f" where {writer.truth(1)}"

    # Truths, days, words

    def truth(self, depth: int) -> str:
        if depth <= 0:
            return self.either(lambda: self.name("boolean"), self.compared, self.is_word)
        return self.either(
            lambda: self.name("boolean"),
            lambda: f"({self.truth(depth - 1)} and {self.truth(depth - 1)})",
            lambda: f"({self.truth(depth - 1)} or {self.truth(depth - 1)})",
            lambda: f"(not {self.truth(depth - 1)})",
            lambda: self.compared(depth),
            self.is_word,
            lambda: self.dates(depth),
            lambda: self.is_there(),
            lambda: self.choice("boolean", depth),
            lambda: self.maybe("boolean", depth),
            lambda: f"any({self.pick(self.names.rows)})" if self.names.rows and not self.inside else None,
            self.text,
        )

    def compared(self, depth: int = 1) -> str:
        unit = self.pick(("number", "number", *NUMERIC))
        left, sign = self.number(unit, depth - 1), self.pick(("=", "!=", "<", "<=", ">", ">="))
        form = self.pick(range(8))
        if form == 0:
            return f"({left} between {self.number(unit, 0)} and {self.number(unit, depth - 1)})"
        if form == 1:
            return f"({left} in [{self.number(unit, 0)}, {self.number(unit, 0)}])"
        return f"({left} {sign} {self.number(unit, depth - 1)})"

    def dates(self, depth: int) -> str:
        left, sign = self.date(depth - 1), self.pick(("=", "!=", "<", "<=", ">", ">="))
        return f"({left} {sign} {self.date(depth - 1)})"

    def is_there(self) -> str | None:
        names = [*(name for found in self.names.optional.values() for name in found), *self.names.exists]
        return f"present({self.pick(names)})" if names else None

    def is_word(self) -> str | None:
        name = self.name("kind")
        if name is None:
            return f"({self.number('number', 0)} > {self.number('number', 0)})"
        words = ("small", "large", "bus")
        return self.pick(
            (f"({name} = {self.pick(words)})", f"({name} != {self.pick(words)})", f"({name} in [small, bus])")
        )

    def text(self) -> str | None:
        name = self.name("text")
        return f'({name} {self.pick(("=", "!="))} "{self.pick(("a", "b", "A"))}")' if name else None

    def date(self, depth: int) -> str:
        if depth <= 0:
            return self.either(lambda: self.name("date"), lambda: str(self.pick(DATES)))
        return self.either(
            lambda: self.name("date"),
            lambda: str(self.pick(DATES)),
            lambda: f"({self.date(depth - 1)} {self.pick('+-')} {self.pick(LITERALS['hari'])})",
            lambda: self.choice("date", depth),
            lambda: f"{self.pick(('min', 'max'))}({self.date(depth - 1)}, {self.date(depth - 1)})",
            lambda: self.maybe("date", depth),
            lambda: self.made_date(),
        )

    def made_date(self) -> str | None:
        names = self.names.plain.get("nip", [])
        if not names:
            return None
        made = f"date(digits({self.pick(names)}, 1, 8))"
        return made if self.pick(range(4)) == 0 else f"({made} default {self.pick(DATES)})"

    def word(self, depth: int) -> str:
        name = self.name("kind") or "band_word[0]"
        if depth <= 0:
            return name
        return self.either(
            lambda: name,
            lambda: f"(if {self.truth(depth - 1)} then {name} else {self.pick(('small', 'large', 'bus'))})"
            if name != "band_word[0]" else None,
            lambda: f"({self.pick(self.names.optional['kind'])} default {self.pick(('small', 'bus'))})"
            if self.names.optional.get("kind") else None,
            lambda: f"band_word[{self.number('number', 0)}]",
        )  # fmt: skip
