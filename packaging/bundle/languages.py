"""The languages of the program as Qt, Chromium and ICU call them: what the bundle keeps of the world's, and no more."""

LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en_US", "ja": "ja_JP", "ko": "ko_KR"}
"""By their names in ``jz_travel/domain/texts.py``."""

FAMILIES = frozenset(locale.split("_")[0] for locale in LOCALES.values())


def is_ours(name: str) -> bool:
    """Whether a translation called ``zh-CN``, ``zh_CN`` or just ``ja`` is of one of them."""
    return name in FAMILIES or name.replace("-", "_") in LOCALES.values()
