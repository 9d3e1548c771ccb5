"""A car park as a small checked pack, by hand: zones, cars (the grain paid), visits, days of visits, permits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from eremun.check import typed as t
from eremun.check.checked import CheckedException, CheckedPack, CheckedRule
from eremun.check.faults import Faults
from eremun.check.structure import Structure
from eremun.diagnostics.diagnostic import Span
from eremun.engines.reference.rules import Evaluation
from eremun.intake.inputs import Inputs, InputTable
from eremun.model.inputs import Column, Group, Input, Relation
from eremun.model.pack import Pack
from eremun.model.rules import Dated, Ensure, Finding, Outputs, Parameter, Rounding, Rule, Table
from eremun.plan.plan import ColumnInfo, InputPlan, Plan
from eremun.sources.syntax import Number
from eremun.values.periods import Period, to_days
from eremun.values.types import BOOLEAN, DATE, NIP, TEXT, Kind, Type, number
from eremun.values.units import NUMBER, PERSEN, Unit

AT = Span("test", 1, 1, 1, 2)
NOTHING = Number(Fraction(0), False, None, AT)
PLAIN, PERCENT, MONEY = number(NUMBER), number(PERSEN), number(Unit((("rupiah", 1),)))
MINUTES = number(Unit((("menit", 1),)))
SIZE = Type(Kind.ENUM, enum="size")
ENUMS = {"size": ("small", "large")}
MAY = Period(2024, 5)
UNUSED: Any = None


def day(text: str) -> int:
    return to_days(date.fromisoformat(text))


# Typed formulas.


def num(value: object, kind: Type = PLAIN) -> t.Constant:
    return t.Constant(Fraction(str(value)), kind, AT)


def truth(value: bool) -> t.Constant:
    return t.Constant(value, BOOLEAN, AT)


def word(value: str) -> t.Constant:
    return t.Constant(value, SIZE, AT)


def on(text: str) -> t.Constant:
    return t.Constant(day(text), DATE, AT)


def read(dotted: str, kind: Type = PLAIN) -> t.Read:
    *path, name = dotted.split(".")
    return t.Read(tuple(path), path[-1] if path else "", name, kind, AT)


def param(name: str) -> t.ParameterRead:
    return t.ParameterRead(name, PLAIN, AT)


def op(left: t.Typed, sign: Any, right: t.Typed, kind: Type = PLAIN) -> t.Arithmetic:
    return t.Arithmetic(sign, left, right, kind, AT)


def compare(left: t.Typed, sign: Any, right: t.Typed) -> t.Compare:
    return t.Compare(sign, left, right, BOOLEAN, AT)


def both(*parts: t.Typed) -> t.Junction:
    return t.Junction("and", parts, BOOLEAN, AT)


def either(*parts: t.Typed) -> t.Junction:
    return t.Junction("or", parts, BOOLEAN, AT)


def when(condition: t.Typed, then: t.Typed, otherwise: t.Typed) -> t.If:
    return t.If(condition, then, otherwise, then.type, AT)


def present(value: t.Typed) -> t.Present:
    return t.Present(value, BOOLEAN, AT)


def default(value: t.Typed, otherwise: t.Typed) -> t.Default:
    return t.Default(value, otherwise, value.type, AT)


def table(name: str, *arguments: t.Typed, output: int = 0) -> t.TableRead:
    return t.TableRead(name, arguments, output, PLAIN, AT)


def rows(kind: Any, over: str, via: str, value: str | None = None, where: t.Typed | None = None) -> t.Aggregate:
    what = None if value is None else t.Read((), over, value, PLAIN, AT)
    return t.Aggregate(kind, over, via, what, where, BOOLEAN if kind == "any" else PLAIN, AT)


# The pack.


def column(name: str, kind: Type, **more: Any) -> Column:
    return Column(name, kind, (name,), AT, **more)


def to(name: str, target: str, *columns: str, required: bool = True) -> Relation:
    return Relation(name, target, columns, required, AT)


def version(content: Any, begins: str = "2000-01-01", ends: str | None = None) -> Dated[Any]:
    return Dated(content, date.fromisoformat(begins), None if ends is None else date.fromisoformat(ends), AT)


INPUTS = {
    "zone": Input("zone", "Zone", ("zone",), {
        "zone": column("zone", TEXT), "fee": column("fee", MONEY), "rank": column("rank", PLAIN, optional=True),
    }, (), (), AT),
    "car": Input("car", "Car", ("nip",), {
        "nip": column("nip", NIP), "zone": column("zone", TEXT), "size": column("size", SIZE),
        "share": column("share", PERCENT, decimals=2), "weight": column("weight", PLAIN, optional=True),
    }, (to("zone", "zone", "zone"), to("permit", "permit", "nip", required=False)), (), AT),
    "permit": Input("permit", "Permit", ("nip",), {
        "nip": column("nip", NIP), "free": column("free", PLAIN), "note": column("note", PLAIN, optional=True),
    }, (to("car", "car", "nip"),), (), AT, when_rejected="drop"),
    "visit": Input("visit", "Visit", ("id",), {
        "id": column("id", TEXT), "nip": column("nip", NIP), "day": column("day", DATE),
        "minutes": column("minutes", PLAIN), "guide": column("guide", NIP, optional=True),
    }, (to("car", "car", "nip"), to("permit", "permit", "nip", required=False)), (), AT, date="day"),
}  # fmt: skip
GROUPS = {"stay": Group("stay", "Days of a car", "visit", ("nip", "day"), AT)}
KEYS = {"zone": ("zone",), "car": ("nip",), "permit": ("nip",), "visit": ("id",), "stay": ("nip", "day")}
A, B = 199001012015031001, 198001012015031002
DEFAULTS: dict[str, dict[str, Any]] = {
    "zone": {"zone": "Z", "fee": 2000, "rank": None},
    "car": {"nip": A, "zone": "Z", "size": 0, "share": 2500, "weight": None},
    "permit": {"nip": A, "free": 30, "note": None},
    "visit": {"id": "1", "nip": A, "day": day("2024-05-06"), "minutes": 60, "guide": None},
}
DTYPES = {
    Kind.NUMBER: pl.Int64, Kind.NIP: pl.Int64, Kind.DATE: pl.Int32, Kind.ENUM: pl.Int16, Kind.TEXT: pl.String,
}  # fmt: skip


@dataclass
class Parking:
    """Rules and data of one test. Rows are what differs from the defaults."""

    rules: dict[tuple[str, str], tuple[t.Typed, Type]] = field(default_factory=dict)
    exceptions: dict[str, tuple[CheckedException, ...]] = field(default_factory=dict)
    rounding: dict[str, Rounding] = field(default_factory=dict)
    steps: dict[str, Fraction] = field(default_factory=dict)
    ensures: dict[tuple[str, str], t.Typed] = field(default_factory=dict)
    findings: dict[tuple[str, str], t.Typed] = field(default_factory=dict)
    payroll: tuple[t.Typed, ...] = ()
    parameters: dict[str, tuple[Dated[Any], ...]] = field(default_factory=dict)
    tables: dict[str, tuple[Dated[Any], ...]] = field(default_factory=dict)
    data: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    optional: tuple[tuple[str, str], ...] = ()

    def rule(self, grain: str, name: str, formula: t.Typed, *, round_to: Rounding | None = None) -> Parking:
        self.rules[(grain, name)] = (formula, formula.type)
        if round_to is not None:
            self.rounding[name] = round_to
        return self

    def rows(self, **given: list[dict[str, Any]]) -> Parking:
        self.data.update(given)
        return self

    def pack(self) -> Pack:
        rules = {
            key: Rule(key[0], key[1], f"The {key[1]}", "", kind, NOTHING, "", self.rounding.get(key[1]), None, AT)
            for key, (_, kind) in self.rules.items()
        }
        return Pack(
            "parking", "Parking", "", "car", date(2000, 1, 1), {}, {}, ENUMS, INPUTS, GROUPS,
            {name: Parameter(name, name, PLAIN, held, None, AT) for name, held in self.parameters.items()},
            {name: Table(name, name, (("a", PLAIN),), (("", PLAIN),), v, None, AT) for name, v in self.tables.items()},
            rules,
            tuple(Ensure(grain, name, f"Must {name}", NOTHING, "", None, AT) for grain, name in self.ensures),
            tuple(Finding(grain, name, name, "amount", NOTHING, "", None, AT) for grain, name in self.findings),
            Outputs(), (), "",
        )  # fmt: skip

    def checked(self) -> CheckedPack:
        relations = {name: {r.name: r for r in table.relations} for name, table in INPUTS.items()}
        relations["stay"] = {**relations["visit"]}
        relations["visit"]["stay"] = to("stay", "stay", "nip", "day")
        checked = {
            (grain, name): CheckedRule(
                grain, name, kind, formula, self.exceptions.get(name, ()), self.rounding.get(name),
                self.steps.get(name, Fraction(1)),
            )
            for (grain, name), (formula, kind) in self.rules.items()
        }  # fmt: skip
        pack = self.pack()
        return CheckedPack(
            pack, tuple(self.rules), checked, relations, KEYS, {}, tuple(self.ensures.values()),
            tuple(self.findings.values()), tuple(Fraction(1) for _ in self.findings), self.payroll,
            {"visit": "day", "stay": "day"}, Structure(pack, Faults()), UNUSED, UNUSED,
        )  # fmt: skip

    def plan(self) -> Plan:
        checked = self.checked()
        columns: dict[str, dict[str, ColumnInfo]] = {grain: {} for grain in (*INPUTS, *GROUPS, "period")}
        for name, table_ in INPUTS.items():
            columns[name] = {c.name: ColumnInfo(c.type, c.step, c.optional) for c in table_.columns.values()}
        columns["stay"] = {"nip": ColumnInfo(NIP, Fraction(1)), "day": ColumnInfo(DATE, Fraction(1))}
        for (grain, name), rule in checked.rules.items():
            columns[grain][name] = ColumnInfo(rule.type, rule.step, faulty=bool(self.faults))
        for grain, name in self.findings:
            columns[grain][f"finding {name}"] = ColumnInfo(PLAIN, Fraction(1), faulty=bool(self.faults))
        inputs = {name: InputPlan(table_, (), tuple(table_.columns), ()) for name, table_ in INPUTS.items()}
        return Plan(checked, MAY, inputs, (), columns, self.faults, "car")

    def inputs(self) -> Inputs:
        given = {"zone": [{}], "car": [{}], "permit": [], "visit": [], **self.data}
        tables = {}
        for name, table_ in INPUTS.items():
            schema = {column.name: DTYPES[column.type.kind] for column in table_.columns.values()}
            extra = {key for row in given[name] for key in row if key.startswith("rejected(")}
            schema |= dict.fromkeys(sorted(extra), pl.Int64)
            full = [{**dict.fromkeys(extra, 0), **DEFAULTS[name], **row} for row in given[name]]
            frame = pl.DataFrame(full, schema=schema)
            tables[name] = InputTable(frame, f"{name}.csv", "", frame.height, 0, ())
        kinds = {"row": pl.Int64, **dict.fromkeys(("table", "column", "value", "reason", "label"), pl.String)}
        return Inputs(tables, pl.DataFrame(schema=kinds))

    def evaluation(self, *, indexed: bool = True) -> Evaluation:
        return Evaluation(self.plan(), self.inputs(), indexed=indexed)


def value(parking: Parking, grain: str, name: str, place: int = 0) -> Any:
    """The outcome of the name on the row in that place; for faults the set of their reasons."""
    world = parking.evaluation()
    outcome = world.value(world.rows.all(grain)[place], name)
    return getattr(outcome, "reasons", outcome)


def of(formula: t.Typed, **given: list[dict[str, Any]]) -> Any:
    """What the formula gives as a rule of the first car."""
    return value(Parking().rule("car", "result", formula).rows(**given), "car", "result")
