"""Packs by name: which there are, and which folder a pack means when it names another in `uses`.

Only names are taken, never paths, so what a pack is made of lies beside it or comes with eremun.
"""

from __future__ import annotations

import re
from pathlib import Path

from eremun.sources.syntax import Mapping, Node, Scalar, Sequence

HEAD = "pack.yaml"
TESTS = "tests"
NAME = re.compile(r"\w[\w-]*")


def shipped_packs() -> dict[str, Path]:
    """The packs that come with eremun by name: inside the package, or in `rules` beside it in a checkout."""
    here = Path(__file__).resolve().parents[1]
    folders = (here / "rules", here.parent / "rules")
    found = {path.parent.name: path.parent for root in reversed(folders) for path in root.glob(f"*/{HEAD}")}
    return dict(sorted(found.items()))


def packs_beside(folder: Path) -> dict[str, Path]:
    """The packs that a pack in that folder can use: those beside it, then those that come with eremun."""
    beside = {path.parent.name: path.parent for path in sorted(folder.resolve().parent.glob(f"*/{HEAD}"))}
    return {**shipped_packs(), **beside}


def is_name(text: str) -> bool:
    """Whether it can be the name of another pack; the folder of tests is none."""
    return NAME.fullmatch(text) is not None and text != TESTS


def pack_of(file: str) -> str:
    """The name of the used pack whose file it is; "" for the pack itself, where only tests have a folder."""
    name, slash, _ = file.partition("/")
    return name if slash and name != TESTS else ""


def inside(file: str) -> str:
    """The file as it is called in its own pack."""
    name = pack_of(file)
    return file.removeprefix(f"{name}/") if name else file


def uses_of(head: Node | None) -> tuple[Scalar, ...]:
    """The names that a pack.yaml has under `uses`: a list, or one."""
    node = head.get("uses") if isinstance(head, Mapping) else None
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if isinstance(item, Scalar) and item.text)


def beside(file: str, name: str) -> str:
    """What another file of the same pack is called."""
    pack = pack_of(file)
    return f"{pack}/{name}" if pack else name
