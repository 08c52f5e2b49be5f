"""The page of values, over a real vault: what is listed, shown, changed and forgotten."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from app.privacy.levels import Level
from app.privacy.placeholder import Placeholder
from app.store.errors import DiskFailed
from app.store.numbering import COMMON, Apart, Numbering, Style
from app.store.value_search import PAGE
from app.ui.settings.dialog import SettingsDialog
from app.ui.values.merge_dialog import MergeDialog
from app.ui.values.model import Column
from app.ui.values.questions import ForgetAllDialog
from app.ui.values.table import ValueTable
from tests.store.world import assign, cells, span
from tests.ui.hands import child, press
from tests.ui.values.conftest import ANN, ROBIN, SECRET, Desk, column

ALL = ("<Password_1>", "<Real_Name_1>", "<Email_2>", "<Email_1>")


@pytest.fixture
def dialog(desk: Desk) -> SettingsDialog:
    desk.fill()
    made = desk.open()
    desk.wait_for(*ALL)
    return made


def _shown(root: QWidget) -> str:
    """Return all that stands in a window, for the eye and for a screen reader."""
    texts = [root.windowTitle()]
    for each in root.findChildren(QWidget):
        texts += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QPushButton | QLineEdit):
            texts.append(each.text())
        if isinstance(each, ValueTable):
            texts += _cells(each.model())
    return "\n".join(texts)


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for at in range(model.columnCount()):
            yield from (str(model.index(row, at).data(role)) for role in roles)


def _label(dialog: QWidget, name: str) -> str:
    return child(dialog, QLabel, name).text()


def _pick(dialog: QWidget, name: str, data: object) -> None:
    box = child(dialog, QComboBox, name)
    row = box.findData(data)
    assert row >= 0
    box.setCurrentIndex(row)
    box.activated.emit(row)


def _kept(desk: Desk) -> list[str]:
    """Return all that is on the disk."""
    return list(desk.on_core(lambda: cells(desk.session.stores.database)))


def _confirm(dialog: QWidget, question: str) -> None:
    box = child(dialog, QMessageBox, question)
    child(box, QPushButton, f"{question}Confirm").click()


def test_values_are_listed_as_hints(desk: Desk, dialog: SettingsDialog) -> None:
    shown = desk.values()
    assert column(shown, Column.VALUE) == ["not kept", "R•••", "•••@h•••", "r•••@h•••"]
    assert column(shown, Column.LEVEL)[0] == "■ Secret"
    assert column(shown, Column.TYPE)[1] == "Name"
    assert _label(dialog, "valuesListState").startswith("4 value")
    everything = _shown(dialog)
    assert not any(value in everything for value in (ANN, ROBIN, "Robin Example", SECRET))


def test_a_value_is_shown_only_while_it_is_revealed(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    text, reveal = child(dialog, QLineEdit, "valueText"), child(dialog, QPushButton, "valueReveal")
    assert text.text() == "r•••@h•••"
    reveal.click()
    assert text.text() == ROBIN
    assert column(desk.values(), Column.VALUE)[3] == ROBIN
    model = desk.values().model()
    spoken = model.index(3, Column.VALUE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "hidden"
    reveal.click()
    assert ROBIN not in _shown(dialog)


def test_what_is_revealed_is_hidden_when_one_turns_away(desk: Desk, dialog: SettingsDialog) -> None:
    for turn_away in (
        lambda: desk.choose("<Real_Name_1>"),
        lambda: dialog.show_page(SettingsDialog.PROFILE),
        lambda: QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowDeactivate)),
    ):
        dialog.show_page(SettingsDialog.VALUES)
        desk.choose("<Email_1>")
        press(desk.values(), Qt.Key.Key_Space)
        assert ROBIN in _shown(dialog)
        turn_away()
        assert ROBIN not in _shown(dialog)


def test_a_secret_of_this_run_can_be_revealed_and_says_that_it_is_not_kept(
    desk: Desk, dialog: SettingsDialog
) -> None:
    desk.choose("<Password_1>")
    assert "not kept on disk" in _label(dialog, "valueNote")
    press(desk.values(), Qt.Key.Key_Space)
    assert child(dialog, QLineEdit, "valueText").text() == SECRET


def test_a_secret_of_an_earlier_run_is_gone(desk: Desk) -> None:
    (*_, secret) = desk.fill()
    desk.on_core(lambda: desk.session.vault.secrets.discard(secret))
    dialog = desk.open()
    desk.wait_for(*ALL)
    desk.choose("<Password_1>")
    assert child(dialog, QLineEdit, "valueText").text() == "not kept"
    assert not child(dialog, QPushButton, "valueReveal").isEnabled()
    assert not child(dialog, QComboBox, "valueType").isEnabled()
    assert child(dialog, QPushButton, "valueForget").isEnabled()


def test_where_a_value_was_used_and_who_saw_it(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    desk.qtbot.waitUntil(lambda: "Trip to the coast" in _label(dialog, "valueChats"))
    assert "House (house.example)" in _label(dialog, "valueSeenBy")
    desk.choose("<Email_2>")
    desk.qtbot.waitUntil(lambda: _label(dialog, "valueChats") == "No message has it now.")
    assert _label(dialog, "valueSeenBy") == "None, by the receipts kept."


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("heron", ["<Email_2>", "<Email_1>"]),
        ("email_2", ["<Email_2>"]),
        ("sesame", ["<Password_1>"]),
        ("nobody has this", []),
    ],
)
def test_searching_by_value_and_placeholder(
    desk: Desk, dialog: SettingsDialog, text: str, rows: list[str]
) -> None:
    child(dialog, QLineEdit, "valuesSearch").setText(text)
    desk.wait_for(*rows)
    desk.qtbot.waitUntil(
        lambda: bool(rows) or _label(dialog, "valuesListState").startswith("No value fits")
    )


def test_searching_by_type_and_level(desk: Desk, dialog: SettingsDialog) -> None:
    _pick(dialog, "valuesType", "Email")
    desk.wait_for("<Email_2>", "<Email_1>")
    _pick(dialog, "valuesLevel", Level.PL4)
    desk.wait_for()
    _pick(dialog, "valuesType", None)
    desk.wait_for("<Password_1>")


def test_an_empty_vault_says_so(desk: Desk) -> None:
    dialog = desk.open()
    desk.qtbot.waitUntil(lambda: _label(dialog, "valuesListState").startswith("Nothing yet"))
    assert not child(dialog, QFrame, "valueDetails").isVisible()


def test_a_page_at_a_time(desk: Desk) -> None:
    def fill() -> None:
        assign(
            desk.session.vault,
            *(span(f"robin{at}@heron.example", "Email") for at in range(PAGE + 20)),
        )

    desk.on_core(fill)
    dialog = desk.open()
    desk.qtbot.waitUntil(lambda: desk.values().model().rowCount() == PAGE)
    assert _label(dialog, "valuesListState").startswith("The newest 50 value")
    desk.values().scrollToBottom()
    desk.qtbot.waitUntil(lambda: desk.values().model().rowCount() == PAGE + 20)
    desk.qtbot.waitUntil(lambda: _label(dialog, "valuesListState").startswith("70 value"))


def test_a_long_search_goes_on_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill()
    monkeypatch.setattr("app.store.value_search._LOOKED_AT", 1)
    dialog = desk.open()
    desk.wait_for(*ALL)
    search = child(dialog, QLineEdit, "valuesSearch")
    search.setText("ob")
    desk.wait_for("<Real_Name_1>", "<Email_1>")
    search.setText("zz")
    desk.qtbot.waitUntil(lambda: _label(dialog, "valuesListState").startswith("No value fits"))


def test_a_corrected_type_gives_another_placeholder(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Real_Name_1>")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        _pick(dialog, "valueType", "Relationship Info")
    assert column(desk.values(), Column.PLACEHOLDER)[1] == "<Relationship_Info_1>"
    assert _label(dialog, "valuePlaceholder") == "<Relationship_Info_1>"
    desk.qtbot.waitUntil(lambda: "<Real_Name_1>" in _label(dialog, "valueNote"))


def test_a_corrected_level(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Real_Name_1>")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        _pick(dialog, "valueLevel", Level.PL3)
    assert column(desk.values(), Column.LEVEL)[1] == "▲ Highly sensitive"


def test_a_secret_is_made_only_after_asking(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    level = child(dialog, QComboBox, "valueLevel")
    _pick(dialog, "valueLevel", Level.PL4)
    child(dialog, QMessageBox, "secretQuestion").reject()
    desk.qtbot.waitUntil(lambda: level.currentData() is Level.PL2)
    _pick(dialog, "valueLevel", Level.PL4)
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        child(dialog.findChildren(QMessageBox)[-1], QPushButton, "secretQuestionConfirm").click()
    assert not any(ROBIN in cell for cell in _kept(desk))
    desk.qtbot.waitUntil(lambda: column(desk.values(), Column.VALUE)[3] == "not kept")


def test_a_secret_is_written_only_after_asking(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Password_1>")
    _pick(dialog, "valueLevel", Level.PL3)
    assert not any(SECRET in cell for cell in _kept(desk))
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        _confirm(dialog, "keepValueQuestion")
    assert any(SECRET in cell for cell in _kept(desk))
    assert column(desk.values(), Column.VALUE)[0] == "s•••"


def test_merging_with_another_value(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    child(dialog, QPushButton, "valueMerge").click()
    merging = child(dialog, MergeDialog)
    others = child(merging, ValueTable, "mergeList")
    confirm = child(merging, QPushButton, "mergeConfirm")
    child(merging, QLineEdit, "valuesSearch").setText("heron")
    desk.qtbot.waitUntil(lambda: others.model().rowCount() == 2)
    others.setCurrentIndex(others.model().index(1, 0))
    assert not confirm.isEnabled()
    others.setCurrentIndex(others.model().index(0, 0))
    assert "both are hidden as <Email_1>" in _label(merging, "mergeTold")
    with desk.qtbot.waitSignal(desk.link.rules_changed):
        confirm.click()
    desk.wait_for("<Password_1>", "<Real_Name_1>", "<Email_1>")
    desk.qtbot.waitUntil(lambda: "<Email_2>" in _label(dialog, "valueNote"))


def test_a_merge_that_cannot_be_is_told(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    dialog.values.merge_agreed.emit(Placeholder("Email", 1), Placeholder("Password", 1))
    failure = child(dialog, QLabel, "failureText")
    desk.qtbot.waitUntil(failure.isVisible)
    assert ROBIN not in failure.text()
    desk.wait_for(*ALL)


def test_a_vault_that_cannot_be_read_is_told_once(
    desk: Desk, dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(placeholder: Placeholder) -> None:
        asked.append(placeholder)
        raise DiskFailed(file="the vault", code="EIO")

    monkeypatch.setattr(desk.session.stores.usage, "chats", refuse)
    desk.choose("<Email_1>")
    desk.qtbot.waitUntil(child(dialog, QLabel, "failureText").isVisible)
    desk.on_core(lambda: None)
    assert asked == [Placeholder("Email", 1)]
    assert _label(dialog, "valuePlaceholder") == "<Email_1>"


def test_forgetting_asks_and_erases(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    child(dialog, QPushButton, "valueForget").click()
    question = child(dialog, QMessageBox, "forgetQuestion")
    assert ROBIN not in question.text()
    with desk.qtbot.waitSignals([desk.link.rules_changed, desk.link.values_forgotten]):
        _confirm(dialog, "forgetQuestion")
    desk.wait_for(*ALL[:3])
    assert not any(ROBIN in cell for cell in _kept(desk))


def test_forgetting_can_be_left(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    child(dialog, QPushButton, "valueForget").click()
    with desk.qtbot.assertNotEmitted(dialog.values.forget_agreed):
        child(dialog, QMessageBox, "forgetQuestion").reject()


def test_everything_is_forgotten_after_a_typed_word(desk: Desk, dialog: SettingsDialog) -> None:
    child(dialog, QPushButton, "valuesForgetAll").click()
    question = child(dialog, ForgetAllDialog)
    confirm = child(question, QPushButton, "forgetAllConfirm")
    assert not confirm.isEnabled()
    child(question, QLineEdit, "forgetAllTyped").setText("forge")
    assert not confirm.isEnabled()
    child(question, QLineEdit, "forgetAllTyped").setText(" Forget ")
    with desk.qtbot.waitSignal(desk.link.values_forgotten):
        confirm.click()
    desk.wait_for()
    assert desk.on_core(lambda: desk.session.vault.last_number("Email")) == 2


def test_a_closed_dialog_is_served_no_more(desk: Desk, dialog: SettingsDialog) -> None:
    child(dialog, QLineEdit, "valuesSearch").setText("heron")
    desk.link.close()
    desk.on_core(lambda: None)
    assert desk.link.dialog is None


def test_the_keyboard_goes_down_the_page(desk: Desk, dialog: SettingsDialog) -> None:
    desk.choose("<Email_1>")
    dialog.activateWindow()
    first = child(dialog, QLineEdit, "valuesSearch")
    first.setFocus()
    order = [first.objectName()]
    while order[-1] != "valuesForgetAll" and len(order) < 20:
        following = dialog.focusWidget()
        assert following is not None
        press(following, Qt.Key.Key_Tab)
        now = dialog.focusWidget()
        assert now is not None
        order.append(now.objectName())
    assert order == [
        "valuesSearch",
        "valuesType",
        "valuesLevel",
        "valuesList",
        "valueText",
        "valueReveal",
        "valueType",
        "valueLevel",
        "valueMerge",
        "valueForget",
        "valuesForgetAll",
    ]


def test_with_several_identities_it_says_whose_placeholder_it_is(desk: Desk) -> None:
    def fill() -> None:
        work = desk.session.name_identity(None, "Work")
        for numbering in (
            COMMON,
            Numbering.of(Apart.ASSISTANTS, Style.TYPED, work.id, 1, None),
        ):
            assignment = desk.session.vault.assignment(numbering)
            assignment.placeholder_for(span(ROBIN, "Email"))
            desk.session.vault.commit(assignment)

    desk.on_core(fill)
    dialog = desk.open()
    desk.wait_for("<Email_1>", "<Email_1>")
    # The newest one is above.
    for row, lines in (
        (1, ["Stands for this value when you speak as Me."]),
        (
            0,
            [
                "Stands for this value when you speak as Work.",
                "Stands for this value with one assistant only.",
            ],
        ),
    ):
        desk.values().setCurrentIndex(desk.values().model().index(row, Column.PLACEHOLDER))
        desk.qtbot.waitUntil(partial(_has_notes, dialog, lines))


def _has_notes(dialog: SettingsDialog, lines: list[str]) -> bool:
    return _label(dialog, "valueNote").splitlines() == lines
