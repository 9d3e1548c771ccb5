"""E21x, E23x, E29x: versions, their days, and the version of eremun."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

DATES: tuple[Code, ...] = (
    Code(
        "E216",
        "versions-not-in-order",
        Texts(
            "versi ini mulai berlaku {day}, tidak sesudah versi di atasnya ({before})",
            "dari dua versi yang mulai pada hari yang sama, atau yang tidak berurutan, tidak tampak mana yang berlaku.",
            "letakkan versi {day} di atas versi {above}",
            "Versi ditulis dari yang terlama ke yang terbaru, dan setiap versi mulai pada hari yang berbeda. Pada "
            "suatu hari berlaku versi yang terakhir mulai.",
        ),
        Texts(
            "this version begins on {day}, not after the one above it ({before})",
            "of two versions that begin on one day, or that are out of order, it does not show which one holds.",
            "put the version of {day} above that of {above}",
            "Versions are written from the oldest to the newest, and each begins on a different day. On a given day "
            "the version that began last holds.",
        ),
        bad=(
            "versions:\n"
            "  - {effective_from: 2026-01-01, value: 3_000 rupiah}\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}"
        ),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 3_000 rupiah}"
        ),
    ),
    Code(
        "E217",
        "ends-before-it-begins",
        Texts(
            "masa berlakunya berakhir {end}, sebelum mulai {start}",
            "yang berakhir sebelum mulai tidak akan berlaku pada hari apa pun.",
            "bila tertukar: effective_from: {end}, effective_to: {start}",
            "`effective_to` adalah hari terakhir berlakunya, dan hari itu ikut termasuk. Tanpa `effective_to`, "
            "suatu versi berlaku sampai ada versi yang mulai sesudahnya.",
        ),
        Texts(
            "this ends on {end}, before it begins on {start}",
            "it would hold on no day at all.",
            "if they are exchanged: effective_from: {end}, effective_to: {start}",
            "`effective_to` is the last day it holds, that day included. Without it a version holds until another "
            "one begins.",
        ),
        bad="- {effective_from: 2026-07-01, effective_to: 2026-06-30, value: 1_000 rupiah}",
        good="- {effective_from: 2026-06-01, effective_to: 2026-06-30, value: 1_000 rupiah}",
    ),
    Code(
        "E218",
        "unit-changes",
        Texts(
            "versi ini berupa {unit}, sedangkan versi pertama {first}",
            "rumus yang memakainya akan menghitung {first} pada bulan yang satu dan {unit} pada bulan yang lain.",
            "mungkin dimaksudkan {meant}",
            "Nilai boleh berubah dari waktu ke waktu, satuannya tidak. Bila peraturan baru mengganti rupiah dengan "
            "persen, buatlah parameter baru dan ubah rumusnya.",
        ),
        Texts(
            "this version is {unit}, but the first one is {first}",
            "formulas that use it would compute {first} in one month and {unit} in another.",
            "perhaps {meant} is meant",
            "A value may change over time, its unit may not. If a new regulation replaces rupiah by percents, make "
            "a new parameter and change the formula.",
        ),
        bad=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 5%}"
        ),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 2_500 rupiah}"
        ),
    ),
    Code(
        "E233",
        "first-version-too-late",
        Texts(
            "versi pertama aturan ini harus berlaku sejak {since} tanpa batas akhir",
            "kalau tidak, ada hari yang tidak mempunyai rumus, dan siapa pun yang dihitung pada hari itu tidak dapat "
            "dibayar.",
            "tulis effective_from: {since}",
            "Pada setiap hari sejak paket berlaku harus ada satu rumus. Versi pertama berlaku sejak hari itu; versi "
            "berikutnya menggantikannya, dan yang mempunyai `effective_to` hanya menggantikannya sampai hari itu. "
            "Aturan "
            "yang memang belum ada dahulu ditulis dengan versi pertama yang bernilai nol.",
        ),
        Texts(
            "the first version of this rule must hold from {since} on, without an end",
            "else some day has no formula, and whoever is computed on that day can't be paid.",
            "write effective_from: {since}",
            "There must be one formula on every day since the pack is in force. The first version holds from that day "
            "on; "
            "later ones replace it, and one with `effective_to` replaces it only up to that day. A rule that did not "
            "exist "
            "at first is written with a first version of zero.",
        ),
        bad="versions:\n  - effective_from: 2026-01-01   # paket berlaku sejak 2024-01-01\n    formula: tarif * lama",
        good="versions:\n"
        "  - effective_from: 2024-01-01\n"
        "    formula: 0 rupiah\n"
        "  - effective_from: 2026-01-01\n"
        "    formula: tarif * lama",
    ),
    Code(
        "E234",
        "before-outside-range",
        Texts(
            "{text} tidak mungkin menjadi isian kolom {name}",
            "nilai bagi bulan yang berkasnya tidak memuat kolom itu dihitung seperti isian biasa, jadi harus berada "
            "dalam batas (`range`) kolomnya.",
            "",
            "`before` ialah nilai yang dipakai bagi bulan sebelum `effective_from`, `after` bagi bulan sesudah "
            "`effective_to`. Pilih nilai dalam batas kolom, atau lebarkan batasnya bila peraturan memang demikian.",
        ),
        Texts(
            "{text} can't be a cell of the column {name}",
            "the value for months whose files do not have the column is computed with like any cell, so it must lie "
            "within the `range` of the column.",
            "",
            "`before` is the value for the months before `effective_from`, `after` for those after `effective_to`. "
            "Choose a value within the limits of the column, or widen them if that is the law.",
        ),
        bad="lama: {type: menit, range: 0..1_440, effective_from: 2026-01-01, before: 2_000}",
        good="lama: {type: menit, range: 0..1_440, effective_from: 2026-01-01, before: 0}",
    ),
    Code(
        "E235",
        "version-changes-nothing",
        Texts(
            "versi {what} ini tidak menyebut isi maupun dasar yang lain daripada versi di atasnya",
            "sejak hari itu tidak ada yang berubah, padahal pembaca akan menyangka ada; mungkin isinya terlupa.",
            "tulis `{key}` atau `basis` versi ini, atau hapus versinya",
            "Suatu versi mengubah isi (`value`, `formula`, atau isi tabel), atau hanya dasarnya: `basis`, "
            "`assumption`, atau keduanya. Isi yang tidak disebut sama dengan isi versi di atasnya. Versi yang "
            "tidak mengubah apa pun ditolak.",
        ),
        Texts(
            "this version of {what} says neither a content nor a basis other than the version above",
            "nothing changes on that day, but a reader would think that something does; its content may be forgotten.",
            "write the `{key}` or the `basis` of this version, or remove it",
            "A version changes the content (`value`, `formula`, or the contents of a table), or only what it rests on: "
            "`basis`, `assumption`, or both. A content that is not said is that of the version above. A version that "
            "changes nothing is refused.",
        ),
        bad=("versions:\n  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n  - {effective_from: 2026-01-01}"),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah, basis: perda-1-2024}\n"
            "  - {effective_from: 2026-01-01, basis: perda-9-2025}"
        ),
    ),
    Code(
        "E236",
        "version-before-ends",
        Texts(
            "versi ini hanya menyebut dasarnya, tetapi versi di atasnya berakhir {end}",
            "tidak tampak apakah isi yang sementara itu berlaku terus, atau yang sebelumnya berlaku lagi.",
            "tulis `{key}` versi ini",
            "Versi yang hanya menyebut `basis` atau `assumption` melanjutkan isi versi di atasnya. Bila yang di "
            "atasnya mempunyai `effective_to`, isinya ditulis lagi, agar tampak mana yang dimaksud.",
        ),
        Texts(
            "this version says only what it rests on, but the version above ends on {end}",
            "it does not show whether the temporary content goes on, or the one before it holds again.",
            "write the `{key}` of this version",
            "A version that says only `basis` or `assumption` goes on with the content of the version above. Where "
            "that one has an `effective_to`, the content is written again, so that it shows which one is meant.",
        ),
        bad=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2025-01-01, effective_to: 2025-06-30, value: 3_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, basis: perda-9-2025}"
        ),
        good=(
            "versions:\n"
            "  - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "  - {effective_from: 2025-01-01, effective_to: 2025-06-30, value: 3_000 rupiah}\n"
            "  - {effective_from: 2026-01-01, value: 2_000 rupiah, basis: perda-9-2025}"
        ),
    ),
    Code(
        "E290",
        "newer-eremun-needed",
        Texts(
            "paket ini memerlukan eremun {wanted} atau yang lebih baru, padahal yang terpasang {running}",
            "aturan yang ditulis untuk versi baru dapat memuat hal yang tidak dikenal, atau dibaca lain, oleh versi "
            "lama.",
            "pasang eremun {wanted} atau yang lebih baru, lalu jalankan lagi",
            "`eremun:` dalam pack.yaml menyebut versi terendah yang memahami paket ini. Bila yang terpasang lebih "
            "lama, "
            "tidak ada yang diperiksa atau dihitung. Nomor itu hanya boleh diturunkan bila paketnya memang berjalan "
            "dan "
            "lulus ujinya pada versi yang lebih lama.",
        ),
        Texts(
            "this pack needs eremun {wanted} or newer, but {running} is installed",
            "rules written for a newer version can say things that an older one does not know or reads otherwise.",
            "install eremun {wanted} or newer, then run again",
            "`eremun:` in pack.yaml says the lowest version that understands the pack. With an older one nothing is "
            "checked or computed. Lower the number only where the pack does work and pass its tests on an older "
            "version.",
        ),
        bad='eremun: ">=9.0"',
        good='eremun: ">=0.1"',
    ),
    Code(
        "E291",
        "version-form",
        Texts(
            'versi eremun "{text}" tidak dapat dibaca',
            "yang dapat ditulis ialah tanda >= dan dua bilangan dengan titik di antaranya.",
            'tulis eremun: ">={usual}"',
            '`eremun:` menyebut versi terendah yang memahami paket ini, misalnya `">=0.1"`. Versi tertinggi atau '
            "satu "
            "versi tertentu tidak dapat disebut: versi yang lebih baru memahami paket yang lama.",
        ),
        Texts(
            'the version of eremun "{text}" cannot be read',
            "what can be written is the sign >= and two numbers with a dot between them.",
            'write eremun: ">={usual}"',
            '`eremun:` says the lowest version that understands the pack, as in `">=0.1"`. A highest version or one '
            "single version can't be named: newer versions understand older packs.",
        ),
        bad="eremun: 0.1",
        good='eremun: ">=0.1"',
    ),
)
