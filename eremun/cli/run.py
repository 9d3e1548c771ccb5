"""`eremun run`: computes a month and writes the files, or refuses and leaves everything as it was."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eremun.cli.exits import FOUND
from eremun.cli.options import (
    DataOption,
    Format,
    FormatOption,
    LangOption,
    PackArgument,
    PeriodOption,
    a_folder,
    both,
    chosen_lang,
    places_in,
    say,
)
from eremun.cli.usage import WrongUsage
from eremun.diagnostics.diagnostic import Refused, fault
from eremun.diagnostics.langs import Lang

if TYPE_CHECKING:
    from eremun.api import EngineName, Run

OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", parser=a_folder, help=both("Folder untuk hasilnya", "Folder for the results")),
]
EngineOption = Annotated[
    Literal["polars", "duckdb", "reference"],
    typer.Option("--engine", help=both("Mesin hitung; hasilnya sama", "Engine; the results are the same")),
]
DryOption = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help=both("Percobaan: membaca dan menghitung, tanpa menulis berkas", "Trial: read and compute, write no file"),
    ),
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help=both(
            "Kode keluar 1 bila ada yang tertahan, ditolak, atau ditemukan",
            "Exit code 1 where anything is blocked, rejected or found",
        ),
    ),
]


def run(
    pack: PackArgument,
    data: DataOption,
    period: PeriodOption,
    out: OutOption = None,
    engine: EngineOption = "polars",
    dry_run: DryOption = False,
    strict: StrictOption = False,
    lang: LangOption = None,
    format: FormatOption = "text",
) -> None:
    """Computes the month and writes its files; the summary goes to stdout."""
    if out is None and not dry_run:
        missing = say("--out belum disebut (atau pakai --dry-run)", "--out is missing (or use --dry-run)")
        raise WrongUsage(missing, "run")
    folder = None if dry_run else out
    with _older_result_stays(folder):
        done = _computed(pack, data, period, folder, engine, format)
    _print(done, folder, lang or chosen_lang(), format)
    if strict and _complains(done):
        raise typer.Exit(FOUND)


def _computed(pack: str, data: Path, period: str, folder: Path | None, engine: EngineName, form: Format) -> Run:
    from eremun import api
    from eremun.cli.progress import stages
    from eremun.outputs.publish import require_writable
    from eremun.outputs.timings import Timings

    timings = Timings(engine)
    if folder is not None:
        _require_apart(folder, data)
        require_writable(folder)
    with places_in(pack), stages(quiet=form == "json") as progress:
        progress(say("Membaca paket aturan", "Reading the rule pack"))
        with timings.stage("plan"):
            plan = api.load(pack, tests=False).plan(period)
        done = plan.run(data, engine, timings=timings, progress=progress)
        progress(say("Menyusun berkas", "Making the files"))
        _ = done.report
        if folder is not None:
            done.write(folder)
    return done


def _require_apart(folder: Path, data: Path) -> None:
    if os.path.realpath(folder) == os.path.realpath(data):  # unlike `resolve`, no fault where links run in a circle
        raise Refused(fault("E813", at=str(folder), folder=folder))


@contextmanager
def _older_result_stays(folder: Path | None) -> Iterator[None]:
    """Adds to a refusal what became of the results that are already there."""
    try:
        yield
    except Refused as refused:
        if folder is not None and os.path.isfile(folder / "run.json"):  # noqa: PTH113 - names too long
            refused.add_note(
                say(
                    f"Hasil sebelumnya di {folder} tetap seperti semula.",
                    f"The earlier results in {folder} are as they were.",
                )
            )
        elif folder is not None:
            refused.add_note(say("Tidak ada berkas yang ditulis.", "No file was written."))
        raise


def _print(done: Run, folder: Path | None, lang: Lang, form: Format) -> None:
    """A reader of stdout who leaves early changes nothing: the files are written."""
    try:
        if form == "json":
            content = {"folder": None if folder is None else str(folder), "report": done.report.model_dump(mode="json")}
            print(json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False), flush=True)
        else:
            from eremun.outputs.summary import Summary

            Summary(done.settlement, done.report, folder, lang).print(sys.stdout)
            sys.stdout.flush()
    except BrokenPipeError:
        from eremun.cli.exits import close_stdout

        close_stdout()


def _complains(done: Run) -> bool:
    report = done.report
    rejected = any(one.rows_rejected for one in report.inputs.values())
    return bool(report.people.blocked or rejected or any(one.lines for one in report.findings.values()))
