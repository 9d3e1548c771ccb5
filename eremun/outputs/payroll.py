"""The lines of the payroll and of the blocked.

Receives a settlement; gives frames of String columns, one row per paid person or per blocked person and reason.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from eremun.diagnostics.langs import LANGS, Lang
from eremun.diagnostics.reasons import BLOCKED, Spoken
from eremun.model.pack import Pack
from eremun.model.rules import Lines, OutputColumn
from eremun.outputs.forms import decimals_needed, is_money, require_exact, shown
from eremun.outputs.settlement import REASON, Settlement, info_of, reasons_in_order
from eremun.plan.lines import LINE
from eremun.plan.plan import ColumnInfo, Plan
from eremun.sources.syntax import Path
from eremun.values.types import Kind

# Where a pack writes no sentence: (Bahasa Indonesia, English). Those of the language's own reasons: `diagnostics`.
NOT_MET: Spoken = ("Tidak terpenuhi", "Not met")
NO_ROW: Spoken = ("Belum ada data", "No data yet")
INCOMPLETE: Spoken = ("Data belum lengkap", "Data incomplete")


def payroll_frame(settlement: Settlement) -> pl.DataFrame:
    """One row per paid person, the pack's payroll columns; ArithmeticError where a number would have to be cut."""
    plan, paid = settlement.plan, settlement.paid
    enums = plan.checked.pack.enums
    cells = []
    for column in plan.checked.pack.outputs.payroll_columns:
        name, info = stored_column(plan, column)
        if info.type.kind is Kind.NUMBER:
            require_exact(paid, name, info, column.decimals)
        cells.append(shown(name, info, enums, column.decimals).alias(column.name))
    return paid.select(cells)


def lines_frame(plan: Plan, lines: Lines, rows: pl.DataFrame) -> pl.DataFrame:
    """One row per line of those paid; ArithmeticError where a number would have to be cut."""
    cells = []
    for column, name, info in _stored_lines(plan, lines):
        if info.type.kind is Kind.NUMBER:
            require_exact(rows, name, info, column.decimals)
        cells.append(shown(name, info, plan.checked.pack.enums, column.decimals).alias(column.name))
    return rows.select(cells)


def lines_numbers(plan: Plan, lines: Lines) -> frozenset[str]:
    """The columns of the lines that hold numbers."""
    return frozenset(one.name for one, _, info in _stored_lines(plan, lines) if info.type.kind is Kind.NUMBER)


def _stored_lines(plan: Plan, lines: Lines) -> Iterator[tuple[OutputColumn, str, ColumnInfo]]:
    for column in lines.columns:
        name = f"{LINE}{column.name}"
        yield column, name, plan.columns[lines.grain][name]


def payroll_numbers(plan: Plan) -> frozenset[str]:
    """The payroll columns that hold numbers."""
    columns = plan.checked.pack.outputs.payroll_columns
    return frozenset(one.name for one in columns if stored_column(plan, one)[1].type.kind is Kind.NUMBER)


def money_columns(plan: Plan) -> list[tuple[str, str, ColumnInfo]]:
    """The payroll columns of whole rupiah: heading, stored column, info."""
    stored = [(column, *stored_column(plan, column)) for column in plan.checked.pack.outputs.payroll_columns]
    return [(column.name, name, info) for column, name, info in stored if is_money(info.type) and not column.decimals]


def stored_column(plan: Plan, column: OutputColumn) -> tuple[str, ColumnInfo]:
    """Where the person's frame holds a payroll column: under `output NAME`, or under the plain name its formula is."""
    columns = plan.columns[plan.person]
    own = f"output {column.name}"
    if own in columns:
        return own, columns[own]
    name = column.formula.names[0] if isinstance(column.formula, Path) else column.name
    return name, columns[name]


def blocked_frame(settlement: Settlement) -> pl.DataFrame:
    """One row per blocked person and reason: columns of the person (empty where a fault keeps one from being computed),
    `reason`, `keterangan` (a sentence)."""
    plan, enums = settlement.plan, settlement.plan.checked.pack.enums
    sentences = reason_sentences(plan)
    reason = pl.col(REASON)
    special = {
        "reason": reason,
        "keterangan": reason.replace_strict(list(sentences), list(sentences.values())) if sentences else reason,
    }
    cells = []
    for name in plan.checked.pack.outputs.blocked_columns:
        if name in special:
            cells.append(special[name].alias(name))
        else:
            info = info_of(plan, plan.person, name)
            cell = shown(name, info, enums, decimals_needed(info))
            cells.append((pl.when(pl.col(f"{name}!") == 0).then(cell) if info.faulty else cell).alias(name))
    return settlement.blocked.select(cells)


def blocked_numbers(plan: Plan) -> frozenset[str]:
    """The columns of the blocked that hold numbers."""
    special = {"reason", "keterangan"}
    names = [name for name in plan.checked.pack.outputs.blocked_columns if name not in special]
    return frozenset(name for name in names if info_of(plan, plan.person, name).type.kind is Kind.NUMBER)


def reason_sentences(plan: Plan, lang: Lang = "id") -> dict[str, str]:
    """For each reason that can block, the sentence that says so. Files have it in Bahasa Indonesia."""
    pack = plan.checked.pack
    return {reason: reason_sentence(pack, reason, lang) for reason in reasons_in_order(plan)}


def reason_sentence(pack: Pack, reason: str, lang: Lang = "id") -> str:
    """The pack's sentence, one of the language, or one made of the label of the promise or table that the reason
    names."""
    place = LANGS.index(lang)
    listed = pack.outputs.blocked_reasons.get(reason)
    if listed is not None:
        return listed
    promise = next((ensure.label for ensure in pack.ensures if ensure.name == reason), None)
    if promise is not None:
        return f"{NOT_MET[place]}: {promise}"
    if reason in pack.inputs:
        return f"{NO_ROW[place]}: {pack.inputs[reason].label}"
    return BLOCKED[reason][place] if reason in BLOCKED else f"{INCOMPLETE[place]}: {reason}"
