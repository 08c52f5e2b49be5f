import tomllib
from pathlib import Path

import pytest

from app.privacy.kinds import Kinds, read_kinds
from app.privacy.levels import LITERAL_TYPE, STANDARD_TYPES, placeholder_kind
from app.privacy.recognition import Recogniser

TABLE = (Path(__file__).parents[2] / "resources" / "placeholder_kinds.toml").read_text("utf-8")
LANGUAGES = {
    *("en", "zh-Hans", "zh-Hant", "es", "fr", "de", "it", "pt", "ja", "ko", "ru", "ar", "nl"),
}


def test_every_language_names_every_kind() -> None:
    table = tomllib.loads(TABLE)
    kinds = {*map(placeholder_kind, STANDARD_TYPES), LITERAL_TYPE}
    assert set(table) == LANGUAGES
    for language, names in table.items():
        assert set(names) == kinds, language
        assert all(all(words) and words for words in names.values()), language


def test_every_name_is_read_in_angle_brackets_and_titled_in_square_ones() -> None:
    recogniser = Recogniser(read_kinds(TABLE))
    for names in tomllib.loads(TABLE).values():
        for kind, words in names.items():
            for name in words:
                titled = name[0].upper() + name[1:]
                for written in (f"<{name}_1>", f"<{name.upper()}_1>", f"[{titled}_1]"):
                    tokens, _ = recogniser.find(written, 0, final=True)
                    assert [token.end for token in tokens] == [len(written)], written
                    assert kind in tokens[0].kinds, written
                    assert tokens[0].number == 1


def test_names_compare_without_case_accents_and_separators() -> None:
    kinds = Kinds({"Phone_Number": ["Téléphone"]})
    assert kinds.named("TELEPHONE") == kinds.named("téléphone") == ("Phone_Number",)
    assert kinds.named("phone number") == kinds.named("PhoneNumber") == ("Phone_Number",)
    assert kinds.named("something else") == ()


def test_english_kinds_need_no_table() -> None:
    assert Kinds({}).named("email") == ("Email",)
    assert Kinds({}).stands_alone("Email")
    assert Kinds({}).stands_alone("Debt_Loan")
    assert not Kinds({}).stands_alone("email")
    assert not Kinds({}).stands_alone("Figure")


@pytest.mark.parametrize(
    "text", ["Email = ['a']", "[xx]\nE_Mail_Kind = ['a']", "[xx]\nEmail = 'a'", "[xx"]
)
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - tomllib's error is a ValueError, too
        read_kinds(text)
