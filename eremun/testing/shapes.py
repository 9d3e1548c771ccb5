"""What test files are made of: mappings, lists and texts, or a fault that shows the form expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.model.fields import nearby
from eremun.sources.syntax import Mapping, Node, Scalar, Sequence

Faults = list[Diagnostic]
MOST_NAMES = 12


def entries_of(node: Node, form: str, faults: Faults) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping; none, and a fault, where it is something else."""
    if isinstance(node, Mapping):
        return node.entries
    faults.append(misshapen(node, form))
    return ()


def items_of(node: Node, form: str, faults: Faults) -> Iterator[Mapping]:
    """The rows of a list, each a mapping; a fault for each that is something else."""
    if not isinstance(node, Sequence):
        faults.append(misshapen(node, form))
        return
    for item in node:
        if isinstance(item, Mapping):
            yield item
        else:
            faults.append(misshapen(item, form))


def text_of(node: Node, form: str, faults: Faults) -> Scalar | None:
    """The text of a scalar; None and a fault where it is something else."""
    if isinstance(node, Scalar):
        return node
    faults.append(misshapen(node, form))
    return None


def misshapen(node: Node, form: str) -> Diagnostic:
    """The fault that says what stands there and which form is expected."""
    return fault("E658", node.span, found=found_text(node), form=form)


def found_text(node: Node) -> str:
    """A node in a few characters."""
    if isinstance(node, Scalar):
        return f"`{node.text}`" if node.text or node.quoted else "``"
    return "`{…}`" if isinstance(node, Mapping) else "`[…]`"


def unknown(name: Scalar, known: Iterable[str]) -> Diagnostic:
    """The fault of a name that is none of those known, which are listed from the nearest on."""
    alike = sorted(set(known), key=lambda other: (-likeness(name.text, other), other))
    shown = ", ".join(alike[:MOST_NAMES]) + (", …" if len(alike) > MOST_NAMES else "")
    return fault("E656", name.span, name=name.text, known=shown or "-", nearest=nearby(name.text, alike)["nearest"])


def likeness(one: str, other: str) -> float:
    """From 0 to 1, only for choosing a name to suggest."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()
