"""What a node is made of, and the columns it reads: for lowering, for cutting a plan down, and for the engines."""

from __future__ import annotations

from eremun.plan import nodes as n


def columns_in(*nodes: n.Node | None) -> list[str]:
    """The columns that the nodes are computed from, each once; None reads none."""
    found: dict[str, None] = {}
    todo: list[n.Node] = [node for node in nodes if node is not None]
    while todo:
        current = todo.pop()
        if isinstance(current, n.Column):
            found[current.name] = None
        else:
            todo.extend(parts_of(current))
    return list(found)


def parts_of(node: n.Node) -> list[n.Node]:
    """The nodes directly inside a node."""
    found: list[n.Node] = []
    for name in node.__slots__:
        value = getattr(node, name)
        if isinstance(value, tuple):
            found.extend(part for part in value if hasattr(part, "__slots__"))
        elif hasattr(value, "__slots__"):
            found.append(value)
    return found
