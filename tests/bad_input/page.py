"""The page of bad input: `python -m tests.bad_input.page` gives every command in a process of its own and rewrites it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bad_input.cases import EVERY, SECTIONS, Case
from tests.bad_input.month import FORMS, forget
from tests.bad_input.running import ROOT, Outcome, older_result, prepare, run_console

PAGE = ROOT / "docs" / "masukan-bermasalah.md"
NAMES = {"csv": "CSV", "parquet": "Parquet", "xlsx": "XLSX"}
HEAD = """\
# Masukan yang bermasalah

*English: what `eremun run` says and leaves behind for every kind of bad input; made by `python -m tests.bad_input.page`, do not edit.*

Halaman ini dibuat oleh `python -m tests.bad_input.page`; jangan disunting. Setiap baris adalah satu bulan kecil (empat orang, dua unit
kerja, 31 hari) dengan satu hal yang diubah, sebagai CSV, Parquet, atau XLSX. Perintahnya, kecuali bila kasusnya menyebut yang lain:

    eremun run kota-bandung --data data --period 2026-01 --out hasil

- Ketika halaman ini dibuat, setiap baris dijalankan lewat perintah itu dalam proses tersendiri. Uji `tests/bad_input` menjalankan
  setiap baris lagi lewat pintu masuk perintah yang sama di dalam proses ujinya, dan wakil tiap jenis juga dalam proses tersendiri.
  Uji gagal bila satu baris saja berbeda dari halaman ini.
- **Kode** adalah kode keluar: 0 selesai, 3 tidak dilayani, 130 Ctrl-C, 143 dihentikan oleh sistem. Dengan `--strict`, setiap baris berkode 0 yang
  menolak baris atau menahan orang berkode 1; itu diuji pula.
- **Pesan** adalah baris pertama pesannya. Bila perintah selesai: baris pertama tentang yang ditolak, atau baris pertama ringkasan.
- **Folder hasil**: sebelum setiap perintah, folder `hasil` memuat hasil yang lebih lama. `hasil lama utuh` berarti setiap berkas di sana dan di
  folder data tetap sama sampai bita terakhir, tanpa berkas sementara; dijalankan lagi tanpa hasil lama, folder itu tidak dibuat.
  `hasil baru, lengkap` berarti keenam berkas ada, cocok dengan sidik di `run.json`, dan banyaknya berjumlah: orang dalam data = dibayar + tertahan +
  ditolak, baris dibaca = dipakai + ditolak.
- Tanda – berarti bentuk berkas itu tidak dapat memuat kesalahan tersebut.
"""


@dataclass(frozen=True)
class Row:
    """What the page says of one case in one form."""

    exit: int
    message: str
    left: str


Rows = Mapping[tuple[str, str], Row]


def row_of(outcome: Outcome) -> Row:
    return Row(outcome.exit, outcome.message(), outcome.left())


def render(rows: Rows) -> str:
    """The whole page."""
    parts = [HEAD]
    for section, cases in SECTIONS.items():
        parts.append(f"## {section}\n\n| Kasus | Bentuk | Kode | Pesan | Folder hasil |\n|---|---|---|---|---|")
        parts += [_line(case, form, rows) for case in cases for form in FORMS]
        parts.append("")
    return "\n".join(parts)


def _line(case: Case, form: str, rows: Rows) -> str:
    cells = ("–", "–", "–")
    if case.expected(form):
        row = rows[case.title, form]
        cells = (str(row.exit), f"`{row.message}`" if row.message else "(tidak ada)", row.left)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (case.title, NAMES[form], *cells)) + " |"


def read_page() -> dict[tuple[str, str], Row]:
    """The rows of the page as it is."""
    rows: dict[tuple[str, str], Row] = {}
    forms = {name: form for form, name in NAMES.items()}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [
            cell.replace("\\|", "|") for cell in re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))
        ]
        if len(cells) == 5 and cells[1] in forms and cells[2] != "–":
            title, form, code, message, left = cells
            rows[title, forms[form]] = Row(int(code), "" if message == "(tidak ada)" else message[1:-1], left)
    return rows


def run_all() -> dict[tuple[str, str], Row]:
    """Every case in every form, each command in a process of its own."""
    older_result()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:

        def row(case: Case, form: str) -> Row:
            root = Path(folder) / f"{case.name}-{form}"
            root.mkdir()
            prepare(case, form, root)
            outcome, expect = run_console(case, root), case.expected(form)
            assert expect, case.name
            assert outcome.exit == expect.exit, f"{case.name}-{form}: {outcome.err}"
            return row_of(outcome)

        made = {(case.title, form): pool.submit(row, case, form) for case, form in EVERY}
        return {key: future.result() for key, future in made.items()}


if __name__ == "__main__":
    PAGE.write_text(render(run_all()), encoding="utf-8")
    forget()
