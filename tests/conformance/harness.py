"""Runs a tiny pack on every engine, and polars and duckdb once more with 128 bit forced, and compares every value with
what the case expects. Receives what a case adds to the base pack, and rows as text."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

import polars as pl

from eremun.api import LoadedPack, _largest_group, engine_of, load
from eremun.diagnostics.diagnostic import Refused
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs, InputTable
from eremun.intake.reader import read_inputs
from eremun.plan.plan import ColumnInfo, Plan
from eremun.plan.widths import Widths, choose_widths
from eremun.values.periods import from_days
from eremun.values.types import Kind
from tests.conformance import base_pack as base

MAY = "2026-05"
MISSING = "(missing)"
RUNS = (
    ("reference", False), ("polars", False), ("duckdb", False), ("polars", True), ("duckdb", True),
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """Every reason for which there is no value."""

    reasons: frozenset[str]


def fault(*reasons: str) -> Fault:
    return Fault(frozenset(reasons))


def F(top: int | str, bottom: int = 1) -> Fraction:  # noqa: N802 - short, for it stands in every case
    return Fraction(top) / bottom


def pct(text: str) -> Fraction:
    """A percentage as its value."""
    return Fraction(text) / 100


# Writing a pack and its rows


def write_pack(
    folder: Path, more: str = "", pays: str = "", inputs: str = base.INPUTS, head: str = base.HEAD, lines: str = ""
) -> Path:
    """The base pack with the sections of a case; `pays`: rules of the car that the payroll shows; `lines`: what stands
    under `lines` of its outputs."""
    folder.mkdir(parents=True, exist_ok=True)
    columns = "\n".join(f"      - {name}: {{decimals: 9}}" for name in pays.split())
    files = {
        "pack": head, "inputs": inputs, "regulations": base.REGISTER, "outputs": base.OUTPUTS.format(columns=columns),
    }  # fmt: skip
    if lines:
        files["outputs"] += "  lines:\n" + "".join(f"    {line}\n" for line in labelled(lines).splitlines())
    if more.strip():
        files["rules"] = base.CHAPTER + labelled(more)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def labelled(text: str) -> str:
    """Sections at the left edge."""
    lines = [line for line in text.split("\n") if line.strip()]
    edge = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[edge:] for line in lines) + "\n"


def write_rows(folder: Path, rows: Mapping[str, str], cells: Mapping[str, Mapping[str, str]] = base.CELLS) -> Path:
    """A CSV file for every table. Rows stand on lines of their own or between `;`: key cells in order, then
    `name=value`; what is not said is as in the base."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, defaults in cells.items():
        lines = [",".join(defaults)]
        for row in rows.get(table, "").replace(";", "\n").split("\n"):
            if row.strip():
                lines.append(",".join(_quoted(cell) for cell in _cells(row, defaults)))
        (folder / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _cells(row: str, defaults: Mapping[str, str]) -> list[str]:
    found = dict(defaults)
    names = list(defaults)
    for place, word in enumerate(shlex.split(row)):
        name, sign, value = word.partition("=")
        if sign:
            assert name in found, name
            found[name] = value
        else:
            found[names[place]] = word
    return list(found.values())


def _quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


# Running


@dataclass(frozen=True)
class World:
    """A plan and its typed inputs, and how to run them."""

    plan: Plan
    inputs: Inputs

    def widths(self, force: bool = False) -> Widths:
        heights = {name: table.frame.height for name, table in self.inputs.tables.items()}
        return choose_widths(self.plan, heights, lambda step: _largest_group(self.plan, self.inputs, step), force)

    def run(self, engine: str, force: bool = False) -> Results:
        keep = {grain for grain, columns in self.plan.columns.items() if columns}
        return engine_of(engine).run(self.plan, self.inputs, self.widths(force), keep)  # type: ignore[arg-type]


def world(pack: Path, rows: Path, period: str = MAY) -> World:
    plan = LoadedPack(load(pack).checked).plan(period).plan
    return World(plan, read_inputs(plan, rows))


def shuffled(inputs: Inputs, table: str) -> Inputs:
    """The inputs with the rows of a table that no other names in reverse order."""
    found = inputs.tables[table]
    turned: InputTable = replace(found, frame=found.frame.reverse())
    return replace(inputs, tables={**inputs.tables, table: turned})


# Reading results


def decode(plan: Plan, grain: str, frame: pl.DataFrame) -> dict[str, dict[str, Any]]:
    """The values of a frame by the key of the row and the name: Fraction, bool, text, date, MISSING or Fault."""
    infos = plan.columns[grain]
    keys = plan.checked.keys[grain]
    found: dict[str, dict[str, Any]] = {}
    for place, row in enumerate(frame.iter_rows(named=True)):
        values = {name: _value(plan, name, info, row) for name, info in infos.items()}
        if "@blocked" in row:
            values["@blocked"] = _reasons(plan, row["@blocked"])
        key = " ".join(str(values[name]) for name in keys) if keys else ("" if grain == "period" else str(place))
        assert key not in found, f"{grain} {key} twice"
        found[key] = values
    return found


def _value(plan: Plan, name: str, info: ColumnInfo, row: dict[str, Any]) -> Any:
    raw = row[name]
    assert raw is not None, f"{name} is null"
    if info.faulty and row[f"{name}!"]:
        return Fault(_reasons(plan, row[f"{name}!"]))
    if info.optional and not row[f"{name}?"]:
        return MISSING
    kind = info.type.kind
    if kind is Kind.NUMBER:
        return raw * info.step
    if kind is Kind.ENUM:
        return plan.checked.pack.enums[info.type.enum or ""][raw]
    return from_days(raw) if kind is Kind.DATE else raw


def _reasons(plan: Plan, bits: int) -> frozenset[str]:
    return frozenset(reason for place, reason in enumerate(plan.faults) if bits >> place & 1)


Found = dict[str, dict[str, dict[str, Any]]]


def everything(plan: Plan, results: Results) -> Found:
    return {grain: decode(plan, grain, frame) for grain, frame in results.frames.items()}


# Comparing


class Park:
    """What a case is called with: it runs all engines and tells every difference at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def world(self, more: str = "", *, period: str = MAY, pays: str = "", inputs: str = base.INPUTS,
              cells: Mapping[str, Mapping[str, str]] = base.CELLS, head: str = base.HEAD, lines: str = "",
              **rows: str) -> World:  # fmt: skip
        rows = {"lot": "Z", "car": "A", **rows}
        pack = write_pack(self.folder / "pack", more, pays, inputs, head, lines)
        return world(pack, write_rows(self.folder / "rows", rows, cells), period)

    def of(self, unit: str, formula: str, expected: Any, *, round: str = "", grain: str = "car", **rest: Any) -> World:
        """One rule `x` of that unit ("": boolean) on a grain; it must not be at fault where a value is expected."""
        return self(rule(unit, formula, round, grain) + rest.pop("more", ""), {f"{grain}.x": expected}, **rest)

    def __call__(
        self,
        more: str = "",
        expect: Mapping[str, Any] | None = None,
        *,
        blocked: Mapping[str, str] | None = None,
        known: Mapping[str, str] | None = None,
        **rest: Any,
    ) -> World:
        """`expect`: `grain.rule` -> value of the only row, or key -> value. `blocked`: key of a car -> reasons; nobody
        else is. `known`: engine -> why it is known to differ; the case fails when it no longer does."""
        found = self.world(more, **rest)
        wrong = differences(found, expect or {}, blocked or {})
        for engine, reason in (known or {}).items():
            assert wrong.pop(engine, []), f"{engine} no longer differs ({reason}): take the mark away"
        assert not wrong, "\n".join(f"{engine}: {text}" for engine, texts in wrong.items() for text in texts)
        return found


def rule(unit: str, formula: str, round: str = "", grain: str = "car", name: str = "x") -> str:
    """The YAML of one rule."""
    lines = ["rules:", f"  {grain}:", f"    {name}:"]
    lines += [f"      unit: {unit}"] if unit else []
    lines += ["      formula: |", f"        {formula}"]
    lines += [f"      round: {round}"] if round else []
    return "\n".join(lines) + "\n"


def differences(found: World, expect: Mapping[str, Any], blocked: Mapping[str, str]) -> dict[str, list[str]]:
    """What each run has otherwise than expected, and otherwise than the reference."""
    wrong: dict[str, list[str]] = {}
    oracle: Found | None = None
    for engine, force in RUNS:
        name = f"{engine} 128" if force else engine
        values = everything(found.plan, found.run(engine, force))
        texts = [text for place, value in expect.items() for text in _unlike(values, place, value)]
        reasons = {key: row["@blocked"] for key, row in values[found.plan.person].items() if row["@blocked"]}
        wanted = {key: frozenset(text.split()) for key, text in blocked.items()}
        if reasons != wanted:
            texts.append(f"blocked {reasons}, expected {wanted}")
        oracle = oracle or values
        texts += unequal(oracle, values)
        if texts:
            wrong[name] = texts
    return wrong


def _unlike(values: Found, place: str, expected: Any) -> list[str]:
    grain, _, name = place.partition(".")
    rows = values[grain]
    if not isinstance(expected, dict):
        assert len(rows) == 1, f"{grain} has rows {list(rows)}"
        expected = {next(iter(rows)): expected}
    found = {key: row[name] for key, row in rows.items()}
    return [] if found == expected and _same_types(found, expected) else [f"{place} = {found}, expected {expected}"]


def _same_types(found: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    return all(isinstance(found[key], bool) == isinstance(value, bool) for key, value in expected.items())


def unequal(oracle: Found, values: Found) -> list[str]:
    """Every value that is not the reference's; rows of inputs stand in the same order too."""
    texts = []
    for grain, rows in oracle.items():
        if set(rows) != set(values[grain]):
            texts.append(f"{grain} has rows {list(values[grain])}, the reference {list(rows)}")
            continue
        for key, row in rows.items():
            other = values[grain][key]
            texts += [f"{grain} {key} {name} = {other[name]}, the reference {value}"
                      for name, value in row.items() if other[name] != value]  # fmt: skip
    return texts


def refused(park: Callable[..., Any], code: str, more: str = "", **rest: Any) -> None:
    """The case must be refused with that code, by whichever stage."""
    try:
        park(more, **rest)
    except Refused as error:
        codes = [diagnostic.code for diagnostic in error.diagnostics]
        assert code in codes, f"refused with {codes}"
        return
    _fail(f"not refused with {code}")


def _fail(text: str) -> NoReturn:
    raise AssertionError(text)


__all__ = ["MISSING", "F", "Fault", "Park", "World", "date", "fault", "pct", "refused", "shuffled"]
