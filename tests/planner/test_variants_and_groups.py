"""The same wish in other manners, and people who like different things."""

from datetime import timedelta

from jz_travel.domain.places import Theme
from jz_travel.domain.repairs import Manner
from jz_travel.domain.request import Interest, Member
from jz_travel.planner import figures, variants
from tests.planner.jiaozuo import NATURE, TAI_CHI, asking, jiaozuo, planned


def test_variants_really_differ_and_all_work() -> None:
    found = variants(asking(), jiaozuo())
    assert found[0].manner is Manner.BALANCED
    assert len(found) >= 3
    assert len({frozenset(each.plan.places) for each in found}) == len(found)
    assert all(each.plan.works for each in found)


def test_a_cheaper_variant_is_cheaper_and_a_nearer_one_nearer() -> None:
    found = {each.manner: each.figures for each in variants(asking(), jiaozuo())}
    asked = found[Manner.BALANCED]
    if Manner.CHEAPER in found:
        assert found[Manner.CHEAPER].cost < asked.cost
    if Manner.NEARER in found:
        assert found[Manner.NEARER].travelling < asked.travelling
    assert {Manner.CHEAPER, Manner.NEARER} & found.keys()


def test_figures_add_up() -> None:
    found = planned(asking())
    told = figures(found, jiaozuo())
    assert told.sights == len(found.places)
    assert told.travelling == sum((day.travelling for day in found.schedule.days), timedelta())


def test_each_member_of_a_group_gets_something() -> None:
    members = (
        Member("Li", (TAI_CHI,)),
        Member("Wang", (NATURE,)),
        Member("Zhao", (Interest(Theme.YELLOW_RIVER),)),
    )
    found = planned(asking(days=3, members=members))
    assert found.works
    assert [each.name for each in found.satisfaction] == ["Li", "Wang", "Zhao"]
    assert min(each.share for each in found.satisfaction) > 0.2
