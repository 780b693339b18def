"""Take it with me: a code for the phone, a sheet or a slip of paper. Nothing is asked, nothing is sent anywhere."""

from functools import partial

from PySide6.QtCore import Qt

from jz_travel.resources import assets
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.paper import print_trip
from jz_travel.ui.kiosk.sitting import Sitting
from jz_travel.ui.kiosk.where import Plan, TakeAlong
from jz_travel.ui.parts.qr_code import QrCode
from jz_travel.ui.parts.widgets import label, set_state

MOST_TABS = 7


class TakePage(Page):
    """``code``: which of the codes is shown, from 0; printers appear only where the policy names them."""

    def __init__(self, sitting: Sitting, upright: bool, code: int) -> None:
        super().__init__(sitting, upright)
        self.title = self.say("Take it with me")
        self.picture = assets("illustrations", "station.svg")
        if not any(True for _ in sitting.session.trip.stops()):
            self.lead = self.say("There is no trip yet.")
            self.add_way_on(self.say("Plan my visit"), Plan(), "plan")
            return
        self._codes = self._every_code()
        self._code = min(code, len(self._codes) - 1)
        name, text, about = self._codes[self._code]
        self.lead = about
        tabs = []
        for number, (each, _, _) in enumerate(self._codes[:MOST_TABS]):
            tab = self.button(each, partial(sitting.go, TakeAlong(number)))
            set_state(tab, "on", number == self._code)
            tabs.append(tab)
        self.add_row(*tabs)
        self._show_code(name, text)
        self._status = label("heading", sitting.said)
        self._status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self._status)
        self._add_printers()

    def _every_code(self) -> list[tuple[str, str, str]]:
        """Name, text and explanation of each code: days for any phone, the trip for this program."""
        from jz_travel.export.qr import day_texts
        from jz_travel.export.trip_code import trip_codes

        schedule, catalogue = self.sitting.session.schedule, self.sitting.city.catalogue
        for_program = self.say("For jz_travel on your own computer: the whole trip.")
        for_phone = self.say("Point the camera of your phone at the code: it holds the times of the day as text.")
        trips = trip_codes(schedule.trip)
        codes = [(self.say("Trip"), trips[0], for_program)] if len(trips) == 1 else []
        days = day_texts(schedule, catalogue, self.words)
        codes += [(self.say("Day {n}", n=number), text, for_phone) for number, text in enumerate(days, start=1)]
        return codes

    def _show_code(self, name: str, text: str) -> None:
        self.sitting.count("taken", "qr")
        self.column.addWidget(QrCode(text, self.say("QR code: {name}", name=name)), 1)

    # Paper

    def _add_printers(self) -> None:
        policy = self.sitting.city.policy
        offers = []
        if policy.printer:
            offers.append(("page", self.say("Print one page"), policy.printer, "printer", "main"))
            offers.append(("booklet", self.say("Print the booklet"), policy.printer, "printer", ""))
        if policy.receipt_printer:
            offers.append(("receipt", self.say("Print a slip"), policy.receipt_printer, "scroll", ""))
        buttons = [
            self.button(text, partial(print_trip, self.sitting, kind, queue), icon=icon, look=look)
            for kind, text, queue, icon, look in offers
        ]
        if buttons:
            self.add_row(*buttons)
