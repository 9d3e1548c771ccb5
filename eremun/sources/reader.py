"""The door of this stage: a folder in, its YAML files and the CSV files beside them out, by their names in order."""

from __future__ import annotations

from pathlib import Path

from eremun.diagnostics.diagnostic import Diagnostic, Refused, fault
from eremun.sources.syntax import Document
from eremun.sources.yaml_reader import read_plain, read_yaml

MOST_FILES = 500
TESTS = "tests/"
PROFILE = "synth.yaml"


def decides_pay(file: str) -> bool:
    """Whether a file of a pack is one of its rules: not a test, nor the profile of made-up months."""
    return not file.startswith(TESTS) and file != PROFILE


def read_pack(folder: Path, tests: bool = True) -> tuple[Document, ...]:
    """The documents of a pack folder: its YAML and CSV files, and, where wanted, its tests and profile. Refused with
    every fault found."""
    if not (folder / "pack.yaml").is_file():
        raise Refused(fault("E120", at=str(folder)))
    faults: list[Diagnostic] = []
    documents: list[Document] = []
    for path in _files(folder, tests):
        document, found = _read(path, folder)
        documents.append(document)
        faults.extend(found)
    if faults:
        raise Refused(*faults, sources={document.file: document.text for document in documents})
    return tuple(documents)


def _files(folder: Path, tests: bool) -> list[Path]:
    own = [p for p in (*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.csv"))) if tests or decides_pay(p.name)]
    more = sorted((folder / TESTS).glob("*.yaml")) if tests else []
    return [path for path in (own + more)[:MOST_FILES] if path.is_file()]


def _read(path: Path, folder: Path) -> tuple[Document, list[Diagnostic]]:
    name = path.relative_to(folder).as_posix()
    try:
        content = path.read_bytes()
    except OSError as error:
        return Document(name, "", None), [fault("E121", at=str(path), reason=error.strerror)]
    return read_yaml(name, content) if name.endswith(".yaml") else read_plain(name, content)
