"""The types of the rule language, and how each is stored: an integer times a step, or text.

Stored forms (the same in every engine): number = integer * step; persen 1 % = 1/100; date = days since 1970-01-01;
enum = place in its list; nip = its 18 digits as an integer; boolean; text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from eremun.values.units import NUMBER, Unit


class Kind(Enum):
    """What a value is, apart from its unit."""

    BOOLEAN = "boolean"
    DATE = "date"
    ENUM = "enum"
    NIP = "nip"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Type:
    """`unit` stands for numbers only, `enum` (the name of the list) for enums only."""

    kind: Kind
    unit: Unit | None = None
    enum: str | None = None

    def __str__(self) -> str:
        if self.kind is Kind.NUMBER:
            return str(self.unit)
        return self.enum if self.kind is Kind.ENUM and self.enum else self.kind.value

    def agrees(self, other: Type) -> bool:
        """Whether a value of the one may stand where the other is wanted."""
        if self.kind is not other.kind:
            return False
        if self.unit is not None and other.unit is not None:
            return self.unit.agrees(other.unit)
        return self.enum == other.enum


BOOLEAN = Type(Kind.BOOLEAN)
DATE = Type(Kind.DATE)
NIP = Type(Kind.NIP)
TEXT = Type(Kind.TEXT)


def number(unit: Unit) -> Type:
    """The type of numbers of that unit."""
    return Type(Kind.NUMBER, unit=unit)


COUNT = number(NUMBER)


def common(one: Type, other: Type) -> Type:
    """Of two types that agree, the one that says more: a quotient of like units takes the other's."""
    return other if one.unit is not None and one.unit.plain == "either" and not one.unit.dims else one
