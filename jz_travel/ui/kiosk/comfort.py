"""What makes the screen easier for one visitor. It is forgotten with everything else."""

from dataclasses import dataclass

from jz_travel.store.settings import Theme

TEXT, ELDER_TEXT = 160, 200
"""Per cent of the window's sizes: body text of 22 and 28 pixels."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """``elder``: larger, and three choices at a time. ``still``: nothing moves by itself."""

    elder: bool = False
    contrast: bool = False
    still: bool = False
    step_free: bool = False

    @property
    def theme(self) -> Theme:
        """Text of 4.5:1, in 长辈模式 of 7:1."""
        return "contrast" if self.contrast else "clear" if self.elder else "light"

    @property
    def text_percent(self) -> int:
        return ELDER_TEXT if self.elder else TEXT
