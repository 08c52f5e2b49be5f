"""Another source of models: a program on this machine that serves one, such as Ollama."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from app.ui.private_reader.source import Source

_USUAL = "http://127.0.0.1:11434/v1"


class ServerSource(Source):
    """Takes an address, shows the models there, and lets one be chosen.

    Signals:
        chosen(str, str): read with this model of the server at this address.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the part, empty."""
        super().__init__("server", "serverAddress", parent)
        self._listed = ""
        self._models = QComboBox()
        self._models.setObjectName("serverModels")
        self._models.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._models.setMinimumContentsLength(12)
        self._use = QPushButton()
        self._use.setObjectName("serverUse")
        self._use.setAutoDefault(False)
        self._grid.addWidget(self._models, 2, 0)
        self._grid.addWidget(self._use, 2, 1)
        self._use.clicked.connect(self._on_use)
        self._retranslate()
        self._forget()

    def show_models(self, models: Sequence[str]) -> None:
        """Show what the server has to choose from."""
        self._listed = self._entered()
        self._offer(models)
        self._show_list(self._listed_text, good=bool(models))
        if models:
            self._models.setFocus()

    def _forget(self) -> None:
        self._offer(())

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

    def _on_use(self) -> None:
        if self._models.currentText():
            self.chosen.emit(self._listed, self._models.currentText())
