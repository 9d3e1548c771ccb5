"""`eremun test PACK`: runs the cases under `tests/` of a pack as a month is run, on one engine or on all."""

from __future__ import annotations

import sys
from collections.abc import Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eremun.cli.options import FormatOption, LangOption, PackArgument, both, chosen_lang

if TYPE_CHECKING:
    from eremun.api import EngineName, LoadedPack
    from eremun.engines.results import Results
    from eremun.intake.inputs import Inputs
    from eremun.plan.plan import Plan
    from eremun.testing.cases import Case
    from eremun.testing.runner import Computer, Outcome


def run_tests(
    pack: PackArgument,
    engine: Annotated[
        Literal["polars", "duckdb", "reference", "all"],
        typer.Option("--engine", help=both("Mesin hitung; all: ketiga-tiganya", "Engine; all: each of the three")),
    ] = "polars",
    lang: LangOption = None,
    format: FormatOption = "text",
) -> None:
    """Menjalankan kasus uji paket dan membandingkan hasilnya dengan yang diharapkan, tanpa pembulatan."""
    from eremun.api import find_pack, load
    from eremun.diagnostics.places import folder_shown, located
    from eremun.diagnostics.render import print_diagnostics
    from eremun.testing.reading import read_cases
    from eremun.testing.report import case_lines, counts_line, failures_of, json_report

    spoken = lang or chosen_lang()
    folder, loaded = folder_shown(find_pack(pack)), load(pack)
    cases, faults = read_cases(loaded.pack)
    names: tuple[EngineName, ...] = ("reference", "polars", "duckdb") if engine == "all" else (engine,)
    outcomes = [] if faults else outcomes_of(loaded, cases, names)
    found = faults + failures_of(outcomes)
    sources = {document.file: document.text for document in loaded.pack.documents}
    if format == "json":
        typer.echo(json_report(outcomes, faults, sources, folder, spoken))
        raise typer.Exit(1 if found else 0)
    for line in case_lines(outcomes, spoken):
        typer.echo(line)
    if outcomes and found:
        typer.echo("")
    if found:
        print_diagnostics(*located(found, sources, folder), spoken, format, sys.stdout)
    if not faults:
        typer.echo(f"\n{counts_line(outcomes, spoken)}")
    raise typer.Exit(1 if found else 0)


# The app looks for a function called as the verb; a definition of that name would be taken for a test of ours.
test = run_tests


def outcomes_of(loaded: LoadedPack, cases: Sequence[Case], engines: Sequence[EngineName]) -> list[Outcome]:
    """Every case on each of the engines."""
    from eremun.testing.runner import run_cases

    computers: dict[str, Computer] = {name: _computer(name) for name in engines}
    return list(run_cases(cases, lambda period: loaded.plan(period.name).plan, _read, computers))


def _read(plan: Plan, folder: Path) -> Inputs:
    from eremun.intake.reader import read_inputs

    return read_inputs(plan, folder)


def _computer(name: EngineName) -> Computer:
    from eremun.api import engine_of
    from eremun.plan.widths import choose_widths

    engine = engine_of(name)

    def compute(plan: Plan, inputs: Inputs, keep: Set[str]) -> Results:
        heights = {table: read.frame.height for table, read in inputs.tables.items()}
        return engine.run(plan, inputs, choose_widths(plan, heights, None, False), keep)

    return compute
