"""Which eremun a pack asks for: `eremun: ">=0.1"` in pack.yaml against the version that runs.

Receives the head of a pack; gives the refusal, so that nothing else is said of a pack written for another version.
"""

from __future__ import annotations

import re

import eremun
from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.sources import syntax as s

FORM = re.compile(r">=\s*(\d{1,6})\.(\d{1,6})")


def version_refused(root: s.Node | None) -> Diagnostic | None:
    """The fault of the version asked for: of a form that is not known (E291), or newer than this one (E290)."""
    scalar = root.get("eremun") if isinstance(root, s.Mapping) else None
    if not isinstance(scalar, s.Scalar) or not scalar.text.strip():
        return None
    found, running = FORM.fullmatch(scalar.text.strip()), eremun.__version__.split(".")[:2]
    if found is None:
        return fault("E291", scalar.span, text=scalar.text, usual=".".join(running))
    if [int(number) for number in found.groups()] <= [int(number) for number in running]:
        return None
    return fault("E290", scalar.span, wanted=".".join(found.groups()), running=eremun.__version__)
