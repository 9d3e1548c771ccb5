"""Plans, inputs and results made by hand: a shop that pays `orang` of a `regu`, so that no engine is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

import polars as pl
import pytest

from eremun.check.checked import CheckedPack
from eremun.diagnostics.diagnostic import Span
from eremun.engines.results import Results
from eremun.intake.inputs import Inputs, InputTable
from eremun.model.inputs import Column, Input
from eremun.model.law import Register
from eremun.model.pack import Pack
from eremun.model.rules import Ensure, Finding, OutputColumn, Outputs
from eremun.outputs.settlement import Settlement, settle
from eremun.plan.plan import ColumnInfo, Plan
from eremun.sources.syntax import Document, Path, Truth
from eremun.values.periods import Period
from eremun.values.types import DATE, NIP, TEXT, Kind, Type, number
from eremun.values.units import NUMBER, PERSEN, parse_unit

Made = TypeVar("Made")
AT = Span("pack.yaml", 1, 1, 1, 2)
RUPIAH = number(parse_unit("rupiah") or NUMBER)
LEVEL = Type(Kind.ENUM, enum="tingkat")
ENUMS = {"tingkat": ("tinggi", "rendah")}

PEOPLE_COLUMNS = {
    "nomor": ColumnInfo(NIP, Fraction(1)),
    "nama": ColumnInfo(TEXT, Fraction(1)),
    "regu": ColumnInfo(TEXT, Fraction(1)),
    "tingkat": ColumnInfo(LEVEL, Fraction(1)),
    "mulai": ColumnInfo(DATE, Fraction(1), optional=True),
    "capaian": ColumnInfo(number(PERSEN), Fraction(1, 10_000)),
    "bayar": ColumnInfo(RUPIAH, Fraction(1)),
    "output bulan": ColumnInfo(TEXT, Fraction(1)),
}
FOUND = ("finding lebih", "finding tunda", "finding lebih!", "finding tunda!")
PAYROLL = {"bulan": 0, "nomor": 0, "nama": 0, "regu": 0, "tingkat": 0, "mulai": 0, "capaian": 2, "bayar": 0}


def unit_columns(faulty: bool) -> dict[str, ColumnInfo]:
    return {
        "regu": ColumnInfo(TEXT, Fraction(1)),
        "finding lebih": ColumnInfo(RUPIAH, Fraction(1), faulty=faulty),
        "finding tunda": ColumnInfo(number(NUMBER), Fraction(1), faulty=faulty),
    }


def name(text: str) -> Path:
    return Path((text,), (AT,), AT)


def outputs(**changes: Any) -> Outputs:
    standard: dict[str, Any] = {
        "payroll_columns": tuple(OutputColumn(text, name(text), decimals, AT) for text, decimals in PAYROLL.items()),
        "payroll_sort": ("regu", "nomor"),
        "blocked_columns": ("nomor", "nama", "regu", "reason", "keterangan"),
        "blocked_sort": ("regu", "nomor", "reason"),
        "blocked_reasons": {"kosong": "Catatannya kosong", "data_ditolak": "Ada barisnya yang ditolak"},
        "rejected_columns": ("table", "row", "column", "value", "reason", "keterangan"),
        "rejected_reasons": {"empty": "Masih kosong", "parse": "Bentuknya lain"},
        "findings_columns": ("finding", "regu", "count", "amount", "keterangan"),
        "files": {"payroll": "payroll.csv"},
    }
    return Outputs(**standard | changes)


def pack(shown: Outputs) -> Pack:
    columns = {"nomor": Column("nomor", NIP, ("nomor",), AT, refuses_typed_number=True)}
    people = Input("orang", "Orang", ("nomor",), columns, (), (), AT)
    return Pack(
        name="toko", label="Toko", requires="", person="orang", effective_from=date(2026, 1, 1), regulations=Register(),
        assumptions=Register(), enums=ENUMS, inputs={"orang": people}, groups={}, parameters={}, tables={}, rules={},
        ensures=(Ensure("orang", "tak_minus", "Tidak kurang dari nol", Truth(True, AT), "true", None, AT),),
        findings=(
            Finding("regu", "lebih", "Melampaui pagu", "amount", Truth(True, AT), "", None, AT),
            Finding("regu", "tunda", "Masih tertunda", "count", Truth(True, AT), "", None, AT),
        ),
        outputs=shown, documents=(Document("pack.yaml", "name: toko\n", None),), folder="toko",
    )  # fmt: skip


def plan(shown: Outputs, people: Mapping[str, ColumnInfo], faulty: bool) -> Plan:
    checked = made_of(CheckedPack, pack=pack(shown), keys={"orang": ("nomor",), "regu": ("regu",)})
    return made_of(
        Plan,
        checked=checked,
        period=Period(2026, 1),
        columns={"orang": dict(people), "regu": unit_columns(faulty)},
        faults=("data_ditolak", "tak_minus", "kosong"),
        person="orang",
    )


def made_of(kind: type[Made], **known: Any) -> Made:
    """A value of that class with the fields that files depend on; nothing in the others."""
    return kind(**{one.name: known.get(one.name, ()) for one in fields(kind)})  # type: ignore[arg-type]


STANDARD = {
    "nomor": 198001012005011001, "nama": "Ani", "regu": "A", "tingkat": 0, "mulai": 0, "mulai?": True,
    "capaian": 9453, "bayar": 1000, "output bulan": "2026-01", "@blocked": 0,
}  # fmt: skip


@pytest.fixture
def settled() -> Callable[..., Settlement]:
    """Makes a settlement: people and units as they differ from the standard rows, rejected cells, other outputs."""

    def make(
        people: list[dict[str, Any]],
        units: list[dict[str, Any]] | None = None,
        rejected: list[tuple[str, int, str, str, str, str]] | None = None,
        columns: Mapping[str, ColumnInfo] | None = None,
        rejected_people: int = 0,
        faulty_findings: bool = False,
        **changes: Any,
    ) -> Settlement:
        rows = [STANDARD | {"nomor": STANDARD["nomor"] + place} | row for place, row in enumerate(people)]
        frame = pl.DataFrame(rows, schema_overrides={"capaian": pl.Int64}, infer_schema_length=None)
        found = pl.DataFrame(
            [{"regu": "A"} | dict.fromkeys(FOUND, 0) | row for row in units or [{}]],
            schema={"regu": pl.String} | dict.fromkeys(FOUND, pl.Int64),
        )
        names = ("table", "row", "column", "value", "reason", "label")
        faults = pl.DataFrame(
            rejected or [], schema=[(one, pl.Int64 if one == "row" else pl.String) for one in names], orient="row"
        )
        table = InputTable(frame, "/some/where/orang.csv", "ab", len(rows) + rejected_people, rejected_people, ("x",))
        made = plan(outputs(**changes), PEOPLE_COLUMNS | dict(columns or {}), faulty_findings)
        return settle(made, Results({"orang": frame, "regu": found}), Inputs({"orang": table}, faults))

    return make
