"""E3xx-E6xx: what the stage check refuses."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code

MEANING: tuple[Code, ...] = ()
