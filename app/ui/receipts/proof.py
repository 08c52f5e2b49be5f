"""Checking the chain of receipts, and writing all of them into a file."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from app.store.receipt_faults import Verification
from app.ui.failures.text import failure_text
from app.ui.receipts.details import hash_line
from app.ui.widgets.status_line import StatusLine

# More findings than this would push everything else off the window.
_MOST_FAULTS = 3
_HASH = re.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])")


class ProofBar(QWidget):
    """Two buttons, and a line that says how it went.

    Signals:
        check_requested(str): check the chain; the text is a hash that must be in it, or empty.
        export_requested(Path): write all receipts into this file.
    """

    check_requested = Signal(str)
    export_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to say."""
        super().__init__(parent)
        self.setObjectName("proofBar")
        self._busy = False
        self._check = QPushButton()
        self._check.setObjectName("checkChain")
        self._earlier = QLineEdit()
        self._earlier.setObjectName("earlierHash")
        self._earlier.setClearButtonEnabled(True)
        self._export = QPushButton()
        self._export.setObjectName("exportReceipts")
        self._said = StatusLine("proofSaid")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._head = hash_line("lastHash")
        self._copy = QPushButton()
        self._copy.setObjectName("copyHash")
        self._noted: Verification | None = None
        for button in (self._check, self._export, self._copy):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._check)
        row.addWidget(self._earlier, 1)
        row.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._said)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(self._head, 1)
        note.addWidget(self._copy)
        layout.addLayout(note)
        self._note_down(None)
        self._copy.clicked.connect(self._on_copy)
        self._check.clicked.connect(self._on_check)
        self._earlier.returnPressed.connect(self._on_check)
        self._export.clicked.connect(self._on_export)
        self._retranslate()

    def show_verification(self, found: Verification) -> None:
        """Say in a sentence whether the chain is whole, and give its last hash."""
        self._set_busy(busy=False)
        self._said.say(partial(self._verdict, found), "danger" if found.faults else "good")
        self._note_down(found if found.count and not found.faults else None)

    def show_exported(self, count: int, target: Path) -> None:
        """Say what was written where."""
        self._set_busy(busy=False)
        self._said.say(partial(self._exported, count, target), "good")

    def show_failure(self, failure: KnownError) -> None:
        """Say why it did not work."""
        self._set_busy(busy=False)
        self._said.say_failure(failure)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._check.setText(self.tr("Check the chain"))
        self._check.setAccessibleName(self.tr("Check the chain of receipts"))
        self._earlier.setPlaceholderText(self.tr("Hash or line that you kept (optional)"))
        self._earlier.setAccessibleName(
            self.tr("A hash that you wrote down earlier; it must still be in the chain")
        )
        self._export.setText(self.tr("Export…"))
        self._export.setAccessibleName(self.tr("Write all receipts into a file"))
        self._head.setAccessibleName(self.tr("The last hash of the chain"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy the last hash, with its number and date"))
        if self._noted is not None:
            self._note_down(self._noted)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        # Not disabled: that would throw the keyboard's focus out of the button.
        self._note_down(None)

    def _note_down(self, found: Verification | None) -> None:
        """Show the line to keep of what was found; nothing for None."""
        self._noted = found
        self._head.setText("" if found is None else self._note(found))
        self._head.setCursorPosition(0)
        for widget in (self._head, self._copy):
            widget.setVisible(found is not None)

    def _note(self, found: Verification) -> str:
        if found.at is None:
            return self.tr("Receipt {number}: {hash}").format(number=found.number, hash=found.head)
        sent = found.at.isoformat(" ", "seconds")  # one form for all languages
        return self.tr("Receipt {number}, sent {when}: {hash}").format(
            number=found.number, when=sent, hash=found.head
        )

    def _verdict(self, found: Verification) -> str:
        if found.faults:
            said = [failure_text(fault) for fault in found.faults[:_MOST_FAULTS]]
            left = len(found.faults) - len(said)
            if left:
                said.append(self.tr("There are %n more finding(s).", "", left))
            return "\n".join(said)
        if not found.count:
            return self.tr("There is no receipt yet: nothing has left through Understudy.")
        said = [self.tr("All %n receipt(s) are as they were kept, in one unbroken chain.", "",
                        found.count)]  # fmt: skip
        if found.deleted:
            said.append(
                self.tr("%n of them went with deleted chats; only hashes are left.", "",
                        found.deleted)
            )  # fmt: skip
        said.append(
            self.tr(
                "Keep this line in another place than this computer: it proves later that nothing "
                "before it was changed."
            )
        )
        return " ".join(said)

    def _exported(self, count: int, target: Path) -> str:
        return self.tr(
            "%n receipt(s) were written to {file}. Whoever has this file can read what left.",
            "",
            count,
        ).format(file=QDir.toNativeSeparators(str(target)))

    def _on_check(self) -> None:
        earlier = self._earlier.text().strip()
        noted = _HASH.search(earlier)
        if self._busy:
            return
        if earlier and not noted:
            self._note_down(None)
            self._said.say(self._not_a_hash, "danger")
            return
        self._set_busy(busy=True)
        self._said.say(self._checking)
        self.check_requested.emit(noted[0].lower() if noted else "")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._head.text())

    def _not_a_hash(self) -> str:
        return self.tr("A hash has 64 digits and letters from a to f. Copy the whole of it.")

    def _checking(self) -> str:
        return self.tr("Checking every receipt…")

    def _writing(self) -> str:
        return self.tr("Writing all receipts…")

    def _on_export(self) -> None:
        if self._busy:
            return
        dialog = QFileDialog(self, self.tr("Export all receipts"))
        dialog.setObjectName("exportDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON Lines (*.jsonl)"))
        dialog.setDefaultSuffix("jsonl")
        dialog.selectFile("understudy-receipts.jsonl")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, path: str) -> None:
        self._set_busy(busy=True)
        self._said.say(self._writing)
        self.export_requested.emit(Path(path))
