"""eremun: declarative rules turn activity logs into points and points into rupiah, exactly.

pack = eremun.load("rules/my-city")
run = pack.plan("2026-01").run("sample_data/2026-01")
run.write("out")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eremun.api import LoadedPack, Place

__version__ = "0.1.0"
__all__ = ["load"]


def load(pack: Place) -> LoadedPack:
    """The pack in that folder, or of that name among those that come with eremun. `Refused` with all its faults."""
    from eremun import api

    return api.load(pack)
