"""What can be missing, so that `present` may ask for it and `default` answer: an optional cell, what is read of a row
that is looked up, min, max or average of no rows, a day made of digits. A rule is a value, or a fault of whoever reads
it."""

from __future__ import annotations

from eremun.check import typed as t
from eremun.check.naming import Naming
from eremun.check.scope import Scope
from eremun.diagnostics.diagnostic import Span
from eremun.sources import syntax as s

MISSING_OF_NONE = ("min", "max", "average")


def asked(typer: Naming, word: str, value: t.Typed, of: Span, answer: s.Formula | None = None) -> None:
    """A fault (E319) where `present` or `default` stands by a value, or a row, that is never missing."""
    if not _can_be_missing(typer.scope, value):
        instead = _instead(typer.scope, value, answer)
        typer.faults.add("E319", of, text=typer.scope.words(of), word=word, instead=instead)


def _can_be_missing(scope: Scope, value: t.Typed) -> bool:
    match value:
        case t.Read(path=path, grain=grain, name=name):
            column = scope.structure.columns[grain].get(name)
            needed = any((need.grain, need.name) == (grain, name) for need in scope.pack.needs)
            return needed or (column is not None and column.optional) or _looked_up(scope, path)
        case t.RowExists(path=path):
            return _looked_up(scope, path)
        case t.Aggregate(word=word):
            return word in MISSING_OF_NONE
    return isinstance(value, t.MakeDate)


def _looked_up(scope: Scope, path: tuple[str, ...]) -> bool:
    """Whether one of the relations of a way may lead to no row."""
    grain = scope.grain
    for name in path if path != (t.PERIOD,) else ():
        relation = scope.structure.relations[grain][name]
        if not relation.required:
            return True
        grain = relation.target
    return False


def _instead(scope: Scope, value: t.Typed, answer: s.Formula | None) -> str:
    """What the author may write in place of the name of a rule that is a min, max or average, and nothing else."""
    rule = scope.pack.rules.get((value.grain, value.name)) if isinstance(value, t.Read) and not value.path else None
    if rule is None or rule.rounding or rule.exceptions or not isinstance(rule.formula, s.Rows):
        return ""
    if rule.formula.word not in MISSING_OF_NONE:
        return ""
    return f"present({rule.text})" if answer is None else f"{rule.text} default {scope.words(answer.span)}"
