"""The steps of a plan in an order that costs little: what is not needed left out, what can be done at once together.

A block adds columns to the frame of one grain. All columns made by one join or one pass over the finer rows stand in
one block where what they read allows it, since every block of those kinds costs a join.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from eremun.plan.node_parts import columns_in
from eremun.plan.nodes import (
    Aggregate,
    Aggregated,
    Attach,
    Derive,
    Find,
    Group,
    Pair,
    Share,
    Single,
    Source,
    Step,
)

Place = tuple[str, str]
"""A column of a grain."""


@dataclass(frozen=True)
class Block:
    """`step` with the items done together; `totals`: those of a group that are computed while it is formed.
    `before`: the block before it on the same grain, `read`: that of the other grain it reads; of pairs, that of the one
    grain and that of the other; places in the list."""

    step: Step
    totals: tuple[Aggregated, ...]
    before: int | None
    read: int | None


@dataclass(frozen=True)
class _Item:
    """One column to be made. `family`: what it can be made together with; `step`: its step, with it alone."""

    makes: frozenset[Place]
    needs: frozenset[Place]
    family: tuple[object, ...]
    step: Step


@dataclass
class _Board:
    """What is done, and what is still to do, in the order of the plan."""

    waiting: list[_Item]
    done: set[Place] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    latest: dict[str, int] = field(default_factory=dict)

    def ready(self, item: _Item) -> bool:
        return item.needs <= self.done


def schedule(steps: Iterable[Step], wanted: Mapping[str, Set[str]]) -> list[Block]:
    """The blocks that make the wanted columns of each grain."""
    items = _items(steps)
    board = _Board(_needed(items, {(grain, name) for grain, names in wanted.items() for name in names}))
    while board.waiting:
        _put(board, _next(board))
    return board.blocks


def _items(steps: Iterable[Step]) -> list[_Item]:
    items: list[_Item] = []
    groups: dict[str, Group] = {}
    for step in steps:
        if isinstance(step, Group):
            groups[step.grain] = step
        items += _items_of(step, groups)
    return items


def _items_of(step: Step, groups: Mapping[str, Group]) -> list[_Item]:
    match step:
        case Source() | Single():
            return [_Item(_delivered(step), frozenset(), ("rows", step.grain), step)]
        case Group():
            makes = _places(step.grain, {*step.keys, "@row", ""})
            return [_Item(makes, _places(step.of, step.keys), ("group", step.grain), step)]
        case Pair():
            needs = _places(step.first, {"@row", ""}) | _places(step.second, {"@row", ""})
            makes = _places(step.grain, {f"@{step.first}", f"@{step.second}", "@row", ""})
            return [_Item(makes, needs, ("rows", step.grain), step)]
        case Derive():
            return [
                _Item(_places(step.grain, {item.name}), _places(step.grain, columns_in(item.node)) | _rows(step.grain),
                      ("derive", step.grain), replace(step, items=(item,)))
                for item in step.items
            ]  # fmt: skip
        case Find():
            needs = _places(step.grain, {*step.match.own, step.day}) | _rows(step.grain)
            needs |= _places(step.target, {*step.match.theirs, step.first, step.last}) | _rows(step.target)
            return [_Item(_places(step.grain, {step.name}), needs, ("find", step.grain, step.name), step)]
        case Attach():
            return _attached(step)
        case Aggregate():
            return [_aggregated(step, item, groups) for item in step.items]
        case Share():
            needs = _places(step.grain, step.columns) | _rows(step.grain)
            return [_Item(_places(step.grain, {step.name}), needs, ("share", step.grain, step.name), step)]


def _delivered(step: Source | Single) -> frozenset[Place]:
    if isinstance(step, Single):
        return _places(step.grain, {"start", "end", "days", "name", "@row", ""})
    names = {item.name for item in step.columns} | {f"{item.name}?" for item in step.columns if item.optional}
    names |= {f"@{target}" for target in step.references} | {f"rejected({other})" for other in step.rejected}
    return _places(step.grain, names | {"@row", ""})


def _attached(step: Attach) -> list[_Item]:
    """`found` is an item of its own."""
    family = ("attach", step.grain, step.target, step.match)
    matched = _places(step.grain, step.match.own) | _places(step.target, step.match.theirs)
    matched |= _rows(step.grain) | _rows(step.target)
    items = [
        _Item(_places(step.grain, {item.name}), matched | _places(step.target, {item.source}), family,
              replace(step, items=(item,), found=None))
        for item in step.items
    ]  # fmt: skip
    found = [_Item(_places(step.grain, {step.found}), matched, family, replace(step, items=()))] if step.found else []
    return items + found


def _aggregated(step: Aggregate, item: Aggregated, groups: Mapping[str, Group]) -> _Item:
    needs = _places(step.over, {*step.match.theirs, *columns_in(item.value, item.where)})
    makes = _places(step.grain, {item.name})
    alone = replace(step, items=(item,))
    group = groups.get(step.grain)
    own = step.match.own
    if group and group.of == step.over and own == step.match.theirs and sorted(own) == sorted(group.keys):
        return _Item(makes, needs | _rows(step.over), ("group", step.grain), alone)
    needs |= _places(step.grain, own) | _rows(step.grain) | _rows(step.over)
    return _Item(makes, needs, ("aggregate", step.grain, step.over, step.match), alone)


def _places(grain: str, names: Iterable[str]) -> frozenset[Place]:
    return frozenset((grain, name) for name in names)


def _rows(grain: str) -> frozenset[Place]:
    """That the rows of the grain are there at all."""
    return frozenset({(grain, "")})


def _needed(items: list[_Item], wanted: set[Place]) -> list[_Item]:
    """The items that lead to what is wanted, in their order; a plan makes everything before it reads it."""
    needed = wanted | {(grain, "") for grain, _ in wanted}
    kept: list[_Item] = []
    for item in reversed(items):
        if item.makes & needed:
            needed |= item.needs
            kept.append(item)
    return kept[::-1]


def _next(board: _Board) -> list[_Item]:
    """What to do at once: formulas as soon as they can be; of joins one that leaves nothing of its kind for later."""
    families: dict[tuple[object, ...], list[_Item]] = {}
    for item in board.waiting:
        families.setdefault(item.family, []).append(item)
    ready = {family: [item for item in items if board.ready(item)] for family, items in families.items()}
    can = [family for family in families if ready[family]]
    if not can:
        waiting = sorted(place for item in board.waiting for place in item.makes)
        raise RuntimeError(f"steps that wait for each other: {waiting}")
    return ready[min(can, key=lambda family: _later(family, families[family], ready[family]))]


def _later(family: tuple[object, ...], items: list[_Item], ready: list[_Item]) -> int:
    return -1 if family[0] in ("rows", "derive") else len(items) - len(ready)


def _put(board: _Board, items: list[_Item]) -> None:
    block = _block(board, [item.step for item in items])
    board.latest[block.step.grain] = len(board.blocks)
    board.blocks.append(block)
    board.done.update(place for item in items for place in item.makes)
    board.waiting = [item for item in board.waiting if item not in items]


def _block(board: _Board, steps: list[Step]) -> Block:
    first = steps[0]
    before = board.latest.get(first.grain)
    aggregated = tuple(item for step in steps if isinstance(step, Aggregate) for item in step.items)
    match first:
        case Source() | Single():
            return Block(first, (), None, None)
        case Group():
            return Block(first, aggregated, None, board.latest[first.of])
        case Pair():
            return Block(first, (), board.latest[first.first], board.latest[first.second])
        case Derive():
            derived = tuple(item for step in steps if isinstance(step, Derive) for item in step.items)
            return Block(replace(first, items=derived), (), before, None)
        case Aggregate():
            return Block(replace(first, items=aggregated), (), before, board.latest[first.over])
        case Find():
            return Block(first, (), before, board.latest[first.target])
        case Attach():
            return Block(_attach(first, steps), (), before, board.latest[first.target])
        case Share():
            return Block(first, (), before, None)


def _attach(first: Attach, steps: list[Step]) -> Attach:
    attaches = [step for step in steps if isinstance(step, Attach)]
    found = [step.found for step in attaches if step.found is not None]
    items = tuple(item for step in attaches for item in step.items)
    return replace(first, items=items, found=max(found, default=None))
