"""What the page lists, from what is on the shelf and what goes on."""

import pytest

from app.models.failures import HubUnreachable
from app.models.orders import Order
from app.store.reader_choice import NO_READER, ReaderChoice, ReaderKind
from app.ui.private_reader.library import Entry, Standing, Work, entries
from tests.ui.private_reader.made import (
    CATALOGUE,
    ORDERS,
    OTHER,
    installed,
    library,
    machine,
    unfinished,
    uses,
)

DOWN = HubUnreachable(host="hub.example")


def _standings(listed: tuple[Entry, ...]) -> list[Standing]:
    return [entry.standing for entry in listed]


def test_nothing_is_here() -> None:
    listed = entries(library(), Work())
    assert _standings(listed) == [Standing.NOBODY] + [Standing.OFFERED] * len(CATALOGUE)
    assert [entry.in_use for entry in listed] == [True] + [False] * len(CATALOGUE)
    assert [entry.key for entry in listed if entry.suggested] == ["memprivacy-4b-sft"]
    assert listed[0].choice == NO_READER


def test_a_small_machine_gets_a_small_suggestion() -> None:
    listed = entries(library(of=machine(7.6, 2)), Work())
    assert [entry.name for entry in listed if entry.suggested] == ["MemPrivacy-1.7B-SFT"]
    assert not [each for each in entries(library(of=machine(2, 1)), Work()) if each.suggested]


def test_each_model_stands_where_it_is() -> None:
    shelf = library([installed(ORDERS[1])], [unfinished(ORDERS[2])], uses(ORDERS[1]))
    listed = entries(shelf, Work(ORDERS[0], {ORDERS[2].id: (ORDERS[2], DOWN)}))
    by_key = {entry.key: entry for entry in listed}
    assert by_key["memprivacy-4b-sft"].standing is Standing.RUNNING
    assert by_key["memprivacy-4b-rl"].standing is Standing.READY
    assert by_key["memprivacy-4b-rl"].in_use
    assert by_key["memprivacy-4b-rl"].choice == uses(ORDERS[1])
    assert by_key["memprivacy-1.7b-sft"].standing is Standing.UNFINISHED
    assert by_key["memprivacy-1.7b-sft"].order == ORDERS[2]
    assert by_key["memprivacy-1.7b-sft"].failure is DOWN
    assert by_key["memprivacy-1.7b-rl"].standing is Standing.OFFERED
    assert not by_key["none"].in_use


def test_a_model_from_elsewhere_comes_after_the_published_ones() -> None:
    for shelf, work, standing in (
        (library([installed(OTHER)]), Work(), Standing.READY),
        (library(paused=[unfinished(OTHER)]), Work(), Standing.UNFINISHED),
        (library(), Work(OTHER), Standing.RUNNING),
        (library(paused=[unfinished(OTHER)]), Work(OTHER), Standing.RUNNING),
        # It failed before anything of it lay on the shelf.
        (library(), Work(None, {OTHER.id: (OTHER, DOWN)}), Standing.UNFINISHED),
    ):
        last = entries(shelf, work)[-1]
        assert (last.key, last.name, last.standing) == (OTHER.id, OTHER.name, standing)


def test_a_failure_is_not_told_while_it_is_tried_again() -> None:
    listed = entries(library(), Work(ORDERS[0], {ORDERS[0].id: (ORDERS[0], DOWN)}))
    assert [entry.failure for entry in listed if entry.failure] == []


def test_a_server_in_use_is_listed() -> None:
    choice = ReaderChoice(ReaderKind.SERVER, "qwen3:4b", "qwen3:4b", "http://127.0.0.1:1/v1")
    listed = entries(library(choice=choice), Work())
    assert [entry.choice for entry in listed if entry.in_use] == [choice]
    assert listed[1].standing is Standing.ELSEWHERE


@pytest.mark.parametrize("order", [ORDERS[0], OTHER])
def test_a_model_in_use_that_was_removed_by_hand_is_lost(order: Order) -> None:
    listed = entries(library(choice=uses(order)), Work())
    assert [(entry.name, entry.lost) for entry in listed if entry.in_use] == [(order.name, True)]
