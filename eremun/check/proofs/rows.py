"""Counts and sums over rows: of two, which is at most the other because every row of the one has a row of the other.

Keys imply it: two rows of one key that agree in all its columns but one lead to different rows by that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.check import typed as t
from eremun.check.checked import CheckedPack
from eremun.check.proofs.atoms import Value, at_least_0, moved
from eremun.check.reads import shape, walk

LAW = (t.ParameterRead, t.TableRead, t.Aggregate, t.Paid, t.RejectedRows)


def is_at_most(checked: CheckedPack, one: Value, other: Value) -> bool:
    """Whether a count (a sum of what is never below 0) is at most another for what keys and relations say."""
    few, many = one.node, other.node
    if not isinstance(few, t.Aggregate) or not isinstance(many, t.Aggregate):
        return False
    if few.word != many.word or few.word not in ("count", "sum"):
        return False
    if few.over == many.over:
        same_rows = many.via == t.PERIOD or (few.via == many.via and one.place == other.place)
        return same_rows and _within(checked, few, many, None)
    return many.via == t.PERIOD and any(
        _within(checked, few, many, relation) for relation in _one_to_one(checked, few, many.over)
    )


def _one_to_one(checked: CheckedPack, few: t.Aggregate, target: str) -> Iterator[str]:
    """The required relations by which different rows that are counted lead to different rows of the target."""
    key = set(checked.keys[few.over])
    fixed = _fixed(checked, few)
    for relation in checked.relations[few.over].values():
        plain = relation.required and not relation.as_of and relation.target == target
        if key and plain and key <= {*fixed, *relation.columns}:
            yield relation.name


def _fixed(checked: CheckedPack, few: t.Aggregate) -> tuple[str, ...]:
    """The columns that are alike in all rows that are counted: those by which they lead to one row."""
    if few.via == t.PERIOD:
        return ()
    relation = checked.relations[few.over][few.via]
    return () if relation.as_of else relation.columns


def _within(checked: CheckedPack, few: t.Aggregate, many: t.Aggregate, relation: str | None) -> bool:
    """Whether the rows of the one that count lead to rows of the other that count, with the same value."""
    known = {shape(part) for part in _conditions(few.where)}
    wanted = [part if relation is None else moved(part, relation) for part in _conditions(many.where)]
    if any(_reads_law(part) or shape(part) not in known for part in wanted):
        return False
    if few.value is None or many.value is None:
        return few.value is many.value
    value = many.value if relation is None else moved(many.value, relation)
    return at_least_0(checked.ranges.of(many.value)) and not _reads_law(value) and shape(few.value) == shape(value)


def _conditions(where: t.Typed | None) -> tuple[t.Typed, ...]:
    """The conditions that all hold where this one does."""
    if where is None:
        return ()
    return where.parts if isinstance(where, t.Junction) and where.word == "and" else (where,)


def _reads_law(node: t.Typed) -> bool:
    """Whether it depends on more than the row's own values: on the day whose law holds, or on who is asked."""
    return any(isinstance(part, LAW) for part in walk(node))
