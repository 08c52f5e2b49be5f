"""One thing to do to the vault: what it means, a proof, and whatever else has to be typed."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.store.keys import Opener
from app.store.ways import WayKind
from app.ui.failures.text import failure_text
from app.ui.vault_care.proof import ProofField
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.passphrase_strength import Strength
from app.ui.widgets.sizing import grow_to_fit
from app.ui.widgets.strength_hint import StrengthHint


class Extra(enum.Enum):
    """What is asked for besides the proof."""

    NOTHING = "nothing"
    CHOSEN = "chosen"  # a passphrase that is made up now: typed twice, and rated
    KNOWN = "known"  # the passphrase of a file: typed once


class TaskDialog(QDialog):
    """Stays until the task is done, so that a slip can be mended.

    Signals:
        confirmed(Opener | None, str): the proof, None where none is asked for, and the extra
            passphrase, "" likewise.
    """

    confirmed = Signal(object, str)

    def __init__(
        self,
        title: str,
        text: str,
        confirm: str,
        ways: Sequence[WayKind] = (),
        extra: Extra = Extra.NOTHING,
        parent: QWidget | None = None,
        *,
        grave: bool = False,
    ) -> None:
        """Explain by `title` and `text`; ask for one of `ways`, if any, and for `extra`.

        Enter confirms, unless the task is `grave`: then it cancels.
        """
        super().__init__(parent)
        self.setObjectName("vaultTask")
        self.setWindowTitle(title)
        self._title = heading("taskTitle")
        self._title.setText(title)
        self._text = prose("taskText", "notice" if grave else "muted")
        self._text.setText(text)
        self._proof = ProofField(ways) if ways else None
        self._extra_kind = extra
        self._extra: PassphraseField | None = None
        self._hint: StrengthHint | None = None
        self._problem = prose("taskProblem", "danger")
        self._problem.hide()
        self._progress = QProgressBar()
        self._progress.setObjectName("taskProgress")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.hide()
        self._step = prose("taskStep")
        self._step.hide()
        self._confirm = QPushButton(confirm)
        self._confirm.setAccessibleName(confirm)
        self._confirm.setObjectName("taskConfirm")
        self._confirm.setProperty("kind", "danger" if grave else "primary")
        self._cancel = QPushButton()
        self._cancel.setObjectName("taskCancel")
        self._grave = grave
        (self._cancel if grave else self._confirm).setDefault(True)
        self._busy = False
        self._build()
        self._confirm.clicked.connect(self._on_confirm)
        self._cancel.clicked.connect(self.reject)
        self._retranslate()
        self._on_changed()
        self._begin()
        grow_to_fit(self)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        if self._proof is not None:
            layout.addWidget(self._proof)
            self._proof.changed.connect(self._on_changed)
            self._proof.submitted.connect(self._on_confirm)
        if self._extra_kind is not Extra.NOTHING:
            new = self._extra_kind is Extra.CHOSEN
            self._extra = PassphraseField(twice=new)
            self._extra.setObjectName("taskPassphrase")
            self._extra.changed.connect(self._on_changed)
            self._extra.submitted.connect(self._on_confirm)
            layout.addWidget(self._extra)
            if new:
                self._hint = StrengthHint()
                layout.addWidget(self._hint)
        layout.addWidget(self._problem)
        layout.addWidget(self._progress)
        layout.addWidget(self._step)
        layout.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._confirm)
        buttons.addWidget(self._cancel)
        layout.addLayout(buttons)
        self.setMinimumWidth(480)

    def show_step(self, text: str) -> None:
        """Say what is being done."""
        self._step.setText(text)
        self._step.show()
        grow_to_fit(self)

    def show_failure(self, failure: KnownError) -> None:
        """Say why it was not done; what was typed is still there."""
        self._set_busy(busy=False)
        self._say(failure_text(failure))
        self._begin()

    def done(self, result: int) -> None:
        """Qt closes the dialog: forget what was typed."""
        for field in (self._proof, self._extra):
            if field is not None:
                field.forget()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.show()
        grow_to_fit(self)

    def _begin(self) -> None:
        if self._proof is not None:
            self._proof.begin()
        elif self._extra is not None:
            self._extra.select()
        elif self._grave:
            self._cancel.setFocus()

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._progress.setAccessibleName(self.tr("At work"))
        if self._extra is not None:
            new = self._extra_kind is Extra.CHOSEN
            self._extra.set_title(
                self.tr("New passphrase") if new else self.tr("The export's passphrase")
            )

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._progress.setVisible(busy)
        self._step.setVisible(busy and bool(self._step.text()))
        for field in (self._proof, self._extra):
            if field is not None:
                field.setEnabled(not busy)
        self._on_changed()

    def _on_changed(self) -> None:
        filled = self._proof is None or self._proof.filled
        if self._extra is not None:
            filled = filled and bool(self._extra.text) and self._extra.repeated
            if self._hint is not None:
                filled = self._hint.rate(self._extra.text) > Strength.TOO_SHORT and filled
        self._confirm.setEnabled(filled and not self._busy)
        self._problem.hide()

    def _on_confirm(self) -> None:
        if not self._confirm.isEnabled():
            return
        if self._extra is not None and not self._extra.agrees:
            self._say(self.tr("The two passphrases are not the same."))
            self._extra.select()
            return
        proof: Opener | None = None
        try:
            proof = None if self._proof is None else self._proof.opener()
        except KnownError as failure:
            self.show_failure(failure)
            return
        self._set_busy(busy=True)
        self.confirmed.emit(proof, "" if self._extra is None else self._extra.text)
