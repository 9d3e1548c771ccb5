"""The door: what there is to tell of a pack, with W307 for each promise that is seen broken. Nothing of an engine is
imported where no promise is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eremun.check.checked import CheckedPack
from eremun.check.notes import notes_of
from eremun.check.proofs.promises import proven
from eremun.check.warnings import CAN_BE_BROKEN, warnings_of
from eremun.diagnostics.diagnostic import Diagnostic
from eremun.sources.packs import pack_of

if TYPE_CHECKING:
    from eremun.testing.breaking.search import Broken, Trial


def told_of(checked: CheckedPack) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The warnings of a pack, and its notes; of a promise that is seen broken there is no note besides."""
    broken = broken_promises(checked)
    places = {one.span for one in broken}
    return [*warnings_of(checked), *broken], [one for one in notes_of(checked) if one.span not in places]


def broken_promises(checked: CheckedPack) -> list[Diagnostic]:
    """Of the pack's own promises that are neither proven nor accepted as ones that data may break, those that a run of
    the reference engine has shown to be broken, with the inputs that break them."""
    accepted = {one.item for one in checked.pack.accepted if one.code == CAN_BE_BROKEN and one.reason}
    head = pack_of(checked.pack.head)
    open_ = [
        place
        for place, promise in enumerate(checked.pack.ensures)
        if place not in proven(checked) and promise.span not in accepted and pack_of(promise.span.file) == head
    ]
    if not open_:
        return []
    from eremun.testing.breaking.search import search
    from eremun.testing.breaking.smaller import made_smaller
    from eremun.testing.breaking.told import told

    def smaller(trial: Trial, broken: Broken) -> Broken:
        return made_smaller(trial, broken, len(open_))

    return [told(checked, one) for one in search(checked, open_, smaller)]
