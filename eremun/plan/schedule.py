"""From definitions to steps: as few passes over each grain as they allow, one group-by for each pair of grains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eremun.plan import nodes as n
from eremun.plan.definitions import Definition

Bucket = tuple[str, str, str, n.Match]
ORDER = {"derive": 0, "find": 1, "attach": 2, "aggregate": 3, "share": 4, "group": 5}


def schedule(definitions: Iterable[Definition]) -> list[n.Step]:
    """Steps that compute every definition after what it needs."""
    waiting = {(item.grain, item.name): item for item in definitions}
    steps: list[n.Step] = []
    while waiting:
        ready = [item for item in waiting.values() if not any(need in waiting for need in _needs(item))]
        bucket = _next(ready, waiting.values())
        items = [item for item in ready if _bucket(item) == bucket]
        steps.append(_step(bucket, items))
        for item in items:
            del waiting[item.grain, item.name]
    return steps


def _needs(item: Definition) -> Iterator[tuple[str, str]]:
    """What it is computed from, and the rows of the grains it stands on and comes from."""
    yield from item.needs
    if not isinstance(item.item, n.Group):
        yield from ((item.grain, ""), (item.target, ""))


def _bucket(item: Definition) -> Bucket:
    """What can be computed in one step: the kind of step, the grain, the other grain and how rows meet. A share,
    finding a row by its day and the rows of a group stand alone."""
    if isinstance(item.item, n.Share | n.Find | n.Group):
        return type(item.item).__name__.lower(), item.grain, item.name, item.match
    kinds: dict[type, str] = {n.Derived: "derive", n.Aggregated: "aggregate"}
    return kinds.get(type(item.item), "attach"), item.grain, item.target, item.match


def _next(ready: list[Definition], waiting: Iterable[Definition]) -> Bucket:
    """Derived columns first, then what can be attached or aggregated whole, then what can only be in part."""
    unready: dict[Bucket, int] = {}
    for item in waiting:
        unready[_bucket(item)] = unready.get(_bucket(item), 0) + 1
    for item in ready:
        unready[_bucket(item)] -= 1
    buckets = dict.fromkeys(_bucket(item) for item in ready)
    return min(buckets, key=lambda b: (b[0] != "derive", unready[b] > 0, ORDER[b[0]]))


def _step(bucket: Bucket, items: list[Definition]) -> n.Step:
    kind, grain, target, match = bucket
    if isinstance(items[0].item, n.Share | n.Find | n.Group):
        return items[0].item
    if kind == "derive":
        return n.Derive(grain, tuple(i.item for i in items if isinstance(i.item, n.Derived)))
    if kind == "attach":
        found = next((item.name for item in items if item.item is None), None)
        return n.Attach(grain, target, match, tuple(i.item for i in items if isinstance(i.item, n.Attached)), found)
    aggregated = tuple(i.item for i in items if isinstance(i.item, n.Aggregated))
    return n.Aggregate(grain, target, match, aggregated, items[0].largest)
