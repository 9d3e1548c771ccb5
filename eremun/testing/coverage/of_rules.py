"""Rules, their versions and exceptions: what is changed of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

from eremun.check.checked import CheckedPack
from eremun.model.dated import VERSION
from eremun.model.pack import Pack
from eremun.model.rules import ExceptionOf, Rule, Split
from eremun.sources import syntax as s
from eremun.testing.coverage.items import Alternatives, Change, ChangeKind, Item
from eremun.testing.coverage.of_law import unit_of
from eremun.testing.coverage.rewriting import (
    a_day_later,
    dates_of,
    days_later,
    next_word,
    opposite,
    other_text,
    plus,
    rewritten,
)
from eremun.testing.expected_values import shown
from eremun.values.periods import from_days
from eremun.values.types import Kind, Type

RuleKey = tuple[str, str]


def rules_of(checked: CheckedPack) -> Iterator[Item]:
    """Every rule, and after it its exceptions; a rule with versions is its versions."""
    for key, rule in checked.pack.rules.items():
        if _versions_of(checked.pack, rule):
            yield from _versions(checked.pack, key, rule)
            continue
        yield Item("rule", f"{rule.grain}.{rule.name}", rule.span, ("rule", *key), (_of_rule(checked, key, rule),))
        for exception in rule.exceptions:
            yield _exception(checked, key, rule, exception)


# Rules


def _of_rule(checked: CheckedPack, key: RuleKey, rule: Rule) -> Alternatives:
    amounts = _amounts(checked, key, rule)
    if isinstance(rule.formula, Split):
        return tuple(_split(checked.pack, key, rule, amount) for amount in amounts)
    forms = _other_values(checked.pack, rule.formula, rule.type, amounts)
    return tuple(
        Change(kind, "", after, with_rule(checked.pack, key, replace(rule, formula=formula)))
        for kind, after, formula in forms
    )


def _split(pack: Pack, key: RuleKey, rule: Rule, amount: Fraction) -> Change:
    """A split stands alone in its rule; so a rule before it keeps the share, and this one adds to it."""
    shared = replace(rule, name=f"{rule.name}{VERSION}")
    read = s.Path((shared.name,), (rule.span,), rule.span)
    more = replace(rule, formula=plus(read, amount, rule.type), exceptions=())
    rules = {**pack.rules, (rule.grain, shared.name): shared, key: more}
    return Change("by", "", signed(amount, rule.type), replace(pack, rules=rules))


def _amounts(checked: CheckedPack, key: RuleKey, rule: Rule) -> list[Fraction]:
    """What to add to the rule's value: its rounding's step, else one of its last decimal, else its own step."""
    step = checked.rules[key].step
    if rule.type.kind is not Kind.NUMBER or rule.rounding is not None or isinstance(rule.formula, Split):
        return [step, -step]
    unit = unit_of([step], rule.type)
    return [unit, -unit, step, -step]


def _other_values(
    pack: Pack, formula: s.Formula, type: Type, amounts: Iterable[Fraction]
) -> Iterator[tuple[ChangeKind, str, s.Formula]]:
    """The formula with another value than its own: the kind of change, what is added, the formula."""
    match type.kind:
        case Kind.NUMBER:
            for amount in amounts:
                yield "by", signed(amount, type), plus(formula, amount, type)
        case Kind.BOOLEAN:
            yield "opposite", "", opposite(formula)
            yield "other", "", s.Truth(False, formula.span)  # where only the opposite of a limit is none
        case Kind.DATE:
            yield "by", "+1 hari", days_later(formula)
        case Kind.ENUM:
            yield "other", "", next_word(formula, pack.enums[type.enum or ""])
        case Kind.TEXT:
            yield "other", "", other_text(formula)


def with_rule(pack: Pack, key: RuleKey, rule: Rule) -> Pack:
    return replace(pack, rules={**pack.rules, key: rule})


def signed(amount: Fraction, type: Type) -> str:
    """An amount that is added, as it would be typed."""
    return ("+" if amount > 0 else "") + shown(amount, type)


# Exceptions


def _exception(checked: CheckedPack, key: RuleKey, rule: Rule, exception: ExceptionOf) -> Item:
    pack = checked.pack

    def instead(other: ExceptionOf | None) -> Pack:
        kept = [other if item is exception else item for item in rule.exceptions]
        left = tuple(_without(item, exception.name if other is None else "") for item in kept if item)
        return with_rule(pack, key, replace(rule, exceptions=left))

    forms = _other_values(pack, exception.formula, rule.type, _amounts(checked, key, rule))
    values = tuple(
        Change(kind, "", after, instead(replace(exception, formula=formula))) for kind, after, formula in forms
    )
    gone = (Change("removed", "", "", instead(None)),)
    dates = [_later(exception.when, date, lambda when: instead(replace(exception, when=when)))
             for date in dates_of(exception.when, exception.span)]  # fmt: skip
    name = f"{rule.grain}.{rule.name}: {exception.name}"
    return Item("exception", name, exception.span, ("rule", *key), (gone, values, *dates))


def _without(exception: ExceptionOf, name: str) -> ExceptionOf:
    """The exception, which does not override one that is not there."""
    return replace(exception, overrides={other: at for other, at in exception.overrides.items() if other != name})


def _later(formula: s.Formula, date: s.Compare, made: Callable[[Any], Pack]) -> Alternatives:
    """The formula with one of its dates a day later."""
    assert isinstance(date.right, s.Day)
    before, after = (from_days(date.right.days + more).isoformat() for more in (0, 1))
    kind: ChangeKind = "start" if date.sign == ">=" else "end"
    return (Change(kind, before, after, made(rewritten(formula, partial(a_day_later, date)))),)


# Versions of a rule


def _versions_of(pack: Pack, rule: Rule) -> list[Rule]:
    """The rules that stand for its versions; none where it has none."""
    return [
        other
        for other in pack.rules.values()
        if other.grain == rule.grain and other.name.startswith(f"{rule.name}{VERSION}")
    ]


def _versions(pack: Pack, key: RuleKey, rule: Rule) -> Iterator[Item]:
    """When each version but the first begins and ends, and that it is there; what it says is a rule of its own."""
    formula = rule.formula
    while isinstance(formula, s.If):
        whole, chosen = rule.formula, formula
        assert not isinstance(whole, Split)

        def without(node: Any, chosen: s.If = chosen) -> Any:
            return node.otherwise if isinstance(node, s.If) and node.span == chosen.span else node

        gone = with_rule(pack, key, replace(rule, formula=rewritten(whole, without)))
        dates = [_later(whole, date, lambda other: with_rule(pack, key, replace(rule, formula=other)))
                 for date in dates_of(chosen.condition, chosen.span)]  # fmt: skip
        name = f"{rule.grain}.{'.'.join(getattr(chosen.then, 'names', ()))}"
        yield Item("version", name, chosen.span, ("rule", *key), ((Change("removed", "", "", gone),), *dates))
        formula = chosen.otherwise
