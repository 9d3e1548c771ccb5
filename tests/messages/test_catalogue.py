"""The catalogue of what sources, model, check and plan refuse: complete, in both languages, with nothing left over."""

from __future__ import annotations

import ast
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import eremun
from eremun import api
from eremun.diagnostics.codes import CODES
from eremun.diagnostics.codes.code import Code, Texts
from eremun.diagnostics.diagnostic import Refused
from eremun.diagnostics.texts import PLACEHOLDER
from eremun.plan.widths import choose_widths
from eremun.sources.reader import read_documents
from tests.messages.messages import BASE, HERE, Case, printed, write_pack

STAGES = ("sources", "model", "check", "plan")
ENTRIES: dict[str, Code] = {code: entry for code, entry in CODES.items() if re.match("[ENW][1-5]|E60|E815", code)}
WITHOUT_PACK = {
    "E121": "test_unreadable_file",
    "E122": "test_no_plain_file",
    "E123": "test_too_many_files",
    "E606": "test_too_many_pairs",
}
OFFICERS = b"inputs:\n  petugas:\n    label: Petugas\n    key: [kode]\n    columns:\n      kode: {type: text}\n"
JARGON = re.compile(r"\b(parse[dr]?|parsing|tokens?|null|scalars?|mappings?|strings?|boolean value|runtime)\b", re.I)


def stage_files() -> Iterator[Path]:
    package = Path(eremun.__file__).parent
    for stage in STAGES:
        yield from sorted((package / stage).glob("**/*.py"))


def calls() -> Iterator[tuple[str, set[str], bool]]:
    """(code, named arguments, whether more come from a dict) of every call that raises a code."""
    for path in stage_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            code = first.value if isinstance(first, ast.Constant) else None
            if isinstance(node, ast.Call) and isinstance(code, str) and re.fullmatch(r"[ENW]\d{3}", code):
                names = {word.arg for word in node.keywords if word.arg is not None}
                yield code, names, any(word.arg is None for word in node.keywords)


def codes_in_source() -> set[str]:
    return {code for path in stage_files() for code in re.findall(r'"([ENW]\d{3})"', path.read_text(encoding="utf-8"))}


def placeholders(*templates: str) -> set[str]:
    return {name for template in templates for name in PLACEHOLDER.findall(template) if name}


def sentences(texts: Texts) -> tuple[str, str, str]:
    return texts.message, texts.reason, texts.fix


def test_every_code_raised_is_in_the_catalogue_and_no_other() -> None:
    assert codes_in_source() == set(ENTRIES)


def test_every_code_has_a_markdown_file() -> None:
    tested = {path.stem[:4] for path in HERE.glob("[ENW]*.md")}
    assert tested | set(WITHOUT_PACK) == set(ENTRIES)
    assert not tested & set(WITHOUT_PACK)
    assert all(name in globals() for name in WITHOUT_PACK.values())


def test_markdown_files_bear_the_slug() -> None:
    assert {path.stem for path in HERE.glob("[ENW]*.md")} == {
        f"{code}-{entry.slug}" for code, entry in ENTRIES.items() if code not in WITHOUT_PACK
    }


def test_placeholders_are_arguments_of_every_call() -> None:
    for code, named, more in calls():
        if not more:
            assert placeholders(*sentences(ENTRIES[code].id)) <= named, code


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_entry_is_whole(code: str) -> None:
    entry = ENTRIES[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|tag", entry.slug)
    assert placeholders(*sentences(entry.id)) == placeholders(*sentences(entry.en))
    assert bool(entry.id.fix) == bool(entry.en.fix)
    assert all((entry.bad, entry.good))
    for texts in (entry.id, entry.en):
        assert all((texts.message, texts.reason, texts.explanation))
        assert not texts.message.endswith(".")
        assert texts.reason.endswith(".")
        assert texts.explanation.endswith(".")
        assert not JARGON.search(" ".join((*sentences(texts), texts.explanation)))


def test_slugs_differ() -> None:
    assert len({entry.slug for entry in ENTRIES.values()}) == len(ENTRIES)


def test_unreadable_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(BASE.parent)
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refused) as refused:
        api.read("base")
    assert printed(refused.value, "id").startswith(
        "Kesalahan[E121] unreadable-file: berkas ini tidak dapat dibuka: Permission denied\n --> base/1-biaya.yaml\n"
    )


def test_no_plain_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe would be waited for; a link out of the pack would make it another pack on another computer."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "parkir")
    os.mkfifo("parkir/2-pipa.yaml")
    Path("parkir/3-folder.yaml").mkdir()
    Path("parkir/4-luar.yaml").symlink_to(BASE / "1-biaya.yaml")
    Path("parkir/5-dalam.csv").symlink_to("tables.yaml")
    Path("parkir/6-hilang.csv").symlink_to("tidak-ada")
    Path("parkir/7-lingkar.csv").symlink_to("7-lingkar.csv")
    Path("parkir/8-tak-berujung.yaml").symlink_to("/dev/zero")
    reading = read_documents(Path("parkir"))
    assert [(one.code, one.data_place) for one in reading.faults] == [
        ("E122", f"parkir/{name}")
        for name in (
            "2-pipa.yaml",
            "3-folder.yaml",
            "4-luar.yaml",
            "8-tak-berujung.yaml",
            "6-hilang.csv",
            "7-lingkar.csv",
        )
    ]
    assert printed(Refused(reading.faults[0]), "id") == (
        "Kesalahan[E122] not-in-the-pack: ini bukan berkas biasa di dalam folder paketnya\n"
        " --> parkir/2-pipa.yaml\n"
        "  = Sebab: paket harus sama di komputer mana pun; tautan ke luar foldernya, folder, pipa, dan perangkat tidak ikut "
        "tersalin bersamanya.\n"
        "  = Penjelasan: eremun rule E122"
    )


def test_a_pack_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "aturan/parkir")
    with pytest.raises(Refused) as refused:
        read_documents(Path("aturan"))
    assert "\n  = Fix: perhaps the folder inside it is meant: aturan/parkir\n" in printed(refused.value, "en")


def test_too_many_files(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").touch()
    for number in range(500):
        (tmp_path / f"{number}.csv").touch()
    with pytest.raises(Refused) as refused:
        api.read(tmp_path)
    assert printed(refused.value, "en").startswith(
        "Error[E123] too-many-files: 501 YAML and CSV files lie in this folder; a pack has at most 500\n"
    )


def test_too_many_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """70,000 x 70,000 rows are more than can be counted with 32 bit."""
    case = Case("pairs", {"2-denda.yaml": b"groups:\n  pasangan:\n    each: [kendaraan, petugas]\n" + OFFICERS})
    monkeypatch.chdir(tmp_path)
    write_pack(case, Path("parkir"))
    plan = api.load("parkir").plan("2026-01").plan
    with pytest.raises(Refused) as refused:
        choose_widths(plan, {"kendaraan": 70_000, "petugas": 70_000})
    assert printed(refused.value, "id").startswith(
        "Kesalahan[E606] too-many-pairs: pasangan akan mempunyai 4900000000 baris\n --> 2-denda.yaml:2:3\n"
    )
    assert printed(refused.value, "en").startswith("Error[E606] too-many-pairs: pasangan would have 4900000000 rows\n")
