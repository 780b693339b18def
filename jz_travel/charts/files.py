"""A chart that stands alone in a file: with its title, and under it where its figures come from."""

import unicodedata
from collections.abc import Iterator

from jz_travel.charts.columns import Chart, YearChart, quantities
from jz_travel.charts.look import paper_look
from jz_travel.charts.option import Drawing, drawing
from jz_travel.domain.reckoning import figures_behind
from jz_travel.domain.statistics import Statistics
from jz_travel.words import Words

WIDTH, HEIGHT = 960, 480
LETTERS_A_LINE = 136  # of half the width of a Chinese character, at 12 pixels


def paper_drawing(chart: Chart, words: Words, statistics: Statistics) -> Drawing:
    """A chart in the colours of paper with its sources below, :data:`WIDTH` × :data:`HEIGHT` units."""
    return drawing(chart, words, paper_look(words.language), WIDTH, HEIGHT, paper=notes(chart, words, statistics))


def notes(chart: Chart, words: Words, statistics: Statistics) -> tuple[str, ...]:
    """The lines under a chart: what is computed, what cannot be compared, and the sources."""
    say = words.say
    said = []
    if not isinstance(chart, YearChart) or chart.per_day:
        said.append(say("Per day: computed from the printed totals."))
    if isinstance(chart, YearChart) and chart.has_break:
        said.append(say("What was counted differs: the parts cannot be compared."))
    named = dict.fromkeys(figure.evidence.source for each in quantities(chart) for figure in figures_behind(each))
    sources = [words.source(statistics.sources[each]) for each in named if each in statistics.sources]
    said.append(say("Source: {sources}", sources=say("; ", context="between sources").join(sources)))
    return tuple(_wrapped(" ".join(said)))


def _wrapped(text: str) -> Iterator[str]:
    """Broken at spaces and after Chinese characters."""
    line, width = "", 0
    for word in _pieces(text):
        wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in word)
        if line and width + wide > LETTERS_A_LINE:
            yield line.rstrip()
            line, width = "", 0
        line, width = line + word, width + wide
    if line:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    word = ""
    for letter in text:
        word += letter
        if letter == " " or unicodedata.east_asian_width(letter) in "WF":
            yield word
            word = ""
    if word:
        yield word
