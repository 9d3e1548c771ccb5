"""Values under `expect`, with what a print says wrongly: `NAME: {value: 858_334, as_printed: 858_333, reason: "…"}`.

`value` must come, as where it stands alone; `as_printed` is read with the same type, differs from it, and is expected
of nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.model.pack import Pack
from eremun.sources.syntax import Mapping, Node, Scalar
from eremun.testing.cases import ExpectedValue, Misprint, Value
from eremun.testing.expected_values import parse_value
from eremun.testing.shapes import Faults, text_of, unknown
from eremun.values.types import Type

FORMS = {"value": "…", "as_printed": "…", "reason": '"…"'}
MISPRINT_KEYS = tuple(FORMS)


def read_value(name: str, node: Node, type: Type, pack: Pack, faults: Faults) -> ExpectedValue | None:
    """What is expected under a name; None, and the faults, where it can't be read."""
    if isinstance(node, Mapping):
        return _misprinted(name, node, type, pack, faults)
    text = text_of(node, f"{name}: …", faults)
    if text is None:
        return None
    value = _parsed(name, text, type, pack)
    if isinstance(value, Diagnostic):
        faults.append(value)
        return None
    return ExpectedValue(name, value, type, text.text, text.span)


def _misprinted(name: str, node: Mapping, type: Type, pack: Pack, faults: Faults) -> ExpectedValue | None:
    wrong = list(_faults_of_keys(name, node))
    faults.extend(wrong)
    parts = {key.text: content for key, content in node.entries}
    right, printed, reason = (None if wrong else text_of(parts[key], f"{key}: …", faults) for key in MISPRINT_KEYS)
    if right is None or printed is None or reason is None:
        return None
    value, misprint = (_parsed(name, text, type, pack) for text in (right, printed))
    if isinstance(value, Diagnostic) or isinstance(misprint, Diagnostic):
        faults.extend(one for one in (value, misprint) if isinstance(one, Diagnostic))
        return None
    if misprint == value:
        faults.append(fault("E667", printed.span, name=name, value=right.text, printed=printed.text))
    told = Misprint(misprint, printed.text, " ".join(reason.text.split()))
    return ExpectedValue(name, value, type, right.text, right.span, told)


def _faults_of_keys(name: str, node: Mapping) -> Iterator[Diagnostic]:
    """What is unknown; where all is known, the first that lacks."""
    strange = [unknown(key, MISPRINT_KEYS) for key, _ in node.entries if key.text not in FORMS]
    lacking = [key for key in FORMS if _says_nothing(key, node.get(key))]
    yield from strange
    if lacking and not strange:
        place = node.get(lacking[0]) or node
        yield fault("E668", place.span, name=name, key=lacking[0], form=f"{lacking[0]}: {FORMS[lacking[0]]}")


def _says_nothing(key: str, node: Node | None) -> bool:
    return node is None or (key == "reason" and isinstance(node, Scalar) and not node.text.strip())


def _parsed(name: str, text: Scalar, type: Type, pack: Pack) -> Value | Diagnostic:
    found = parse_value(text, type, name, pack)
    return replace(found, arguments={**found.arguments, "name": name}) if isinstance(found, Diagnostic) else found
