"""E23x and E34x: amounts that are shared out."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

SPLITS: tuple[Code, ...] = (
    Code(
        "E231",
        "split-stands-alone",
        Texts(
            "aturan {name} mempunyai `split` dan juga `{key}`",
            "tidak jelas mana yang menentukan hasilnya, dan sesudah diubah lagi bagian-bagian itu tidak lagi berjumlah "
            "sama dengan yang dibagi.",
            "",
            "`split` membagi sebuah jumlah sampai habis, dan sudah menyebut kelipatannya. Bila bagian itu masih harus "
            "diolah, tulislah aturan lain yang membacanya.",
        ),
        Texts(
            "the rule {name} has `split` and `{key}` too",
            "it is not clear which of them decides, and once they are changed again, the parts no longer sum to what "
            "was shared.",
            "",
            "`split` shares an amount until nothing is left, and says its step itself. Where more is to be done with a "
            "part, write another rule that reads it.",
        ),
        bad=("bagian:\n  unit: rupiah\n  split: {amount: …, by: …, step: 1 rupiah}\n  round: down to 100 rupiah"),
        good="bagian:\n  unit: rupiah\n  split:\n    amount: kendaraan.tagihan\n    by: lama\n    step: 100 rupiah",
    ),
    Code(
        "E232",
        "split-step",
        Texts(
            "kelipatan {text} pada `split` harus lebih dari nol",
            "bagian sebesar nol tidak pernah menghabiskan jumlah yang dibagi.",
            "",
            "`step` adalah satuan terkecil yang dibagikan, misalnya `1 rupiah`. Sisa pembagian diberikan satu `step` "
            "demi satu kepada baris dengan sisa terbesar.",
        ),
        Texts(
            "the step {text} of a `split` must be above zero",
            "parts of zero never use up the amount that is shared.",
            "",
            "`step` is the smallest unit that is given out, such as `1 rupiah`. What is left goes one `step` each to "
            "the rows with the largest remainders.",
        ),
        bad="split:\n  amount: kendaraan.tagihan\n  by: lama\n  step: 0 rupiah",
        good="split:\n  amount: kendaraan.tagihan\n  by: lama\n  step: 1 rupiah",
    ),
    Code(
        "E340",
        "split-amount",
        Texts(
            "yang dibagi harus nilai milik satu baris yang dituju bersama, misalnya `hubungan.nama`",
            "jumlah yang dibagi sama bagi semua baris yang menerimanya; dari tabel ini jalannya melalui {known}.",
            "",
            "`amount` menyebut tepat satu hubungan dan satu nama: pajak seseorang dibagi atas jabatannya, dana "
            "sebuah unit atas orang-orangnya, jumlah pada `period` atas semua baris. Nilai yang masih harus dihitung "
            "ditulis dahulu sebagai aturan pada tabel yang dituju.",
        ),
        Texts(
            "what is shared must be a value of the one row that all lead to, as in `relation.name`",
            "the amount is the same for all rows that get a part of it; ways from this table go through {known}.",
            "",
            "`amount` says exactly one relation and one name: the tax of a person over his posts, the money of a unit "
            "over its people, an amount of `period` over all rows. What must be worked out first is written as a rule "
            "on the table that it leads to.",
        ),
        bad="split:\n  amount: tagihan\n  by: lama\n  step: 1 rupiah",
        good="split:\n  amount: kendaraan.tagihan\n  by: lama\n  step: 1 rupiah",
    ),
    Code(
        "E341",
        "split-below-zero",
        Texts(
            "rentang bobot pembagian ini mulai di bawah nol: {low}",
            "dengan bobot -1 dan 2, dari Rp100.000 yang satu akan menerima Rp200.000 dan yang lain -Rp100.000.",
            "",
            "`by` harus nol atau lebih: bagian sebuah baris sebanding dengannya. Beri kolom yang dipakainya `range` "
            "yang dimulai dari 0, atau tulis `max(…, 0)` dengan satuannya. Bila semua bobot nol, tidak ada yang dapat "
            "dibagi, dan baris-baris itu tertahan dengan alasan pembagian dengan nol.",
        ),
        Texts(
            "the range of this weight begins below zero: {low}",
            "with weights of -1 and 2, of Rp100,000 one row would get Rp200,000 and the other -Rp100,000.",
            "",
            "`by` must be zero or more: the part of a row is in proportion to it. Give the columns it uses a `range` "
            "from 0 on, or write `max(…, 0)` with its unit. Where all weights are zero nothing can be shared, and "
            "those rows are blocked with division by zero as the reason.",
        ),
        bad="by: lama - bebas",
        good="by: max(lama - bebas, 0 menit)",
    ),
    Code(
        "E342",
        "split-step-too-large",
        Texts(
            "jumlah yang dibagi adalah kelipatan {amount}, tetapi bagiannya kelipatan {step}",
            "dari Rp250 yang dibagi dalam kelipatan Rp100, Rp50 tidak diterima siapa pun.",
            "step: {amount}",
            "Bagian-bagian berjumlah sama dengan yang dibagi hanya bila jumlah itu habis dibagi `step`. Perkecil "
            "`step`, atau bulatkan jumlahnya lebih dahulu dengan `round` pada aturannya.",
        ),
        Texts(
            "the amount that is shared is a multiple of {amount}, but its parts are multiples of {step}",
            "of Rp250 shared in multiples of Rp100, nobody gets Rp50.",
            "step: {amount}",
            "Parts sum to the amount only where that is a whole number of steps. Make `step` smaller, or round the "
            "amount first with `round` in its rule.",
        ),
        bad="split:\n  amount: kendaraan.tagihan      # kelipatan 1 rupiah\n  by: lama\n  step: 100 rupiah",
        good="split:\n  amount: kendaraan.tagihan\n  by: lama\n  step: 1 rupiah",
    ),
    Code(
        "E343",
        "split-over-groups-by-a-rule",
        Texts(
            "bagian-bagian jumlah ini bergantung pada kelompok {group}, yang dibuat menurut aturan {rule}",
            "siapa yang ikut dibagi baru diketahui setelah {rule} dihitung; bila satu baris tidak dapat digolongkan, "
            "bagian yang lain pun tidak pasti.",
            "",
            "`split` membagi kepada baris data, pasangan, atau kelompok menurut kolom; yang dibagi boleh milik "
            "kelompok menurut kolom juga. Bagilah jumlah lain kepada baris yang dikelompokkan itu, lalu jumlahkan "
            "bagian-bagiannya dengan `sum` pada kelompoknya.",
        ),
        Texts(
            "the parts of this amount depend on the groups {group}, which are made by the rule {rule}",
            "who shares in it is known only when {rule} is computed; where one row can't be told its group, the parts "
            "of the others are unsure too.",
            "",
            "`split` shares over rows of data, pairs, or groups by columns; what is shared may be of a group by "
            "columns too. Share another amount over the rows that are grouped, and add up their parts with `sum` on "
            "the group.",
        ),
        bad="groups: {ukuran: {of: kunjungan, by: [nomor, besar]}}\n"
        "rules: {ukuran: {bagian: {split: {amount: kendaraan.tagihan, by: banyak, step: 1 rupiah}}}}",
        good="rules: {kunjungan: {bagian: {split: {amount: kendaraan.tagihan, by: lama, step: 1 rupiah}}}}",
    ),
)
