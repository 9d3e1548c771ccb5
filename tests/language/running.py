"""Runs the examples: what is said of a pack with a mistake, and what its tests come to on every engine."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from eremun.api import EngineName, LoadedPack, load
from eremun.cli.test import outcomes_of
from eremun.diagnostics.diagnostic import Diagnostic, Refused
from eremun.diagnostics.render import render
from eremun.plan.widths import choose_widths
from eremun.testing.reading import read_cases
from tests.language.examples import Example, Lang, Mistake, write

ENGINES: tuple[EngineName, ...] = ("reference", "polars", "duckdb")


def said_of(mistake: Mistake) -> Refused | None:
    """What refuses the pack on its way to a plan for the month, or to its tests; what its file is warned of, where that
    is asked; None where nothing is said."""
    with TemporaryDirectory() as folder:
        write(mistake.files, Path(folder) / "pack", (mistake.file,))
        try:
            loaded = load(Path(folder) / "pack")
            if mistake.period is not None:
                choose_widths(loaded.plan(mistake.period).plan, {})
            _, faults = read_cases(loaded.pack)
        except Refused as refused:
            return refused
        said = warnings(loaded, mistake.file) if mistake.warned else faults
        sources = {document.file: document.text for document in loaded.pack.documents}
        return Refused(*said, sources=sources) if said else None


def warnings(loaded: LoadedPack, file: str) -> list[Diagnostic]:
    """The warnings that stand in a file."""
    return [one for one in loaded.warnings() if one.span is not None and one.span.file == file]


def message(refused: Refused, lang: Lang) -> str:
    """What the user reads."""
    return render(refused.diagnostics, refused.sources, lang, "text")


def failures(example: Example) -> list[Diagnostic]:
    """What the tests of the section do not find as they expect it, on any engine. Raises `Refused`."""
    with TemporaryDirectory() as folder:
        loaded = load(write(example.files, Path(folder) / "pack", example.tests))
        cases, faults = read_cases(loaded.pack)
        return [*faults, *(one for outcome in outcomes_of(loaded, cases, ENGINES) for one in outcome.failures)]


def warned_of_in_vain(example: Example) -> list[Diagnostic]:
    """Warnings in files that accept some: what they leave, or accept without need."""
    with TemporaryDirectory() as folder:
        loaded = load(write(example.files, Path(folder) / "pack", example.tests))
        accepting = [name for name, content in example.files.items() if "accept:" in content]
        return [one for name in accepting for one in warnings(loaded, name)]
