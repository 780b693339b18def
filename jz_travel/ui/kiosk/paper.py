"""The trip on paper, while the visitor goes on; what becomes of it is said where they are."""

from jz_travel.domain.failures import Failure
from jz_travel.ui.kiosk.sitting import Sitting

TITLE = "jz-travel"
"""What the print queue shows: nothing of the visitor."""


def print_trip(sitting: Sitting, kind: str, queue: str) -> None:
    """``kind`` is the id of an export format, ``queue`` the name of a print queue."""
    from jz_travel.export import FORMAT_BY_ID, cups

    schedule, catalogue, words = sitting.session.schedule, sitting.city.catalogue, sitting.look.words
    sitting.count("taken", kind)
    sitting.tell(words.say("Printing …"))

    def work() -> None:
        document = FORMAT_BY_ID[kind].write(schedule, catalogue, words)
        sitting.jobs.append(cups.send(document, queue, TITLE))

    def done(_: object) -> None:
        sitting.tell(words.say("Take your paper from the printer."))

    def failed(error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        sitting.tell(words.say("The printer does not answer. Please take the code, or ask at the desk."))

    sitting.tasks.run(work, done, failed)
