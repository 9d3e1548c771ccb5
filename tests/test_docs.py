"""What the pages say is so: links, commands, pasted output, doors, grammar, what is said to be missing."""

from __future__ import annotations

import hashlib
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from eremun.cli.app import VERBS, command_of, main
from eremun.sources import formula_parser as parser
from eremun.values.units import LITERAL_UNITS

ROOT = Path(__file__).resolve().parents[1]
READMES = {"en": ROOT / "README.md", "id": ROOT / "README.id.md"}
SKIPPED = {".venv", ".venv-test", "node_modules", "out"}
LEFT_OUT = "…"


def pages() -> list[Path]:
    """All Markdown of the project; hidden folders and environments aside."""
    found = (path for path in ROOT.rglob("*.md") if path.is_file())
    return sorted(
        path for path in found if not any(p.startswith(".") or p in SKIPPED for p in path.relative_to(ROOT).parts)
    )


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def blocks(text: str, info: str) -> list[str]:
    return re.findall(rf"^```{info}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def headings(path: Path) -> list[tuple[int, str]]:
    text = re.sub(r"^```.*?^```", "", text_of(path), flags=re.MULTILINE | re.DOTALL)
    return [(len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", text, flags=re.MULTILINE)]


def anchor(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", pages(), ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", without_code(text_of(page))):
        path, _, place = link.partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = (page.parent / path).resolve() if path else page
        wrong_place = place and target.suffix == ".md" and target.exists() and not has_place(target, place)
        if not target.exists() or wrong_place:
            broken.append(link)
    assert not broken


def has_place(page: Path, place: str) -> bool:
    return place in {anchor(title) for _, title in headings(page)}


@pytest.mark.parametrize("page", pages(), ids=named)
def test_no_page_names_a_path_of_one_machine(page: Path) -> None:
    found = re.findall(r"(?<![\w.])/(?:home|Users|root|tmp|opt|work|mnt)/\S*|\b[A-Z]:\\\S+", text_of(page))
    assert not found


# The two READMEs


@pytest.mark.parametrize("name", ["run", "test"])
def test_ci_runs_the_blocks_of_the_readme(name: str) -> None:
    commands = {lang: blocks(text_of(page), f"sh {name}") for lang, page in READMES.items()}
    assert len(commands["en"]) == 1
    assert commands["id"] == commands["en"]
    assert f".ci/readme.py {name} " in text_of(ROOT / ".ci" / "run")


def test_the_readmes_have_the_same_sections() -> None:
    levels = {lang: [level for level, _ in headings(page)] for lang, page in READMES.items()}
    assert levels["id"] == levels["en"]


def test_the_readmes_show_the_same_commands_and_name_the_same_keys() -> None:
    english, indonesian = (text_of(READMES[lang]) for lang in ("en", "id"))
    assert typed(english) == typed(indonesian)
    links = {lang: set(re.findall(r"\]\(([^)#\s]+)\)", text_of(page))) for lang, page in READMES.items()}
    assert links["en"] - {"README.id.md"} == links["id"] - {"README.md"}


def typed(text: str) -> list[str]:
    return [line for block in blocks(text, "console") for line in block.splitlines() if line.startswith("$ ")]


# Commands


def commands_shown() -> Iterator[tuple[str, str]]:
    """Every `eremun VERB …` in the READMEs and those of the packs: (page, words after eremun)."""
    for page in (*READMES.values(), *sorted((ROOT / "rules").glob("*/README.md"))):
        for words in re.findall(
            r"(?:^|[`/ ])eremun ((?!\d)[a-z]+\b[^`\n]*)", code_of(text_of(page)), flags=re.MULTILINE
        ):
            yield named(page), words


def code_of(text: str) -> str:
    """The code of a page: fenced blocks of commands, and words between backticks, one a line."""
    fenced = "".join(blocks(text, "(?:sh(?: run| test)?|console)"))
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for line in fenced.splitlines() if "eremun" in line and not line.startswith((" ", "="))]
    return "\n".join([*lines, *(f"`{code}`" for code in re.findall(r"`([^`\n]+)`", prose))])


@pytest.mark.parametrize(("page", "words"), sorted(set(commands_shown())))
def test_commands_shown_exist(page: str, words: str) -> None:
    verb, *rest = words.split(" && ")[0].split()
    assert verb in VERBS, page
    app = typer.Typer()
    app.command(verb)(command_of(verb))
    known = {option for parameter in get_command(app).params for option in parameter.opts}
    shown = {word.split("=")[0] for word in rest if word.startswith("--")}
    assert shown <= known, page


def test_every_verb_is_in_both_readmes() -> None:
    for page in READMES.values():
        assert [verb for verb in VERBS if f"| `eremun {verb} " not in text_of(page)] == []


# What is pasted is what is printed


@dataclass(frozen=True)
class Checkout:
    """A folder as a newcomer has it, in which commands are given; what they print, on either stream."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch

    def printed(self, command: str, lang: str) -> str:
        """`eremun …` in this process, since starting one for each takes most of the time; anything else in a shell."""
        if not command.startswith("eremun "):
            done = subprocess.run(
                ["bash", "-c", command], cwd=self.folder, capture_output=True, timeout=60, check=False
            )
            return (done.stdout + done.stderr).decode("utf-8")
        return self.captured(lang, lambda: main(shlex.split(command)[1:]))

    def captured(self, lang: str, work: Callable[[], object]) -> str:
        stream = StringIO()
        self.monkeypatch.setenv("EREMUN_LANG", lang)
        with chdir(self.folder), redirect_stdout(stream), redirect_stderr(stream):
            work()
        return stream.getvalue()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    for folder in ("rules", "sample_data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Checkout(tmp_path, monkeypatch)


def parts(block: str) -> Iterator[tuple[str, list[str]]]:
    """(command, lines shown after it) of a console block."""
    for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = piece.splitlines()
        yield command, shown


def assert_shown(shown: list[str], output: str, command: str) -> None:
    """Every line shown is printed, in this order, and without `…` between two of them nothing else is."""
    lines = output.splitlines()
    place, gap = 0, False
    for line in shown:
        if line == LEFT_OUT:
            gap = True
            continue
        rest = lines[place:]
        assert line in (rest if gap else rest[:1]), f"{command}\nnot printed here: {line}\n{output}"
        place, gap = place + rest.index(line) + 1, False
    assert gap or place == len(lines), f"{command}\nmore is printed:\n" + "\n".join(lines[place:])


@pytest.mark.parametrize("lang", READMES)
def test_output_in_the_readme_is_what_is_printed(lang: str, checkout: Checkout) -> None:
    for block in blocks(text_of(READMES[lang]), "console"):
        for command, shown in parts(block):
            assert_shown(shown, checkout.printed(command, lang), command)


@pytest.mark.parametrize("lang", READMES)
def test_the_library_does_what_the_readme_shows(lang: str, checkout: Checkout) -> None:
    text = text_of(READMES[lang])
    (program,), (shown,) = blocks(text, "python"), blocks(text, "text")
    assert checkout.captured(lang, lambda: exec(compile(program, "README", "exec"), {})) == shown
    expected = ROOT / "sample_data" / "2026-01" / "expected" / "payroll.csv"
    assert (checkout.folder / "out" / "payroll.csv").read_bytes() == expected.read_bytes()


def test_the_readmes_say_how_long_the_derivation_is(checkout: Checkout) -> None:
    command = next(line for line in typed(text_of(READMES["en"])) if "explain" in line)
    count = len(checkout.printed(command[2:], "id").splitlines())
    assert f"; {count} lines" in text_of(READMES["en"])
    assert f"; {count} baris" in text_of(READMES["id"])


def test_the_pack_says_how_much_is_assumed(checkout: Checkout) -> None:
    found = re.search(r"\d+ dari \d+ ketentuan", checkout.printed("eremun check kota-bandung", "id"))
    assert found
    assert found.group() in text_of(ROOT / "rules" / "kota-bandung" / "README.md")


# What is said not to be there


@pytest.mark.parametrize("verb", ["close", "correct", "verify", "diff"])
def test_verbs_said_to_be_missing_are_missing(verb: str) -> None:
    assert verb not in VERBS


# ARCHITECTURE.md


def stages() -> list[list[str]]:
    rows = re.findall(r"^\| (\w+) \|(.+)\|$", text_of(ROOT / "ARCHITECTURE.md").split("## Folders")[0], re.MULTILINE)
    return [[name, *(cell.strip() for cell in re.split(r"(?<!\\)\|", rest))] for name, rest in rows if name != "stage"]


@pytest.mark.parametrize("stage", stages(), ids=lambda stage: stage[0])
def test_doors_are_there(stage: list[str]) -> None:
    doors = re.findall(r"`([\w.]+)`", stage[3])
    assert doors
    for door in doors:
        module, _, name = door.rpartition(".")
        assert door.split(".")[1] == stage[0]
        assert hasattr(import_module(module), name), door


@pytest.mark.parametrize("stage", stages(), ids=lambda stage: stage[0])
def test_stages_raise_the_codes_the_table_says(stage: list[str]) -> None:
    place = ROOT / "eremun" / stage[0]
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    raised = {code for path in files for code in re.findall(r'"(E\d{3})"', text_of(path))}
    said = re.compile("|".join(code.replace("x", r"\d") for code in re.findall(r"`(E\w+)`", stage[4])) or "none")
    assert [code for code in sorted(raised) if not said.fullmatch(code)] == []
    assert bool(raised) == (stage[4] != "none")


def test_every_folder_has_its_line() -> None:
    text = text_of(ROOT / "ARCHITECTURE.md")
    packages = [path.parent for path in (ROOT / "eremun").glob("*/__init__.py")]
    tops = [
        path
        for path in ROOT.iterdir()
        if path.is_dir() and path.name in ("rules", "sample_data", "tests", "docs", "benchmarks")
    ]
    assert [named(path) for path in (*packages, *tops) if f"| `{named(path)}/` |" not in text] == []


def test_files_named_in_the_architecture_are_there() -> None:
    text = text_of(ROOT / "ARCHITECTURE.md")
    found = re.findall(r"`((?:[a-z_]+/)+[\w*]+\.(?:py|txt))`", text)
    assert found
    missing = [name for name in found if not list(ROOT.glob(name)) and not list((ROOT / "eremun").glob(name))]
    assert missing == []
    folders = re.findall(r"`(tests/\w+)`", text)
    assert [name for name in folders if not (ROOT / name).is_dir()] == []


# Grammar, glossary, expected files


def test_the_grammar_has_every_word_of_the_parser() -> None:
    grammar = text_of(ROOT / "docs" / "grammar.txt").split("Between words")[0]
    quoted = set(re.findall(r'"([^"\s]+)"', grammar))
    words = {*parser.KEYWORDS, *parser.AGGREGATES, *parser.CALLS, *parser.COMPARISONS, *LITERAL_UNITS, "rejected"}
    assert words <= quoted
    assert {word for word in quoted if word.isalpha()} <= words


def test_the_docs_are_all_in_the_index() -> None:
    index = text_of(ROOT / "docs" / "README.md")
    files = [path.name for path in (ROOT / "docs").iterdir() if path.is_file() and path.name != "README.md"]
    assert [name for name in files if f"({name})" not in index] == []


def test_expected_files_change_with_a_line_in_the_changelog() -> None:
    (listed,) = blocks(text_of(ROOT / "CHANGELOG.md"), "text sha256")
    folder = ROOT / "sample_data" / "2026-01" / "expected"
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    assert {line.split()[1]: line.split()[0] for line in listed.splitlines()} == found
