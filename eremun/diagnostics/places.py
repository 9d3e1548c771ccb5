"""Where a pack's files are, as the person at the shell would type it: for the places that messages show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from eremun.diagnostics.diagnostic import Diagnostic, Mark

Shown = Callable[[str], str]  # a file of a pack as it is typed at the shell


def folder_shown(folder: Path) -> str:
    """The folder relative to the current one where it lies below it."""
    here = Path.cwd()
    whole = folder.absolute()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else folder.as_posix()


def located(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], shown: Shown
) -> tuple[list[Diagnostic], dict[str, str]]:
    """The same diagnostics and sources, their files called as they are shown."""
    moved = {file: shown(file) for file in sources}

    def mark_at(mark: Mark) -> Mark:
        return Mark(replace(mark.span, file=moved.get(mark.span.file, mark.span.file)), mark.label)

    found = [replace(one, marks=tuple(mark_at(mark) for mark in one.marks)) for one in diagnostics]
    return found, {moved[file]: text for file, text in sources.items()}
