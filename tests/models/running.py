"""Runs an installation in the test's own process, where its steps can be watched and broken."""

from collections.abc import Callable

import pytest

from app.models.failures import ModelFailure
from app.models.hub import Patience
from app.models.hub_access import hub_access
from app.models.installation import Installation
from app.models.messages import Moved
from app.models.orders import Order
from app.models.shelf import InstalledModel, Shelf
from tests.models.hub_server import HubServer

FAST = Patience(connect=5, silence=5, tries=1, pause=0.001)

Install = Callable[[Order], InstalledModel]


def run(shelf: Shelf, hub: HubServer, order: Order, reports: list[Moved]) -> bool:
    """Install `order` from `hub`; say whether upstream's text is there, where it is wanted."""
    folder = shelf.place_for(order)
    access = hub_access(hub.url, "hf_secret")
    return Installation(folder, order, access, reports.append, FAST).run()


def refused(shelf: Shelf, hub: HubServer, order: Order, kind: type[ModelFailure]) -> ModelFailure:
    """Return the failure of `kind` that `order` meets before a large file is asked for."""
    with pytest.raises(kind) as raised:
        run(shelf, hub, order, [])
    assert shelf.installed() == ()
    large = [request for request in hub.asked(".safetensors") if "range" not in request.headers]
    assert large == []
    return raised.value
