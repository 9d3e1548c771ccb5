"""Notes: what is so in a pack that makes sense. Nothing is wrong with it, and nobody need do anything."""

from __future__ import annotations

from eremun.check.checked import CheckedPack
from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.sources.packs import pack_of

PROVEN_CODE, NOT_PROVEN = "N301", "N302"


def notes_of(checked: CheckedPack) -> list[Diagnostic]:
    """Whether each promise of the pack is proven (N301) or not (N302), in the order of the files; not those of packs
    that it uses."""
    notes = []
    for place, promise in enumerate(checked.pack.ensures):
        if pack_of(promise.span.file) == pack_of(checked.pack.head):
            code = PROVEN_CODE if place in checked.proven else NOT_PROVEN
            notes.append(fault(code, promise.span, name=promise.name))
    return notes
