"""The small button that floats above selected text: hide this, as something if wanted."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.ui.spans.type_menu import fill_type_menu
from app.ui.theme import Theme


class HideButton(QToolButton):
    """Floats in its window; whoever owns the selection places it.

    Signals:
        hide_requested(str): hide the selection as this type; empty for no type in particular.
    """

    hide_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make it hidden; it moves into the window of `parent` when it is first shown."""
        super().__init__(parent)
        self._owner = parent
        self.setObjectName("hideSelection")
        self._theme = theme
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(QMenu(self))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._refresh)
        self._refresh()
        self.hide()

    def float_above(self, place: QRect) -> None:
        """Show above `place`, given in global coordinates, inside the window."""
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.adjustSize()
        corner = window.mapFromGlobal(place.topLeft())
        left = min(max(corner.x(), 8), window.width() - self.width() - 8)
        top = corner.y() - self.height() - 6
        self.move(left, top if top > 0 else corner.y() + place.height() + 6)
        self.raise_()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _refresh(self) -> None:
        self.setText(self.tr("Hide this"))
        self.setToolTip(self.tr("Hide the selected text (Ctrl+H)"))
        self.setAccessibleName(self.tr("Hide the selected text"))
        self.menu().clear()
        fill_type_menu(self.menu(), self.hide_requested.emit)
        self.setIcon(self._theme.icon("hide"))

    def _on_clicked(self) -> None:
        self.hide_requested.emit("")
