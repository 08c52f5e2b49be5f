"""Orders survive their file, and their folders are fit for every system."""

import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.catalogue import load_catalogue
from app.models.failures import RepoNameInvalid
from app.models.orders import Kind, Order, checked_repo, hub_file, published
from app.paths import resources

ORDERS = st.builds(Order, st.sampled_from(Kind), *[st.text()] * 7)


@given(ORDERS)
def test_an_order_comes_back_as_it_was(order: Order) -> None:
    assert Order.from_json(order.to_json()) == order


@given(st.one_of(st.text(), st.recursive(st.text(), st.lists).map(json.dumps)))
def test_anything_else_is_no_order(text: str) -> None:
    with pytest.raises(ValueError, match=r"|"):
        Order.from_json(text)


@given(ORDERS)
def test_folders_are_fit_for_every_system(order: Order) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*-[0-9a-f]{8}", order.id)
    assert len(order.id) < 80


def test_one_source_has_one_folder() -> None:
    one = hub_file("owner/name", "dir/Model-Q4_K_M.gguf")
    assert one == hub_file(" https://huggingface.co/owner/name/ ", "dir/Model-Q4_K_M.gguf")
    assert one.id.startswith("model-q4-k-m-")
    assert one.id != hub_file("other/name", "dir/Model-Q4_K_M.gguf").id


def test_the_licence_is_in_the_order() -> None:
    model = load_catalogue(resources() / "models.toml")[0]
    zone = timezone(timedelta(hours=8))
    order = published(model, datetime(2026, 11, 25, 20, 0, 1, tzinfo=zone))
    assert order.accepted == "2026-11-25T12:00:01+00:00"
    assert order.licence == "CC BY-NC-ND 4.0"
    assert published(model, None).accepted == ""
    assert hub_file("a/b", "c.gguf", "mit").licence == "mit"


@pytest.mark.parametrize(
    "text",
    ["", "name", "/name", "owner/", "a/b/c", "../x", "a/..", "a b/c", "a/b?x", "ä/b", "a--b/c"],
)
def test_bad_names(text: str) -> None:
    with pytest.raises(RepoNameInvalid):
        checked_repo(text)


def test_a_private_path_is_not_in_the_name(tmp_path: Path) -> None:
    assert str(tmp_path) not in hub_file("a/b", "c.gguf").to_json()
