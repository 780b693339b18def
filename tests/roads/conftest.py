"""Services that only pretend, for every test of this folder that asks for them."""

from collections.abc import Iterator

import pytest

from tests.roads.fake_services import Fake, fake_services


@pytest.fixture
def fake() -> Iterator[Fake]:
    with fake_services() as found:
        yield found
