"""A plan as text, stable enough to review and to hash: every node, and with it its width, every aggregate's limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eremun.plan import nodes as n
from eremun.plan.plan import Plan
from eremun.plan.widths import OTHERS, Bounds, bounds, limits

Limits = Mapping[tuple[str, str], tuple[int | None, int | None]]


def plan_text(plan: Plan) -> str:
    """The plan, step by step, with widths and limits. Widths are those with a million rows in each group that no key
    bounds."""
    return _text(plan, bounds(plan, lambda step: OTHERS if step.largest is None else step.largest), limits(plan))


def program_text(plan: Plan) -> str:
    """The plan without widths and limits, which follow from it: what its hash covers."""
    return _text(plan, None, {})


def _text(plan: Plan, found: Bounds | None, limited: Limits) -> str:
    lines = [f"plan {plan.checked.pack.name} {plan.period.name}", f"person {plan.person}"]
    lines += [f"bit {place} {reason}" for place, reason in enumerate(plan.faults)]
    for step in plan.steps:
        lines.append("")
        lines.extend(_step(step, found, limited))
    return "\n".join(lines) + "\n"


def _step(step: n.Step, found: Bounds | None, limited: Limits) -> Iterator[str]:
    match step:
        case n.Single(grain=grain):
            yield f"single {grain}"
        case n.Source():
            yield f"source {step.grain}"
            for column in step.columns:
                bounds_of = f" {column.low}..{column.high}" if column.high > 1 else ""
                yield f"  {column.name}{'?' if column.optional else ''}: {column.kind.value}{bounds_of}"
            yield from (f"  @{name}" for name in step.references)
            yield from (f"  rejected({name})" for name in step.rejected)
        case n.Group():
            yield f"group {step.grain} of {step.of} by {', '.join(step.keys)}"
        case n.Pair():
            yield f"pair {step.grain} of each {step.first} with each {step.second}"
        case n.Derive():
            yield f"derive {step.grain}"
            for item in step.items:
                yield f"  {item.name} = {text(item.node)}{_width(found, step.grain, item.name)}"
        case n.Find():
            yield f"find {step.grain} in {step.target} {_match(step.match)}"
            yield f"  {step.name} = number of the row with {step.first} <= {step.day} <= {step.last}, or -1"
        case n.Attach():
            yield f"attach {step.grain} from {step.target} {_match(step.match)}"
            yield from (f"  {item.name} = {item.source}" for item in step.items)
            if step.found:
                yield f"  {step.found}"
        case n.Aggregate():
            yield f"aggregate {step.grain} over {step.over} {_match(step.match)}{_limits(step, limited)}"
            for aggregated in step.items:
                yield f"  {_aggregated(aggregated)}{_width(found, step.grain, aggregated.name)}"
        case n.Share():
            yield f"share {step.grain}"
            yield f"  {_share(step)}{_width(found, step.grain, step.name)}"


def _share(step: n.Share) -> str:
    within = f" within {', '.join(step.within)}" if step.within else ""
    return f"{step.name} = share({step.units} by {step.weight} / {step.total}{within}, ties by {', '.join(step.ties)})"


def _aggregated(item: n.Aggregated) -> str:
    value = text(item.value) if item.value is not None else ""
    where = f" where {text(item.where)}" if item.where is not None else ""
    return f"{item.name} = {item.word}({value}{where})"


def _match(match: n.Match) -> str:
    pairs = [f"{own} = {theirs}" for own, theirs in zip(match.own, match.theirs, strict=True)]
    return f"on {' and '.join(pairs)}" if pairs else "the only row"


def _limits(step: n.Aggregate, limited: Limits) -> str:
    if step.largest is not None:
        return f", at most {step.largest:_} rows"
    if not limited:
        return ""
    narrow, wide = limited[step.grain, step.over]
    return f", 64 bit to {_rows(narrow)} rows, 128 bit to {_rows(wide)} rows"


def _rows(limit: int | None) -> str:
    return "no" if limit is None else f"{limit:_}"


def _width(found: Bounds | None, grain: str, name: str) -> str:
    """The bits of the largest number on the way, and what the column can be."""
    most = found.largest.get((grain, name)) if found is not None else None
    if found is None or most is None:
        return ""
    low, high = found.columns[grain, name]
    return f"   [{64 if most < 2**63 else 128} bit, {low}..{high}, largest {most}]"


def text(node: n.Node) -> str:
    """A node as a formula."""
    match node:
        case n.Const(value=value):
            return repr(value) if isinstance(value, str) else str(value).lower()
        case n.Column(name=name):
            return name
        case n.Add(parts=parts):
            return f"({' + '.join(map(text, parts))})"
        case n.Subtract(left=left, right=right):
            return f"({text(left)} - {text(right)})"
        case n.Multiply(left=left, right=right):
            return f"({text(left)} * {text(right)})"
        case n.Divide(left=left, right=right, mode=mode):
            return f"div({text(left)}, {text(right)}, {mode})"
        case n.Least(parts=parts):
            return f"min({', '.join(map(text, parts))})"
        case n.Greatest(parts=parts):
            return f"max({', '.join(map(text, parts))})"
        case n.Compare(sign=sign, left=left, right=right):
            return f"({text(left)} {sign} {text(right)})"
        case n.And(parts=parts):
            return f"({' and '.join(map(text, parts))})"
        case n.Or(parts=parts):
            return f"({' or '.join(map(text, parts))})"
        case n.Not(part=part):
            return f"not {text(part)}"
        case n.Choose(condition=condition, then=then, otherwise=otherwise):
            return f"(if {text(condition)} then {text(then)} else {text(otherwise)})"
        case n.IsIn(value=value, choices=choices):
            return f"({text(value)} in [{', '.join(map(str, choices))}])"
        case n.Cells(value=value, cells=cells, otherwise=otherwise):
            return f"cells({text(value)}: {_pairs(cells)}, else {otherwise})"
        case n.Steps(value=value, thresholds=thresholds, otherwise=otherwise):
            return f"from({text(value)}: {_pairs(thresholds)}, else {otherwise})"
        case n.BitOr(parts=parts):
            return f"({' | '.join(map(text, parts))})"
        case n.DatePart(word=word, value=value):
            return f"{word}({text(value)})"
        case n.IsDate(value=value):
            return f"is_date({text(value)})"
        case n.ToDate(value=value):
            return f"to_date({text(value)})"


def _pairs(pairs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(f"{key}: {cell}" for key, cell in pairs)
