"""Versions that change only what an item rests on: the content of the version before stays, another article orders it.

Such a version is none of its own, since nobody is paid otherwise for it: it joins the version whose content it keeps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from eremun.diagnostics.diagnostic import Mark
from eremun.model.fields import Fields
from eremun.model.law import Basis
from eremun.model.rules import Dated
from eremun.sources import syntax as s

T = TypeVar("T")
Said = tuple[str, str]


def keeps_content(version: Fields, own: str) -> bool:
    """Whether the version says none of the keys that would be a content, nor what may be meant for one."""
    return not any(version.has(key) or version.may_be(key) for key in own.split())


def joined(before: Dated[T], later: Dated[Basis]) -> Dated[T]:
    """The version, which from some day on rests on something else."""
    return replace(before, later=(*before.later, later))


def read_later(item: Fields, version: Fields, own: str, before: Dated[T] | None, said: Said) -> Dated[Basis] | None:
    """What the version before rests on from some day on. None, and a fault, where nothing would change, or the content
    would go on beyond the day on which it ends; None too where that version is at fault. `said`: what the entry before
    rests on, in its own words."""
    basis, start, end = version.own_basis(), version.day("effective_from", needed=True), version.day("effective_to")
    if basis is None or says(version) == said:
        version.to.refuse("E235", version.span, what=item.what, key=own.split()[0])
    elif before is not None and before.effective_to is not None:
        version.to.refuse(
            "E236", version.span, Mark(before.span, "@declared"), end=before.effective_to, key=own.split()[0]
        )
    elif before is not None and start is not None:
        return Dated(basis, start, end, version.span)
    return None


def says(fields: Fields) -> Said:
    """The words under `basis` and `assumption`."""
    nodes = [fields.get(key) for key in ("basis", "assumption")]
    one, other = (" ".join(node.text.split()) if isinstance(node, s.Scalar) else "" for node in nodes)
    return one, other


def rests(item: Fields, before: Fields | None) -> Said:
    """What the entry before rests on: its own words, those of its item, or those of the chapter. Nothing where it ends,
    for another basis may have held in between."""
    if before is not None and before.has("effective_to"):
        return "", ""
    own = [says(fields) for fields in (before, item) if fields is not None]
    chapter = item.to.default_basis
    if chapter is not None:
        own.append((f"{chapter.regulation or ''} {chapter.article}".strip(), chapter.assumption or ""))
    return next((one for one in own if any(one)), ("", ""))
