"""What the words of a sheet mean: headings, holidays, measures, definitions. Longer words are looked for first."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from jz_travel.domain.sheets import Role
from jz_travel.domain.statistics import Basis, Definition, Event, Measure

T = TypeVar("T")

GROWTH = ("同比", "增长", "增幅", "增速", "growth", "change")
COMPARABLE = ("可比", "comparable", "日均")
ROLES: dict[str, Role] = {
    "统计口径": Role.DEFINITION, "口径": Role.DEFINITION, "definition": Role.DEFINITION,
    "增长基础": Role.BASIS, "比较方式": Role.BASIS, "basis": Role.BASIS,
    "年份": Role.YEAR, "年度": Role.YEAR, "year": Role.YEAR, "年": Role.YEAR,
    "假期": Role.EVENT, "假日": Role.EVENT, "节日": Role.EVENT, "节假日": Role.EVENT, "holiday": Role.EVENT,
    "event": Role.EVENT, "时段": Role.EVENT,
    "地区": Role.SUBJECT, "景区名称": Role.SUBJECT, "景区": Role.SUBJECT, "单位名称": Role.SUBJECT,
    "对象": Role.SUBJECT, "范围": Role.SUBJECT, "subject": Role.SUBJECT,
    "指标": Role.MEASURE, "measure": Role.MEASURE, "metric": Role.MEASURE,
    "计量单位": Role.UNIT, "单位": Role.UNIT, "unit": Role.UNIT,
    "放假天数": Role.DAYS, "天数": Role.DAYS, "days": Role.DAYS,
    "开始日期": Role.FIRST, "开始": Role.FIRST, "起": Role.FIRST, "from": Role.FIRST, "first": Role.FIRST,
    "结束日期": Role.LAST, "结束": Role.LAST, "止": Role.LAST, "to": Role.LAST, "last": Role.LAST,
    "发布日期": Role.PUBLISHED, "published": Role.PUBLISHED,
    "数据来源": Role.SOURCE, "来源": Role.SOURCE, "出处": Role.SOURCE, "source": Role.SOURCE,
    "网址": Role.URL, "链接": Role.URL, "url": Role.URL,
    "备注": Role.NOTE, "说明": Role.NOTE, "note": Role.NOTE,
    "数值": Role.VALUE, "数据": Role.VALUE, "金额": Role.VALUE, "数量": Role.VALUE, "value": Role.VALUE,
}  # fmt: skip
MEASURES: dict[str, Measure] = {
    "门票及交通": Measure.TICKET_AND_TRANSPORT_INCOME, "门票收入": Measure.TICKET_INCOME,
    "ticket income": Measure.TICKET_INCOME,
    "综合收入": Measure.REVENUE, "旅游收入": Measure.REVENUE, "总收入": Measure.REVENUE, "收入": Measure.REVENUE,
    "消费": Measure.REVENUE, "revenue": Measure.REVENUE,
    "国内游客": Measure.DOMESTIC_VISITS, "文化场馆": Measure.MUSEUM_VISITS,
    "接待人次": Measure.VISITS, "接待游客": Measure.VISITS, "游客": Measure.VISITS, "接待": Measure.VISITS,
    "人次": Measure.VISITS, "人数": Measure.VISITS, "visits": Measure.VISITS, "visitors": Measure.VISITS,
    "企业": Measure.FIRMS, "床位": Measure.BEDS, "承载量": Measure.CAPACITY, "报道": Measure.REPORTS,
}  # fmt: skip
EVENTS: dict[str, Event] = {
    "国庆": Event.NATIONAL_DAY, "十一": Event.NATIONAL_DAY, "national day": Event.NATIONAL_DAY,
    "五一": Event.MAY_DAY, "劳动节": Event.MAY_DAY, "may day": Event.MAY_DAY, "labour day": Event.MAY_DAY,
    "春节": Event.SPRING_FESTIVAL, "spring festival": Event.SPRING_FESTIVAL,
    "中秋": Event.MID_AUTUMN, "mid-autumn": Event.MID_AUTUMN,
    "端午": Event.DRAGON_BOAT, "dragon boat": Event.DRAGON_BOAT,
    "清明": Event.QINGMING, "qingming": Event.QINGMING,
    "元旦": Event.NEW_YEAR, "new year": Event.NEW_YEAR,
    "全年": Event.YEAR, "whole year": Event.YEAR, "单日": Event.ONE_DAY,
}  # fmt: skip
DEFINITIONS: dict[str, Definition] = {
    "全域": Definition.AREA_TOTAL, "全市": Definition.AREA_TOTAL, "whole city": Definition.AREA_TOTAL,
    "重点监测景区": Definition.SITES_GATE, "监测景区": Definition.SITES_GATE, "门票口径": Definition.SITES_GATE,
    "闸机": Definition.SITES_GATE, "单个景区": Definition.SITE, "本景区": Definition.SITE,
    "全省": Definition.PROVINCE_TOTAL, "全国": Definition.NATIONAL_TOTAL, "未说明": Definition.UNCLEAR,
}  # fmt: skip
BASES: dict[str, Basis] = {
    "可比": Basis.COMPARABLE, "日均": Basis.COMPARABLE, "comparable": Basis.COMPARABLE,
    "总量": Basis.RAW, "raw": Basis.RAW, "totals": Basis.RAW, "未说明": Basis.NOT_STATED,
}  # fmt: skip


def meaning(text: str, words: Mapping[str, T], values: Iterable[T]) -> T | None:
    """What a cell says, by its id or by the longest word in it."""
    lower = text.strip().lower()
    for value in values:
        if lower == str(value):
            return value
    return words[max(found, key=len)] if (found := [word for word in words if word in lower]) else None


def role_of(heading: str) -> Role:
    """Of a heading that names no measure: by its whole text, else by the longest word in it."""
    lower = heading.lower()
    outside = lower.split("(")[0].strip()
    if outside in ROLES:
        return ROLES[outside]
    found = [word for word in ROLES if word in lower and (len(word) > 1 or (not word.isascii() and len(lower) <= 3))]
    return ROLES[max(found, key=len)] if found else Role.NOTHING


def says(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of the words, large and small letters alike; ``words`` are in small ones."""
    lower = text.lower()
    return any(word in lower for word in words)
