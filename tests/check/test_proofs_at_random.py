"""What is said proven of packs at random, and the narrower ranges it rests on, beside every row of data at random, worked
out by the reference engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.proofs.atoms import NUMBERS, Atoms
from eremun.check.proofs.case import Case
from eremun.check.proofs.promises import refine, row_of
from eremun.check.proofs.prover import Prover
from eremun.engines.reference.outcomes import Faults, Missing
from eremun.engines.reference.rules import Evaluation
from eremun.values.types import BOOLEAN, Kind
from tests.conformance.harness import World
from tests.properties.test_engines_agree import worlds

PACKS = 60
STEPS = 300
Condition = tuple[str, t.Typed]


def conditions(checked: CheckedPack) -> Iterator[Condition]:
    """The promise, rules that are conditions, and each pair of numbers of one grain compared."""
    yield from zip((promise.grain for promise in checked.pack.ensures), checked.ensures, strict=True)
    numbers: dict[str, list[t.Read]] = {}
    for rule in checked.rules.values():
        at = rule.formula.span
        if rule.type.kind is Kind.BOOLEAN and not rule.exceptions:
            yield rule.grain, rule.formula
        if rule.type.kind is Kind.NUMBER:
            numbers.setdefault(rule.grain, []).append(t.Read((), rule.grain, rule.name, rule.type, at))
    for grain, reads in numbers.items():
        for one, other in permutations(reads, 2):
            yield grain, t.Compare(">=", one, other, BOOLEAN, one.span)
            yield grain, t.Compare("!=", one, other, BOOLEAN, one.span)


def contradicted(found: World, tally: Counter[str]) -> Iterator[str]:
    checked, world = found.plan.checked, Evaluation(found.plan, found.inputs, indexed=True)
    atoms = Atoms(checked)
    for key in checked.order:
        refine(atoms, checked.rules[key])
    for (grain, name), range_ in atoms.refined.items():
        assert checked.rules[grain, name].type.kind in NUMBERS
        values = [world.value(row, name) for row in world.rows.all(grain)]
        there = [value for value in values if not isinstance(value, Faults | Missing)]
        tally["values"] += len(there)
        yield from (f"{grain}.{name} = {value}, not in {range_}" for value in there if not range_.holds(value))  # type: ignore[arg-type]
    for grain, condition in conditions(checked):
        for wanted in (True, False):
            if Prover(atoms, STEPS).holds(condition, row_of(grain), Case(atoms), wanted):
                tally["proven"] += 1
                rows = [world.formula(condition, row) for row in world.rows.all(grain)]
                yield from (
                    f"{condition} is {row}" for row in rows if not isinstance(row, Faults) and row is not wanted
                )


def test_nothing_proven_is_contradicted() -> None:
    tally: Counter[str] = Counter()
    for seed, found in worlds(PACKS):
        assert list(contradicted(found, tally)) == [], seed
    assert tally["values"] > 150
    assert tally["proven"] > 10
