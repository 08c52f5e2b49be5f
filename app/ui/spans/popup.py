"""What one marked piece is, why it was found, and the user's decision about it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.privacy.levels import LITERAL_TYPE, STANDARD_TYPES, Level
from app.privacy.policy import Action, Choice
from app.privacy.span import Span
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import found_because, level_meaning, level_name, type_name

_LEVELS = (Level.PL4, Level.PL3, Level.PL2)
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """What the popup is about: the piece, what happens to it now, and what leaves for it."""

    span: Span
    action: Action
    placeholder: str


class SpanPopup(QFrame):
    """A small window beside a marked piece. Escape closes it and changes nothing.

    Signals:
        decided(Choice, bool): the user's decision; True if it is to hold for every message.
        closed(): the popup went away, decided or not.
    """

    decided = Signal(object, bool)
    closed = Signal()

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Ask about `subject`."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("spanPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Rounded corners: what is outside them belongs to the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._subject = subject
        self._heading = _label("spanHeading", "heading")
        self._value = _label("spanValue", "")
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning = _label("spanMeaning", "muted")
        self._reason = _label("spanReason", "muted")
        self._leaves = _label("spanLeaves", "")
        self._hide = _choice_button("spanHide")
        self._keep = _choice_button("spanKeep")
        self._type = QComboBox()
        self._level = QComboBox()
        self._scope = QComboBox()
        self._apply = QPushButton()
        self._cancel = QPushButton()
        self._build()
        self._fill()
        self._retranslate()
        self._group.idToggled.connect(self._on_changed)
        self._type.currentIndexChanged.connect(self._on_type_changed)
        self._apply.clicked.connect(self._on_apply)
        self._cancel.clicked.connect(self.close)

    def show_at(self, place: QRect) -> None:
        """Show beside `place`, given in global coordinates, and within its screen."""
        self.adjustSize()
        size = self.sizeHint()
        corner = QPoint(place.left(), place.top() - size.height() - 4)
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        if corner.y() < area.top():
            corner.setY(min(place.bottom() + 4, area.bottom() - size.height()))
        corner.setX(max(area.left(), min(corner.x(), area.right() - size.width())))
        self.move(corner)
        self.show()
        (self._hide if self._hide.isChecked() else self._keep).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt reports a key: Enter applies, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._apply.isEnabled():
            self._on_apply()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: a style sheet does not reach that of a translucent window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt reports that the popup went away."""
        super().hideEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self._group.addButton(self._hide, 0)
        self._group.addButton(self._keep, 1)
        switch = QHBoxLayout()
        switch.setSpacing(8)
        switch.addWidget(self._hide, 1)
        switch.addWidget(self._keep, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: list[QLabel] = []
        named = ((self._type, "spanType"), (self._level, "spanLevel"), (self._scope, "spanScope"))
        for box, name in named:
            box.setObjectName(name)
            label = _label(f"{name}Label", "")
            label.setWordWrap(False)
            label.setBuddy(box)
            form.addRow(label, box)
            self._rows.append(label)
        buttons = QHBoxLayout()
        buttons.addStretch()
        self._cancel.setObjectName("spanCancel")
        self._apply.setObjectName("spanApply")
        self._apply.setProperty("kind", "primary")
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._heading, self._value, self._meaning, self._reason):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(switch)
        layout.addWidget(self._leaves)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.setFixedWidth(384)

    def _fill(self) -> None:
        span = self._subject.span
        for name in dict.fromkeys((span.type, *STANDARD_TYPES)):
            if name != LITERAL_TYPE:
                self._type.addItem("", name)
        for level in _LEVELS:
            self._level.addItem("", level)
        self._level.setCurrentIndex(self._level.findData(max(span.level, Level.PL2)))
        self._scope.addItem("", False)  # noqa: FBT003 - the item's data
        self._scope.addItem("", True)  # noqa: FBT003 - the item's data
        hidden = self._subject.action is Action.HIDE
        (self._hide if hidden else self._keep).setChecked(True)
        fixed = span.type == LITERAL_TYPE
        for widget in (self._hide, self._keep, self._type, self._level, self._scope, self._apply):
            widget.setEnabled(not fixed)
        shown: tuple[QWidget, ...] = (self._type, self._level, self._scope, *self._rows)
        for each in shown:
            each.setVisible(not fixed)

    def _retranslate(self) -> None:
        span = self._subject.span
        self.setAccessibleName(self.tr("About this private piece"))
        self._heading.setText(f"{SIGNS[span.level]} {type_name(span.type)}")
        shown = " ".join(span.text.split())
        cut = shown[: _LONGEST_SHOWN - 1] + "…" if len(shown) > _LONGEST_SHOWN else shown
        self._value.setText(self.tr("“{value}”").format(value=cut))
        self._meaning.setText(f"{level_name(span.level)}: {level_meaning(span.level)}")
        self._reason.setText(self._why(span))
        self._hide.setText(self.tr("Hide"))
        self._keep.setText(self.tr("Send as typed"))
        names = (self.tr("Type"), self.tr("Level"), self.tr("Holds"))
        for label, box, name in zip(
            self._rows, (self._type, self._level, self._scope), names, strict=True
        ):
            label.setText(name)
            box.setAccessibleName(name)
        for index in range(self._type.count()):
            self._type.setItemText(index, type_name(self._type.itemData(index)))
        for index, level in enumerate(_LEVELS):
            self._level.setItemText(index, f"{SIGNS[level]} {level_name(level)}")
        self._scope.setItemText(0, self.tr("For this message"))
        self._scope.setItemText(1, self.tr("Always, in every chat"))
        self._apply.setText(self.tr("Apply"))
        self._cancel.setText(self.tr("Cancel"))
        for button in (self._hide, self._keep, self._apply, self._cancel):
            button.setAccessibleName(button.text())
        self._on_changed()

    def _why(self, span: Span) -> str:
        if span.type == LITERAL_TYPE:
            return self.tr(
                "It looks like one of our own placeholders, so it leaves under another name and "
                "comes back as you typed it."
            )
        by_source = {
            "user": self.tr("You chose to hide it."),
            "vault": self.tr("It was hidden before, here or in another chat."),
            "restored": self.tr("It was hidden before, here or in another chat."),
            "profile": self.tr("It is one of your own names, from Settings."),
        }
        if span.source in by_source:
            return by_source[span.source]
        if span.certainty >= 1:
            known = self.tr("Its form and its check digits leave no doubt.")
        elif span.certainty >= 0.75:
            known = self.tr("Its form, or the words around it, say so.")
        else:
            known = self.tr("It may be private. You know better.")
        because = found_because(span.recogniser)
        return f"{because} {known}" if because and span.certainty < 0.75 else because or known

    def _on_type_changed(self) -> None:
        usual = STANDARD_TYPES.get(self._type.currentData())
        if usual is not None:
            self._level.setCurrentIndex(self._level.findData(usual))

    def _on_changed(self) -> None:
        hide = self._hide.isChecked()
        for box in (self._type, self._level):
            box.setEnabled(hide and self._subject.span.type != LITERAL_TYPE)
        if hide and self._subject.placeholder:
            words = self.tr("The assistant sees {placeholder} instead.")
            self._leaves.setText(words.format(placeholder=self._subject.placeholder))
        elif hide:
            self._leaves.setText(self.tr("The assistant sees a placeholder instead."))
        else:
            self._leaves.setText(self.tr("The assistant sees it exactly as you typed it."))

    def _on_apply(self) -> None:
        span = self._subject.span
        hide = self._hide.isChecked()
        chosen_type, chosen_level = self._type.currentData(), self._level.currentData()
        choice = Choice(
            Action.HIDE if hide else Action.KEEP,
            chosen_type if hide and chosen_type != span.type else None,
            Level(chosen_level) if hide and chosen_level != span.level else None,
        )
        always = bool(self._scope.currentData())
        self.close()
        self.decided.emit(choice, always)


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def _choice_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setCheckable(True)
    return button
