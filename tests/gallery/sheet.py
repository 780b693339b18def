"""The pictures of one run side by side, as a page for a browser."""

from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>
body {{ font: 14px sans-serif; margin: 24px; background: #777; color: #fff; }}
section {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }}
figure {{ margin: 0; }} img {{ display: block; width: 460px; }} a {{ color: inherit; }}
</style>
{sections}
</html>
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of which view, and how it was shown."""

    view: str
    shown: str
    file: Path


def write_sheet(shots: list[Shot], folder: Path) -> Path:
    """``folder``: where the pictures are."""
    sections = []
    for view, group in groupby(shots, lambda shot: shot.view):
        figures = "\n".join(
            f'<figure><a href="{escape(shot.file.name)}"><img loading="lazy" src="{escape(shot.file.name)}" '
            f'alt="{escape(view)}"></a><figcaption>{escape(shot.shown)}</figcaption></figure>'
            for shot in group
        )
        sections.append(f"<h2>{escape(view)}</h2>\n<section>\n{figures}\n</section>")
    file = folder / "index.html"
    file.write_text(_PAGE.format(sections="\n".join(sections)), "utf-8")
    return file
