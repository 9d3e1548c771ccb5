"""E320-E333: circles, roundings, decimals and divisors."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

FRACTIONS: tuple[Code, ...] = (
    Code(
        "E320",
        "rules-in-a-circle",
        Texts(
            "aturan-aturan ini saling memerlukan: {circle}",
            "tidak satu pun dapat dihitung lebih dahulu.",
            "",
            "Setiap aturan dihitung sesudah aturan yang disebutnya. Bila peraturan memang menyebut nilai yang "
            "saling bergantung, carilah nilai yang lebih dahulu ada, misalnya jumlah sebelum pengurangan, dan beri "
            "nama sendiri. Aturan yang memberikan hari sebuah pencarian (`as_of`) tidak dapat membaca lewat "
            "pencarian itu.",
        ),
        Texts(
            "these rules need each other: {circle}",
            "none of them can be computed first.",
            "",
            "Every rule is computed after those it names. Where a regulation does name values that depend on each "
            "other, find the value that is there first, such as the amount before deductions, and give it a name of "
            "its own. A rule that gives the day of a lookup (`as_of`) cannot read through that lookup.",
        ),
        bad="bersih: {formula: kotor - iuran, …}\niuran: {formula: bersih * 1%, …}",
        good="bersih: {formula: kotor - iuran, …}\niuran: {formula: kotor * 1%, …}",
    ),
    Code(
        "E321",
        "rounding-of-no-number",
        Texts(
            "hasil aturan ini {type}, yang tidak dapat dibulatkan",
            "hanya bilangan yang mempunyai kelipatan terdekat.",
            "",
            "Aturan tanpa `unit` bernilai ya atau tidak. Hapus `round`, atau sebutkan `unit` aturan itu bila "
            "rumusnya menghasilkan bilangan.",
        ),
        Texts(
            "the result of this rule is {type}, which cannot be rounded",
            "only a number has a nearest multiple.",
            "",
            "A rule without `unit` is yes or no. Remove `round`, or say the `unit` of the rule where its formula "
            "gives a number.",
        ),
        bad="biaya:\n  formula: tarif * lama\n  round: down to 1 rupiah",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  round: down to 1 rupiah",
    ),
    Code(
        "E322",
        "decimals-too-few",
        Texts(
            "kolom {name} ditulis dengan {decimals} desimal, padahal nilainya kelipatan {step}",
            "sisa di belakang desimal itu akan hilang; pada 20.000 orang, selisih Rp0,50 menjadi Rp10.000.",
            "- {name}: {{decimals: {needed}}}",
            "Yang dicetak harus sama dengan yang dihitung. Tambahkan `decimals` pada kolom itu, atau bulatkan "
            "nilainya dengan `round` pada aturannya bila peraturan memerintahkannya.",
        ),
        Texts(
            "the column {name} is written with {decimals} decimals, but its values are multiples of {step}",
            "what lies behind those decimals would get lost; over 20,000 people a difference of Rp0.50 makes Rp10,000.",
            "- {name}: {{decimals: {needed}}}",
            "What is printed must be what was computed. Give the column more `decimals`, or round the value with "
            "`round` on its rule where the regulation orders it.",
        ),
        bad="columns: [diskon]          # 2,5%",
        good="columns:\n  - diskon: {decimals: 1}",
    ),
    Code(
        "E323",
        "not-whole",
        Texts(
            "nilai ini dapat berupa pecahan, misalnya {step}",
            "tanggal hanya dapat digeser sebanyak hari yang utuh; setengah hari tidak menunjuk tanggal mana pun.",
            "",
            "Yang ditambahkan ke tanggal atau dikurangkan darinya, dan yang dijadikan tanggal dengan `date(…)`, "
            "harus bilangan bulat. Bulatkan dahulu nilai itu pada aturannya sendiri, misalnya `round: up to 1 hari`.",
        ),
        Texts(
            "this value can be a fraction, such as {step}",
            "a date can only be moved by whole days; half a day leads to no date at all.",
            "",
            "What is added to a date or taken from it, and what becomes a date by `date(…)`, must be a whole "
            "number. Round that value first in a rule of its own, for instance `round: up to 1 hari`.",
        ),
        bad="formula: masuk + batas / 2",
        good=(
            "separuh_batas:\n"
            "  unit: hari\n"
            "  formula: batas / 2\n"
            "  round: up to 1 hari\n"
            "lewat:\n"
            "  formula: masuk + separuh_batas > period.end"
        ),
    ),
    Code(
        "E324",
        "finding-not-whole",
        Texts(
            "temuan {name} adalah kelipatan {step}, padahal temuan ditulis tanpa desimal",
            "sisa di belakang koma tidak dapat ditulis di dalam daftar temuan, dan tidak boleh dibuang diam-diam.",
            "",
            "Daftar temuan berisi rupiah bulat atau cacah. Hitung nilainya dalam aturan tersendiri yang membulatkan "
            "dengan `round`, lalu sebut aturan itu dalam temuan.",
        ),
        Texts(
            "the finding {name} is a multiple of {step}, but findings are written without decimals",
            "what lies behind the decimal point can't be written in the list of findings, and must not be dropped in "
            "silence.",
            "",
            "The list of findings holds whole rupiah or counts. Compute the value in a rule of its own that rounds "
            "with `round`, and name that rule in the finding.",
        ),
        bad="amount: jumlah * 2.5%",
        good="kelebihan:\n  unit: rupiah\n  formula: jumlah * 2.5%\n  round: down to 1 rupiah\n…\namount: kelebihan",
    ),
    Code(
        "E325",
        "cannot-be-written",
        Texts(
            "{name} di bawah {place} adalah kelipatan {step}, dan tidak dapat ditulis dengan desimal",
            "angka di belakang komanya tidak pernah habis, seperti 1/3 = 0,333… dan seterusnya.",
            "",
            "Bilangan yang dicetak mempunyai desimal yang berhingga. Bulatkan nilainya dengan `round` pada aturannya, "
            "atau sebut kolom lain.",
        ),
        Texts(
            "{name} under {place} is a multiple of {step}, and can't be written with decimals",
            "its decimals never end, as in 1/3 = 0.333… and so on.",
            "",
            "Numbers that are printed have a finite number of decimals. Round the value with `round` on its rule, or "
            "name another column.",
        ),
        bad="blocked: {columns: [nomor, sepertiga]}",
        good="blocked: {columns: [nomor]}",
    ),
    Code(
        "E330",
        "division-not-rounded",
        Texts(
            "{what} belum dibulatkan pada aturan {rule}",
            "Rp100.000 dibagi 3 tidak habis; sisanya harus dibulatkan menurut peraturan, bukan menurut kebiasaan "
            "komputer.",
            "pembulatan yang diperintahkan peraturan, misalnya:\n  round: down to {step}",
            "Aturan yang membagi dengan nilai yang berubah-ubah, atau mengambil rata-rata, membulatkan hasilnya "
            "sendiri, satu kali, sesudah seluruh rumusnya dihitung. Pembagian dengan bilangan tetap atau parameter "
            "tidak memerlukannya. Carilah dalam peraturan ke mana dan sampai kelipatan berapa pembulatannya; bila "
            "tidak diatur, catat sebagai anggapan.",
        ),
        Texts(
            "{what} is not rounded in the rule {rule}",
            "Rp100,000 divided by 3 does not come out even; the rest must be rounded as the regulation says, not as "
            "a computer happens to.",
            "the rounding that the regulation orders, such as:\n  round: down to {step}",
            "A rule that divides by something that varies, or takes an average, rounds its result, once, after its "
            "whole formula. A division by a fixed number or a parameter needs none. See in the regulation which way "
            "and to which step to round; where it says nothing, register an assumption.",
        ),
        bad="rata_rata:\n  unit: rupiah\n  formula: jumlah / kali",
        good="rata_rata:\n  unit: rupiah\n  formula: jumlah / kali\n  round: down to 1 rupiah",
    ),
    Code(
        "E331",
        "divisor-below-zero",
        Texts(
            "rentang pembagi ini mulai di bawah nol: {low}",
            "pembagian dengan bilangan negatif membalik tanda hasilnya: pengurangan menjadi tambahan.",
            "",
            "Pembagi harus nol atau lebih. Beri kolom yang dipakainya `range` yang dimulai dari 0, atau tulis "
            "pembagi sebagai `max(…, 0)` dengan satuannya. Pembagi yang ternyata nol menahan baris itu dengan "
            "alasan pembagian dengan nol.",
        ),
        Texts(
            "the range of this divisor begins below zero: {low}",
            "dividing by a negative number turns the sign of the result: a deduction becomes an addition.",
            "",
            "A divisor must be zero or more. Give the columns it uses a `range` from 0 on, or write it as `max(…, "
            "0)` with its unit. A divisor that turns out to be zero blocks that row, with division by zero as the "
            "reason.",
        ),
        bad="formula: jumlah / (kali - bebas)\nround: down to 1 rupiah",
        good="formula: jumlah / max(kali - bebas, 0)\nround: down to 1 rupiah",
    ),
    Code(
        "E332",
        "divisor-zero",
        Texts(
            "pembagi ini nol, atau nol dalam salah satu versinya",
            "tidak ada hasil pembagian dengan nol, jadi tidak seorang pun dapat dibayar.",
            "",
            "Pembagi adalah bilangan tetap atau parameter yang nilainya nol, sekurang-kurangnya dalam satu versinya.",
        ),
        Texts(
            "this divisor is zero, or zero in one of its versions",
            "there is no result of a division by zero, so nobody could be paid.",
            "",
            "The divisor is a fixed number or a parameter that is zero, in one of its versions at least.",
        ),
        bad="hari_sebulan: {value: 0 hari}\nformula: jumlah / hari_sebulan",
        good="hari_sebulan: {value: 22 hari}\nformula: jumlah / hari_sebulan",
    ),
    Code(
        "E333",
        "division-outside-a-rule",
        Texts(
            "{what} hanya dapat berada pada sebuah aturan",
            "hasilnya dapat tidak habis dibagi, dan hanya aturan yang dapat menyebut pembulatannya.",
            "",
            "Syarat, temuan, dan kolom hasil memakai nilai sebagaimana adanya. Tulislah pembagiannya sebagai aturan "
            "bernama dengan `round`, lalu sebutkan nama aturan itu di sini.",
        ),
        Texts(
            "{what} can stand in a rule only",
            "it may not come out even, and only a rule can say how it is rounded.",
            "",
            "Conditions, findings and output columns use values as they are. Write the division as a named rule "
            "with `round`, and name that rule here.",
        ),
        bad="ensure: {kendaraan: {wajar: {formula: jumlah / kali < 50_000 rupiah, …}}}",
        good=(
            "rules: {kendaraan: {rata_rata: {formula: jumlah / kali, round: down to 1 rupiah, …}}}\n"
            "ensure: {kendaraan: {wajar: {formula: rata_rata < 50_000 rupiah, …}}}"
        ),
    ),
)
