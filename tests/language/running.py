"""Runs the examples: what refuses a pack, and what its tests come to on every engine."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from eremun.api import EngineName, load
from eremun.cli.test import outcomes_of
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.diagnostics.render import render
from eremun.plan.widths import choose_widths
from eremun.testing.reading import read_cases
from tests.language.examples import Example, Lang, Refusal, write

ENGINES: tuple[EngineName, ...] = ("reference", "polars", "duckdb")


def refusal_of(refusal: Refusal) -> Refused | None:
    """What refuses the pack on its way to a plan for the month, or to its tests; None where nothing does."""
    with TemporaryDirectory() as folder:
        write(refusal.files, Path(folder) / "pack", (refusal.file,))
        try:
            loaded = load(Path(folder) / "pack")
            if refusal.period is not None:
                choose_widths(loaded.plan(refusal.period).plan, {})
            _, faults = read_cases(loaded.pack)
        except Refused as refused:
            return refused
        sources = {document.file: document.text for document in loaded.pack.documents}
        return Refused(*faults, sources=sources) if faults else None


def message(refused: Refused, lang: Lang) -> str:
    """What the user reads."""
    return render(refused.diagnostics, refused.sources, lang, "text")


def failures(example: Example) -> list[Diagnostic]:
    """What the tests of the section do not find as they expect it, on any engine. Raises `Refused`."""
    with TemporaryDirectory() as folder:
        loaded = load(write(example.files, Path(folder) / "pack", example.tests))
        cases, faults = read_cases(loaded.pack)
        return [*faults, *(one for outcome in outcomes_of(loaded, cases, ENGINES) for one in outcome.failures)]
