"""Notes: what is so in a pack that makes sense. Nothing is wrong with it, and nobody need do anything."""

from __future__ import annotations

from eremun.check.blockers import blockers
from eremun.check.checked import CheckedPack
from eremun.check.proofs.promises import proven
from eremun.diagnostics.diagnostic import Diagnostic, fault
from eremun.model.builder import in_file_order
from eremun.sources.packs import pack_of

PROVEN_CODE, NOT_PROVEN, CAN_BLOCK, CORRECTED = "N301", "N302", "N303", "N304"


def notes_of(checked: CheckedPack) -> list[Diagnostic]:
    """Whether each promise is proven (N301) or not (N302), each place that can block a person (N303), and each rule
    whose difference a correction would pay (N304), in the order of files and lines; not those of packs that it uses."""
    notes = []
    for place, promise in enumerate(checked.pack.ensures):
        code = PROVEN_CODE if place in proven(checked) else NOT_PROVEN
        notes.append(fault(code, promise.span, name=promise.name))
    notes += [fault(CAN_BLOCK, one.span, cause=one.cause, name=one.reason) for one in blockers(checked)]
    notes += [fault(CORRECTED, span, name=name) for name, span in checked.pack.corrects.items()]
    own = [one for one in notes if one.span and pack_of(one.span.file) == pack_of(checked.pack.head)]
    return in_file_order(own, checked.pack.documents)
