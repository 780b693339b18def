"""A newer version is looked for when somebody asks, where somebody says, and nowhere else."""

from pathlib import Path

import pytest

from jz_travel import __version__
from jz_travel.cli.main import main
from jz_travel.newer import ADDRESS, newest

SUM = "0" * 64


def downloads(folder: Path, *names: str) -> str:
    (folder / "SHA256SUMS").write_text("".join(f"{SUM}  {name}\n" for name in names))
    return folder.as_uri()


def test_a_newer_version_is_named_with_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = downloads(tmp_path, "jz-travel_99.10.0_amd64.deb", "jz-travel_99.9.0_amd64.deb", "jz-travel-99.10.0-setup.exe")
    assert main(["--lang", "en", "updates", "--at", at]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "There is a newer version, 99.10.0:",
        f"{at}/jz-travel-99.10.0-setup.exe",
        f"{at}/jz-travel_99.10.0_amd64.deb",
    ]


def test_who_has_the_newest_version_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS, downloads(tmp_path, f"jz-travel_{__version__}_amd64.deb"))
    assert main(["--lang", "zh-Hans", "updates"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("at", ["ftp://mirror/", "/srv/downloads", "http://127.0.0.1:9/", "file:///nowhere"])
def test_an_address_that_does_not_answer_is_a_sentence(at: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "updates", "--at", at]) == 1
    assert capsys.readouterr().err.startswith(f"{at} did not answer: ")


def test_a_page_that_is_no_list_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "SHA256SUMS").write_bytes(b"<html>\xff\xfe not here")
    assert main(["--lang", "en", "updates", "--at", tmp_path.as_uri()]) == 1
    assert "no list of versions" in capsys.readouterr().err


def test_without_an_address_nobody_is_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    with pytest.raises(SystemExit) as ended:
        main(["updates"])
    assert ended.value.code == 2
    assert "--at" in capsys.readouterr().err


def test_versions_are_compared_as_numbers() -> None:
    found = newest(f"{SUM}  jz-travel_0.9.0_amd64.deb\n{SUM}  jz-travel_0.10.0_amd64.deb\n")
    assert found == ("0.10.0", ["jz-travel_0.10.0_amd64.deb"])
