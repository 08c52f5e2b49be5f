"""The list of receipts, the latest first; more of it is fetched when its end comes into sight."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.store.receipts import Receipt
from app.ui.receipts.words import counts_text, moment_text, place_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# The end counts as in sight within this many pixels.
_NEAR = 200


class ReceiptListModel(QAbstractListModel):
    """Receipts, each in two lines: when and to whom; where and what was hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._receipts: list[Receipt] = []

    def replace(self, receipts: Sequence[Receipt]) -> None:
        """Show these."""
        self.beginResetModel()
        self._receipts = list(receipts)
        self.endResetModel()

    def append(self, receipts: Sequence[Receipt]) -> None:
        """Show these too, below the others."""
        if receipts:
            first = len(self._receipts)
            self.beginInsertRows(_ROOT, first, first + len(receipts) - 1)
            self._receipts.extend(receipts)
            self.endInsertRows()

    def prepend(self, receipts: Sequence[Receipt]) -> None:
        """Show these too, above the others."""
        if receipts:
            self.beginInsertRows(_ROOT, 0, len(receipts) - 1)
            self._receipts[:0] = receipts
            self.endInsertRows()

    def receipt(self, row: int) -> Receipt:
        """Return the receipt in `row`."""
        return self._receipts[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the receipts that are here."""
        return 0 if parent.isValid() else len(self._receipts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the lines of a receipt, or what is spoken for them."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        receipt = self._receipts[index.row()]
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        when = moment_text(receipt.at, QLocale.FormatType.ShortFormat)
        counts = counts_text(receipt, spoken=spoken)
        where = place_text(receipt)
        if spoken:
            return f"{when}, {receipt.provider}, {where}, {counts}"
        return f"{when} · {receipt.provider}\n{where} · {counts}"


class ReceiptList(QListView):
    """Shows the receipts.

    Signals:
        chosen(object): the receipt that the user went to, None for none.
        end_reached(): the last one is in sight, or nearly.
    """

    chosen = Signal(object)
    end_reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("receiptList")
        self._receipts = ReceiptListModel(self)
        self.setModel(self._receipts)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_moved)
        bar.rangeChanged.connect(self._on_moved)
        self._retranslate()

    @property
    def count(self) -> int:
        """How many receipts are here."""
        return self._receipts.rowCount()

    @property
    def last(self) -> Receipt | None:
        """The oldest of them."""
        return self._receipts.receipt(self.count - 1) if self.count else None

    @property
    def newest(self) -> int:
        """The id of the newest of them, 0 where there is none."""
        return self._receipts.receipt(0).id if self.count else 0

    def show_receipts(self, receipts: Sequence[Receipt]) -> None:
        """Show these and go to the first."""
        self._receipts.replace(receipts)
        if receipts:
            self.setCurrentIndex(self._receipts.index(0))
        else:
            self.chosen.emit(None)

    def add_receipts(self, receipts: Sequence[Receipt]) -> None:
        """Show these too, below the others."""
        self._receipts.append(receipts)

    def show_newer(self, receipts: Sequence[Receipt]) -> None:
        """Show those too, above the others; the one that is chosen stays it."""
        newest = self.newest
        self._receipts.prepend([each for each in receipts if each.id > newest])

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Requests that left, the latest first"))
        self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._receipts.receipt(current.row()))

    def _on_moved(self) -> None:
        bar = self.verticalScrollBar()
        if self.count and bar.value() >= bar.maximum() - _NEAR:
            self.end_reached.emit()
