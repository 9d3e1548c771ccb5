"""A workshop as a small pack: hands are paid by the minute on open days, times a mark."""

from __future__ import annotations

from pathlib import Path

from eremun import api
from eremun.check.checked import CheckedPack
from eremun.check.checker import check_pack
from eremun.diagnostics.diagnostic import Diagnostic
from eremun.testing.cases import Case
from eremun.testing.reading import read_cases

PACK = """\
name: workshop
label: Workshop
eremun: ">=0.1"
effective_from: 2020-01-01
period: month
person: hand
"""

RULES = """\
chapter: Pay
assumption: all
enums:
  skill: [low, high]
inputs:
  hand:
    label: Hands
    key: [code]
    columns:
      code: {type: text}
      skill: {type: skill}
      given: {type: boolean, header: gift}
      wage: {type: rupiah, range: 0..1_000_000}
    lookups: {mark: [code]}
  opening:
    label: Days
    key: [day]
    date: day
    complete: each day of the period
    columns:
      day: {type: date, range: period}
      open: {type: boolean}
  work:
    label: Work done
    key: [code, day]
    date: day
    columns:
      code: {type: text}
      day: {type: date, range: period}
      spent: {type: menit, range: 0..600}
    references: {hand: [code], opening: [day]}
    when_rejected: block
  mark:
    label: Marks
    key: [code]
    columns:
      code: {type: text}
      percent: {type: persen, decimals: 2, range: 0%..100%}
    references: {hand: [code]}
groups:
  team:
    label: Teams
    of: hand
    by: [skill]
rules:
  work:
    counted:
      label: Minutes that count
      unit: menit
      formula: if opening.open then spent else 0 menit
  hand:
    minutes:
      label: Minutes of the month
      unit: menit
      formula: sum(work.counted)
    is_busy:
      label: More than an hour
      formula: minutes > 60 menit
    share:
      label: Share
      unit: persen
      formula: mark.percent
    pay:
      label: Pay
      unit: rupiah
      formula: wage * share
      round: down to 1 rupiah
    gift:
      label: Gift
      unit: rupiah
      formula: if given then 5 rupiah else 0 rupiah
  team:
    team_minutes:
      label: Minutes of the team
      unit: menit
      formula: sum(hand.minutes)
findings:
  hand:
    closed_work:
      label: Work on closed days
      count: count(work where not opening.open)
"""

REGISTER = """\
assumptions:
  all: {note: Made up for this test}
"""

OUTPUTS = """\
outputs:
  payroll:
    file: payroll.csv
    rows: hand
    sort: [code]
    columns:
      - code
      - pay
  blocked:
    file: blocked.csv
    sort: [code, reason]
    columns: [code, reason]
    reasons:
      mark: No mark
  rejected:
    file: rejected.csv
    columns: [table, row, column, value, reason]
    reasons: {}
  findings:
    file: findings.csv
    columns: [finding, code, count]
"""


def write_pack(folder: Path, tests: str) -> Path:
    """The pack with that test file."""
    (folder / "tests").mkdir(parents=True)
    files = {"pack": PACK, "rules": RULES, "regulations": REGISTER, "outputs": OUTPUTS, "tests/month": tests}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def workshop(folder: Path, tests: str) -> tuple[CheckedPack, tuple[Case, ...], list[Diagnostic]]:
    """The pack checked, the cases of that test file, and its faults."""
    pack = api.read(write_pack(folder / "workshop", tests))
    cases, faults = read_cases(pack)
    return check_pack(pack), cases, faults
