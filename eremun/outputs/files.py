"""The files of a run: payroll, blocked, rejected and findings, and lines where a pack has them, as bytes.

Receives a settlement; gives one `OutputFile` for each, in the order of the pack's outputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import polars as pl

from eremun.check.file_names import file_names as names_of
from eremun.check.file_names import wrong_names
from eremun.diagnostics.diagnostic import Refused, fault
from eremun.diagnostics.reasons import REJECTED
from eremun.outputs.csv_bytes import csv_bytes
from eremun.outputs.payroll import (
    blocked_frame,
    blocked_numbers,
    lines_frame,
    lines_numbers,
    payroll_frame,
    payroll_numbers,
    reason_sentence,
)
from eremun.outputs.settlement import KEY, Found, Settlement
from eremun.plan.plan import Plan


@dataclass(frozen=True)
class OutputFile:
    """A file to publish: its name without a folder, its bytes, its lines without the heading."""

    name: str
    content: bytes
    rows: int

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


def output_files(settlement: Settlement) -> tuple[OutputFile, ...]:
    """The four files of the pack's outputs, and its lines where it has such a file."""
    plan = settlement.plan
    require_names(plan)
    four = (
        _file(plan, "payroll", payroll_frame(settlement), payroll_numbers(plan)),
        _file(plan, "blocked", blocked_frame(settlement), blocked_numbers(plan)),
        _file(plan, "rejected", rejected_frame(settlement), frozenset({"row"})),
        _file(plan, "findings", findings_frame(settlement), frozenset({"count", "amount"})),
    )
    lines = plan.checked.pack.outputs.lines
    if lines is None or settlement.lines is None:
        return four
    return *four, _file(plan, "lines", lines_frame(plan, lines, settlement.lines), lines_numbers(plan, lines))


def rejected_frame(settlement: Settlement) -> pl.DataFrame:
    """One row per fault of a cell or row, as intake lists them; `keterangan` is the sentence of its reason."""
    outputs = settlement.plan.checked.pack.outputs
    sentences = {reason: words[0] for reason, words in REJECTED.items()} | dict(outputs.rejected_reasons)
    sentence = pl.col("reason").replace_strict(list(sentences), list(sentences.values()), default=pl.col("reason"))
    label = pl.when(pl.col("label") != "").then(pl.col("label")).otherwise(sentence)
    frame = settlement.inputs.rejected.with_columns(pl.col("row").cast(pl.String), label.alias("keterangan"))
    return frame.select(outputs.rejected_columns)


def findings_frame(settlement: Settlement) -> pl.DataFrame:
    """One row per finding and row of its grain, in the pack's order; the number stands under count or amount."""
    names = settlement.plan.checked.pack.outputs.findings_columns
    parts = [_finding_lines(settlement.plan, found, names) for found in settlement.found]
    return pl.concat(parts) if parts else pl.DataFrame(schema=dict.fromkeys(names, pl.String))


def _finding_lines(plan: Plan, found: Found, names: tuple[str, ...]) -> pl.DataFrame:
    finding = found.finding
    number, empty = pl.col("value").cast(pl.String), pl.lit(None, dtype=pl.String)
    cells = {
        "finding": pl.lit(finding.name),
        "count": number if finding.kind == "count" else empty,
        "amount": number if finding.kind == "amount" else empty,
        "keterangan": _finding_sentence(plan, finding.label),
    }
    # The one name the language does not give is the heading over the key of the finding's row.
    return found.rows.select(cells.get(name, pl.col(KEY)).alias(name) for name in names)


def _finding_sentence(plan: Plan, label: str) -> pl.Expr:
    """The label; where faults kept the number from being computed they are said, since silence would mean 0."""
    bits = pl.col("faults")
    said = [
        pl.when(bits & (1 << bit) != 0).then(pl.lit(reason_sentence(plan.checked.pack, reason)))
        for bit, reason in enumerate(plan.faults)
    ]
    if not said:
        return pl.lit(label)
    why = pl.concat_str(said, separator="; ", ignore_nulls=True)
    return (
        pl.when(bits == 0).then(pl.lit(label)).otherwise(pl.format("{} (belum dapat dihitung: {})", pl.lit(label), why))
    )


def _file(plan: Plan, name: str, frame: pl.DataFrame, plain: frozenset[str]) -> OutputFile:
    return OutputFile(file_names(plan)[name], csv_bytes(frame, plain), frame.height)


def file_names(plan: Plan) -> dict[str, str]:
    """The name of each file."""
    return names_of(plan.checked.pack.outputs)


def require_names(plan: Plan) -> None:
    """Refused (E815) where two files have one name, or one would not lie in the folder of the results."""
    outputs = plan.checked.pack.outputs
    if wrong := wrong_names(outputs):
        raise Refused(*(fault("E815", outputs.span, name=name) for name in dict.fromkeys(wrong.values())))
