"""Files that reach a folder whole or not at all, whatever the system answers."""

from __future__ import annotations

import errno
import json
import os
import signal
from collections import namedtuple
from pathlib import Path

import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.outputs.publish import publish, require_writable

File = namedtuple("File", "name content")
OLD = (File("bayar.csv", b"old"), File("lain.csv", b"old too"))
NEW = (File("bayar.csv", b"new"), File("tambahan.csv", b"more"))


def report(*names):
    return File("run.json", json.dumps({"outputs": {name: {} for name in names}}).encode())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def older(folder: Path) -> dict[str, bytes]:
    publish(folder, OLD, report("bayar.csv", "lain.csv"))
    (folder / "catatan.txt").write_bytes(b"mine")
    return contents(folder)


def refused(folder: Path, files=NEW) -> str:
    with pytest.raises(Refused) as raised:
        publish(folder, files, report("bayar.csv", "tambahan.csv"))
    return raised.value.diagnostics[0].code


def test_a_folder_is_made_with_those_above_it(tmp_path):
    publish(tmp_path / "a" / "b", NEW, report())
    assert set(contents(tmp_path / "a" / "b")) == {"bayar.csv", "tambahan.csv", "run.json"}


def test_older_files_are_replaced_stale_ones_removed_and_others_kept(tmp_path):
    older(tmp_path)
    publish(tmp_path, NEW, report("bayar.csv", "tambahan.csv"))
    assert contents(tmp_path) == {
        "bayar.csv": b"new",
        "tambahan.csv": b"more",
        "catatan.txt": b"mine",
        "run.json": report("bayar.csv", "tambahan.csv").content,
    }


@pytest.mark.parametrize("listed", ["../catatan.txt", "/etc/hosts", "sub/x.csv", "."])
def test_an_edited_report_cannot_remove_what_is_elsewhere(tmp_path, listed):
    (tmp_path / "catatan.txt").write_bytes(b"mine")
    folder = tmp_path / "out"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "x.csv").write_bytes(b"mine")
    (folder / "run.json").write_bytes(json.dumps({"outputs": {listed: {}}}).encode())
    publish(folder, NEW, report())
    assert (tmp_path / "catatan.txt").exists()
    assert (folder / "sub" / "x.csv").exists()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"outputs": 3}', b"\xff", b"[" * 100_000])
def test_a_report_that_is_no_report_is_replaced(tmp_path, content):
    (tmp_path / "run.json").write_bytes(content)
    publish(tmp_path, NEW, report())
    assert contents(tmp_path)["run.json"] == report().content


@pytest.mark.parametrize("broken", ["write", "fsync"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "E806"), (errno.EDQUOT, "E806"), (errno.EIO, "E805")])
def test_a_full_disk_changes_nothing(tmp_path, monkeypatch, broken, number, code):
    before = older(tmp_path)

    def fails(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, broken, fails)
    assert refused(tmp_path) == code
    monkeypatch.undo()
    assert contents(tmp_path) == before


def test_a_new_folder_does_not_stay_after_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    assert refused(tmp_path / "a" / "b") == "E806"
    assert list(tmp_path.iterdir()) == []


def test_short_writes_are_continued(tmp_path, monkeypatch):
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: whole(descriptor, bytes(content)[:1]))
    publish(tmp_path, NEW, report())
    assert contents(tmp_path)["bayar.csv"] == b"new"


@pytest.mark.parametrize("failing", range(1, 7))
@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), KeyboardInterrupt()])
def test_whichever_move_fails_the_older_files_are_back(tmp_path, monkeypatch, failing, error):
    # six moves: three older files aside, then three new ones in
    before, whole, calls = older(tmp_path), Path.replace, []

    def sometimes(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == failing:
            raise error
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    with pytest.raises((Refused, KeyboardInterrupt)):
        publish(tmp_path, NEW, report())
    monkeypatch.undo()
    assert contents(tmp_path) == before


def test_the_report_is_the_first_to_go_and_the_last_to_come(tmp_path, monkeypatch):
    older(tmp_path)
    whole, moves = Path.replace, []
    monkeypatch.setattr(Path, "replace", lambda self, to: (moves.append(self.name), whole(self, to))[1])
    publish(tmp_path, NEW, report())
    assert moves[0] == moves[-1] == "run.json"


def test_ctrl_c_during_the_moves_waits_for_them(tmp_path, monkeypatch):
    older(tmp_path)
    whole = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, NEW, report())
    assert contents(tmp_path)["bayar.csv"] == b"new"
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_ctrl_c_while_writing_leaves_nothing_behind(tmp_path, monkeypatch):
    before = older(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, NEW, report())
    assert contents(tmp_path) == before


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    assert refused(tmp_path / "out") == "E804"
    assert refused(tmp_path / "out" / "deeper") == "E804"
    assert contents(tmp_path) == {"out": b"mine"}


def test_a_link_that_leads_nowhere_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "out").symlink_to(tmp_path / "gone")
    assert refused(tmp_path / "out") == "E804"


def test_a_folder_in_the_place_of_a_file(tmp_path):
    older(tmp_path)
    (tmp_path / "tambahan.csv").mkdir()
    assert refused(tmp_path) == "E812"
    assert (tmp_path / "bayar.csv").read_bytes() == b"old"


def test_one_writer_at_a_time(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    before = older(tmp_path)
    holder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    assert refused(tmp_path) == "E807"
    os.close(holder)
    assert contents(tmp_path) == before
    publish(tmp_path, NEW, report())


def test_what_a_killed_run_left_is_cleared(tmp_path):
    (tmp_path / ".eremun-dead").mkdir()
    publish(tmp_path, NEW, report())
    assert set(contents(tmp_path)) == {"bayar.csv", "tambahan.csv", "run.json"}


def test_it_is_seen_before_anything_is_computed(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refused, match="E804"):
        require_writable(tmp_path / "file" / "out")
    require_writable(tmp_path / "new" / "out")
    assert not (tmp_path / "new").exists()
