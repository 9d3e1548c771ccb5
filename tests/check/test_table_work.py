"""How much is done for a table of thousands of rows: counted in steps and in lines run, never by a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from eremun.api import LoadedPack, load
from eremun.check.table_cells import Walk
from tests.conformance.harness import write_pack


def pack_of(folder: Path, side: int) -> LoadedPack:
    """A table with five thresholds of their own for each of side x side pairs, read by a rule."""
    pairs = ", ".join(f"{i}: {{{', '.join(f'{j}: {{{brackets(i, j)}}}' for j in range(side))}}}" for i in range(side))
    more = f"""
tables:
  big:
    in: {{n: number, m: number, money: rupiah}}
    out: number
    from: {{{pairs}}}
rules:
  car:
    x:
      unit: number
      formula: if n <= {side - 1} and m <= {side - 1} then big[n, m, money] else 0
"""
    return LoadedPack(load(write_pack(folder, more)).checked)


def brackets(i: int, j: int) -> str:
    return ", ".join(f"{start}: {b}" for b, start in enumerate([0, *(1000 * b + 20 * i + j for b in (1, 2, 3, 4))]))


def steps_of_check(pack: LoadedPack) -> int:
    table = pack.checked.pack.tables["big"]
    walk = Walk(table.versions[0].content, [type_ for _, type_ in table.keys], {})
    assert sum(1 for _ in walk.cells()) == len(table.versions[0].content)
    return walk.steps


def lines_run(work: Callable[[], Any]) -> int:
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def test_four_times_the_rows_are_about_four_times_the_work(tmp_path: Path) -> None:
    few, many = pack_of(tmp_path / "few", 10), pack_of(tmp_path / "many", 20)  # 500 and 2,000 rows
    assert steps_of_check(many) < 5 * steps_of_check(few)
    assert steps_of_check(many) < 20 * 2_000
    assert lines_run(lambda: many.plan("2026-05")) < 6 * lines_run(lambda: few.plan("2026-05"))
