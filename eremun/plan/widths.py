"""How many bits each computed column needs, from the ranges of the inputs and the sizes of groups.

Every node gets an interval that holds all its values, whatever guards stand around it; what fits 64 bit is computed
in 64.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.plan import nodes as n
from eremun.plan.plan import Plan
from eremun.values.periods import FIRST_DAY, LAST_DAY

Range = tuple[int, int]
Column = tuple[str, str]
MOST_64 = 2**63 - 1
MOST_128 = 2**127 - 1
TRUTH: Range = (0, 1)
ROW_NUMBERS: Range = (0, 2**32)
DAYS: Range = (FIRST_DAY, LAST_DAY)
PARTS: dict[str, Range] = {"year": (1, 9999), "month": (1, 12), "day": (1, 31), "weekday": (1, 7)}
OTHERS = 1_000_000


@dataclass(frozen=True)
class Widths:
    """`wide`: (grain, column) whose node must be computed in 128 bit (operands cast first); all others fit 64 bit at
    every step. `stored`: those of them whose result needs 128 bit too; the rest are cast back to 64."""

    wide: frozenset[Column] = frozenset()
    stored: frozenset[Column] = frozenset()


@dataclass
class Bounds:
    """`columns`: what each column can be. `largest`: the largest number on the way to each computed one."""

    columns: dict[Column, Range] = field(default_factory=dict)
    largest: dict[Column, int] = field(default_factory=dict)

    def widths(self) -> Widths:
        wide = {column for column, most in self.largest.items() if most > MOST_64}
        return Widths(frozenset(wide), frozenset(c for c in wide if _size(self.columns[c]) > MOST_64))

    @property
    def most(self) -> int:
        return max(self.largest.values(), default=0)


def choose_widths(
    plan: Plan,
    heights: Mapping[str, int],
    measure: Callable[[n.Aggregate], int] | None = None,
    force: bool = False,
) -> Widths:
    """The widths for tables of these heights (rows that stand). Where heights alone do not prove 64 bit enough,
    `measure` tells the most rows of one group of an aggregate. Refused where 128 bit would not be enough."""
    _refuse_too_many_pairs(plan, heights)
    by_height = bounds(plan, lambda step: _rows(plan, step, heights))
    if by_height.most > MOST_64 and measure is not None:
        by_height = bounds(plan, lambda step: min(_rows(plan, step, heights), measure(step)))
    if by_height.most > MOST_128:
        raise _too_large(plan, *next(c for c, most in by_height.largest.items() if most > MOST_128))
    found = by_height.widths()
    return Widths(frozenset(by_height.largest), found.stored) if force else found


def _too_large(plan: Plan, grain: str, column: str) -> Refused:
    """Told at the rule; at the pack where it is a part that has no name there."""
    pack = plan.checked.pack
    rule = pack.rules.get((grain, column))
    places = () if rule is None else (rule.span,)
    sources = {document.file: document.text for document in pack.documents}
    return Refused(fault("E605", *places, at=pack.name, grain=grain, column=column), sources=sources)


def _rows(plan: Plan, step: n.Aggregate, heights: Mapping[str, int]) -> int:
    """The most rows of one group that keys and table heights allow."""
    height = most_rows(plan, step, heights)
    return height if step.largest is None else min(height, step.largest)


def most_rows(plan: Plan, step: n.Aggregate, heights: Mapping[str, int]) -> int:
    """The most rows of one group that the heights of tables allow. Of the pairs of a row there are as many as rows of
    the other table."""
    pairs, group = plan.checked.pack.pairs.get(step.over), plan.checked.pack.groups.get(step.over)
    if pairs is None:
        return heights.get(group.of if group is not None else step.over, 1)
    others = [name for name in pairs.each if step.match.theirs != (f"@{name}",)]
    return prod(heights.get(name, 1) for name in others)


def _refuse_too_many_pairs(plan: Plan, heights: Mapping[str, int]) -> None:
    """Rows are counted with 32 bit."""
    for pairs in plan.checked.pack.pairs.values():
        rows = prod(heights.get(name, 0) for name in pairs.each)
        if rows >= ROW_NUMBERS[1] - 1:
            sources = {document.file: document.text for document in plan.checked.pack.documents}
            raise Refused(fault("E606", pairs.span, name=pairs.name, rows=rows), sources=sources)


def bounds(plan: Plan, rows: Callable[[n.Aggregate], int]) -> Bounds:
    """The ranges of all columns where no group of an aggregate has more rows than `rows` says."""
    found = Bounds()
    for step in plan.steps:
        _STEPS[type(step)](step, found, rows)
    return found


def is_wide(node: n.Node, source: n.Source) -> bool:
    """Whether a formula on the stored columns of an input needs 128 bit. Refused where that would not be enough."""
    found = Bounds()
    _source(source, found, None)
    scan = _Scan(found, source.grain)
    scan.of(node)
    if scan.largest > MOST_128:
        raise Refused(fault("E605", at=source.grain, grain=source.grain, column="require"))
    return scan.largest > MOST_64


def limits(plan: Plan) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    """For each aggregate whose keys do not bound it, as (grain, over): the most rows per group with which everything
    fits 64 bit, and 128 bit, other such groups having a million rows. None: not even one."""
    found: dict[tuple[str, str], tuple[int | None, int | None]] = {}
    for step in plan.steps:
        if isinstance(step, n.Aggregate) and step.largest is None:
            found[step.grain, step.over] = _limit(plan, step, MOST_64), _limit(plan, step, MOST_128)
    return found


def _limit(plan: Plan, step: n.Aggregate, most: int) -> int | None:
    def fits(rows: int) -> bool:
        def size(other: n.Aggregate) -> int:
            return rows if other == step else OTHERS if other.largest is None else other.largest

        return bounds(plan, size).most <= most

    if not fits(1):
        return None
    low, high = 1, 2
    while high < MOST_128 and fits(high):
        low, high = high, high * 16
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


# Steps


def _source(step: n.Source, found: Bounds, _rows: object) -> None:
    for column in step.columns:
        low, high = column.low, column.high
        found.columns[step.grain, column.name] = (min(low, 0), max(high, 0)) if column.optional else (low, high)


def _single(step: n.Single, found: Bounds, _rows: object) -> None:
    found.columns.update({(step.grain, "start"): DAYS, (step.grain, "end"): DAYS, (step.grain, "days"): (28, 31)})


def _group(step: n.Group, found: Bounds, _rows: object) -> None:
    for key in step.keys:
        found.columns[step.grain, key] = _column(found, step.of, key)


def _pair(step: n.Pair, found: Bounds, _rows: object) -> None:
    found.columns.update({(step.grain, f"@{name}"): ROW_NUMBERS for name in (step.first, step.second)})


def _derive(step: n.Derive, found: Bounds, _rows: object) -> None:
    for item in step.items:
        scan = _Scan(found, step.grain)
        found.columns[step.grain, item.name] = scan.of(item.node)
        found.largest[step.grain, item.name] = scan.largest  # of a truth too: it compares numbers


def _find(step: n.Find, found: Bounds, _rows: object) -> None:
    found.columns[step.grain, step.name] = -1, ROW_NUMBERS[1]


def _attach(step: n.Attach, found: Bounds, _rows: object) -> None:
    always = step.match.certain or not step.match.theirs
    for item in step.items:
        low, high = _column(found, step.target, item.source)
        found.columns[step.grain, item.name] = (low, high) if always else (min(low, 0), max(high, 0))


def _aggregate(step: n.Aggregate, found: Bounds, rows: Callable[[n.Aggregate], int]) -> None:
    most = rows(step)
    for item in step.items:
        scan = _Scan(found, step.over)
        for node in (item.value, item.where):
            if node is not None:
                scan.of(node)
        result = _aggregated(item, scan, most)
        found.columns[step.grain, item.name] = result
        found.largest[step.grain, item.name] = max(scan.largest, _size(result))


def _aggregated(item: n.Aggregated, scan: _Scan, most: int) -> Range:
    if item.word == "any":
        return TRUTH
    if item.word == "count":
        return 0, most
    assert item.value is not None
    low, high = scan.of(item.value)
    if item.word == "bit_or":
        return low, _all_bits(high)
    times = most if item.word == "sum" else 1
    return min(low * times, 0), max(high * times, 0)


def _share(step: n.Share, found: Bounds, _rows: object) -> None:
    """A part lies between 0 and the amount. On the way: the product, and with it the total, since what a division
    leaves is less; the sum of whole parts, which for an amount below 0 lies below it by one a row."""
    low, high = _column(found, step.grain, step.units)
    units, weight, total = (_size(_column(found, step.grain, name)) for name in (step.units, step.weight, step.total))
    found.columns[step.grain, step.name] = min(low, 0), max(high, 0)
    found.largest[step.grain, step.name] = max(units * weight + total, units + ROW_NUMBERS[1])


_STEPS: dict[type, Callable[..., None]] = {
    n.Source: _source,
    n.Single: _single,
    n.Group: _group,
    n.Pair: _pair,
    n.Derive: _derive,
    n.Find: _find,
    n.Attach: _attach,
    n.Aggregate: _aggregate,
    n.Share: _share,
}


def _column(found: Bounds, grain: str, name: str) -> Range:
    known = found.columns.get((grain, name))
    if known is not None:
        return known
    counted = name.startswith("rejected(") or (name.startswith("@") and not name.endswith("?"))
    return ROW_NUMBERS if counted else TRUTH


def _size(found: Range) -> int:
    return max(abs(found[0]), abs(found[1]))


# Nodes


class _Scan:
    """The interval of a node, and `largest`: the largest number of any node within it."""

    def __init__(self, found: Bounds, grain: str) -> None:
        self.found, self.grain, self.largest = found, grain, 0
        self.known: dict[n.Node, Range] = {}

    def of(self, node: n.Node) -> Range:
        if node not in self.known:
            result = self.compute(node)
            self.largest = max(self.largest, _size(result))
            self.known[node] = result
        return self.known[node]

    def compute(self, node: n.Node) -> Range:
        match node:
            case n.Const(value=value):
                number = int(value) if isinstance(value, int) else 0
                return number, number
            case n.Column(name=name):
                return _column(self.found, self.grain, name)
            case n.Add(parts=parts):
                found = [self.of(part) for part in parts]
                return self.partial_sums(found)
            case n.Subtract(left=left, right=right):
                (a, b), (c, d) = self.of(left), self.of(right)
                return a - d, b - c
            case n.Multiply(left=left, right=right):
                ends = [x * y for x, y in product(self.of(left), self.of(right))]
                return min(ends), max(ends)
            case n.Divide(left=left, right=right):
                return self.divide(left, right)
            case n.Least(parts=parts):
                found = [self.of(part) for part in parts]
                return min(low for low, _ in found), min(high for _, high in found)
            case n.Greatest(parts=parts):
                found = [self.of(part) for part in parts]
                return max(low for low, _ in found), max(high for _, high in found)
            case n.Choose(then=then, otherwise=otherwise):
                self.of(node.condition)
                (a, b), (c, d) = self.of(then), self.of(otherwise)
                return min(a, c), max(b, d)
            case n.Cells(value=value, cells=cells) | n.Steps(value=value, thresholds=cells):
                self.of(value)
                self.largest = max(self.largest, *(abs(key) for key, _ in cells), 0)
                values = [node.otherwise, *(cell for _, cell in cells)]
                return min(values), max(values)
        return self.other(node)

    def other(self, node: n.Node) -> Range:
        match node:
            case n.BitOr(parts=parts):
                return 0, max(_all_bits(self.of(part)[1]) for part in parts)
            case n.DatePart(word=word, value=value):
                self.of(value)
                return PARTS[word]
            case n.ToDate(value=value):
                self.of(value)
                return DAYS
            case n.Compare(left=left, right=right):
                self.of(left)
                self.of(right)
            case n.And(parts=parts) | n.Or(parts=parts):
                for part in parts:
                    self.of(part)
            case n.Not(part=inner):
                self.of(inner)
            case n.IsIn(value=inner) | n.IsDate(value=inner):
                self.of(inner)
        return TRUTH

    def partial_sums(self, found: list[Range]) -> Range:
        """Sums are worked out from the left; each on the way must fit too."""
        low, high = found[0]
        for a, b in found[1:]:
            low, high = low + a, high + b
            self.largest = max(self.largest, abs(low), abs(high))
        return low, high

    def divide(self, left: n.Node, right: n.Node) -> Range:
        """Quotients by at least 1; rounding adds at most 1."""
        (low, high), (least, most) = self.of(left), self.of(right)
        least, most = max(least, 1), max(most, 1)
        ends = [low // least, low // most, high // least, high // most]
        known = self.at_most(left, right)
        top = max(ends) if known is None else min(max(ends), known)
        return min(min(ends), top), top + 1

    def at_most(self, left: n.Node, right: n.Node) -> int | None:
        """What left / right cannot exceed because left is capped by a multiple of right itself."""
        if left == right:
            return 1
        if isinstance(left, n.Least):
            capped = [found for part in left.parts if (found := self.at_most(part, right)) is not None]
            return min(capped, default=None)
        if isinstance(left, n.Multiply):
            for part, times in ((left.left, left.right), (left.right, left.left)):
                found, (low, high) = self.at_most(part, right), self.of(times)
                if found is not None and low >= 0:
                    return max(found, 0) * high
        return None


def _all_bits(high: int) -> int:
    """The largest number with no more bits than this one."""
    return (1 << max(high, 0).bit_length()) - 1
