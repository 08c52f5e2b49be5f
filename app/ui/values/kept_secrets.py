"""Which types of secrets may be kept on disk: none, but for those that the user names."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app.privacy.levels import STANDARD_TYPES, Level
from app.ui.spans.type_names import type_name
from app.ui.widgets.labels import prose
from app.ui.widgets.question import Question, ask

_SECRETS = tuple(tag for tag, level in STANDARD_TYPES.items() if level is Level.PL4)


class KeptSecrets(QWidget):
    """One box for each type of secret; asks before either change.

    Signals:
        keep_agreed(str): keep secrets of this type.
        erase_agreed(str): keep them no more, and erase those that are kept.
    """

    keep_agreed = Signal(str)
    erase_agreed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with none that is kept."""
        super().__init__(parent)
        self._kept: frozenset[str] = frozenset()
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._why = prose("keptSecretsWhy")
        self._boxes: dict[str, QCheckBox] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addLayout(self._list)
        for tag in _SECRETS:
            self._add(tag)
        self._retranslate()

    def set_kept(self, types: frozenset[str]) -> None:
        """Show for which types secrets are kept; emits nothing."""
        self._kept = types
        for tag in sorted(types - self._boxes.keys()):
            self._add(tag)
        self._show()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self, tag: str) -> None:
        box = self._boxes[tag] = QCheckBox()
        box.setObjectName(f"keepSecrets_{tag}")
        box.clicked.connect(partial(self._on_clicked, tag))
        self._list.addWidget(box)

    def _show(self) -> None:
        for tag, box in self._boxes.items():
            box.setChecked(tag in self._kept)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Secrets that may be kept"))
        self._why.setText(
            self.tr(
                "Secrets are never written to the disk: when you lock the vault, they are gone. "
                "Those of a type that you tick are kept in the vault like other values."
            )
        )
        for tag, box in self._boxes.items():
            box.setText(type_name(tag))
            box.setAccessibleName(self.tr("Keep on disk: {type}").format(type=type_name(tag)))

    def _on_clicked(self, tag: str) -> None:
        name = type_name(tag)
        if self._boxes[tag].isChecked():
            question = Question(
                "keepSecretsQuestion",
                self.tr("Keep secrets"),
                self.tr("Keep secrets of this type on disk: {type}?").format(type=name),
                self.tr(
                    "Whoever opens your vault, or a backup of it, can then read them. Keep them "
                    "only if replies must bring them back after you locked the vault."
                ),
                self.tr("Keep them"),
            )
            ask(self, question, partial(self.keep_agreed.emit, tag), self._show)
            return
        question = Question(
            "eraseSecretsQuestion",
            self.tr("Erase secrets"),
            self.tr("Keep secrets of this type no more: {type}?").format(type=name),
            self.tr(
                "Those that are kept are erased from the vault's file. Replies bring them back "
                "until you lock the vault; later only their placeholders are left."
            ),
            self.tr("Erase them"),
        )
        ask(self, question, partial(self.erase_agreed.emit, tag), self._show)
