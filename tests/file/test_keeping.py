"""Things kept under a key: made once, never stale, never damaged, and not needed."""

import os
from pathlib import Path

import pytest

from tests.alarm import at_most
from vendorscreen.file import keeping
from vendorscreen.file.folder import YAML
from vendorscreen.file.keeping import KEPT, digests_below, kept, key_of, sealed, unsealed


class Maker:
    """Keeps a text, and counts how often it was made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = 0

    def thing(self, key: str = "key", text: str = "text") -> str:
        def make() -> str:
            self.made += 1
            return text

        return kept(self.folder, key, make, self._write, lambda place: unsealed((place / "t").read_bytes()).decode())

    def _write(self, text: str, place: Path) -> None:
        if text == "unkept":
            raise ValueError(text)
        (place / "t").write_bytes(sealed(text.encode()))


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path / "things")


def test_a_thing_is_made_once_under_each_key(maker: Maker) -> None:
    found = [maker.thing(key) for key in ("one", "two", "one", "two")]

    assert (found, maker.made) == (["text"] * 4, 2)


@pytest.mark.parametrize("content", [b"", b"abc", b"\0\0\0\0text", None])
def test_a_damaged_thing_is_made_again(maker: Maker, content: bytes | None) -> None:
    maker.thing()
    path = maker.folder / "key" / "t"
    whole = path.read_bytes()
    path.unlink() if content is None else path.write_bytes(content)

    assert ("text", 2, whole) == (maker.thing(), maker.made, path.read_bytes())


def test_where_nothing_can_be_written_it_is_made_each_time(maker: Maker) -> None:
    maker.folder.touch()

    assert ([maker.thing(), maker.thing()], maker.made) == (["text", "text"], 2)


def test_what_is_not_to_be_kept_is_made_each_time_and_leaves_nothing(maker: Maker) -> None:
    found = [maker.thing(text="unkept"), maker.thing(text="unkept")]

    assert (found, maker.made, list(maker.folder.iterdir())) == (["unkept"] * 2, 2, [])


def test_an_error_in_making_is_raised_and_nothing_kept(tmp_path: Path) -> None:
    def fail() -> str:
        raise ValueError("no such list")

    with pytest.raises(ValueError, match="no such list"):
        kept(tmp_path / "things", "key", fail, lambda *_: None, Path.read_text)
    assert not (tmp_path / "things").exists()


def test_only_the_newest_are_kept(maker: Maker) -> None:
    for number in range(2 * KEPT):
        maker.thing(str(number))

    assert len(list(maker.folder.iterdir())) == KEPT
    assert (maker.folder / str(2 * KEPT - 1)).exists()


def test_a_file_left_by_an_earlier_version_grows_old_too(maker: Maker) -> None:
    maker.folder.mkdir()
    (maker.folder / "old").touch()
    for number in range(KEPT):
        maker.thing(str(number))

    assert not (maker.folder / "old").exists()


def test_a_key_tells_apart_inputs_and_code(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {key_of(("file",), ("a",)), key_of(("file",), ("b",)), key_of(("name",), ("a",))}
    again = key_of(("file",), ("a",))
    monkeypatch.setattr(keeping, "_code_state", lambda *_: "another version")

    assert again in keys
    assert len({*keys, key_of(("file",), ("a",))}) == 4


def test_the_digests_of_files_tell_every_change(tmp_path: Path) -> None:
    def digests() -> tuple[str, ...]:
        return tuple(digests_below([tmp_path], YAML))

    found = {digests()}
    (tmp_path / "a.yaml").write_text("a")
    found.add(digests())
    (tmp_path / "a.yaml").write_text("b")
    found.add(digests())
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    found.add(digests())
    (tmp_path / "other.txt").write_text("no input")
    found.add(digests())

    assert len(found) == 4


def test_a_pipe_among_files_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").touch()
    with at_most(10):
        found = list(digests_below([tmp_path], YAML))

    assert found[1] == f"{tmp_path}/a.yaml is no file"
    assert len(found) == 3
