"""The ECharts option of a chart: plain data, the same for the window, for SVG and for PNG."""

from dataclasses import dataclass
from typing import Any

from jz_travel.charts.captions import Scale, column_label, title
from jz_travel.charts.columns import Chart, Column, GrowthChart, Panel, YearChart
from jz_travel.charts.look import ChartLook
from jz_travel.domain.reckoning import Quantity
from jz_travel.domain.statistics import Definition
from jz_travel.words import Words
from jz_travel.words.statistics import SHORT_DEFINITIONS

Option = dict[str, Any]
Lines = tuple[str, ...]
SIDE, GAP = 12, 36  # pixels beside the panels and between them
WIDEST_COLUMN = 64


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one value stands, in pixels of the drawing: what a pointer or the keyboard can be on."""

    left: float
    top: float
    width: float
    height: float
    of: Quantity


@dataclass(frozen=True, slots=True)
class Drawing:
    """An option for a size, and where its values are."""

    option: Option
    width: int
    height: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    panel: Panel
    left: float
    width: float

    @property
    def slot(self) -> float:
        return self.width / len(self.panel.columns)


def drawing(
    chart: Chart, words: Words, look: ChartLook, width: int, height: int, *, paper: Lines | None = None
) -> Drawing:
    """``paper``: the lines below a chart that stands alone, which then has a title too; a page says both around it."""
    titled, below = paper is not None, paper or ()
    line = round(look.text * 1.5)
    scale = Scale(words, chart)
    above = line * (1 + _caption_lines(chart, scale)) + (round(look.heading * 2.2) if titled else 0)
    under = _label_lines(chart, words) * line + 10 + (line * len(below) + 8 if below else 0)
    places = _places(chart, width)
    inside = max(40, height - above - under)
    option: Option = {
        "animation": False,
        "backgroundColor": look["card"] if titled else "transparent",
        "textStyle": {"fontFamily": ", ".join(look.families) if titled else look.families[0]},
        "title": [*_titles(chart, words, look, places, above - line, titled), *_lines(below, look, height)],
        "grid": [{"left": each.left, "width": each.width, "top": above, "height": inside} for each in places],
        "xAxis": [_names(chart, each.panel, at, words, look) for at, each in enumerate(places)],
        "yAxis": [_heights(at) for at in range(len(places))],
        "series": [_bars(each, at, scale, look) for at, each in enumerate(places)],
        "graphic": [
            _break(places[at], places[at + 1], above - line, height - under, look) for at in range(len(places) - 1)
        ],
    }
    return Drawing(option, width, height, tuple(_slots(places, above - line, inside + 3 * line)))


def _label_lines(chart: Chart, words: Words) -> int:
    panels = chart.panels if isinstance(chart, YearChart) else (Panel(Definition.UNCLEAR, chart.columns),)
    return max([2, *(len(column_label(words, chart, column)) for panel in panels for column in panel.columns)])


def _caption_lines(chart: Chart, scale: Scale) -> int:
    """What was counted, and below it in which unit: side by side they would run into the next panel's."""
    return (2 if scale.caption else 1) if isinstance(chart, YearChart) else 0


def _places(chart: Chart, width: int) -> list[_Place]:
    """Panels side by side, as wide as they have columns."""
    panels = chart.panels if isinstance(chart, YearChart) else (Panel(Definition.UNCLEAR, chart.columns),)
    room = width - 2 * SIDE - GAP * (len(panels) - 1)
    shares = [len(panel.columns) + 1 for panel in panels]
    places: list[_Place] = []
    left = float(SIDE)
    for panel, share in zip(panels, shares, strict=True):
        wide = room * share / sum(shares)
        places.append(_Place(panel, round(left, 1), round(wide, 1)))
        left += wide + GAP
    return places


def _titles(
    chart: Chart, words: Words, look: ChartLook, places: list[_Place], above: float, titled: bool
) -> list[Option]:
    scale, line = Scale(words, chart), round(look.text * 1.5)
    titles: list[Option] = []
    if titled:
        style = {"color": look["ink"], "fontSize": look.heading, "fontWeight": 600}
        titles.append({"text": title(words, chart), "left": SIDE, "top": 6, "padding": 0, "textStyle": style})
    if isinstance(chart, GrowthChart):
        return titles
    style = {"color": look["ink_muted"], "fontSize": look.text, "fontWeight": "normal"}
    for each in places:
        what = words.say(SHORT_DEFINITIONS[each.panel.definition])
        text = f"{what}\n{scale.caption}" if scale.caption else what
        top = above - line * _caption_lines(chart, scale)
        fits = {**style, "lineHeight": line, "width": each.width + GAP / 2, "overflow": "truncate"}
        titles.append({"text": text, "left": each.left, "top": top, "padding": 0, "textStyle": fits})
    return titles


def _lines(below: Lines, look: ChartLook, height: int) -> list[Option]:
    if not below:
        return []
    size, line = look.text - 1, round(look.text * 1.5)
    style = {"color": look["ink_muted"], "fontSize": size, "fontWeight": "normal", "lineHeight": line}
    top = height - line * len(below) - 6
    return [{"text": "\n".join(below), "left": SIDE, "top": top, "padding": 0, "textStyle": style}]


def _names(chart: Chart, panel: Panel, at: int, words: Words, look: ChartLook) -> Option:
    return {
        "type": "category",
        "gridIndex": at,
        "data": ["\n".join(column_label(words, chart, column)) for column in panel.columns],
        "axisTick": {"show": False},
        "axisLine": {"lineStyle": {"color": look["line_strong"]}, "onZero": True},
        "axisLabel": {
            "color": look["ink"],
            "fontSize": look.text,
            "lineHeight": round(look.text * 1.4),
            "interval": 0,
            "margin": 8,
        },
    }


def _heights(at: int) -> Option:
    """Always from zero. The columns carry their values, so the axis needs no numbers."""
    return {
        "type": "value",
        "gridIndex": at,
        "axisLabel": {"show": False},
        "splitLine": {"show": False},
    }


def _bars(place: _Place, at: int, scale: Scale, look: ChartLook) -> Option:
    colour = look["line_strong"] if place.panel.definition is Definition.SITES_GATE else look["accent"]
    return {
        "type": "bar",
        "xAxisIndex": at,
        "yAxisIndex": at,
        "barMaxWidth": WIDEST_COLUMN,
        "barCategoryGap": "38%",
        "itemStyle": {"color": colour},
        "label": {"show": True, "position": "top", "color": look["ink"], "fontSize": look.text, "textBorderWidth": 0},
        "data": [_bar(column, scale, look) for column in place.panel.columns],
    }


def _bar(column: Column, scale: Scale, look: ChartLook) -> Any:
    if column.of is None:
        return {"value": "-"}
    bar: Option = {"value": float(scale.number(column.of)), "label": {"formatter": scale.label(column.of)}}
    if column.tentative is not None:
        # An outline, because it is not what a source says but one reading of it.
        line = {"color": look["accent_soft"], "borderColor": look["accent"], "borderWidth": 1.5, "borderType": "dashed"}
        bar["itemStyle"] = line
    if column.of.base < 0:
        bar["label"]["position"] = "bottom"
    return bar


def _break(one: _Place, other: _Place, top: float, bottom: float, look: ChartLook) -> Option:
    """Nobody should read on across a change of what was counted."""
    middle = (one.left + one.width + other.left) / 2
    return {
        "type": "line",
        "shape": {"x1": middle, "y1": top, "x2": middle, "y2": bottom},
        "style": {"stroke": look["line_strong"], "lineWidth": 1.5, "lineDash": [4, 4]},
        "silent": True,
    }


def _slots(places: list[_Place], top: float, height: float) -> list[Slot]:
    return [
        Slot(place.left + place.slot * at, top, place.slot, height, column.of)
        for place in places
        for at, column in enumerate(place.panel.columns)
        if column.of is not None
    ]
