"""What the screen says after a run, for whoever must pay and whoever must repair the data.

Receives a settlement and its report; prints in Bahasa Indonesia or English, coloured on a terminal, plain when piped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

import polars as pl
from rich.console import Console
from rich.table import Table
from rich.text import Text

from eremun.diagnostics.excerpt import visible
from eremun.diagnostics.langs import Lang
from eremun.intake.sheet import BLANKS
from eremun.outputs.files import file_names
from eremun.outputs.payroll import money_columns, reason_sentences, stored_column
from eremun.outputs.report import REPORT_FILE, Report
from eremun.outputs.settlement import Settlement
from eremun.outputs.summary_words import WORDS, Words
from eremun.outputs.timings import TIMINGS_FILE
from eremun.values.forms import OTHER_MINUS, below_zero_in, example_of
from eremun.values.types import Kind

PLACES_SHOWN = 3
# Where nobody looks at a terminal no line is cut and no colour is added; data is never markup.
PIPED_WIDTH = 400
PLAIN: dict[str, Any] = {"highlight": False, "markup": False, "emoji": False}


@dataclass(frozen=True)
class Summary:
    """`folder`: where the files are; None where nothing was written."""

    settlement: Settlement
    report: Report
    folder: Path | None
    lang: Lang

    def print(self, stream: TextIO) -> None:
        """Writes the summary to the stream."""
        if stream.isatty():
            self._print(Console(no_color=bool(os.environ.get("NO_COLOR")), file=stream, **PLAIN))
            return
        buffer = StringIO()
        self._print(Console(force_terminal=False, color_system=None, width=PIPED_WIDTH, file=buffer, **PLAIN))
        stream.write("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines()))

    def _print(self, console: Console) -> None:
        for part in self._parts(WORDS[self.lang]):
            console.print(part, soft_wrap=not isinstance(part, Table))

    def _parts(self, words: Words) -> Iterator[Text | Table]:
        yield from self._head(words)
        yield from self._blocked(words)
        yield from self._rejected(words)
        yield from self._findings(words)
        yield from self._totals(words)
        yield from self._units(words)
        yield from self._ignored(words)
        yield from self._files(words)

    def _head(self, words: Words) -> Iterator[Text | Table]:
        pack, people = self.settlement.plan.checked.pack, self.report.people
        yield Text(f"{pack.label or pack.name}, {words.period} {self.report.period}", style="bold")
        if self.folder is None:
            yield Text(words.dry)
        table = _table()
        for label, count, style in (
            (words.people, people.people_in, ""),
            (words.paid, people.paid, "green"),
            (words.blocked, people.blocked, "yellow" if people.blocked else ""),
            (words.rejected, people.rejected, "yellow" if people.rejected else ""),
        ):
            table.add_row(f"  {label}", Text(words.number(count), style=style))
        yield table

    def _blocked(self, words: Words) -> Iterator[Text | Table]:
        if not self.report.blocked_by_reason:
            return
        sentences = reason_sentences(self.settlement.plan, self.lang)
        yield _heading(words.why_blocked)
        table = _table(right=0)
        for reason, count in self.report.blocked_by_reason.items():
            table.add_row(f"  {words.number(count)}", Text(visible(sentences[reason])), Text(reason, style="dim"))
        yield table

    def _rejected(self, words: Words) -> Iterator[Text | Table]:
        rejected = self.settlement.inputs.rejected
        if rejected.is_empty():
            return
        rows = sum(table.rejected for table in self.settlement.inputs.tables.values())
        yield _heading(words.rejected_rows.format(rows=words.number(rows)))
        table = _table(right=2)
        for name, reason, count, places in _places(rejected):
            shown = "; ".join(_place(words, *place) for place in places)
            more = ", …" if count > PLACES_SHOWN else ""
            said = words.reasons.get(reason, reason)
            table.add_row(f"  {name}", said, words.number(count), Text(shown + more, style="dim"))
        yield table
        for value, hint in (*_hints(rejected, words), *_forms(self.settlement, words), *_signs(self.settlement, words)):
            yield Text(f"  {visible(value)}: {hint}")

    def _ignored(self, words: Words) -> Iterator[Text | Table]:
        inputs = self.report.inputs.items()
        names = [f"{table}.{column}" for table, one in inputs for column in one.ignored_columns]
        if names:
            yield Text(f"\n{words.ignored}: {visible(', '.join(names))}", style="dim")

    def _findings(self, words: Words) -> Iterator[Text | Table]:
        found = [one for one in self.settlement.found if one.rows.height]
        if not found:
            return
        yield _heading(words.findings)
        table = _table(right=0)
        for one in found:
            total = self.report.findings[one.finding.name].total
            number = words.rupiah(total) if one.finding.kind == "amount" else words.number(total)
            table.add_row(f"  {number}", Text(visible(one.finding.label)), Text(one.finding.name, style="dim"))
        yield table

    def _totals(self, words: Words) -> Iterator[Text | Table]:
        if not self.report.totals:
            return
        yield _heading(words.totals)
        table = _table()
        for name, total in self.report.totals.items():
            table.add_row(f"  {name}", words.rupiah(total))
        yield table

    def _units(self, words: Words) -> Iterator[Text | Table]:
        money = money_columns(self.settlement.plan)
        if not self.report.units or not money:
            return
        last = money[-1][0]
        unit = self.settlement.plan.checked.pack.outputs.payroll_sort[0]
        yield _heading(words.per_unit.format(unit=unit))
        table = _table(f"  {unit}", words.paid, words.blocked, last)
        for name, one in self.report.units.items():
            numbers = (words.number(one.paid), words.number(one.blocked), words.rupiah(one.totals[last]))
            table.add_row(Text(f"  {visible(name)}"), *numbers)
        yield table

    def _files(self, words: Words) -> Iterator[Text | Table]:
        if self.folder is None:
            return
        yield _heading(words.files.format(folder=self.folder))
        table = _table(right=0)
        names = file_names(self.settlement.plan)
        for kind, name in names.items():
            table.add_row(f"  {words.number(self.report.outputs[name].rows)}", Text(name), words.contents[kind])
        table.add_row("", REPORT_FILE, words.contents["run"])
        table.add_row("", TIMINGS_FILE, words.contents["timings"])
        yield table
        columns = ", ".join(_fragile(self.settlement))
        if columns:
            yield Text(words.spreadsheet.format(columns=columns), style="dim")


def _heading(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _table(*headings: str, right: int | None = None) -> Table:
    """Numbers stand to the right: in the named column, or in every one but the first."""
    table = Table(box=None, show_header=bool(headings), pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for place in range(max(len(headings), 4)):
        to_right = place > 0 if right is None else place == right
        table.add_column(headings[place] if headings else "", justify="right" if to_right else "left")
    return table


Place = tuple[int, str, str]


def _hints(rejected: pl.DataFrame, words: Words) -> Iterator[tuple[str, str]]:
    """What to do about cells of a well-known wrong form: the first such cell, and a sentence."""
    plain = rejected.filter((pl.col("reason") == "parse") & (pl.col("label") == ""))
    cells = plain["value"].str.strip_chars().drop_nulls()
    for pattern, hint in words.hints.items():
        found = cells.filter(cells.str.contains(pattern))
        if len(found):
            yield found[0], hint


def _forms(settlement: Settlement, words: Words) -> Iterator[tuple[str, str]]:
    """Cells that are not of the form their column declares: the first of each column, and the form."""
    rejected = settlement.inputs.rejected
    for name, table in settlement.plan.checked.pack.inputs.items():
        for column in (column for column in table.columns.values() if column.format):
            here = (pl.col("table") == name) & (pl.col("column") == column.heading) & (pl.col("reason") == "parse")
            for value in rejected.filter(here)["value"].head(1):
                example = " = ".join(dict.fromkeys((column.format, example_of(column.format))))
                yield value, words.form.format(column=column.heading, example=example)


def _signs(settlement: Settlement, words: Words) -> Iterator[tuple[str, str]]:
    """Numbers below zero whose minus is of another form, where a column may have such: the first of each column."""
    rejected = settlement.inputs.rejected
    minus = pl.col("value").str.strip_chars(BLANKS).str.contains(OTHER_MINUS)
    for name, table in settlement.plan.checked.pack.inputs.items():
        for column in (column for column in table.columns.values() if column.below_zero):
            here = (pl.col("table") == name) & (pl.col("column") == column.heading) & (pl.col("reason") == "parse")
            for value in rejected.filter(here & minus)["value"].head(1):
                yield value, words.minus.format(example=below_zero_in(column.format, column.decimals))


def _places(rejected: pl.DataFrame) -> Iterator[tuple[str, str, int, list[Place]]]:
    """Table, reason, number of faults, the first few places, in the order of the file."""
    groups = rejected.group_by("table", "reason", maintain_order=True).agg(
        pl.len().alias("count"), *(pl.col(name).head(PLACES_SHOWN) for name in ("row", "column", "value"))
    )
    for table, reason, count, *places in groups.iter_rows():
        yield table, reason, count, list(zip(*places, strict=True))


def _place(words: Words, row: int, column: str, value: str) -> str:
    said = ": ".join(part for part in (column, value) if part)
    cut = said if len(said) <= 40 else said[:39] + "…"
    return f"{words.row} {row} ({visible(cut)})"


def _fragile(settlement: Settlement) -> list[str]:
    """The payroll columns that a spreadsheet would round: nips, and text that reading takes from no number."""
    plan = settlement.plan
    inputs = plan.checked.pack.inputs.values()
    refused = {name for table in inputs for name, column in table.columns.items() if column.refuses_typed_number}
    stored = [(column.name, *stored_column(plan, column)) for column in plan.checked.pack.outputs.payroll_columns]
    return [heading for heading, name, info in stored if info.type.kind is Kind.NIP or name in refused]
