"""An average as it is told: the rows that it is of, those of 0 too, which lower it."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from tests.conformance.harness import Park

MORE = """
rules:
  visit:
    fee:
      label: Fee of a visit
      unit: rupiah
      formula: if kind != bus then n * 1 rupiah else 0 rupiah
  car:
    usual:
      label: Usual fee
      unit: rupiah
      formula: average(visit.fee where m = 0) default 0 rupiah
      round: down to 0.01 rupiah
"""
VISITS = "1 A n=10; 2 A n=15; 3 A n=99 kind=bus; 4 A n=50 m=1"


def told(folder: Path, plate: str, lang: str) -> str:
    found = Park(folder).world(MORE, pays="usual", car="A; B", visit=VISITS)
    return render(explain(found.plan, found.inputs, plate), lang)


def test_a_row_of_0_lowers_an_average(tmp_path: Path) -> None:
    """(10 + 15 + 0) / 3 = 8.33…; the visit with m = 1 is left out."""
    text = told(tmp_path, "A", "en")
    assert "Usual fee (usual): Rp8.33\n" in text
    assert "with numbers: Rp8.333333…\n" in text
    assert "average Fee of a visit (visit): Rp8.333333…\n" in text
    assert "- 1, 2026-05-04: Rp10" in text
    assert "- Rp0: 3, 2026-05-04 (because this is not met:" in text
    assert "counts nothing" not in text
    assert "left out: 4, 2026-05-04" in text


def test_of_no_rows(tmp_path: Path) -> None:
    text = told(tmp_path, "B", "id")
    assert "Usual fee (usual): Rp0,00\n" in text
    assert "rata-rata Fee of a visit (visit): (tidak ada), tidak ada baris\n" in text
