"""``python -m tests.gallery [--out …] [--views …] [--languages …] [--themes …] [--sizes …] [--text …]``.

Without arguments a small selection is drawn; ``all`` takes everything of a kind. What is cut or lies over something
else in the window is also told in words.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is asked for anything

from PySide6.QtWidgets import QApplication

from jz_travel.domain.texts import Language
from jz_travel.store.settings import Theme
from jz_travel.ui.application import make_application
from jz_travel.words import offered
from tests.gallery.kiosk_scene import KioskScene
from tests.gallery.kiosk_views import PAGES
from tests.gallery.kiosk_views import SIZES as KIOSK_SIZES
from tests.gallery.scene import FULL_SCREEN, SCALES, THEMES, open_scene
from tests.gallery.sheet import Shot, write_sheet
from tests.gallery.views import every_view

SIZES = ((1024, 768), (1280, 800), (1920, 1080), FULL_SCREEN, (800, 480))
SOME_VIEWS = ("empty", "sample", "details", "plan_form", "statistics_golden_week", "about")
KIOSK = "kiosk_"
Size = tuple[int, int]


def main() -> int:
    wanted = _arguments()
    wanted.out.mkdir(parents=True, exist_ok=True)
    application = make_application(["jz-travel"])
    here = [size for size in wanted.sizes if SCALES.get(size, 1) == wanted.scale]
    views = [view for view in wanted.views if not view.startswith(KIOSK)]
    pages = [view.removeprefix(KIOSK) for view in wanted.views if view.startswith(KIOSK)] if wanted.scale == 1 else []
    with tempfile.TemporaryDirectory(prefix="jz-travel-gallery-", ignore_cleanup_errors=True) as profile:
        for size in here if views else []:
            draw_desktop(application, views, size, wanted, Path(profile))
        for size in KIOSK_SIZES if pages else []:
            draw_kiosk(application, pages, size, wanted, Path(profile))
        application.processEvents()
    if wanted.scale == 1:
        for scale in sorted({SCALES[size] for size in wanted.sizes if size in SCALES}):
            _again(scale)
        print(write_sheet(shots_in(wanted.out), wanted.out))
    return 0


def draw_desktop(
    application: QApplication, views: Sequence[str], size: Size, wanted: argparse.Namespace, profile: Path
) -> None:
    scene = open_scene(application, size, profile)
    known = every_view()
    for language in wanted.languages:
        for theme in wanted.themes:
            scene.look_like(language, theme, wanted.text)
            for view in views:
                scene.tidy()
                known[view](scene)
                name = file_name(view, size, language, theme, wanted.text)
                scene.picture().save(str(wanted.out / name))
                for fault in scene.faults():
                    print(f"{name}: {fault}")
    scene.tidy()
    scene.window.close()


def draw_kiosk(
    application: QApplication, pages: Sequence[str], size: Size, wanted: argparse.Namespace, profile: Path
) -> None:
    scene = KioskScene(application, size, profile / f"kiosk-{size[0]}")
    for language in wanted.languages:
        for theme in wanted.themes:
            scene.look_like(language, theme)
            for page in pages:
                PAGES[page].show(scene)
                scene.picture().save(str(wanted.out / file_name(KIOSK + page, size, language, theme, 100)))
    scene.kiosk.close()


def file_name(view: str, size: Size, language: Language, theme: Theme, text: int) -> str:
    return f"{view}--{size[0]}x{size[1]}--{language}--{theme}--{text}.png"


def shots_in(folder: Path) -> list[Shot]:
    """All pictures of a folder, by view."""
    files = sorted(folder.glob("*--*.png"))
    return [Shot(file.stem.split("--")[0], " · ".join(file.stem.split("--")[1:]), file) for file in files]


def _again(scale: int) -> None:
    """A screen's scale can only be set before Qt starts."""
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
    command = [sys.executable, "-m", "tests.gallery", *sys.argv[1:], f"--scale={scale}"]
    subprocess.run(command, env=environment, check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    views = (*every_view(), *(KIOSK + page for page in PAGES))
    sizes = {f"{width}x{height}": (width, height) for width, height in SIZES}
    parser.add_argument("--out", type=Path, default=Path("build/gallery"))
    for name, choices, usual in (
        ("views", {view: view for view in views}, SOME_VIEWS),
        ("languages", {each: each for each in offered()}, ("zh-Hans", "en")),
        ("themes", {each: each for each in THEMES}, ("light", "dark")),
        ("sizes", sizes, ((1280, 800),)),
    ):
        parser.add_argument(f"--{name}", nargs="+", choices=[*choices, "all"], default=None)
        parser.set_defaults(**{f"{name}_known": choices, f"{name}_usual": usual})
    parser.add_argument("--text", type=int, default=100, help="text size in per cent")
    parser.add_argument("--scale", type=int, default=1, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    for name in ("views", "languages", "themes", "sizes"):
        chosen, known = getattr(wanted, name), getattr(wanted, f"{name}_known")
        if chosen is None:
            setattr(wanted, name, list(getattr(wanted, f"{name}_usual")))
        else:
            setattr(wanted, name, [known[each] for each in (known if "all" in chosen else chosen)])
    return wanted


if __name__ == "__main__":
    sys.exit(main())
