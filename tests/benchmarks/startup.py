"""From the start of the process to the window and to the map with its pins, beside the least a web view can do.

The floor is a bare QWebEngineView that loads an empty local page, in a process of its own. Each is started several
times in turn, so that whatever else the machine does falls on both; what is printed are medians and their ratio.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
AIM = 1.3

FLOOR = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication
from jz_travel.ui.web.flags import set_chromium_flags
set_chromium_flags()
application = QApplication(["floor"])
from tests.benchmarks.startup import empty_page, stamp, memory
view = QWebEngineView()
view.resize(1280, 800)
def loaded(_):
    stamp("map")
    memory()
    application.quit()
view.loadFinished.connect(loaded)
view.load(QUrl.fromLocalFile(empty_page(sys.argv[1])))
view.show()
application.processEvents()
stamp("window")
application.exec()
view.page().deleteLater()
"""

OURS = """
import sys
from pathlib import Path
from jz_travel.ui.app import assemble
from jz_travel.ui.application import make_application
from jz_travel.ui.folders import Folders
from jz_travel.store.settings import Settings
application = make_application(["jz-travel"])
window = assemble(application, Folders.below(Path(sys.argv[1])), Settings(language="zh-Hans", theme="light"))
from PySide6.QtCore import QTimer
from tests.benchmarks.startup import stamp, memory
window.main.show()
application.processEvents()
stamp("window")
def settled():
    if window.main.map.view.is_settled:
        stamp("map")
        memory()
        timer.stop()
        application.quit()
timer = QTimer()
timer.timeout.connect(settled)
timer.start(2)
application.exec()
late = [name for name in ("folium", "branca", "geopy", "astral", "babel", "pyvrp", "jinja2") if name in sys.modules]
print("imported", ",".join(late) or "-")
window.close()
"""


def stamp(what: str) -> None:
    """Said by the process that is measured: when it got there, on the clock that all processes share."""
    print(what, time.monotonic(), flush=True)


def memory() -> None:
    """Said by the process that is measured: what it and its helpers hold, in MiB of proportional set size."""
    from tests.benchmarks.memory import proportional

    print("pss", proportional(os.getpid()), flush=True)


def empty_page(folder: str) -> str:
    page = Path(folder) / "empty.html"
    page.write_text("<!doctype html><title>empty</title>", "utf-8")
    return str(page)


def measure(code: str, folder: str) -> dict[str, str]:
    """Milliseconds from before the process was made to each of its stamps, and what else it said."""
    # Bytecode is kept, as on every visitor's machine, but not in the tree.
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "PYTHONPATH": str(Path.cwd())}
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, folder],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, **kept},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    for what in ("window", "map"):
        said[what] = str((float(said[what]) - started) * 1000)
    return said


def alternating(rounds: int = ROUNDS) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Both in turn; the first of each only warms the caches of the machine and of the profile."""
    floors, ours = [], []
    with tempfile.TemporaryDirectory(prefix="jz-benchmark-") as folder:
        for _ in range(rounds + 1):
            floors.append(measure(FLOOR, folder))
            ours.append(measure(OURS, folder))
    return floors[1:], ours[1:]


def median(said: list[dict[str, str]], what: str) -> float:
    return statistics.median(float(each[what]) for each in said)


def main() -> None:
    floors, ours = alternating()
    for what, words in (("window", "window shown"), ("map", "map ready with its pins")):
        floor, mine = median(floors, what), median(ours, what)
        verdict = "ok" if mine / floor <= AIM else "TOO SLOW"
        ratio = f"{mine / floor:.2f} x a bare web view ({floor:.0f} ms), aim {AIM}: {verdict}"
        print(f"start, {words}: {mine:.0f} ms, {ratio}")
    print(f"start, imported before the map is ready: {ours[-1]['imported']}")
    floor, mine = median(floors, "pss"), median(ours, "pss")
    print(f"memory, all processes: {mine:.0f} MiB PSS, {mine / floor:.2f} x a bare web view ({floor:.0f} MiB)")


if __name__ == "__main__":
    main()
