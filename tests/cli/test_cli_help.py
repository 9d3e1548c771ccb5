"""`--help` in one language at a time, quickly; what codes and templates say of themselves."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from eremun.cli.app import VERBS, main
from eremun.diagnostics.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = r"\b(Usage|Options|Arguments|Commands|required|default|Show|given|folder of|of the|for the|the|Name)\b"
INDONESIAN = r"\b(Pemakaian|Pilihan|Perintah|wajib|disebut|Menampilkan|dan|atau|yang|untuk|Nama|Bulan|Bahasa|Bentuk)\b"


@pytest.fixture(autouse=True)
def _wide_and_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EREMUN_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "200")


def shown(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(words) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_wholly_in_the_language_asked_for(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [verb] if verb else []
    # One process, one language after the other: what is remembered of the first must not reach the second.
    for lang, other in (("id", ENGLISH), ("en", INDONESIAN), ("id", ENGLISH)):
        text = shown([*words, "--help", "--lang", lang], capsys)
        assert re.findall(other, text) == [], text


def test_help_is_in_indonesian_unless_asked_otherwise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(["--help"], capsys).startswith("Pemakaian: eremun PERINTAH …\n")
    monkeypatch.setenv("EREMUN_LANG", "en")
    assert shown(["--help"], capsys).startswith("Usage: eremun COMMAND …\n")


def test_help_says_what_must_stand_and_what_holds_without(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(["run", "--help", "--lang", "en"], capsys)
    assert text.startswith("Usage: eremun run PACK --data DIR --period YYYY-MM [OPTIONS …]\n")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "PACK Name or folder of a rule pack (required)" in lines
    assert "Engine; the results are the same (if not given: polars)" in lines
    assert "--help Show this help" in lines


def test_help_fits_a_narrow_screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = shown(["run", "--help"], capsys)
    assert max(len(line) for line in text.splitlines()[1:]) <= 60


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys; from eremun.cli.app import main; main(sys.argv[1:]);"
        "print([name for name in ('polars', 'duckdb', 'rich', 'ruamel', 'sqlglot') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_list_of_codes_can_be_read(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(["rule", "--lang", lang], capsys).splitlines()
    assert len(lines) == len(CODES)
    assert [line for line in lines if "… …" in line or "{" in line.replace("{row}", "").replace("{…}", "")] == []
    said = {
        "id": "Hanya bilangan yang bersatuan sama yang dapat dijumlahkan",
        "en": "Only numbers of the same unit can be",
    }
    assert any(line.startswith("E301  unit-mismatch ") and said[lang] in line for line in lines)


def test_a_code_is_explained_before_its_message_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(["rule", "E301", "--lang", "en"], capsys)
    assert text.index("Only numbers of the same unit") < text.index("The message: … cannot be …")
    assert "(Where … stands, the message says names and contents of your files.)" in text
    text = shown(["rule", "E712"], capsys)
    assert "Sebab: …" not in text


def test_the_template_says_that_its_page_is_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, said in (("id", "dalam Bahasa Indonesia dan Inggris"), ("en", "in Indonesian and English")):
        pack = str(ROOT / "rules" / "kota-bandung")
        text = shown(["template", pack, "--out", str(tmp_path / lang), "--lang", lang], capsys)
        assert [line for line in text.splitlines() if "BACA-SAYA.md" in line and said in line]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_one_word_for_assumptions(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(["check", str(ROOT / "rules" / "kota-bandung"), "--lang", lang], capsys)
    assert ("bertumpu pada anggapan." if lang == "id" else "rest on assumptions.") in text
