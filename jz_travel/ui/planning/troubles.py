"""What in a request cannot be together, said beside the form before anybody plans."""

from jz_travel.domain.places import Catalogue
from jz_travel.domain.request import Request
from jz_travel.words import Words


def troubles(asked: Request, catalogue: Catalogue, words: Words) -> list[str]:
    """A sentence for each; planning still gives what is possible and names the conflict."""
    found = []
    if asked.days == 1 and asked.arrives is not None and asked.departs is not None and asked.departs <= asked.arrives:
        found.append(words.say("You depart before you arrive."))
    if asked.leaves_at is not None and asked.back_by is not None and asked.back_by <= asked.leaves_at:
        found.append(words.say("You would be back before you set out."))
    for pin in asked.pins:
        known = catalogue.get(pin.place)
        name = words.short(known) if known else pin.place
        if pin.day > asked.days:
            found.append(
                words.say("{place} is settled for day {n}, which the trip does not have.", place=name, n=pin.day)
            )
        if pin.place in asked.avoid:
            found.append(words.say("{place} is settled and avoided.", place=name))
    if len(asked.members) == 1:
        found.append(words.say("One person is no group: add another, or say above what you like."))
    return found
