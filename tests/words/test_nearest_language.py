"""The language to begin with follows the system's."""

from pathlib import Path

import pytest

from jz_travel.words import nearest


@pytest.fixture
def five(tmp_path: Path) -> Path:
    for name in ("zh_Hans", "zh_Hant", "ja", "ko"):
        (tmp_path / f"{name}.po").write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("Chinese (Simplified)_China", "zh-Hans"),
        ("en_GB", "en"),
        ("ja_JP@cjk", "ja"),
        ("Japanese_Japan.932", "ja"),
        ("ko-KR", "ko"),
        ("tlh", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("xx_YY.UTF-8", "en"),
        ("", "en"),
        ("../../etc/passwd", "en"),
    ],
)
def test_a_system_gets_its_own_language_or_english(system: str, language: str, five: Path) -> None:
    assert nearest(system, translations_dir=five) == language


def test_traditional_readers_get_simplified_chinese_while_their_own_is_not_translated(tmp_path: Path) -> None:
    (tmp_path / "zh_Hans.po").write_text("", "utf-8")
    assert nearest("zh_TW", translations_dir=tmp_path) == "zh-Hans"
    assert nearest("ja_JP", translations_dir=tmp_path) == "en"
