"""Text takes the room it needs: nothing of it is cut off where the window or the letters change."""

import pytest

from jz_travel.domain.texts import Language
from jz_travel.store.settings import Settings
from jz_travel.words import offered
from tests.ui.hands import Opener

TALKATIVE = ("yuntaishan", "shennongshan", "chenjiagou", "hongshixia", "anshang", "fangzhiguan")


@pytest.mark.parametrize("language", offered())
def test_what_is_known_of_a_place_fits_into_its_panel(language: Language, open_window: Opener) -> None:
    """Else the paragraphs below would be given too little height, and end in the middle."""
    window = open_window(Settings(language=language, theme="light", text_size=200))
    window.main.resize(1280, 800)
    details = window.main.left.details
    for place in TALKATIVE:
        window.main.left.show_details(place)
        reading = details._scroll
        assert reading.column.totalMinimumSize().width() <= reading.viewport().width(), place
