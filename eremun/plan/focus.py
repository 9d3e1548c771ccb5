"""A plan cut down to what is wanted of it: only the columns that results need are read and computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from eremun.plan import nodes as n
from eremun.plan.formulas import BLOCKED
from eremun.plan.node_parts import columns_in
from eremun.plan.plan import InputPlan, Plan

Wanted = Mapping[str, Set[str] | None]
Column = tuple[str, str]
LINES = ("line ", "lines ")


def for_run(plan: Plan) -> Plan:
    """The plan of a run that writes files: the person's outputs, whom it blocks, the lines, and the findings."""
    outputs = plan.checked.pack.outputs
    named = {*outputs.payroll_sort, *outputs.blocked_sort, *outputs.blocked_columns}
    named |= {column.name for column in outputs.payroll_columns}
    named |= {f"output {column.name}" for column in outputs.payroll_columns}
    person = {name for name in plan.columns[plan.person] if name in named}
    wanted: dict[str, Set[str]] = {plan.person: {*person, *plan.checked.keys[plan.person]}}
    if outputs.lines is not None:
        grain = outputs.lines.grain
        told = {name for name in plan.columns[grain] if name.startswith(LINES) or name in outputs.lines.sort}
        wanted[grain] = {*wanted.get(grain, ()), *told, *plan.checked.keys[grain]}
    for finding in plan.checked.pack.findings:
        keys = {*wanted.get(finding.grain, ()), *plan.checked.keys[finding.grain]}
        wanted[finding.grain] = {*keys, f"finding {finding.name}"}
    return focus(plan, wanted)


def focus(plan: Plan, wanted: Wanted) -> Plan:
    """The plan with the wanted columns of each grain (None: all of them) and what they are computed from."""
    columns = {
        grain: {name: info for name, info in found.items() if names is None or name in names}
        for grain, found in plan.columns.items()
        if (names := wanted.get(grain, frozenset())) is not None or grain in wanted
    }
    needed: set[Column] = {(plan.person, BLOCKED)} if plan.person in wanted else set()
    for grain, found in columns.items():
        for name, info in found.items():
            needed.add((grain, name))
            if info.faulty:
                needed.add((grain, f"{name}!"))
    steps: list[n.Step] = []
    for step in reversed(plan.steps):
        kept = _kept(step, needed)
        if kept is not None:
            steps.append(kept)
    steps.reverse()
    return replace(plan, steps=tuple(steps), columns=columns, inputs=_inputs(plan, steps))


def _inputs(plan: Plan, steps: list[n.Step]) -> dict[str, InputPlan]:
    sources = {step.grain: step for step in steps if isinstance(step, n.Source)}
    return {
        name: replace(
            item,
            columns=tuple(column.name for column in sources[name].columns),
            rejected=sources[name].rejected,
            references=sources[name].references,
        )
        for name, item in plan.inputs.items()
    }


def _kept(step: n.Step, needed: set[Column]) -> n.Step | None:
    """The step with only the items needed; what those need is added to `needed`."""
    if isinstance(step, n.Source):
        return _kept_source(step, needed)
    if isinstance(step, n.Single):
        return step
    if isinstance(step, n.Pair):
        return step if any(grain == step.grain for grain, _ in needed) else None
    if isinstance(step, n.Group):
        if any(grain == step.grain for grain, _ in needed):
            needed.update((step.of, key) for key in step.keys)
            return step
        return None
    if isinstance(step, n.Share | n.Find):
        if (step.grain, step.name) not in needed:
            return None
        needed.update(_read(step))
        return step
    items = tuple(item for item in step.items if (step.grain, item.name) in needed)
    if isinstance(step, n.Derive):
        for item in items:
            needed.update((step.grain, name) for name in columns_in(item.node))  # type: ignore[union-attr]
        return replace(step, items=items) if items else None  # type: ignore[arg-type]
    return _kept_meeting(step, items, needed)


def _read(step: n.Share | n.Find) -> Iterator[Column]:
    if isinstance(step, n.Share):
        yield from ((step.grain, name) for name in step.columns)
        return
    yield from ((step.grain, name) for name in (*step.match.own, step.day))
    yield from ((step.target, name) for name in (*step.match.theirs, step.first, step.last))


def _kept_meeting(step: n.Attach | n.Aggregate, items: tuple[object, ...], needed: set[Column]) -> n.Step | None:
    other = step.target if isinstance(step, n.Attach) else step.over
    found = step.found if isinstance(step, n.Attach) and (step.grain, step.found) in needed else None
    if not items and found is None:
        return None
    needed.update((step.grain, own) for own in step.match.own)
    needed.update((other, theirs) for theirs in step.match.theirs)
    for item in items:
        if isinstance(item, n.Attached):
            needed.add((other, item.source))
        elif isinstance(item, n.Aggregated):
            nodes = [node for node in (item.value, item.where) if node is not None]
            needed.update((other, name) for node in nodes for name in columns_in(node))
    if not any(grain == other for grain, _ in needed):
        needed.add((other, "@row"))
    if isinstance(step, n.Attach):
        return replace(step, items=items, found=found)  # type: ignore[arg-type]
    return replace(step, items=items)  # type: ignore[arg-type]


def _kept_source(step: n.Source, needed: set[Column]) -> n.Source:
    names = {name.rstrip("?") for grain, name in needed if grain == step.grain}
    return replace(
        step,
        columns=tuple(column for column in step.columns if column.name in names),
        references=tuple(name for name in step.references if f"@{name}" in names),
        rejected=tuple(name for name in step.rejected if f"rejected({name})" in names),
    )
