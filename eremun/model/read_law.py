"""The registers of regulations and assumptions, and whether what is cited stands in them."""

from __future__ import annotations

from eremun.diagnostics.diagnostic import Span
from eremun.model.fields import Collector, Fields, nearby
from eremun.model.law import Assumption, Register, Regulation
from eremun.sources import syntax as s


def read_regulation(to: Collector, key: s.Scalar, node: s.Node) -> Regulation:
    fields = Fields(to, node, key.text, "title amends replaces note accept", key.span)
    return Regulation(
        key.text,
        fields.text("title", needed=True),
        key.span,
        fields.text("amends") or None,
        fields.text("replaces") or None,
        fields.text("note"),
    )


def read_assumption(to: Collector, key: s.Scalar, node: s.Node) -> Assumption:
    fields = Fields(to, node, key.text, "note accept", key.span)
    return Assumption(key.text, fields.text("note", needed=True), key.span)


def check_register(to: Collector, regulations: Register[Regulation], assumptions: Register[Assumption]) -> None:
    """Every regulation and assumption that an item cites has an entry; so have those that entries amend or replace."""
    for basis in dict.fromkeys(to.cited):
        _check_cited(to, basis.regulation, basis.span, regulations, "@regulations")
        _check_cited(to, basis.assumption, basis.span, assumptions, "@assumptions")
    for entry in regulations.entries.values():
        for other in (entry.amends, entry.replaces):
            _check_cited(to, other, entry.span, regulations, "@regulations")


def _check_cited(
    to: Collector, name: str | None, place: Span, register: Register[Regulation] | Register[Assumption], called: str
) -> None:
    if name is not None and register.find(name, place) is None:
        to.refuse("E209", place, name=name, register=called, **nearby(name, register.seen_from(place)))
