"""A bakery as a small pack with one of everything that tests can cover, and a test file that covers all of it."""

from __future__ import annotations

from pathlib import Path

from .workshop import REGISTER

PACK = """\
name: bakery
label: Bakery
eremun: ">=0.1"
effective_from: 2020-01-01
period: month
person: baker
"""

RULES = """\
chapter: Pay
assumption: all
enums:
  rank: [junior, senior, chief]
  grade: [plain, fine]
inputs:
  baker:
    label: Bakers
    key: [code]
    columns:
      code: {type: text}
      rank: {type: rank}
      wage: {type: rupiah, range: 0..1_000_000}
      hours: {type: number, range: 0..300}
      since: {type: date}
    require:
      wage:
        label: A chief has a wage
        formula: rank != chief or wage > 0 rupiah
parameters:
  rate:
    label: Rate
    versions:
      - {effective_from: 2020-01-01, value: 10%}
      - {effective_from: 2026-02-01, value: 12.5%}
tables:
  bonus_of:
    label: Bonus by hours
    in: {hours: number}
    out: rupiah
    from: {0: 0, 100: 500}
  grade_of:
    label: Grade by rank
    in: {rank: rank}
    out: grade
    rows:
      - [[junior, senior], plain]
      - [chief, fine]
rules:
  baker:
    grade:
      label: Grade
      unit: grade
      formula: grade_of[rank]
    is_fine:
      label: Fine
      formula: grade = fine
    pay:
      label: Pay
      unit: rupiah
      formula: if is_fine then wage + bonus_of[hours] else wage * rate + bonus_of[hours]
      round: down to 1 rupiah
      exceptions:
        starting:
          label: Started after the first day
          when: since > period.start
          formula: 7 rupiah
    first_day:
      label: The day after he began
      unit: date
      formula: since + 1 hari
ensure:
  baker:
    hours_known:
      label: Some hours
      formula: hours > 0
    pay_not_negative:
      label: Pay is not negative
      formula: pay >= 0 rupiah
findings:
  baker:
    long_hours:
      label: More than 200 hours
      amount: (max(hours, 200) - 200) * 1 rupiah
"""

OUTPUTS = """\
outputs:
  payroll:
    file: payroll.csv
    rows: baker
    sort: [code]
    columns: [code, pay]
  blocked:
    file: blocked.csv
    sort: [code, reason]
    columns: [code, reason]
    reasons:
      hours_known: No hours
  rejected:
    file: rejected.csv
    columns: [table, row, column, value, reason]
    reasons: {}
  findings:
    file: findings.csv
    columns: [finding, code, amount]
"""

# A: 1,015 * 10 % = 101.5, down to 101; at 99 hours no bonus. B: the same wage at 100 hours: 101.5 + 500 = 601.5, down to
# 601. C is a chief: 2,000 + 500. D began after the first day: 7. E has no hours. F is a chief without a wage. G: 0 is
# not negative. In February A gets 1,015 * 12.5 % = 126.875, down to 126; in January it was 10 %.
TESTS = """\
period: 2026-01
defaults:
  baker: {rank: junior, wage: 1_015, hours: 99, since: 2025-12-31}
tests:
  january:
    given:
      baker:
        - {code: A}
        - {code: B, rank: senior, hours: 100}
        - {code: C, rank: chief, wage: 2_000, hours: 100}
        - {code: D, since: 2026-01-02, hours: 203}
        - {code: E, hours: 0}
        - {code: F, rank: chief, wage: 0}
        - {code: G, wage: 0}
    expect:
      baker:
        - {code: A, grade: plain, is_fine: tidak, pay: 101, first_day: 2026-01-01}
        - {code: B, pay: 601}
        - {code: C, grade: fine, pay: 2_500}
        - {code: D, pay: 7}
      blocked:
        - {code: E, reason: hours_known}
      rejected:
        - {table: baker, row: 6, column: wage, reason: rule}
      findings:
        - {finding: long_hours, code: D, amount: 3}
  rate:
    given:
      baker:
        - {code: A}
    periods:
      2026-01: {expect: {baker: [{code: A, pay: 101}]}}
      2026-02: {expect: {baker: [{code: A, pay: 126}]}}
"""


def write_bakery(folder: Path, tests: str = TESTS, rules: str = RULES) -> Path:
    """The pack with that test file."""
    (folder / "tests").mkdir(parents=True)
    files = {"pack": PACK, "rules": rules, "regulations": REGISTER, "outputs": OUTPUTS, "tests/bakery": tests}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
