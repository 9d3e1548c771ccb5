"""Several faults in one pack: each is told, none because of another, in the order of files and lines.

Faults at random places of valid packs; EREMUN_EXAMPLES: how many packs of each kind (default 60), EREMUN_SEED: another
seed than the fixed one.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from eremun.api import load
from eremun.check.checked import CheckedPack
from eremun.check.graph import items_read
from eremun.diagnostics.diagnostic import Refused
from tests.together import base, kota_bandung
from tests.together.single import Item, Single

EXAMPLES = int(os.environ.get("EREMUN_EXAMPLES", "60"))
SEED = os.environ.get("EREMUN_SEED", "1")
PACKS = {"kota-bandung": kota_bandung.SINGLES, "base": base.SINGLES}
Told = list[tuple[str, str, int]]


def folder_of(pack: str) -> Path:
    root = Path(__file__).parent.parent
    return root.parent / "rules" / pack if pack == "kota-bandung" else root / "messages" / pack


def named(single: Single) -> str:
    return f"{single.code}-{single.item[1] or single.item[0]}"


def told(folder: Path) -> Told:
    try:
        load(folder)
    except Refused as refused:
        return [
            (one.code, one.span.file, one.span.line) if one.span else (one.code, "", 0) for one in refused.diagnostics
        ]
    return []


def planted(pack: str, singles: Sequence[Single], folder: Path) -> Told:
    """Writes the pack with all of the faults; what must be told of it."""
    shutil.copytree(folder_of(pack), folder)
    texts = {
        path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.*") if path.suffix in (".yaml", ".csv")
    }
    for single in singles:
        assert texts[single.file].count(single.old) == 1, f"{named(single)}: {single.old}"
        texts[single.file] = texts[single.file].replace(single.old, single.new)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    order = [
        *sorted(name for name in texts if name.endswith(".yaml")),
        *sorted(name for name in texts if name.endswith(".csv")),
    ]
    expected = [(single.code, *place_of(single, texts)) for single in singles]
    return sorted(expected, key=lambda one: (order.index(one[1]), one[2]))


def place_of(single: Single, texts: dict[str, str]) -> tuple[str, int]:
    text = texts[single.place or single.file]
    mark = single.mark or single.new
    assert text.count(mark) == 1, f"{named(single)}: {mark}"
    return single.place or single.file, text.count("\n", 0, text.index(mark)) + 1 + single.line


class Reads:
    """What the items of a valid pack read."""

    def __init__(self, checked: CheckedPack) -> None:
        pack = checked.pack
        self.direct: dict[Item, set[Item]] = {}
        for key, rule in checked.rules.items():
            parts = [rule.formula, *(f for item in rule.exceptions for f in (item.when, item.formula))]
            self.direct[key] = set(items_read(parts, checked.structure)) | {(key[0], "")}
        for finding, formula in zip(pack.findings, checked.findings, strict=True):
            self.direct["findings", finding.name] = set(items_read([formula], checked.structure)) | {
                (finding.grain, "")
            }
        for column, formula in zip(pack.outputs.payroll_columns, checked.payroll, strict=True):
            self.direct["outputs", column.name] = set(items_read([formula], checked.structure))
        for name, group in pack.groups.items():
            self.direct[name, ""] = {(group.of, "")}
        for name, table in pack.inputs.items():
            self.direct["inputs", name] = {(name, column) for column in table.columns} if table.requires else set()

    def needed(self, single: Single) -> set[Item]:
        """The items that must be sound for the fault to be seen."""
        if single.level == "text":
            return set()
        found = set(self.direct.get(single.item, ())) | {
            item for extra in single.also for item in (extra, *self.direct.get(extra, ()))
        }
        todo = list(found) if single.level == "value" else []
        while todo:
            more = self.direct.get(todo.pop(), set()) - found
            found |= more
            todo += more
        return found


READS = {pack: Reads(load(folder_of(pack)).checked) for pack in PACKS}


def sample(pack: str, chance: random.Random) -> list[Single]:
    """One to five faults in different items, none in what another needs."""
    reads, found = READS[pack], list[Single]()
    for single in chance.sample(PACKS[pack], k=len(PACKS[pack])):
        items = {single.item, *single.also}
        together = [*found, single]
        free = all(items.isdisjoint((one.item, *one.also)) for one in found)
        sound = all(one.item not in reads.needed(other) for one in together for other in together if one is not other)
        if free and sound:
            found.append(single)
        if len(found) == 5:
            break
    return found[: chance.randint(1, 5)]


def test_there_are_many() -> None:
    assert len({single.code for singles in PACKS.values() for single in singles}) >= 40


@pytest.mark.parametrize("pack", PACKS)
def test_the_packs_are_valid(pack: str) -> None:
    assert told(folder_of(pack)) == []


@pytest.mark.parametrize(
    ("pack", "single"),
    [(pack, one) for pack in PACKS for one in PACKS[pack]],
    ids=lambda one: one if isinstance(one, str) else named(one),
)
def test_one(pack: str, single: Single, tmp_path: Path) -> None:
    expected = planted(pack, [single], tmp_path / pack)
    assert told(tmp_path / pack) == expected


@pytest.mark.slow
@pytest.mark.parametrize("pack", PACKS)
def test_several(pack: str, tmp_path: Path) -> None:
    chance = random.Random(f"{SEED} {pack}")
    for number in range(EXAMPLES):
        singles = sample(pack, chance)
        expected = planted(pack, singles, tmp_path / str(number))
        assert told(tmp_path / str(number)) == expected, [named(single) for single in singles]
        shutil.rmtree(tmp_path / str(number))
