"""The sheets that people print on."""

from dataclasses import dataclass

POINTS_A_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet upright, in millimetres; ``letters`` is the size of the text in points."""

    id: str
    width: float
    height: float
    margin: float
    letters: float

    @property
    def inner_width(self) -> float:
        """Between the margins, in points."""
        return (self.width - 2 * self.margin) * POINTS_A_MM


A4 = Paper("a4", 210, 297, 16, 9.6)
A5 = Paper("a5", 148, 210, 11, 8.4)
LETTER = Paper("letter", 215.9, 279.4, 16, 9.6)
PAPERS = {paper.id: paper for paper in (A4, A5, LETTER)}
