"""The heading that an Indonesian word in its place most likely means: who writes a regulation has its words at hand."""

from __future__ import annotations

from collections.abc import Collection

MEANT: dict[str, tuple[str, ...]] = {
    "anggapan": ("assumption", "assumptions"),
    "asumsi": ("assumption", "assumptions"),
    "aturan": ("rules",),
    "bab": ("chapter",),
    "banyak": ("count",),
    "baris": ("rows",),
    "batas": ("range",),
    "berakhir": ("effective_to",),
    "berkas": ("file",),
    "berlaku_sampai": ("effective_to",),
    "berlaku_sejak": ("effective_from",),
    "bulatkan": ("round",),
    "catatan": ("note",),
    "dasar": ("basis",),
    "dasar_hukum": ("basis",),
    "data": ("inputs",),
    "desimal": ("decimals",),
    "isi": ("cells", "value"),
    "janji": ("ensure",),
    "jenis": ("type",),
    "jika": ("when",),
    "judul": ("title", "label", "chapter"),
    "jumlah": ("amount", "count"),
    "kecuali": ("exceptions",),
    "kelompok": ("groups",),
    "keluaran": ("outputs",),
    "keterangan": ("note", "label"),
    "ketika": ("when",),
    "kolom": ("columns",),
    "kunci": ("key",),
    "langkah": ("step",),
    "masukan": ("inputs",),
    "menurut": ("by",),
    "mulai": ("effective_from",),
    "nama": ("label", "name"),
    "nilai": ("value",),
    "pembulatan": ("round",),
    "pengecualian": ("exceptions",),
    "peraturan": ("regulations",),
    "periode": ("period",),
    "rentang": ("range",),
    "rujukan": ("references",),
    "rumus": ("formula",),
    "sampai": ("effective_to",),
    "satuan": ("unit", "type"),
    "sejak": ("effective_from",),
    "syarat": ("when", "require"),
    "tabel": ("tables",),
    "tanggal": ("date",),
    "temuan": ("findings",),
    "tipe": ("type",),
    "versi": ("versions",),
}


def heading_meant(word: str, known: Collection[str]) -> str:
    """One of the known headings, or ""."""
    spoken = MEANT.get(word.strip().lower().replace(" ", "_"), ())
    return next((heading for heading in spoken if heading in known), "")
