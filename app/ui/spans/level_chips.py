"""How many values are hidden, by level: one small chip a level, with a sign, a word and a count."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.privacy.levels import Level
from app.ui.spans.type_names import level_meaning, level_name

# Levels differ by sign as well as by colour.
SIGNS: Mapping[Level, str] = {
    Level.PL4: "■",
    Level.PL3: "▲",
    Level.PL2: "●",
    Level.PL1: "○",
}


class LevelChips(QWidget):
    """Shows counts by level, the worst level first; takes no room where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setObjectName("levelChips")
        self._counts: dict[Level, int] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._labels: dict[Level, QLabel] = {}
        for level in sorted(Level, reverse=True):
            label = QLabel()
            label.setObjectName(f"levelChip{int(level)}")
            label.setProperty("chip", str(int(level)))
            label.hide()
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            self._labels[level] = label
        layout.addStretch()

    def set_counts(self, counts: Mapping[Level, int]) -> None:
        """Show the number of distinct hidden values of each level."""
        if dict(counts) != self._counts:
            self._counts = dict(counts)
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Qt asks for the least room: signs and counts without words."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt reports a new size: words are left out where they would be cut."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        shown = [level for level, count in self._counts.items() if count]
        full = {
            level: f"{SIGNS[level]} {level_name(level)} {self._counts[level]}" for level in shown
        }
        # A chip adds its padding of 8 pixels on either side and the space to the next one.
        wide = sum(
            self._labels[level].fontMetrics().horizontalAdvance(full[level]) + 28 for level in shown
        )
        for level in shown:
            short = f"{SIGNS[level]} {self._counts[level]}"
            self._labels[level].setText(full[level] if wide <= self.width() else short)

    def _retranslate(self) -> None:
        for level, label in self._labels.items():
            count = self._counts.get(level, 0)
            label.setVisible(count > 0)
            label.setToolTip(f"{level_name(level)}: {level_meaning(level)}")
            label.setAccessibleName(
                self.tr("%n hidden value(s) of level: {level}", "", count).format(
                    level=level_name(level)
                )
            )
        self._write()
