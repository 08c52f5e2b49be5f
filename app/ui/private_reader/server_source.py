"""Another source of models: a program on this machine that serves one, such as Ollama."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.ui.widgets.labels import prose
from app.ui.widgets.status_line import StatusLine

_USUAL = "http://127.0.0.1:11434/v1"


class ServerSource(QWidget):
    """Takes an address, shows the models there, and lets one be chosen.

    Signals:
        models_requested(str): list the models of the server at this address.
        chosen(str, str): read with this model of the server at this address.
    """

    models_requested = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the part, empty."""
        super().__init__(parent)
        self._asking = False
        self._listed = ""
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._why = prose("serverWhy")
        self._address = QLineEdit()
        self._address.setObjectName("serverAddress")
        self._address.setMaxLength(300)
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._title.setBuddy(self._address)
        self._list = QPushButton()
        self._list.setObjectName("serverList")
        self._list.setAutoDefault(False)
        self._said = StatusLine("serverSaid")
        self._models = QComboBox()
        self._models.setObjectName("serverModels")
        self._models.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._models.setMinimumContentsLength(12)
        self._use = QPushButton()
        self._use.setObjectName("serverUse")
        self._use.setAutoDefault(False)
        self._build()
        self._address.textChanged.connect(self._on_typed)
        self._address.returnPressed.connect(self._on_list)
        self._list.clicked.connect(self._on_list)
        self._use.clicked.connect(self._on_use)
        self._retranslate()
        self._offer(())

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._address, 0, 0)
        grid.addWidget(self._list, 0, 1)
        grid.addWidget(self._said, 1, 0, 1, 2)
        grid.addWidget(self._models, 2, 0)
        grid.addWidget(self._use, 2, 1)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addLayout(grid)

    def show_models(self, models: Sequence[str]) -> None:
        """Show what the server has to choose from."""
        self._asking = False
        self._listed = self._address.text().strip()
        self._offer(models)
        self._said.say(self._listed_text, "good" if models else "muted")
        self._retranslate()
        if models:
            self._models.setFocus()

    def show_failure(self, failure: KnownError) -> None:
        """Say why there is no list."""
        self._asking = False
        self._offer(())
        self._said.say_failure(failure)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _offer(self, models: Sequence[str]) -> None:
        self._models.clear()
        self._models.addItems(list(models))
        for widget in (self._models, self._use):
            widget.setVisible(bool(models))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("A server on this computer"))
        self._why.setText(
            self.tr(
                "For those who run Ollama, LM Studio or llama-server. It sees your messages "
                "before anything is hidden, so it must be on this computer."
            )
        )
        self._address.setPlaceholderText(_USUAL)
        self._address.setAccessibleName(self.tr("Address of the server"))
        self._list.setText(self.tr("Asking…") if self._asking else self.tr("List models"))
        self._list.setAccessibleName(self.tr("List the models of the server"))
        self._models.setAccessibleName(self.tr("Models of the server"))
        self._use.setText(self.tr("Use"))
        self._use.setAccessibleName(self.tr("Read with the chosen model of the server"))
        self._on_typed()

    def _asking_text(self) -> str:
        return self.tr("Asking the server for the list of its models.")

    def _listed_text(self) -> str:
        count = self._models.count()
        if not count:
            return self.tr("The server has no model. Load one there, then list again.")
        return self.tr("%n model(s) to choose from.", "", count)

    def _on_typed(self) -> None:
        self._list.setEnabled(bool(self._address.text().strip()) and not self._asking)

    def _on_list(self) -> None:
        if not self._list.isEnabled():
            return
        self._asking = True
        self._offer(())
        self._said.say(self._asking_text)
        self._retranslate()
        self.models_requested.emit(self._address.text().strip())

    def _on_use(self) -> None:
        if self._models.currentText():
            self.chosen.emit(self._listed, self._models.currentText())
