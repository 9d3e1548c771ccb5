"""The door of this stage: a folder in, its YAML files and the CSV files beside them out, by their names in order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.sources.syntax import Document
from eremun.sources.yaml_reader import MOST_BYTES, read_plain, read_yaml, unread

MOST_FILES = 500
TESTS = "tests/"
PROFILE = "synth.yaml"


@dataclass(frozen=True)
class Reading:
    """The files of a pack as far as they could be read, and what is wrong with them."""

    documents: tuple[Document, ...]
    faults: tuple[Diagnostic, ...]

    @property
    def sources(self) -> dict[str, str]:
        """The text of each file, for the excerpts of messages."""
        return {document.file: document.text for document in self.documents}


def decides_pay(file: str) -> bool:
    """Whether a file of a pack is one of its rules: not a test, nor the profile of made-up months."""
    return not file.startswith(TESTS) and file != PROFILE


def read_pack(folder: Path, tests: bool = True) -> tuple[Document, ...]:
    """The documents of a pack folder: its YAML and CSV files, and, where wanted, its tests and profile. Refused with
    every fault found."""
    reading = read_documents(folder, tests)
    if reading.faults:
        raise Refused(*reading.faults, sources=reading.sources)
    return reading.documents


def read_documents(folder: Path, tests: bool = True) -> Reading:
    """The same with what could be read of files at fault. Refused where there is no pack.yaml, or too many files."""
    if not os.path.lexists(folder / "pack.yaml"):
        raise Refused(fault("E120", at=str(folder)))
    paths = _files(folder, tests)
    if len(paths) > MOST_FILES:
        raise Refused(fault("E123", at=str(folder), most=MOST_FILES, found=len(paths)))
    read = [_read(path, folder) for path in paths]
    return Reading(tuple(document for document, _ in read), tuple(one for _, found in read for one in found))


def _files(folder: Path, tests: bool) -> list[Path]:
    own = [p for p in (*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.csv"))) if tests or decides_pay(p.name)]
    return own + (sorted((folder / TESTS).glob("*.yaml")) if tests else [])


def _read(path: Path, folder: Path) -> tuple[Document, list[Diagnostic]]:
    name = path.relative_to(folder).as_posix()
    try:
        if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
            return unread(name), [fault("E122", at=str(path))]
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return unread(name), [fault("E121", at=str(path), reason=error.strerror)]
    return read_yaml(name, content) if name.endswith(".yaml") else read_plain(name, content)
