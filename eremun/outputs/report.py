"""`run.json`: what went in, who was paid, what came out, with counts that add up and hashes of everything.

Receives a settlement and its files; gives bytes that are the same on every engine, machine and rerun.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any

import polars as pl
from pydantic import BaseModel, ConfigDict

import eremun
from eremun.intake.inputs import InputTable
from eremun.model.pack import Pack
from eremun.outputs.files import OutputFile
from eremun.outputs.forms import decimals_needed, in_units, require_exact, shown
from eremun.outputs.payroll import money_columns
from eremun.outputs.settlement import REASON, Settlement, info_of, reasons_in_order
from eremun.plan.plan import Plan
from eremun.sources.reader import decides_pay

REPORT_FILE = "run.json"
UNIT = "@unit"
PAID = "@paid"


class Part(BaseModel):
    """Frozen, and nothing it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PackReport(Part):
    """`files`: sha256 by file of the pack; `sha256` covers them all, names included."""

    name: str
    sha256: str
    files: dict[str, str]


class InputReport(Part):
    """rows_in = rows_used + rows_rejected."""

    file: str
    sha256: str
    rows_in: int
    rows_used: int
    rows_rejected: int
    ignored_columns: list[str]


class UnitReport(Part):
    """One unit (the first column the payroll is sorted by): its people, and what its paid are given in rupiah."""

    paid: int
    blocked: int
    totals: dict[str, int]


class PeopleReport(Part):
    """people_in = paid + blocked + rejected."""

    people_in: int
    paid: int
    blocked: int
    rejected: int


class FindingReport(Part):
    """`lines`: its lines in the file; `total`: the sum of their numbers, rupiah or a count; `not_computed`: how many
    lines have none, because a fault in the data keeps it from being computed."""

    kind: str
    lines: int
    total: int
    not_computed: int


class OutputReport(Part):
    sha256: str
    rows: int


class Report(Part):
    """The whole of run.json. `totals`: the sum of each payroll column of whole rupiah."""

    eremun: str
    pack: PackReport
    plan_sha256: str
    period: str
    inputs: dict[str, InputReport]
    people: PeopleReport
    blocked_by_reason: dict[str, int]
    findings: dict[str, FindingReport]
    totals: dict[str, int]
    units: dict[str, UnitReport]
    outputs: dict[str, OutputReport]

    def to_bytes(self) -> bytes:
        """Sorted keys, two blanks, LF at the end, UTF-8."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, indent=2, ensure_ascii=False)
        return (text + "\n").encode()


def make_report(settlement: Settlement, files: Sequence[OutputFile], plan_text: str) -> Report:
    """The report of a run; AssertionError where the counts do not add up, which would be a fault of the program."""
    plan = settlement.plan
    return Report(
        eremun=eremun.__version__,
        pack=pack_report(plan.checked.pack),
        plan_sha256=_hash(plan_text),
        period=plan.period.name,
        inputs={name: _input(table) for name, table in settlement.inputs.tables.items()},
        people=_people(settlement),
        blocked_by_reason=_reasons(settlement),
        findings=_findings(settlement),
        totals=_totals(settlement.paid, plan),
        units=_units(settlement),
        outputs={file.name: OutputReport(sha256=file.sha256, rows=file.rows) for file in files},
    )


def pack_report(pack: Pack) -> PackReport:
    """The pack's name and the hashes of the files that decide the pay."""
    documents = sorted((one for one in pack.documents if decides_pay(one.file)), key=lambda one: one.file)
    files = {document.file: _hash(document.text) for document in documents}
    lines = "".join(f"{digest}  {file}\n" for file, digest in files.items())
    return PackReport(name=pack.name, sha256=_hash(lines), files=files)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _input(table: InputTable) -> InputReport:
    used = table.frame.height
    _require_sum(table.file, table.rows_in, used, table.rejected)
    return InputReport(
        file=PurePath(table.file).name,
        sha256=table.sha256,
        rows_in=table.rows_in,
        rows_used=used,
        rows_rejected=table.rejected,
        ignored_columns=list(table.ignored),
    )


def _people(settlement: Settlement) -> PeopleReport:
    paid, blocked = settlement.paid.height, settlement.people_blocked
    table = settlement.inputs.tables.get(settlement.plan.person)
    came, rejected = (table.rows_in, table.rejected) if table else (settlement.people, 0)
    _require_sum("people", came, paid, blocked, rejected)
    return PeopleReport(people_in=came, paid=paid, blocked=blocked, rejected=rejected)


def _require_sum(what: str, whole: int, *parts: int) -> None:
    if whole != sum(parts):
        raise AssertionError(f"{what}: {whole} is not the sum of {parts}")


def _reasons(settlement: Settlement) -> dict[str, int]:
    counted = dict(settlement.blocked.group_by(REASON).len().iter_rows())
    return {reason: counted[reason] for reason in reasons_in_order(settlement.plan) if reason in counted}


def _findings(settlement: Settlement) -> dict[str, FindingReport]:
    return {
        found.finding.name: FindingReport(
            kind=found.finding.kind,
            lines=found.rows.height,
            total=int(found.rows["value"].sum()),
            not_computed=found.rows["value"].null_count(),
        )
        for found in settlement.found
    }


def _totals(paid: pl.DataFrame, plan: Plan) -> dict[str, int]:
    sums = paid.select(_sums(paid, plan))  # no row at all where no column is of money
    return {name: int(sums[name].item()) for name in sums.columns}


def _sums(paid: pl.DataFrame, plan: Plan) -> list[pl.Expr]:
    """Sums in 128 bit: a column that fits 64 does not promise that its sum does."""
    sums = []
    for heading, name, info in money_columns(plan):
        require_exact(paid, name, info, 0)
        amount = in_units(name, info, 0)
        if info.optional:
            amount = pl.when(pl.col(f"{name}?")).then(amount).otherwise(pl.lit(0, dtype=pl.Int128))
        sums.append(amount.sum().alias(heading))
    return sums


def unit_of(plan: Plan) -> str | None:
    """The column that names a person's unit: the first the payroll is sorted by, unless that tells people apart."""
    first = plan.checked.pack.outputs.payroll_sort[:1]
    return first[0] if first and first[0] not in plan.checked.keys[plan.person] else None


def _units(settlement: Settlement) -> dict[str, UnitReport]:
    plan = settlement.plan
    unit = unit_of(plan)
    if unit is None:
        return {}
    info = info_of(plan, plan.person, unit)
    name = shown(unit, info, plan.checked.pack.enums, decimals_needed(info)).fill_null("").alias(UNIT)
    sums = [pl.len().alias(PAID), *_sums(settlement.paid, plan)]
    paid = settlement.paid.with_columns(name).group_by(UNIT).agg(sums)
    keys = plan.checked.keys[plan.person]
    blocked = settlement.blocked.with_columns(name).unique([UNIT, *keys]).group_by(UNIT).len()
    return _merged(_by_unit(paid), dict(blocked.iter_rows()), [heading for heading, _, _ in money_columns(plan)])


def _by_unit(paid: pl.DataFrame) -> dict[str, dict[str, Any]]:
    return {row.pop(UNIT): row for row in paid.iter_rows(named=True)}


def _merged(
    paid: Mapping[str, Mapping[str, int]], blocked: Mapping[str, int], headings: Sequence[str]
) -> dict[str, UnitReport]:
    nothing = dict.fromkeys((PAID, *headings), 0)
    return {
        unit: UnitReport(
            paid=paid.get(unit, nothing)[PAID],
            blocked=blocked.get(unit, 0),
            totals={heading: paid.get(unit, nothing)[heading] for heading in headings},
        )
        for unit in sorted({*paid, *blocked})
    }
