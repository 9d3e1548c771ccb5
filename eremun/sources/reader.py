"""The door of this stage: a folder in, its YAML files and the CSV files beside them out, by their names in order, and
after them those of the packs that it uses."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.sources.packs import HEAD, inside, is_name, packs_beside, uses_of
from eremun.sources.syntax import Document, Scalar
from eremun.sources.yaml_reader import MOST_BYTES, read_plain, read_yaml, unread

MOST_FILES = 500
TESTS = "tests/"
PROFILE = "synth.yaml"
Chain = tuple[tuple[str, Path], ...]


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
    return not inside(file).startswith(TESTS) and inside(file) != PROFILE


def read_documents(folder: Path, tests: bool = True) -> Reading:
    """The documents of a pack folder: its YAML and CSV files, and, where wanted, its tests and profile; then, as
    NAME/FILE, those of every pack that it uses, itself or through another; with what could be read of files at fault.
    Refused where there is no pack.yaml, or too many files."""
    if not os.path.lexists(folder / HEAD):
        inside = next((str(path.parent) for path in sorted(folder.glob("*/pack.yaml"))), "")
        raise Refused(fault("E120", at=str(folder), inside=inside))
    reading = _Packs(folder)
    reading.pack(folder, "", tests, ((folder.resolve().name, folder.resolve()),))
    return Reading(tuple(reading.documents), tuple(reading.faults))


class _Packs:
    """Reads a pack, then those that it uses, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documents: list[Document] = []
        self.faults: list[Diagnostic] = []
        self.taken: set[str] = set()

    def pack(self, folder: Path, prefix: str, tests: bool, chain: Chain) -> None:
        """The files of one pack, then of those it uses; `chain`: by which packs it was come to."""
        paths = _files(folder, tests)
        if len(paths) > MOST_FILES:
            raise Refused(fault("E123", at=str(folder), most=MOST_FILES, found=len(paths)))
        head = None
        for path in paths:
            document, found = _read(path, folder, prefix)
            self.documents.append(document)
            self.faults.extend(found)
            head = document.root if path.name == HEAD else head
        for word in uses_of(head):
            self.used(word, chain)

    def used(self, word: Scalar, chain: Chain) -> None:
        if not is_name(word.text):
            self.faults.append(fault("E125", word.span, name=word.text))
            return
        known = packs_beside(self.folder)
        folder = known.get(word.text)
        if folder is None:
            others = ", ".join(name for name in known if known[name].resolve() != self.folder.resolve())
            self.faults.append(fault("E124", word.span, name=word.text, known=others or "-"))
        elif folder.resolve() in [one for _, one in chain]:
            circle = _circle(word.text, folder.resolve(), chain)
            self.faults.append(fault("E126", word.span, circle=circle, name=word.text, file=word.span.file))
        elif word.text not in self.taken:
            self.taken.add(word.text)
            self.pack(folder, f"{word.text}/", False, (*chain, (word.text, folder.resolve())))


def _circle(name: str, folder: Path, chain: Chain) -> str:
    """From the pack that is come to a second time to itself."""
    begin = [one for _, one in chain].index(folder)
    return " → ".join([*(known for known, _ in chain[begin:]), name])


def _files(folder: Path, tests: bool) -> list[Path]:
    own = [p for p in (*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.csv"))) if tests or decides_pay(p.name)]
    return own + (sorted((folder / TESTS).glob("*.yaml")) if tests else [])


def _read(path: Path, folder: Path, prefix: str) -> tuple[Document, list[Diagnostic]]:
    name = prefix + path.relative_to(folder).as_posix()
    try:
        if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
            return unread(name), [fault("E122", at=str(path))]
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        return unread(name), [fault("E121", at=str(path), reason=error.strerror)]
    return read_yaml(name, content) if name.endswith(".yaml") else read_plain(name, content)
