"""E1xx: what the stage sources refuses."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code

SYNTAX: tuple[Code, ...] = ()
