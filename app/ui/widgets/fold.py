"""A part of a page that few people need: folded away until its title is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """A title that unfolds what is below it; whoever makes it says the words."""

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        """Fold `content` away; the button is called `name`."""
        super().__init__(parent)
        self._content = content
        self._title = ""
        self._button = QPushButton()
        self._button.setObjectName(name)
        self._button.setCheckable(True)
        self._button.setAutoDefault(False)
        self._button.setProperty("kind", "fold")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(content)
        content.hide()
        self._button.toggled.connect(self._on_toggled)

    @property
    def button(self) -> QPushButton:
        """The title."""
        return self._button

    def set_title(self, title: str) -> None:
        """Call it `title`."""
        self._title = title
        self._write()

    def _write(self) -> None:
        open_now = self._button.isChecked()
        self._button.setText(f"{'▾' if open_now else '▸'} {self._title}")
        self._button.setAccessibleName(self._title)

    def _on_toggled(self, opened: bool) -> None:
        self._content.setVisible(opened)
        self._write()
