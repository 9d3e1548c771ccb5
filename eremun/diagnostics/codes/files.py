"""E101, E102, E12x: files of a pack that are not there or can't be read."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

FILES: tuple[Code, ...] = (
    Code(
        "E101",
        "not-utf-8",
        Texts(
            "di baris {line} ada huruf yang tidak disimpan sebagai UTF-8",
            "huruf itu akan berubah menjadi huruf lain pada komputer lain, padahal label aturan tercetak dalam "
            "penjelasan pembayaran.",
            "",
            "UTF-8 adalah cara menyimpan huruf yang sama di semua komputer. Buka berkas itu dengan penyunting teks, "
            "pilih simpan dengan pengodean UTF-8, lalu periksa huruf seperti é dan tanda seperti – di baris "
            "tersebut.",
        ),
        Texts(
            "line {line} has a character that was not saved as UTF-8",
            "on another computer it would become another character, and labels of rules are printed where a payment "
            "is explained.",
            "",
            "UTF-8 is a way to save characters that is the same on all computers. Open the file in a text editor, "
            "save it with the encoding UTF-8, and look at characters such as é and – in that line.",
        ),
        bad="label: Tarif café   # disimpan sebagai Windows-1252",
        good="label: Tarif café   # disimpan sebagai UTF-8",
    ),
    Code(
        "E102",
        "file-too-large",
        Texts(
            "berkas ini lebih besar dari {most} MB",
            "berkas aturan dibaca orang; yang sebesar ini biasanya data yang tersimpan di tempat yang salah.",
            "",
            "Berkas aturan memuat aturan, tabel, dan daftar. Data bulanan, seperti catatan dan daftar hadir, disimpan "
            "sebagai CSV, XLSX, atau Parquet di folder data. Tabel yang besar dapat dibagi ke beberapa berkas YAML.",
        ),
        Texts(
            "this file is larger than {most} MB",
            "rule files are read by people; one this large is mostly data that was saved in the wrong place.",
            "",
            "Rule files hold rules, tables and lists. The data of a month are CSV, XLSX or Parquet files in the "
            "data folder. Large tables can be shared out over several YAML files.",
        ),
        bad="aturan.yaml   (5 MB)",
        good="1-tarif.yaml, 2-denda.yaml   (20 kB)",
    ),
    Code(
        "E120",
        "no-pack",
        Texts(
            "folder ini bukan paket aturan: pack.yaml tidak ada di dalamnya",
            "pack.yaml memuat nama paket, sejak kapan paket berlaku, dan siapa yang dibayar.",
            "mungkin dimaksudkan folder di dalamnya: {inside}",
            "Paket aturan adalah sebuah folder yang memuat pack.yaml dan berkas aturan lain di sampingnya. Periksa "
            "ejaan foldernya; bila paket berada di dalam folder lain, sebutkan folder yang di dalam itu.",
        ),
        Texts(
            "this folder is not a rule pack: there is no pack.yaml in it",
            "pack.yaml holds the name of the pack, since when it is in force, and who is paid.",
            "perhaps the folder inside it is meant: {inside}",
            "A rule pack is a folder with pack.yaml and the other rule files beside it. Look at how the folder is "
            "spelled; if the pack lies inside another folder, name the inner one.",
        ),
        bad="eremun check aturan",
        good="eremun check aturan/parkir",
    ),
    Code(
        "E121",
        "unreadable-file",
        Texts(
            "berkas ini tidak dapat dibuka: {reason}",
            "tanpa berkas ini sebagian aturan tidak akan diketahui, jadi tidak ada yang dihitung.",
            "",
            "Berkas itu ada, tetapi sistem tidak mengizinkan membacanya. Periksa hak akses berkas dan foldernya, "
            "atau minta orang yang menyimpannya membukakan akses.",
        ),
        Texts(
            "this file cannot be opened: {reason}",
            "without it some of the rules would not be known, so nothing is computed.",
            "",
            "The file is there, but the system does not allow reading it. Look at the permissions of the file and "
            "its folder, or ask who saved it to give access.",
        ),
        bad="-rw------- orang-lain 2-denda.yaml",
        good="-rw-r--r-- orang-lain 2-denda.yaml",
    ),
    Code(
        "E122",
        "not-in-the-pack",
        Texts(
            "ini bukan berkas biasa di dalam folder paketnya",
            "paket harus sama di komputer mana pun; tautan ke luar foldernya, folder, pipa, dan perangkat tidak ikut "
            "tersalin bersamanya.",
            "",
            "Setiap nama yang berakhir dengan .yaml atau .csv di folder paket harus berkas biasa, atau tautan ke "
            "berkas di folder yang sama. Salinlah berkas itu ke dalam folder paket, atau hapus namanya.",
        ),
        Texts(
            "this is no ordinary file inside the folder of the pack",
            "a pack must be the same on every computer; links out of its folder, folders, pipes and devices are not "
            "copied with it.",
            "",
            "Every name that ends in .yaml or .csv in the folder of a pack must be an ordinary file, or a link to a "
            "file in the same folder. Copy that file into the folder of the pack, or remove its name.",
        ),
        bad="tarif.csv -> /home/budi/tarif.csv",
        good="tarif.csv",
    ),
    Code(
        "E123",
        "too-many-files",
        Texts(
            "di folder ini ada {found} berkas YAML dan CSV; sebuah paket paling banyak {most} berkas",
            "yang selebihnya tidak boleh dilewati begitu saja, dan folder sebesar itu biasanya bukan paket aturan.",
            "",
            "Paket aturan memuat beberapa puluh berkas. Bila folder itu memang paket, gabungkan babnya atau pindahkan "
            "berkas yang bukan aturan ke folder lain.",
        ),
        Texts(
            "{found} YAML and CSV files lie in this folder; a pack has at most {most}",
            "the rest must not be passed over, and a folder of that size is mostly no rule pack.",
            "",
            "A rule pack has some dozens of files. If the folder is a pack, join its chapters, or move files that are "
            "no rules to another folder.",
        ),
        bad="parkir/1.yaml … parkir/2000.yaml",
        good="parkir/1-biaya.yaml, parkir/2-denda.yaml",
    ),
)
