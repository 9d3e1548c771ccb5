"""What the steps of a plan read: receives steps and what is wanted at the end.

Gives the steps that lead to it, each with the items that do, and for each place among them the columns still needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from eremun.plan import nodes as n
from eremun.plan.node_parts import columns_in

Needs = Mapping[str, Set[object]]  # grain -> names of columns, and tuples of names that rows are found by


def needed_steps(
    steps: Sequence[n.Step], wanted: Mapping[str, Collection[str]]
) -> tuple[list[n.Step], list[dict[str, frozenset[object]]]]:
    """The steps that count, and as element i what step i and those after it read; the last is what is wanted."""
    needs: list[dict[str, frozenset[object]]] = [{grain: frozenset(names) for grain, names in wanted.items()}]
    kept: list[n.Step] = []
    for whole in reversed(steps):
        step = _part(whole, needs[-1])
        if step is None:
            continue
        now = dict(needs[-1])
        for grain, names in _reads(step):
            now[grain] = now.get(grain, frozenset()) | names
        kept.append(step)
        needs.append(now)
    return kept[::-1], needs[::-1]


def _part(step: n.Step, needs: Needs) -> n.Step | None:
    """The step with the items that are needed; None where it is not needed at all."""
    if step.grain not in needs:
        return None
    names = needs[step.grain]
    match step:
        case n.Derive():
            derived = tuple(item for item in step.items if item.name in names)
            return replace(step, items=derived) if derived else None
        case n.Attach():
            attached = tuple(item for item in step.items if item.name in names)
            found = step.found if step.found in names else None
            return replace(step, items=attached, found=found) if attached or found else None
        case n.Aggregate():
            rows = tuple(item for item in step.items if item.name in names)
            return replace(step, items=rows) if rows else None
        case n.Share() | n.Find():
            return step if step.name in names else None
    return step


def _reads(step: n.Step) -> Iterator[tuple[str, Set[object]]]:
    match step:
        case n.Group(_, of, keys):
            yield of, {*keys, keys}
        case n.Pair(_, first, second):
            yield first, set()
            yield second, set()
        case n.Derive(grain, items):
            yield grain, set(columns_in(*(item.node for item in items)))
        case n.Find(grain, _, target, match):
            yield grain, {*match.own, step.day}
            yield target, {*match.theirs, step.first, step.last}
        case n.Attach(grain, target, match, items):
            yield grain, {*match.own, match.own}
            yield target, {*match.theirs, match.theirs, *(item.source for item in items)}
        case n.Aggregate(grain, over, match, rows):
            yield grain, {*match.own, match.own}
            yield over, {*match.theirs, match.theirs}
            yield over, set(columns_in(*(node for row in rows for node in (row.value, row.where))))
        case n.Share():
            yield step.grain, set(step.columns)
