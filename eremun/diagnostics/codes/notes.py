"""N30x: what `check` has found out of a pack; nothing is wrong with it."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

NOTES: tuple[Code, ...] = (
    Code(
        "N301",
        "promise-proven",
        Texts(
            "janji {name} terbukti: tidak ada isian yang dapat melanggarnya",
            "rumusnya terpenuhi untuk semua isian dalam rentangnya dan semua baris tabel, bila ia dapat dihitung.",
            "",
            "Yang dibuktikan berlaku untuk setiap orang dan setiap bulan, sebelum ada data. Bila sebuah nilai tidak "
            "dapat dihitung, orangnya tertahan karena itu, bukan karena janjinya. Janji yang terbukti tetap diperiksa "
            "pada tiap orang.",
        ),
        Texts(
            "the promise {name} is proven: no input can break it",
            "its formula holds for all inputs within their ranges and all rows of tables, where it can be worked out.",
            "",
            "What is proven holds for everybody and every month, before there is any data. Where a value cannot be "
            "worked out, the person is blocked for that and not for the promise. A proven promise is still checked for "
            "each person.",
        ),
        bad="formula: sum(kunjungan.denda)\n…\nensure: {kendaraan: {wajar: {formula: denda_bulan <= 100_000 rupiah}}}",
        good="formula: min(sum(kunjungan.denda), 100_000 rupiah)\n…\n"
        "ensure: {kendaraan: {wajar: {formula: denda_bulan <= 100_000 rupiah}}}",
    ),
    Code(
        "N302",
        "promise-not-proven",
        Texts(
            "janji {name} tidak terbukti; ia diperiksa pada tiap orang",
            "siapa yang tidak memenuhinya tertahan dengan alasan {name}.",
            "",
            "Janji yang memeriksa data memang dapat dilanggar oleh data. Yang seharusnya tidak dapat dilanggar mungkin "
            "benar tetapi tidak dapat dibuktikan: `check` hanya mengatakan terbukti bila setiap langkahnya pasti. "
            "Rentang kolom yang lebih sempit sering cukup untuk membuktikannya.",
        ),
        Texts(
            "the promise {name} is not proven; it is checked for each person",
            "whoever does not keep it is blocked, with the reason {name}.",
            "",
            "A promise that checks data can of course be broken by data. One that should never be broken may be true "
            "and yet not be proven: `check` says proven only where every step is certain. Narrower ranges of columns "
            "are often enough to prove it.",
        ),
        bad="denda: {type: rupiah}",
        good="denda: {type: rupiah, range: 0..50_000}",
    ),
    Code(
        "N303",
        "can-block",
        Texts(
            "dapat menahan orang ({name}): {cause}",
            "siapa yang pembayaran atau janjinya memerlukan ini tertahan dengan alasan {name}, sampai datanya "
            "diperbaiki.",
            "",
            "Tempat-tempat di jalan menuju berkas bayar dan janji di mana sebuah nilai mungkin tidak ada. Yang sudah "
            "dikecualikan oleh rentang kolom atau oleh syarat di depannya (`if … > 0 then`, `present(…) and`, "
            "`default`) tidak disebut; begitu pula janji, yang mempunyai catatan sendiri. Tidak ada yang keliru: "
            "daftar ini menyebut apa yang harus disiapkan dalam data, atau ditetapkan dalam aturan.",
        ),
        Texts(
            "can block a person ({name}): {cause}",
            "whoever needs it for his pay or a promise is blocked with the reason {name}, until the data are mended.",
            "",
            "The places on the way to the payroll and to promises where a value may not exist. What ranges of columns "
            "or a condition before it exclude (`if … > 0 then`, `present(…) and`, `default`) is not listed; nor are "
            "promises, which have notes of their own. Nothing is wrong: the list says what data must have, or what a "
            "rule might settle.",
        ),
        bad="formula: jumlah / kunjungan_sebulan",
        good="formula: if kunjungan_sebulan > 0 then jumlah / kunjungan_sebulan else 0 rupiah",
    ),
    Code(
        "N304",
        "correction-pays",
        Texts(
            "koreksi bulan yang sudah ditutup membayar selisih {name}",
            "begitulah yang ditulis di bawah `corrects`; perintah yang mengoreksi belum ada.",
            "",
            "Selama bulan belum dapat ditutup dan dikoreksi, `corrects` tidak mengubah perhitungan bulan mana pun. "
            "`check` sudah memeriksa bahwa aturannya ada dan selisihnya tidak dibayar dua kali.",
        ),
        Texts(
            "a correction of a closed month pays the difference of {name}",
            "so `corrects` says; the command that corrects is not there yet.",
            "",
            "As long as months can't be closed and corrected, `corrects` changes the computation of no month. `check` "
            "already sees to it that the rule is there and that no difference is paid twice.",
        ),
        bad="corrects: [jumlh]",
        good="corrects: [jumlah]",
    ),
)
