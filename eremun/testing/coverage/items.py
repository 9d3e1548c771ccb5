"""What there is to cover in a pack, and the changes that a case must notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from eremun.diagnostics.diagnostic import Span
from eremun.model.pack import Pack

Kind = Literal["rule", "exception", "cell", "threshold", "parameter", "version", "ensure", "finding", "require"]
ChangeKind = Literal["value", "by", "opposite", "other", "removed", "start", "end"]
Read = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Change:
    """One change and the pack that has it. `value`, `start` and `end`: from `before` to `after`; `by`: `after` is what
    is added."""

    kind: ChangeKind
    before: str
    after: str
    pack: Pack


Alternatives = tuple[Change, ...]


@dataclass(frozen=True)
class Item:
    """A provision that tests must hold. `read`: what a case has read that can notice; `changes`: each has to be
    noticed, in the first of its forms that makes sense (none: it cannot be changed); `any_form`: in any of them."""

    kind: Kind
    name: str
    span: Span
    read: Read
    changes: tuple[Alternatives, ...]
    any_form: bool = False


def put(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    """The items with another at that place."""
    return (*items[:place], item, *items[place + 1 :])
