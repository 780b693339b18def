"""From where a visitor is to the page that shows it."""

from typing import TYPE_CHECKING

from jz_travel.ui.kiosk import where as at
from jz_travel.ui.kiosk.page import Page
from jz_travel.ui.kiosk.pages import attract, care, home, map, plan, result, see, staff, statistics, take, today
from jz_travel.ui.kiosk.sitting import Sitting

if TYPE_CHECKING:
    from jz_travel.ui.kiosk.window import KioskWindow


def make_page(here: at.Where, sitting: Sitting, upright: bool, window: "KioskWindow") -> Page:
    """A new page each time, since what it shows may have changed; a kind of ``Where`` without a page is a type
    error."""
    match here:
        case at.Attract():
            return attract.AttractPage(sitting, upright)
        case at.Home():
            return home.HomePage(sitting, upright)
        case at.See(theme):
            return see.ThemesPage(sitting, upright) if theme is None else see.PlacesPage(sitting, upright, theme)
        case at.Sight(place):
            return see.SightPage(sitting, upright, place)
        case at.Search():
            return see.SearchPage(sitting, upright)
        case at.Plan():
            with_staff = sitting.city.policy.counsellor and not sitting.comfort.elder  # in large letters, page by page
            return plan.CounsellorPage(sitting, upright) if with_staff else plan.PlanPage(sitting, upright)
        case at.Ask(question):
            return plan.AskPage(sitting, upright, question)
        case at.Result(day):
            return result.ResultPage(sitting, upright, day)
        case at.AtStop(stop):
            return result.StopPage(sitting, upright, stop)
        case at.Adjust():
            return result.AdjustPage(sitting, upright)
        case at.WhyNot(place):
            return result.WhyNotPage(sitting, upright, place)
        case at.OnMap(place):
            return map.MapPage(sitting, upright, place)
        case at.Today():
            return today.TodayPage(sitting, upright)
        case at.Statistics(part):
            return statistics.StatisticsPage(sitting, upright, part)
        case at.TakeAlong(code):
            return take.TakePage(sitting, upright, code)
        case _:
            return _own_page(here, sitting, upright, window)


def _own_page(here: at.Where, sitting: Sitting, upright: bool, window: "KioskWindow") -> Page:
    """Pages about the screen itself."""
    match here:
        case at.Easier():
            return care.EasierPage(sitting, upright)
        case at.Closed():
            return care.ClosedPage(sitting, upright)
        case at.Cleaning():
            return care.CleaningPage(sitting, upright)
        case at.Pin():
            return staff.PinPage(sitting, upright, window.page_for_staff(sitting)[0])
        case at.Staff():
            _, report, deeds = window.page_for_staff(sitting)
            return staff.StaffPage(sitting, upright, report, deeds)
        case _:
            raise ValueError(here)
