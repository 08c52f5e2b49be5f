"""One phone number is one placeholder in its national and its international form; two never are."""

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from app.privacy.phones import PHONE, are_two, country_code
from app.store.chats import Chats, NewMessage
from app.store.database import Database
from app.store.numbering import FIRST_IDENTITY
from app.store.vault import Vault
from tests.store.world import assign, mark, span

# Argentina moves digits of a mobile number; Turkmenistan dials 8 before short ones.
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS - {"AR", "TM"})
FORMS = (PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL)


def example(region: str, kind: int) -> phonenumbers.PhoneNumber | None:
    number = phonenumbers.example_number_for_type(region, kind)
    # Shorter ones are not told from any other digits.
    long = number is not None and len(phonenumbers.national_significant_number(number)) >= 7
    return number if long else None


def test_either_form_may_come_first_in_every_country() -> None:
    apart = []
    with Database.in_memory() as database:
        vault = Vault(database)
        for region in REGIONS:
            for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
                number = example(region, kind)
                if number is None:
                    continue
                national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
                for form in FORMS:
                    written = phonenumbers.format_number(number, form)
                    for pair in ((national, written), (written, national)):
                        given_to = {
                            assignment.placeholder_for(span(each, PHONE))
                            for assignment in [vault.assignment()]
                            for each in pair
                        }
                        if len(given_to) > 1:
                            apart.append((region, *pair))
    assert apart == []


@pytest.mark.parametrize("region", ["US", "GB", "CN", "DE", "FR", "IT", "RU", "HU", "JP", "BR"])
@pytest.mark.parametrize("national_first", [True, False])
def test_what_is_kept_is_known_in_the_other_form(region: str, national_first: bool) -> None:
    number = example(region, PhoneNumberType.MOBILE)
    assert number is not None
    forms = [
        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(number, PhoneNumberFormat.E164),
    ]
    first, second = forms if national_first else reversed(forms)
    with Database.in_memory() as database:
        vault = Vault(database)
        assert assign(vault, span(first, PHONE)) == assign(vault, span(second, PHONE))


@given(
    st.sampled_from(["1", "44", "49", "86", "7", "353"]),
    st.sampled_from(["1", "44", "49", "86", "7", "353"]),
    st.from_regex(r"[2-9][0-9]{8,9}", fullmatch=True),
)
def test_two_countries_never_share_a_placeholder(one: str, other: str, digits: str) -> None:
    # Those read as one that was typed with its code, but for the plus.
    assume(not digits.startswith((one, other)))
    numbers = [f"+{one} {digits}", f"+{other} {digits}"]
    with Database.in_memory() as database:
        given_to = [assign(Vault(database), span(each, PHONE)) for each in numbers]
        assert (given_to[0] == given_to[1]) == (one == other)
        if one != other:
            # Which of the two is meant was not typed.
            assert assign(Vault(database), span(digits, PHONE))[0] not in [
                *given_to[0],
                *given_to[1],
            ]


def test_a_number_kept_without_a_code_is_the_one_with_which_it_was_typed_first(
    chats: Chats, database: Database
) -> None:
    vault = Vault(database)
    (first,) = assign(vault, span("617 492 7843", PHONE))
    text = "call +1 617 492 7843"
    (again,) = assign(vault, span("+1 617 492 7843", PHONE))
    chats.add(
        chats.create(FIRST_IDENTITY).id, NewMessage("user", text, (mark(text, text[5:], again),))
    )
    (other,) = assign(vault, span("+44 617 492 7843", PHONE))
    assert first == again != other
    for known in (vault, Vault(database)):
        assert assign(known, span("+1 617-492-7843", PHONE)) == [first]
        assert assign(known, span("(617) 492-7843", PHONE)) == [first]
        assert assign(known, span("0044 617 492 7843", PHONE)) == [other]


def test_so_it_is_within_one_message() -> None:
    with Database.in_memory() as database:
        vault = Vault(database)
        numbers = ("617 492 7843", "+1 617 492 7843", "+44 617 492 7843", "617.492.7843")
        one, with_code, other, again = assign(vault, *(span(each, PHONE) for each in numbers))
        assert one == with_code == again != other


@pytest.mark.parametrize("part", ["74927843", "174927843", "4927843"])
def test_the_end_of_a_number_is_another_number(part: str) -> None:
    with Database.in_memory() as database:
        vault = Vault(database)
        whole = assign(vault, span("+1 617 492 7843", PHONE))
        assert vault.known.find(f"call {part} now") == []
        assert assign(vault, span(part, PHONE)) != whole


def test_codes_are_those_of_the_numbering_plans() -> None:
    for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        assert country_code(f"{code}23456789") == str(code)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("0044 20 7946 0958", "+44 (0)20 7946 0958"),
        ("一三八一二三四五六七八", "+86 138 1234 5678"),
        ("tel:+442079460958", "020 7946 0958"),
        ("x", "+1 617 492 7843"),
    ],
)
def test_one_number_is_not_two(one: str, other: str) -> None:
    assert not are_two(one, other)
