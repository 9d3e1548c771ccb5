"""Collecting what is wrong while checking goes on."""

from __future__ import annotations

from eremun.diagnostics.diagnostic import Diagnostic, Mark, Span, fault


class Faults:
    """The diagnostics of one check, in the order found."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, code: str, *places: Span | Mark | None, **arguments: object) -> None:
        self.found.append(fault(code, *places, arguments=arguments))
