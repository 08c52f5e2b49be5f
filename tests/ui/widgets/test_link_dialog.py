import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.link_dialog import LinkDialog
from tests.ui.hands import child


class Browser(QObject):
    """Stands where the desktop's browser is."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget) -> LinkDialog:
    # The dialog goes away by itself when it is closed.
    made = LinkDialog("https://ex\u0430mple.org/a?q=<Email_1>", window)
    made.show()
    return made


def _open_with(browser: Browser) -> None:
    # The stub wants bytes, the call wants str.
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]


def _click(dialog: LinkDialog, name: str) -> None:
    child(dialog, QPushButton, name).click()


def test_the_real_host_and_the_whole_address_are_shown(dialog: LinkDialog) -> None:
    # The third letter is Cyrillic: the host is shown in the letters that are asked for.
    assert "xn--" in child(dialog, QLabel, "linkHost").text()
    address = child(dialog, QPlainTextEdit, "linkAddress").toPlainText()
    assert address.endswith("/a?q=%3CEmail_1%3E")


def test_nothing_happens_unless_the_user_says_so(dialog: LinkDialog) -> None:
    browser = Browser()
    _open_with(browser)
    try:
        assert child(dialog, QPushButton, "linkCancel").isDefault()
        _click(dialog, "linkCancel")
        assert browser.opened == []
    finally:
        QDesktopServices.unsetUrlHandler("https")


def test_the_address_can_be_opened(dialog: LinkDialog) -> None:
    browser = Browser()
    _open_with(browser)
    try:
        _click(dialog, "linkOpen")
        assert len(browser.opened) == 1
    finally:
        QDesktopServices.unsetUrlHandler("https")


def test_the_address_can_be_copied(dialog: LinkDialog) -> None:
    _click(dialog, "linkCopy")
    assert QGuiApplication.clipboard().text().endswith("%3CEmail_1%3E")


def test_a_script_or_file_cannot_be_opened(window: QWidget) -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", ""):
        made = LinkDialog(address, window)
        assert not child(made, QPushButton, "linkOpen").isEnabled()
