"""The derivation as text for a screen, in Bahasa Indonesia or English: a line per fact, what it is made of below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from eremun.explain.tree import (
    Because,
    Citation,
    Derivation,
    ExceptionLine,
    FoundLine,
    JoinedLine,
    LeftOut,
    NeighbourLine,
    RowLine,
    RowsLine,
    Shown,
    Step,
    TableLine,
)
from eremun.explain.words import WORDS, number_text, segments_text, value_text
from eremun.values.types import BOOLEAN

INDENT = "  "
NOTHING = Shown(None, BOOLEAN)
BLOCKED = "@blocked"


def render(derivation: Derivation, lang: str = "id") -> str:
    """The whole explanation, ending with a line end. `lang` is `id` or `en`."""
    return "\n".join(_Text(lang).whole(derivation)) + "\n"


class _Text:
    """`told`: the rules whose formula and basis have been printed; on further rows only the numbers are, and what a
    rule has not rested on before (`rested`)."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words = WORDS[lang]
        self.told: set[tuple[str, str]] = set()
        self.cited: set[Citation] = set()
        self.rested: set[tuple[object, ...]] = set()

    def whole(self, derivation: Derivation) -> Iterator[str]:
        yield from self.differences(derivation)
        yield f"{derivation.pack} · {self.words['period']} {derivation.period} · {derivation.key}"
        for name, fact in derivation.facts:
            yield f"{INDENT}{name}: {self.value(fact)}"
        yield ""
        yield self.words["blocked" if derivation.blocked else "paid"]
        for reason in derivation.reasons:
            sentence = (self.lang == "en" and reason.english) or reason.sentence
            yield f"{INDENT}- {reason.name}: {sentence}" if sentence else f"{INDENT}- {reason.name}"
            if reason.condition:
                yield f"{INDENT * 2}{self.words['because']}: {segments_text(reason.condition, self.lang)}"
            yield from self.bases(reason.bases, 2)
        if derivation.blocked:
            yield self.words["would_be"]
        for amount in derivation.amounts:
            yield ""
            yield from self.step(amount, 0)

    def differences(self, derivation: Derivation) -> Iterator[str]:
        """Said first, since nothing below can be relied on then."""
        if not derivation.differences:
            return
        yield self.words["differs"]
        for found in derivation.differences:
            column = self.words["reasons"] if found.column == BLOCKED else found.column
            said = self.words["differs_line"].format(column=column, explained=found.explained, engine=found.engine)
            yield f"{INDENT}- {said}"
        yield ""

    def step(self, step: Step, depth: int, in_row: bool = False) -> Iterator[str]:
        """An amount and what it is made of."""
        margin = INDENT * depth
        group = f" · {step.group} {self.key(step.key)}" if step.group else ""
        yield f"{margin}{step.label} ({step.name}){group}: {self.amount(step)}"
        if step.repeated:
            return
        first = (step.grain, step.name) not in self.told
        self.told.add((step.grain, step.name))
        if first and step.formula:
            yield f"{margin}{INDENT}{self.words['formula']}: {' '.join(step.formula.split())}"
        yield from self.numbers(step, depth + 1)
        yield from self.grounds(step, depth + 1, first)
        yield from self.below(step, depth + 1, in_row)

    def amount(self, step: Step) -> str:
        if step.value is None:
            return self.words["no_value"].format(faults=", ".join(step.faults))
        text = self.value(step.value)
        return f"{text} ({self.words['above']})" if step.repeated else text

    def numbers(self, step: Step, depth: int) -> Iterator[str]:
        margin = INDENT * depth
        filled = segments_text(step.filled, self.lang)
        if filled and step.value is not None and filled != self.value(step.value):
            yield f"{margin}{self.words['filled']}: {filled}"
        if step.rounding is not None and step.unrounded is not None and step.unrounded.value is not None:
            yield f"{margin}{self.words['before']}: {self.value(step.unrounded)}; {self.rounding(step)}"

    def rounding(self, step: Step) -> str:
        assert step.rounding is not None
        mode, unit = step.rounding
        return self.words[mode].format(step=self.value(unit))

    def grounds(self, step: Step, depth: int, first: bool) -> Iterator[str]:
        """What the amount rests on. Bases and parameters are said once for each rule, and again where another version
        or row holds; a table's row each time."""
        if self.is_new(step, step.bases):
            yield from self.bases(step.bases, depth)
        for line in step.found:
            yield f"{INDENT * depth}{self.found(line)}"
        for exception in step.exceptions:
            yield from self.exception(exception, depth, first, any(other.chosen for other in step.exceptions))
        for parameter in step.parameters:
            if self.is_new(step, parameter):
                value = f"{self.value(parameter.value)} ({self.words['since']} {parameter.since})"
                yield f"{INDENT * depth}{self.words['parameter']} {parameter.label}: {value}"
                yield from self.bases(parameter.bases, depth + 1)
        for table in step.tables:
            new = self.is_new(step, table.name, table.bases, *(counted.bases for counted in table.joined))
            if first or new or table.neighbours or table.joined:
                yield from self.table(table, depth, first or new)

    def is_new(self, step: Step, *what: object) -> bool:
        """Whether the rule has not been said to rest on that yet."""
        key = (step.grain, step.name, *what)
        new = key not in self.rested
        self.rested.add(key)
        return new

    def bases(self, bases: Iterable[Citation], depth: int) -> Iterator[str]:
        for basis in bases:
            yield f"{INDENT * depth}{self.words[basis.kind]}: {self.citation(basis)}"

    def citation(self, basis: Citation) -> str:
        """The title with the name it has in the register; once it has been said, the name alone."""
        article = f", {basis.article}" if basis.article else ""
        title = replace(basis, article="")
        if title in self.cited:
            return basis.name + article
        self.cited.add(title)
        return f"{basis.title}{article} ({basis.name})"

    def exception(self, exception: ExceptionLine, depth: int, first: bool, decided: bool) -> Iterator[str]:
        """`decided`: whether one of the rule's exceptions was chosen."""
        beaten = "overridden" if decided else "clashing"
        word = "held" if exception.chosen else beaten if exception.held else "not_held"
        condition = segments_text(exception.condition, self.lang)
        label = exception.label or exception.name
        yield f"{INDENT * depth}{self.words['exception']} {label}: {self.words[word]} ({condition})"
        if first:
            yield from self.bases(exception.bases, depth + 1)

    def table(self, table: TableLine, depth: int, first: bool) -> Iterator[str]:
        margin = INDENT * depth
        arguments = ", ".join(map(self.value, table.arguments))
        row = f"{self.words['row']} {segments_text(table.condition, self.lang)}"
        held = row if table.condition else self.words[f"joined_{table.hit}"]
        since = f"{self.words['since']} {table.since}"
        label = f"{table.label}, {table.output}" if table.output else table.label
        yield f"{margin}{self.words['table']} {label} [{arguments}]: {self.value(table.cell)} ({held}, {since})"
        for neighbour in table.neighbours:
            yield f"{margin}{INDENT}{self.neighbour(neighbour)}"
        for counted in table.joined:
            yield f"{margin}{INDENT}{self.joined(counted)}"
            yield from self.bases(counted.bases if first else (), depth + 2)
        if not table.condition and not table.joined:
            yield f"{margin}{INDENT}{self.words['none']}"
        if first:
            yield from self.bases(table.bases, depth + 1)

    def found(self, line: FoundLine) -> str:
        """A row found by a day, with the time for which it holds."""
        if line.day.value is None:
            return self.words["found_without_day"].format(name=line.name)
        word = "found_none" if line.first.value is None else "found_running" if line.last.value is None else "found"
        days = {"day": self.value(line.day), "first": self.value(line.first), "last": self.value(line.last)}
        return self.words[word].format(name=line.name, label=line.label, **days)

    def neighbour(self, line: NeighbourLine) -> str:
        exact = line.gap.value == 0
        word = ("at_bound" if exact else "not_reached") if line.above else "passed_bound" if exact else "passed"
        how = self.words[word].format(gap=self.value(line.gap))
        return f"{self.words['row']} {segments_text(line.condition, self.lang)}: {self.value(line.cell)}, {how}"

    def joined(self, line: JoinedLine) -> str:
        given = self.value(line.cell)
        if line.part is not None and line.gives is not None:
            given = self.words["layer"].format(cell=given, part=self.value(line.part), gives=self.value(line.gives))
        return f"{self.words['row']} {segments_text(line.condition, self.lang)}: {given}"

    def below(self, step: Step, depth: int, in_row: bool = False) -> Iterator[str]:
        """What the amount is made of. On the many rows of an aggregate, what was told before is left out: numbers that
        stand in the formula already, and conditions that are met as on the first row."""
        for rows in step.aggregates:
            yield from self.rows(rows, depth)
        for part in step.parts:
            known = part.repeated or ((part.grain, part.name) in self.told and part.value and part.value.value is True)
            if not (in_row and known):
                yield from self.step(part, depth, in_row)

    def rows(self, rows: RowsLine, depth: int) -> Iterator[str]:
        """An aggregate: its total, the rows that count, those of value 0, those left out."""
        total = self.words["missing"] if rows.total is None else self.value(rows.total)
        head = f"{INDENT * depth}{self.words[rows.word]} {rows.label} ({rows.over}): {total}"
        known = [row for row in rows.rows if row.step is not None and row.step.repeated]
        if rows.untold or (known and len(known) == len(rows.rows)):
            word, number = ("untold", rows.untold) if rows.untold else ("rows_told", len(known))
            yield f"{head}, {self.words[word].format(number=number_text(Fraction(number), 0, self.lang))}"
        elif not rows.rows and not rows.left_out:
            yield f"{head}, {self.words['none']}"
        else:
            yield head
            yield from self.listed(rows, depth + 1)

    def listed(self, rows: RowsLine, depth: int) -> Iterator[str]:
        counted = [row for row in rows.rows if row.value is None and not row.faults]
        if counted:
            yield f"{INDENT * depth}- {'; '.join(self.key(row.key) for row in counted)}"
        zeros = [row for row in rows.rows if row.value is not None and row.value.value == 0]
        for row in rows.rows:
            if row not in counted and row not in zeros:
                yield from self.row(row, depth)
        yield from self.zeros(zeros, depth, rows.word)
        for left_out in rows.left_out:
            yield self.left_out(left_out, depth)

    def zeros(self, zeros: list[RowLine], depth: int, word: str) -> Iterator[str]:
        """Rows of value 0, those with the same cause on one line. To a sum they add nothing; an average they lower."""
        causes: dict[Because | None, list[str]] = {}
        for row in zeros:
            causes.setdefault(row.because, []).append(self.key(row.key))
        for because, keys in causes.items():
            nothing = f"{self.words['counts_nothing']}, " if word == "sum" else ""
            cause = f" ({nothing}{self.because(because)})" if because else ""
            yield f"{INDENT * depth}- {self.value(zeros[0].value or NOTHING)}: {'; '.join(keys)}{cause}"

    def row(self, row: RowLine, depth: int) -> Iterator[str]:
        margin, key = INDENT * depth, self.key(row.key)
        if row.value is None:
            yield f"{margin}- {key}: {self.words['no_value'].format(faults=', '.join(row.faults))}"
        else:
            yield f"{margin}- {key}: {self.value(row.value)}{self.short(row.step)}"
        if row.step is not None and not row.step.repeated:
            first = (row.step.grain, row.step.name) not in self.told
            self.told.add((row.step.grain, row.step.name))
            if first and row.step.formula:
                yield f"{margin}{INDENT}{self.words['formula']}: {' '.join(row.step.formula.split())}"
            yield from self.grounds(row.step, depth + 1, first)
            yield from self.below(row.step, depth + 1, in_row=True)

    def short(self, step: Step | None) -> str:
        """The numbers of a row behind its value, on the same line."""
        if step is None or step.value is None or not step.filled:
            return ""
        filled = segments_text(step.filled, self.lang)
        filled += "".join(self.looked_up(table) for table in step.tables if not table.neighbours)
        before = step.unrounded is not None and step.unrounded.value != step.value.value
        rounding = f"; {self.rounding(step)}" if before and step.rounding is not None else ""
        return "" if filled == self.value(step.value) else f" = {filled}{rounding}"

    def looked_up(self, table: TableLine) -> str:
        return f" ({table.label}: {', '.join(map(self.value, table.arguments))})"

    def left_out(self, line: LeftOut, depth: int) -> str:
        keys = "; ".join(self.key(key) for key in line.keys)
        return f"{INDENT * depth}- {self.words['left_out']}: {keys}: {self.because(line.because)}"

    def because(self, because: Because) -> str:
        way = "".join(f"{label}: " for label in because.labels)
        return f"{self.words['because']}: {way}{segments_text(because.condition, self.lang)}"

    def key(self, key: tuple[Shown, ...]) -> str:
        return ", ".join(map(self.value, key))

    def value(self, shown: Shown) -> str:
        return value_text(shown, self.lang)
