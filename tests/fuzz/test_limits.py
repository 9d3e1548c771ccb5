"""Texts made to hurt: each is refused by a code or taken, in steps that grow with the text and not with its square.

Steps are calls of functions, counted, so a slow machine changes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from eremun.cli.app import main
from tests.fuzz.corpus import packs
from tests.fuzz.target import judged

HEAD = "basis: perda-1-2024\nrules:\n  kendaraan:\n"
N = 200_000


def formula(text: str) -> str:
    return f"{HEAD}    baru:\n      unit: rupiah\n      formula: |\n        {text}\n"


def rules(count: int, text: Callable[[int], str]) -> str:
    return HEAD + "".join(f"    r{n}:\n      unit: rupiah\n      formula: {text(n)}\n" for n in range(count))


def codes(text: str) -> set[str]:
    found = judged(packs()["base"] | {"9-baru.yaml": text.encode("utf-8", "surrogatepass")})
    return {one.code for one in found if one.code.startswith("E")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (formula("(" * N), {"E132"}),
        (formula("if " * N), {"E132"}),
        (formula("not " * N), {"E132"}),
        (formula("-" * N), {"E132"}),
        (formula("(" * 19_000), {"E133"}),
        (formula("if " * 6_000), {"E133"}),
        (formula("not " * 4_000), {"E133"}),
        (formula("-" * 19_000), {"E133"}),
        (formula("a[" * 9_000), {"E133"}),
        (formula("min(" * 4_000), {"E140"}),
        (formula("1" + "0" * 100_000), {"E132"}),
        (formula("1" + "0" * 10_000 + " rupiah"), {"E142"}),
        (formula("0." + "0" * 10_000 + "1 rupiah"), {"E142"}),
        ("a: " + "[" * N, {"E108"}),
        ("a: " + "{a: " * N, {"E108"}),
        ("- " * N, {"E108"}),
        ("? " * N, {"E108"}),
        ("\n".join(" " * n + "a:" for n in range(1_000)), {"E108"}),
        ("a: " + "[" * N + "]" * N, {"E108"}),
        ('a: "' + "x" * N, {"E100"}),
        ("x" * N + ": 1", {"E100"}),
        (f"basis: perda-1-2024\nparameters:\n  p: {{value: 1{'0' * N} rupiah}}\n", {"E142"}),
        (f"basis: perda-1-2024\nparameters:\n  p: {{value: 0.{'0' * N}1}}\n", {"E142"}),
        ("parameters:\n  p: {value: 1e999999999, basis: perda-1-2024}\n", {"E203"}),
        (formula("１２ rupiah"), {"E130"}),
        (formula("٣ rupiah"), {"E130"}),
        (formula("jumlah\u200b"), {"E130"}),
        (formula("\u202ejumlah"), {"E130"}),
        (formula("jumlah \u2066+ 1 rupiah"), {"E130"}),
        ("label: a\0b", {"E112"}),
        ("label: a\ufeffb\nbasis: perda-1-2024", {"E201"}),
        ("label: \ud800", {"E101"}),
        ("x" * 2_000_001, {"E102"}),
    ],
    ids=lambda value: ascii(value[-40:])[1:-1][:20] if isinstance(value, str) else "",
)
def test_refused(text: str, expected: set[str]) -> None:
    assert expected <= codes(text)


GROWING: dict[str, Callable[[int], str]] = {
    "rules in a chain": lambda n: rules(n, lambda k: f"r{k - 1} + 1 rupiah" if k else "jumlah"),
    "unknown names": lambda n: rules(n, lambda k: f"tidak_ada_{k} + lain_{k}"),
    "one unknown name": lambda n: rules(n, lambda _: " + ".join(["tidak_ada"] * 20)),
    "long formulas": lambda n: rules(n // 10, lambda _: " + ".join(["jumlah"] * 140)),
    "words without a sign": lambda n: rules(n // 10, lambda _: "jumlah " * 200),
    "keys": lambda n: "".join(f"k{k}: 1\n" for k in range(2 * n)),
    "flow": lambda n: "a: [" + "a, " * (2 * n) + "a]",
    "anchors": lambda n: "".join(f"a{k}: &b{k} x\n" for k in range(n)),
    "lines that are no YAML": lambda n: "".join(f"a{k}: b: c\n" for k in range(n)),
    "quotes never closed": lambda n: 'a: "b\n' * n,
    "a list of words": lambda n: "enums:\n  e: [" + ", ".join(f"w{k}" for k in range(4 * n)) + "]\n",
    "cells": lambda n: cells(n),
    "numbers": lambda n: "basis: perda-1-2024\nparameters:\n" + "".join(f"  p{k}: {{value: {k}x}}\n" for k in range(n)),
}


def cells(count: int) -> str:
    found = ", ".join(f"{k}: {k}" for k in range(4 * count))
    return f"basis: perda-1-2024\ntables:\n  t:\n    in: {{lama: menit}}\n    out: rupiah\n    cells: {{{found}}}\n"


def steps(text: str) -> int:
    """Calls of functions, of Python and of C, while the text is judged."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        codes(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_steps_grow_with_the_text(name: str) -> None:
    """Twice the text takes about twice the steps beyond what any pack takes; four times would be its square."""
    nothing, some, more = (steps(GROWING[name](n)) for n in (10, 250, 500))
    assert more - nothing < 3 * (some - nothing) + 2_000


def test_a_huge_file_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """200 MB that take no disk: refused for its size, of which no more than the limit is read."""
    for name, content in packs()["base"].items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "9-besar.yaml").open("wb") as file:
        os.truncate(file.fileno(), 200_000_000)
    assert main(["check", str(tmp_path)]) == 1
    assert "E102" in capsys.readouterr().out


@pytest.mark.parametrize("place", ["../luar.csv", "/dev/zero", "/etc/passwd", "tests/../../luar.csv", "tautan.csv"])
def test_cells_outside_the_pack(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "paket"
    folder.mkdir()
    (tmp_path / "luar.csv").write_text("jenis,biaya\nmotor,1\nmobil,2\n")
    (folder / "tautan.csv").symlink_to(tmp_path / "luar.csv")
    for name, content in packs()["base"].items():
        (folder / name).write_bytes(content)
    (folder / "9-tabel.yaml").write_text(
        "basis: perda-1-2024\ntables:\n  t:\n    in: {jenis: jenis}\n    out: rupiah\n"
        f"    cells: {{file: {place}, columns: [jenis, biaya]}}\n"
    )
    assert main(["check", str(folder)]) == 1
    shown = capsys.readouterr().out
    assert "E122" in shown
    assert ("E226" in shown) == (place != "tautan.csv")
