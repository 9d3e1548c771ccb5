"""W30x: what `check` warns of, which refuses no pack."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

WARNINGS: tuple[Code, ...] = (
    Code(
        "W301",
        "never-used",
        Texts(
            "{kind} {name} tidak dipakai di mana pun",
            "mungkin di tempatnya tertulis nama lain, atau ketentuannya belum dihitung; seperti sekarang {name} tidak "
            "mengubah pembayaran siapa pun.",
            "hapuslah, pakailah dalam rumus, atau terimalah di bawah {name}:\n  accept: {{{warning}: alasannya}}",
            "Yang ditetapkan tetapi tidak dibaca oleh aturan, janji, temuan, atau berkas hasil mana pun tidak mengubah "
            "pembayaran siapa pun. Kolom teks, daftar, tanggal, dan NIP boleh sekadar keterangan, begitu pula "
            "kolom yang menjadi kunci atau rujukan. Peraturan terpakai bila dikutip, atau mengubah dan diganti oleh "
            "yang dikutip.",
        ),
        Texts(
            "{kind} {name} is used nowhere",
            "perhaps another name stands where it belongs, or its provision is not computed yet; as it is, {name} "
            "changes nobody's pay.",
            "remove it, use it in a formula, or accept it under {name}:\n  accept: {{{warning}: the reason}}",
            "What is set but read by no rule, promise, finding or file of results changes nobody's pay. Columns of "
            "texts, lists, days and NIPs may simply inform, and so may columns that keys or references are made of. A "
            "regulation is used where it is cited, or where it changes, or is replaced by, one that is.",
        ),
        bad="parameters:\n  tarif_lama: {value: 90 rupiah/menit, basis: perda-1-2024}",
        good="parameters:\n  tarif_lama:\n    value: 90 rupiah/menit\n    basis: perda-1-2024\n"
        "    accept: {W301: dipakai laporan tahunan}",
    ),
    Code(
        "W302",
        "begins-in-mid-month",
        Texts(
            "yang berlaku mulai {day} baru dihitung untuk bulan sesudahnya di {grain}",
            "baris {grain} tidak mempunyai tanggal sendiri, jadi berlaku ketentuan pada hari pertama bulan itu; "
            "selisih sejak {day} sampai akhir bulan tidak dibayarkan dan tidak dipotong.",
            "",
            "Baris yang bertanggal memakai ketentuan yang berlaku pada harinya; baris sebulan memakai yang berlaku "
            "pada hari pertama. Bila peraturannya memang berlaku mulai bulan berikutnya, tulis hari pertama bulan "
            "itu. Bila berlaku sejak harinya, hitunglah pada baris yang bertanggal, lalu jumlahkan. Bila sudah "
            "dipertimbangkan, tulis `accept: {W302: alasannya}` di bawah ketentuan itu.",
        ),
        Texts(
            "what is in force from {day} only counts from the month after it on {grain}",
            "rows of {grain} have no day of their own, so what is in force on the first day of the month holds; the "
            "difference from {day} to the end of that month is neither paid nor deducted.",
            "",
            "Rows with a day take what is in force on that day; rows of a month what is in force on its first. If the "
            "regulation holds from the next month on, write the first day of that month. If it holds from the day "
            "itself, compute on rows that have a day, then sum. If this has been considered, write `accept: {W302: "
            "the reason}` under that provision.",
        ),
        bad="versions:\n  - {effective_from: 2024-01-01, value: 2%}\n  - {effective_from: 2026-01-15, value: 3%}",
        good="versions:\n  - {effective_from: 2024-01-01, value: 2%}\n  - {effective_from: 2026-02-01, value: 3%}",
    ),
    Code(
        "W303",
        "accepts-nothing",
        Texts(
            "di sini {warning} diterima, padahal peringatan itu tidak ada",
            "peringatan yang kelak muncul di tempat ini tidak akan terlihat.",
            "hapuslah {warning} dari accept",
            "`accept` menerima sebuah peringatan pada tempatnya. Setelah yang diperingatkan diperbaiki, terimaan itu "
            "tidak berguna lagi dan harus dihapus, supaya peringatan baru tidak ikut tersembunyi.",
        ),
        Texts(
            "{warning} is accepted here, but there is no such warning",
            "a warning that comes up here later would not be seen.",
            "remove {warning} from accept",
            "`accept` accepts a warning where it stands. Once what it warned of is mended, the acceptance serves "
            "nothing and is to be removed, so that it hides no new warning.",
        ),
        bad="tarif:\n  value: 100 rupiah/menit   # dipakai\n  accept: {W301: belum dipakai}",
        good="tarif:\n  value: 100 rupiah/menit   # dipakai",
    ),
    Code(
        "W304",
        "accepted-without-reason",
        Texts(
            "{warning} diterima tanpa alasan",
            "yang membacanya setahun lagi tidak akan tahu apakah ini disengaja; karena itu peringatannya tetap muncul.",
            "",
            "Alasan ditulis sesudah kodenya, dalam satu kalimat yang dipahami pemeriksa: siapa yang memakainya, atau "
            "sampai kapan dibiarkan begitu.",
        ),
        Texts(
            "{warning} is accepted without a reason",
            "who reads it in a year will not know whether this is on purpose; so the warning still comes.",
            "",
            "The reason is written after the code, in one sentence that an auditor understands: who uses it, or until "
            "when it is left so.",
        ),
        bad="accept: {W301: }",
        good="accept: {W301: dipakai laporan tahunan}",
    ),
    Code(
        "W305",
        "exceptions-can-meet",
        Texts(
            "pengecualian {first} dan {second} dari {rule} dapat berlaku bersama",
            "keduanya berlaku pada baris dengan {example}; tidak ditetapkan mana yang didahulukan, sehingga orang yang "
            "bersangkutan tertahan.",
            "bila {second} yang didahulukan, tulis di bawah {second}:\n  overrides: [{first}]",
            "Semua `when` dihitung. Yang disebut dalam `overrides` pengecualian lain yang juga berlaku gugur; bila "
            "masih tersisa lebih dari satu, hitungan baris itu berhenti dan orangnya tertahan. Bila keduanya memang "
            "tidak boleh bertemu, tulis `accept: {W305: alasannya}` di bawah pengecualian yang kedua.",
        ),
        Texts(
            "the exceptions {first} and {second} of {rule} can hold together",
            "both hold on a row with {example}; nothing says which goes first, so the person concerned is blocked.",
            "if {second} goes first, write under {second}:\n  overrides: [{first}]",
            "All `when` are worked out. Those named in `overrides` of another that holds drop out; where more than one "
            "is left, that row is not computed and the person is blocked. Where the two must never meet, write "
            "`accept: {W305: the reason}` under the second exception.",
        ),
        bad="exceptions:\n  calon: {when: status = cpns, formula: 80%}\n  cuti: {when: sedang_cuti, formula: 50%}",
        good="exceptions:\n  calon: {when: status = cpns, formula: 80%}\n"
        "  cuti: {when: sedang_cuti, formula: 50%, overrides: [calon]}",
    ),
    Code(
        "W306",
        "exceptions-may-meet",
        Texts(
            "tidak dapat dipastikan bahwa pengecualian {first} dan {second} dari {rule} tidak pernah berlaku bersama",
            "syaratnya bergantung pada hasil hitungan; pada baris yang memenuhi keduanya tidak ditetapkan mana yang "
            "didahulukan, sehingga orang yang bersangkutan tertahan.",
            "bila {second} yang didahulukan, tulis di bawah {second}:\n  overrides: [{first}]",
            "Syarat atas kolom masukan (kata, ya/tidak, batas bilangan dan tanggal) diperiksa dengan pasti; syarat "
            "atas hasil aturan lain tidak. Bila keduanya memang tidak dapat bertemu, tulis "
            "`accept: {W306: alasannya}` di bawah pengecualian yang kedua.",
        ),
        Texts(
            "it cannot be told that the exceptions {first} and {second} of {rule} never hold together",
            "their conditions depend on what is computed; on a row that meets both nothing says which goes first, so "
            "the person concerned is blocked.",
            "if {second} goes first, write under {second}:\n  overrides: [{first}]",
            "Conditions on columns of inputs (words, yes/no, limits of numbers and days) are worked out exactly; those "
            "on results of other rules are not. Where the two can never meet, write "
            "`accept: {W306: the reason}` under the second exception.",
        ),
        bad="exceptions:\n  calon: {when: status = cpns, formula: 80%}\n  alpa: {when: lama > 10, formula: 0%}",
        good="exceptions:\n  calon: {when: status = cpns, formula: 80%}\n"
        "  alpa: {when: lama > 10, formula: 0%, overrides: [calon]}",
    ),
    Code(
        "W307",
        "promise-can-break",
        Texts(
            "janji {name} dapat dilanggar oleh isian dalam rentangnya",
            "dengan isian ini, yang dihitung untuk {period}, janji itu dilanggar dan orangnya tertahan: {example}.",
            "perbaiki aturannya atau persempit rentang kolomnya; bila janji ini memang menahan data seperti itu, "
            "tulis di bawah {name}:\n  accept: {{W307: alasannya}}",
            "Janji tentang hasil hitungan seharusnya tidak dapat dilanggar oleh isian apa pun; bila dapat, mungkin "
            "rumusnya keliru atau rentang sebuah kolom terlalu lebar. Contohnya sudah dihitung dan terlihat "
            "melanggar; dengan `--format json` seluruh tabelnya ada pada `given`, siap dijadikan kasus uji. Janji yang "
            "memeriksa data memang ada untuk dilanggar; terimalah dengan alasannya, dan contohnya tidak dicari lagi.",
        ),
        Texts(
            "the promise {name} can be broken by inputs within their ranges",
            "with these inputs, computed for {period}, it is broken and the person is blocked: {example}.",
            "mend the rule or narrow the range of a column; if this promise is there to hold such data back, write "
            "under {name}:\n  accept: {{W307: the reason}}",
            "No input should be able to break a promise about what is computed; where one can, a formula may be wrong, "
            "or the range of a column too wide. The example has been computed and seen to break it; with `--format "
            "json` its whole tables are in `given`, ready for a test. A promise that checks data is there to be "
            "broken; accept it with the reason, and no example is looked for again.",
        ),
        bad="ensure:\n  kendaraan:\n    presensi_ada: {formula: kunjungan_tercatat > 0}",
        good="ensure:\n  kendaraan:\n    presensi_ada:\n      formula: kunjungan_tercatat > 0\n"
        "      accept: {W307: menahan yang kunjungannya belum tercatat}",
    ),
    Code(
        "W308",
        "row-out-of-reach",
        Texts(
            "{rows} baris tabel {table} tidak dapat dicapai satu rumus pun",
            "di setiap rumus yang membaca {table}, rentang kolom dan syarat di depannya mengecualikan baris itu; "
            "isinya tidak mengubah bayaran siapa pun.",
            "perlebar rentang kolomnya bila baris itu memang dapat terjadi, atau hapus barisnya; bila tabelnya sengaja "
            "ditulis utuh, tulis di bawah {table}:\n  accept: {{W308: alasannya}}",
            "Baris yang tidak pernah terbaca sering berarti rentang sebuah kolom terlalu sempit, satuannya keliru, "
            "atau syarat di depannya terbalik.",
        ),
        Texts(
            "rows of the table {table} that no formula can reach: {rows}",
            "wherever {table} is read, ranges of columns and conditions before it exclude them; what they say changes "
            "nobody's pay.",
            "widen the range of the column if that can happen, or delete the rows; if the table is meant to be written "
            "whole, write under {table}:\n  accept: {{W308: the reason}}",
            "A row that is never read often means that the range of a column is too narrow, that its unit is wrong, or "
            "that a condition before it is the wrong way round.",
        ),
        bad="# lama parkir 0 sampai 480 menit\nfrom: {0: 0%, 61: 50%, 600: 100%}",
        good="from: {0: 0%, 61: 50%}",
    ),
)
