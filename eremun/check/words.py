"""Words: which of a list of words a value can be, with what conditions say about it."""

from __future__ import annotations

from collections.abc import Callable

from eremun.check import typed as t
from eremun.check.facts import NO_FACTS, Facts
from eremun.check.reads import shape
from eremun.check.structure import Structure
from eremun.model.pack import Pack

Learned = Callable[[t.Typed, bool, Facts], Facts]


class Words:
    """Finds words; `rules` holds those of the rules already done. `learned`: what is known besides, where a condition
    holds or does not. None are left where the conditions around exclude each other: nobody comes there."""

    def __init__(self, pack: Pack, structure: Structure, learned: Learned) -> None:
        self.pack, self.structure, self.learned = pack, structure, learned
        self.rules: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, node: t.Typed, facts: Facts = NO_FACTS) -> frozenset[str]:
        """The words that a value of a list can be."""
        found, known = self.plain(node, facts), facts.get(shape(node))
        return found & known if isinstance(known, frozenset) else found

    def plain(self, node: t.Typed, facts: Facts) -> frozenset[str]:
        match node:
            case t.Constant(value=value):
                return frozenset([str(value)])
            case t.If():
                then = self.of(node.then, self.learned(node.condition, True, facts))
                return then | self.of(node.otherwise, self.learned(node.condition, False, facts))
            case t.Default(value=value, otherwise=otherwise):
                return self.of(value, facts) | self.of(otherwise, facts)
            case t.Read(grain=grain, name=name):
                return self.rules.get((self.structure.made_by(grain, name), name), self.listed(node))
            case t.TableRead(table=table, output=output):
                versions = self.pack.tables[table].versions
                return frozenset(str(row.cells[output]) for version in versions for row in version.content)
        return self.listed(node)

    def listed(self, node: t.Typed) -> frozenset[str]:
        return frozenset(self.pack.enums[node.type.enum or ""])

    # What conditions say

    def compared(self, node: t.Compare, holds: bool, facts: Facts) -> Facts:
        """Two that are the same are a word that both can be; two that differ, none that the other must be."""
        one, other = self.of(node.left, facts), self.of(node.right, facts)
        if (node.sign == "=") == holds:
            left = right = one & other
        else:
            left, right = one - _sure(other), other - _sure(one)
        return {**facts, shape(node.left): left, shape(node.right): right}

    def chosen(self, node: t.In, holds: bool, facts: Facts) -> Facts:
        """One of several is a word of one of them; none of them, no word that one of them must be."""
        found, choices = self.of(node.value, facts), [self.of(choice, facts) for choice in node.choices]
        left = found & frozenset().union(*choices) if holds else found - frozenset().union(*map(_sure, choices))
        return {**facts, shape(node.value): left}


def _sure(words: frozenset[str]) -> frozenset[str]:
    """The word, where there is but one."""
    return words if len(words) == 1 else frozenset()
