"""Files of a folder: receives the names of the tables, finds the one file of each and reads it, once.

Subfolders are not looked into; files that belong to no table are let be.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from eremun.diagnostics.diagnostic import Refused, fault

SUFFIXES = (".csv", ".parquet", ".xlsx")


@dataclass(frozen=True)
class Found:
    """A file in memory: its cells and its digest come from the same bytes."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix.lower()

    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def list_files(folder: Path) -> list[Path]:
    """The files of the folder, by name; refuses what is no folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise Refused(fault("E714", at=str(folder), folder=folder)) from error


def find_file(table: str, files: list[Path], folder: Path) -> Found:
    """The one file named after the table; refuses none, more than one, and one that is written to meanwhile."""
    mine = [path for path in files if path.stem == table and path.suffix.lower() in SUFFIXES]
    if not mine:
        _refuse_what_is_no_file(table, folder)
        expected = ", ".join(table + suffix for suffix in SUFFIXES)
        near = _near(table, files)
        raise Refused(fault("E701", at=str(folder), table=table, folder=folder, expected=expected, found=near))
    if len(mine) > 1:
        raise Refused(fault("E702", at=str(folder), table=table, files=", ".join(path.name for path in mine)))
    return _read(mine[0])


def _read(path: Path) -> Found:
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        data = file.read()
        after = os.fstat(file.fileno())
    if (after.st_size, after.st_mtime_ns) != (len(data), before.st_mtime_ns):
        raise Refused(fault("E713", at=path.name, file=path.name))
    return Found(path.name, data)


def _refuse_what_is_no_file(table: str, folder: Path) -> None:
    """A folder, or a link that leads nowhere, under the name of the table's file."""
    strange = [table + suffix for suffix in SUFFIXES if os.path.lexists(folder / (table + suffix))]
    if strange:
        raise Refused(fault("E717", at=str(folder), table=table, file=strange[0]))


def _near(table: str, files: list[Path]) -> str:
    """Names of files like the table's; where there are none, the first ones."""
    names = [path.name for path in files]
    stems = {path.stem.lower(): path.name for path in files}
    near = [stems[stem] for stem in get_close_matches(table.lower(), stems, n=3)]
    return ", ".join(near or names[:12]) or "-"
