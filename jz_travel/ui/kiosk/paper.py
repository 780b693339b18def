"""The trip on paper, while the visitor goes on; what becomes of it is said where they are."""

from jz_travel.domain.failures import Failure
from jz_travel.kiosk.printing import Printer
from jz_travel.ui.kiosk.sitting import Sitting


def print_trip(sitting: Sitting, kind: str, queue: str) -> None:
    """``kind`` is the id of an export format, ``queue`` the name of a print queue."""
    from jz_travel.export import FORMAT_BY_ID

    schedule, catalogue, words = sitting.session.schedule, sitting.city.catalogue, sitting.look.words
    printer = sitting.printers.setdefault(queue, Printer(queue))
    sitting.count("taken", kind)
    sitting.tell(words.say("Printing …"))

    def work() -> None:
        printer.print(FORMAT_BY_ID[kind].write(schedule, catalogue, words))

    def done(_: object) -> None:
        sitting.tell(words.say("Take your paper from the printer."))

    def failed(error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        sitting.tell(words.say("The printer does not answer. Please take the code, or ask at the desk."))

    sitting.tasks.run(work, done, failed)
