"""One model of the list: what it is, how far it is, and what can be done with it."""

import enum
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.catalogue import CatalogueModel
from app.models.installing import Progress
from app.store.reader_choice import ReaderKind
from app.ui.failures.text import failure_text
from app.ui.private_reader.library import Entry, Standing
from app.ui.private_reader.progress import InstallationView
from app.ui.quantities import memory_text, percent_text, size_text
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import prose


class Wish(enum.Enum):
    """What the user wants to do with a model; the values are part of the buttons' names."""

    COMPLETE = "Complete"  # fetch what is missing of a model that is ready
    CHOOSE = "Choose"  # install this published model
    PAUSE = "Pause"
    CONTINUE = "Continue"
    USE = "Use"
    TRY = "Try"  # on a sample
    CANCEL = "Cancel"  # stop, and remove what is unfinished
    REMOVE = "Remove"


# What begins an installation, of which there is one at a time.
_BEGINS = (Wish.CHOOSE, Wish.CONTINUE, Wish.COMPLETE)


class ModelRow(QFrame):
    """Shows one entry; its parts are named after the entry's key, as in "modelUse_none".

    Signals:
        wished(Wish, Entry): the user wants this done with the model.
    """

    wished = Signal(object, object)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        """Show `entry`."""
        super().__init__(parent)
        self._entry = entry
        self._busy = False
        key = entry.key
        self.setObjectName(f"model_{key}")
        self.setProperty("role", "card")
        self._name = QLabel()
        self._name.setObjectName(f"modelName_{key}")
        self._name.setProperty("role", "heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._sign = QLabel()
        self._sign.setObjectName(f"modelSign_{key}")
        self._facts = prose(f"modelFacts_{key}")
        self._failure = prose(f"modelFailure_{key}", "danger")
        self._progress = InstallationView(key)
        self._buttons: dict[Wish, QPushButton] = {}
        for wish in Wish:
            button = self._buttons[wish] = QPushButton()
            button.setObjectName(f"model{wish.value}_{key}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_clicked, wish))
        self._build()
        self.show_entry(entry, busy=False)

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._name, 1)
        above.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below = Flow()
        for wish, button in self._buttons.items():
            if wish is not Wish.COMPLETE:
                below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self._facts)
        # Rare and long: below the sentence that says why it is there.
        layout.addWidget(self._buttons[Wish.COMPLETE], 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._progress)
        layout.addWidget(self._failure)
        layout.addLayout(below)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, in the order in which Tab reaches them."""
        return tuple(self._buttons.values())

    def show_entry(self, entry: Entry, *, busy: bool) -> None:
        """Show what became of the model; `busy` while another one is being installed."""
        self._entry = entry
        self._busy = busy
        had_focus = any(button.hasFocus() for button in self._buttons.values())
        self._progress.setVisible(entry.standing is Standing.RUNNING)
        if entry.standing is not Standing.RUNNING:
            self._progress.show_progress(None)
        offered = set(self._offered())
        for wish, button in self._buttons.items():
            button.setVisible(wish in offered)
            button.setEnabled(not (busy and wish in _BEGINS))
            main = entry.suggested and wish in (Wish.CHOOSE, Wish.CONTINUE, Wish.USE)
            button.setProperty("kind", "primary" if main else "")
            button.style().polish(button)
        self._retranslate()
        if had_focus and not any(button.hasFocus() for button in self._buttons.values()):
            self._take_focus()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the installation is."""
        self._progress.show_progress(progress)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _take_focus(self) -> None:
        """Keep the keyboard in this row: the button that had it is gone."""
        for button in self._buttons.values():
            if not button.isHidden() and button.isEnabled():
                button.setFocus()
                return

    def _offered(self) -> Iterator[Wish]:
        """Yield what can be done now."""
        entry = self._entry
        match entry.standing:
            case Standing.OFFERED:
                yield Wish.CHOOSE
            case Standing.RUNNING:
                yield Wish.PAUSE
                # Of a model that is ready only something small is fetched, and it must stay.
                if entry.installed is None:
                    yield Wish.CANCEL
            case Standing.UNFINISHED:
                if entry.order is not None:
                    yield Wish.CONTINUE
                yield Wish.REMOVE
            case Standing.READY:
                yield from (Wish.TRY, Wish.REMOVE)
                if self._incomplete():
                    yield Wish.COMPLETE
            case Standing.ELSEWHERE:
                yield Wish.TRY
        if not entry.in_use and entry.standing in (Standing.NOBODY, Standing.READY):
            yield Wish.USE

    def _incomplete(self) -> bool:
        """Say whether the text that a published model was trained on could not be fetched."""
        installed, model = self._entry.installed, self._entry.published
        return bool(installed and model and model.instructions_url and not installed.instructions)

    def _retranslate(self) -> None:
        entry = self._entry
        nobody = entry.standing is Standing.NOBODY
        self._name.setText(self.tr("No private reader") if nobody else entry.name)
        facts = "\n".join(self._facts_lines())
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._failure.setText(failure_text(entry.failure) if entry.failure else "")
        self._failure.setVisible(entry.failure is not None)
        self._show_sign()
        for wish, text in self._texts().items():
            self._buttons[wish].setText(text)
            spoken = f"{text.removesuffix('…')}: {self._name.text()}"
            self._buttons[wish].setAccessibleName(spoken)
        waits = self.tr("Another model is being installed. One at a time.") if self._busy else ""
        for wish in _BEGINS:
            self._buttons[wish].setToolTip(waits)
        self.setAccessibleName(self._name.text())
        self.setAccessibleDescription(f"{self._sign.text()} {facts}".strip())

    def _texts(self) -> dict[Wish, str]:
        nobody = self._entry.standing is Standing.NOBODY
        return {
            Wish.CHOOSE: self.tr("Download…"),
            Wish.PAUSE: self.tr("Pause"),
            Wish.CONTINUE: self.tr("Continue"),
            Wish.USE: self.tr("Switch off") if nobody else self.tr("Use"),
            Wish.TRY: self.tr("Test on a sample…"),
            Wish.COMPLETE: self.tr("Fetch its instructions"),
            Wish.CANCEL: self.tr("Cancel…"),
            Wish.REMOVE: self.tr("Remove…"),
        }

    def _show_sign(self) -> None:
        """Say in a word and a shape where it stands."""
        entry = self._entry
        if entry.lost:
            chip, text = "failed", self.tr("! Missing")
        elif entry.in_use:
            chip, text = "used", self.tr("✓ In use")
        elif entry.standing is Standing.READY:
            chip, text = "ready", self.tr("Ready")
        elif entry.failure is not None:
            chip, text = "failed", self.tr("! Stopped")
        elif entry.standing is Standing.UNFINISHED:
            chip, text = "paused", self.tr("‖ Paused")
        elif entry.suggested:
            chip, text = "suggested", self.tr("★ Suggested")
        else:
            chip, text = "", ""
        self._sign.setText(text)
        self._sign.setVisible(bool(text))
        self._sign.setProperty("sign", chip)
        self._sign.style().polish(self._sign)
        self.setProperty("used", entry.in_use)
        self.style().polish(self)

    def _facts_lines(self) -> Iterator[str]:
        entry = self._entry
        if entry.lost:
            yield self.tr(
                "It is to read your messages, and is not on this computer any more. Install it "
                "again, or choose another."
            )
        match entry.standing:
            case Standing.NOBODY:
                yield self.tr("Rules and word lists alone look for private details.")
            case Standing.ELSEWHERE if not entry.lost:
                yield self._elsewhere_line()
            case Standing.UNFINISHED:
                yield self.tr("Not finished: {size} are on this computer so far.").format(
                    size=size_text(entry.disk)
                )
            case Standing.READY:
                yield from self._ready_lines()
            case Standing.OFFERED if entry.published:
                yield from self._published_lines(entry.published)

    def _elsewhere_line(self) -> str:
        choice = self._entry.choice
        if choice.kind is ReaderKind.SERVER:
            text = self.tr("Served by another program on this computer: {address}")
            return text.format(address=choice.address)
        return self.tr("A file of yours: {path}").format(path=choice.model)

    def _ready_lines(self) -> Iterator[str]:
        entry = self._entry
        parts = [self.tr("{size} on disk").format(size=size_text(entry.disk))]
        if entry.published:
            parts.append(
                self.tr("{memory} of memory while it reads").format(
                    memory=memory_text(entry.published.memory, exact=True)
                )
            )
        yield " · ".join(parts)
        if entry.installed and entry.installed.manifest.licence:
            licence = entry.installed.manifest.licence
            yield self.tr("Licence: {licence}").format(licence=licence)
        if self._incomplete():
            yield self.tr(
                "The instructions that it was trained on could not be fetched, so this app's own "
                "are used. It may find a little less."
            )

    def _published_lines(self, model: CatalogueModel) -> Iterator[str]:
        yield " · ".join(
            (
                self.tr("{size} to download").format(size=size_text(model.weights)),
                self.tr("{size} on disk").format(size=size_text(model.quantised)),
                self.tr("{memory} of memory while it reads").format(
                    memory=memory_text(model.memory, exact=True)
                ),
            )
        )
        yield self._score_text(model)
        yield self._licence_text(model)

    def _score_text(self, model: CatalogueModel) -> str:
        if model.scores:
            scores = (f"{percent_text(each.f1)} ({each.benchmark})" for each in model.scores)
            return self.tr("Published score (F1): {scores}").format(scores=", ".join(scores))
        if model.f1_below_best:
            below = f"{model.f1_below_best:g}"
            return self.tr("Published score (F1): {points} points below the best").format(
                points=below
            )
        return self.tr("Published score (F1): not told in numbers")

    def _licence_text(self, model: CatalogueModel) -> str:
        if model.licence.commercial:
            return self.tr("Licence: {licence}").format(licence=model.licence.name)
        text = self.tr("Licence: {licence}, for non-commercial use only")
        return text.format(licence=model.licence.name)

    def _on_clicked(self, wish: Wish, _checked: bool = False) -> None:
        self.wished.emit(wish, self._entry)
