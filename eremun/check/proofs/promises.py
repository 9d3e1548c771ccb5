"""The door: which promises of a pack are proven.

On the way the ranges of the rules that promises read are made narrower: over the rows of tables that are read together,
and where a value is shown not to be below 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from eremun.check import typed as t
from eremun.check.checked import CheckedPack, CheckedRule
from eremun.check.graph import RuleKey, items_read
from eremun.check.proofs.atoms import NUMBERS, Atoms, Place
from eremun.check.proofs.case import Case
from eremun.check.proofs.polynomial import single
from eremun.check.proofs.prover import Prover
from eremun.check.proofs.tables import row_cases
from eremun.values.intervals import Interval, exactly

STEPS = 2500  # terms of polynomials, for a promise
STEPS_OF_SIGN = 300  # for whether a rule's value is below 0


@lru_cache(maxsize=4)
def proven(checked: CheckedPack) -> frozenset[int]:
    """The places, in the order of the pack's promises, of those that nobody can break."""
    atoms = Atoms(checked)
    for key in rules_read(checked, checked.ensures):
        refine(atoms, checked.rules[key])
    return frozenset(place for place in range(len(checked.ensures)) if _is_proven(atoms, checked, place))


def _is_proven(atoms: Atoms, checked: CheckedPack, place: int) -> bool:
    row = row_of(checked.pack.ensures[place].grain)
    return Prover(atoms, STEPS).holds(checked.ensures[place], row, Case(atoms))


def row_of(grain: str) -> Place:
    """The row that a formula on the grain stands on."""
    return Place((t.PERIOD,) if grain == t.PERIOD else (), grain)


def rules_read(checked: CheckedPack, formulas: Iterable[t.Typed]) -> list[RuleKey]:
    """The rules that the formulas read, and those that these read, each after what it reads."""
    open_ = [key for key in items_read(list(formulas), checked.structure) if key in checked.rules]
    found: set[RuleKey] = set()
    while open_:
        key = open_.pop()
        if key in found:
            continue
        found.add(key)
        rule = checked.rules[key]
        parts = [rule.formula, *(part for item in rule.exceptions for part in (item.when, item.formula))]
        open_ += [read for read in items_read(parts, checked.structure) if read in checked.rules]
    return [key for key in checked.order if key in found]


def refine(atoms: Atoms, rule: CheckedRule) -> None:
    """What the rule's value can be, narrower than its range where that is easily told."""
    if rule.type.kind not in NUMBERS or isinstance(rule.formula, t.Share):
        return
    key, ranges = (rule.grain, rule.name), atoms.checked.ranges
    found = ranges.rules[key]
    over_rows = _over_rows(atoms, rule)
    if over_rows is not None:
        found = found.meet(over_rows if rule.rounding is None else ranges.rounded(over_rows, rule.rounding))
    atoms.refined[key] = found
    value = Case(atoms).polynomial(rule.formula, row_of(rule.grain))
    if rule.rounding is None and not rule.exceptions and value.alone is not None:
        atoms.same.add(key)
    if (found.low is None or found.low < 0) and (found.high is None or found.high > 0):
        read = t.Read((), rule.grain, rule.name, rule.type, rule.formula.span)
        itself = single(atoms.atom(read, row_of(rule.grain)))
        if Prover(atoms, STEPS_OF_SIGN).at_least_0(itself, Case(atoms)):
            atoms.refined[key] = found.greatest(exactly(0))


def _over_rows(atoms: Atoms, rule: CheckedRule) -> Interval | None:
    """The range over the rows of the tables that its formula reads; None where it reads no table."""
    case = Case(atoms)
    value = case.polynomial(rule.formula, row_of(rule.grain))
    cases = None if rule.exceptions else row_cases(value, case)
    if not cases:
        return None
    first, *rest = [one.of(value) for one in cases]
    for other in rest:
        first = first.join(other)
    return first
