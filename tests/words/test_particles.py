"""Korean particles follow the sound of the name before them."""

from jz_travel.words import Words
from jz_travel.words.particles import with_particles

KOREAN = Words("ko")


def test_a_place_that_ends_in_a_vowel_has_another_particle_than_one_that_ends_in_a_consonant() -> None:
    assert KOREAN.say("{place} was removed.", place="홍스샤") == "홍스샤를 뺐습니다."
    assert KOREAN.say("{place} was removed.", place="선눙산") == "선눙산을 뺐습니다."


def test_each_particle_is_chosen_by_its_own_name() -> None:
    message = "{one}이(가) {two}와(과) {one}’은(는)"
    assert with_particles(message, {"one": "자잉관", "two": "한원"}) == "{one}이 {two}과 {one}’은"
    assert with_particles(message, {"one": "천자거우", "two": "태극"}) == "{one}가 {two}과 {one}’는"


def test_after_an_l_the_way_has_no_consonant() -> None:
    assert with_particles("{to}(으)로", {"to": "서울"}) == "{to}로"
    assert with_particles("{to}(으)로", {"to": "윈타이산"}) == "{to}으로"
    assert with_particles("{to}(으)로", {"to": "자오쭤"}) == "{to}로"


def test_a_number_is_read_as_koreans_read_it() -> None:
    assert with_particles("{n}을(를)", {"n": "13"}) == "{n}을"
    assert with_particles("{n}을(를)", {"n": 12}) == "{n}를"


def test_what_cannot_be_read_aloud_keeps_both() -> None:
    assert with_particles("{file}을(를)", {"file": "trip.json"}) == "{file}을(를)"
    assert with_particles("{file}을(를)", {"file": ""}) == "{file}을(를)"


def test_a_name_that_somebody_typed_stays_as_it_is() -> None:
    assert KOREAN.say("{place} was removed.", place="산을(를)") == "산을(를)을(를) 뺐습니다."
