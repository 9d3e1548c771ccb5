"""What is said of a promise that was seen broken: the rows that break it, with the cells that it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from eremun.check.checked import CheckedPack
from eremun.check.proofs.promises import rules_read
from eremun.check.reads import walk
from eremun.check.typed import Read, Typed
from eremun.check.warnings import CAN_BE_BROKEN
from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.testing.breaking.search import Broken

MOST_SHOWN = 12


def told(checked: CheckedPack, one: Broken) -> Diagnostic:
    """`given` has the whole tables, as a test of the pack would have them."""
    promise = checked.pack.ensures[one.place]
    shown = list(_said(checked, one))
    example = "; ".join(shown[:MOST_SHOWN]) + ("; …" if len(shown) > MOST_SHOWN else "")
    said = {"name": promise.name, "period": one.period.name, "example": example, "given": _given(one)}
    return fault(CAN_BE_BROKEN, promise.span, arguments=said)


def _said(checked: CheckedPack, one: Broken) -> Iterator[str]:
    """Each table that the promise reads: its rows, alike ones once, with the cells that are read."""
    read = {checked.pack.ensures[one.place].grain: set[str]()}
    read |= _columns_read(checked, checked.ensures[one.place])
    for name, rows in one.tables.items():
        if name not in read:
            continue
        of_month = checked.pack.inputs[name].read_in(one.period.start)
        columns = [column for column in of_month.columns if column in read[name]]
        alike = Counter(", ".join(f"{column} = {row[column] or '-'}" for column in columns) for row in rows)
        if not rows:
            yield f"{name}: -"
        for cells, count in alike.items():
            times = f" (× {count})" if count > 1 else ""
            yield f"{name}{times}: {cells}" if cells else f"{name}{times}"


def _columns_read(checked: CheckedPack, formula: Typed) -> dict[str, set[str]]:
    """The columns of each input that the formula and the rules behind it read."""
    found: dict[str, set[str]] = {}
    formulas = [formula]
    for key in rules_read(checked, [formula]):
        rule = checked.rules[key]
        formulas += [rule.formula, *(part for item in rule.exceptions for part in (item.when, item.formula))]
    for node in (node for one in formulas for node in walk(one)):
        grain = getattr(node, "over", getattr(node, "grain", ""))
        group = checked.pack.groups.get(grain)
        grain = group.of if group is not None else grain
        if grain in checked.pack.inputs:
            found.setdefault(grain, set())
            if isinstance(node, Read) and node.name in checked.pack.inputs[grain].columns:
                found[grain].add(node.name)
    return found


def _given(one: Broken) -> str:
    lines = []
    for name, rows in one.tables.items():
        lines.append(f"{name}:" if rows else f"{name}: []")
        for row in rows:
            cells = ", ".join(f'{column}: "{cell}"' for column, cell in row.items())
            lines.append(f"  - {{{cells}}}")
    return "\n".join(lines)
