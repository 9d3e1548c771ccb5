"""Law that is not in force in the month: whether everybody's pay, or a finding, needs it.

Such a month is refused. What only some people need blocks those, as any value that does not exist; what a version not
yet begun would read hinders nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from eremun.plan import nodes as n
from eremun.plan.definitions import Definition
from eremun.plan.formulas import BLOCKED
from eremun.plan.program import Program

Place = tuple[str, str]


def needed_by_all(program: Program) -> list[str]:
    """The columns of `program.missing` whose bits reach the blocked, or a finding, whatever the data say."""
    roots = [(program.checked.pack.person, BLOCKED)]
    roots += [(finding.grain, f"finding {finding.name}!") for finding in program.checked.pack.findings]
    todo = [place for place in roots if place in program.definitions]
    seen = set(todo)
    while todo:
        found = [place for place in _passed_on(program.definitions[todo.pop()]) if place in program.definitions]
        todo += [place for place in found if place not in seen]
        seen.update(found)
    names = {name for _, name in seen}
    return [name for name in program.missing if name in names]


def _passed_on(definition: Definition) -> Iterator[Place]:
    """The columns all of whose bits a column has too."""
    item = definition.item
    if isinstance(item, n.Attached):
        yield definition.target, item.source
    elif isinstance(item, n.Derived):
        yield from ((definition.grain, name) for name in _joined(item.node))
    elif isinstance(item, n.Aggregated) and item.word == "bit_or" and item.where is None and item.value is not None:
        yield from ((definition.target, name) for name in _joined(item.value))


def _joined(node: n.Node) -> Iterator[str]:
    for part in node.parts if isinstance(node, n.BitOr) else (node,):
        if isinstance(part, n.Column):
            yield part.name
