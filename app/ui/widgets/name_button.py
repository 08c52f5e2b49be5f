"""A button that names what is chosen and opens a list; a long name is cut on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter


class NameButton(QPushButton):
    """A button that opens a list, and cuts its name on the right where there is no room."""

    _ARROW = "  ▾"
    _LEAST = 64

    def sizeHint(self) -> QSize:
        """Qt asks for the best size: the whole name."""
        hint = super().sizeHint()
        return hint + QSize(self.fontMetrics().horizontalAdvance(self._ARROW), 0)

    def minimumSizeHint(self) -> QSize:
        """Qt asks for the least size: a letter or two."""
        return QSize(self._LEAST, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt wants the button drawn."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, metrics = self.style(), self.fontMetrics()
        inside = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inside.width() - metrics.horizontalAdvance(self._ARROW)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        option.text = name + self._ARROW
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
