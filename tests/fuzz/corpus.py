"""The texts that mutations begin from: the packs of the tests, the pages of messages, and the folder `corpus`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.conformance import base_pack
from tests.messages.messages import BASE, HERE, case_of

CORPUS = Path(__file__).parent / "corpus"


@cache
def packs() -> dict[str, dict[str, bytes]]:
    """Packs by name, each with the bytes of its files."""
    base = {path.name: path.read_bytes() for path in sorted(BASE.glob("*.yaml"))}
    found = {"base": base, "parking": parking()}
    for path in sorted(HERE.glob("[ENW]*.md")):
        case = case_of(path)
        files = {name: content for name, content in (base | case.files).items() if name not in case.removed}
        if "pack.yaml" in files and all(len(content) < 10_000 for content in files.values()):
            found[path.stem] = files
    for path in sorted(CORPUS.glob("*.yaml")):
        found[path.stem] = base | {"9-fuzz.yaml": path.read_bytes()}
    return found


def parking() -> dict[str, bytes]:
    """The pack of the conformance cases."""
    texts = {"pack.yaml": base_pack.HEAD, "inputs.yaml": base_pack.INPUTS}
    texts |= {
        "outputs.yaml": base_pack.OUTPUTS.format(columns=""),
        "register.yaml": base_pack.REGISTER,
        "rules.yaml": base_pack.CHAPTER,
    }
    return {name: text.encode() for name, text in texts.items()}
