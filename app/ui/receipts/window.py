"""The window "What left this computer": a list of receipts, and the one that is chosen."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.store.receipts import Receipt
from app.ui import help_sheet
from app.ui.failures.bar import FailureBar
from app.ui.receipts.details import ReceiptDetails
from app.ui.receipts.listing import ReceiptList
from app.ui.receipts.pages import Page, Query, Whole
from app.ui.receipts.proof import ProofBar
from app.ui.theme import Theme
from app.ui.widgets.labels import prose
from app.ui.widgets.passphrase_field import PRIVATE_INPUT
from app.ui.widgets.sizing import resize_in_lines

# A search begins when nothing was typed for this many milliseconds.
_PAUSE = 200


class ReceiptsWindow(QDialog):
    """Its part `proof` is what checks and gives away.

    Signals:
        page_requested(Query): read this page of the list.
        newer_requested(Query): read the first page again, for what was sent since.
        receipt_requested(int): read the whole of this receipt.
        lock_requested(): lock the vault; the key for it works in this window too.
    """

    page_requested = Signal(object)
    newer_requested = Signal(object)
    receipt_requested = Signal(int)
    lock_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the window, empty; `show_all` or `show_message` fills it."""
        super().__init__(parent)
        self.setObjectName("receiptsWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._query: Query | None = None
        self._loading = self._more = False
        self._failure = FailureBar()
        self._details = ReceiptDetails(theme)
        self.proof = ProofBar()
        self._title = QLabel()
        self._title.setObjectName("receiptsTitle")
        self._title.setProperty("role", "title")
        self._why = prose("receiptsWhy")
        self._search = QLineEdit()
        self._search.setObjectName("receiptSearch")
        self._search.setClearButtonEnabled(True)
        self._search.setInputMethodHints(PRIVATE_INPUT)
        self._of_message = prose("receiptsOfMessage")
        self._all = QPushButton()
        self._all.setObjectName("allReceipts")
        self._all.setAutoDefault(False)
        self._list = ReceiptList()
        self._empty = prose("receiptsEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QStackedWidget()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._build()
        self._connect()
        self._retranslate()
        resize_in_lines(self, 62, 42)

    def show_all(self) -> None:
        """Show every receipt."""
        self._search.clear()
        self._ask(Query())

    def show_message(self, message_id: int) -> None:
        """Show what one message sent."""
        self._search.clear()
        self._ask(Query(message_id=message_id))

    def refresh(self) -> None:
        """Show what was sent since, above what is there."""
        if self._query is not None:
            self.newer_requested.emit(
                Query(self._query.text, self._query.message_id, newer=self._list.newest)
            )

    def show_page(self, page: Page) -> None:
        """Show a page that was requested; one that nobody waits for any more is dropped."""
        asked = self._query
        if page.query.newer is not None:
            self._show_newer(page)
            return
        if asked is None or page.query != asked:
            return
        self._loading = False
        self._more = page.more
        if page.query.before is None:
            self._list.show_receipts(page.receipts)
            self._show_state()
        else:
            self._list.add_receipts(page.receipts)

    def show_failure(self, failure: KnownError) -> None:
        """Say that something could not be read; it can be asked for again."""
        self._loading = False
        self._failure.show_failure(failure)

    def show_whole(self, whole: Whole) -> None:
        """Show the whole of the receipt that was requested."""
        self._details.show_whole(whole)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("receiptsClose")
        finding = QHBoxLayout()
        finding.addWidget(self._search, 1)
        finding.addWidget(self._of_message, 1)
        finding.addWidget(self._all)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("receiptSides")
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(16)
        sides.addWidget(self._list)
        # On a low screen all that is known of a receipt does not fit.
        scroll = QScrollArea()
        scroll.setObjectName("receiptScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._details)
        sides.addWidget(scroll)
        sides.setStretchFactor(1, 1)
        sides.setSizes([300, 620])
        self._list.setMinimumWidth(180)
        scroll.setMinimumWidth(260)
        self._content.addWidget(sides)
        self._content.addWidget(self._empty)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        for widget in (self._title, self._why, self._failure):
            layout.addWidget(widget)
        layout.addLayout(finding)
        layout.addWidget(self._content, 1)
        layout.addWidget(rule)
        layout.addWidget(self.proof)
        layout.addWidget(self._buttons)
        self.setMinimumSize(560, 480)
        self._search.setFocus()

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_typed)
        self._search.returnPressed.connect(self._on_pause)
        self._timer.timeout.connect(self._on_pause)
        self._all.clicked.connect(self.show_all)
        self._list.chosen.connect(self._on_chosen)
        self._list.end_reached.connect(self._on_end_reached)
        self._buttons.rejected.connect(self.reject)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)
        help_sheet.shortcut(self, help_sheet.LOCK).activated.connect(self.lock_requested)

    def _ask(self, query: Query) -> None:
        self._timer.stop()
        self._query = query
        self._loading = True
        one = query.message_id is not None
        self._search.setVisible(not one)
        self._of_message.setVisible(one)
        self._all.setVisible(one)
        self.page_requested.emit(query)

    def _show_newer(self, page: Page) -> None:
        if not page.query.same_list(self._query) or not page.receipts:
            return
        if page.more or not self._list.count:  # not all that is new, or a first one to go to
            self._ask(replace(page.query, newer=None))
        else:
            self._list.show_newer(page.receipts)

    def _show_state(self) -> None:
        self._content.setCurrentIndex(0 if self._list.count else 1)
        query = self._query or Query()
        if query.message_id is not None:
            said = self.tr("This message has sent nothing, or nothing that a receipt was kept of.")
        elif query.text:
            said = self.tr("No request that left holds this text.")
        else:
            said = self.tr(
                "Nothing has left yet. Every request will be listed here, word for word."
            )
        self._empty.setText(said)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What left this computer"))
        self._title.setText(self.tr("What left this computer"))
        self._why.setText(
            self.tr(
                "Every request to an assistant, exactly as it was sent. Receipts are chained, so "
                "that a change to any of them can be found out."
            )
        )
        self._search.setPlaceholderText(self.tr("Search in what left"))
        self._search.setAccessibleName(
            self.tr("Search in what left, and by assistant, host or model")
        )
        self._of_message.setText(self.tr("Only what one message has sent is shown."))
        self._all.setText(self.tr("Show all"))
        self._all.setAccessibleName(self.tr("Show all that left"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAccessibleName(self.tr("Close this window"))
        close.setAutoDefault(False)
        self._show_state()

    def _on_typed(self) -> None:
        self._timer.start()

    def _on_pause(self) -> None:
        query = Query(self._search.text().strip())
        if self._query is not None and self._query.message_id is not None:
            return
        if self._query is None or self._query.text != query.text:
            self._ask(query)

    def _on_find(self) -> None:
        if not self._search.isVisible():
            self.show_all()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _on_chosen(self, receipt: Receipt | None) -> None:
        if receipt is not None:
            self.receipt_requested.emit(receipt.id)

    def _on_end_reached(self) -> None:
        last = self._list.last
        if self._more and not self._loading and self._query is not None and last is not None:
            self._ask(Query(self._query.text, before=last.id))
