"""A name that two packs define, where one uses the other: refused, with both places."""

from __future__ import annotations

from collections.abc import Callable

from eremun.diagnostics.diagnostic import Mark, Span
from eremun.sources.packs import pack_of


def refuse_two_packs(refuse: Callable[..., None], name: str, one: Span, other: Span) -> None:
    """The place in the upper pack comes first: that is the file its author can change."""
    upper, lower = (one, other) if not pack_of(one.file) else (other, one)
    refuse("E270", upper, Mark(lower, "@declared"), name=name, lower=pack_of(lower.file), file=upper.file)
