"""`eremun test PACK`: runs the cases under `tests/` of a pack as a month is run, on one engine or on all.

With `--coverage` it then says which provisions could change without a case failing, and with `--data` how many people
of a month came a way that no case takes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from eremun.cli.exits import FOUND
from eremun.cli.options import FormatOption, LangOption, PackArgument, a_folder, both, chosen_lang, say
from eremun.cli.usage import WrongUsage

if TYPE_CHECKING:
    from eremun.api import EngineName, LoadedPack
    from eremun.diagnostics.langs import Lang
    from eremun.engines.results import Results
    from eremun.intake.inputs import Inputs
    from eremun.plan.plan import Plan
    from eremun.testing.cases import Case
    from eremun.testing.coverage.measure import Measured
    from eremun.testing.runner import Computer, Outcome

EngineOption = Annotated[
    Literal["polars", "duckdb", "reference", "all"],
    typer.Option("--engine", help=both("Mesin hitung; all: ketiga-tiganya", "Engine; all: each of the three")),
]
CoverageOption = Annotated[
    bool,
    typer.Option(
        "--coverage",
        help=both(
            "Menunjukkan ketentuan yang dapat berubah tanpa ada kasus yang gagal",
            "Show the provisions that could change without a case failing",
        ),
    ),
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        parser=a_folder,
        help=both(
            "Dengan --coverage: folder data sebulan, untuk melihat siapa yang keadaannya tidak ada dalam kasus",
            "With --coverage: folder of a month's data, to see whose situation is in no case",
        ),
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="YYYY-MM", help=both("Bulan dari data itu", "The month of these data")),
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help=both(
            "Dengan --coverage: kode keluar 1 bila ada yang tidak tercakup",
            "With --coverage: exit code 1 where something is not covered",
        ),
    ),
]


def run_tests(
    pack: PackArgument,
    engine: EngineOption = "polars",
    coverage: CoverageOption = False,
    data: DataOption = None,
    period: PeriodOption = None,
    strict: StrictOption = False,
    lang: LangOption = None,
    format: FormatOption = "text",
) -> None:
    """Menjalankan kasus uji paket dan membandingkan hasilnya dengan yang diharapkan, tanpa pembulatan."""
    from eremun.api import file_shown, load
    from eremun.diagnostics.places import located
    from eremun.diagnostics.render import print_diagnostics
    from eremun.testing.reading import read_cases
    from eremun.testing.report import case_lines, counts_line, failures_of, misprint_lines, report_of

    _require_together(coverage, data, period, strict)
    spoken = lang or chosen_lang()
    shown, loaded = file_shown(pack), load(pack)
    cases, faults = read_cases(loaded.pack)
    outcomes = [] if faults else outcomes_of(loaded, cases, _engines(engine, coverage))
    found = faults + failures_of(outcomes)
    measured = _measured(loaded, cases, data, period, format) if coverage and not found else None
    missed = strict and measured is not None and not measured.complete
    sources = {document.file: document.text for document in loaded.pack.documents}
    if format == "json":
        report = report_of(outcomes, faults, sources, shown, spoken)
        report |= {} if measured is None else _as_json(measured, loaded, shown, period)
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
        raise typer.Exit(FOUND if found or missed else 0)
    for line in case_lines(outcomes, spoken):
        typer.echo(line)
    if outcomes and found:
        typer.echo("")
    if found:
        print_diagnostics(*located(found, sources, shown), spoken, format, sys.stdout)
    if not faults:
        typer.echo(f"\n{counts_line(outcomes, spoken)}")
    for line in misprint_lines(outcomes, spoken):
        typer.echo(line)
    for line in [] if measured is None else _lines(measured, loaded, shown, period, spoken):
        typer.echo(line)
    raise typer.Exit(FOUND if found or missed else 0)


# The app looks for a function called as the verb; a definition of that name would be taken for a test of ours.
test = run_tests


def outcomes_of(loaded: LoadedPack, cases: Sequence[Case], engines: Sequence[EngineName]) -> list[Outcome]:
    """Every case on each of the engines."""
    from eremun.testing.how import How
    from eremun.testing.runner import run_cases

    computers: dict[str, Computer] = {name: _computer(name) for name in engines}
    return list(run_cases(cases, lambda period: loaded.plan(period.name).plan, _read, computers, How))


def _require_together(coverage: bool, data: Path | None, period: str | None, strict: bool) -> None:
    if (data is None) != (period is None):
        raise WrongUsage(say("--data dan --period disebut bersama-sama", "--data and --period go together"), "test")
    if not coverage and (data is not None or strict):
        raise WrongUsage(
            say("--data dan --strict hanya untuk --coverage", "--data and --strict are for --coverage only"), "test"
        )


def _engines(engine: Literal["polars", "duckdb", "reference", "all"], coverage: bool) -> tuple[EngineName, ...]:
    """Those to run; coverage is measured on the reference engine, so there the cases must pass too."""
    if engine == "all":
        return ("reference", "polars", "duckdb")
    return (engine,) if engine == "reference" or not coverage else ("reference", engine)


def _measured(
    loaded: LoadedPack, cases: Sequence[Case], data: Path | None, period: str | None, format: str
) -> Measured:
    from eremun.cli.progress import stages
    from eremun.testing.coverage.measure import Month, measure

    month = None if data is None or period is None else Month(loaded.plan(period).plan, data)
    with stages(quiet=format == "json") as progress:
        return measure(loaded.checked, cases, _read, month, progress)


def _lines(
    measured: Measured, loaded: LoadedPack, shown: Callable[[str], str], period: str | None, lang: Lang
) -> Iterator[str]:
    from eremun.testing.coverage.report import coverage_lines, path_lines

    yield ""
    yield from coverage_lines(measured.verdicts, shown, lang)
    if measured.paths is not None:
        yield ""
        yield from path_lines(loaded.checked, measured.paths, str(period), lang)


def _as_json(measured: Measured, loaded: LoadedPack, shown: Callable[[str], str], period: str | None) -> dict[str, Any]:
    from eremun.testing.coverage.report import coverage_json, paths_json

    found: dict[str, Any] = {"coverage": coverage_json(measured.verdicts, shown)}
    if measured.paths is not None:
        found["paths"] = paths_json(loaded.checked, measured.paths, str(period))
    return found


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
