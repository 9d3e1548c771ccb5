"""E2xx: what the stage model refuses."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code

NAMES: tuple[Code, ...] = ()
