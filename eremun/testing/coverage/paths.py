"""The people of a month whose amounts came about on a way that no case takes.

A step is one rule on one row with its choices: rows of tables, the exception, branches of `if`. A person's way is all
steps down from his outputs and promises; it is new where one of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eremun.check.checked import CheckedPack
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.steps import Row
from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.testing.came import FromEvaluation
from eremun.testing.coverage.covering import Bench, deep
from eremun.testing.coverage.watching import Branch, Step, Watched
from eremun.testing.coverage.written import row_text, words_at
from eremun.testing.names import key_of


@dataclass(frozen=True)
class NewStep:
    """A step that no case takes, and whom it led to: the keys of the people, in the order of the data."""

    step: Step
    people: tuple[str, ...]


@dataclass(frozen=True)
class NewPaths:
    """`people` of `of` came a way that no case takes; `steps`: those on it that are new, the most travelled first."""

    people: tuple[str, ...]
    of: int
    steps: tuple[NewStep, ...]


def new_paths(plan: Plan, inputs: Inputs, benches: Sequence[Bench]) -> NewPaths:
    """The ways of the people of a month that are none of the cases'."""
    known = frozenset[Step]().union(*(bench.steps for bench in benches))
    world = Watched(plan, inputs)
    travelled: dict[Step, list[str]] = {}
    people: list[str] = []
    with deep(plan.checked):
        rows = world.rows.all(plan.person)
        for row in rows:
            new = world.steps_of(row) - known
            people += [_key(world, row)] if new else []
            for step in new:
                travelled.setdefault(step, []).append(_key(world, row))
    steps = (NewStep(step, tuple(found)) for step, found in travelled.items())
    order = {key: place for place, key in enumerate(plan.checked.order)}
    return NewPaths(tuple(people), len(rows), tuple(sorted(steps, key=lambda new: _rank(new, order))))


def step_words(checked: CheckedPack, step: Step, said: dict[str, str]) -> str:
    """The step: its rule, then its choices in the author's words. `said`: the words of the reader's language for
    exception, yes and no."""
    (grain, name), branches = step
    choices = [_branch(checked, branch, said) for branch in _in_order(branches)]
    return f"{grain}.{name}" + (f": {'; '.join(choices)}" if choices else "")


def _branch(checked: CheckedPack, branch: Branch, said: dict[str, str]) -> str:
    pack = checked.pack
    if branch.kind == "exception":
        return f"{said['exception']} {branch.name}"
    if branch.kind == "if":
        return f"if {words_at(pack, branch.span)}: {said['yes' if branch.holds else 'no']}"
    return ", ".join(_rows(checked, branch))


def _rows(checked: CheckedPack, branch: Branch) -> Iterator[str]:
    table = checked.pack.tables[branch.name]
    for row in (row for version in table.versions for row in version.content):
        if row.span == branch.span:
            yield row_text(checked.pack, table, row)


def _in_order(branches: Iterable[Branch]) -> list[Branch]:
    return sorted(branches, key=lambda branch: (branch.kind, branch.name, branch.span, branch.holds))


def _rank(new: NewStep, order: dict[tuple[str, str], int]) -> tuple[Any, ...]:
    """The most travelled first, then the deepest rule, then as its choices stand in the files."""
    key, branches = new.step
    choices = [(branch.kind, branch.name, branch.span, branch.holds) for branch in _in_order(branches)]
    return (-len(new.people), order[key], choices)


def _key(world: Evaluation, row: Row) -> str:
    came = FromEvaluation(world)
    names = key_of(world.checked.pack, row.grain)
    return "+".join(str(came.value(row.grain, row, name)) for name in names)
