"""The shape of the house: which way imports run, what may be named where, what is imported late."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from eremun.check.circles import circles

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "eremun"
ORDER = [
    {"values", "diagnostics"},
    {"sources"},
    {"model"},
    {"check"},
    {"plan"},
    {"intake"},
    {"engines"},
    {"outputs"},
    {"explain"},
    {"api"},
    {"testing"},
    {"cli"},
]
ENGINES = ("reference", "polars", "duckdb")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "rules" not in path.relative_to(PACKAGE).parts[:1])


def part_of(module: str) -> int | None:
    """The place of a module's stage in the order; None for eremun itself."""
    words = module.split(".")
    if words[0] != "eremun" or len(words) < 2:
        return None
    return next((place for place, names in enumerate(ORDER) if words[1] in names), None)


def imports(path: Path, for_types: bool = False) -> Iterator[str]:
    """Every module that the file imports, also inside functions; those for type checkers only where wanted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
        if not for_types
    }
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)  # each may be a module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_stage_imports_only_what_stands_to_its_left(path: Path) -> None:
    own = part_of(name_of(path))
    if own is None:
        return
    for module in imports(path):
        other = part_of(module)
        assert other is None or other <= own, f"{name_of(path)} imports {module}"


def test_no_files_import_each_other_in_a_circle() -> None:
    """Nor for type checkers only: who reads one of them would have to read all. Faces of packages lead nowhere."""
    names = {name_of(path): path for path in modules() if path.name != "__init__.py"}
    graph = {name: [other for other in imports(path, for_types=True) if other in names] for name, path in names.items()}
    assert list(circles(graph)) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_sibling_engines_do_not_import_each_other(engine: str) -> None:
    others = [f"eremun.engines.{other}" for other in ENGINES if other != engine]
    for path in (PACKAGE / "engines" / engine).glob("*.py"):
        assert not [m for m in imports(path) if m.startswith(tuple(others))], path


def test_sibling_engines_have_the_same_doors() -> None:
    for engine in ENGINES:
        names = {path.stem for path in (PACKAGE / "engines" / engine).glob("*.py")}
        assert {"engine", "formulas", "steps", "results"} <= names, engine


def names_of_packs() -> set[str]:
    """Every table, column, rule, parameter, table, enum word and city that a shipped pack names."""
    found: set[str] = set()
    for path in (ROOT / "rules").glob("*/*.yaml"):
        content = YAML(typ="safe").load(path) or {}
        for section in ("inputs", "groups", "parameters", "tables"):
            found |= set(content.get(section, {}))
        for table in content.get("inputs", {}).values():
            found |= set(table.get("columns", {}))
        for section in ("rules", "ensure", "findings"):
            for rules in content.get(section, {}).values():
                found |= set(rules)
    cities = {path.name for path in (ROOT / "rules").iterdir() if path.is_dir()}
    return found | cities | {"bandung", "banjarmasin", "jakarta", "tpp", "pph21"}


CUTOFFS = (0.6, 0.7)  # how alike two words must be for a message to suggest one
LANGUAGE = {"hari", "menit", "poin", "rupiah", "nip", "period"}
EVERYDAY = {"target", "nilai", "tanggal", "mulai", "selesai", "berlaku", "kelompok", "tingkat", "status", "volume", "nama",
            "kode", "uraian", "desember"}  # fmt: skip


def test_no_pack_is_named_in_the_engine() -> None:
    names = {name for name in names_of_packs() if name not in EVERYDAY | LANGUAGE and len(name) > 3}
    pattern = re.compile(r"(?<![\w])(" + "|".join(sorted(map(re.escape, names))) + r")(?![\w])", re.IGNORECASE)
    found = [
        f"{name_of(path)}:{number}: {match.group()}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("words", [["--help"], ["check", "kota-bandung"]])
def test_no_engine_is_imported_for(words: list[str]) -> None:
    code = (
        "import sys; from eremun.cli.app import main; main(sys.argv[1:]); "
        "print('LATE', sorted(m for m in ('polars', 'duckdb', 'sqlglot') if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "LATE []"


@pytest.mark.parametrize("path", [p for p in modules() if p.relative_to(PACKAGE).parts[0] in (
    "values", "diagnostics", "sources", "model", "check", "plan")], ids=name_of)  # fmt: skip
def test_no_float_where_pay_is_worked_out(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    floats = [
        n.lineno
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, float) and n.value not in CUTOFFS
    ]
    floats += [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "float"]
    assert not floats, floats
