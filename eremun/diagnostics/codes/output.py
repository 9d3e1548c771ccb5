"""E8xx: what the commands and the stage outputs refuse."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

OUTPUT: tuple[Code, ...] = (
    Code(
        "E801",
        "pack-not-found",
        Texts(
            'tidak ada paket aturan bernama "{name}"',
            "Nama itu bukan folder dan bukan paket yang tersedia: {known}.",
            "mungkin dimaksudkan: {nearest}",
            "Sebuah paket aturan disebut dengan namanya, bila ia tersedia bersama eremun, atau dengan foldernya.",
        ),
        Texts(
            'there is no rule pack called "{name}"',
            "It is neither a folder nor one of the packs that come with eremun: {known}.",
            "perhaps you mean: {nearest}",
            "A pack is given by its name, where it comes with eremun, or by its folder.",
        ),
        bad="eremun run kota-conto --data data --period 2026-01 --out hasil",
        good="eremun run rules/kota-contoh --data data --period 2026-01 --out hasil",
    ),
    Code(
        "E804",
        "folder-is-a-file",
        Texts(
            "{folder} tidak dapat menjadi folder hasil",
            "{file} sudah ada dan bukan folder.",
            "pilih nama folder lain dengan --out",
            "Hasil ditulis ke sebuah folder, yang dibuat bila belum ada.",
        ),
        Texts(
            "{folder} can't be the folder of the results",
            "{file} is there already and is not a folder.",
            "choose another folder with --out",
            "Results are written to a folder, which is made where there is none.",
        ),
        bad="--out data.csv",
        good="--out hasil/2026-01",
    ),
    Code(
        "E805",
        "cannot-write",
        Texts(
            "hasil tidak dapat ditulis ke {folder}",
            "Sistem menjawab: {cause}. Tidak ada berkas yang berubah.",
            "periksa apakah Anda boleh menulis di sana, atau pilih folder lain dengan --out",
            "Semua berkas hasil muncul bersama-sama atau tidak sama sekali.",
        ),
        Texts(
            "the results can't be written to {folder}",
            "The system answers: {cause}. No file has changed.",
            "see whether you may write there, or choose another folder with --out",
            "All files of a result appear together or not at all.",
        ),
        bad="--out /",
        good="--out hasil/2026-01",
    ),
    Code(
        "E806",
        "disk-full",
        Texts(
            "tempat di disk untuk {folder} tidak cukup",
            "Disk atau jatah Anda penuh ketika hasil ditulis. Tidak ada berkas yang berubah.",
            "kosongkan sebagian disk, atau pilih folder di disk lain dengan --out",
            "Hasil ditulis utuh di samping yang lama sebelum menggantikannya, sehingga perlu tempat untuk keduanya.",
        ),
        Texts(
            "there is not enough room on the disk for {folder}",
            "The disk, or your share of it, became full while the results were written. No file has changed.",
            "free some of the disk, or choose a folder on another one with --out",
            "Results are written whole beside the older ones before they replace them, so both need room.",
        ),
        bad="--out disk-penuh/2026-01",
        good="--out disk-lain/2026-01",
    ),
    Code(
        "E807",
        "folder-in-use",
        Texts(
            "{folder} sedang dipakai",
            "Perintah eremun lain sedang menulis hasilnya ke folder itu.",
            "tunggu sampai perintah itu selesai, atau pilih folder lain dengan --out",
            "Hanya satu perintah pada satu waktu yang menulis ke sebuah folder.",
        ),
        Texts(
            "{folder} is in use",
            "Another eremun command is writing its results there.",
            "wait until it is done, or choose another folder with --out",
            "Only one command at a time writes to a folder.",
        ),
        bad="--out hasil/2026-01 pada dua jendela sekaligus",
        good="--out hasil/2026-01 dan --out coba/2026-01",
    ),
    Code(
        "E808",
        "template-exists",
        Texts(
            "di {folder} sudah ada {files}",
            "Berkas itu mungkin sudah berisi data, jadi tidak ditimpa.",
            "pilih folder lain dengan --out",
            "Contoh berkas kosong hanya ditulis ke tempat yang belum berisi berkas bernama sama.",
        ),
        Texts(
            "{folder} already has {files}",
            "It may hold data, so it is not overwritten.",
            "choose another folder with --out",
            "Empty files are only written where there is no file of that name.",
        ),
        bad="eremun template kota-contoh --out data/2026-01",
        good="eremun template kota-contoh --out contoh",
    ),
    Code(
        "E809",
        "out-of-memory",
        Texts(
            "memori komputer tidak cukup",
            "Data bulan itu memerlukan memori lebih banyak daripada yang tersedia. Tidak ada hasil yang ditulis.",
            "tutup program lain, atau jalankan di komputer dengan memori lebih besar",
            "Data satu bulan dibaca ke dalam memori.",
        ),
        Texts(
            "the computer has not enough memory",
            "The data of that month needs more memory than there is. No result was written.",
            "close other programs, or run it on a computer with more memory",
            "The data of a month is read into memory.",
        ),
        bad="--data sepuluh-tahun",
        good="--data data/2026-01",
    ),
    Code(
        "E810",
        "no-such-person",
        Texts(
            "tidak ada baris {table} dengan {column} {key}",
            "Orang itu tidak dibayar dan tidak pula tertahan pada bulan ini, karena barisnya tidak ada atau ditolak.",
            "periksa angkanya, lalu carilah barisnya dalam berkas baris yang ditolak",
            "Yang dapat dijelaskan hanya orang yang barisnya terbaca. Baris yang ditolak tercatat dengan alasannya.",
        ),
        Texts(
            "there is no row of {table} with {column} {key}",
            "This person is neither paid nor held this month, since the row is not there or was rejected.",
            "check the digits, then look for the row in the file of rejected rows",
            "Only a person whose row could be read can be explained. Rejected rows are listed with their reasons.",
        ),
        bad="eremun explain 19900101201503100",
        good="eremun explain 199001012015031001",
    ),
    Code(
        "E811",
        "person-rejected",
        Texts(
            "baris {table} dengan kunci {key} ditolak ketika dibaca",
            "Nomor baris dan alasannya: {reasons}.",
            "perbaiki baris itu dalam berkasnya, lalu jalankan lagi",
            "Orang yang barisnya ditolak tidak dihitung, sehingga tidak ada perhitungan yang dapat dijelaskan.",
        ),
        Texts(
            "the row of {table} with the key {key} was rejected when it was read",
            "Row number and reason: {reasons}.",
            "correct that row in its file, then run again",
            "A person whose row was rejected is not computed, so there is no computation to explain.",
        ),
        bad="199001012015031001 berada pada dua baris",
        good="199001012015031001 berada pada satu baris",
    ),
    Code(
        "E812",
        "file-is-a-folder",
        Texts(
            "{file} di {folder} adalah folder",
            "Berkas hasil dengan nama itu tidak dapat ditulis. Tidak ada berkas yang berubah.",
            "ganti nama folder itu, atau pilih folder hasil lain dengan --out",
            "Nama berkas hasil ditentukan dalam outputs.yaml.",
        ),
        Texts(
            "{file} in {folder} is a folder",
            "The result of that name can't be written. No file has changed.",
            "rename that folder, or choose another one for the results with --out",
            "The names of the result files stand in outputs.yaml.",
        ),
        bad="mkdir hasil/payroll.csv",
        good="mkdir hasil/arsip",
    ),
    Code(
        "E813",
        "out-is-data",
        Texts(
            "folder hasil sama dengan folder data: {folder}",
            "Hasil yang bernama sama akan menimpa data masukan.",
            "pilih folder lain dengan --out",
            "Data masukan tidak pernah diubah.",
        ),
        Texts(
            "the results would go to the folder of the data: {folder}",
            "A result of the same name would overwrite what is read.",
            "choose another folder with --out",
            "Input data is never changed.",
        ),
        bad="--data data/2026-01 --out data/2026-01",
        good="--data data/2026-01 --out hasil/2026-01",
    ),
    Code(
        "E814",
        "screen-not-writable",
        Texts(
            "keluaran perintah ini tidak dapat ditulis",
            "Sistem menjawab: {cause}.",
            "periksa tempat yang dituju tanda > atau | dalam perintah itu",
            "Yang biasanya tampak di layar dialihkan ke tempat yang tidak dapat ditulis.",
        ),
        Texts(
            "what this command prints can't be written",
            "The system answers: {cause}.",
            "look at where > or | in the command leads",
            "What usually appears on the screen was sent somewhere that can't be written.",
        ),
        bad="eremun plan kota-contoh --period 2026-01 > /dev/full",
        good="eremun plan kota-contoh --period 2026-01 > rencana.txt",
    ),
    Code(
        "E815",
        "output-name",
        Texts(
            '"{name}" tidak dapat menjadi nama berkas hasil',
            "Nama berkas hasil berbeda-beda, tanpa folder, tidak diawali titik, dan bukan run.json atau timings.json. "
            "Huruf besar dan kecil tidak membedakannya.",
            "ganti nama itu di outputs.yaml",
            "Semua berkas hasil berada langsung dalam satu folder.",
        ),
        Texts(
            '"{name}" can\'t be the name of a result file',
            "Result files have different names, no folder or dot before them, and are not run.json or timings.json. "
            "Capital and small letters make no difference.",
            "change that name in outputs.yaml",
            "All result files stand directly in one folder.",
        ),
        bad="file: ../payroll.csv",
        good="file: payroll.csv",
    ),
    Code(
        "E816",
        "data-changed",
        Texts(
            "{file} telah berubah sejak bulan itu dihitung",
            "Rinciannya tidak akan cocok dengan hasil yang sudah dihitung dari isi sebelumnya.",
            "hitung bulan itu sekali lagi",
            "Rincian hasil dibaca dari berkas masukan yang sama.",
        ),
        Texts(
            "{file} has changed since the month was computed",
            "The details would not agree with the results, which were computed from what it held before.",
            "compute the month again",
            "The details of a result are read from the same data files.",
        ),
        bad="run = plan.run(folder); (folder / name).write_text(lain); run.frame(grain)",
        good="run = plan.run(folder); run.frame(grain)",
    ),
)
