"""What Qt has from ICU in the locales that are named; first the file that the data came from. For test_bundle.py."""

import re
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QCollator, QLocale, QTimeZone

WORDS = [*"焦作云台影视太极嘉应观韩愈かカｶ가나라", "Äpfel", "apple", "Zebra", "éclair", "10", "9", "2"]
answers = []
for name in sys.argv[1:]:
    locale = QLocale(name)
    collator = QCollator(locale)
    collator.setNumericMode(True)
    answers.append(" ".join(sorted(WORDS, key=collator.sortKey)))
    answers.append(locale.toUpper("straße ǆ i") + locale.toLower("İSTANBUL"))
    for place in (b"Asia/Shanghai", b"Europe/Berlin"):
        zone = QTimeZone(QByteArray(place))
        answers += [zone.displayName(QTimeZone.TimeType.StandardTime, kind, locale) for kind in QTimeZone.NameType]
found = re.search(r"/\S*libicudata\.so\.\d+", Path("/proc/self/maps").read_text())
print(found[0] if found else "")
print("\n".join(answers))
