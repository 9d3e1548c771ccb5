"""Which rules a correction of a closed month pays: none twice, on whatever way one is made from another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from eremun import api
from eremun.diagnostics.diagnostic import Refused

BASE = Path(__file__).parents[1] / "messages" / "base"
RULES = """
basis: perda-1-2024
rules:
  kunjungan:
    potongan:
      unit: rupiah
      formula: if jumlah_kendaraan > 0 rupiah then 1 rupiah else 0 rupiah
    jumlah_kendaraan:
      unit: rupiah
      formula: kendaraan.jumlah
  kendaraan:
    dipotong:
      unit: rupiah
      formula: sum(kunjungan.potongan)
    lain:
      unit: rupiah
      formula: sum(kunjungan.biaya)
    bersih:
      unit: rupiah
      formula: lain - dipotong
    bertahap:
      unit: rupiah
      versions:
        - effective_from: 2024-01-01
          formula: lain
        - effective_from: 2025-01-01
          formula: jumlah
    lunas:
      formula: bersih = 0 rupiah
"""


def refusals(corrects: str, folder: Path) -> list[tuple[str, str, str]]:
    pack = folder / "pack"
    shutil.copytree(BASE, pack)
    (pack / "2.yaml").write_text(RULES, encoding="utf-8")
    (pack / "pack.yaml").write_text((pack / "pack.yaml").read_text() + f"corrects: [{corrects}]\n", encoding="utf-8")
    try:
        api.load(pack)
    except Refused as refused:
        return [(one.code, one.arguments["name"], str(one.arguments.get("other", ""))) for one in refused.diagnostics]
    return []


@pytest.mark.parametrize(
    ("corrects", "expected"),
    [
        ("jumlah", []), ("jumlah, lain", []), ("bersih", []),
        ("bersih, lain", [("E285", "bersih", "lain")]),
        ("bersih, jumlah", [("E285", "bersih", "jumlah")]),  # over the visits: bersih, dipotong, potongan, jumlah
        ("jumlah, bertahap", [("E285", "bertahap", "jumlah")]), ("lain, bertahap", [("E285", "bertahap", "lain")]),
        ("biaya", [("E284", "biaya", "")]), ("lunas", [("E284", "lunas", "")]), ("jenis", [("E284", "jenis", "")]),
        ("lain, bersih, dipotong", [("E285", "bersih", "lain"), ("E285", "bersih", "dipotong")]),
    ],
)  # fmt: skip
def test_no_difference_is_paid_twice(corrects: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """Only numbers of the vehicle, and none that is made from another of them."""
    assert refusals(corrects, tmp_path) == expected
