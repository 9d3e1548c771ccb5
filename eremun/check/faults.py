"""Collecting what is wrong while checking goes on."""

from __future__ import annotations

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault
from eremun.model.lost import Lost


class Faults:
    """The diagnostics of one check, in the order found, without those that others explain. `trouble` counts both."""

    def __init__(self, lost: Lost | None = None) -> None:
        self.found: list[Diagnostic] = []
        self.lost = lost or Lost()
        self.trouble = 0

    def add(self, code: str, *places: Span | Mark | None, **arguments: object) -> None:
        one = fault(code, *places, arguments=arguments)
        self.trouble += 1
        if not self.lost.explains(one) and not self.way_is_lost(one):
            self.found.append(one)

    def way_is_lost(self, one: Diagnostic) -> bool:
        """Whether rows are not related because the relations of the finer ones are at fault."""
        return one.code == "E308" and (one.arguments["over"], "") in self.lost.doubtful
