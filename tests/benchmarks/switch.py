"""From a visitor's choice of another language or theme to the window drawn anew, with a week's trip open.

Beside it: what Qt itself takes to put a sheet of one rule on the same widgets, which no switch can do without; and what
one language's catalogue of messages costs at the start (only that of the language shown is read).
"""

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from jz_travel.domain.texts import Language
from jz_travel.ui.app import Window
from jz_travel.ui.demo import pause
from jz_travel.words import Words, offered
from tests.benchmarks.edit import a_full_week, open_window, settle

ROUNDS, AIM, CALM_MS = 3, 300, 400


def measured(window: Window, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds until everything asked for is painted: by the wall's clock, and of the window's own thread."""
    settle(window)
    pause(CALM_MS)
    starts, began = perf_counter(), thread_time()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (perf_counter() - starts) * 1000, (thread_time() - began) * 1000


def report(what: str, took: list[tuple[float, float]], floor: float) -> None:
    wall, own = (median(each) for each in zip(*took, strict=True))
    verdict = "ok" if own <= AIM else "TOO SLOW"
    print(f"{what}: {wall:.0f} ms ({own:.0f} of its own), {own / floor:.1f} x one rule, aim {AIM}: {verdict}")


def languages(window: Window) -> list[tuple[float, float]]:
    def speak(language: Language) -> Callable[[], None]:
        return lambda: window.look.speak(language)

    return [measured(window, speak(each)) for _ in range(ROUNDS) for each in offered()]


def themes(window: Window) -> list[tuple[float, float]]:
    return [
        measured(window, act)
        for _ in range(ROUNDS)
        for act in (lambda: window.look.choose("dark"), lambda: window.look.choose("light"))
    ]


def a_rule(window: Window) -> float:
    """The floor; puts the window's own sheet back on."""
    took = [measured(window, lambda: window.main.setStyleSheet("#nobody { color: red; }"))[1] for _ in range(ROUNDS)]
    window.look.dress(window.main)
    return median(took)


def catalogues() -> None:
    for language in offered():
        began = thread_time()
        Words(language)
        print(f"messages of {language}: {(thread_time() - began) * 1000:.0f} ms")


def main() -> None:
    catalogues()
    window = open_window(a_full_week())
    floor = a_rule(window)
    report("another language", languages(window), floor)
    report("another theme", themes(window), floor)
    window.close()


if __name__ == "__main__":
    main()
