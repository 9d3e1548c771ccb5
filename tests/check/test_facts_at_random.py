"""What conditions are taken to say, against rows: no row that meets a condition has a value that it is said to exclude."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.facts import NO_FACTS
from eremun.check.reads import shape, walk
from eremun.values.types import Kind
from tests.conformance.harness import MISSING, Park, decode

KINDS, NUMBERS, RULES = ("small", "large", "bus"), range(6), 300
WORDS = ("kind", "(okind default small)", "(okind default bus)", "(if n > 2 then kind else large)")


def condition(chance: random.Random, depth: int) -> str:
    form = chance.choice(("and", "or", "not", "leaf")) if depth else "leaf"
    if form == "not":
        return f"not ({condition(chance, depth - 1)})"
    if form in ("and", "or"):
        return "(" + f" {form} ".join(condition(chance, depth - 1) for _ in range(chance.randint(2, 3))) + ")"
    word, other, number = chance.choice(WORDS), chance.choice((*KINDS, "kind")), chance.choice(NUMBERS)
    return chance.choice(
        (
            f"{word} {chance.choice(('=', '!='))} {other}",
            f"{word} in [{', '.join(chance.sample((*KINDS, 'kind'), chance.randint(1, 2)))}]",
            f"n {chance.choice(('<', '<=', '=', '!=', '>=', '>'))} {chance.choice((number, 'm'))}",
            f"n in [{', '.join(map(str, chance.sample(NUMBERS, 2)))}]",
        )
    )


def test_what_conditions_leave_holds_of_every_row_that_meets_them(tmp_path: Path) -> None:
    chance = random.Random(28)
    rules = "".join(f"    r{i}:\n      formula: |\n        {condition(chance, 3)}\n" for i in range(RULES))
    rows = product(KINDS, (*KINDS, ""), NUMBERS, (1, 4))
    cars = [f"c{i} kind={k} n={n} m={m}" + (f" okind={o}" if o else "") for i, (k, o, n, m) in enumerate(rows)]
    world = Park(tmp_path).world(f"rules:\n  car:\n{rules}", car="\n".join(cars))
    values = decode(world.plan, "car", world.run("reference").frames["car"]).values()
    told = 0
    for name, holds in product((f"r{i}" for i in range(RULES)), (True, False)):
        met = [row for row in values if row[name] is holds]
        told += sum(narrowed(world.plan.checked, name, holds, met))
    assert told > RULES // 2  # else nothing was tried


def narrowed(checked: CheckedPack, name: str, holds: bool, met: Sequence[Mapping[str, Any]]) -> Iterator[bool]:
    """For each column that the condition reads, whether it is said to be less than any, after a look at the rows."""
    formula, ranges = checked.rules["car", name].formula, checked.ranges
    facts = ranges.facts(formula, holds, NO_FACTS)
    for node in {shape(node): node for node in walk(formula) if isinstance(node, t.Read)}.values():
        found = [row[node.name] for row in met if row[node.name] != MISSING]
        if node.type.kind is Kind.ENUM:
            left = ranges.words.of(node, facts)
            assert left.issuperset(found)
            yield left != frozenset(KINDS)
        else:
            within = ranges.of(node, facts)
            assert all(within.holds(Fraction(value)) for value in found)
            yield within != ranges.of(node)
