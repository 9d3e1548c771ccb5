"""An amount that is shared out, as it is told: amount, weight, total, the exact part and the step."""

from __future__ import annotations

from pathlib import Path

from eremun.explain import explain, render
from tests.conformance.harness import Park

RULES = """
rules:
  car:
    part:
      label: Part of the fee
      unit: rupiah
      split:
        amount: lot.fee
        by: n + m
        step: 1 rupiah
    none:
      label: Part of nothing
      unit: menit
      split:
        amount: permit.free
        by: n
        step: 1 menit
"""


def test_a_part_is_told_with_its_numbers(tmp_path: Path) -> None:
    """2,000 by 1 + 0, 2, 3 + 1: 285 5/7, 571 3/7, 1,142 6/7; two are left, and go to 6/7 and 5/7."""
    park = Park(tmp_path)
    found = park.world(RULES, pays="part none", car="A n=1; B n=2; C n=3 m=1")
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert (
        """\
Part of the fee (part): Rp286
  formula: split: {amount: lot.fee, by: n + m, step: 1 rupiah}
  with numbers: Rp2,000 * (1 + 0) / 7
  before rounding: Rp285.714285…; shared in multiples of Rp1, what is left to the largest remainders
"""
        in text
    )
    assert "Part of nothing (none): has no value, because of permit\n" in text
    text = render(explain(found.plan, found.inputs, "B"), "id")
    assert (
        "  sebelum dibulatkan: Rp571,428571…; dibagi habis dalam kelipatan Rp1, sisanya kepada sisa terbesar\n" in text
    )


def test_nothing_is_shared_by_no_weights(tmp_path: Path) -> None:
    park = Park(tmp_path)
    found = park.world(RULES, pays="part", car="A", lot="Z fee=0")
    text = render(explain(found.plan, found.inputs, "A"), "en")
    assert "Part of the fee (part): Rp0\n  formula: split: {amount: lot.fee, by: n + m, step: 1 rupiah}\n" in text
    assert "  before rounding: Rp0; shared in multiples of Rp1, what is left to the largest remainders\n" in text
    assert " / 0" not in text
