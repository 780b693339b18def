"""One keystroke in the search of 10,000 places, through the model that the list shows.

Beside it: a plain pass over the names for the same text, which finds less and ranks nothing.
"""

import os
import random
from dataclasses import replace
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jz_travel.domain.places import Catalogue, Place, PlaceId
from jz_travel.domain.texts import Text
from jz_travel.resources import assets
from jz_travel.store.places import read_catalogue
from jz_travel.ui.application import make_application
from jz_travel.ui.places.model import PlaceFilter, PlaceModel
from jz_travel.ui.style.look import Look
from tests.benchmarks.edit import percentile

PLACES, AIM = 10_000, 5
TYPED = ("yts", "yuntaishan", "云台山", "chenjiagou", "太极", "temple", "gorge 红", "jz", "焦作", "zzz", "嘉应观")


def many_places() -> Catalogue:
    """The shipped places again and again, each with a name of its own."""
    shipped, _ = read_catalogue(assets())
    chance = random.Random(2)
    syllables = [(place.name.zh_hans, place.pinyin) for place in shipped]
    places: list[Place] = []
    originals = list(shipped)
    for number in range(PLACES):
        place = originals[number % len(originals)]
        other, pinyin = chance.choice(syllables)
        name = Text(f"{place.name.zh_hans}{other}", f"{place.name.en} {number}")
        short = Text(f"{place.short.zh_hans}{number}", f"{place.short.en} {number}")
        spoken = f"{place.pinyin} {pinyin}"
        own = PlaceId(f"{place.id}_{number}")
        places.append(replace(place, id=own, name=name, short=short, pinyin=spoken, aliases=(), area=None))
    return Catalogue(tuple(places), shipped.sources)


def main() -> None:
    look = Look(make_application(["jz-travel"]), "zh-Hans", "light")
    catalogue = many_places()
    model = PlaceModel(catalogue, look)
    names = [f"{place.name.zh_hans} {place.name.en} {place.pinyin}".casefold() for place in catalogue]
    took, least = [], []
    for text in TYPED * 3:
        for length in range(1, len(text) + 1):
            query = text[:length]
            starts = perf_counter()
            model.set_filter(PlaceFilter(query=query))
            took.append((perf_counter() - starts) * 1000)
            starts = perf_counter()
            [name for name in names if query in name]
            least.append((perf_counter() - starts) * 1000)
    floor, half, most = percentile(least, 0.5), percentile(took, 0.5), percentile(took, 0.95)
    print(
        f"search, {PLACES} places, a keystroke: p50 {half:.2f} ms, p95 {most:.2f} ms (aim {AIM}), "
        f"{half / floor:.1f} x a pass over the names ({floor:.2f} ms): {'ok' if most <= AIM else 'TOO SLOW'}"
    )


if __name__ == "__main__":
    main()
