"""Picks the other value that is the same one, and says what merging does."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.values.browser import ValueBrowser
from app.ui.values.listing import ListedValue
from app.ui.widgets.labels import prose
from app.ui.widgets.sizing import resize_in_lines


class MergeDialog(QDialog):
    """Shows a `browser` of its own, to be fed by whoever opens the dialog.

    Signals:
        agreed(Placeholder, Placeholder): the first one is used from now on, for the other too.
    """

    agreed = Signal(object, object)

    def __init__(self, survivor: ListedValue, parent: QWidget | None = None) -> None:
        """Pick what to merge into `survivor`."""
        super().__init__(parent)
        self.setObjectName("mergeValues")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._survivor = survivor.entry.placeholder
        self._other: ListedValue | None = None
        self._why = prose("mergeWhy", "")
        self.browser = ValueBrowser("mergeList", rows=5, scope=survivor.entry.scope)
        self._told = prose("mergeTold")
        self._merge = QPushButton()
        self._merge.setObjectName("mergeConfirm")
        self._merge.setProperty("kind", "primary")
        self._merge.setAutoDefault(False)
        self._cancel = QPushButton()
        self._cancel.setObjectName("mergeCancel")
        self._cancel.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._merge)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._why)
        layout.addWidget(self.browser)
        layout.addWidget(self._told)
        layout.addStretch()
        layout.addLayout(row)
        self.browser.chosen.connect(self._on_chosen)
        self._merge.clicked.connect(self._on_merge)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        resize_in_lines(self, 38, 30)
        self.browser.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Merge two values"))
        self._why.setText(
            self.tr("Pick the value that is the same as {placeholder}.").format(
                placeholder=self._survivor
            )
        )
        self._merge.setText(self.tr("Merge"))
        self._merge.setAccessibleName(self.tr("Merge the two values"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._show_other()

    def _show_other(self) -> None:
        other = self._other
        same = other is not None and other.entry.placeholder == self._survivor
        self._merge.setEnabled(other is not None and not same)
        if other is None or same:
            self._told.setText(self.tr("Nothing is picked yet."))
            return
        self._told.setText(
            self.tr(
                "From now on both are hidden as {survivor}. Where {other} stands already, it still "
                "brings back what was typed there. Merging cannot be undone."
            ).format(survivor=self._survivor, other=other.entry.placeholder)
        )

    def _on_chosen(self, value: ListedValue | None) -> None:
        self._other = value
        self._show_other()

    def _on_merge(self) -> None:
        if self._other is not None:
            self.agreed.emit(self._survivor, self._other.entry.placeholder)
            self.accept()
