"""The registers of regulations and assumptions, and whether what is cited stands in them."""

from __future__ import annotations

from eremun.model.fields import Collector, Fields, nearby
from eremun.model.law import Assumption, Basis, Regulation
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


def check_register(to: Collector, regulations: dict[str, Regulation], assumptions: dict[str, Assumption]) -> None:
    """Every regulation and assumption that an item cites has an entry; so have those that entries amend or replace."""
    for basis in dict.fromkeys(to.cited):
        _check_cited(to, basis, regulations, assumptions)
    for entry in regulations.values():
        for other in (entry.amends, entry.replaces):
            if other is not None and other not in regulations:
                to.refuse("E209", entry.span, name=other, register="@regulations", **nearby(other, regulations))


def _check_cited(
    to: Collector, basis: Basis, regulations: dict[str, Regulation], assumptions: dict[str, Assumption]
) -> None:
    if basis.regulation is not None and basis.regulation not in regulations:
        to.refuse(
            "E209", basis.span, name=basis.regulation, register="@regulations", **nearby(basis.regulation, regulations)
        )
    if basis.assumption is not None and basis.assumption not in assumptions:
        to.refuse(
            "E209", basis.span, name=basis.assumption, register="@assumptions", **nearby(basis.assumption, assumptions)
        )
