"""One mistake is told once: `eremun check` with its test files, one line of a valid pack written as authors write it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eremun.cli.app import main

PACK = {
    "pack.yaml": """\
name: contoh
eremun: ">=0.1"
effective_from: 2025-01-01
period: month
person: pegawai
""",
    "data.yaml": """\
regulations:
  perwal-7: {title: Peraturan Wali Kota Nomor 7}
enums:
  status_asn: [pns, cpns]
inputs:
  pegawai:
    label: Pegawai
    key: [nip]
    columns:
      nip: {type: nip}
      status: {type: status_asn}
      kelas: {type: number, range: 1..15}
  presensi:
    key: [nip, tanggal]
    columns:
      nip: {type: nip}
      tanggal: {type: date, range: period}
      terlambat: {type: menit, range: 0..480}
    references: {pegawai: [nip]}
outputs:
  payroll:
    columns: [nip, bersih]
""",
    "tpp.yaml": """\
basis: perwal-7 pasal 3
parameters:
  tarif_menit:
    value: 500 rupiah/menit
tables:
  pagu_kelas:
    in: {kelas: number}
    out: rupiah
    from: {1: 2_000_000, 8: 3_000_000}
rules:
  pegawai:
    menit_terlambat:
      unit: menit
      formula: sum(presensi.terlambat)
    tpp_bruto:
      unit: rupiah
      formula: pagu_kelas[kelas] * 95%
      round: down to 1 rupiah
      exceptions:
        calon:
          when: status = cpns
          formula: pagu_kelas[kelas] * 80%
    bersih:
      unit: rupiah
      formula: tpp_bruto - menit_terlambat * tarif_menit
ensure:
  pegawai:
    tidak_minus:
      formula: bersih >= 0 rupiah
      accept: {W307: hanya contoh}
findings:
  pegawai:
    kecil:
      label: Kurang dari satu juta
      amount: 1_000_000 rupiah - (if paid then bersih else 0 rupiah)
""",
    "tests/uji.yaml": """\
period: 2026-01
tests:
  biasa:
    given:
      pegawai:
        - {nip: "199001012015031001", status: pns, kelas: 7}
      presensi:
        - {nip: "199001012015031001", tanggal: 2026-01-05, terlambat: 10}
    expect:
      pegawai:
        - {nip: "199001012015031001", tpp_bruto: 1_900_000, bersih: 1_895_000}
""",
}

# (what is written, what stands there instead, code, line, what the fix must name)
MISTAKES = {
    "satuan": ("tpp.yaml", "      unit: menit\n", "      satuan: menit\n", "E201", 13, "unit"),
    "unti": ("tpp.yaml", "      unit: menit\n", "      unti: menit\n", "E201", 13, "unit"),
    "rumus": ("tpp.yaml", "formula: sum(", "rumus: sum(", "E201", 14, "formula"),
    "pembulatan": ("tpp.yaml", "round: down", "pembulatan: down", "E201", 18, "round"),
    "nilai": ("tpp.yaml", "    value: 500", "    nilai: 500", "E201", 4, "value"),
    "aturan": ("tpp.yaml", "rules:", "aturan:", "E201", 10, "rules"),
    "tabel": ("tpp.yaml", "tables:", "tabel:", "E201", 5, "tables"),
    "kolom": ("data.yaml", "    columns:\n      nip: {type: nip}\n      status", "    kolom:\n      nip: {type: nip}\n      status",
              "E201", 9, "columns"),
    "kunci": ("data.yaml", "    key: [nip]\n", "    kunci: [nip]\n", "E201", 8, "key"),
    "judul": ("data.yaml", "{title:", "{judul:", "E201", 2, "title"),
    "kolom of a group": ("data.yaml", "outputs:\n", "groups:\n  sekelas: {of: pegawai, menurut: [kelas]}\noutputs:\n",
                         "E201", 21, "by"),
    "no blank after a colon": ("data.yaml", "{type: number", "{type:number", "E201", 12, "type"),
    "a rule too far out": ("tpp.yaml", "    bersih:\n", "  bersih:\n", "E241", 23, ""),
    "a grain misspelt": ("tpp.yaml", "rules:\n  pegawai:", "rules:\n  pegawe:", "E241", 11, "pegawai"),
    "a grain of promises misspelt": ("tpp.yaml", "ensure:\n  pegawai:", "ensure:\n  pegawia:", "E241", 27, "pegawai"),
    "a name with a blank": ("tpp.yaml", "    tpp_bruto:\n", "    tpp bruto:\n", "E211", 15, "tpp_bruto"),
    "a name with a hyphen": ("tpp.yaml", "    tpp_bruto:\n", "    tpp-bruto:\n", "E211", 15, "tpp_bruto"),
    "a tab": ("tpp.yaml", "      unit: menit\n", "\tunit: menit\n", "E100", 13, ""),
    "a name that YAML changes": ("data.yaml", "      kelas: {", "      no: {type: number}\n      kelas: {", "E111", 12, ""),
    "no key": ("data.yaml", "    key: [nip]\n", "", "E202", 6, ""),
    "a key that is no column": ("data.yaml", "    key: [nip]\n", "    key: [nipp]\n", "E240", 6, "nip"),
    "a number too large": ("tpp.yaml", "tpp_bruto - menit_terlambat * tarif_menit",
                           "tpp_bruto * 9_999_999_999_999_999 * 9_999_999_999_999_999 - menit_terlambat * tarif_menit",
                           "E605", 23, ""),
    "no basis": ("tpp.yaml", "basis: perwal-7 pasal 3\n", "", "E210", 1, ""),
    "dasar": ("tpp.yaml", "basis: perwal-7 pasal 3\n", "dasar: perwal-7 pasal 3\n", "E201", 1, "basis"),
    "a gap asked for twice": ("tpp.yaml", "{1: 2_000_000,", "{2: 2_000_000,", "E503", 17, ""),
    "no unit": ("tpp.yaml", "    bersih:\n      unit: rupiah\n", "    bersih:\n", "E317", 24, ""),
    "a column that is not there": ("data.yaml", "      terlambat: {type: menit, range: 0..480}\n", "", "E245", 14, ""),
    "a heading said twice": ("tpp.yaml", "    bersih:\n", "rules:\n  pegawai:\n    bersih:\n", "E103", 23, ""),
    "a name that two rows of a test say": ("tests/uji.yaml", "bersih: 1_895_000}", "bersi: 1}\n        - {nip: \"1\", bersi: 1}",
                                           "E656", 11, "bersih"),
    "another person": ("pack.yaml", "person: pegawai", "person: asn", "E241", 5, ""),
}  # fmt: skip


# (what is written, what stands there instead, the fix, in both languages)
FIXES = {
    "a tab": ("tpp.yaml", "      unit: menit\n", "\tunit: menit\n",
              "ganti tab di awal baris dengan spasi", "put blanks in place of the tab before the line"),
    "no colon": ("tpp.yaml", "formula: sum(presensi.terlambat)", "formula sum(presensi.terlambat)",
                 "tulis titik dua dan satu spasi sesudah nama di awal baris, seperti `formula: …`",
                 "write a colon and a blank after the name that begins the line, as in `formula: …`"),
    "no blank": ("tpp.yaml", "formula: sum(", "formula:sum(", "beri satu spasi sesudah titik dua",
                 "put a blank after the colon"),
    "a line too far in": ("tpp.yaml", "      formula: sum(", "        formula: sum(",
                          "mulai baris ini tepat di bawah awal baris di atasnya",
                          "begin this line right below the beginning of the line above"),
    "a line too far out": ("tpp.yaml", "      formula: sum(", "     formula: sum(",
                           "mulai baris ini tepat di bawah awal baris di atasnya",
                           "begin this line right below the beginning of the line above"),
    "a semicolon": ("tpp.yaml", "formula: sum(presensi.terlambat)", "formula: max(sum(presensi.terlambat); 0 menit)",
                    "tulis ,", "write ,"),
    "an IF of spreadsheets": ("tpp.yaml", "formula: pagu_kelas[kelas] * 95%", "formula: IF(kelas > 7, 1, 2)",
                              "tulis if", "write if"),
    "a MAX of spreadsheets": ("tpp.yaml", "formula: sum(presensi.terlambat)",
                              "formula: MAX(sum(presensi.terlambat), 0 menit)", "mungkin dimaksudkan max",
                              "perhaps max is meant"),
    "Rp and a blank": ("tpp.yaml", "bersih >= 0 rupiah", "bersih >= Rp 0", "tulis 0 rupiah", "write 0 rupiah"),
    "persen as a word": ("tpp.yaml", "* 95%", "* 95 persen", "tulis 95%", "write 95%"),
    "quotes of a text editor": ("tpp.yaml", "status = cpns", "status = “cpns”", 'tulis "', 'write "'),
    "per": ("tpp.yaml", "rupiah/menit", "rupiah per menit", "mungkin dimaksudkan rupiah/menit",
            "perhaps rupiah/menit is meant"),
    "a hyphen between limits": ("data.yaml", "1..15", "1-15", "tulis 1..15", "write 1..15"),
    "s.d. between limits": ("data.yaml", "1..15", "1 s.d. 15", "tulis 1..15", "write 1..15"),
    "a unit with a limit": ("data.yaml", "0..480", "0 menit..480", "mungkin dimaksudkan 0", "perhaps 0 is meant"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", FIXES.values(), ids=FIXES.keys())
def test_the_fix_of_a_mistake(
    mistake: tuple[str, str, str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Told first, and in both languages."""
    file, old, new, indonesian, english = mistake
    one = told(written(tmp_path, file, old, new), capsys)[0]["data"]
    assert (one["id"]["fix"], one["en"]["fix"]) == (indonesian, english)


def test_nothing_is_suggested_for_a_quotient_of_an_unknown_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`rupiah` for `rupiah/minggu` would be a fix that makes the next fault."""
    (one,) = told(written(tmp_path, "tpp.yaml", "rupiah/menit", "rupiah/minggu"), capsys)
    assert (one["code"], one["data"]["id"]["fix"]) == ("E204", "")


def told(folder: Path, capsys: pytest.CaptureFixture[str], lang: str = "id") -> list[dict]:  # type: ignore[type-arg]
    capsys.readouterr()
    main(["check", str(folder), "--format", "json", "--lang", lang])
    return [one for one in json.loads(capsys.readouterr().out) if one["severity"] == 1]


def written(folder: Path, changed: str = "", old: str = "", new: str = "") -> Path:
    for name, text in PACK.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        assert name != changed or text.count(old) >= 1
        path.write_text(text.replace(old, new, 1) if name == changed else text, encoding="utf-8")
    return folder


def test_the_pack_itself_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(written(tmp_path), capsys) == []


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_one_mistake_is_told_once(
    mistake: tuple[str, str, str, str, int, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, old, new, code, line, meant = mistake
    found = told(written(tmp_path, file, old, new), capsys)
    assert [(one["code"], one["range"]["start"]["line"] + 1) for one in found] == [(code, line)]
    if meant:
        assert f"mungkin dimaksudkan {meant}" in json.dumps(found, ensure_ascii=False)


def test_names_that_a_test_may_say_are_listed_in_one_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest first, then by letters; nothing is suggested that is not alike."""
    (one,) = told(written(tmp_path, "tests/uji.yaml", "bersih: 1_895_000", "zzz: 1"), capsys, "en")
    assert "known are: bersih, kelas, menit_terlambat, nip, status, tpp_bruto." in json.dumps(one)
    assert "perhaps" not in json.dumps(one)
