"""What the steps of a plan read: receives steps, gives for each place in the plan the columns still needed after it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from eremun.plan import nodes as n

Needs = dict[str, frozenset[object]]  # grain -> names of columns, and tuples of names that are looked up together


def needs(steps: Sequence[n.Step], wanted: Mapping[str, Collection[str]]) -> list[Needs]:
    """Element i: what step i and those after it read, and what is wanted at the end."""
    found: list[Needs] = [{grain: frozenset(names) for grain, names in wanted.items()}]
    for step in reversed(steps):
        now = dict(found[-1])
        for grain, names in _reads(step):
            now[grain] = now.get(grain, frozenset()) | names
        found.append(now)
    return found[::-1]


def _reads(step: n.Step) -> Iterator[tuple[str, Set[object]]]:
    match step:
        case n.Group(_, of, keys):
            yield of, {*keys, keys}
        case n.Derive(grain, items):
            for item in items:
                yield grain, columns_of(item.node)
        case n.Attach(grain, target, match, items):
            yield grain, {*match.own, match.own}
            yield target, {*match.theirs, match.theirs, *(item.source for item in items)}
        case n.Aggregate(grain, over, match, rows):
            yield grain, {*match.own, match.own}
            yield over, {*match.theirs, match.theirs}
            for row in rows:
                yield over, columns_of((row.value, row.where))


def columns_of(node: object) -> Set[object]:
    """The names of the columns a node reads."""
    if isinstance(node, n.Column):
        return {node.name}
    if isinstance(node, tuple):
        return set().union(*(columns_of(part) for part in node))
    return set().union(*(columns_of(getattr(node, name)) for name in getattr(node, "__slots__", ())))
