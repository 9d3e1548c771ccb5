"""Where a pack's files are, as the person at the shell would type it: for the places that messages show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from eremun.diagnostics.diagnostic import Diagnostic, Mark


def folder_shown(folder: Path) -> str:
    """The folder relative to the current one where it lies below it."""
    here = Path.cwd()
    whole = folder.absolute()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else folder.as_posix()


def located(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], folder: str
) -> tuple[list[Diagnostic], dict[str, str]]:
    """The same diagnostics and sources, with the pack's folder before the path of each of its files."""
    moved = {file: f"{folder}/{file}" if folder not in ("", ".") else file for file in sources}

    def mark_at(mark: Mark) -> Mark:
        return Mark(replace(mark.span, file=moved.get(mark.span.file, mark.span.file)), mark.label)

    shown = [replace(one, marks=tuple(mark_at(mark) for mark in one.marks)) for one in diagnostics]
    return shown, {moved[file]: text for file, text in sources.items()}
