"""What goes into the bundle, by the rules that the recipe applies."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import get_args

import pytest

from jz_travel.domain.texts import Language

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "packaging" / "bundle"
sys.path.insert(0, str(BUNDLE))
import icu_data  # noqa: E402
import languages  # noqa: E402
import reference  # noqa: E402
import sums  # noqa: E402
import trim  # noqa: E402

sys.path.remove(str(BUNDLE))
QT = "PySide6/Qt"


@pytest.mark.parametrize("module", trim.GPL_ONLY)
def test_modules_of_qt_that_are_under_the_gpl_alone_stay_out(module: str) -> None:
    for name in (f"{QT}/lib/libQt6{module}.so.6", f"PySide6/Qt{module}.abi3.so", f"PySide6/Qt6{module}.dll"):
        assert not trim._is_wanted(name)


@pytest.mark.parametrize(
    "file",
    [
        f"{QT}/lib/libQt6WebEngineCore.so.6",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}/plugins/wayland-shell-integration/libxdg-shell.so",
        f"{QT}/translations/qtwebengine_locales/zh-CN.pak",
        f"{QT}/translations/qtbase_ja.qm",
        f"{QT}/resources/icudtl.dat",
        "babel/locale-data/zh_Hans_CN.dat",
        "assets/places/yuntai.toml",
        "xyzservices/data/providers.json",
    ],
)
def test_what_the_window_needs_goes_in(file: str) -> None:
    assert trim._is_wanted(file)


@pytest.mark.parametrize(
    "file",
    [
        f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/plugins/imageformats/libqpdf.so",
        f"{QT}/qml/QtQuick/libqtquick2plugin.so",
        f"{QT}/translations/qtwebengine_locales/de.pak",
        f"{QT}/translations/qtbase_fr.qm",
        f"{QT}/resources/qtwebengine_devtools_resources.pak",
        f"{QT}/resources/qtwebengine_resources.debug.pak",
        "babel/locale-data/sw_KE.dat",
        "matplotlib-3.11.2.dist-info/METADATA",
    ],
)
def test_what_nobody_uses_stays_out(file: str) -> None:
    assert not trim._is_wanted(file)


def test_no_language_of_the_program_is_cut_out() -> None:
    assert set(languages.LOCALES) == set(get_args(Language))


@pytest.mark.parametrize("folder", ["translations/qtwebengine_locales/*.pak", "translations/qtbase_*.qm"])
def test_qt_and_chromium_keep_one_translation_for_each_of_our_languages(folder: str) -> None:
    import PySide6

    inside = Path(PySide6.__file__).parents[1]
    files = [file.relative_to(inside).as_posix() for file in Path(PySide6.__file__).parent.glob(f"Qt/{folder}")]
    kept = [file for file in files if trim._is_wanted(file)]
    assert len(kept) == len(get_args(Language)) < len(files)


@pytest.mark.parametrize("item", ["coll/zh_Hant.res", "coll/root.res", "zone/ko.res", "zoneinfo64.res", "en_001.res"])
def test_icu_keeps_what_our_languages_need(item: str) -> None:
    assert icu_data.is_for_qt(item)


@pytest.mark.parametrize("item", ["coll/de.res", "sr_Latn_BA.res", "lang/fr.res", "gb18030.cnv", "brkitr/cjdict.dict"])
def test_icu_loses_what_nobody_asks_it_for(item: str) -> None:
    assert not icu_data.is_for_qt(item)


def test_chromiums_data_keeps_our_languages_and_every_line_break() -> None:
    import PySide6

    data = (Path(PySide6.__file__).parent / "Qt" / "resources" / "icudtl.dat").read_bytes()
    assert icu_data.without(data, lambda _: True) == data
    kept: list[str] = []
    small = icu_data.without(data, icu_data.is_ours)
    assert icu_data.without(small, lambda item: kept.append(item) is None) == small
    assert {"coll/zh.res", "brkitr/cjdict.dict", "zoneinfo64.res"} < set(kept)
    assert "coll/de.res" not in kept


@pytest.mark.skipif(any(which(tool) is None for tool in icu_data.TOOLS), reason="binutils are not installed")
def test_the_smaller_icu_sorts_and_names_as_the_whole_one(tmp_path: Path) -> None:
    import PySide6

    (whole,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    small = icu_data.smaller_library(whole, tmp_path)
    assert small.stat().st_size < whole.stat().st_size / 4
    said = []
    for folder in ("", str(tmp_path)):
        environment = {**os.environ, "LD_LIBRARY_PATH": folder}
        asked = [sys.executable, str(Path(__file__).parent / "ask_icu.py"), *languages.LOCALES.values()]
        answer = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True, timeout=60).stdout
        said.append(answer.splitlines())
    assert said[1][0] == str(small)
    assert said[0][1:] == said[1][1:]


def test_recipes_do_not_go_to_visitors() -> None:
    assert trim.is_shipped("maps/relief-light.mbtiles")
    assert trim.is_shipped("assets/fonts/JZSans-Regular.otf")
    assert not trim.is_shipped("maps/build/relief.py")
    assert not trim.is_shipped("assets/fonts/build.py")


def test_modules_that_are_imported_by_a_name_in_quotes_are_found(tmp_path: Path) -> None:
    (tmp_path / "reader.py").write_text('codes = import_module("zxingcpp")\n')
    assert "zxingcpp" in trim.hidden_imports(tmp_path)


def test_the_man_page_and_the_completions_know_every_command(tmp_path: Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795000000"}
    asked = [sys.executable, str(BUNDLE / "reference.py"), str(tmp_path)]
    subprocess.run(asked, check=True, env=environment, timeout=60)
    names = [name for name, _, _ in reference.commands_of(reference._parser())]
    assert "plan" in names
    for file in ("jz-travel.1", "jz-travel.bash", "_jz-travel", "jz-travel.fish"):
        text = (tmp_path / file).read_text("utf-8").replace("\\-", "-")
        assert [name for name in names if name.split()[0] not in text] == []
    assert ".SS plan" in (tmp_path / "jz-travel.1").read_text("utf-8")
    subprocess.run(["bash", "-n", str(tmp_path / "jz-travel.bash")], check=True, timeout=60)


def test_the_sums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"package")
    (tmp_path / "a 行.run").write_bytes(b"archive")
    (tmp_path / sums.NAME).write_text(sums.sums(tmp_path), "utf-8")
    checked = ["sha256sum", "--check", "--strict", sums.NAME]
    assert subprocess.run(checked, cwd=tmp_path, capture_output=True, timeout=60).returncode == 0
    (tmp_path / "b.deb").write_bytes(b"another")
    assert subprocess.run(checked, cwd=tmp_path, capture_output=True, timeout=60).returncode == 1
