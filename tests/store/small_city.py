"""A small city as people write it: a park with its gorge, a museum, and what their facts come from."""

from pathlib import Path

from jz_travel.resources import assets

KINDS = (assets() / "kinds.toml").read_text("utf-8")
SOURCES = """
[gate]
title = "A board at the gate"
tier = "A"
date = "2026-05"

[hearsay]
title = "A blog"
url = "https://example.org"
tier = "C"
"""
NAMES = """
[name]
zh-Hans = "{0}景区"
en = "{0} Park"
pinyin = "{0} Jǐngqū"
[short]
zh-Hans = "{0}"
en = "{0}"
"""
GORGE_PARK = (
    """
kind = "mountain_area"
county = "xiuwu"
themes = ["nature"]
tier = 1
"""
    + NAMES.format("大山")
    + """
[position]
lat = 35.42
lon = 113.42
within_m = 700
confidence = "low"
sources = ["gate"]
[[hours]]
from = "03-01"
to = "11-30"
opens = "06:30"
closes = "18:30"
last_entry = "17:30"
source = "gate"
[[hours]]
from = "12-01"
to = "02-28"
opens = "07:00"
closes = "17:30"
source = "gate"
[[closures]]
from = "2026-12-05"
to = "2026-12-06"
why = "ice"
source = "gate"
[[tickets]]
what = "admission"
who = "adult"
price_cny = 120
zh-Hans = "成人门票"
en = "Adult"
source = "hearsay"
[[tickets]]
what = "admission"
who = "student"
rule = "half"
zh-Hans = "学生"
en = "Students"
source = "hearsay"
"""
)
RED_GORGE = 'kind = "gorge"\ncounty = "xiuwu"\narea = "big_park"\n' + NAMES.format("红峡")
MUSEUM = 'kind = "museum"\ncounty = "jiefang"\n' + NAMES.format("博物馆")


def a_folder(folder: Path, **places: str) -> Path:
    """An assets folder with these place files."""
    (folder / "places").mkdir(parents=True)
    (folder / "kinds.toml").write_text(KINDS, "utf-8")
    (folder / "sources.toml").write_text(SOURCES, "utf-8")
    for name, text in places.items():
        (folder / "places" / f"{name}.toml").write_text(text, "utf-8")
    return folder
