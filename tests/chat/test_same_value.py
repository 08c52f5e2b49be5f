"""However one value is written it has one placeholder, and each place restores what was typed."""

import pytest

from app.chat.context import forms_of
from app.chat.reader import Reader, Standing
from app.detect.builtin.factory import default_detector
from app.paths import resources
from app.privacy.restoring import Restorer
from app.store.database import Database
from app.store.vault import Vault
from tests.chat.world import KINDS
from tests.store.world import assign, span

WAYS = (
    (
        "Phone Number",
        *("+44 20 7946 0958", "+44 (0)20 7946 0958", "+44 020 7946 0958", "020 7946 0958"),
        *("0044 20 7946 0958", "＋44 20 7946 0958", "+44.20.7946.0958"),
    ),
    ("Phone Number", "13812345678", "+86 138 1234 5678", "138-1234-5678", "一三八一二三四五六七八"),
    ("Phone Number", "+1 617 492 7843", "6174927843", "617.492.7843", "(617) 492-7843"),
    ("Email", "Bob@Example.com", "bob@example.com", "ｂｏｂ＠example.com", "<bob@example.com>"),
    ("Financial Account", "4111 1111 1111 1111", "4111111111111111", "4111\u20091111 1111-1111"),
    ("ID Number", "110101 19900307 123X", "11010119900307123x"),
    ("Verification Code", "482 913", "482-913", "４８２９１３"),
    ("Real Name", "Rosalind Quint", "ROSALIND  QUINT", "Ｒｏｓａｌｉｎｄ Quint"),
    ("Real Name", "王小明", "王 小 明", "王　小明"),
    ("Network Identifier", "00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e"),
)  # fmt: skip


@pytest.mark.parametrize("ways", WAYS, ids=lambda ways: ways[1])
def test_one_placeholder_whichever_way_comes_first(ways: tuple[str, ...]) -> None:
    privacy_type, *values = ways
    for first in values:
        with Database.in_memory() as database:
            vault = Vault(database)
            (placeholder,) = assign(vault, span(first, privacy_type))
            for value in values:
                assert assign(vault, span(value, privacy_type)) == [placeholder], value


def test_each_place_restores_the_form_that_was_typed_there() -> None:
    with Database.in_memory() as database:
        reader = Reader((default_detector(resources()),), Vault(database), KINDS, Standing)
        text = "Bob@Example.com or BOB@EXAMPLE.COM; +1 617 492 7843, that is 617.492.7843"
        reading = reader.read(text)
    assert reading.masked.text.count("<Email_1>") == 2
    assert reading.masked.text.count("<Phone_Number_1>") == 2
    restored = Restorer(forms_of(reading.masked), KINDS).restore(reading.masked.text)
    assert restored.text == text
