"""Which keys the readers of packs and tests accept, read off their code: every place that names its keys.

A place is called after the function that reads it, `module.function`; where keys are put together with a caller's,
`module.caller/function`; where a function reads several places, they are numbered.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import eremun.model
import eremun.testing.synth
from eremun.testing import expected, misprints, reading

PACKAGES = (eremun.model, eremun.testing.synth)
READER, KEYS = "Fields", 3  # the class that reads the keys of an item, and the place of its argument `allowed`
Function = ast.FunctionDef


def accepted() -> dict[str, frozenset[str]]:
    """The keys of every place."""
    return {**dict(_numbered(_of_packs())), **_of_tests()}


def _of_tests() -> dict[str, frozenset[str]]:
    return {
        "testing.file": frozenset(reading.FILE_KEYS),
        "testing.case": frozenset(reading.CASE_KEYS),
        "testing.month": frozenset(reading.MONTH_KEYS),
        "testing.expect": frozenset(expected.LISTS),
        "testing.misprint": frozenset(misprints.MISPRINT_KEYS),
        "testing.rejected": frozenset(expected.REJECTED),
    }


def _numbered(found: Iterator[tuple[str, frozenset[str]]]) -> Iterator[tuple[str, frozenset[str]]]:
    places: dict[str, list[frozenset[str]]] = defaultdict(list)
    for name, keys in found:
        if keys not in places[name]:
            places[name].append(keys)
    for name, several in places.items():
        for number, keys in enumerate(several, 1):
            yield (name if len(several) == 1 else f"{name} {number}"), keys


def _of_packs() -> Iterator[tuple[str, frozenset[str]]]:
    for module, function in _functions():
        for call in _calls(function, READER):
            if len(call.args) > KEYS:
                yield from _keys(module, function, call.args[KEYS])


def _functions() -> Iterator[tuple[ModuleType, Function]]:
    for module in _modules():
        path = Path(str(module.__file__))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield module, node


def _modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        for path in sorted(Path(str(package.__file__)).parent.glob("*.py")):
            if not path.stem.startswith("__"):
                yield import_module(f"{package.__name__}.{path.stem}")


def _calls(function: Function, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _keys(module: ModuleType, function: Function, argument: ast.expr) -> Iterator[tuple[str, frozenset[str]]]:
    own = _name(module, function)
    given = [one.arg for one in function.args.args if one.arg in _names(argument)]
    if not given:
        yield own, _value(module, argument)
        return
    place = [one.arg for one in function.args.args].index(given[0])
    for caller_module, caller in _functions():
        for call in _calls(caller, function.name):
            keys = _value(module, argument, **{given[0]: " ".join(_value(caller_module, call.args[place]))})
            yield f"{_name(caller_module, caller)}/{function.name}", keys


def _name(module: ModuleType, function: Function) -> str:
    return f"{module.__name__.rpartition('.')[2]}.{function.name}"


def _names(expression: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}


def _value(module: ModuleType, expression: ast.expr, **given: str) -> frozenset[str]:
    """The words of a text that the module's own names make up."""
    text = eval(compile(ast.Expression(expression), module.__name__, "eval"), {**vars(module), **given})
    return frozenset(str(text).split())
