"""Names of the result files: receives the form of the files, says how each is named and which names can't be."""

from __future__ import annotations

from eremun.model.read_outputs import FILES, LINES
from eremun.model.rules import Outputs

RESERVED = frozenset({"run.json", "timings.json"})
DEFAULT_FILES = {name: f"{name}.csv" for name in (*FILES, LINES)}


def file_names(outputs: Outputs) -> dict[str, str]:
    """The name of each file."""
    named = DEFAULT_FILES | outputs.files
    return named if outputs.lines is not None else {name: file for name, file in named.items() if name != LINES}


def wrong_names(outputs: Outputs) -> dict[str, str]:
    """Those that two files have, that are kept for others, or that would not lie in the folder of the results. Capital
    and small letters are one on many disks."""
    names = file_names(outputs)
    lower = [file.lower() for file in names.values()]
    return {
        name: file
        for name, file in names.items()
        if lower.count(file.lower()) > 1 or file.lower() in RESERVED or not _is_plain(file)
    }


def _is_plain(name: str) -> bool:
    return not name.startswith(".") and not any(sign in name for sign in "/\\:\0") and bool(name.strip())
