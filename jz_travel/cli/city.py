"""What most commands need: the catalogue and the ways between its places."""

from jz_travel.cli.complaints import complain
from jz_travel.desk.address import own_folder
from jz_travel.desk.copy import FILE, read_copy
from jz_travel.domain.bureau import open_as_announced
from jz_travel.domain.failures import Failure
from jz_travel.domain.places import Catalogue
from jz_travel.domain.travel import Travel
from jz_travel.domain.trip import Trip
from jz_travel.resources import assets
from jz_travel.roads import LegTable, leg_table
from jz_travel.store.places import read_catalogue


def city() -> tuple[Catalogue, LegTable]:
    """Closed where the bureau says so; broken places are complained about and left out.

    Whoever asks for ways calls ``save`` of the table at the end.
    """
    from platformdirs import user_cache_path

    catalogue, failures = read_catalogue(assets())
    complain(failures)
    try:
        catalogue = open_as_announced(catalogue, read_copy(own_folder() / FILE).closures)
    except Failure as failure:
        complain([failure])
    return catalogue, leg_table(catalogue, user_cache_path("jz-travel", appauthor=False))


def city_of(trip: Trip, catalogue: Catalogue, travel: LegTable) -> tuple[Catalogue, Travel]:
    """The same with the own places of a trip."""
    if not trip.own:
        return catalogue, travel
    with_own = catalogue.with_places(each.as_place() for each in trip.own)
    return with_own, travel.knowing(with_own)
