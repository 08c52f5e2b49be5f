"""Tests a model on a sample: what it finds there, by level, and how long it takes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.chat.trial import Tried
from app.detect.model.engines import Step
from app.errors import KnownError
from app.ui.failures.text import failure_text
from app.ui.quantities import seconds_text
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name
from app.ui.widgets.labels import prose
from app.ui.widgets.passphrase_field import PRIVATE_INPUT

# Characters; more would only show how long it takes.
_LONGEST = 2000


class TrialDialog(QDialog):
    """Asks for one reading at a time.

    Signals:
        requested(str): have the model read this sample.
        stopped(): nobody waits for the reading any more.
    """

    requested = Signal(str)
    stopped = Signal()

    def __init__(self, model: str, parent: QWidget | None = None) -> None:
        """Test `model`, which is its name."""
        super().__init__(parent)
        self.setObjectName("trialDialog")
        self._model = model
        self._running = False
        self._step: Step | None = None
        self._tried: Tried | None = None
        self._failure: KnownError | None = None
        self._given = ""
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._why = prose("trialWhy")
        self._sample = QPlainTextEdit()
        self._sample.setObjectName("trialSample")
        self._sample.setTabChangesFocus(True)
        self._sample.setInputMethodHints(PRIVATE_INPUT)
        self._sample.setMinimumHeight(self._sample.fontMetrics().lineSpacing() * 4 + 24)
        self._label.setBuddy(self._sample)
        self._bar = QProgressBar()
        self._bar.setObjectName("trialBar")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._said = prose("trialSaid")
        self._found = QListWidget()
        self._found.setObjectName("trialFound")
        self._found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._test = QPushButton()
        self._test.setObjectName("trialTest")
        self._test.setProperty("kind", "primary")
        self._close = QPushButton()
        self._close.setObjectName("trialClose")
        self._close.setAutoDefault(False)
        self._build()
        self._sample.textChanged.connect(self._on_edited)
        self._test.clicked.connect(self._on_test)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._retranslate()
        self._test.setFocus()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self._test)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._why)
        layout.addWidget(self._sample, 2)
        layout.addWidget(self._bar)
        layout.addWidget(self._said)
        layout.addWidget(self._found, 3)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        QWidget.setTabOrder(self._sample, self._found)
        QWidget.setTabOrder(self._found, self._test)
        QWidget.setTabOrder(self._test, self._close)
        self.setMinimumSize(480, 420)

    def show_step(self, step: Step) -> None:
        """Say what the model is doing."""
        self._step = step
        self._retranslate()

    def show_tried(self, tried: Tried) -> None:
        """Show what was found."""
        self._running = False
        self._tried = tried
        self._retranslate()

    def show_failure(self, failure: KnownError) -> None:
        """Say why nothing can be told."""
        self._running = False
        self._failure = failure
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Test on a sample"))
        self._label.setText(self.tr("Test {model}").format(model=self._model))
        self._why.setText(
            self.tr("The sample is made up; change it as you like. It is not kept, nor sent.")
        )
        self._give_sample()
        self._sample.setAccessibleName(self.tr("Sample"))
        self._bar.setAccessibleName(self.tr("The model is reading"))
        self._bar.setVisible(self._running)
        self._found.setAccessibleName(self.tr("What was found"))
        self._test.setText(self.tr("Test"))
        self._test.setAccessibleName(self.tr("Have the model read the sample"))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the test"))
        self._show_found()
        self._say()
        self._on_edited()

    def _give_sample(self) -> None:
        """Show the sample of the language, unless the user wrote another."""
        sample = self.tr(
            "I'm Dana Whitfield. Since the divorce I owe my brother 4,200 euros, and on Thursday "
            "I fly to Lisbon to hear what another doctor says about my thyroid."
        )
        if self._sample.toPlainText() == self._given:
            self._sample.setPlainText(sample)
        self._given = sample

    def _show_found(self) -> None:
        self._found.clear()
        spans = self._tried.found if self._tried else ()
        told = dict.fromkeys((span.level, span.type, " ".join(span.text.split())) for span in spans)
        for level, name, text in told:
            self._found.addItem(f"{SIGNS[level]} {level_name(level)} · {type_name(name)}: {text}")
        self._found.setVisible(self._found.count() > 0)

    def _say(self) -> None:
        role = "muted"
        if self._failure is not None:
            role, text = "danger", failure_text(self._failure)
        elif self._running:
            text = self._step_text()
        elif self._tried is not None:
            role = "good"
            text = self._tried_text(self._tried)
        else:
            text = self.tr(
                "The first time, a model first has to learn its instructions. That can take "
                "minutes; later it is much sooner done."
            )
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(text)

    def _step_text(self) -> str:
        if self._step is Step.RESTARTING:
            return self.tr("The reader had stopped working and starts again…")
        if self._step in (Step.READING, Step.FOUND):
            return self.tr("Reading…")
        return self.tr("Getting the model ready. The first time this can take minutes…")

    def _tried_text(self, tried: Tried) -> str:
        time = seconds_text(tried.seconds)
        count = self._found.count()
        if not count:
            return self.tr("It found nothing private in this sample, in {time}.").format(time=time)
        return self.tr("It found %n private detail(s) in {time}:", "", count).format(time=time)

    def _on_edited(self) -> None:
        text = self._sample.toPlainText()
        self._test.setEnabled(not self._running and bool(text.strip()) and len(text) <= _LONGEST)

    def _on_test(self) -> None:
        self._running = True
        self._step = self._tried = self._failure = None
        self._retranslate()
        self.requested.emit(self._sample.toPlainText())

    def _on_finished(self, _result: int) -> None:
        self.stopped.emit()
