"""Settings, page "Protection": what is hidden, and the exceptions."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.privacy.levels import STANDARD_TYPES, Level
from app.privacy.policy import Action
from app.store.settings import Rule
from app.ui.spans.type_names import level_name, type_name
from app.ui.values.kept_secrets import KeptSecrets
from app.ui.values.placeholders import PlaceholderChoices
from app.ui.widgets.labels import heading, prose
from app.ui.widgets.passphrase_field import PRIVATE_INPUT

_THRESHOLDS = (Level.PL2, Level.PL3, Level.PL4)
_KEY = Qt.ItemDataRole.UserRole


class RemovableList(QWidget):
    """A titled list of which entries can be removed, and added where that makes sense.

    Signals:
        remove_requested(str): the key of the entry to remove.
        add_requested(str): the text typed to be added.
    """

    remove_requested = Signal(str)
    add_requested = Signal(str)

    def __init__(self, name: str, *, typed: bool, parent: QWidget | None = None) -> None:
        """Make the list, empty; its parts are named after `name`. `typed` entries can be added."""
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self._empty = prose(f"{name}Empty")
        self._list = QListWidget()
        self._list.setObjectName(name)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title.setBuddy(self._list)
        self._remove = QPushButton()
        self._remove.setObjectName(f"{name}Remove")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(6)
        layout.addWidget(self.title, 0, 0, 1, 2)
        layout.addWidget(self._empty, 1, 0, 1, 2)
        layout.addWidget(self._list, 2, 0)
        layout.addWidget(self._remove, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 1)
        self._new = QLineEdit()
        self._new.setObjectName(f"{name}New")
        self._new.setMaxLength(500)
        self._new.setInputMethodHints(PRIVATE_INPUT)
        self._add = QPushButton()
        self._add.setObjectName(f"{name}Add")
        self._add.setAutoDefault(False)
        self._remove.setAutoDefault(False)
        if typed:
            layout.addWidget(self._new, 3, 0)
            layout.addWidget(self._add, 3, 1)
            self._new.returnPressed.connect(self._on_add)
            self._add.clicked.connect(self._on_add)
        else:
            for widget in (self._new, self._add):
                widget.setParent(None)
        self._remove.clicked.connect(self._on_remove)
        self._list.currentRowChanged.connect(self._on_row_changed)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._on_remove)
        self.set_entries([])

    def set_texts(self, title: str, empty: str, remove: str, add: str) -> None:
        """Set what the list, its empty state and its buttons are called."""
        self.title.setText(title)
        self._list.setAccessibleName(title)
        self._empty.setText(empty)
        self._remove.setText(remove)
        self._remove.setAccessibleName(f"{remove}: {title}")
        self._add.setText(add)
        self._add.setAccessibleName(f"{add}: {title}")
        self._new.setAccessibleName(f"{add}: {title}")

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show (key, text) pairs; the row that was current stays so where it can."""
        row = self._list.currentRow()
        self._list.clear()
        for key, text in entries:
            item = QListWidgetItem(" ".join(text.split()))
            item.setData(_KEY, key)
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(row, 0), len(entries) - 1))
        rows = min(max(len(entries), 2), 6)
        self._list.setFixedHeight(rows * (self._list.fontMetrics().lineSpacing() + 14) + 8)
        self._list.setVisible(bool(entries))
        self._remove.setVisible(bool(entries))
        self._empty.setVisible(not entries)

    def _on_add(self) -> None:
        text = " ".join(self._new.text().split())
        self._new.setText("")
        if text:
            self.add_requested.emit(text)

    def _on_row_changed(self, row: int) -> None:
        self._remove.setEnabled(row >= 0)

    def _on_remove(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.remove_requested.emit(item.data(_KEY))


class ProtectionPage(QWidget):
    """The threshold in three named levels, exceptions by type and by value.

    The parts `placeholders` and `secrets` are public.

    Signals:
        threshold_chosen(Level): hide this level and those above.
        type_action_chosen(str, object): always HIDE or KEEP a type, or None for no exception.
        value_added(str, Action): always hide or never hide a value.
        value_removed(str): drop the standing rule about a value.
    """

    threshold_chosen = Signal(object)
    type_action_chosen = Signal(str, object)
    value_added = Signal(str, object)
    value_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the page with the usual policy."""
        super().__init__(parent)
        self._threshold = Level.PL2
        self._actions: Mapping[str, Action] = {}
        self._rules: tuple[Rule, ...] = ()
        self._title = heading("protectionTitle")
        self._group = QButtonGroup(self)
        self._choices: dict[Level, tuple[QRadioButton, QLabel]] = {}
        for level in _THRESHOLDS:
            button = QRadioButton()
            button.setObjectName(f"threshold{level.name}")
            self._group.addButton(button, int(level))
            self._choices[level] = (button, prose(f"threshold{level.name}Leaves"))
        self._types = RemovableList("typeExceptions", typed=False)
        self._always = RemovableList("alwaysHidden", typed=True)
        self._never = RemovableList("neverHidden", typed=True)
        self.placeholders = PlaceholderChoices()
        self.secrets = KeptSecrets()
        self._type = QComboBox()
        self._type.setObjectName("exceptionType")
        self._action = QComboBox()
        self._action.setObjectName("exceptionAction")
        self._add = QPushButton()
        self._add.setObjectName("exceptionAdd")
        for tag in sorted(STANDARD_TYPES, key=lambda each: -STANDARD_TYPES[each]):
            self._type.addItem("", tag)
        for action in Action:
            self._action.addItem("", action.value)
        for choice in (self._type, self._action):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(10)
        self._build()
        self._group.buttonClicked.connect(self._on_threshold)
        self._types.remove_requested.connect(self._on_type_removed)
        for shown, action in ((self._always, Action.HIDE), (self._never, Action.KEEP)):
            shown.remove_requested.connect(self.value_removed)
            shown.add_requested.connect(partial(self._on_value_typed, action))
        self._add.clicked.connect(self._on_add)
        self._retranslate()
        self.set_values(Level.PL2, {}, ())

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addSpacing(12)
        for button, leaves in self._choices.values():
            layout.addWidget(button)
            leaves.setIndent(26)
            layout.addWidget(leaves)
            layout.addSpacing(8)
        layout.addSpacing(12)
        layout.addWidget(self._types)
        row = QHBoxLayout()
        row.addWidget(self._type, 2)
        row.addWidget(self._action, 1)
        row.addWidget(self._add)
        layout.addLayout(row)
        layout.addSpacing(20)
        layout.addWidget(self._always)
        layout.addSpacing(20)
        layout.addWidget(self._never)
        for part in (self.placeholders, self.secrets):
            layout.addSpacing(20)
            layout.addWidget(part)
        layout.addStretch()

    def set_values(
        self, threshold: Level, actions: Mapping[str, Action], rules: Sequence[Rule]
    ) -> None:
        """Show the rules in force: the lowest level hidden, by type, by value. Emits nothing."""
        self._threshold = threshold
        self._actions = actions
        self._rules = tuple(rules)
        button, _ = self._choices[threshold]
        button.setChecked(True)
        self._show_exceptions()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_exceptions()
        super().changeEvent(event)

    def _show_exceptions(self) -> None:
        hidden, kept = self.tr("{type}: always hidden"), self.tr("{type}: sent as typed")
        self._types.set_entries(
            [
                (tag, (hidden if action is Action.HIDE else kept).format(type=type_name(tag)))
                for tag, action in sorted(self._actions.items())
            ]
        )
        for shown, action in ((self._always, Action.HIDE), (self._never, Action.KEEP)):
            texts = [rule.text for rule in self._rules if rule.choice.action is action]
            shown.set_entries([(text, text) for text in texts])

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What is hidden before a message leaves"))
        for level, (name, leaves) in self._threshold_texts().items():
            button, label = self._choices[level]
            button.setText(name)
            button.setAccessibleName(name)
            button.setAccessibleDescription(leaves)
            label.setText(leaves)
        remove, add = self.tr("Remove"), self.tr("Add")
        self._types.set_texts(
            self.tr("Exceptions by type"), self.tr("There is no exception."), remove, add
        )
        self._always.set_texts(
            self.tr("Always hidden"),
            self.tr("Nothing yet. Names of projects or friends could stand here."),
            remove,
            add,
        )
        self._never.set_texts(
            self.tr("Never hidden"),
            self.tr("Nothing yet. What is listed here leaves as you typed it."),
            remove,
            add,
        )
        for index in range(self._type.count()):
            tag = self._type.itemData(index)
            self._type.setItemText(index, f"{type_name(tag)} · {level_name(STANDARD_TYPES[tag])}")
        self._type.setAccessibleName(self.tr("Type of detail"))
        self._action.setItemText(0, self.tr("Always hide"))
        self._action.setItemText(1, self.tr("Send as typed"))
        self._action.setAccessibleName(self.tr("What happens to this type"))
        self._add.setText(add)
        self._add.setAccessibleName(self.tr("Add an exception"))

    def _threshold_texts(self) -> Mapping[Level, tuple[str, str]]:
        return {
            Level.PL2: (
                self.tr("Everything personal (recommended)"),
                self.tr(
                    "Hides secrets, sensitive facts and whatever points to a person. Leaves "
                    "readable: tastes, habits and moods."
                ),
            ),
            Level.PL3: (
                self.tr("Sensitive facts and secrets"),
                self.tr(
                    "Leaves readable: names, phone numbers, addresses, employers and other "
                    "details that point to a person."
                ),
            ),
            Level.PL4: (
                self.tr("Secrets only"),
                self.tr(
                    "Hides passwords, codes and keys. Leaves readable: health, money, ID "
                    "numbers, places and everything that points to a person."
                ),
            ),
        }

    def _on_threshold(self, button: QAbstractButton) -> None:
        level = Level(self._group.id(button))
        if level is not self._threshold:
            self.threshold_chosen.emit(level)

    def _on_add(self) -> None:
        action = Action(self._action.currentData())
        self.type_action_chosen.emit(str(self._type.currentData()), action)

    def _on_value_typed(self, action: Action, text: str) -> None:
        self.value_added.emit(text, action)

    def _on_type_removed(self, tag: str) -> None:
        self.type_action_chosen.emit(tag, None)
