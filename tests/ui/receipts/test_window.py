"""The window of receipts, over a real session."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.store.chats import NewMessage
from app.ui.receipts.listing import ReceiptList
from app.ui.receipts.window import ReceiptsWindow
from tests.store.world import assign, span
from tests.ui.hands import child, press
from tests.ui.receipts.made import Archive, receipt


@pytest.fixture
def archive(qtbot: QtBot, qapp: QApplication) -> Iterator[Archive]:
    made = Archive(qtbot, qapp)
    yield made
    made.link.close()
    assert made.core.close(last=made.session.close)


def _text(window: QWidget, name: str) -> str:
    return child(window, QLabel, name).text()


def _rows(window: ReceiptsWindow) -> list[str]:
    model = child(window, ReceiptList).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount(QModelIndex()))]


def _body(window: ReceiptsWindow) -> str:
    return child(window, QPlainTextEdit, "receiptBody").toPlainText()


def _search(archive: Archive, window: ReceiptsWindow, text: str) -> None:
    child(window, QLineEdit, "receiptSearch").setText(text)
    archive.bot.waitUntil(
        lambda: window._query is not None and window._query.text == text and not window._loading
    )


def test_before_anything_left_it_says_so(archive: Archive) -> None:
    window = archive.open()
    assert child(window, QLabel, "receiptsEmpty").isVisible()
    assert "Nothing has left yet" in _text(window, "receiptsEmpty")


def test_the_latest_receipt_is_shown_with_all_that_is_known(archive: Archive) -> None:
    archive.fill(3)
    window = archive.open()
    assert len(_rows(window)) == 3
    assert "api.testing.example" in _rows(window)[0]
    assert "▲ 1" in _rows(window)[0]
    assert "● 2" in _rows(window)[0]
    archive.bot.waitUntil(lambda: "letter 3 to" in _body(window))
    assert _text(window, "receiptAssistant") == "Testing"
    assert _text(window, "receiptHost") == "api.testing.example"
    assert _text(window, "receiptModel") == "small"
    assert _text(window, "receiptChoices") == "Sent as typed: E-mail address × 1"
    assert "your private reader" in _text(window, "receiptReadBy")
    kept = archive.run(archive.session.receipts.list)[0]
    assert child(window, QLineEdit, "receiptHash").text() == kept.hash
    digest = hashlib.sha256(kept.body.encode()).hexdigest()
    assert child(window, QLineEdit, "receiptBodyHash").text() == digest


def test_with_several_identities_it_says_whose_chat_it_was(archive: Archive) -> None:
    archive.fill(1)
    window = archive.open()
    archive.bot.waitUntil(lambda: bool(_body(window)))
    assert not child(window, QLabel, "receiptIdentity").isVisible()
    archive.run(lambda: archive.session.name_identity(None, "Work"))
    window.show_all()
    archive.bot.waitUntil(child(window, QLabel, "receiptIdentity").isVisible)
    assert _text(window, "receiptIdentity") == "Me"


def test_what_left_is_laid_out_or_byte_for_byte(archive: Archive) -> None:
    archive.fill(1)
    window = archive.open()
    archive.bot.waitUntil(lambda: bool(_body(window)))
    kept = archive.run(archive.session.receipts.list)[0].body
    assert _body(window) != kept
    assert json.loads(_body(window)) == json.loads(kept)
    press(child(window, QCheckBox, "receiptExact"), Qt.Key.Key_Space)
    assert _body(window) == kept
    body = child(window, QPlainTextEdit, "receiptBody")
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == kept


def test_the_keys_lead_from_receipt_to_receipt(archive: Archive) -> None:
    archive.fill(2)
    window = archive.open()
    archive.bot.waitUntil(lambda: "letter 2 to" in _body(window))
    press(child(window, ReceiptList), Qt.Key.Key_Down)
    archive.bot.waitUntil(lambda: "letter 1 to" in _body(window))
    assert _text(window, "receiptChoices").startswith("Sent as typed")
    press(child(window, ReceiptList), Qt.Key.Key_Up)
    archive.bot.waitUntil(lambda: _text(window, "receiptChoices") == "None")
    assert "without waiting" in _text(window, "receiptReadBy")


def test_a_long_list_comes_page_by_page(archive: Archive) -> None:
    archive.fill(120)
    window = archive.open()
    assert len(_rows(window)) == 50
    bar = child(window, ReceiptList).verticalScrollBar()
    bar.setValue(bar.maximum())
    archive.bot.waitUntil(lambda: len(_rows(window)) == 100)
    bar.setValue(bar.maximum())
    archive.bot.waitUntil(lambda: len(_rows(window)) == 120)
    bar.setValue(bar.maximum())
    assert len(_rows(window)) == 120
    assert len(set(_rows(window))) == 120


def test_searching_finds_what_left(archive: Archive) -> None:
    archive.fill(60)
    window = archive.open()
    _search(archive, window, "letter 17 to")
    assert len(_rows(window)) == 1
    archive.bot.waitUntil(lambda: "letter 17 to" in _body(window))
    _search(archive, window, "never sent")
    assert "No request that left holds this" in _text(window, "receiptsEmpty")
    _search(archive, window, "")
    assert len(_rows(window)) == 50


def test_one_message_shows_what_it_sent_and_then_all(archive: Archive) -> None:
    chat_id = archive.fill(3)

    def asked_twice() -> int:
        message = archive.session.chats.add(chat_id, NewMessage("user", "hello", ()))
        for number in (8, 9):
            archive.session.receipts.add(receipt(number, chat_id, message.id))
        return message.id

    window = archive.open(archive.run(asked_twice))
    assert len(_rows(window)) == 2
    archive.bot.waitUntil(lambda: "letter 9 to" in _body(window))
    assert not child(window, QLineEdit, "receiptSearch").isVisible()
    child(window, QPushButton, "allReceipts").click()
    archive.bot.waitUntil(lambda: len(_rows(window)) == 5)
    assert child(window, QLineEdit, "receiptSearch").isVisible()
    assert archive.open(404) is window
    assert "has sent nothing" in _text(window, "receiptsEmpty")


def test_a_whole_chain_is_confirmed_and_its_last_hash_given(archive: Archive) -> None:
    archive.fill(4)
    window = archive.open()
    child(window, QPushButton, "checkChain").click()
    archive.bot.waitUntil(lambda: "unbroken chain" in _text(window, "proofSaid"))
    assert "All 4 " in _text(window, "proofSaid")
    head = child(window, QLineEdit, "lastHash")
    assert head.isVisible()
    latest = archive.run(archive.session.receipts.list)[0]
    sent = latest.at.isoformat(" ", "seconds")
    assert head.text() == f"Receipt 4, sent {sent}: {latest.hash}"
    press(child(window, QPushButton, "copyHash"), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == head.text()
    child(window, QLineEdit, "earlierHash").setText(head.text())
    child(window, QPushButton, "checkChain").click()
    archive.bot.waitUntil(lambda: head.isVisible() and not window.proof._busy)
    assert "unbroken chain" in _text(window, "proofSaid")


def test_what_is_sent_while_it_is_open_comes_to_the_top(archive: Archive) -> None:
    archive.fill(2)
    window = archive.open()
    archive.bot.waitUntil(lambda: "letter 2 to" in _body(window))
    press(child(window, ReceiptList), Qt.Key.Key_Down)
    archive.bot.waitUntil(lambda: "letter 1 to" in _body(window))
    archive.fill(1)
    archive.link.refresh()
    archive.bot.waitUntil(lambda: len(_rows(window)) == 3)
    assert child(window, ReceiptList).currentIndex().row() == 2
    assert "letter 1 to" in _body(window)
    archive.link.refresh()
    archive.fill(60)
    archive.link.refresh()
    archive.bot.waitUntil(lambda: len(_rows(window)) == 50)
    bar = child(window, ReceiptList).verticalScrollBar()
    bar.setValue(bar.maximum())
    archive.bot.waitUntil(lambda: len(_rows(window)) == 63)


def test_the_first_receipt_comes_into_an_empty_window(archive: Archive) -> None:
    window = archive.open()
    archive.fill(1)
    archive.link.refresh()
    archive.bot.waitUntil(lambda: "letter 1 to" in _body(window))


def test_placeholders_look_as_elsewhere_and_can_be_read(archive: Archive) -> None:
    secret = span("sesame-99-x", "Password")
    archive.run(lambda: assign(archive.session.vault, span("ann@example.org", "Email"), secret))
    archive.fill(1, said="to <Email_1>, not <Email_9>, 🙂 <Password_1>")
    window = archive.open()
    body = child(window, QPlainTextEdit, "receiptBody")
    archive.bot.waitUntil(lambda: "not <Email_9>" in _body(window))
    for exact in (False, True):
        child(window, QCheckBox, "receiptExact").setChecked(exact)
        drawn = {}
        block = body.document().firstBlock()
        while block.isValid():
            for each in block.layout().formats():
                units = block.text().encode("utf-16-le")[2 * each.start :][: 2 * each.length]
                drawn[units.decode("utf-16-le")] = each.format.underlineStyle()
            block = block.next()
        assert drawn["<Email_1>"] != drawn["<Password_1>"]
        assert "<Email_9>" not in drawn


def test_locking_ends_a_check_that_runs(archive: Archive) -> None:
    archive.fill(60)
    window = archive.open()
    child(window, QPushButton, "checkChain").click()
    archive.link.close()
    archive.bot.waitUntil(lambda: archive.link._proof is not None and archive.link._proof.cancelled)
    assert archive.run(archive.session.receipts.verify).count == 60


def test_receipts_of_deleted_chats_are_told_from_missing_ones(archive: Archive) -> None:
    chat_id = archive.fill(2)
    archive.fill(1)
    archive.run(lambda: archive.session.chats.delete(chat_id))
    window = archive.open()
    child(window, QPushButton, "checkChain").click()
    archive.bot.waitUntil(lambda: "unbroken chain" in _text(window, "proofSaid"))
    assert "2 of them went with deleted chats" in _text(window, "proofSaid")


def test_a_changed_receipt_is_named(archive: Archive) -> None:
    archive.fill(3)
    archive.run(
        lambda: archive.session.stores.database.execute(
            "UPDATE receipts SET body = replace(body, 'letter', 'nothing') WHERE id = 2"
        )
    )
    window = archive.open()
    child(window, QPushButton, "checkChain").click()
    archive.bot.waitUntil(lambda: "Receipt 2 was changed" in _text(window, "proofSaid"))
    assert not child(window, QLineEdit, "lastHash").isVisible()


@pytest.mark.parametrize(
    ("typed", "said"), [("abc", "A hash has 64 digits"), ("0" * 64, "is not in this chain")]
)
def test_a_hash_from_elsewhere_must_be_in_the_chain(
    archive: Archive, typed: str, said: str
) -> None:
    archive.fill(1)
    window = archive.open()
    field = child(window, QLineEdit, "earlierHash")
    field.setText(typed)
    press(field, Qt.Key.Key_Return)
    archive.bot.waitUntil(lambda: said in _text(window, "proofSaid"))
    assert window.isVisible()


def test_all_receipts_are_written_as_json_lines(archive: Archive, tmp_path: Path) -> None:
    archive.fill(2)
    window = archive.open()
    child(window, QPushButton, "exportReceipts").click()
    dialog = child(window, QFileDialog, "exportDialog")
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "proof.jsonl"))
    dialog.reject()
    archive.bot.waitUntil(lambda: "2 receipt" in _text(window, "proofSaid"))
    assert str(tmp_path / "proof.jsonl") in _text(window, "proofSaid")
    lines = (tmp_path / "proof.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["number"] for line in lines] == [1, 2]
    assert [each.name for each in tmp_path.iterdir()] == ["proof.jsonl"]


def test_a_file_that_cannot_be_written_is_a_sentence(archive: Archive, tmp_path: Path) -> None:
    archive.fill(1)
    window = archive.open()
    window.proof._on_file_selected(str(tmp_path / "missing" / "proof.jsonl"))
    archive.bot.waitUntil(lambda: not window.proof._busy)
    assert "proof.jsonl" in _text(window, "proofSaid")
    assert list(tmp_path.iterdir()) == []


def test_a_plain_body_is_shown_as_it_is(archive: Archive) -> None:
    archive.fill(1)
    archive.run(
        lambda: archive.session.stores.database.execute("UPDATE receipts SET body = '{half'")
    )
    window = archive.open()
    archive.bot.waitUntil(lambda: _body(window) == "{half")


def test_locking_closes_the_window(archive: Archive) -> None:
    archive.fill(1)
    window = archive.open()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with archive.bot.waitSignal(archive.link.lock_requested):
        archive.bot.keyClick(window, Qt.Key.Key_L, both)
    archive.link.close()
    assert not window.isVisible()


def test_every_control_has_a_name_and_the_title_says_nothing_else(archive: Archive) -> None:
    archive.fill(2)
    window = archive.open()
    child(window, QPushButton, "checkChain").click()
    archive.bot.waitUntil(lambda: child(window, QLineEdit, "lastHash").isVisible())
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in window.findChildren(QWidget)
        if isinstance(each, kinds)
        and not each.objectName().startswith("qt_")
        and each.isVisibleTo(window)
        and not (each.objectName() and _spoken(each))
    ]
    # The button that empties a field is Qt's own.
    assert [each for each in nameless if not each.startswith("QLineEditIconButton")] == []
    assert window.windowTitle() == "What left this computer"
    reached = set()
    child(window, QLineEdit, "receiptSearch").setFocus()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused.objectName())
        archive.bot.keyClick(focused, Qt.Key.Key_Tab)
    assert {
        "receiptSearch",
        "receiptList",
        "receiptHash",
        "receiptExact",
        "receiptBody",
        "checkChain",
        "earlierHash",
        "exportReceipts",
        "receiptsClose",
    } <= reached


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()
